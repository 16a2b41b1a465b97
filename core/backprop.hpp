// Feedforward and the four equations of backpropagation (Nielsen, chapter 2), for one example, a batch, and the proof.
//
//   z^l = W^l a^(l-1) + b^l,  a^l = sigma(z^l)                           feedforward
//   delta^L = grad_a C (.) sigma'(z^L)                                   BP1
//   delta^l = ((W^(l+1))^T delta^(l+1)) (.) sigma'(z^l)                  BP2
//   dC/db^l_j = delta^l_j                                                BP3
//   dC/dw^l_jk = a^(l-1)_k delta^l_j                                     BP4
//
// Each line is that equation for a pack of examples at once (Scalar = Lanes<N>) or for one example (Scalar = double). delta
// belongs to the cost C_x of its own example; BP3 and BP4 are averaged over the m examples of a batch.
// Here `error` is delta, as in Nielsen's text.
#pragma once

#include <vector>

#include "cost.hpp"
#include "examples.hpp"
#include "network.hpp"

namespace backprop {

// What one pack of examples leaves behind on its way through the network and back; [l] is layer l, [0] the input.
// Made once, reused for every pack.
template <class Scalar>
struct Trace {
  std::vector<Vector<Scalar>> weighted_input;  // z^l, neurons; [0] is not used
  std::vector<Vector<Scalar>> activation;      // a^l, neurons; a^0 = x
  std::vector<Vector<Scalar>> error;           // delta^l, neurons; [0] is not used

  explicit Trace(const Network& network) {
    for (int l = 0; l <= network.last(); ++l) {
      weighted_input.emplace_back(network.neurons(l));
      activation.emplace_back(network.neurons(l));
      error.emplace_back(network.neurons(l));
    }
  }
};

template <class Scalar>
void feedforward(const Network& network, const Flat<RealOf<Scalar>>& parameters, const Pack<Scalar>& pack,
                 Trace<Scalar>& trace) {
  trace.activation[0] = pack.input;
  for (int l = 1; l <= network.last(); ++l) {
    const auto W = weights(parameters, network.layer(l));
    const auto b = biases(parameters, network.layer(l));
    auto& z = trace.weighted_input[l];
    auto& a = trace.activation[l];
    z.noalias() = W.lazyProduct(trace.activation[l - 1]) + b.template cast<Scalar>();
    network.visit_activation(l,
                             [&](auto sigma) { a = z.unaryExpr([](const Scalar& zj) { return decltype(sigma)::value(zj); }); });
  }
}

// BP1. Where cost and output activation fit each other, sigma' cancels and delta^L = a^L - y (see cost.hpp).
// Filler lanes get delta = 0: from here on they add nothing to any sum.
template <class Scalar>
void output_error(const Network& network, Cost cost, const Pack<Scalar>& pack, Trace<Scalar>& trace) {
  const auto& z = trace.weighted_input.back();
  const auto& a = trace.activation.back();
  const auto& y = pack.desired;
  auto& delta = trace.error.back();
  cost.visit([&](auto c) {
    network.output().visit([&](auto sigma) {
      using C = decltype(c);
      using Sigma = decltype(sigma);
      if constexpr (C::template collapses<Sigma>) {
        delta = a - y;
      } else {
        const auto gradient = [](const Scalar& aj, const Scalar& yj) { return C::gradient(aj, yj); };
        const auto slope = [](const Scalar& zj, const Scalar& aj) { return Sigma::derivative(zj, aj); };
        delta = a.binaryExpr(y, gradient).cwiseProduct(z.binaryExpr(a, slope));
      }
    });
  });
  if (pack.count < ScalarTraits<Scalar>::width)
    for (Scalar& error : delta) error = keep_first(error, pack.count);
}

// BP2: from the errors of layer l+1 to those of layer l.
template <class Scalar>
void hidden_error(const Network& network, const Flat<RealOf<Scalar>>& parameters, int l, Trace<Scalar>& trace) {
  const auto W = weights(parameters, network.layer(l + 1));
  const auto& z = trace.weighted_input[l];
  const auto& a = trace.activation[l];
  network.visit_activation(l, [&](auto sigma) {
    const auto slope = [](const Scalar& zj, const Scalar& aj) { return decltype(sigma)::derivative(zj, aj); };
    trace.error[l].noalias() = W.transpose().lazyProduct(trace.error[l + 1]).cwiseProduct(z.binaryExpr(a, slope));
  });
}

// BP3, summed over the pack's examples and added to the gradient.
template <class Scalar>
void add_bias_gradient(const Network& network, int l, const Trace<Scalar>& trace, Flat<RealOf<Scalar>>& gradient) {
  const auto sum = [](const Scalar& over_examples) { return sum_lanes(over_examples); };
  biases(gradient, network.layer(l)) += trace.error[l].unaryExpr(sum);
}

// BP4, summed over the pack's examples and added to the gradient: row j of dC/dW is delta_j a^T.
template <class Scalar>
void add_weight_gradient(const Network& network, int l, const Trace<Scalar>& trace, Flat<RealOf<Scalar>>& gradient) {
  auto rows = weights(gradient, network.layer(l));
  const auto& a = trace.activation[l - 1];
  for (int j = 0; j < rows.rows(); ++j)
    add_summed_products(trace.error[l][j], a.data(), static_cast<int>(a.size()), rows.row(j).data());
}

// The gradient of C = (1/m) sum_x C_x over a batch of m examples: for each pack, one pass forward and one back.
template <class Scalar>
void backpropagate(const Network& network, Cost cost, const Flat<RealOf<Scalar>>& parameters, const Examples<Scalar>& batch,
                   Trace<Scalar>& trace, Flat<RealOf<Scalar>>& gradient) {
  using Real = RealOf<Scalar>;
  gradient.setZero();
  for (const Pack<Scalar>& pack : batch.packs()) {
    feedforward(network, parameters, pack, trace);
    output_error(network, cost, pack, trace);
    for (int l = network.last() - 1; l >= 1; --l) hidden_error(network, parameters, l, trace);
    for (int l = network.last(); l >= 1; --l) {
      add_bias_gradient(network, l, trace, gradient);
      add_weight_gradient(network, l, trace, gradient);
    }
  }
  gradient *= Real(1) / static_cast<Real>(batch.count());
}

// sum_x C_x over the examples of a pack that has been fed forward.
template <class Scalar>
RealOf<Scalar> summed_cost(Cost cost, const Pack<Scalar>& pack, const Trace<Scalar>& trace) {
  const auto& z = trace.weighted_input.back();
  const auto& a = trace.activation.back();
  return cost.visit([&](auto c) {
    Scalar sum(0);
    for (int j = 0; j < a.size(); ++j) sum += decltype(c)::value(z[j], a[j], pack.desired[j]);
    return sum_lanes(keep_first(sum, pack.count));
  });
}

}  // namespace backprop
