// How well a run does on its three sets, as it is shown and as its history keeps it.
#pragma once

#include "history.hpp"
#include "metrics.hpp"
#include "regularizer.hpp"

namespace backprop {

struct Scores {
  Score training, validation, test;
  PenaltyValues penalties;  // what L1 and L2 add to the cost of each
};

// Whether training can go on from there: a cost beyond 1e15 says only that the weights have run away. That is found out at the
// end of an epoch at the latest.
bool is_usable(const Scores& scores);

Record record_of(std::uint64_t epoch, const Scores& scores, int classes);

}  // namespace backprop
