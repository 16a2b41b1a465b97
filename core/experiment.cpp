#include "experiment.hpp"

#include <algorithm>
#include <cmath>

#include "numbers.hpp"
#include "split.hpp"

namespace backprop {

namespace {

std::string range_text(const Field& field) { return "from " + number_text(field.low) + " to " + number_text(field.high); }

// Repairs single values; the overloads are the kinds of field there are.
class Limiter {
 public:
  explicit Limiter(std::vector<Problem>& problems) : problems_(problems) {}

  void operator()(const Field& field, double& value) const { limit(field, value, Experiment{}.learning_rate); }
  void operator()(const Field& field, int& value) const { limit(field, value, static_cast<int>(field.low)); }
  void operator()(const Field&, std::uint32_t&) const {}  // every seed is a seed
  template <class... Types>
  void operator()(const Field&, Choice<Types...>&) const {}
  void operator()(const Field&, std::vector<Activation>&) const {}

  void operator()(const Field& field, std::vector<int>& layers) const {
    if (layers.size() > most_hidden_layers) {
      report(field, "has " + std::to_string(layers.size()) + " hidden layers; at most " + std::to_string(most_hidden_layers) +
                        " are possible, so the first " + std::to_string(most_hidden_layers) + " are used");
      layers.resize(most_hidden_layers);
    }
    const auto outside = [&](int neurons) { return neurons < field.low || neurons > field.high; };
    const auto first = std::find_if(layers.begin(), layers.end(), outside);
    if (first == layers.end()) return;
    report(field, "must have " + range_text(field) + " neurons each, not " + std::to_string(*first) +
                      "; the nearest allowed numbers are used");
    for (int& neurons : layers) neurons = static_cast<int>(std::clamp<double>(neurons, field.low, field.high));
  }

 private:
  template <class Number>
  void limit(const Field& field, Number& value, Number instead_of_nan) const {
    const auto given = static_cast<double>(value);
    if (given >= field.low && given <= field.high) return;
    const double nearest = std::isnan(given) ? static_cast<double>(instead_of_nan) : std::clamp(given, field.low, field.high);
    value = static_cast<Number>(nearest);
    report(field, "must be " + range_text(field) + ", not " + number_text(given) + "; " + number_text(nearest) + " is used");
  }
  void report(const Field& field, std::string what) const {
    const std::string name(field.name);
    problems_.push_back({name, name + " " + what + "."});
  }

  std::vector<Problem>& problems_;
};

bool names(std::string_view list, std::string_view word) {
  const std::string padded = " " + std::string(list) + " ";
  return padded.find(" " + std::string(word) + " ") != std::string::npos;
}

void repair_split(Experiment& e, std::string_view named, std::vector<Problem>& problems) {
  if (e.training + e.validation <= 100) return;
  const bool keep_validation = names(named, "validation") && !names(named, "training");
  const std::string given = std::to_string(e.training) + " % and " + std::to_string(e.validation) + " %";
  if (keep_validation) e.training = 100 - e.validation;
  else e.validation = 100 - e.training;
  problems.push_back({keep_validation ? "training" : "validation",
                      "training and validation are " + given + " of the points, more than there are; " +
                          std::to_string(e.training) + " % and " + std::to_string(e.validation) + " % are used."});
}

void repair_activations(Experiment& e, std::vector<Problem>& problems) {
  if (e.activations.size() > e.layers.size())
    problems.push_back({"activations", "activations names " + std::to_string(e.activations.size()) + " functions for " +
                                           std::to_string(e.layers.size()) +
                                           " hidden layers; one for each is needed, so the first ones are used."});
  const Activation last = e.activations.empty() ? Activation::of<Tanh>() : e.activations.back();
  e.activations.resize(e.layers.size(), last);
}

void repair_pairing(Experiment& e, std::string_view named, std::vector<Problem>& problems) {
  if (pairs(e.cost, e.output)) return;
  const std::string refused = std::string(e.cost.label()) + " cost needs an output between 0 and 1, which " +
                              std::string(e.output.label()) + " does not give; ";
  if (names(named, "output") && !names(named, "cost")) {
    e.cost = Cost::of<Quadratic>();
    problems.push_back({"cost", refused + "the quadratic cost is used."});
  } else {
    e.output = OutputActivation::of<Sigmoid>();
    problems.push_back({"output", refused + "the sigmoid output is used."});
  }
}

void repair_batch(Experiment& e, std::vector<Problem>& problems) {
  const int most = training_size(e.points, e.training);
  if (e.batch_size <= most) return;
  problems.push_back({"batchSize", "batchSize must be from 1 to the " + std::to_string(most) + " training examples, not " +
                                       std::to_string(e.batch_size) + "; " + std::to_string(most) + " is used."});
  e.batch_size = most;
}

}  // namespace

std::vector<Problem> repair(Experiment& experiment, std::string_view named) {
  std::vector<Problem> problems;
  visit_fields(experiment, Limiter(problems));
  repair_split(experiment, named, problems);
  repair_activations(experiment, problems);
  repair_pairing(experiment, named, problems);
  repair_batch(experiment, problems);
  return problems;
}

std::vector<Problem> validate(const Experiment& experiment) {
  Experiment copy = experiment;
  return repair(copy);
}

Network make_network(const Experiment& experiment) {
  return {2, experiment.layers, experiment.activations, 1, experiment.output};
}

}  // namespace backprop
