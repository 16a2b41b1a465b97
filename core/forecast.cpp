#include "forecast.hpp"

#include "batch_step.hpp"
#include "exact_cost.hpp"

namespace backprop {

namespace {

Flat<double> present(const Trainer& trainer) { return trainer.progress().parameters.cast<double>(); }

CostChange cost_change(const Trainer& trainer, const Batch& batch, const Flat<double>& dw) {
  const Flat<double> w = present(trainer);
  ExactCost cost(trainer, batch);
  return {(cost.gradient(w) * dw).sum(), cost.at(w + dw) - cost.at(w)};
}

}  // namespace

Forecast forecast(Trainer& trainer) {
  const Flat<double> dw = trainer.next_parameters().cast<double>() - present(trainer);
  return {cost_change(trainer, trainer.next_batch(), dw), cost_change(trainer, whole_training_set(trainer), dw), norm(dw)};
}

std::vector<double> costs_ahead(Trainer& trainer, double steps, int count) {
  const Flat<double> w = present(trainer);
  const Flat<double> dw = trainer.next_parameters().cast<double>() - w;
  ExactCost cost(trainer, whole_training_set(trainer));
  std::vector<double> costs;
  for (int i = 0; i < count; ++i) costs.push_back(cost.at(w + steps * i / (count - 1) * dw));
  return costs;
}

}  // namespace backprop
