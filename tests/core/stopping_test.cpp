// Why a run stops: its rules, and divergence.
#include <algorithm>
#include <cmath>

#include "catch.hpp"
#include "running.hpp"

using namespace backprop;

TEST_CASE("each stop rule stops the run and says why") {
  Trainer run = trainer("data=gaussians&stopEpochs=7");
  CHECK(run.train(100000) == 7 * run.iterations_per_epoch());
  REQUIRE(run.stop());
  CHECK(run.stop()->reason == "stopEpochs");
  CHECK(run.stop()->sentence == "Stopped at epoch 7: the run was to last 7 epochs.");
  CHECK(run.train(5) == 0);

  run = trainer("data=gaussians&noise=0&targetCost=0.01");
  CHECK(run.train(100000) < 100000);
  REQUIRE(run.stop());
  CHECK(run.stop()->reason == "targetCost");
  CHECK(run.score().training.cost <= 0.01);
  CHECK(run.progress().position == 0);

  run = trainer("data=gaussians&gradientBound=0.01");
  CHECK(run.train(1000000) < 1000000);
  REQUIRE(run.stop());
  CHECK(run.stop()->reason == "gradientBound");
  CHECK(norm(run.full_gradient()) < 0.01);
  CHECK(run.train(1000000) >= run.iterations_per_epoch());  // whoever goes on gets an epoch at least
}

TEST_CASE("patience stops when the validation cost no longer improves, and gives the best weights back if asked") {
  const std::string settings = "data=gaussians&noise=1&points=60&layers=8&learningRate=0.3&patience=30";
  for (const bool restore : {false, true}) {
    Trainer run = trainer(settings + (restore ? "&restoreBest=true" : ""));
    std::vector<double> validation{run.score().validation.cost};
    std::string at_best = print(run);
    double best = validation[0];
    while (!run.stop()) {
      run.train(run.iterations_per_epoch());
      REQUIRE(validation.size() < 5000);
      if (run.stop()) break;
      validation.push_back(run.score().validation.cost);
      if (validation.back() < best) {
        best = validation.back();
        at_best = print(run);
      }
    }
    CHECK(run.stop()->reason == "patience");
    const auto lowest = static_cast<std::uint64_t>(std::min_element(validation.begin(), validation.end()) - validation.begin());
    CHECK(run.stop()->at.epoch == lowest + 30);
    CHECK((print(run) == at_best) == restore);
    if (restore) {
      CHECK(run.score().validation.cost == best);
      CHECK(run.history().back().validation == best);
      CHECK((run.milestones().places().back() == run.progress().parameters).all());
    }
    CHECK(run.train(1) == 1);
  }
}

TEST_CASE("weights that ran away behind a saturated output are a divergence") {
  for (const char* text : {"optimizer=adamW&learningRate=10&weightDecay=1&layers=&features=radius",
                           "learningRate=10&l2=1&layers=&features=radius"}) {
    CAPTURE(text);
    Trainer run = trainer(text);
    run.train(20000);
    REQUIRE(run.stop());
    CHECK(run.stop()->reason == "diverged");
    CHECK(run.progress().parameters.abs().maxCoeff() < 1e9f);
    CHECK(run.restore(run.save()));
  }
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

TEST_CASE("parameters that overflow without the cost noticing are a divergence too") {
  // AdamW's decay makes the weights nine times as large with each step, and a saturated output has no gradient to show it.
  Trainer run = trainer("features=x1&layers=&activations=&optimizer=adamW&learningRate=10&weightDecay=1&batchSize=1&noise=0");
  run.train(100);
  CHECK(run.progress().parameters.isFinite().all());
  REQUIRE(run.stop());
  CHECK(run.stop()->reason == "diverged");
  Trainer other(Experiment{});
  CHECK(other.restore(run.save()));
}

TEST_CASE("a run that is about to diverge when its points are changed watches the validation cost of the new ones") {
  Trainer run = trainer("data=waves&points=60&layers=&learningRate=1&batchSize=1&patience=50");
  while (run.score().validation.cost < 1e15) REQUIRE(run.train(1) == 1);
  CHECK_FALSE(run.configure(read("noise=2", run.experiment()).experiment));
  REQUIRE(std::isfinite(run.score().validation.cost));
  CHECK(run.progress().best.validation == run.score().validation.cost);
}

TEST_CASE("where a run diverges does not hang on the calls that train it") {
  for (const char* text : {"optimizer=adamW&learningRate=10&weightDecay=1&layers=&features=radius",
                           "learningRate=10&l2=1&layers=&features=radius&batchSize=1", "learningRate=1&l2=1&batchSize=1",
                           "data=xor&layers=8,8&activations=linear&learningRate=1&cost=crossEntropy&output=sigmoid"}) {
    CAPTURE(text);
    Trainer whole = trainer(text);
    whole.train(3000);
    Trainer sliced = trainer(text);
    for (std::uint64_t done = 0; done < 3000 && !sliced.stop(); done += 7)
      sliced.train(std::min<std::uint64_t>(7, 3000 - done));
    REQUIRE(whole.stop().has_value() == sliced.stop().has_value());
    if (whole.stop()) CHECK(whole.stop()->sentence == sliced.stop()->sentence);
    CHECK(print(whole) == print(sliced));
  }
}
