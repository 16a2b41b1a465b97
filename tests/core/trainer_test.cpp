#include "core/trainer.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "catch.hpp"
#include "core/experiment_text.hpp"
#include "core/fingerprint.hpp"

using namespace backprop;

namespace {

Trainer trainer(const std::string& text) {
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
}

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
      CHECK((run.path().places().back() == run.progress().parameters).all());
    }
    CHECK(run.train(1) == 1);
  }
}

TEST_CASE("another optimiser, other inputs and other penalties are taken over in mid-run") {
  Trainer run = trainer("data=circle&features=x1,x2&optimizer=momentum");
  run.train(300);
  const Progress before = run.progress();
  CHECK_FALSE(run.configure(read("data=circle&optimizer=adam&learningRate=0.01").experiment));
  CHECK((run.progress().parameters == before.parameters).all());
  CHECK(run.progress().optimizer.powers.first == 1);
  CHECK(run.progress().optimizer.second.size() == before.parameters.size());
  run.train(10);
  const Progress with_adam = run.progress();
  CHECK_FALSE(run.configure(read("data=circle&optimizer=adam&learningRate=0.01&features=radius,x2").experiment));
  const auto W = weights(run.progress().parameters, run.network().layer(1));
  Network old_network = make_network(read("data=circle").experiment);
  CHECK(W.col(1) == weights(with_adam.parameters, old_network.layer(1)).col(1));
  CHECK(run.progress().optimizer.powers.first == Approx(std::pow(0.9, 10)));
  CHECK(weights(run.progress().optimizer.first, run.network().layer(1)).col(0).isZero());
  CHECK(run.train(100) == 100);
  CHECK(run.configure(read("data=circle&initializer=zero").experiment));
  CHECK(run.progress().iteration == 0);
}

TEST_CASE("one output for two classes and one for each decide alike, whichever way they are exchanged") {
  Trainer run = trainer("data=circle");
  run.train(200 * run.iterations_per_epoch());
  const double accuracy = run.score().training.accuracy;
  REQUIRE(accuracy > 0.97);
  CHECK_FALSE(run.configure(read("data=circle&output=softmax&cost=logLikelihood").experiment));
  CHECK(run.network().neurons(run.network().last()) == 2);
  CHECK(run.score().training.accuracy == accuracy);
  run.train(run.iterations_per_epoch());
  CHECK(run.score().training.accuracy > 0.95);
  CHECK_FALSE(run.configure(read("data=circle").experiment));
  CHECK(run.score().training.accuracy > 0.95);
}

TEST_CASE("another depth keeps the layers that stay, and gives the output new weights from its new neighbours") {
  Trainer run = trainer("data=circle&layers=4,3&learningRate=0.1");
  run.train(100);
  const Progress before = run.progress();
  const Network small = run.network();
  CHECK_FALSE(run.configure(read("data=circle&layers=4,3,3&learningRate=0.1").experiment));
  const Flat<float>& w = run.progress().parameters;
  for (int l = 1; l <= 2; ++l) CHECK(weights(w, run.network().layer(l)) == weights(before.parameters, small.layer(l)));
  CHECK(biases(w, run.network().layer(4)) == biases(before.parameters, small.layer(3)));
  CHECK(weights(w, run.network().layer(4)) != weights(before.parameters, small.layer(3)));
}

TEST_CASE("before the first iteration every change gives the run that the settings describe") {
  for (const char* settings : {"layers=5,4", "layers=4,4,4", "features=x1,x2,radius", "output=softmax&cost=logLikelihood"}) {
    CAPTURE(settings);
    Trainer run = trainer("");
    CHECK(run.configure(read(settings).experiment));
    CHECK(print(run) == print(trainer(settings)));
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

TEST_CASE("ten hidden layers of 128 neurons train") {
  Trainer run =
      trainer("data=circle&points=50&layers=128,128,128,128,128,128,128,128,128,128&activations=silu&learningRate=0.001");
  const double before = run.score().training.cost;
  CHECK(run.train(20) == 20);
  CHECK(run.score().training.cost < before);
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

TEST_CASE("another cost begins another curve at the present epoch") {
  Trainer run = trainer("output=sigmoid");
  run.train(3 * run.iterations_per_epoch());
  CHECK(run.history().size() == 4);
  run.configure(read("output=sigmoid&cost=crossEntropy").experiment);
  REQUIRE(run.history().size() == 1);
  CHECK(run.history()[0].epoch == 3);
}

TEST_CASE("the path has a place whatever is changed, so that there is always one to look from") {
  for (const char* text : {"layers=3", "features=x1", "layers=&output=sigmoid", "data=spiral", "learningRate=0.1"}) {
    CAPTURE(text);
    Trainer run = trainer("");
    run.train(40);
    run.configure(read(text, run.experiment()).experiment);
    REQUIRE_FALSE(run.path().places().empty());
    for (const Flat<float>& place : run.path().places()) CHECK(place.size() == run.network().parameter_count());
  }
}

TEST_CASE("the trail has the place after every iteration, and nothing of what a diverging run has gone back from") {
  Trainer run = trainer("data=xor&layers=3");
  const auto walked = [&] { return run.trail().places().size(); };
  CHECK(walked() == 1);
  const Flat<float> start = run.progress().parameters;
  run.train(1);
  const Flat<float> next = run.progress().parameters;
  run.train(20);
  REQUIRE(walked() == 22);
  CHECK((run.trail().places()[0] == start).all());
  CHECK((run.trail().places()[1] == next).all());
  CHECK((run.trail().places()[21] == run.progress().parameters).all());
  run.reset();
  CHECK(walked() == 1);

  Trainer wild = trainer("data=xor&layers=3&activations=relu&output=linear&learningRate=0.01");
  wild.train(3 * wild.iterations_per_epoch());
  wild.configure(read("learningRate=100", wild.experiment()).experiment);
  wild.train(1000);
  REQUIRE(wild.stop());
  CHECK(wild.trail().places().size() == wild.progress().iteration + 1);
  CHECK((wild.trail().places().back() == wild.progress().parameters).all());
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

TEST_CASE("a run that is about to diverge when its points are changed watches the validation cost of the new ones") {
  Trainer run = trainer("data=waves&points=60&layers=&learningRate=1&batchSize=1&patience=50");
  while (run.score().validation.cost < 1e15) REQUIRE(run.train(1) == 1);
  CHECK_FALSE(run.configure(read("noise=2", run.experiment()).experiment));
  REQUIRE(std::isfinite(run.score().validation.cost));
  CHECK(run.progress().best.validation == run.score().validation.cost);
}
