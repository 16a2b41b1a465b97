#include "metrics.hpp"

#include <limits>

namespace backprop {

Evaluator::Evaluator(const Network& network, const ExampleSet& set)
    : examples_(network.neurons(0), network.neurons(network.last()), set.size()), trace_(network) {
  examples_.gather(set, set.size(), [](int i) { return i; });
}

Score Evaluator::score(const Network& network, Cost cost, const Flat<float>& parameters) {
  if (examples_.count() == 0) return {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN()};
  const Range range = output_range(network.output());
  const float boundary = (range.low + range.high) / 2;
  double cost_sum = 0;
  int right = 0;
  for (const auto& pack : examples_.packs()) {
    feedforward(network, parameters, pack, trace_);
    cost_sum += summed_cost(cost, pack, trace_);
    float a[EvaluationLanes::width];
    float y[EvaluationLanes::width];
    trace_.activation.back()[0].store(a);
    pack.desired[0].store(y);
    for (int i = 0; i < pack.count; ++i) right += (a[i] > boundary) == (y[i] > boundary) ? 1 : 0;
  }
  return {cost_sum / examples_.count(), static_cast<double>(right) / examples_.count()};
}

}  // namespace backprop
