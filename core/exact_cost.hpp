// C with its penalties and without dropout over some examples of a run, in double: for differences too small for float.
#pragma once

#include "trainer.hpp"

namespace backprop {

class ExactCost {
 public:
  ExactCost(const Trainer& trainer, const Batch& batch);

  double at(const Flat<double>& w);
  Flat<double> gradient(const Flat<double>& w);

 private:
  const Network& network_;
  Cost cost_;
  Penalties penalties_;
  Examples<double> examples_;
  Trace<double> trace_;
};

// All examples of the training set.
Batch whole_training_set(const Trainer& trainer);

}  // namespace backprop
