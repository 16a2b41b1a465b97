// Every pairing of hidden activation, output and cost, at several depths, against central differences.
#include "catch.hpp"
#include "core/dataset.hpp"
#include "core/gradient_check.hpp"
#include "core/initializer.hpp"
#include "core/random.hpp"

using namespace backprop;

namespace {

ExampleSet some_examples(int count, OutputActivation output) {
  const std::vector<Point> points = make_points(DataSet::of<Xor>(), count, 0.5, 7);
  const Range range = output_range(output);
  ExampleSet set{Eigen::MatrixXf(2, count), Eigen::MatrixXf(1, count)};
  for (int i = 0; i < count; ++i) {
    set.inputs.col(i) << points[i].x, points[i].y;
    set.desired(0, i) = points[i].label == 1 ? range.high : range.low;
  }
  return set;
}

// Initial weights with biases off zero, so that every parameter matters.
Flat<float> some_parameters(const Network& network) {
  Flat<float> parameters = initial_parameters(network, 11);
  Random random(5, Stream::weights, 99);
  for (float& p : parameters) p += 0.1f * random.normal();
  return parameters;
}

}  // namespace

TEST_CASE("backpropagation agrees with central differences for every pairing and depth, on every layer") {
  int pairings = 0;
  for (int depth = 0; depth <= 4; ++depth)
    for (int a = 0; a < Activation::count; ++a)
      for (int o = 0; o < OutputActivation::count; ++o)
        for (int c = 0; c < Cost::count; ++c) {
          const auto output = OutputActivation::at(o);
          const auto cost = Cost::at(c);
          if (!pairs(cost, output)) continue;
          ++pairings;
          const Network network(2, std::vector<int>(depth, 4), std::vector<Activation>(depth, Activation::at(a)), 1, output);
          const GradientCheck check =
              check_gradient(network, cost, some_parameters(network).cast<double>(), some_examples(13, output));
          for (int l = 1; l <= network.last(); ++l) {
            CAPTURE(depth, Activation::at(a).name(), output.name(), cost.name(), l);
            CHECK(check.relative_error[l - 1] < 1e-6);
          }
          CHECK(check.by_backpropagation.matrix().norm() > 1e-6);
        }
  CHECK(pairings == 5 * Activation::count * 3);
}

TEST_CASE("several outputs have their gradient too") {
  const auto output = OutputActivation::of<Sigmoid>();
  const Network network(2, {3}, {Activation::of<Tanh>()}, 3, output);
  ExampleSet set{Eigen::MatrixXf(2, 3), Eigen::MatrixXf(3, 3)};
  set.inputs << 1, -2, 0.5f, 2, 0.3f, -1;
  set.desired << 1, 0, 0, 0, 1, 0, 0, 0, 1;
  for (const Cost cost : {Cost::of<Quadratic>(), Cost::of<CrossEntropy>()})
    for (const double error : check_gradient(network, cost, some_parameters(network).cast<double>(), set).relative_error)
      CHECK(error < 1e-6);
}

namespace {

template <class Scalar>
double cost_over(const Network& network, Cost cost, const Flat<RealOf<Scalar>>& parameters, const Examples<Scalar>& set) {
  Trace<Scalar> trace(network);
  double sum = 0;
  for (const auto& pack : set.packs()) {
    feedforward(network, parameters, pack, trace);
    sum += summed_cost(cost, pack, trace);
  }
  return sum;
}

template <int width>
void check_lanes(int count) {
  const auto output = OutputActivation::of<Sigmoid>();
  const auto cost = Cost::of<CrossEntropy>();
  const Network network(2, {5, 4}, {Activation::of<Tanh>(), Activation::of<Relu>()}, 1, output);
  const Flat<float> parameters = some_parameters(network);
  const ExampleSet set = some_examples(count, output);

  Examples<Lanes<width>> packed(2, 1, count + 2 * width);  // room to spare: only what is filled may count
  packed.gather(set, count, [](int i) { return i; });
  Trace<Lanes<width>> trace(network);
  Flat<float> gradient(network.parameter_count());
  backpropagate(network, cost, parameters, packed, trace, gradient);

  const Flat<double> truth = check_gradient(network, cost, parameters.cast<double>(), set).by_backpropagation;
  CAPTURE(width, count);
  CHECK((gradient.cast<double>() - truth).matrix().norm() < 1e-6 * truth.matrix().norm());

  Examples<double> plain(2, 1, count);
  plain.gather(set, count, [](int i) { return i; });
  CHECK(cost_over(network, cost, parameters, packed) ==
        Approx(cost_over(network, cost, parameters.cast<double>().eval(), plain)).epsilon(1e-6));
}

}  // namespace

TEST_CASE("lanes give the gradient that double gives, at every width and for packs filled in part") {
  for (const int count : {1, 3, 4, 5, 10, 12, 17, 33}) {
    check_lanes<4>(count);
    check_lanes<8>(count);
    check_lanes<12>(count);
    check_lanes<16>(count);
  }
}

TEST_CASE("cross-entropy stays finite where the output saturates") {
  const auto wrong = [](auto z) {
    const auto a = logistic(z);
    return CrossEntropy::value(z, a, decltype(z)(0));
  };
  CHECK(wrong(800.0) == Approx(800));
  CHECK(sum_lanes(wrong(Lanes<4>(800.0f))) == Approx(3200));
}
