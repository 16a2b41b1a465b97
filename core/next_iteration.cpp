#include "next_iteration.hpp"

namespace backprop {

namespace {

// The points of the training set's examples, in their order.
std::vector<int> training_points(const Trainer& trainer) {
  std::vector<int> points;
  points.reserve(trainer.training_set().size());
  for (int p = 0; p < static_cast<int>(trainer.points().size()); ++p)
    if (trainer.parts()[p] == Part::training) points.push_back(p);
  return points;
}

}  // namespace

NextIteration next_iteration(Trainer& trainer) {
  const Network& network = trainer.network();
  const Cost cost = trainer.experiment().cost;
  const Flat<double> w = trainer.progress().parameters.cast<double>();
  const Batch batch = trainer.next_batch();
  const Examples<double> examples(batch);
  Trace<double> trace(network);

  NextIteration result;
  const std::vector<int> points = training_points(trainer);
  for (int i = 0; i < batch.count; ++i) result.points.push_back(points[batch.order[i]]);
  result.gradient.resize(network.parameter_count());
  backpropagate(network, cost, w, examples, trace, result.gradient);
  result.penalty_gradient = Flat<double>::Zero(network.parameter_count());
  add_penalty_gradient(network, update_rule(trainer.experiment()).penalties, w, result.penalty_gradient);
  result.cost = mean_cost(network, cost, w, examples, trace);
  result.step = trainer.next_parameters().cast<double>() - w;
  return result;
}

}  // namespace backprop
