// Where training stands, and whether it can go on from there.
#pragma once

#include <cstdint>
#include <vector>

#include "descent.hpp"
#include "stopping.hpp"

namespace backprop {

// With the experiment, all that decides how training goes on.
struct Progress {
  Flat<float> parameters;
  OptimizerState<float> optimizer;
  std::uint64_t epoch = 0;           // completed
  std::uint64_t iteration = 0;       // completed, since the start of the run
  int position = 0;                  // examples of the present epoch already used
  std::vector<std::int32_t> order;   // the training examples in the present epoch's order
  std::uint64_t random_state = 0;    // of the generator that shuffles them
  Best best;                         // of the validation cost; empty while no rule asks for it
  std::vector<std::int32_t> frozen;  // the parameters that training leaves as they are, in order
};

// Whether no parameter is NaN or so far away that nothing learns any more and the next cost would overflow, and no moment is
// infinite: a saturated output hides from the cost that the weights have run away, and Adagrad's sums only grow.
bool is_usable(const Progress& progress);

}  // namespace backprop
