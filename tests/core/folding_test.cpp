// The plane's way through the network: by hand where there are two neurons, by eigenvectors where there are more.
#include "core/folding.hpp"

#include <cmath>

#include "catch.hpp"
#include "core/eigenvectors.hpp"
#include "running.hpp"

using namespace backprop;

namespace {

const std::vector<Feature> coordinates{Feature::of<X1>(), Feature::of<X2>()};

struct Seen {
  float u, v;
};
Seen seen(const std::vector<float>& flat, int i) { return {flat[2 * i], flat[2 * i + 1]}; }

// n_1 u + n_2 v - c of a stage's cut
double side(const FoldingStage& stage, Seen at) {
  const auto& [n1, n2, c] = *stage.cut;
  return n1 * at.u + n2 * at.v - c;
}

Trainer trained(const char* text) {
  Trainer run = trainer(text);
  run.train(200);
  return run;
}

std::vector<FoldingStage> folded(const Trainer& run, int side = 3) {
  const Experiment& e = run.experiment();
  return fold(run.network(), e.features, run.progress().parameters, e.classes, run.points(), {plane_half(run.points()), side});
}

// The values of every point in one stage, in double, one point at a time.
Eigen::MatrixXd values_of(const Trainer& run, const FoldingStage& stage) {
  const Network& network = run.network();
  const Flat<double> w = run.progress().parameters.cast<double>();
  Eigen::MatrixXd all(stage.directions.cols(), run.points().size());
  for (std::size_t i = 0; i < run.points().size(); ++i) {
    const auto [part, example] = run.example_of(static_cast<int>(i));
    Pack<double> pack{run.examples(part).inputs.col(example).cast<double>(), {}, 1};
    Trace<double> trace(network);
    feedforward(network, w, pack, trace);
    const Point& point = run.points()[i];
    switch (stage.step) {
      case FoldingStep::plane: all.col(i) << point.x, point.y; break;
      case FoldingStep::features: all.col(i) = trace.activation[0]; break;
      case FoldingStep::weights: all.col(i) = weights(w, network.layer(stage.layer)) * trace.activation[stage.layer - 1]; break;
      case FoldingStep::biases: all.col(i) = trace.weighted_input[stage.layer]; break;
      case FoldingStep::activation:
      case FoldingStep::turned: all.col(i) = trace.activation[stage.layer]; break;
    }
  }
  return all;
}

// Without the code that Eigen has for products of large matrices, which takes long to compile.
Eigen::MatrixXd product(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b) { return a.lazyProduct(b); }
Eigen::MatrixXd squared(const Eigen::MatrixXd& a) { return product(a, a.transpose()); }

}  // namespace

TEST_CASE("two neurons are seen exactly: W, then b, then sigma, worked out by hand") {
  const Network network(2, {2}, {Activation::of<Relu>()}, 1, OutputActivation::of<Sigmoid>());
  Flat<float> w(network.parameter_count());
  w << 1, 2, -1, 1, 0.5f, -1, 3, -2, 0.25f;  // W^1, b^1, W^2, b^2
  const auto stages = fold(network, coordinates, w, 2, {{1, 1, 0}, {-2, 1, 1}}, {4, 3});
  REQUIRE(stages.size() == 7);
  const auto check = [&](int s, FoldingStep step, int layer, Seen first, Seen second) {
    CAPTURE(s);
    CHECK(stages[s].step == step);
    CHECK(stages[s].layer == layer);
    const Seen a = seen(stages[s].points, 0);
    const Seen b = seen(stages[s].points, 1);
    CHECK(a.u == Approx(first.u));
    CHECK(a.v == Approx(first.v));
    CHECK(b.u == Approx(second.u));
    CHECK(b.v == Approx(second.v));
  };
  check(0, FoldingStep::plane, 0, {1, 1}, {-2, 1});
  check(1, FoldingStep::weights, 1, {3, 0}, {0, 3});
  check(2, FoldingStep::biases, 1, {3.5f, -1}, {0.5f, 2});
  check(3, FoldingStep::activation, 1, {3.5f, 0}, {0.5f, 2});
  check(4, FoldingStep::weights, 2, {10.5f, 0}, {-2.5f, 0});  // one neuron: its value and 0
  check(5, FoldingStep::biases, 2, {10.75f, 0}, {-2.25f, 0});
  const auto sigmoid = [](double z) { return static_cast<float>(1 / (1 + std::exp(-z))); };
  check(6, FoldingStep::activation, 2, {sigmoid(10.75), 0}, {sigmoid(-2.25), 0});

  // The mesh, from the top left: (-4, 4), (0, 4), (4, 4), (-4, 0) ..
  CHECK(stages[0].mesh.size() == 2 * 9);
  CHECK(seen(stages[0].mesh, 2).u == 4);
  CHECK(seen(stages[0].mesh, 2).v == 4);
  CHECK(seen(stages[0].mesh, 3).v == 0);
  CHECK(seen(stages[1].mesh, 2).u == 12);
  CHECK(seen(stages[1].mesh, 2).v == 0);
  CHECK(seen(stages[3].mesh, 3).u == 0);  // 1 * -4 + 2 * 0 + 0.5 is below 0

  // 3 a_1 - 2 a_2 + 0.25 = 0 before the last layer; z = 0 and a = 1/2 in it.
  for (int s : {0, 1, 2}) CHECK_FALSE(stages[s].cut);
  CHECK(*stages[3].cut == std::array<double, 3>{3, -2, -0.25});
  CHECK(*stages[4].cut == std::array<double, 3>{1, 0, -0.25});
  CHECK(*stages[5].cut == std::array<double, 3>{1, 0, 0});
  CHECK(*stages[6].cut == std::array<double, 3>{1, 0, 0.5});
}

TEST_CASE("the network decides for class 1 on one side of the cut, in every stage that has one") {
  for (const char* text :
       {"layers=2", "layers=3,2&output=sigmoid&cost=crossEntropy", "layers=", "features=x1Squared,product&layers=2",
        "layers=2&output=softmax&cost=logLikelihood", "layers=2&output=linear"}) {
    CAPTURE(text);
    const Trainer run = trained(text);
    const auto stages = folded(run);
    int cuts = 0;
    for (const FoldingStage& stage : stages) {
      if (!stage.cut) continue;
      ++cuts;
      for (std::size_t i = 0; i < run.points().size(); ++i) {
        const auto [part, example] = run.example_of(static_cast<int>(i));
        Pack<float> pack{run.examples(part).inputs.col(example), {}, 1};
        Trace<float> trace(run.network());
        feedforward(run.network(), run.progress().parameters, pack, trace);
        const auto& answer = trace.activation.back();
        const double lead = side(stage, seen(stage.points, static_cast<int>(i)));
        if (std::fabs(lead) < 1e-4) continue;
        CHECK((lead > 0) ==
              (decided_class(decision_bound(run.experiment().output), answer.data(), static_cast<int>(answer.size())) == 1));
      }
    }
    CHECK(cuts == 4);
  }
  for (const char* text : {"data=waves&layers=2", "data=rings&classes=3&layers=2"})
    for (const FoldingStage& stage : folded(trained(text))) CHECK_FALSE(stage.cut);
}

TEST_CASE("more than two neurons are seen along the two principal directions of the layer's activations") {
  const Trainer run = trained("data=spiral&layers=5,2,4&features=x1,x2,sinX1,product");
  const auto stages = folded(run);
  REQUIRE(stages.size() == 2 + 3 * 4 + 1);
  CHECK(stages[1].step == FoldingStep::features);
  Eigen::MatrixXd before(2, 0);
  for (std::size_t s = 0; s < stages.size(); ++s) {
    const FoldingStage& stage = stages[s];
    CAPTURE(s);
    const Eigen::MatrixXd values = values_of(run, stage);
    const Eigen::MatrixXd expected = product(stage.directions, values);
    for (Eigen::Index i = 0; i < values.cols(); ++i) {
      CHECK(seen(stage.points, static_cast<int>(i)).u == Approx(expected(0, i)).epsilon(1e-5).margin(1e-6));
      CHECK(seen(stage.points, static_cast<int>(i)).v == Approx(expected(1, i)).epsilon(1e-5).margin(1e-6));
    }
    const Eigen::MatrixXd deviations = values.colwise() - values.rowwise().mean();
    const double all = deviations.squaredNorm();
    for (int d = 0; d < 2; ++d)
      CHECK(stage.shares[d] == Approx(product(stage.directions.row(d), deviations).squaredNorm() / all).margin(1e-9));
    if (values.rows() == 2) {
      CHECK(stage.directions.isIdentity());
      CHECK(stage.shares[0] + stage.shares[1] == Approx(1));
    } else if (values.rows() > 2 && stage.step != FoldingStep::turned) {
      CHECK(squared(stage.directions).isIdentity(1e-10));
      // The layer's own a^l.
      const FoldingStage& activation = stages[stage.layer == 0 ? s : 1 + 3 * stage.layer];
      const Eigen::MatrixXd a = values_of(run, activation);
      const Eigen::MatrixXd from_mean = a.colwise() - a.rowwise().mean();
      const Eigen::MatrixXd widest_first = eigenvectors(squared(from_mean));
      for (int d = 0; d < 2; ++d) CHECK(std::fabs(stage.directions.row(d).dot(widest_first.col(d))) == Approx(1).epsilon(1e-8));
      // An axis points to where there was more of what was seen before.
      if (stage.step == FoldingStep::weights)
        for (int d = 0; d < 2; ++d) {
          const Eigen::VectorXd now = expected.row(d).array() - expected.row(d).mean();
          CHECK(now.dot(before.row(d)) >= 0);
        }
    }
    before = expected;
  }
}

TEST_CASE("the cut of more than two neurons is that of the places in the plane that is seen") {
  const Trainer run = trained("layers=5");
  const auto stages = folded(run);
  const FoldingStage& hidden = stages[3];
  const Eigen::MatrixXd a = values_of(run, hidden);
  const Flat<double> w = run.progress().parameters.cast<double>();
  const Layer& layer = run.network().layer(2);
  const Eigen::VectorXd mean = a.rowwise().mean();
  for (const Seen at : {Seen{0, 0}, Seen{1, -2}, Seen{-0.3f, 0.4f}}) {
    // Of all activations that are seen there, the one in the plane through the mean.
    const Eigen::Vector2d off = Eigen::Vector2d(at.u, at.v) - hidden.directions * mean;
    const Eigen::VectorXd place = mean + hidden.directions.transpose() * off;
    const double z = (weights(w, layer) * place + biases(w, layer))(0);
    CHECK(side(hidden, at) == Approx(z).epsilon(1e-6).margin(1e-9));
  }
}

TEST_CASE("turned, what the last layer is given is seen along the cut, and across it along the widest of the rest") {
  for (const char* text :
       {"layers=5", "data=xor&layers=3,4&output=softmax&cost=logLikelihood", "layers=&features=x1,x2,product"}) {
    CAPTURE(text);
    const Trainer run = trained(text);
    const auto stages = folded(run);
    const FoldingStage& stage = stages[stages.size() - 4];
    REQUIRE(stage.step == FoldingStep::turned);
    CHECK(stage.layer == run.network().last() - 1);
    CHECK(squared(stage.directions).isIdentity(1e-10));
    CHECK((*stage.cut)[0] > 0);  // class 1 is on the right
    CHECK((*stage.cut)[1] == Approx(0).margin(1e-12));
    const Eigen::MatrixXd a = values_of(run, stage);
    const Flat<double> w = run.progress().parameters.cast<double>();
    const Layer& layer = run.network().layer(run.network().last());
    const Eigen::MatrixXd W = weights(w, layer);
    const Eigen::MatrixXd z = product(W, a).colwise() + Eigen::VectorXd(biases(w, layer));
    for (Eigen::Index i = 0; i < a.cols(); ++i) {
      const double lead = z.rows() == 1 ? z(0, i) : z(1, i) - z(0, i);
      CHECK(side(stage, seen(stage.points, static_cast<int>(i))) == Approx(lead).epsilon(1e-4).margin(1e-5));
    }
    // No direction across the cut has more variance than the second.
    const Eigen::MatrixXd deviations = a.colwise() - a.rowwise().mean();
    const Eigen::VectorXd normal = stage.directions.row(0);
    const Eigen::MatrixXd rest = deviations - product(normal, product(normal.transpose(), deviations));
    const Eigen::VectorXd widest = eigenvectors(squared(rest)).col(0);
    CHECK(product(stage.directions.row(1), rest).squaredNorm() ==
          Approx(product(widest.transpose(), rest).squaredNorm()).epsilon(1e-8));
  }
  for (const char* text : {"layers=2", "layers=3,2", "data=rings&classes=3&layers=4", "data=waves&layers=4"})
    for (const FoldingStage& stage : folded(trained(text))) CHECK(stage.step != FoldingStep::turned);
}

TEST_CASE("where nothing varies there are no shares, and everything lies in one place") {
  const Network network(2, {3}, {Activation::of<Relu>()}, 1, OutputActivation::of<Tanh>());
  const auto stages =
      fold(network, coordinates, Flat<float>::Zero(network.parameter_count()), 2, {{1, 2, 0}, {3, 4, 1}}, {6, 2});
  CHECK(std::isnan(stages[3].shares[0]));
  for (const float number : stages[3].mesh) CHECK(number == 0);
  for (const double number : *stages[3].cut) CHECK(number == 0);
}

TEST_CASE("eigenvectors are those of the largest eigenvalue first, of length 1 and at right angles") {
  for (const int n : {1, 2, 3, 8, 30}) {
    Random random(3, Stream::weights, static_cast<std::uint64_t>(n));
    Eigen::MatrixXd half(n, n);
    for (double& entry : half.reshaped()) entry = random.normal();
    const Eigen::MatrixXd symmetric = squared(half);
    const Eigen::MatrixXd vectors = eigenvectors(symmetric);
    CHECK(product(vectors.transpose(), vectors).isIdentity(1e-12));
    const Eigen::MatrixXd image = product(symmetric, vectors);
    for (int i = 0; i < n; ++i) {
      const double value = vectors.col(i).dot(image.col(i));
      CHECK((image.col(i) - value * vectors.col(i)).norm() < 1e-10 * symmetric.norm());
      if (i > 0) CHECK(value <= vectors.col(i - 1).dot(image.col(i - 1)));
    }
  }
}
