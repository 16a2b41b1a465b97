#include "network.hpp"

namespace backprop {

Network::Network(int inputs, const std::vector<int>& hidden, const std::vector<Activation>& activations, int outputs,
                 OutputActivation output)
    : output_(output) {
  eigen_assert(hidden.size() == activations.size());
  const auto add = [&](int from, int to, Activation activation) {
    const int weights_at = parameter_count_;
    const int biases_at = weights_at + from * to;
    layers_.push_back({from, to, weights_at, biases_at, activation});
    parameter_count_ = biases_at + to;
  };
  for (std::size_t l = 0; l < hidden.size(); ++l) add(l == 0 ? inputs : hidden[l - 1], hidden[l], activations[l]);
  add(hidden.empty() ? inputs : hidden.back(), outputs, Activation{});
}

bool Network::same_shape(const Network& other) const {
  if (last() != other.last()) return false;
  for (int l = 0; l <= last(); ++l)
    if (neurons(l) != other.neurons(l)) return false;
  return true;
}

}  // namespace backprop
