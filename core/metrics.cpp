#include "metrics.hpp"

#include <cmath>
#include <limits>

namespace backprop {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

// One example's entries of vectors of lanes.
template <class V>
void take_lane(const V& lanes, int lane, float* to) {
  for (int j = 0; j < lanes.size(); ++j) to[j] = lanes[j].part[lane / 4][lane % 4];
}

}  // namespace

Evaluator::Evaluator(const Network& network, const ExampleSet& set, int classes)
    : examples_(network.neurons(0), network.neurons(network.last()), set.size()), trace_(network), classes_(classes) {
  examples_.gather(set, set.size(), [](int i) { return i; });
  if (classes == 0 && set.size() > 0) {
    const Eigen::ArrayXd values = set.desired.row(0).transpose().cast<double>();
    variance_ = (values - values.mean()).square().mean();
  }
}

Score Evaluator::score(const Network& network, Cost cost, const Flat<float>& parameters) {
  Score score{nan, nan, nan, nan, {}};
  const int n = examples_.count();
  if (n == 0) return score;
  double costs = 0;
  double squares = 0;
  for (const auto& pack : examples_.packs()) {
    feedforward(network, parameters, pack, trace_);
    costs += summed_cost(cost, pack, trace_);
    if (classes_ > 0) judge_classes(network.output(), pack, score);
    else squares += squared_difference(pack);
  }
  score.cost = costs / n;
  if (classes_ > 0) {
    int right = 0;
    for (int c = 0; c < classes_; ++c) right += score.confusion[c][c];
    score.accuracy = static_cast<double>(right) / n;
  } else {
    score.rmse = std::sqrt(squares / n);
    score.r_squared = variance_ > 0 ? 1 - squares / n / variance_ : nan;
  }
  return score;
}

void Evaluator::judge_classes(OutputActivation output, const Pack<EvaluationLanes>& pack, Score& score) const {
  const auto& a = trace_.activation.back();
  const int neurons = static_cast<int>(a.size());
  float answered[most_classes];
  float desired[most_classes];
  for (int i = 0; i < pack.count; ++i) {
    take_lane(a, i, answered);
    take_lane(pack.desired, i, desired);
    ++score.confusion[decided_class(output, desired, neurons)][decided_class(output, answered, neurons)];
  }
}

double Evaluator::squared_difference(const Pack<EvaluationLanes>& pack) const {
  double sum = 0;
  for (int i = 0; i < pack.count; ++i) {
    float answered[1];
    float desired[1];
    take_lane(trace_.activation.back(), i, answered);
    take_lane(pack.desired, i, desired);
    const double difference = static_cast<double>(answered[0]) - desired[0];
    sum += difference * difference;
  }
  return sum;
}

}  // namespace backprop
