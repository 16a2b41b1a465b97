// How well a network does on a set of examples.
#pragma once

#include "backprop.hpp"

namespace backprop {

// Forward passes over many examples go in packs of this many.
using EvaluationLanes = Lanes<16>;

struct Score {
  double cost;      // C over the set; NaN for an empty set
  double accuracy;  // share of examples on the right side of the decision boundary, 0 to 1; NaN for an empty set
};

// Holds a set in the form that the forward pass reads, and the room the pass needs.
class Evaluator {
 public:
  Evaluator(const Network& network, const ExampleSet& set);

  Score score(const Network& network, Cost cost, const Flat<float>& parameters);

 private:
  Examples<EvaluationLanes> examples_;
  Trace<EvaluationLanes> trace_;
};

}  // namespace backprop
