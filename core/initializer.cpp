#include "initializer.hpp"

#include <algorithm>

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

namespace {

// From one output neuron, which speaks for class 1, to one for each of two classes, or back: z = z_1 - z_0 decides alike.
void carry_outputs(const Layer& from, const Flat<float>& parameters, const Layer& to, const std::vector<int>& column_from,
                   Flat<float>& result) {
  const auto W = weights(parameters, from);
  const auto b = biases(parameters, from);
  auto W_new = weights(result, to);
  auto b_new = biases(result, to);
  const bool split = from.neurons == 1 && to.neurons == 2;
  const bool join = from.neurons == 2 && to.neurons == 1;
  if (!split && !join) return;
  for (int k = 0; k < to.inputs; ++k) {
    const int old = column_from[k];
    if (old < 0 || old >= from.inputs) continue;
    if (split) W_new.col(k) << -W(0, old) / 2, W(0, old) / 2;
    else W_new(0, k) = W(1, old) - W(0, old);
  }
  if (split) b_new << -b[0] / 2, b[0] / 2;
  else b_new[0] = b[1] - b[0];
}

}  // namespace

Flat<float> transplant(const Network& from, const Flat<float>& parameters, const Network& to,
                       const std::vector<int>& input_from, const Flat<float>& fresh) {
  Flat<float> result = fresh;
  // Layer `old_layer` becomes layer l; column_from[k] is the old neuron before it that is the new neuron k, or none.
  const auto carry = [&](int old_layer, int l, const std::vector<int>& column_from) {
    const auto W = weights(parameters, from.layer(old_layer));
    const auto b = biases(parameters, from.layer(old_layer));
    auto W_new = weights(result, to.layer(l));
    auto b_new = biases(result, to.layer(l));
    const auto rows = std::min(W.rows(), W_new.rows());
    for (int k = 0; k < W_new.cols(); ++k) {
      const int old = column_from[k];
      if (old >= 0 && old < W.cols()) W_new.col(k).head(rows) = W.col(old).head(rows);
    }
    b_new.head(rows) = b.head(rows);
  };
  const auto columns = [&](int l) { return l == 1 ? input_from : in_order(to.layer(l).inputs); };
  for (int l = 1; l < std::min(from.last(), to.last()); ++l) carry(l, l, columns(l));

  const int last = to.last();
  const int outputs = from.neurons(from.last());
  if (outputs == to.neurons(last)) {
    // Inputs of the network are no neurons of a hidden layer.
    const bool is_alike = from.last() == last || (from.last() > 1 && last > 1);
    carry(from.last(), last, is_alike ? columns(last) : std::vector<int>(to.layer(last).inputs, -1));
  } else if (from.last() == last && last > 0) {
    carry_outputs(from.layer(last), parameters, to.layer(last), columns(last), result);
  }
  return result;
}

}  // namespace backprop
