#include "metrics.hpp"

#include <cmath>
#include <cstring>
#include <limits>

#include "out_of_line.hpp"

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
    : examples_(set), trace_(network), classes_(classes) {
  if (classes > 0) {
    const float bound = decision_bound(network.output());
    const int neurons = network.neurons(network.last());
    for (int i = 0; i < set.size(); ++i) right_.push_back(decided_class(bound, set.desired.col(i).data(), neurons));
  } else if (set.size() > 0) {
    const Eigen::ArrayXd values = set.desired.row(0).transpose().cast<double>();
    variance_ = (values - values.mean()).square().mean();
  }
}

Score Evaluator::score(const Network& network, Cost cost, const Flat<float>& parameters) {
  const int n = examples_.count();
  Score score{n, nan, nan, nan, nan, {}};
  if (n == 0) return score;
  double costs = 0;
  double squares = 0;
  int first = 0;
  const float bound = decision_bound(network.output());
  for (const auto& pack : examples_.packs()) {
    feedforward(network, parameters, pack, trace_);
    costs += summed_cost(cost, pack, trace_);
    if (classes_ > 0 && trace_.activation.back().size() == 1) judge_sides(bound, first, pack.count, score);
    else if (classes_ > 0) judge_classes(bound, first, pack.count, score);
    else squares += squared_difference(pack);
    first += pack.count;
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

// The examples from `first` on, which have been fed forward last. A single neuron answers by the side of the bound it is on:
// counted without branches, which chance would mispredict.
void Evaluator::judge_sides(float bound, int first, int count, Score& score) const {
  float answered[ScalarTraits<EvaluationLanes>::width];
  std::memcpy(answered, trace_.activation.back().data(), sizeof answered);
  const int* right = right_.data() + first;
  int ones = 0, taken_for_ones = 0, both = 0;
  for (int i = 0; i < count; ++i) {
    const int one = answered[i] > bound ? 1 : 0;
    ones += right[i];
    taken_for_ones += one;
    both += one & right[i];
  }
  score.confusion[1][1] += both;
  score.confusion[1][0] += ones - both;
  score.confusion[0][1] += taken_for_ones - both;
  score.confusion[0][0] += count - ones - taken_for_ones + both;
}

// The same of several neurons.
BACKPROP_OUT_OF_LINE void Evaluator::judge_classes(float bound, int first, int count, Score& score) const {
  const auto& a = trace_.activation.back();
  float answered[most_classes];
  for (int i = 0; i < count; ++i) {
    take_lane(a, i, answered);
    ++score.confusion[right_[first + i]][decided_class(bound, answered, static_cast<int>(a.size()))];
  }
}

BACKPROP_OUT_OF_LINE double Evaluator::squared_difference(const Pack<EvaluationLanes>& pack) const {
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
