// How a gradient becomes a step.
#pragma once

#include "network.hpp"

namespace backprop {

// Gradient descent: w -> w' = w - eta grad C. With the gradient of a mini-batch this is stochastic gradient descent.
inline void descend(Flat<float>& parameters, const Flat<float>& gradient, float learning_rate) {
  parameters -= learning_rate * gradient;
}

}  // namespace backprop
