// How a run is trained, counted and judged.
#include <algorithm>
#include <cmath>

#include "catch.hpp"
#include "running.hpp"

using namespace backprop;

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

TEST_CASE("a full batch is gradient descent: the step goes against the gradient over the training set, in whatever order") {
  Trainer run = trainer("points=100&training=50&batchSize=50&learningRate=0.1");
  CHECK(run.iterations_per_epoch() == 1);
  for (int epoch = 0; epoch < 5; ++epoch) {
    const Flat<float> expected = run.progress().parameters - 0.1f * run.full_gradient();
    run.train(1);
    CHECK(run.progress().epoch == static_cast<std::uint64_t>(epoch) + 1);
    CHECK((run.progress().parameters - expected).abs().maxCoeff() < 1e-6f);
  }
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

TEST_CASE("training lowers the cost and separates each data set that the network can", "[long]") {
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

TEST_CASE("training lowers the cost with every optimiser, on several classes and on values", "[long]") {
  for (const Entry& optimizer : Optimizer::entries)
    for (const char* data : {"data=blobs", "data=waves&layers=8,8", "data=spiral&classes=3&features=x1,x2,sinX1,sinX2"}) {
      const bool adaptive = optimizer.name.find("dam") != std::string_view::npos || optimizer.name == "rmsProp";
      const std::string text =
          std::string(data) + "&optimizer=" + std::string(optimizer.name) + "&learningRate=" + (adaptive ? "0.005" : "0.03");
      CAPTURE(text);
      Trainer run = trainer(text);
      const Scores before = run.score();
      run.train(200 * run.iterations_per_epoch());
      const Scores after = run.score();
      CHECK(after.training.cost < 0.8 * before.training.cost);
      if (run.experiment().classes > 0) CHECK(after.training.accuracy > before.training.accuracy);
      else CHECK(after.training.r_squared > before.training.r_squared);
    }
}

TEST_CASE("scores judge classes by a confusion matrix and values by R^2 and RMSE") {
  Trainer run = trainer("data=blobs&classes=4&noise=0");
  run.train(300 * run.iterations_per_epoch());
  const Score score = run.score().test;
  int total = 0;
  int right = 0;
  for (int c = 0; c < most_classes; ++c)
    for (int d = 0; d < most_classes; ++d) {
      total += score.confusion[c][d];
      if (c == d) right += score.confusion[c][d];
      if (c >= 4 || d >= 4) CHECK(score.confusion[c][d] == 0);
    }
  CHECK(total == run.examples(Part::test).size());
  CHECK(score.accuracy == Approx(static_cast<double>(right) / total));
  CHECK(score.accuracy > 0.95);
  CHECK(std::isnan(score.r_squared));

  Trainer plane = trainer("data=slope&layers=&noise=0&learningRate=0.01");
  plane.train(300 * plane.iterations_per_epoch());
  const Score values = plane.score().test;
  CHECK(values.r_squared > 0.999);
  CHECK(values.rmse == Approx(std::sqrt(2 * values.cost)).epsilon(1e-4));  // C = 1/(2n) sum of squares
  CHECK(std::isnan(values.accuracy));
}

TEST_CASE("penalties are shown apart from the cost and pull the weights") {
  Trainer free = trainer("data=xor");
  Trainer held = trainer("data=xor&l2=0.01&l1=0.001");
  free.train(2000);
  held.train(2000);
  double l1 = 0;
  double l2 = 0;
  for_each_weights(held.network(), [&](int first, int count) {
    const auto w = held.progress().parameters.segment(first, count).cast<double>();
    l1 += 0.001 * w.abs().sum();
    l2 += 0.005 * w.square().sum();
  });
  CHECK(held.score().penalties.l1 == Approx(l1));
  CHECK(held.score().penalties.l2 == Approx(l2));
  CHECK(held.history().back().penalty == Approx(l1 + l2).epsilon(0.1));
  CHECK(held.progress().parameters.matrix().norm() < free.progress().parameters.matrix().norm());
  CHECK(free.score().penalties.l1 == 0);
}

TEST_CASE("dropout draws other masks in every iteration, the same ones in every run, and none for answers") {
  Trainer a = trainer("data=circle&dropout=0.5&layers=8,8");
  Trainer b = trainer("data=circle&dropout=0.5&layers=8,8");
  Trainer c = trainer("data=circle&layers=8,8");
  CHECK(a.score().training.cost == c.score().training.cost);
  a.train(50);
  b.train(50);
  c.train(50);
  CHECK(print(a) == print(b));
  CHECK(print(a) != print(c));
  // Steps too short to change what the next one should be: only other masks do.
  Trainer slow =
      trainer("data=circle&dropout=0.5&layers=8&points=50&training=100&validation=0&batchSize=50&learningRate=0.00001");
  Flat<float> places[3];
  for (Flat<float>& place : places) {
    place = slow.progress().parameters;
    slow.train(1);
  }
  const Flat<float> first = places[1] - places[0];
  const Flat<float> second = places[2] - places[1];
  CHECK((second - first).matrix().norm() > 0.1f * first.matrix().norm());
}

TEST_CASE("ten hidden layers of 128 neurons train") {
  Trainer run =
      trainer("data=circle&points=50&layers=128,128,128,128,128,128,128,128,128,128&activations=silu&learningRate=0.001");
  const double before = run.score().training.cost;
  CHECK(run.train(20) == 20);
  CHECK(run.score().training.cost < before);
}

TEST_CASE("an empty validation or test set has no cost, and training goes on") {
  Trainer run = trainer("points=10&training=100&validation=0&batchSize=4");
  CHECK(run.training_set().size() == 10);
  CHECK(std::isnan(run.score().validation.cost));
  CHECK(std::isnan(run.score().test.accuracy));
  CHECK(run.train(100) == 100);
}

TEST_CASE("the path has the place after every iteration, and nothing of what a diverging run has gone back from") {
  Trainer run = trainer("data=xor&layers=3");
  const auto walked = [&] { return run.path().places().size(); };
  CHECK(walked() == 1);
  const Flat<float> start = run.progress().parameters;
  run.train(1);
  const Flat<float> next = run.progress().parameters;
  run.train(20);
  REQUIRE(walked() == 22);
  CHECK((run.path().places()[0] == start).all());
  CHECK((run.path().places()[1] == next).all());
  CHECK((run.path().places()[21] == run.progress().parameters).all());
  run.reset();
  CHECK(walked() == 1);

  Trainer wild = trainer("data=xor&layers=3&activations=relu&output=linear&learningRate=0.01");
  wild.train(3 * wild.iterations_per_epoch());
  wild.configure(read("learningRate=100", wild.experiment()).experiment);
  wild.train(1000);
  REQUIRE(wild.stop());
  CHECK(wild.path().places().size() == wild.progress().iteration + 1);
  CHECK((wild.path().places().back() == wild.progress().parameters).all());
}
