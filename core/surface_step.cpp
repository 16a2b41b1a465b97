#include "surface_step.hpp"

#include "batch_step.hpp"
#include "exact_cost.hpp"

namespace backprop {

SurfaceStep step_on_surface(Trainer& trainer, const Directions& directions) {
  const Flat<float>& w = trainer.progress().parameters;
  const Flat<double> gradient = ExactCost(trainer, whole_training_set(trainer)).gradient(w.cast<double>());
  const auto along = [&](const Flat<float>& direction) { return (gradient * direction.cast<double>()).sum(); };
  const Spot end = spot_on_plane(w, directions, trainer.next_parameters());
  return {{along(directions.first), along(directions.second)}, {end.u, end.v}};
}

}  // namespace backprop
