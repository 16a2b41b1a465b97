// What is allowed in an experiment, field by field and together.
#include <algorithm>
#include <cmath>
#include <utility>

#include "experiment.hpp"
#include "numbers.hpp"
#include "out_of_line.hpp"

namespace backprop {

namespace {

using Problems = std::vector<Problem>;

// `what()` makes the sentence after the field's name. Out of line, as it is seldom called: who makes no mistake need not load
// the sentences.
template <class What>
BACKPROP_OUT_OF_LINE void report(Problems& problems, std::string_view field, What&& what) {
  const std::string name(field);
  problems.push_back({name, name + " " + what() + "."});
}

// Repairs single fields; the overloads are the kinds of field there are.
class Limiter {
 public:
  explicit Limiter(Problems& problems) : problems_(problems) {}

  void operator()(const Field& field, double& value, double usual) const { limit(field, value, usual); }
  void operator()(const Field& field, int& value, int usual) const { limit(field, value, usual); }
  // Every seed is a seed, every choice a choice.
  void operator()(const Field&, std::uint32_t&, std::uint32_t) const {}
  void operator()(const Field&, bool&, bool) const {}
  template <class... Types>
  void operator()(const Field&, Choice<Types...>&, Choice<Types...>) const {}
  // Their number depends on the layers.
  void operator()(const Field&, std::vector<Activation>&, const std::vector<Activation>&) const {}

  void operator()(const Field& field, std::vector<int>& layers, const std::vector<int>&) const {
    if (layers.size() > most_hidden_layers) {
      report(problems_, field.name, [&] {
        return "has " + std::to_string(layers.size()) + " hidden layers; at most " + std::to_string(most_hidden_layers) +
               " are possible, so the first " + std::to_string(most_hidden_layers) + " are used";
      });
      layers.resize(most_hidden_layers);
    }
    const auto outside = [&](int neurons) { return neurons < field.low || neurons > field.high; };
    const auto first = std::find_if(layers.begin(), layers.end(), outside);
    if (first == layers.end()) return;
    report(problems_, field.name, [&] {
      return "must have " + range_text(field) + " neurons each, not " + std::to_string(*first) +
             "; the nearest allowed numbers are used";
    });
    for (int& neurons : layers) neurons = static_cast<int>(std::clamp<double>(neurons, field.low, field.high));
  }

  void operator()(const Field& field, std::vector<Feature>& features, const std::vector<Feature>& usual) const {
    if (features.empty()) {
      report(problems_, field.name, [&] { return "must name at least one input; x1 and x2 are used"; });
      features = usual;
    }
    std::vector<Feature> once;
    for (const Feature feature : features)
      if (std::find(once.begin(), once.end(), feature) == once.end()) once.push_back(feature);
    if (once.size() == features.size()) return;
    report(problems_, field.name, [&] { return "must name each input once; the repeated ones were left out"; });
    features = once;
  }

  void operator()(const Field& field, std::vector<Point>& own, const std::vector<Point>&) const {
    if (own.size() > most_points) {
      report(problems_, field.name, [&] {
        return "has " + std::to_string(own.size()) + " points; at most " + std::to_string(most_points) +
               " are possible, so the first ones are used";
      });
      own.resize(most_points);
    }
    const auto allowed = [&](float value) { return value >= field.low && value <= field.high; };
    const auto wrong = [&](const Point& p) { return !allowed(p.x) || !allowed(p.y) || !allowed(p.label); };
    const auto first = std::find_if(own.begin(), own.end(), wrong);
    if (first == own.end()) return;
    report(problems_, field.name, [&] {
      return "has point " + std::to_string(first - own.begin() + 1) + " with a number that is not " + range_text(field) +
             "; such points were left out";
    });
    std::erase_if(own, wrong);
  }

 private:
  template <class Number>
  void limit(const Field& field, Number& value, Number usual) const {
    const auto given = static_cast<double>(value);
    if (given >= field.low && given <= field.high) return;
    value = static_cast<Number>(std::isnan(given) ? static_cast<double>(usual) : std::clamp(given, field.low, field.high));
    report(problems_, field.name, [&] {
      return "must be " + range_text(field) + ", not " + number_text(given) + "; " + number_text(static_cast<double>(value)) +
             " is used";
    });
  }

  Problems& problems_;
};

// Calls f(Field, value, usual value) for every field.
template <class F>
void visit_with_defaults(Experiment& experiment, F&& f) {
  const Experiment defaults;
  visit_fields(experiment, [&](const Field& field, auto& value) {
    visit_fields(defaults, [&](const Field& other, const auto& usual) {
      if constexpr (std::is_same_v<std::remove_cvref_t<decltype(value)>, std::remove_cvref_t<decltype(usual)>>)
        if (other.name == field.name) f(field, value, usual);
    });
  });
}

// Why these own points cannot be learned from; empty if they can.
std::string trouble_with(const std::vector<Point>& own, bool classes) {
  if (own.size() < 2) return "needs at least two points";
  if (!classes) return {};
  for (std::size_t i = 0; i < own.size(); ++i) {
    const float label = own[i].label;
    if (!(label >= 0 && label < most_classes && std::floor(label) == label))
      return "needs classes that are whole numbers from 0 to " + std::to_string(most_classes - 1) + ", not " +
             number_text(label) + " as at point " + std::to_string(i + 1) +
             " (a link to points with values says data=ownValues)";
  }
  const auto other = [&](const Point& p) { return p.label != own.front().label; };
  return std::any_of(own.begin(), own.end(), other) ? "" : "needs points of at least two classes";
}

BACKPROP_OUT_OF_LINE void repair_own(Experiment& e, Problems& problems) {
  const std::string trouble = trouble_with(e.own, e.data == DataSet::of<Own>());
  if (trouble.empty()) return;
  report(problems, "own", [&] { return trouble + "; the circle is used instead"; });
  const Experiment before = e;
  e.data = DataSet::of<Circle>();
  follow(e, before, Named());
}

void repair_data(Experiment& e, Problems& problems) {
  if (is_own(e.data)) repair_own(e, problems);
  Classes allowed = classes_of(e.data);
  allowed.least = std::max(allowed.least, classes_named_by(e));
  if (e.classes >= allowed.least && e.classes <= allowed.most) return;
  const int given = std::exchange(e.classes, std::clamp(e.classes, allowed.least, allowed.most));
  report(problems, "classes", [&] {
    const std::string label(e.data.label());
    return allowed.most == 0 ? "must be 0, as " + label + " has values to predict, not classes; 0 is used"
           : allowed.least == allowed.most
               ? "must be " + std::to_string(allowed.least) + " with " + label + ", not " + std::to_string(given) + "; " +
                     std::to_string(e.classes) + " is used"
               : "must be from " + std::to_string(allowed.least) + " to " + std::to_string(allowed.most) + " with " + label +
                     ", not " + std::to_string(given) + "; " + std::to_string(e.classes) + " is used";
  });
}

BACKPROP_OUT_OF_LINE void repair_sum(Experiment& e, const Named& named, Problems& problems) {
  const bool keep_validation = named.has("validation") && !named.has("training");
  const std::string given = std::to_string(e.training) + " % and " + std::to_string(e.validation) + " %";
  if (keep_validation) e.training = 100 - e.validation;
  else e.validation = 100 - e.training;
  problems.push_back({keep_validation ? "training" : "validation",
                      "training and validation are " + given + " of the points, more than there are; " +
                          std::to_string(e.training) + " % and " + std::to_string(e.validation) + " % are used."});
}

void repair_split(Experiment& e, const Named& named, Problems& problems) {
  if (e.training + e.validation > 100) repair_sum(e, named, problems);
  if (part_sizes(e).training > 0) return;
  report(problems, "training", [&] {
    return "of " + std::to_string(e.training) +
           " % is not one of so few points; all of them are used, and none to validate or test";
  });
  e.training = 100;
  e.validation = 0;
}

void repair_activations(Experiment& e, Problems& problems) {
  if (e.activations.size() == e.layers.size()) return;
  const Activation last = e.activations.empty() ? Activation::of<Tanh>() : e.activations.back();
  report(problems, "activations", [&] {
    return "names " + std::to_string(e.activations.size()) + " functions for " + std::to_string(e.layers.size()) +
           " hidden layers; one for each is needed, so " +
           (e.activations.size() > e.layers.size() ? "the first ones are used"
                                                   : std::string(last.label()) + " is used for the others");
  });
  e.activations.resize(e.layers.size(), last);
}

void repair_output(Experiment& e, Problems& problems) {
  if (e.classes > 0 || suits_regression(e.output)) return;
  report(problems, "output", [&] {
    return "must be linear or tanh for data with values to predict, as " + std::string(e.output.label()) +
           " gives no negative ones; linear is used";
  });
  e.output = OutputActivation::of<Linear>();
}

// The first output that goes with the cost.
OutputActivation output_for(Cost cost) {
  for (int i = 0; i < OutputActivation::count; ++i)
    if (pairs(cost, OutputActivation::at(i))) return OutputActivation::at(i);
  return {};
}

BACKPROP_OUT_OF_LINE void repair_pairing(Experiment& e, const Named& named, Problems& problems) {
  const std::string_view needs = e.cost.visit([](auto kind) { return decltype(kind)::needs; });
  const std::string refused =
      std::string(e.cost.label()) + " cost " + std::string(needs) + ", not " + std::string(e.output.label()) + "; ";
  const OutputActivation fitting = output_for(e.cost);
  const bool output_may_change = e.classes > 0 || suits_regression(fitting);
  if ((named.has("output") && !named.has("cost")) || !output_may_change) {
    e.cost = e.output == OutputActivation::of<Softmax>() ? Cost::of<LogLikelihood>() : Cost::of<Quadratic>();
    problems.push_back({"cost", refused + "the " + std::string(e.cost.label()) + " cost is used."});
  } else {
    e.output = fitting;
    problems.push_back({"output", refused + "the " + std::string(e.output.label()) + " output is used."});
  }
}

void repair_batch(Experiment& e, const Named& named, Problems& problems) {
  const int most = part_sizes(e).training;
  if (e.batch_size <= most) return;
  // Fewer points bring a smaller batch along; only one that somebody asked for is worth a word.
  if (named.any() && !named.has("batchSize")) {
    e.batch_size = most;
    return;
  }
  report(problems, "batchSize", [&] {
    return "must be from 1 to the " + std::to_string(most) + " training examples, not " + std::to_string(e.batch_size) + "; " +
           std::to_string(most) + " is used";
  });
  e.batch_size = most;
}

void repair_stopping(Experiment& e, Problems& problems) {
  if (e.patience == 0 || part_sizes(e).validation > 0) return;
  report(problems, "patience", [&] {
    return "needs a validation set to watch, and " + std::to_string(e.validation) + " % of the points are none; it is not used";
  });
  e.patience = 0;
}

}  // namespace

std::vector<Problem> repair(Experiment& experiment, const Named& named) {
  Problems problems;
  visit_with_defaults(experiment, Limiter(problems));
  repair_data(experiment, problems);
  repair_split(experiment, named, problems);
  repair_activations(experiment, problems);
  repair_output(experiment, problems);
  if (!pairs(experiment.cost, experiment.output)) repair_pairing(experiment, named, problems);
  repair_batch(experiment, named, problems);
  repair_stopping(experiment, problems);
  return problems;
}

}  // namespace backprop
