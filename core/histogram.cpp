#include "histogram.hpp"

#include <algorithm>
#include <cmath>

namespace backprop {

namespace {

using Scalar = EvaluationLanes;

struct Extremes {
  double low = 0, high = 0;
  void take(double value) {
    if (!std::isfinite(value)) return;
    low = std::min(low, value);
    high = std::max(high, value);
  }
};

template <class F>
void for_each_entry(const Vector<Scalar>& vector, int examples, F&& f) {
  for (const Scalar& entry : vector)
    for (int i = 0; i < examples; ++i) f(static_cast<double>(entry.part[i / 4][i % 4]));
}

void count(double value, Histogram& histogram) {
  if (!std::isfinite(value)) return;
  const auto bins = static_cast<double>(histogram.counts.size());
  const double place = (value - histogram.low) / (histogram.high - histogram.low) * bins;
  ++histogram.counts[static_cast<std::size_t>(std::clamp(place, 0.0, bins - 1))];
}

double next_power_of_two(double size) {
  if (size == 0) return 0;
  int exponent;
  const double fraction = std::frexp(size, &exponent);
  return std::ldexp(1, fraction == 0.5 ? exponent - 1 : exponent);
}

// Of an unbounded activation that took these values; some width there must be.
Extremes rounded_outward(const Extremes& values) {
  const Extremes rounded{0 - next_power_of_two(-values.low), next_power_of_two(values.high)};
  return rounded.low == rounded.high ? Extremes{0, 1} : rounded;
}

Extremes slopes_of(Activation sigma) {
  Extremes slopes;
  for (int i = -320; i <= 320; ++i)
    slopes.take(sigma.visit([&](auto f) { return decltype(f)::at(i / 8.0).derivative; }));  // z from -40 to 40
  return slopes;
}

Histogram empty(const Extremes& ends, int bins) { return {ends.low, ends.high, std::vector<std::int32_t>(bins)}; }

}  // namespace

std::vector<LayerHistograms> layer_histograms(const Network& network, const Flat<float>& parameters, const ExampleSet& set,
                                              int bins) {
  const int last = network.last();
  const Examples<Scalar> examples(set);
  Trace<Scalar> trace(network);

  std::vector<Extremes> seen(last + 1);
  for (const auto& pack : examples.packs()) {
    feedforward(network, parameters, pack, trace);
    for (int l = 1; l <= last; ++l) for_each_entry(trace.activation[l], pack.count, [&](double a) { seen[l].take(a); });
  }

  std::vector<LayerHistograms> histograms;
  for (int l = 1; l <= last; ++l) {
    const auto range_of = [](auto choice) { return choice.visit([](auto f) { return decltype(f)::range; }); };
    const std::optional<Range> range = l < last ? range_of(network.layer(l).activation) : range_of(network.output());
    const auto sigma = l < last ? std::optional(network.layer(l).activation) : elementwise(network.output());
    const Extremes ends = range ? Extremes{range->low, range->high} : rounded_outward(seen[l]);
    histograms.push_back({empty(ends, bins), std::nullopt});
    if (sigma) histograms.back().derivatives = empty(slopes_of(*sigma), bins);
  }
  for (const auto& pack : examples.packs()) {
    feedforward<Pass::training>(network, parameters, pack, trace);
    for (int l = 1; l <= last; ++l) {
      auto& [activations, derivatives] = histograms[l - 1];
      for_each_entry(trace.activation[l], pack.count, [&, &into = activations](double a) { count(a, into); });
      if (derivatives) for_each_entry(trace.derivative[l], pack.count, [&, &into = *derivatives](double s) { count(s, into); });
    }
  }
  return histograms;
}

}  // namespace backprop
