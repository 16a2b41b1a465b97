// One update of the parameters: penalties, clipping, the optimiser's step. In float it trains; in double it is held against
// PyTorch.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>

#include "optimizer.hpp"
#include "out_of_line.hpp"
#include "regularizer.hpp"

namespace backprop {

struct UpdateRule {
  Optimizer optimizer;
  OptimizerSettings settings;
  Penalties penalties;
  double clip_norm = 0;  // the longest gradient that is taken as it is; 0 is no limit
};

// What an optimiser remembers between steps. `first` and `second` are as long as the parameters, or empty where it has none.
template <class Real>
struct OptimizerState {
  Flat<Real> first, second;
  BetaPowers powers;
};

template <class Real>
OptimizerState<Real> fresh_state(Optimizer optimizer, int parameter_count) {
  const auto zeros = [&](bool needed) -> Flat<Real> { return Flat<Real>::Zero(needed ? parameter_count : 0); };
  return {zeros(moments(optimizer) >= 1), zeros(moments(optimizer) >= 2), {}};
}

// The Euclidean length, summed in double from the first entry to the last.
template <class Real>
double norm(const Flat<Real>& vector) {
  double squares = 0;
  for (const Real entry : vector) squares += static_cast<double>(entry) * entry;
  return std::sqrt(squares);
}

// A gradient longer than `most` is shortened to it (PyTorch's clip_grad_norm_, its 10^-6 included).
template <class Real>
BACKPROP_OUT_OF_LINE void clip(double most, Flat<Real>& gradient) {
  const double share = most / (norm(gradient) + 1e-6);
  if (share < 1) gradient *= static_cast<Real>(share);
}

// f(first, count) for each stretch of [first, end) between the parameters `frozen`, which are in order.
template <class F>
void for_each_free(std::span<const std::int32_t> frozen, int first, int end, F&& f) {
  if (frozen.empty()) return f(first, end - first);  // as nearly always
  auto at = std::lower_bound(frozen.begin(), frozen.end(), first);
  while (first < end) {
    const int stop = at == frozen.end() ? end : std::min(end, *at++);
    f(first, stop - first);
    first = stop + 1;
  }
}

// Makes the step for the gradient of the cost C, to which the penalties' gradient is added in place. `before` is room for a
// copy of the parameters, needed with L1. Parameters named in `frozen`, in order, and their moments stay what they are, and
// their gradient counts as 0, also for the length at which it is clipped, as PyTorch has it without requires_grad.
template <class Real>
void descend(const Network& network, const UpdateRule& rule, double learning_rate, Flat<Real>& gradient,
             OptimizerState<Real>& state, Flat<Real>& parameters, Flat<Real>& before,
             std::span<const std::int32_t> frozen = {}) {
  if (rule.penalties.any()) add_penalty_gradient(network, rule.penalties, parameters, gradient);
  for (const std::int32_t at : frozen) gradient[at] = 0;
  if (rule.clip_norm > 0) clip(rule.clip_norm, gradient);
  const bool has_l1 = rule.penalties.l1 != 0;
  if (has_l1) before = parameters;
  if (rule.optimizer == Optimizer::of<AdamW>()) {
    const auto kept = static_cast<Real>(1 - learning_rate * rule.settings.weight_decay);
    for_each_weights(network, [&](int from, int weights) {
      for_each_free(frozen, from, from + weights, [&](int first, int count) { parameters.segment(first, count) *= kept; });
    });
  }
  state.powers.count_step(rule.settings);
  const Step<Real> step{static_cast<Real>(learning_rate), state.powers};
  const auto moment = [](Flat<Real>& flat, int first) { return flat.size() == 0 ? nullptr : flat.data() + first; };
  for_each_free(frozen, 0, static_cast<int>(parameters.size()), [&](int first, int count) {
    // Out of line, so that a page loads but the one that it uses.
    rule.optimizer.visit([&](auto kind) BACKPROP_OUT_OF_LINE {
      update<decltype(kind)>(rule.settings, step, count, parameters.data() + first, gradient.data() + first,
                             moment(state.first, first), moment(state.second, first));
    });
  });
  if (has_l1) stop_at_zero(network, before, parameters);
}

// Made for speed in descent.cpp.
extern template void descend(const Network&, const UpdateRule&, double, Flat<float>&, OptimizerState<float>&, Flat<float>&,
                             Flat<float>&, std::span<const std::int32_t>);

}  // namespace backprop
