// Parameters set by hand and frozen ones.
#include <algorithm>
#include <cmath>
#include <cstring>

#include "catch.hpp"
#include "core/forecast.hpp"
#include "core/next_iteration.hpp"
#include "running.hpp"

using namespace backprop;

namespace {

const Flat<float>& w(const Trainer& run) { return run.progress().parameters; }

void change(Trainer& run, const std::string& text) { CHECK_FALSE(run.configure(read(text, run.experiment()).experiment)); }

// A weight and a bias of layer 1, a weight of layer 2 and the output's bias, of a network 2-4-4-1.
const int some[] = {3, 9, 14, 36};

}  // namespace

TEST_CASE("a value set by hand is the parameter's, and the costs, the curve and the path follow at once") {
  Trainer run = trainer("");
  run.train(run.iterations_per_epoch());
  Flat<float> expected = w(run);
  expected[14] = 2.5f;
  const std::size_t records = run.history().size();
  CHECK_FALSE(run.set_parameter(14, 2.5));
  CHECK((w(run) == expected).all());
  CHECK(run.history().size() == records);
  CHECK(run.history().back().training == run.score().training.cost);
  CHECK((run.path().places().back() == expected).all());
  CHECK((run.milestones().places().back() == expected).all());
  // Within an epoch the last record is of another moment.
  run.train(1);
  const double recorded = run.history().back().training;
  CHECK_FALSE(run.set_parameter(14, -2.5));
  CHECK(run.history().back().training == recorded);
}

TEST_CASE("a value that is none is refused in words and changes nothing") {
  Trainer run = trainer("");
  run.train(3);
  const auto before = run.save();
  for (const double value : std::vector<double>{NAN, INFINITY, -INFINITY, 1.1e6, -1.1e6}) {
    const auto refused = run.set_parameter(0, value);
    REQUIRE(refused);
    CHECK(*refused == "A weight or a bias is a number from -1,000,000 to 1,000,000.");
  }
  for (const int at : {-1, 37})
    CHECK(*run.set_parameter(at, 0) == "The network's 37 weights and biases are numbered from 0; there is no such number.");
  CHECK(run.save() == before);
  // A cost that no float holds: every layer multiplies by a million.
  Trainer tall = trainer("data=waves&layers=1,1,1,1,1,1,1,1&activations=linear");
  std::optional<std::string> refused;
  for (int at = 0; at < tall.network().parameter_count() && !refused; ++at) {
    const auto kept = tall.save();
    refused = tall.set_parameter(at, 1e6);
    if (refused) CHECK(tall.save() == kept);
  }
  REQUIRE(refused);
  CHECK(*refused == "With 1000000 the cost would no longer be a finite number.");
  CHECK(std::isfinite(tall.score().training.cost));
}

TEST_CASE("training goes on from what was set") {
  for (const char* optimizer : {"gradientDescent", "momentum", "nesterov", "rmsProp", "adagrad", "adam", "adamW"}) {
    CAPTURE(optimizer);
    Trainer run = trainer(std::string("learningRate=0.01&optimizer=") + optimizer);
    run.train(50);
    CHECK_FALSE(run.set_parameter(14, 0.5));
    run.train(1);
    CHECK(w(run)[14] != 0.5f);
    CHECK(std::fabs(w(run)[14] - 0.5f) < 0.1f);  // with moments that stayed, steps are as long as before
  }
}

TEST_CASE("training leaves frozen parameters as they are to the last bit, whatever is on") {
  for (const char* settings :
       {"optimizer=gradientDescent", "optimizer=momentum", "optimizer=nesterov", "optimizer=rmsProp", "optimizer=adagrad",
        "optimizer=adam", "optimizer=adamW&weightDecay=0.5", "l1=0.01", "l2=0.1", "clipNorm=0.1", "dropout=0.3",
        "schedule=warmUp", "batchSize=1", "l1=0.01&l2=0.01&clipNorm=0.5&optimizer=adamW"}) {
    CAPTURE(settings);
    Trainer run = trainer(std::string("learningRate=0.02&") + settings);
    run.train(17);
    const Flat<float> before = w(run);
    for (const int at : some) run.freeze(at, true);
    run.train(5 * run.iterations_per_epoch());
    int moved = 0;
    for (int at = 0; at < w(run).size(); ++at) moved += w(run)[at] != before[at];
    CHECK(moved == w(run).size() - 4);
    for (const int at : some) CHECK(w(run)[at] == before[at]);
    for (const int at : some) run.freeze(at, false);
    run.train(1);
    for (const int at : some) CHECK(w(run)[at] != before[at]);
  }
}

TEST_CASE("a frozen parameter counts for nothing in the others' step but through the network") {
  // Plain steps: the others move as they would, whatever is frozen.
  Trainer free = trainer("batchSize=20");
  Trainer held = trainer("batchSize=20");
  held.freeze(14, true);
  free.train(1);
  held.train(1);
  for (int at = 0; at < w(free).size(); ++at) CHECK((w(free)[at] == w(held)[at]) == (at != 14));
  // Clipping: a gradient whose other entries are shorter than the bound is taken as it is.
  Trainer run = trainer("batchSize=20&clipNorm=0.01&layers=");
  for (const int at : {0, 1}) run.freeze(at, true);
  const float before = w(run)[2];
  const float gradient = static_cast<float>(next_iteration(run).gradient[2]);
  run.train(1);
  const auto expected = static_cast<float>(std::min(0.01, std::fabs(static_cast<double>(gradient))));
  CHECK(std::fabs(before - w(run)[2]) == Approx(0.03f * expected).epsilon(1e-3));
}

TEST_CASE("what nothing froze trains bit for bit as ever, and so does what was frozen and freed at once") {
  Trainer a = trainer("optimizer=adamW&l1=0.001&clipNorm=1");
  Trainer b = trainer("optimizer=adamW&l1=0.001&clipNorm=1");
  b.freeze(3, true);
  b.freeze(3, false);
  a.train(100);
  b.train(100);
  CHECK(print(a) == print(b));
}

TEST_CASE("the next iteration and the forecast know what is frozen") {
  Trainer run = trainer("optimizer=adam");
  run.train(20);
  for (const int at : some) run.freeze(at, true);
  const NextIteration next = next_iteration(run);
  for (const int at : some) {
    CHECK(next.step[at] == 0);
    CHECK(next.gradient[at] != 0);
  }
  const Flat<double> before = w(run).cast<double>();
  const double length = forecast(run).step_norm;
  run.train(1);
  CHECK(((w(run).cast<double>() - before) == next.step).all());
  CHECK(length == Approx(norm(next.step)));
}

TEST_CASE("restoring the best gives nothing back from before the reader's hand") {
  Trainer run = trainer("data=gaussians&noise=1&points=60&layers=8&learningRate=0.3&patience=30&restoreBest=true");
  run.train(20 * run.iterations_per_epoch());
  CHECK_FALSE(run.set_parameter(2, 1.25));
  run.freeze(2, true);
  run.train(1000000);
  REQUIRE(run.stop());
  CHECK(run.stop()->reason == "patience");
  CHECK(w(run)[2] == 1.25f);
}

TEST_CASE("a run that diverges goes back no further than to the reader's hand") {
  Trainer run = trainer("data=xor&layers=3&activations=relu&output=linear&learningRate=0.01");
  run.train(5 * run.iterations_per_epoch() + 1);
  CHECK_FALSE(run.set_parameter(4, -0.75));
  run.freeze(4, true);
  change(run, "learningRate=100");
  run.train(1000);
  REQUIRE(run.stop());
  CHECK(run.stop()->reason == "diverged");
  CHECK(w(run)[4] == -0.75f);
  CHECK(run.progress().frozen == std::vector<std::int32_t>{4});
}

TEST_CASE("one hand after the other on a run that is about to diverge: it stands again first") {
  Trainer run = trainer("data=waves&points=60&layers=&learningRate=1&batchSize=1");
  while (run.score().validation.cost < 1e15) REQUIRE(run.train(1) == 1);
  run.train(2);
  CHECK_FALSE(run.set_parameter(0, 0.5));
  CHECK(std::isfinite(run.score().training.cost));
  CHECK(w(run)[0] == 0.5f);
}

TEST_CASE("save and restore carry what is frozen; other lists are refused") {
  Trainer run = trainer("optimizer=momentum");
  run.train(7);
  for (const int at : some) run.freeze(at, true);
  std::vector<std::uint8_t> bytes = run.save();
  Trainer other(Experiment{});
  REQUIRE(other.restore(bytes));
  CHECK(other.progress().frozen == run.progress().frozen);
  run.train(100);
  other.train(100);
  CHECK(print(run) == print(other));
  CHECK(w(other)[14] == w(run)[14]);
  for (const std::int32_t wrong : {-1, 14, 37}) {
    std::memcpy(bytes.data() + bytes.size() - sizeof wrong, &wrong, sizeof wrong);
    CHECK_FALSE(other.restore(bytes));
  }
}

TEST_CASE("a neuron more keeps every other parameter to the last bit, and what of them is frozen") {
  Trainer run = trainer("layers=4,4");
  run.train(30);
  const Network old = run.network();
  const Flat<float> before = w(run);
  for (const int at : some) run.freeze(at, true);
  change(run, "layers=4,5");
  const Network& now = run.network();
  std::vector<std::int32_t> frozen;
  for (int l = 1; l <= 3; ++l) {
    const Layer& from = old.layer(l);
    const Layer& to = now.layer(l);
    for (int j = 0; j < from.neurons; ++j) {
      for (int k = 0; k < from.inputs; ++k) {
        const int at = from.weights_at + j * from.inputs + k;
        CHECK(w(run)[to.weights_at + j * to.inputs + k] == before[at]);
        if (std::count(std::begin(some), std::end(some), at)) frozen.push_back(to.weights_at + j * to.inputs + k);
      }
      CHECK(w(run)[to.biases_at + j] == before[from.biases_at + j]);
      if (std::count(std::begin(some), std::end(some), from.biases_at + j)) frozen.push_back(to.biases_at + j);
    }
  }
  CHECK(frozen.size() == 4);
  std::sort(frozen.begin(), frozen.end());
  CHECK(run.progress().frozen == frozen);
  // A layer less, and what was frozen in it is gone.
  change(run, "layers=4");
  CHECK(run.progress().frozen == std::vector<std::int32_t>{3, 9, 16});
}

TEST_CASE("a layer more keeps the hidden ones before it to the last bit, and the output's weights and bias") {
  Trainer run = trainer("layers=4,4");
  run.train(30);
  const Flat<float> before = w(run);
  change(run, "layers=4,4,4");
  for (int at = 0; at < 32; ++at) CHECK(w(run)[at] == before[at]);
  CHECK((w(run).tail(5) == before.tail(5)).all());
}

TEST_CASE("Reset is the link's run again: initial values, and nothing frozen") {
  Trainer run = trainer("");
  const std::string initial = print(run);
  run.freeze(3, true);
  CHECK_FALSE(run.set_parameter(5, 1));
  run.train(40);
  run.reset();
  CHECK(print(run) == initial);
  CHECK(run.progress().frozen.empty());
  run.train(40);
  Trainer fresh = trainer("");
  fresh.train(40);
  CHECK(print(run) == print(fresh));
}

TEST_CASE("what was set or frozen before the first iteration is kept when settings change") {
  Trainer run = trainer("");
  CHECK_FALSE(run.set_parameter(5, 1.5));
  change(run, "learningRate=0.1");
  CHECK(w(run)[5] == 1.5f);
  Trainer held = trainer("");
  held.freeze(5, true);
  change(held, "layers=4,5");
  CHECK(held.progress().frozen == std::vector<std::int32_t>{5});
}

TEST_CASE("what is refused, or is so already, changes nothing in a run that is about to diverge") {
  Trainer run = trainer("data=waves&points=60&layers=&learningRate=1&batchSize=1");
  while (run.score().validation.cost < 1e15) REQUIRE(run.train(1) == 1);
  const Flat<float> before = w(run);
  const std::uint64_t iteration = run.progress().iteration;
  run.freeze(0, false);
  CHECK((w(run) == before).all());
  CHECK(run.set_parameter(0, 2e6));
  CHECK((w(run) == before).all());
  CHECK(run.progress().iteration == iteration);
}
