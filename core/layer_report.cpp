#include "layer_report.hpp"

#include <cmath>
#include <limits>

namespace backprop {

namespace {

using Scalar = EvaluationLanes;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

// In double: the square of an error that many layers have shrunk to 10^-23 is no float.
double squared_norm(const Vector<Scalar>& vector) {
  double sum = 0;
  for (const Scalar& entry : vector)
    for (const Float4& part : entry.part)
      for (int i = 0; i < 4; ++i) sum += static_cast<double>(part[i]) * part[i];
  return sum;
}

// Sums over packs, for one layer.
struct Sums {
  double errors = 0;   // ||delta^l||^2
  double carried = 0;  // ||(W^(l+1))^T delta^(l+1)||^2
  int saturated = 0;   // neurons and examples
  std::vector<bool> alive;
};

void look_at_derivatives(const Vector<Scalar>& derivative, int count, double least, Sums& sums) {
  sums.alive.resize(derivative.size(), false);
  for (int j = 0; j < derivative.size(); ++j)
    for (int i = 0; i < count; ++i) {
      const double slope = std::fabs(derivative[j].part[i / 4][i % 4]);
      sums.saturated += slope < least ? 1 : 0;
      if (slope > 0) sums.alive[j] = true;
    }
}

double slope_at_zero(Activation sigma) {
  return sigma.visit([](auto f) { return decltype(f)::at(0.0).derivative; });
}

}  // namespace

std::vector<LayerReport> report_layers(const Network& network, Cost cost, const Flat<float>& parameters,
                                       const ExampleSet& set) {
  const int last = network.last();
  const Examples<Scalar> examples(set);
  Trace<Scalar> trace(network);
  Flat<float> gradient = Flat<float>::Zero(network.parameter_count());
  std::vector<Sums> sums(last + 1);
  for (const auto& pack : examples.packs()) {
    feedforward<Pass::training>(network, parameters, pack, trace);
    feed_back(network, cost, parameters, pack, trace);
    for (int l = 1; l <= last; ++l) {
      add_bias_gradient(network, l, trace, gradient);
      add_weight_gradient(network, l, trace, gradient);
      sums[l].errors += squared_norm(trace.error[l]);
      if (l == last) continue;
      const Vector<Scalar> carried = weights(parameters, network.layer(l + 1)).transpose().lazyProduct(trace.error[l + 1]);
      sums[l].carried += squared_norm(carried);
      const double least = 0.05 * slope_at_zero(network.layer(l).activation);
      look_at_derivatives(trace.derivative[l], pack.count, least, sums[l]);
    }
  }
  gradient /= static_cast<float>(set.size());

  std::vector<LayerReport> reports;
  for (int l = 1; l <= last; ++l) {
    const Layer& layer = network.layer(l);
    const Sums& s = sums[l];
    const bool hidden = l < last;
    const int pairs = layer.neurons * set.size();
    int dead = 0;
    for (const bool alive : s.alive) dead += alive ? 0 : 1;
    reports.push_back({
        .error_norm = std::sqrt(s.errors / set.size()),
        .weight_gradient_norm = weights(gradient, layer).cast<double>().norm(),
        .bias_gradient_norm = biases(gradient, layer).cast<double>().norm(),
        .weight_norm = weights(parameters, layer).cast<double>().norm(),
        .saturated = hidden && saturates(layer.activation) ? static_cast<double>(s.saturated) / pairs : nan,
        .dead = hidden ? static_cast<double>(dead) / layer.neurons : nan,
        .shrinkage_by_weights = hidden ? std::sqrt(s.carried / sums[l + 1].errors) : nan,
        .shrinkage_by_derivative = hidden ? std::sqrt(s.errors / s.carried) : nan,
    });
  }
  return reports;
}

}  // namespace backprop
