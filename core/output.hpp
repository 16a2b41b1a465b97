// Activation functions of the output layer, and what they make the desired outputs.
//
// Two classes need one output neuron, whose two desired values lie on either side of the decision boundary; with softmax, and
// for more classes, there is one neuron for each class. Regression has one neuron that gives the value itself.
#pragma once

#include "activation.hpp"

namespace backprop {

// Softmax: a_j = e^z_j / sum_k e^z_k (Nielsen, chapter 3, equation 78). It is not elementwise: every a_j depends on every z_k,
// da_j/dz_k = a_j ([j = k] - a_k). So it has no `at`; see core/elementwise.hpp.
struct Softmax {
  static constexpr Entry entry{"softmax", "softmax", R"(a_j = \frac{e^{z_j}}{\sum_k e^{z_k}})"};
  static constexpr std::optional<Range> range = Range{0, 1};
};

using OutputActivation = Choice<Tanh, Sigmoid, Linear, Softmax>;

// The activation function that each output neuron applies to its own weighted input; none for softmax.
inline std::optional<Activation> elementwise(OutputActivation output) {
  return output.visit([](auto f) -> std::optional<Activation> {
    if constexpr (std::is_same_v<decltype(f), Softmax>) return std::nullopt;
    else return Activation::of<decltype(f)>();
  });
}

// Desired outputs: `low` for examples that are not of a neuron's class and `high` for those that are.
inline Range desired_range(OutputActivation output) {
  return output.visit([](auto f) { return decltype(f)::range.value_or(Range{-1, 1}); });
}

// Whether it suits regression, which needs outputs that can take, or come near, any value of its data.
inline bool suits_regression(OutputActivation output) {
  return output == OutputActivation::of<Linear>() || output == OutputActivation::of<Tanh>();
}

// Most classes that points can have.
inline constexpr int most_classes = 6;

// Output neurons for so many classes; regression has 0 classes.
inline int output_neurons(OutputActivation output, int classes) {
  if (classes == 0) return 1;
  return classes > 2 || output == OutputActivation::of<Softmax>() ? classes : 1;
}

// A single neuron says class 1 above the middle of its desired values and class 0 elsewhere.
inline float decision_bound(OutputActivation output) {
  const Range range = desired_range(output);
  return (range.low + range.high) / 2;
}

// The network's decision: the class whose neuron is the most active, or what a single neuron says.
inline int decided_class(float bound, const float* activations, int neurons) {
  if (neurons == 1) return activations[0] > bound ? 1 : 0;
  int most = 0;
  for (int j = 1; j < neurons; ++j)
    if (activations[j] > activations[most]) most = j;
  return most;
}

}  // namespace backprop
