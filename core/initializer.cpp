#include "initializer.hpp"

#include <algorithm>
#include <cmath>

#include "random.hpp"

namespace backprop {

Flat<float> initial_parameters(const Network& network, std::uint32_t seed) {
  Flat<float> parameters = Flat<float>::Zero(network.parameter_count());
  for (int l = 1; l <= network.last(); ++l) {
    auto W = weights(parameters, network.layer(l));
    const float deviation = 1 / std::sqrt(static_cast<float>(W.cols()));
    for (int j = 0; j < W.rows(); ++j) {
      Random random(seed, Stream::weights, static_cast<std::uint64_t>(l) << 32 | static_cast<std::uint64_t>(j));
      for (int k = 0; k < W.cols(); ++k) W(j, k) = deviation * random.normal();
    }
  }
  return parameters;
}

Flat<float> transplant(const Network& from, const Flat<float>& parameters, const Network& to, const Flat<float>& fresh) {
  Flat<float> result = fresh;
  const auto carry = [&](int from_l, int to_l) {
    const auto W = weights(parameters, from.layer(from_l));
    const auto b = biases(parameters, from.layer(from_l));
    auto W_new = weights(result, to.layer(to_l));
    auto b_new = biases(result, to.layer(to_l));
    const auto rows = std::min(W.rows(), W_new.rows());
    const auto cols = std::min(W.cols(), W_new.cols());
    W_new.topLeftCorner(rows, cols) = W.topLeftCorner(rows, cols);
    b_new.head(rows) = b.head(rows);
  };
  for (int l = 1; l < std::min(from.last(), to.last()); ++l) carry(l, l);
  carry(from.last(), to.last());
  return result;
}

}  // namespace backprop
