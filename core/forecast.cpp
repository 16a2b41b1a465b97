#include "forecast.hpp"

#include "batch_step.hpp"

namespace backprop {

namespace {

CostChange cost_change(const Trainer& trainer, const Batch& batch, const Flat<double>& dw) {
  const Network& network = trainer.network();
  const Experiment& experiment = trainer.experiment();
  const Penalties penalties = update_rule(experiment).penalties;
  const Flat<double> w = trainer.progress().parameters.cast<double>();
  Examples<double> examples(network.neurons(0), network.neurons(network.last()), batch.count);
  examples.gather(batch.set, batch.count, [&](int i) { return batch.order[i]; });
  Trace<double> trace(network);
  const auto cost_at = [&](const Flat<double>& parameters) {
    const PenaltyValues penalty = penalty_values(network, penalties, parameters);
    return mean_cost(network, experiment.cost, parameters, examples, trace) + penalty.l1 + penalty.l2;
  };
  Flat<double> gradient(network.parameter_count());
  backpropagate(network, experiment.cost, w, examples, trace, gradient);
  add_penalty_gradient(network, penalties, w, gradient);
  return {(gradient * dw).sum(), cost_at(w + dw) - cost_at(w)};
}

}  // namespace

Forecast forecast(Trainer& trainer) {
  const Flat<double> dw = trainer.next_parameters().cast<double>() - trainer.progress().parameters.cast<double>();
  const Batch whole{trainer.training_set(), trainer.progress().order.data(), trainer.training_set().size()};
  return {cost_change(trainer, trainer.next_batch(), dw), cost_change(trainer, whole, dw), norm(dw)};
}

}  // namespace backprop
