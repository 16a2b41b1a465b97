// Everything that determines a run, in one plain struct: the same experiment gives the same numbers, bit for bit, everywhere.
//
// Its text form, `data=spiral&points=250&layers=8,8&...`, is the share link, a test's fixture and a saved file at once.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cost.hpp"
#include "dataset.hpp"
#include "network.hpp"

namespace backprop {

struct Experiment {
  DataSet data = DataSet::of<Circle>();
  int points = 250;             // in all three sets together
  double noise = 0.1;           // standard deviation of the points' jitter, in units of the plane
  std::uint32_t data_seed = 1;  // draws the points, their jitter and the split

  int training = 60;    // percent of the points that are learned from
  int validation = 20;  // percent that watch over the settings; the rest is the test set

  std::vector<int> layers = {4, 4};  // neurons of each hidden layer, from the input on
  std::vector<Activation> activations = {Activation::of<Tanh>(), Activation::of<Tanh>()};  // one per hidden layer
  OutputActivation output = OutputActivation::of<Tanh>();
  Cost cost = Cost::of<Quadratic>();

  double learning_rate = 0.03;  // eta
  int batch_size = 10;          // m, examples per iteration; at most the training set
  std::uint32_t seed = 1;       // draws the initial weights and the order of the examples
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

inline constexpr int most_hidden_layers = 6;

// Calls visit(Field, value) for every field, in the order of the text form. The limits are written here and nowhere else.
template <class AnyExperiment, class Visit>
void visit_fields(AnyExperiment& e, Visit&& visit) {
  visit(Field{"data"}, e.data);
  visit(Field{"points", 10, 10000}, e.points);
  visit(Field{"noise", 0, 2}, e.noise);
  visit(Field{"dataSeed", 0, 4294967295.0}, e.data_seed);
  visit(Field{"training", 10, 100}, e.training);
  visit(Field{"validation", 0, 90}, e.validation);
  visit(Field{"layers", 1, 8}, e.layers);
  visit(Field{"activations"}, e.activations);
  visit(Field{"output"}, e.output);
  visit(Field{"cost"}, e.cost);
  visit(Field{"learningRate", 0.00001, 10}, e.learning_rate);
  visit(Field{"batchSize", 1, 10000}, e.batch_size);
  visit(Field{"seed", 0, 4294967295.0}, e.seed);
}

// Problems of an experiment made in code; empty means it can be run.
std::vector<Problem> validate(const Experiment& experiment);

// Brings every field to the nearest allowed value and says what was changed. `named` lists the fields somebody has just set,
// separated by spaces: of two settings that do not go together, the other one gives way.
std::vector<Problem> repair(Experiment& experiment, std::string_view named = {});

Network make_network(const Experiment& experiment);

}  // namespace backprop
