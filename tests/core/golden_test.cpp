// Whole runs whose last bit is promised: the same on every compiler, every optimisation level, natively and in WebAssembly.
#include <golden_runs.hpp>
#include <sstream>
#include <string>

#include "catch.hpp"
#include "core/experiment_text.hpp"
#include "core/fingerprint.hpp"
#include "core/trainer.hpp"

using namespace backprop;

TEST_CASE("golden runs end in the same bits") {
  std::istringstream lines(golden_runs);
  std::string text;
  std::uint64_t epochs = 0;
  std::string expected;
  int runs = 0;
  while (lines >> text >> epochs >> expected) {
    ++runs;
    CAPTURE(text);
    const Reading reading = read(text);
    REQUIRE(reading.problems.empty());
    CHECK(write(reading.experiment) == text);
    Trainer run(reading.experiment);
    run.train(epochs * run.iterations_per_epoch());
    CHECK(run.progress().epoch == epochs);
    CHECK(fingerprint(run.progress().parameters) == expected);
  }
  CHECK(runs >= 4);
}
