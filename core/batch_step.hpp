// One iteration's gradient, at a pack width that suits the batch.
#pragma once

#include <memory>
#include <optional>

#include "backprop.hpp"
#include "random.hpp"

namespace backprop {

// Dropout with probability p, from random numbers that belong to this iteration alone.
struct Dropout {
  double p = 0;
  Random random = Random::from_state(0);
};

class BatchStep {
 public:
  virtual ~BatchStep() = default;

  // The gradient of the mean cost over a batch of at most the size that the step was made for. The reference holds until the
  // next call; the caller may change what it refers to.
  virtual Flat<float>& gradient(const Network& network, Cost cost, const Flat<float>& parameters, const Batch& batch,
                                Dropout dropout) = 0;
  virtual int width() const = 0;  // of its packs
};

// Chooses the width by the batch size alone, so that the order of summation is the same on every machine; the benchmark asks
// for one of 4, 8, 12 and 16 instead.
std::unique_ptr<BatchStep> make_batch_step(const Network& network, int batch_size, std::optional<int> width = std::nullopt);

}  // namespace backprop
