// How well mini-batches stand for the whole: their gradients beside the full one.
#pragma once

#include <cstdint>
#include <vector>

#include "batch_step.hpp"

namespace backprop {

struct GradientFan {
  double full_norm;             // of the gradient over the whole set
  std::vector<double> cosines;  // of the angle between each mini-batch's gradient and the full one; NaN where one of them is 0
  std::vector<double> norms;    // of each mini-batch's gradient
};

// `count` mini-batches of `batch_size` examples, each drawn anew without repetition. Of C without penalties and dropout.
GradientFan gradient_fan(const Network& network, Cost cost, const Flat<float>& parameters, const ExampleSet& set,
                         int batch_size, int count, std::uint32_t seed);

}  // namespace backprop
