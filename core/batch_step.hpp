// One iteration's gradient, at a pack width that suits the batch.
#pragma once

#include <memory>

#include "backprop.hpp"

namespace backprop {

class BatchStep {
 public:
  virtual ~BatchStep() = default;

  // The gradient of the mean cost over the examples order[0] .. order[count-1] of the set; count is at least 1 and at most
  // the batch size the step was made for. The reference holds until the next call.
  virtual const Flat<float>& gradient(const Network& network, Cost cost, const Flat<float>& parameters, const ExampleSet& set,
                                      const std::int32_t* order, int count) = 0;
};

// Chooses the width by the batch size alone, so that the order of summation is the same on every machine.
std::unique_ptr<BatchStep> make_batch_step(const Network& network, int batch_size);

}  // namespace backprop
