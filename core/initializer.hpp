// Initial parameters.
//
// An initialiser draws one weight of a neuron with fan_in inputs in a layer of fan_out neurons. To add one: write its struct
// here and name it in its list.
#pragma once

#include <cmath>
#include <cstdint>

#include "network.hpp"
#include "random.hpp"

namespace backprop {

// All neurons of a layer then compute the same and learn the same, for ever.
struct ZeroWeights {
  static constexpr Entry entry{"zero", "zero", "w = 0"};
  static float draw(Random&, float, float) { return 0; }
};
// TensorFlow Playground's.
struct UniformHalf {
  static constexpr Entry entry{"uniform", "uniform ±0.5", R"(w \sim U(-\tfrac12, \tfrac12))"};
  static float draw(Random& random, float, float) { return random.uniform(-0.5f, 0.5f); }
};
// Nielsen's first choice (chapter 3, "Weight initialization"): weighted inputs grow with the number of inputs, neurons
// saturate.
struct StandardNormal {
  static constexpr Entry entry{"normal", "N(0, 1)", R"(w \sim N(0, 1))"};
  static float draw(Random& random, float, float) { return random.normal(); }
};
// Nielsen's better one, the same place: weighted inputs start near 1 in size whatever the number of inputs.
struct NormalFanIn {
  static constexpr Entry entry{"normalFanIn", "N(0, 1/fan-in)", R"(w \sim N(0, 1/n_{in}))"};
  static float draw(Random& random, float fan_in, float) { return 1 / std::sqrt(fan_in) * random.normal(); }
};
// Glorot and Bengio, 2010 (PyTorch's xavier_): a compromise between signals forward and errors backward.
struct GlorotUniform {
  static constexpr Entry entry{"glorotUniform", "Glorot uniform", R"(w \sim U(-a, a),\ a = \sqrt{6 / (n_{in} + n_{out})})"};
  static float draw(Random& random, float fan_in, float fan_out) {
    const float a = std::sqrt(6 / (fan_in + fan_out));
    return random.uniform(-a, a);
  }
};
struct GlorotNormal {
  static constexpr Entry entry{"glorotNormal", "Glorot normal", R"(w \sim N(0, 2 / (n_{in} + n_{out})))"};
  static float draw(Random& random, float fan_in, float fan_out) { return std::sqrt(2 / (fan_in + fan_out)) * random.normal(); }
};
// He et al., 2015 (PyTorch's kaiming_): ReLU passes on half of what it gets.
struct HeUniform {
  static constexpr Entry entry{"heUniform", "He uniform", R"(w \sim U(-a, a),\ a = \sqrt{6 / n_{in}})"};
  static float draw(Random& random, float fan_in, float) {
    const float a = std::sqrt(6 / fan_in);
    return random.uniform(-a, a);
  }
};
struct HeNormal {
  static constexpr Entry entry{"heNormal", "He normal", R"(w \sim N(0, 2 / n_{in}))"};
  static float draw(Random& random, float fan_in, float) { return std::sqrt(2 / fan_in) * random.normal(); }
};

using Initializer =
    Choice<ZeroWeights, UniformHalf, StandardNormal, NormalFanIn, GlorotUniform, GlorotNormal, HeUniform, HeNormal>;

struct ZeroBiases {
  static constexpr Entry entry{"zero", "zero", "b = 0"};
  static float draw(Random&) { return 0; }
};
// TensorFlow Playground's.
struct TenthBiases {
  static constexpr Entry entry{"tenth", "0.1", "b = 0.1"};
  static float draw(Random&) { return 0.1f; }
};
// Nielsen's, who says that it matters little.
struct NormalBiases {
  static constexpr Entry entry{"normal", "N(0, 1)", R"(b \sim N(0, 1))"};
  static float draw(Random& random) { return random.normal(); }
};

using BiasInitializer = Choice<ZeroBiases, TenthBiases, NormalBiases>;

// Every neuron draws from streams of its own: adding neurons to a layer leaves the initial parameters of its others as they
// are, but for the scale of an initialiser that looks at fan_out.
Flat<float> initial_parameters(const Network& network, Initializer initializer, BiasInitializer biases, std::uint32_t seed);

// Carries parameters, or an optimiser's moments, over to a network of another shape: a weight between two neurons that both
// still exist survives, as does the bias of a neuron. The output layer keeps its parameters however many layers
// come before it, so that a layer that is added and taken away again leaves everything as it was. With the same number of
// layers it also survives where two classes change from one output neuron for both to one each, or back. input_from[k] is the
// old input that is the new input k, or -1. What is new takes its value from `fresh`.
Flat<float> transplant(const Network& from, const Flat<float>& parameters, const Network& to,
                       const std::vector<int>& input_from, const Flat<float>& fresh);

}  // namespace backprop
