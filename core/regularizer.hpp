// Penalties on large weights, added to the cost; biases are free (Nielsen, chapter 3, "Regularization").
//
//   L2: lambda/2 sum w^2, whose gradient lambda w is PyTorch's weight_decay, but for clipping, which here sees it too. Nielsen
//   writes lambda/(2n) sum w^2 over n training examples (equation 85): his lambda is n times this one.
//   L1: lambda sum |w|, whose gradient is lambda sign(w), taken as 0 at w = 0 (Nielsen's equations 95 and 96, again with 1/n).
#pragma once

#include "network.hpp"
#include "out_of_line.hpp"

namespace backprop {

struct Penalties {
  double l1 = 0;  // lambda of each; 0 is none
  double l2 = 0;

  bool any() const { return l1 != 0 || l2 != 0; }
};

struct PenaltyValues {
  double l1, l2;  // the two terms as they stand in the cost
};

template <class Real>
PenaltyValues penalty_values(const Network& network, const Penalties& penalties, const Flat<Real>& parameters) {
  double absolute = 0;
  double squares = 0;
  for_each_weights(network, [&](int first, int count) {
    for (int i = first; i < first + count; ++i) {
      const double w = parameters[i];
      absolute += w < 0 ? -w : w;
      squares += w * w;
    }
  });
  return {penalties.l1 * absolute, penalties.l2 / 2 * squares};
}

template <class Real>
BACKPROP_OUT_OF_LINE void add_penalty_gradient(const Network& network, const Penalties& penalties, const Flat<Real>& parameters,
                                               Flat<Real>& gradient) {
  const auto l1 = static_cast<Real>(penalties.l1);
  const auto l2 = static_cast<Real>(penalties.l2);
  for_each_weights(network, [&](int first, int count) {
    const Real* __restrict w = parameters.data() + first;
    Real* __restrict g = gradient.data() + first;
    for (int i = 0; i < count; ++i) g[i] += l2 * w[i] + (w[i] > 0 ? l1 : w[i] < 0 ? -l1 : 0);
  });
}

// With L1 a weight that a step carried across zero stops there: otherwise it would only jump to and fro around it. In the next
// step the penalty does not hold it, so that it can come back to life.
template <class Real>
BACKPROP_OUT_OF_LINE void stop_at_zero(const Network& network, const Flat<Real>& before, Flat<Real>& parameters) {
  for_each_weights(network, [&](int first, int count) {
    for (int i = first; i < first + count; ++i)
      if ((before[i] < 0 && parameters[i] > 0) || (before[i] > 0 && parameters[i] < 0)) parameters[i] = 0;
  });
}

}  // namespace backprop
