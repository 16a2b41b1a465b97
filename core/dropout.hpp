// Dropout (Nielsen, chapter 3): in every iteration each neuron of the hidden layers is left out with probability p,
// here, as in PyTorch, for each example on its own.
//
// The activations of those that stay are scaled by 1/(1-p), so that their sum has the same mean as without dropout and nothing
// needs to change when the network answers (PyTorch's Dropout; Nielsen halves the weights afterwards instead).
#pragma once

#include "backprop.hpp"
#include "random.hpp"

namespace backprop {

// Fills the masks of a pack's hidden layers: 0 with probability p, else 1/(1-p), for each neuron and each example on its own.
template <class Scalar>
void draw_masks(const Network& network, double p, Random& random, Trace<Scalar>& trace) {
  constexpr int width = ScalarTraits<Scalar>::width;
  const auto dropped = static_cast<std::uint64_t>(p * 4294967296.0);
  using Real = RealOf<Scalar>;
  const auto scale = static_cast<Real>(1 / (1 - p));
  trace.mask.resize(network.last());
  for (int l = 1; l < network.last(); ++l) {
    trace.mask[l].resize(network.neurons(l));
    for (Scalar& mask : trace.mask[l]) {
      Real lanes[width];
      for (Real& lane : lanes) lane = random.bits() < dropped ? 0 : scale;
      if constexpr (width == 1) mask = lanes[0];
      else mask = Scalar::load(lanes);
    }
  }
}

}  // namespace backprop
