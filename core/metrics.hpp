// How well a network does on a set of examples.
#pragma once

#include <array>

#include "backprop.hpp"

namespace backprop {

// Forward passes over many examples go in packs of this many.
using EvaluationLanes = Lanes<16>;

// What does not apply, and everything of an empty set, is NaN.
struct Score {
  int examples;
  double cost;      // C over the set, without penalties
  double accuracy;  // share of examples whose class the network decides on, 0 to 1
  double
      r_squared;  // of regression: share of the values' variance that the network explains; 1 is all, 0 no more than the mean
  double rmse;    // of regression: root of the mean squared difference, in the values' own units

  // confusion[c][d]: how many examples of class c the network takes for class d.
  std::array<std::array<int, most_classes>, most_classes> confusion;
};

// Holds a set in the form that the forward pass reads, and the room the pass needs.
class Evaluator {
 public:
  // classes: 0 is regression
  Evaluator(const Network& network, const ExampleSet& set, int classes);

  Score score(const Network& network, Cost cost, const Flat<float>& parameters);

 private:
  void judge_sides(float bound, int first, int count, Score& score) const;
  void judge_classes(float bound, int first, int count, Score& score) const;
  double squared_difference(const Pack<EvaluationLanes>& pack) const;

  Examples<EvaluationLanes> examples_;
  Trace<EvaluationLanes> trace_;
  int classes_;
  std::vector<int> right_;  // of each example, its class
  double variance_ = 0;     // of the values of regression
};

}  // namespace backprop
