// What the microscope and the lens will show, each held against a plain computation of the same.
#include <cmath>

#include "catch.hpp"
#include "core/cost_surface.hpp"
#include "core/example_trace.hpp"
#include "core/forecast.hpp"
#include "core/gradient_check.hpp"
#include "core/gradient_fan.hpp"
#include "core/layer_report.hpp"
#include "core/surface_step.hpp"
#include "examples.hpp"
#include "running.hpp"

using namespace backprop;

TEST_CASE("the examples' traces add up to the layers' norms and to the gradient") {
  const auto output = OutputActivation::of<Sigmoid>();
  const auto cost = Cost::of<Quadratic>();
  const Network network(2, {5, 3}, {Activation::of<Tanh>(), Activation::of<Sigmoid>()}, 1, output);
  const Flat<float> w = some_parameters(network);
  const ExampleSet set = some_examples(21, output);
  const auto reports = report_layers(network, cost, w, set);
  REQUIRE(reports.size() == 3);

  Flat<double> gradient = Flat<double>::Zero(network.parameter_count());
  std::vector<double> errors(4, 0);
  std::vector<double> carried(4, 0);
  for (int i = 0; i < 21; ++i) {
    const ExampleTrace trace = trace_example(network, cost, w, set, i);
    gradient += trace.gradient / 21;
    for (int l = 1; l <= 3; ++l) {
      errors[l] += trace.error[l].squaredNorm() / 21;
      if (l == 3) continue;
      const Flat<double> exact = w.cast<double>();
      const Eigen::VectorXd back = weights(exact, network.layer(l + 1)).transpose() * trace.error[l + 1];
      carried[l] += back.squaredNorm() / 21;
      CHECK((back.array() * trace.derivative[l].array() - trace.error[l].array()).abs().maxCoeff() < 1e-14);  // BP2
    }
  }
  for (int l = 1; l <= 3; ++l) {
    const LayerReport& report = reports[l - 1];
    CHECK(report.error_norm == Approx(std::sqrt(errors[l])).epsilon(1e-5));
    CHECK(report.weight_gradient_norm == Approx(weights(gradient, network.layer(l)).norm()).epsilon(1e-5));
    CHECK(report.bias_gradient_norm == Approx(biases(gradient, network.layer(l)).norm()).epsilon(1e-5));
    CHECK(report.weight_norm == Approx(weights(w, network.layer(l)).norm()).epsilon(1e-6));
    if (l == 3) {
      CHECK(std::isnan(report.shrinkage_by_weights));
      continue;
    }
    CHECK(report.shrinkage_by_weights == Approx(std::sqrt(carried[l] / errors[l + 1])).epsilon(1e-5));
    CHECK(report.shrinkage_by_weights * report.shrinkage_by_derivative * reports[l].error_norm ==
          Approx(report.error_norm).epsilon(1e-5));
  }
}

TEST_CASE("errors that shrink from layer to layer are measured down to the smallest floats") {
  // Linear layers of one neuron whose weights are 10^-4: delta^l is 10^-4 times that of the layer above.
  const Network network(1, std::vector<int>(8, 1), std::vector<Activation>(8, Activation::of<Linear>()), 1,
                        OutputActivation::of<Linear>());
  Flat<float> w = Flat<float>::Zero(network.parameter_count());
  for (int l = 1; l <= 9; ++l) weights(w, network.layer(l)).setConstant(1e-4f);
  const ExampleSet set{Eigen::MatrixXf::Ones(1, 3), Eigen::MatrixXf::Ones(1, 3)};
  const auto reports = report_layers(network, Cost::of<Quadratic>(), w, set);
  for (int l = 1; l <= 8; ++l) {
    CHECK(reports[l - 1].error_norm == Approx(std::pow(1e-4, 9 - l)).epsilon(1e-4));
    CHECK(reports[l - 1].shrinkage_by_weights == Approx(1e-4).epsilon(1e-4));
    CHECK(reports[l - 1].shrinkage_by_derivative == Approx(1).epsilon(1e-4));
  }
}

TEST_CASE("saturated and dead neurons are counted") {
  const Network network(1, {2}, {Activation::of<Tanh>()}, 1, OutputActivation::of<Tanh>());
  ExampleSet set{Eigen::MatrixXf(1, 2), Eigen::MatrixXf::Ones(1, 2)};
  set.inputs << 0, 1;
  Flat<float> w(network.parameter_count());
  w << 10, 0.1f, 0, 0, 1, 1, 0;  // the first neuron saturates at x = 1, and there alone
  CHECK(report_layers(network, Cost::of<Quadratic>(), w, set)[0].saturated == Approx(0.25));

  const Network relu(1, {2}, {Activation::of<Relu>()}, 1, OutputActivation::of<Tanh>());
  w << -1, 1, 0, 0, 1, 1, 0;  // the first neuron answers 0 at both
  const LayerReport report = report_layers(relu, Cost::of<Quadratic>(), w, set)[0];
  CHECK(report.dead == Approx(0.5));
  CHECK(std::isnan(report.saturated));
}

TEST_CASE("the forecast is right for small steps, performs nothing and is what then happens") {
  Trainer run = trainer("data=xor&learningRate=0.001&batchSize=20&l2=0.01&optimizer=momentum");
  run.train(10);
  const std::vector<std::uint8_t> before = run.save();
  const Forecast small = forecast(run);
  CHECK(run.save() == before);
  CHECK(small.batch.predicted < 0);
  CHECK(small.batch.actual == Approx(small.batch.predicted).epsilon(0.05));
  CHECK(small.training.actual == Approx(small.training.predicted).epsilon(0.05));

  const auto total = [&] {
    const Scores s = run.score();
    return s.training.cost + s.penalties.l1 + s.penalties.l2;
  };
  const double cost = total();
  const Flat<float> promised = run.next_parameters();
  run.train(1);
  CHECK((run.progress().parameters == promised).all());
  CHECK(total() - cost == Approx(small.training.actual).margin(1e-6));

  Trainer wild = trainer("data=xor&learningRate=10&batchSize=20");
  const Forecast large = forecast(wild);
  CHECK(std::fabs(large.batch.actual - large.batch.predicted) > 0.5 * std::fabs(large.batch.predicted));
}

TEST_CASE("mini-batch gradients fan out around the full one, and less so the larger they are") {
  Trainer run = trainer("data=circle");
  const auto fan = [&](int batch_size) {
    return gradient_fan(run.network(), run.experiment().cost, run.progress().parameters, run.training_set(), batch_size, 40, 1);
  };
  const auto mean = [](const GradientFan& f) {
    double sum = 0;
    for (const double cosine : f.cosines) {
      CHECK(std::fabs(cosine) <= 1 + 1e-9);
      sum += cosine;
    }
    return sum / static_cast<double>(f.cosines.size());
  };
  CHECK(mean(fan(1)) < mean(fan(10)));
  CHECK(mean(fan(10)) < mean(fan(100)));
  const GradientFan full = fan(run.training_set().size());
  CHECK(mean(full) == Approx(1).epsilon(1e-6));
  CHECK(full.norms[0] == Approx(full.full_norm).epsilon(1e-5));
  CHECK(full.full_norm == Approx(norm(run.full_gradient())).epsilon(1e-6));
}

TEST_CASE("the cost surface has the cost itself in its middle, and random directions the scale of the weights") {
  Trainer run = trainer("data=xor&l2=0.001&l1=0.0001");
  run.train(100);
  const Experiment& e = run.experiment();
  const Flat<float>& centre = run.progress().parameters;
  const Directions directions = random_directions(run.network(), centre, 1);
  for (const Flat<float>* direction : {&directions.first, &directions.second})
    for (int l = 1; l <= run.network().last(); ++l)
      for (int j = 0; j < run.network().neurons(l); ++j) {
        CHECK(weights(*direction, run.network().layer(l)).row(j).norm() ==
              Approx(weights(centre, run.network().layer(l)).row(j).norm()).epsilon(1e-5));
        CHECK(std::fabs(biases(*direction, run.network().layer(l))[j]) == std::fabs(biases(centre, run.network().layer(l))[j]));
      }
  CHECK((directions.first != directions.second).any());
  CHECK((random_directions(run.network(), centre, 2).first != directions.first).any());
  const auto costs = cost_surface(run.network(), e.cost, {e.l1, e.l2}, run.training_set(), e.classes, centre, directions, 1, 5);
  REQUIRE(costs.size() == 25);
  const Scores s = run.score();
  CHECK(costs[12] == Approx(s.training.cost + s.penalties.l1 + s.penalties.l2).epsilon(1e-6));
  // The first row is v = 1, its last column u = 1.
  Evaluator evaluator(run.network(), run.training_set(), e.classes);
  const Flat<float> corner = centre + directions.first + directions.second;
  const PenaltyValues penalty = penalty_values(run.network(), {e.l1, e.l2}, corner);
  CHECK(costs[4] == Approx(evaluator.score(run.network(), e.cost, corner).cost + penalty.l1 + penalty.l2).epsilon(1e-6));
}

TEST_CASE("the principal directions of a path are those it bends in") {
  std::vector<Flat<float>> path;
  for (int i = 0; i <= 20; ++i) {
    Flat<float> place = Flat<float>::Zero(6);
    place[1] = static_cast<float>(20 - i);                    // most along here,
    place[4] = static_cast<float>((i % 2) * 0.5 * (20 - i));  // less along here
    path.push_back(place);
  }
  const Directions directions = principal_directions(path, path.back());
  CHECK(std::fabs(directions.first[1]) > 0.9f);
  CHECK(directions.first.matrix().norm() == Approx(1));
  CHECK(directions.second.matrix().norm() == Approx(1));
  CHECK(std::fabs((directions.first * directions.second).sum()) < 1e-5f);
  const Spot spot = spot_on_plane(path.back(), directions, path.front());
  CHECK(std::hypot(spot.u, spot.v) == Approx(20).epsilon(1e-4));

  std::vector<Flat<float>> straight;
  for (int i = 0; i <= 9; ++i) straight.push_back(Flat<float>::Constant(6, 0.1f * static_cast<float>(i)));
  CHECK(principal_directions(straight, straight.back()).first.matrix().norm() == Approx(1));
  CHECK(principal_directions(straight, straight.back()).second.isZero());
  CHECK(principal_directions({straight.data(), 1}, straight.front()).first.isZero());

  Directions slanted{Flat<float>::Zero(6), Flat<float>::Zero(6)};
  slanted.first[0] = 2;
  slanted.second << 1, 1, 0, 0, 0, 0;
  const Flat<float> place = 3 * slanted.first - 0.5f * slanted.second;
  CHECK(spot_on_plane(Flat<float>::Zero(6), slanted, place).u == Approx(3));
  CHECK(spot_on_plane(Flat<float>::Zero(6), slanted, place).v == Approx(-0.5));
}

TEST_CASE("the path is thinned out evenly and begins at the beginning") {
  Path path;
  path.begin(2);
  for (int i = 0; i < 5000; ++i) path.add(i, Flat<float>::Constant(2, static_cast<float>(i)));
  const auto places = path.places();
  CHECK(places.size() <= 256);
  CHECK(places.size() >= 128);
  CHECK(places[0][0] == 0);
  const float stride = places[1][0];
  for (std::size_t i = 1; i < places.size(); ++i) CHECK(places[i][0] - places[i - 1][0] == stride);
  CHECK(places.back()[0] > 5000 - 2 * stride);
  for (std::size_t i = 0; i < places.size(); ++i) CHECK(path.times()[i] == places[i][0]);
  CHECK(path.times().size() == places.size());
}

TEST_CASE("training that is put elsewhere in its epoch moves the path's place") {
  Path path;
  path.begin(1);
  path.add(0, Flat<float>::Constant(1, 0));
  path.add(1, Flat<float>::Constant(1, 1));
  path.add(1, Flat<float>::Constant(1, 7));
  REQUIRE(path.places().size() == 2);
  CHECK(path.places()[1][0] == 7);
  path.add(2, Flat<float>::Constant(1, 2));
  CHECK(path.times().back() == 2);
}

TEST_CASE("a path that goes back keeps the places of before and goes on from there") {
  Path path;
  path.begin(2);
  for (int i = 0; i < 5000; ++i) path.add(i, Flat<float>::Constant(2, static_cast<float>(i)));
  const double stride = path.times()[1];
  path.go_back(6000);
  CHECK(path.times().back() > 5000 - 2 * stride);
  path.go_back(2000);
  CHECK(path.times().back() == stride * std::floor(2000 / stride));
  for (int i = 2001; i < 2100; ++i) path.add(i, Flat<float>::Constant(2, static_cast<float>(i)));
  CHECK(path.times().back() > 2100 - 2 * stride);
  CHECK(path.places().back()[1] == static_cast<float>(path.times().back()));
  path.go_back(-1);
  REQUIRE(path.places().size() == 1);
  CHECK(path.places()[0][0] == 0);
}

TEST_CASE("over two parameters the cost is the cost with these two changed") {
  Trainer run = trainer("data=circle&l2=0.01&layers=3");
  run.train(40);
  const Experiment& e = run.experiment();
  const Flat<float>& w = run.progress().parameters;
  const Directions directions = axes(static_cast<int>(w.size()), 4, 1);
  CHECK(directions.first[4] == 1);
  CHECK(directions.second[1] == 1);
  CHECK((directions.first + directions.second).sum() == 2);
  const auto costs = cost_surface(run.network(), e.cost, {e.l1, e.l2}, run.training_set(), e.classes, w, directions, 2, 5);
  Evaluator evaluator(run.network(), run.training_set(), e.classes);
  for (int row = 0; row < 5; ++row)
    for (int column = 0; column < 5; ++column) {
      Flat<float> changed = w;
      changed[4] += static_cast<float>(column - 2);
      changed[1] += static_cast<float>(2 - row);  // the first row is the largest v
      const double penalty = penalty_values(run.network(), {e.l1, e.l2}, changed).l2;
      CHECK(costs[5 * row + column] == Approx(evaluator.score(run.network(), e.cost, changed).cost + penalty).epsilon(1e-6));
    }
  const Spot spot = spot_on_plane(Flat<float>::Zero(w.size()), directions, w);
  CHECK(spot.u == w[4]);
  CHECK(spot.v == w[1]);
}

TEST_CASE("a step's part on a plane and the rest beside it make up the predicted change") {
  Trainer run = trainer("data=xor&l2=0.01&l1=0.001&optimizer=momentum&batchSize=7");
  run.train(30);
  const std::vector<std::uint8_t> before = run.save();
  const Flat<float> w = run.progress().parameters;
  const auto dw = (run.next_parameters() - w).cast<double>().eval();
  const auto gradient = run.full_gradient().cast<double>().eval();
  const int count = static_cast<int>(w.size());

  const SurfaceStep pair = step_on_surface(run, axes(count, 3, 7));
  CHECK(pair.slope[0] == Approx(gradient[3]).epsilon(1e-4));
  CHECK(pair.slope[1] == Approx(gradient[7]).epsilon(1e-4));
  CHECK(pair.step[0] == Approx(dw[3]).epsilon(1e-5));
  CHECK(pair.step[1] == Approx(dw[7]).epsilon(1e-5));
  double rest = 0;
  for (int i = 0; i < count; ++i)
    if (i != 3 && i != 7) rest += gradient[i] * dw[i];
  CHECK(pair.slope[0] * pair.step[0] + pair.slope[1] * pair.step[1] + rest ==
        Approx(forecast(run).training.predicted).epsilon(1e-4));

  // On slanted directions: what the plane does not hold is perpendicular to both of them.
  const Directions slanted = random_directions(run.network(), w, 1);
  const SurfaceStep seen = step_on_surface(run, slanted);
  const auto on_plane = seen.step[0] * slanted.first.cast<double>() + seen.step[1] * slanted.second.cast<double>();
  const auto beside = (dw - on_plane).eval();
  CHECK(std::fabs((beside * slanted.first.cast<double>()).sum()) < 1e-6);
  CHECK(std::fabs((beside * slanted.second.cast<double>()).sum()) < 1e-6);
  CHECK(seen.slope[0] == Approx((gradient * slanted.first.cast<double>()).sum()).epsilon(1e-4));
  CHECK(run.save() == before);
}

TEST_CASE("the costs ahead begin at the cost, pass the end of the step and leave along the slope") {
  Trainer run = trainer("data=xor&l2=0.01&batchSize=7&learningRate=0.1");
  run.train(30);
  const Forecast promised = forecast(run);
  const auto costs = costs_ahead(run, 2, 5);
  REQUIRE(costs.size() == 5);
  const Scores s = run.score();
  CHECK(costs[0] == Approx(s.training.cost + s.penalties.l2).epsilon(1e-6));
  CHECK(costs[2] - costs[0] == Approx(promised.training.actual).epsilon(1e-9));
  const auto near = costs_ahead(run, 1e-4, 2);
  CHECK((near[1] - near[0]) / 1e-4 == Approx(promised.training.predicted).epsilon(1e-3));
}
