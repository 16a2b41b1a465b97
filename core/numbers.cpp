#include "numbers.hpp"

#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace backprop {

namespace {

// `reads_back` says whether a text is exact enough.
template <class ReadsBack>
std::string shortest_text(double value, ReadsBack&& reads_back) {
  if (std::isnan(value)) return "not a number";
  if (std::isinf(value)) return value > 0 ? "infinity" : "-infinity";
  char text[40];
  const bool plain = std::fabs(value) < 1e15 && std::floor(value) == value;
  if (plain) {
    std::snprintf(text, sizeof text, "%.0f", value);
    return text;
  }
  for (int digits = 1; digits <= 17; ++digits) {
    std::snprintf(text, sizeof text, "%.*g", digits, value);
    if (reads_back(text)) break;
  }
  // %g turns to powers of ten below 0.0001; the smallest limit, 0.00001, reads better written out.
  if (std::fabs(value) < 1e-4 && std::fabs(value) >= 1e-7) {
    char fixed[40];
    for (int decimals = 5; decimals <= 24; ++decimals) {
      std::snprintf(fixed, sizeof fixed, "%.*f", decimals, value);
      if (reads_back(fixed)) return fixed;
    }
  }
  return text;
}

}  // namespace

std::string number_text(double value) {
  return shortest_text(value, [&](const char* text) { return std::strtod(text, nullptr) == value; });
}

std::string number_text(float value) {
  return shortest_text(value, [&](const char* text) { return static_cast<float>(std::strtod(text, nullptr)) == value; });
}

std::string rounded_text(double value) {
  char text[40];
  std::snprintf(text, sizeof text, "%.3g", value);
  return number_text(std::strtod(text, nullptr));
}

std::optional<double> parse_number(std::string_view text) {
  constexpr std::size_t longest = 64;
  if (text.empty() || text.size() > longest) return std::nullopt;
  // strtod also takes hexadecimal, "inf", "nan" and leading spaces: let only decimal notation through.
  for (const char c : text)
    if (!((c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E')) return std::nullopt;
  const std::string copy(text);
  char* end = nullptr;
  const double value = std::strtod(copy.c_str(), &end);
  if (end != copy.c_str() + copy.size()) return std::nullopt;
  return value;
}

}  // namespace backprop
