#include "exact_cost.hpp"

namespace backprop {

ExactCost::ExactCost(const Trainer& trainer, const Batch& batch)
    : network_(trainer.network()),
      cost_(trainer.experiment().cost),
      penalties_(update_rule(trainer.experiment()).penalties),
      examples_(batch),
      trace_(network_) {}

double ExactCost::at(const Flat<double>& w) {
  const PenaltyValues penalty = penalty_values(network_, penalties_, w);
  return mean_cost(network_, cost_, w, examples_, trace_) + penalty.l1 + penalty.l2;
}

Flat<double> ExactCost::gradient(const Flat<double>& w) {
  Flat<double> gradient(network_.parameter_count());
  backpropagate(network_, cost_, w, examples_, trace_, gradient);
  add_penalty_gradient(network_, penalties_, w, gradient);
  return gradient;
}

Batch whole_training_set(const Trainer& trainer) {
  return {trainer.training_set(), trainer.progress().order.data(), trainer.training_set().size()};
}

}  // namespace backprop
