#include "initializer.hpp"

#include <algorithm>
#include <numeric>

namespace backprop {

Flat<float> initial_parameters(const Network& network, Initializer initializer, BiasInitializer bias_initializer,
                               std::uint32_t seed) {
  Flat<float> parameters(network.parameter_count());
  for (int l = 1; l <= network.last(); ++l) {
    auto W = weights(parameters, network.layer(l));
    auto b = biases(parameters, network.layer(l));
    const auto fan_in = static_cast<float>(W.cols());
    const auto fan_out = static_cast<float>(W.rows());
    for (int j = 0; j < W.rows(); ++j) {
      const std::uint64_t neuron = static_cast<std::uint64_t>(l) << 32 | static_cast<std::uint64_t>(j);
      Random for_weights(seed, Stream::weights, neuron);
      Random for_bias(seed, Stream::biases, neuron);
      initializer.visit([&](auto kind) {
        for (int k = 0; k < W.cols(); ++k) W(j, k) = decltype(kind)::draw(for_weights, fan_in, fan_out);
      });
      b[j] = bias_initializer.visit([&](auto kind) { return decltype(kind)::draw(for_bias); });
    }
  }
  return parameters;
}

Flat<float> transplant(const Network& from, const Flat<float>& parameters, const Network& to,
                       const std::vector<int>& input_from, const Flat<float>& fresh) {
  Flat<float> result = fresh;
  const auto carry = [&](int from_l, int to_l) {
    const auto W = weights(parameters, from.layer(from_l));
    const auto b = biases(parameters, from.layer(from_l));
    auto W_new = weights(result, to.layer(to_l));
    auto b_new = biases(result, to.layer(to_l));
    const auto rows = std::min(W.rows(), W_new.rows());
    for (int k = 0; k < W_new.cols(); ++k) {
      const int old = to_l == 1 && from_l == 1 ? input_from[k] : k;
      if (old >= 0 && old < W.cols()) W_new.col(k).head(rows) = W.col(old).head(rows);
    }
    b_new.head(rows) = b.head(rows);
  };
  for (int l = 1; l < std::min(from.last(), to.last()); ++l) carry(l, l);
  carry(from.last(), to.last());
  return result;
}

}  // namespace backprop
