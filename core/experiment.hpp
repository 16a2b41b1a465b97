// Everything that determines a run, in one plain struct: the same experiment gives the same numbers, bit for bit, everywhere.
//
// Its text form, `data=spiral&layers=8,8&...`, is the share link, a test's fixture and a saved file at once.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cost.hpp"
#include "dataset.hpp"
#include "descent.hpp"
#include "features.hpp"
#include "initializer.hpp"
#include "network.hpp"
#include "schedule.hpp"
#include "split.hpp"

namespace backprop {

// The defaults belong to the text form, which leaves them out: they never change.
struct Experiment {
  // ---- data
  DataSet data = DataSet::of<Circle>();
  int classes = 2;              // 2 to 6 where the data set allows it; 0 is regression
  int points = 250;             // in all three sets together
  double noise = 0.1;           // standard deviation of the points' jitter, in units of the plane
  double label_noise = 0;       // share of points with another class; in regression the standard deviation added to values
  std::uint32_t data_seed = 1;  // draws the points, both kinds of noise and the split
  std::vector<Point> own;       // the points of the data sets `own` and `ownValues`
  int training = 60;            // percent of the points that are learned from
  int validation = 20;          // percent to tune and stop by; the rest is the test set

  // ---- network
  std::vector<Feature> features = {Feature::of<X1>(), Feature::of<X2>()};
  std::vector<int> layers = {4, 4};  // neurons of each hidden layer, from the input on
  std::vector<Activation> activations = {Activation::of<Tanh>(), Activation::of<Tanh>()};  // one per hidden layer
  OutputActivation output = OutputActivation::of<Tanh>();
  Initializer initializer = Initializer::of<NormalFanIn>();
  BiasInitializer bias_initializer = BiasInitializer::of<ZeroBiases>();
  std::uint32_t seed = 1;  // draws the initial parameters, the order of the examples and dropout's masks

  // ---- training
  Cost cost = Cost::of<Quadratic>();
  double l1 = 0;       // lambda of sum |w|
  double l2 = 0;       // lambda of 1/2 sum w^2
  double dropout = 0;  // probability that a hidden neuron is left out, for each example anew
  Optimizer optimizer = Optimizer::of<GradientDescent>();
  double learning_rate = 0.03;  // eta
  OptimizerSettings optimizer_settings;
  Schedule schedule = Schedule::of<Constant>();
  double schedule_factor = 0.1;  // f; its usual value comes with the schedule
  int schedule_epochs = 100;     // T, likewise
  double clip_norm = 0;          // longest gradient; 0 is no limit
  int batch_size = 10;           // m, examples per iteration; at most the training set

  // ---- stopping; 0 is never
  int stop_epochs = 0;        // after so many epochs
  double target_cost = 0;     // when the training cost is no larger
  int patience = 0;           // when the validation cost has not improved for so many epochs,
  bool restore_best = false;  // going back to the parameters where it was best
  double gradient_bound = 0;  // when the norm of the gradient over the training set is smaller
};

// A setting that was not as it should be: which, and one sentence that says what is allowed and what was done.
struct Problem {
  std::string field;  // an Experiment field's name in text form, an unknown name as it came, or "link" for the whole text
  std::string message;
};

// Name in text form, and limits of a number (for lists: of each entry). Unlimited kinds leave them zero.
struct Field {
  std::string_view name;
  double low = 0;
  double high = 0;
};

inline constexpr int most_hidden_layers = 10;
inline constexpr int least_points = 10;
inline constexpr int most_points = 10000;
inline constexpr double largest_own_number = 1000;  // of coordinates and values

// Calls visit(Field, value) for every field, in the order of the text form. The limits are written here and nowhere else.
template <class AnyExperiment, class Visit>
void visit_fields(AnyExperiment& e, Visit&& visit) {
  visit(Field{"data"}, e.data);
  visit(Field{"classes", 0, most_classes}, e.classes);
  visit(Field{"points", least_points, most_points}, e.points);
  visit(Field{"noise", 0, 2}, e.noise);
  visit(Field{"labelNoise", 0, 0.5}, e.label_noise);
  visit(Field{"dataSeed", 0, 4294967295.0}, e.data_seed);
  visit(Field{"own", -largest_own_number, largest_own_number}, e.own);
  visit(Field{"training", 10, 100}, e.training);
  visit(Field{"validation", 0, 90}, e.validation);
  visit(Field{"features"}, e.features);
  visit(Field{"layers", 1, 128}, e.layers);
  visit(Field{"activations"}, e.activations);
  visit(Field{"output"}, e.output);
  visit(Field{"initializer"}, e.initializer);
  visit(Field{"biasInitializer"}, e.bias_initializer);
  visit(Field{"seed", 0, 4294967295.0}, e.seed);
  visit(Field{"cost"}, e.cost);
  visit(Field{"l1", 0, 1}, e.l1);
  visit(Field{"l2", 0, 1}, e.l2);
  visit(Field{"dropout", 0, 0.9}, e.dropout);
  visit(Field{"optimizer"}, e.optimizer);
  visit(Field{"learningRate", 0.00001, 10}, e.learning_rate);
  visit(Field{"momentum", 0, 0.999}, e.optimizer_settings.momentum);
  visit(Field{"smoothing", 0, 0.9999}, e.optimizer_settings.smoothing);
  visit(Field{"beta1", 0, 0.999}, e.optimizer_settings.beta1);
  visit(Field{"beta2", 0, 0.9999}, e.optimizer_settings.beta2);
  visit(Field{"weightDecay", 0, 1}, e.optimizer_settings.weight_decay);
  visit(Field{"schedule"}, e.schedule);
  visit(Field{"scheduleFactor", 0, 1}, e.schedule_factor);
  visit(Field{"scheduleEpochs", 1, 1000000}, e.schedule_epochs);
  visit(Field{"clipNorm", 0, 1000}, e.clip_norm);
  visit(Field{"batchSize", 1, most_points}, e.batch_size);
  visit(Field{"stopEpochs", 0, 1000000000}, e.stop_epochs);
  visit(Field{"targetCost", 0, 1000}, e.target_cost);
  visit(Field{"patience", 0, 1000000}, e.patience);
  visit(Field{"restoreBest"}, e.restore_best);
  visit(Field{"gradientBound", 0, 1000}, e.gradient_bound);
}

// "from 10 to 10000": the limits of a field, for sentences.
std::string range_text(const Field& field);

// The fields that somebody has set, as opposed to those that only are as they were.
class Named {
 public:
  void add(std::string_view field) { fields_.emplace_back(field); }
  bool has(std::string_view field) const;
  bool any() const { return !fields_.empty(); }

 private:
  std::vector<std::string> fields_;
};

// With own points the number of classes that their labels speak of, else 0.
int classes_named_by(const Experiment& experiment);

// Brings along what goes with a setting that somebody has set: other data their number of classes and, where the task is
// another one, its usual output and cost; another schedule its usual numbers; fewer layers fewer activations. What is named
// stays, but for the last activation named, which all further layers have.
void follow(Experiment& experiment, const Experiment& before, const Named& named);

// Problems of an experiment made in code; empty means it can be run.
std::vector<Problem> validate(const Experiment& experiment);

// Brings every field to the nearest allowed value and says what was changed. Of two settings that do not go together, the one
// that is not named gives way.
std::vector<Problem> repair(Experiment& experiment, const Named& named = {});

// The points, with their strata, of generated data and of one's own.
Points points_of(const Experiment& experiment);

// Examples in the three sets.
PartSizes part_sizes(const Experiment& experiment);

Network make_network(const Experiment& experiment);
UpdateRule update_rule(const Experiment& experiment);

// eta in the epoch after so many completed ones.
double learning_rate(const Experiment& experiment, std::uint64_t epochs);

}  // namespace backprop
