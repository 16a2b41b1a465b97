// A run as bytes: saved, restored, and refused.
#include <algorithm>
#include <cmath>
#include <cstring>

#include "catch.hpp"
#include "running.hpp"

using namespace backprop;

TEST_CASE("save, restore, continue equals never having stopped, in the middle of an epoch too") {
  std::vector<std::string> texts{"data=spiral&layers=8,8", "points=100&batchSize=7&layers=&output=sigmoid&cost=crossEntropy",
                                 "data=blobs&dropout=0.3&l1=0.001&schedule=cosine&scheduleEpochs=20&features=x1,radius,sinX2",
                                 "data=own&own=1,2,0;-1,2,1;3,-1,2;0,0.5,1;1.25,1,0&training=100&validation=0&batchSize=2",
                                 "patience=50&restoreBest=true&learningRate=0.3&clipNorm=0.5"};
  for (const Entry& optimizer : Optimizer::entries)
    texts.push_back("points=100&batchSize=7&learningRate=0.01&optimizer=" + std::string(optimizer.name));
  for (const std::string& text : texts) {
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
  const std::size_t order_at = good.size() - 16 - 4 * (static_cast<std::size_t>(run.progress().parameters.size()) + 30);
  std::copy_n(twice.begin() + static_cast<std::ptrdiff_t>(order_at), 4,
              twice.begin() + static_cast<std::ptrdiff_t>(order_at) + 4);
  CHECK_FALSE(run.restore(twice));
  CHECK(run.save() == good);
}

TEST_CASE("a state of a run that has diverged is refused") {
  const auto with_all_parameters = [](const Trainer& run, float value) {
    std::vector<std::uint8_t> bytes = run.save();
    const auto count = static_cast<std::size_t>(run.progress().parameters.size());
    for (std::size_t i = 0; i < count; ++i) std::memcpy(bytes.data() + bytes.size() - 20 - 4 * (i + 1), &value, sizeof value);
    return bytes;
  };
  // Infinite costs; costs that are finite, and too large to learn from; and those of a saturated output, which look harmless.
  const std::pair<const char*, float> diverged[] = {
      {"points=50&layers=8,8&activations=linear&output=sigmoid&cost=crossEntropy", 3e38f},
      {"points=50&layers=8,8&activations=linear&output=linear", 1e6f},
      {"points=50&layers=8,8&output=tanh", 1e10f},
  };
  for (const auto& [settings, value] : diverged) {
    INFO(settings);
    Trainer run = trainer(settings);
    run.train(5);
    const std::vector<std::uint8_t> good = run.save();
    CHECK_FALSE(run.restore(with_all_parameters(run, value)));
    CHECK(run.save() == good);
    CHECK(run.restore(with_all_parameters(run, 0.5f)));
    CHECK(run.train(0) == 0);
  }
}

TEST_CASE("a state whose best validation cost is no number that can be beaten is refused") {
  Trainer run = trainer("patience=5");
  run.train(30);
  std::vector<std::uint8_t> bytes = run.save();
  const std::size_t at = bytes.size() - 4 * static_cast<std::size_t>(run.network().parameter_count()) - 20;
  double best;
  std::memcpy(&best, bytes.data() + at, sizeof best);
  REQUIRE(best == run.progress().best.validation);
  Trainer other(Experiment{});
  CHECK(other.restore(bytes));
  for (const double wrong : {NAN, INFINITY, -INFINITY}) {
    std::memcpy(bytes.data() + at, &wrong, sizeof wrong);
    CHECK_FALSE(other.restore(bytes));
  }
}
