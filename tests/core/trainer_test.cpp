#include "core/trainer.hpp"

#include <cmath>
#include <cstring>

#include "catch.hpp"
#include "core/experiment_text.hpp"
#include "core/fingerprint.hpp"

using namespace backprop;

namespace {

Trainer trainer(const char* text) {
  const Reading reading = read(text);
  REQUIRE(reading.problems.empty());
  return Trainer(reading.experiment);
}

std::string print(const Trainer& trainer) { return fingerprint(trainer.progress().parameters); }

}  // namespace

TEST_CASE("epochs and iterations are counted by their definitions, a last partial batch included") {
  Trainer run = trainer("points=100&training=50&batchSize=20");  // 50 examples: 20, 20, 10
  CHECK(run.iterations_per_epoch() == 3);
  CHECK(run.train(2) == 2);
  CHECK(run.progress().epoch == 0);
  CHECK(run.progress().iteration == 2);
  CHECK(run.iterations_to_epoch_end() == 1);
  run.train(1);
  CHECK(run.progress().epoch == 1);
  run.train(3 * 9);
  CHECK(run.progress().epoch == 10);
  CHECK(run.progress().iteration == 30);
}

TEST_CASE("a full batch is gradient descent: the order of the examples does not matter to the epoch count") {
  Trainer run = trainer("points=100&training=50&batchSize=50");
  CHECK(run.iterations_per_epoch() == 1);
  run.train(5);
  CHECK(run.progress().epoch == 5);
}

TEST_CASE("every example is used once in each epoch") {
  Trainer run = trainer("points=60&batchSize=7");
  std::vector<std::int32_t> order = run.progress().order;
  std::vector<std::int32_t> first = order;
  std::sort(order.begin(), order.end());
  for (int i = 0; i < run.training_set().size(); ++i) CHECK(order[i] == i);
  run.train(run.iterations_per_epoch());
  CHECK(run.progress().order != first);
}

TEST_CASE("training lowers the cost and separates each data set that the network can") {
  for (const char* text : {"data=circle", "data=xor", "data=gaussians&noise=0",
                           "data=spiral&layers=8,8,8,8&noise=0&points=500&learningRate=0.01"}) {
    CAPTURE(text);
    Trainer run = trainer(text);
    const double before = run.score().training.cost;
    run.train(3000 * run.iterations_per_epoch());
    const Scores after = run.score();
    CHECK(after.training.cost < 0.25 * before);
    CHECK(after.training.accuracy > 0.97);
  }
}

TEST_CASE("reset returns to the same initial weights, another seed draws others") {
  Trainer run = trainer("data=xor");
  const std::string initial = print(run);
  run.train(50);
  const std::string later = print(run);
  CHECK(later != initial);
  run.reset();
  CHECK(print(run) == initial);
  CHECK(run.progress().iteration == 0);
  run.train(50);
  CHECK(print(run) == later);
  CHECK(run.configure(read("data=xor&seed=2").experiment));
  CHECK(print(run) != initial);
}

TEST_CASE("settings that need no new run are changed within it") {
  Trainer run = trainer("data=circle&layers=4,2");
  run.train(500);
  const Progress before = run.progress();
  const std::vector<std::uint8_t> saved = run.save();
  for (const char* text : {"data=circle&layers=4,2&learningRate=0.01", "data=circle&layers=4,2&batchSize=3",
                           "data=circle&layers=4,2&activations=relu,tanh", "data=circle&layers=4,2&output=sigmoid",
                           "data=circle&layers=4,2&noise=0.4", "data=circle&layers=4,2&points=400"}) {
    CAPTURE(text);
    CHECK_FALSE(run.configure(read(text).experiment));
    CHECK((run.progress().parameters == before.parameters).all());
    CHECK(run.progress().iteration == before.iteration);
    CHECK(run.train(20) == 20);
    REQUIRE(run.restore(saved));
  }
  CHECK_FALSE(run.configure(read("data=circle&layers=5,2").experiment));
  CHECK(run.progress().iteration == before.iteration);
  CHECK(run.configure(read("data=xor").experiment));
  CHECK(run.progress().iteration == 0);
}

TEST_CASE("save, restore, continue equals never having stopped, in the middle of an epoch too") {
  for (const char* text : {"data=spiral&layers=8,8", "points=100&batchSize=7&layers=&output=sigmoid&cost=crossEntropy"}) {
    CAPTURE(text);
    Trainer whole = trainer(text);
    whole.train(137);
    const std::vector<std::uint8_t> bytes = whole.save();
    whole.train(500);

    Trainer other = trainer("data=xor&seed=9");
    REQUIRE(other.restore(bytes));
    CHECK(other.progress().iteration == 137);
    other.train(500);
    CHECK(print(other) == print(whole));
    CHECK(other.save() == whole.save());
  }
}

TEST_CASE("bytes that are not a state are refused and change nothing") {
  Trainer run = trainer("points=50");
  run.train(10);
  const std::vector<std::uint8_t> good = run.save();
  for (std::size_t length = 0; length < good.size(); length += 13)
    CHECK_FALSE(run.restore({good.begin(), good.begin() + static_cast<std::ptrdiff_t>(length)}));
  std::vector<std::uint8_t> longer = good;
  longer.push_back(0);
  CHECK_FALSE(run.restore(longer));
  std::vector<std::uint8_t> twice = good;  // an order that names one example twice
  const std::size_t order_at = good.size() - 4 * (static_cast<std::size_t>(run.progress().parameters.size()) + 30);
  std::copy_n(twice.begin() + static_cast<std::ptrdiff_t>(order_at), 4,
              twice.begin() + static_cast<std::ptrdiff_t>(order_at) + 4);
  CHECK_FALSE(run.restore(twice));
  CHECK(run.save() == good);
}

TEST_CASE("divergence stops the run at once and goes back to the last finite weights") {
  Trainer run = trainer("data=xor&layers=8,8&activations=linear&learningRate=1&cost=crossEntropy&output=sigmoid");
  const std::uint64_t done = run.train(100000);
  REQUIRE(done < 100000);
  REQUIRE(run.stop());
  CHECK(run.stop()->reason == "diverged");
  CHECK(run.stop()->at.iteration == done + 1);
  CHECK(run.progress().parameters.isFinite().all());
  const Scores scores = run.score();
  CHECK(std::isfinite(scores.training.cost));
  CHECK(run.progress().epoch == static_cast<std::uint64_t>(run.history().back().epoch));

  Experiment slower = run.experiment();
  slower.learning_rate = 0.001;
  run.configure(slower);
  CHECK_FALSE(run.stop());
  CHECK(run.train(1) == 1);
}

TEST_CASE("an empty validation or test set has no cost, and training goes on") {
  Trainer run = trainer("points=10&training=100&validation=0&batchSize=4");
  CHECK(run.training_set().size() == 10);
  CHECK(std::isnan(run.score().validation.cost));
  CHECK(std::isnan(run.score().test.accuracy));
  CHECK(run.train(100) == 100);
}

TEST_CASE("a setting changed just before divergence goes on from finite costs") {
  Trainer run =
      trainer("data=circle&layers=8,8&activations=linear&learningRate=10&cost=crossEntropy&output=sigmoid&batchSize=1");
  while (std::isfinite(run.score().training.cost) && !run.stop()) run.train(1);
  Experiment slower = run.experiment();
  slower.learning_rate = 0.001;
  run.configure(slower);
  CHECK(std::isfinite(run.score().training.cost));
  CHECK(run.train(100) == 100);
}

TEST_CASE("a state whose costs are not finite is refused") {
  Trainer run = trainer("points=50&layers=8,8&activations=linear&output=sigmoid&cost=crossEntropy");
  run.train(5);
  const std::vector<std::uint8_t> good = run.save();
  std::vector<std::uint8_t> huge = good;
  const float value = 3e38f;
  const auto count = static_cast<std::size_t>(run.progress().parameters.size());
  for (std::size_t i = 0; i < count; ++i) std::memcpy(huge.data() + huge.size() - 4 * (i + 1), &value, sizeof value);
  CHECK_FALSE(run.restore(huge));
  CHECK(run.save() == good);
}

TEST_CASE("another cost begins another curve at the present epoch") {
  Trainer run = trainer("output=sigmoid");
  run.train(3 * run.iterations_per_epoch());
  CHECK(run.history().size() == 4);
  run.configure(read("output=sigmoid&cost=crossEntropy").experiment);
  REQUIRE(run.history().size() == 1);
  CHECK(run.history()[0].epoch == 3);
}
