// One iteration taken apart: its examples, their gradient, and the step it makes of them. It is not performed.
#pragma once

#include <vector>

#include "trainer.hpp"

namespace backprop {

struct NextIteration {
  std::vector<int> points;        // of the mini-batch, as positions in the trainer's points, in the order of the batch
  Flat<double> gradient;          // grad C of the mini-batch by BP3 and BP4, without penalties and dropout, in double
  Flat<double> penalty_gradient;  // of L1 and L2
  Flat<double> step;              // dw, of the optimiser with schedule, clipping, penalties and dropout, as training has it
  double cost;                    // of the mini-batch, without penalties and dropout
};

NextIteration next_iteration(Trainer& trainer);

}  // namespace backprop
