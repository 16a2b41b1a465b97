// Feedforward and the four equations of backpropagation (Nielsen, chapter 2), for one example, a batch, and the proof.
//
//   z^l = W^l a^(l-1) + b^l,  a^l = sigma(z^l)                           feedforward
//   delta^L = grad_a C (.) sigma'(z^L)                                   BP1
//   delta^l = ((W^(l+1))^T delta^(l+1)) (.) sigma'(z^l)                  BP2
//   dC/db^l_j = delta^l_j                                                BP3
//   dC/dw^l_jk = a^(l-1)_k delta^l_j                                     BP4
//
// Each line is that equation for a pack of examples at once (Scalar = Lanes<N>) or for one example (Scalar = double, or float).
// delta belongs to the cost C_x of its own example; BP3 and BP4 are averaged over the m examples of a batch. Here `error` is
// delta, as in Nielsen's text.
#pragma once

#include <vector>

#include "cost.hpp"
#include "elementwise.hpp"
#include "examples.hpp"
#include "network.hpp"
#include "out_of_line.hpp"
#include "products.hpp"

namespace backprop {

// What one pack of examples leaves behind on its way through the network and back; [l] is layer l, [0] the input.
// Made once, reused for every pack.
template <class Scalar>
struct Trace {
  std::vector<Vector<Scalar>> weighted_input;  // z^l, neurons; [0] is not used
  std::vector<Vector<Scalar>> activation;      // a^l, neurons; a^0 = x
  std::vector<Vector<Scalar>> derivative;      // sigma'(z^l), neurons; [0] is not used, [L] neither with softmax
  std::vector<Vector<Scalar>> error;           // delta^l, neurons; [0] is not used
  std::vector<Vector<Scalar>> mask;            // dropout's mask of hidden layer l (see dropout.hpp); empty without dropout

  explicit Trace(const Network& network) {
    for (int l = 0; l <= network.last(); ++l)
      for (auto* vectors : {&weighted_input, &activation, &derivative, &error}) vectors->emplace_back(network.neurons(l));
  }
};

enum class Pass {
  forward,   // what is needed for answers and costs
  training,  // also sigma'(z^l), and dropout where there are masks
};

// z^l = W^l a^(l-1) + b^l
template <class Scalar>
void weigh_inputs(const Network& network, const Flat<RealOf<Scalar>>& parameters, int l, Trace<Scalar>& trace) {
  const Layer& layer = network.layer(l);
  const auto W = weights(parameters, layer);
  const auto b = biases(parameters, layer);
  const auto& a = trace.activation[l - 1];
  auto& z = trace.weighted_input[l];
  multiply(W.data(), layer.neurons, layer.inputs, a.data(), b.data(), z.data());
}

// a^l = sigma(z^l)
template <Pass pass, class Scalar>
void activate_layer(Activation sigma, int l, Trace<Scalar>& trace) {
  auto& a = trace.activation[l];
  const int count = static_cast<int>(a.size()) * parts_each<Scalar>;
  const auto* z = parts_of(trace.weighted_input[l].data());
  if constexpr (pass == Pass::training) activate(sigma, count, z, parts_of(a.data()), parts_of(trace.derivative[l].data()));
  else activate(sigma, count, z, parts_of(a.data()));
}

// Dropout multiplies both a^l and, by the chain rule, its derivative by the mask; BP1 to BP4 stay as they are.
template <class Scalar>
BACKPROP_OUT_OF_LINE void drop_out(int l, Trace<Scalar>& trace) {
  trace.activation[l] = trace.activation[l].cwiseProduct(trace.mask[l]);
  trace.derivative[l] = trace.derivative[l].cwiseProduct(trace.mask[l]);
}

template <Pass pass = Pass::forward, class Scalar>
void feedforward(const Network& network, const Flat<RealOf<Scalar>>& parameters, const Pack<Scalar>& pack,
                 Trace<Scalar>& trace) {
  trace.activation[0] = pack.input;
  const int last = network.last();
  for (int l = 1; l < last; ++l) {
    weigh_inputs(network, parameters, l, trace);
    activate_layer<pass>(network.layer(l).activation, l, trace);
    if (pass == Pass::training && !trace.mask.empty()) drop_out(l, trace);
  }
  weigh_inputs(network, parameters, last, trace);
  if (const auto sigma = elementwise(network.output())) activate_layer<pass>(*sigma, last, trace);
  else
    softmax(network.neurons(last), parts_each<Scalar>, parts_of(trace.weighted_input[last].data()),
            parts_of(trace.activation[last].data()));
}

// BP1. Softmax is not elementwise: in place of sigma' stands its Jacobian, delta_j = a_j (g_j - sum_k g_k a_k) with g = grad_a
// C. Where cost and output activation fit each other, all this cancels and delta^L = a^L - y (see cost.hpp). Filler lanes get
// delta = 0: from here on they add nothing to any sum.
template <class Scalar>
void output_error(const Network& network, Cost cost, const Pack<Scalar>& pack, Trace<Scalar>& trace) {
  const auto& a = trace.activation.back();
  const auto& y = pack.desired;
  auto& delta = trace.error.back();
  if (collapses(cost, network.output())) {
    delta = a - y;
  } else {
    const int neurons = static_cast<int>(a.size());
    const int each = parts_each<Scalar>;
    cost_gradient(cost, neurons * each, parts_of(a.data()), parts_of(y.data()), parts_of(delta.data()));
    if (elementwise(network.output())) delta = delta.cwiseProduct(trace.derivative.back());
    else softmax_error(neurons, each, parts_of(a.data()), parts_of(delta.data()));
  }
  if (pack.count < ScalarTraits<Scalar>::width)
    for (Scalar& error : delta) error = keep_first(error, pack.count);
}

// BP2: from the errors of layer l+1 to those of layer l.
template <class Scalar>
void hidden_error(const Network& network, const Flat<RealOf<Scalar>>& parameters, int l, Trace<Scalar>& trace) {
  const Layer& above = network.layer(l + 1);
  const auto W = weights(parameters, above);
  multiply_transposed(W.data(), above.neurons, above.inputs, trace.error[l + 1].data(), trace.derivative[l].data(),
                      trace.error[l].data());
}

// BP3, summed over the pack's examples and added to the gradient.
template <class Scalar>
void add_bias_gradient(const Network& network, int l, const Trace<Scalar>& trace, Flat<RealOf<Scalar>>& gradient) {
  const auto& delta = trace.error[l];
  add_sums(delta.data(), static_cast<int>(delta.size()), biases(gradient, network.layer(l)).data());
}

// BP4, summed over the pack's examples and added to the gradient: dC/dW = delta a^T.
template <class Scalar>
void add_weight_gradient(const Network& network, int l, const Trace<Scalar>& trace, Flat<RealOf<Scalar>>& gradient) {
  const auto& delta = trace.error[l];
  const auto& a = trace.activation[l - 1];
  add_summed_products(delta.data(), static_cast<int>(delta.size()), a.data(), static_cast<int>(a.size()),
                      weights(gradient, network.layer(l)).data());
}

// BP1 and BP2 for a pack that has been fed forward.
template <class Scalar>
void feed_back(const Network& network, Cost cost, const Flat<RealOf<Scalar>>& parameters, const Pack<Scalar>& pack,
               Trace<Scalar>& trace) {
  output_error(network, cost, pack, trace);
  for (int l = network.last() - 1; l >= 1; --l) hidden_error(network, parameters, l, trace);
}

// The gradient of C = (1/m) sum_x C_x over a batch of m examples: for each pack, one pass forward and one back.
// `before(p)` is called before pack p, to draw its masks.
template <class Scalar, class Before>
void backpropagate(const Network& network, Cost cost, const Flat<RealOf<Scalar>>& parameters, const Examples<Scalar>& batch,
                   Trace<Scalar>& trace, Flat<RealOf<Scalar>>& gradient, Before&& before) {
  using Real = RealOf<Scalar>;
  gradient.setZero();
  int p = 0;
  for (const Pack<Scalar>& pack : batch.packs()) {
    before(p++);
    feedforward<Pass::training>(network, parameters, pack, trace);
    feed_back(network, cost, parameters, pack, trace);
    for (int l = network.last(); l >= 1; --l) {
      add_bias_gradient(network, l, trace, gradient);
      add_weight_gradient(network, l, trace, gradient);
    }
  }
  gradient *= Real(1) / static_cast<Real>(batch.count());
}
template <class Scalar>
void backpropagate(const Network& network, Cost cost, const Flat<RealOf<Scalar>>& parameters, const Examples<Scalar>& batch,
                   Trace<Scalar>& trace, Flat<RealOf<Scalar>>& gradient) {
  backpropagate(network, cost, parameters, batch, trace, gradient, [](int) {});
}

// sum_x C_x over the examples of a pack that has been fed forward.
template <class Scalar>
RealOf<Scalar> summed_cost(Cost cost, const Pack<Scalar>& pack, const Trace<Scalar>& trace) {
  return cost.visit([&](auto c) BACKPROP_OUT_OF_LINE {  // one is used and five would be loaded
    const Scalar sum = decltype(c)::value(trace.weighted_input.back(), trace.activation.back(), pack.desired);
    return sum_lanes(keep_first(sum, pack.count));
  });
}

// C over all examples, without penalties.
template <class Scalar>
double mean_cost(const Network& network, Cost cost, const Flat<RealOf<Scalar>>& parameters, const Examples<Scalar>& examples,
                 Trace<Scalar>& trace) {
  double sum = 0;
  for (const Pack<Scalar>& pack : examples.packs()) {
    feedforward(network, parameters, pack, trace);
    sum += summed_cost(cost, pack, trace);
  }
  return sum / examples.count();
}

}  // namespace backprop
