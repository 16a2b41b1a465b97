#include "gradient_check.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace backprop {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

// The cost as a function of one parameter, and which neurons stand on which side of their kinks.
class Probe {
 public:
  Probe(const Network& network, Cost cost, const Penalties& penalties, const Flat<double>& parameters,
        const Examples<double>& examples)
      : network_(network), cost_(cost), penalties_(penalties), moved_(parameters), examples_(examples), trace_(network) {}

  struct Quotient {
    double value;
    bool kink;  // between the two places
  };

  // D(h) for parameter i.
  Quotient central_difference(int i, double h) {
    const double above = cost_at(i, moved_[i] + h);
    std::swap(sides_, other_sides_);
    const double below = cost_at(i, moved_[i] - h);
    return {(above - below) / (2 * h), sides_ != other_sides_};
  }

 private:
  double cost_at(int i, double value) {
    const double kept = std::exchange(moved_[i], value);
    sides_.assign(1, penalties_.l1 != 0 && is_weight(i) && value > 0);  // L1 has a kink at w = 0
    double sum = 0;
    for (const auto& example : examples_.packs()) {
      feedforward(network_, moved_, example, trace_);
      sum += summed_cost(cost_, example, trace_);
      note_sides(example);
    }
    const PenaltyValues penalty = penalty_values(network_, penalties_, moved_);
    moved_[i] = kept;
    return sum / examples_.count() + penalty.l1 + penalty.l2;
  }

  bool is_weight(int i) const {
    bool found = false;
    for_each_weights(network_, [&](int first, int count) { found = found || (i >= first && i < first + count); });
    return found;
  }

  void note_sides(const Pack<double>& example) {
    for (int l = 1; l < network_.last(); ++l)
      if (has_kink(network_.layer(l).activation))
        for (const double z : trace_.weighted_input[l]) sides_.push_back(z > 0);
    if (cost_ == Cost::of<Huber>())
      for (const double d : trace_.activation.back() - example.desired) sides_.push_back(std::fabs(d) > 1);
  }

  const Network& network_;
  Cost cost_;
  Penalties penalties_;
  Flat<double> moved_;
  const Examples<double>& examples_;
  Trace<double> trace_;
  std::vector<bool> sides_, other_sides_;  // on which side of its kink each weighted input lies
};

// For every parameter, a hundredth of the root mean square of its layer's gradient.
Flat<double> error_scale(const Network& network, const Flat<double>& gradient) {
  Flat<double> scale(gradient.size());
  for (int l = 1; l <= network.last(); ++l) {
    const Layer& layer = network.layer(l);
    const auto size = layer.biases_at + layer.neurons - layer.weights_at;
    const double mean_square = gradient.segment(layer.weights_at, size).square().mean();
    scale.segment(layer.weights_at, size).setConstant(0.01 * std::sqrt(mean_square));
  }
  return scale;
}

}  // namespace

GradientCheck check_gradient(const Network& network, Cost cost, const Penalties& penalties, const Flat<double>& parameters,
                             const ExampleSet& set, int first, int count) {
  const Examples<double> examples(set);
  Trace<double> trace(network);
  Flat<double> gradient(network.parameter_count());
  backpropagate(network, cost, parameters, examples, trace, gradient);
  add_penalty_gradient(network, penalties, parameters, gradient);
  const Flat<double> scale = error_scale(network, gradient);

  GradientCheck check;
  check.first = first;
  check.by_backpropagation = gradient.segment(first, count);
  check.by_difference.resize(count);
  check.relative_error.resize(count);
  Probe probe(network, cost, penalties, parameters, examples);
  for (int i = 0; i < count; ++i) {
    const int at = first + i;
    constexpr double h = 0.002;
    Probe::Quotient quotient = probe.central_difference(at, h);
    if (quotient.kink) quotient = probe.central_difference(at, 1e-5);
    else quotient.value = (4 * probe.central_difference(at, h / 2).value - quotient.value) / 3;
    const double difference = std::fabs(quotient.value - gradient[at]);
    const double size = std::max({std::fabs(quotient.value), std::fabs(gradient[at]), scale[at]});
    check.by_difference[i] = quotient.value;
    const double error = difference == 0 ? 0 : difference / size;
    check.relative_error[i] = std::isnan(error) ? infinity : error;  // NaN compares with nothing: it would pass unseen
    check.at_kink.push_back(quotient.kink);
    if (quotient.kink || (check.worst_at >= 0 && check.relative_error[i] <= check.worst)) continue;
    check.worst = check.relative_error[i];
    check.worst_at = at;
  }
  return check;
}

GradientCheck check_gradient(const Network& network, Cost cost, const Penalties& penalties, const Flat<double>& parameters,
                             const ExampleSet& set) {
  return check_gradient(network, cost, penalties, parameters, set, 0, network.parameter_count());
}

}  // namespace backprop
