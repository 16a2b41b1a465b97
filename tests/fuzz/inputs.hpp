// What both fuzz targets make from bytes, and how they say that something is wrong.
#pragma once

#include <fuzzer/FuzzedDataProvider.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "core/experiment.hpp"
#include "core/numbers.hpp"

namespace backprop {

// Says what was expected and ends as a crash does: libFuzzer then keeps the input.
inline void expect(bool holds, std::string_view what, std::string_view detail = {}) {
  if (holds) return;
  std::fprintf(stderr, "EXPECTED %.*s: %.*s\n", static_cast<int>(what.size()), what.data(), static_cast<int>(detail.size()),
               detail.data());
  std::abort();
}

// A field with the texts that its value is made of; a field without any is a number.
struct Setting {
  std::string name;
  double low, high;
  std::vector<std::string> words;
};

inline const std::vector<Setting>& settings() {
  static const std::vector<Setting> all = [] {
    std::vector<Setting> made;
    const Experiment defaults;
    visit_fields(defaults, [&](const Field& field, const auto& value) {
      Setting setting{std::string(field.name), field.low, field.high, {}};
      const auto name_all = [&](const auto& entries) {
        for (const Entry& entry : entries) setting.words.emplace_back(entry.name);
      };
      if constexpr (requires { value.entries; }) name_all(value.entries);
      else if constexpr (requires { value[0].entries; }) name_all(value[0].entries);
      else if constexpr (std::is_same_v<std::remove_cvref_t<decltype(value)>, bool>) setting.words = {"true", "false"};
      made.push_back(std::move(setting));
    });
    return made;
  }();
  return all;
}

// Any double; those at and around the limits often.
inline double some_number(FuzzedDataProvider& from, double low, double high) {
  constexpr double odd[] = {-0.0, NAN, INFINITY, -INFINITY, 1e300, 1e-300, 5e-324, 2147483648.0};
  switch (from.ConsumeIntegralInRange(0, 9)) {
    case 0: return low;
    case 1: return high;
    case 2: return from.ConsumeBool() ? low - 1 : high + 1;
    case 3: {
      const auto bits = from.ConsumeIntegral<std::uint64_t>();
      double number;
      std::memcpy(&number, &bits, sizeof number);
      return number;
    }
    case 4: return from.PickValueInArray(odd);
    case 5: return from.ConsumeIntegral<std::int32_t>();
    case 6: return low + (high - low) * from.ConsumeProbability<double>();
    default: return low + from.ConsumeIntegralInRange(0, 12);
  }
}

inline std::string some_value(FuzzedDataProvider& from, const Setting& setting) {
  constexpr const char* odd[] = {"", "NaN", "inf", "1e999", "-1e999", "-0", "1e-400", "0x1", "2.5", ",", "%2C", "1;2", "+7"};
  const int kind = from.ConsumeIntegralInRange(0, 15);
  if (kind == 0) return from.PickValueInArray(odd);
  if (kind == 1) return from.ConsumeRandomLengthString(12);
  const auto number = [&] { return number_text(some_number(from, setting.low, setting.high)); };
  std::string text;
  if (setting.name == "own") {
    for (int points = from.ConsumeIntegralInRange(0, 8); points > 0; --points) {
      const auto label = from.ConsumeIntegralInRange(0, 15);
      text += (text.empty() ? "" : ";") + number() + "," + number() + "," +
              (label < 7    ? std::to_string(label % 3)
               : label < 12 ? std::to_string(label - 7)
                            : number());
    }
    return text;
  }
  const bool list = setting.name == "layers" || setting.name == "activations" || setting.name == "features";
  for (int pieces = list ? from.ConsumeIntegralInRange(0, 4) : 1; pieces > 0; --pieces) {
    const auto pick = [&] { return setting.words[from.ConsumeIntegralInRange<std::size_t>(0, setting.words.size() - 1)]; };
    text += (text.empty() ? "" : ",") + (setting.words.empty() ? number() : pick());
  }
  return text;
}

// Half of the time one of those that decide what a run has room for: bugs lie where such change together.
inline const Setting& some_setting(FuzzedDataProvider& from) {
  constexpr std::string_view shaping[] = {"data", "features", "layers", "output", "optimizer", "patience", "learningRate"};
  const auto any = from.ConsumeIntegralInRange<std::size_t>(0, 2 * settings().size() - 1);
  if (any < settings().size()) return settings()[any];
  const std::string_view name = shaping[any % std::size(shaping)];
  return *std::find_if(settings().begin(), settings().end(), [&](const Setting& setting) { return setting.name == name; });
}

// name=value pairs, most of them sensible.
inline std::string some_text(FuzzedDataProvider& from, int most_pieces) {
  std::string text;
  for (int pieces = from.ConsumeIntegralInRange(0, most_pieces); pieces > 0; --pieces) {
    const Setting& setting = some_setting(from);
    text += (text.empty() ? "" : "&") + setting.name + "=" + some_value(from, setting);
  }
  return text;
}

}  // namespace backprop
