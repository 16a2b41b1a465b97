#include "batch_step.hpp"

#include <limits>

#include "dropout.hpp"
#include "out_of_line.hpp"

namespace backprop {

namespace {

template <class Scalar>
class BatchStepOf final : public BatchStep {
 public:
  BatchStepOf(const Network& network, int batch_size)
      : examples_(network.neurons(0), network.neurons(network.last()), batch_size),
        trace_(network),
        gradient_(network.parameter_count()) {}

  Flat<float>& gradient(const Network& network, Cost cost, const Flat<float>& parameters, const Batch& batch,
                        Dropout dropout) override {
    examples_.gather(batch);
    if (dropout.p > 0) {
      with_dropout(network, cost, parameters, dropout);
    } else {
      trace_.mask.clear();
      backpropagate(network, cost, parameters, examples_, trace_, gradient_);
    }
    return gradient_;
  }

  int width() const override { return ScalarTraits<Scalar>::width; }

 private:
  // Out of line, so that only who asks for dropout loads it.
  BACKPROP_OUT_OF_LINE void with_dropout(const Network& network, Cost cost, const Flat<float>& parameters, Dropout dropout) {
    const auto draw = [&](int) { draw_masks(network, dropout.p, dropout.random, trace_); };
    backpropagate(network, cost, parameters, examples_, trace_, gradient_, draw);
  }

  Examples<Scalar> examples_;
  Trace<Scalar> trace_;
  Flat<float> gradient_;
};

int best_width(int batch_size) {
  if (batch_size == 1) return 1;
  int best = 16;
  int least = std::numeric_limits<int>::max();
  for (const int width : {16, 12, 8, 4}) {
    // A pack costs its lanes plus about four lanes' time of its own (loading weights, summing across lanes), as measured: see
    // the table "batches" of tests/bench/run.
    const int packs = (batch_size + width - 1) / width;
    const int time = packs * (width + 4);
    if (time < least) {
      least = time;
      best = width;
    }
  }
  return best;
}

template <class Scalar>
BACKPROP_OUT_OF_LINE std::unique_ptr<BatchStep> make(const Network& network, int batch_size) {
  return std::make_unique<BatchStepOf<Scalar>>(network, batch_size);
}

}  // namespace

std::unique_ptr<BatchStep> make_batch_step(const Network& network, int batch_size, std::optional<int> width) {
  switch (width ? *width : best_width(batch_size)) {
    case 1: return make<float>(network, batch_size);
    case 4: return make<Lanes<4>>(network, batch_size);
    case 8: return make<Lanes<8>>(network, batch_size);
    case 12: return make<Lanes<12>>(network, batch_size);
    default: return make<Lanes<16>>(network, batch_size);
  }
}

}  // namespace backprop
