#include "gradient_check.hpp"

namespace backprop {

GradientCheck check_gradient(const Network& network, Cost cost, const Flat<double>& parameters, const ExampleSet& set,
                             double step) {
  Examples<double> examples(network.neurons(0), network.neurons(network.last()), set.size());
  examples.gather(set, set.size(), [](int i) { return i; });
  Trace<double> trace(network);

  GradientCheck check;
  check.by_backpropagation.resize(network.parameter_count());
  check.by_difference.resize(network.parameter_count());
  backpropagate(network, cost, parameters, examples, trace, check.by_backpropagation);

  Flat<double> moved = parameters;
  const auto cost_at = [&](int i, double value) {
    moved[i] = value;
    double sum = 0;
    for (const auto& example : examples.packs()) {
      feedforward(network, moved, example, trace);
      sum += summed_cost(cost, example, trace);
    }
    return sum / examples.count();
  };
  for (int i = 0; i < network.parameter_count(); ++i) {
    const double above = cost_at(i, parameters[i] + step);
    const double below = cost_at(i, parameters[i] - step);
    moved[i] = parameters[i];
    check.by_difference[i] = (above - below) / (2 * step);
  }
  for (int l = 1; l <= network.last(); ++l) {
    const Layer& layer = network.layer(l);
    const auto size = layer.biases_at + layer.neurons - layer.weights_at;
    const auto analytic = check.by_backpropagation.segment(layer.weights_at, size).matrix();
    const auto numeric = check.by_difference.segment(layer.weights_at, size).matrix();
    const double norms = analytic.norm() + numeric.norm();
    check.relative_error.push_back(norms == 0 ? 0 : (analytic - numeric).norm() / norms);
  }
  return check;
}

}  // namespace backprop
