// Settings, as text and as a struct made in code: nothing that validate accepts is senseless, and whatever it refuses can be
// repaired and is said in sentences that name the setting.
#include <algorithm>
#include <cmath>

#include "core/experiment_text.hpp"
#include "inputs.hpp"

using namespace backprop;

namespace {

bool has_name(std::string_view name) {
  const auto same = [&](const Setting& setting) { return setting.name == name; };
  return std::any_of(settings().begin(), settings().end(), same);
}

void expect_sentence(const Problem& problem) {
  const std::string& message = problem.message;
  expect(!message.empty() && message.back() == '.', "a message that ends with a full stop", message);
  const auto printable = [](char c) { return c >= ' ' && c <= '~'; };
  expect(std::all_of(message.begin(), message.end(), printable), "printable characters", message);
}

// Whether a full stop within the message ends a sentence; the dots of something shortened do not.
bool has_two_sentences(const std::string& message) {
  for (std::size_t at = message.find(". "); at != std::string::npos; at = message.find(". ", at + 1))
    if (at == 0 || message[at - 1] != '.') return true;
  return false;
}

// ---- what an experiment has to be, written down a second time

template <class... Values>
bool is_one_of(std::string_view name, Values... values) {
  return ((name == values) || ...);
}

void expect_within_limits(const Experiment& e) {
  visit_fields(e, [](const Field& field, const auto& value) {
    const auto inside = [&](double number) {
      expect(number >= field.low && number <= field.high, "a number within its limits", field.name);
    };
    using Value = std::remove_cvref_t<decltype(value)>;
    if constexpr (std::is_same_v<Value, bool>) {
      return;
    } else if constexpr (std::is_arithmetic_v<Value>) {
      inside(value);
    } else if constexpr (std::is_same_v<Value, std::vector<int>>) {
      for (const int number : value) inside(number);
    } else if constexpr (std::is_same_v<Value, std::vector<Point>>) {
      for (const Point& p : value)
        for (const float number : {p.x, p.y, p.label}) inside(number);
    }
  });
  expect(e.layers.size() <= 10, "at most 10 hidden layers");
  expect(e.own.size() <= 10000, "at most 10000 own points");
}

struct Sizes {
  int training = 0, validation = 0;
};
Sizes sizes_of(const Experiment& e) {
  std::vector<int> strata(std::max(e.classes, 1), 0);
  if (e.data.name() == "ownValues") {
    strata[0] = static_cast<int>(e.own.size());
  } else if (e.data.name() == "own") {
    for (const Point& p : e.own) ++strata[static_cast<std::size_t>(p.label)];
  } else {
    for (int i = 0; i < e.points; ++i) ++strata[i % strata.size()];
  }
  Sizes sizes;
  for (const int size : strata) {
    const int fitted = static_cast<int>(std::floor(size * e.training / 100.0 + 0.5));
    sizes.training += fitted;
    sizes.validation += static_cast<int>(std::floor(size * (e.training + e.validation) / 100.0 + 0.5)) - fitted;
  }
  return sizes;
}

void expect_sense(const Experiment& e) {
  expect_within_limits(e);
  const std::string_view data = e.data.name();
  int classes = 0;
  if (data == "own") {
    std::vector<int> seen(6, 0);
    for (const Point& p : e.own) {
      expect(p.label == std::floor(p.label) && p.label >= 0 && p.label < 6, "whole classes of own points");
      ++seen[static_cast<std::size_t>(p.label)];
    }
    expect(std::count(seen.begin(), seen.end(), 0) <= 4, "own points of two classes");
    for (int c = 0; c < 6; ++c)
      if (seen[c] > 0) classes = c + 1;
  }
  if (data == "ownValues") expect(e.own.size() >= 2, "two own values");
  if (is_one_of(data, "slope", "hills", "waves", "saddle", "ownValues")) {
    expect(e.classes == 0, "no classes in regression", data);
    expect(is_one_of(e.output.name(), "linear", "tanh"), "an output for regression", e.output.name());
  } else {
    const bool many = is_one_of(data, "spiral", "rings", "blobs", "pinwheel", "own");
    expect(e.classes >= std::max(2, classes) && e.classes <= (many ? 6 : 2), "classes that the data can have", data);
  }
  const std::string_view cost = e.cost.name();
  const std::string_view output = e.output.name();
  expect(is_one_of(cost, "quadratic", "meanSquared") || (cost == "crossEntropy" && output == "sigmoid") ||
             (cost == "logLikelihood" && output == "softmax") || (cost == "huber" && is_one_of(output, "linear", "tanh")),
         "a cost that goes with the output", cost);
  expect(e.activations.size() == e.layers.size(), "an activation for each hidden layer");
  expect(!e.features.empty(), "features");
  for (std::size_t i = 0; i < e.features.size(); ++i)
    expect(std::count(e.features.begin(), e.features.end(), e.features[i]) == 1, "distinct features");
  expect(e.training + e.validation <= 100, "no more than all points");
  const Sizes sizes = sizes_of(e);
  expect(sizes.training > 0, "a training set");
  expect(e.batch_size <= sizes.training, "a batch of the training set");
  expect(e.patience == 0 || sizes.validation > 0, "a validation set for patience");
}

// The text form of a valid experiment is read back as that very experiment.
void expect_same_from_text(const Experiment& e) {
  const std::string text = write(e);
  const Reading reading = read(text);
  expect(reading.problems.empty(), "a text without problems", text);
  expect(write(reading.experiment) == text, "the same text again", text);
  visit_fields(e, [&](const Field& field, const auto& value) {
    visit_fields(reading.experiment, [&](const Field& other, const auto& back) {
      if constexpr (std::is_same_v<decltype(value), decltype(back)>)
        if (field.name == other.name && (field.name != "own" || is_own(e.data)))
          expect(value == back, "the same value back", field.name);
    });
  });
}

// ---- as text

void check_reading(std::string_view text, const Experiment& base) {
  const Reading reading = read(text, base);
  expect(validate(reading.experiment).empty(), "an experiment that can be run", text);
  expect_sense(reading.experiment);
  expect_same_from_text(reading.experiment);
  expect(reading.problems.size() <= 8, "at most 8 problems", text);
  for (const Problem& problem : reading.problems) {
    expect_sentence(problem);
    // The text itself may have full stops that a message quotes.
    if (text.find('%') == text.npos && text.find(". ") == text.npos)
      expect(!has_two_sentences(problem.message), "one sentence", problem.message);
  }
}

// ---- as a struct

class Maker {
 public:
  explicit Maker(FuzzedDataProvider& from) : from_(from) {}

  void operator()(const Field& field, double& value) const { value = some_number(from_, field.low, field.high); }
  void operator()(const Field& field, int& value) const { value = some_int(field); }
  void operator()(const Field&, std::uint32_t& value) const { value = from_.ConsumeIntegral<std::uint32_t>(); }
  void operator()(const Field&, bool& value) const { value = from_.ConsumeBool(); }
  template <class... Types>
  void operator()(const Field&, Choice<Types...>& value) const {
    value = Choice<Types...>::at(from_.ConsumeIntegralInRange(0, Choice<Types...>::count - 1));
  }
  void operator()(const Field& field, std::vector<int>& value) const {
    value.resize(some_length());
    for (int& number : value) number = some_int(field);
  }
  template <class Value>
  void operator()(const Field& field, std::vector<Value>& value) const {
    value.resize(some_length());
    for (Value& entry : value) (*this)(field, entry);
    // An input has bytes for few points: of many, the rest is drawn, with all digits.
    if constexpr (std::is_same_v<Value, Point>) {
      Random random(1, Stream::points);
      for (std::size_t i = 13; i < value.size(); ++i)
        value[i] = {random.uniform(-1000, 1000), random.uniform(-0.001f, 0.001f), static_cast<float>(i % 3)};
    }
  }
  void operator()(const Field& field, Point& point) const {
    point.x = static_cast<float>(some_number(from_, field.low, field.high));
    point.y = static_cast<float>(some_number(from_, field.low, field.high));
    const int label = from_.ConsumeIntegralInRange(0, 9);
    point.label = label < 7 ? static_cast<float>(label % 3) : static_cast<float>(some_number(from_, field.low, field.high));
  }

 private:
  int some_int(const Field& field) const {
    const double number = some_number(from_, field.low, field.high);
    return std::isnan(number) ? 0 : static_cast<int>(std::clamp(number, -2147483648.0, 2147483647.0));
  }
  std::size_t some_length() const {
    const int length = from_.ConsumeIntegralInRange(0, 255);
    if (length < 250) return length % 13;
    // Lists beyond every limit are slow to write and read: few inputs have them.
    return from_.ConsumeIntegralInRange<std::size_t>(0, from_.ConsumeIntegral<std::uint8_t>() == 255 ? 12000 : 20);
  }

  FuzzedDataProvider& from_;
};

Experiment some_experiment(FuzzedDataProvider& from) {
  Experiment e;
  const Maker make(from);
  visit_fields(e, [&](const Field& field, auto& value) {
    if (from.ConsumeIntegralInRange(0, 3) == 0) make(field, value);
  });
  return e;
}

void check_struct(Experiment e) {
  const std::vector<Problem> problems = validate(e);
  for (const Problem& problem : problems) {
    expect_sentence(problem);
    expect(has_name(problem.field) || problem.field == "link", "a setting's name", problem.field);
    expect(problem.message.find(problem.field) != std::string::npos, "a message that names the setting", problem.message);
    expect(!has_two_sentences(problem.message), "one sentence", problem.message);
  }
  if (!problems.empty()) repair(e);
  expect(validate(e).empty(), "a repaired experiment", problems.empty() ? "" : problems.front().message);
  expect_sense(e);
  expect_same_from_text(e);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzedDataProvider from(data, size);
  switch (from.ConsumeIntegralInRange(0, 3)) {
    case 0: check_reading(from.ConsumeRemainingBytesAsString(), {}); break;
    case 1: {
      const Experiment base = read(some_text(from, 8)).experiment;
      check_reading(some_text(from, 8), base);
      break;
    }
    default: check_struct(some_experiment(from));
  }
  return 0;
}
