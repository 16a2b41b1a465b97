// Training allocates nothing: all its room is made beforehand. The linker sends every allocation of this program's own code,
// Eigen's included, through the counters below (--wrap in tests/CMakeLists.txt).
#include <cstddef>

#include "catch.hpp"
#include "core/experiment_text.hpp"
#include "core/trainer.hpp"

namespace {
std::size_t allocations = 0;
}

extern "C" {
void* __real_malloc(std::size_t size);
void* __real__Znwm(std::size_t size);
void* __wrap_malloc(std::size_t size) {
  ++allocations;
  return __real_malloc(size);
}
void* __wrap__Znwm(std::size_t size) {
  ++allocations;
  return __real__Znwm(size);
}
}

using namespace backprop;

TEST_CASE("the training loop allocates nothing") {
  for (const char* text :
       {"", "optimizer=adamW&l1=0.001&l2=0.001&clipNorm=1&batchSize=7", "data=blobs&dropout=0.3&schedule=cosine",
        "data=waves&patience=100000&restoreBest=true&targetCost=0.00001&gradientBound=0.0000001&points=60",
        "layers=20,20,20&activations=gelu,sine,elu&optimizer=nesterov&batchSize=1&points=30&learningRate=0.001"}) {
    CAPTURE(text);
    Trainer run(read(text).experiment);
    run.train(2 * run.iterations_per_epoch());  // what is made on first use
    const std::size_t before = allocations;
    run.train(600 * run.iterations_per_epoch());
    CHECK(allocations == before);
    CHECK_FALSE(run.stop());
    Trainer another(run.experiment());
    CHECK(allocations > before);  // the counters do count
  }
}
