// Backpropagation held against the definition of a derivative, parameter by parameter, in double.
#pragma once

#include <vector>

#include "backprop.hpp"
#include "regularizer.hpp"

namespace backprop {

struct GradientCheck {
  int first;                        // the entries below are those of parameters first, first + 1, ..
  Flat<double> by_backpropagation;  // dC/dw
  Flat<double> by_difference;       // difference quotient; see below
  Flat<double> relative_error;      // |difference of the two| / the larger of them; see below
  std::vector<bool> at_kink;        // between w - h and w + h lies a kink of ReLU or the like: there the quotient, not the
                                    // gradient, is wrong
  double worst = 0;                 // largest relative error but for kinks
  int worst_at = -1;                // the parameter that has it, -1 if all are at kinks
};

// Of C with its penalties over the whole set. `count` parameters from `first` on; each takes some passes over the set.
//
// The quotient is the central difference D(h) = (C(w + h) - C(w - h)) / 2h, refined as (4 D(h/2) - D(h)) / 3 (Richardson): the
// remaining error is of the order h^4, so that h = 0.002 can be large enough for tiny gradients not to drown in rounding. Where
// there is a kink that near, it is D(10^-5). An entry that is small beside the others of its layer is measured against a
// hundredth of their root mean square, for the quotient has no more digits than that.
GradientCheck check_gradient(const Network& network, Cost cost, const Penalties& penalties, const Flat<double>& parameters,
                             const ExampleSet& set, int first, int count);

// All parameters.
GradientCheck check_gradient(const Network& network, Cost cost, const Penalties& penalties, const Flat<double>& parameters,
                             const ExampleSet& set);

}  // namespace backprop
