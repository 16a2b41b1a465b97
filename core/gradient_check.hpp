// Backpropagation held against the definition of a derivative.
#pragma once

#include <vector>

#include "backprop.hpp"

namespace backprop {

struct GradientCheck {
  Flat<double> by_backpropagation;
  Flat<double> by_difference;          // (C(w + h) - C(w - h)) / 2h for every parameter
  std::vector<double> relative_error;  // per layer: ||difference of the two|| / (sum of their norms); [0] is layer 1
};

// Computed in double on the whole set. `step` is h. Near a kink of ReLU the central difference, not the gradient, is wrong.
GradientCheck check_gradient(const Network& network, Cost cost, const Flat<double>& parameters, const ExampleSet& set,
                             double step = 1e-5);

}  // namespace backprop
