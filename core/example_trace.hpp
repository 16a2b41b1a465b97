// One example on its way through the network and back, with every number, in double.
#pragma once

#include <vector>

#include "backprop.hpp"

namespace backprop {

struct ExampleTrace {
  std::vector<Vector<double>> weighted_input;  // z^l; [0] is empty
  std::vector<Vector<double>> activation;      // a^l; [0] is the input
  std::vector<Vector<double>> derivative;      // sigma'(z^l); [0] is empty, and so is [L] with softmax
  std::vector<Vector<double>> error;           // delta^l; [0] is empty
  Vector<double> cost_gradient;                // grad_a C_x, outputs
  Flat<double> gradient;                       // of this example's C_x, without penalties
  double cost;                                 // C_x
};

// Example `i` of the set.
ExampleTrace trace_example(const Network& network, Cost cost, const Flat<float>& parameters, const ExampleSet& set, int i);

}  // namespace backprop
