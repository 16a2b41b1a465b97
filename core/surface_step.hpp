// The next step of training, seen on a plane through parameter space.
#pragma once

#include "cost_surface.hpp"
#include "trainer.hpp"

namespace backprop {

// Along u and v each. C is that of the surface: over the training set, with its penalties; in double.
struct SurfaceStep {
  double slope[2];  // dC/du and dC/dv at the present parameters: grad C along the two directions
  double step[2];   // of dw, seen straight on
};

// The step is not performed. grad C . dw = slope . step + what the step does beside the plane.
SurfaceStep step_on_surface(Trainer& trainer, const Directions& directions);

}  // namespace backprop
