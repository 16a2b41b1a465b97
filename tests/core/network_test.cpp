#include "core/network.hpp"

#include "catch.hpp"
#include "core/backprop.hpp"
#include "core/initializer.hpp"

using namespace backprop;

TEST_CASE("parameters lie layer after layer: weights row by row, then biases") {
  const Network network(2, {3}, {Activation::of<Tanh>()}, 1, OutputActivation::of<Tanh>());
  CHECK(network.last() == 2);
  CHECK(network.parameter_count() == 3 * 2 + 3 + 1 * 3 + 1);
  Flat<float> flat = Flat<float>::LinSpaced(13, 0, 12);
  CHECK(weights(flat, network.layer(1))(1, 0) == 2);  // w^1_21
  CHECK(weights(flat, network.layer(1))(2, 1) == 5);
  CHECK(biases(flat, network.layer(1))(0) == 6);
  CHECK(weights(flat, network.layer(2))(0, 2) == 11);
  CHECK(biases(flat, network.layer(2))(0) == 12);
}

TEST_CASE("feedforward and the four equations on a network worked by hand") {
  // One sigmoid neuron, then one: x = 1, w1 = 0.6, b1 = 0.9, w2 = 0.6, b2 = 0.9, y = 0.
  const Network network(1, {1}, {Activation::of<Sigmoid>()}, 1, OutputActivation::of<Sigmoid>());
  Flat<double> parameters(4);
  parameters << 0.6, 0.9, 0.6, 0.9;
  ExampleSet set{Eigen::MatrixXf::Ones(1, 1), Eigen::MatrixXf::Zero(1, 1)};
  const Examples<double> example(set);
  Trace<double> trace(network);
  Flat<double> gradient(4);
  backpropagate(network, Cost::of<Quadratic>(), parameters, example, trace, gradient);

  const double a1 = 1 / (1 + std::exp(-1.5));
  const double z2 = 0.6 * a1 + 0.9;
  const double a2 = 1 / (1 + std::exp(-z2));
  const double delta2 = a2 * a2 * (1 - a2);            // BP1: (a - y) sigma'(z)
  const double delta1 = 0.6 * delta2 * a1 * (1 - a1);  // BP2
  CHECK(trace.weighted_input[2][0] == Approx(z2));
  CHECK(trace.error[2][0] == Approx(delta2));
  CHECK(trace.error[1][0] == Approx(delta1));
  CHECK(gradient[0] == Approx(delta1));       // BP4: a^0 = 1
  CHECK(gradient[1] == Approx(delta1));       // BP3
  CHECK(gradient[2] == Approx(a1 * delta2));  // BP4
  CHECK(gradient[3] == Approx(delta2));       // BP3
  CHECK(summed_cost(Cost::of<Quadratic>(), example.packs()[0], trace) == Approx(0.5 * a2 * a2));
}

TEST_CASE("a network of another shape keeps the weights that survive") {
  const auto tanh = Activation::of<Tanh>();
  const Network small(2, {2}, {tanh}, 1, OutputActivation::of<Tanh>());
  const Network wide(2, {3}, {tanh}, 1, OutputActivation::of<Tanh>());
  const Flat<float> old = Flat<float>::LinSpaced(small.parameter_count(), 1, 9);
  const Flat<float> fresh = Flat<float>::Constant(wide.parameter_count(), -1);
  Flat<float> grown = transplant(small, old, wide, {0, 1}, fresh);
  CHECK(weights(grown, wide.layer(1)).topRows(2) == weights(old, small.layer(1)));
  CHECK(weights(grown, wide.layer(1))(2, 0) == -1);
  CHECK(weights(grown, wide.layer(2))(0, 1) == weights(old, small.layer(2))(0, 1));
  CHECK(weights(grown, wide.layer(2))(0, 2) == -1);
  CHECK(biases(grown, wide.layer(2))(0) == biases(old, small.layer(2))(0));
  CHECK((transplant(wide, grown, small, {0, 1}, fresh.head(small.parameter_count())) == old).all());
}

TEST_CASE("inputs keep their weights when others come and go") {
  const auto output = OutputActivation::of<Tanh>();
  const Network two(2, {2}, {Activation::of<Tanh>()}, 1, output);
  const Network three(3, {2}, {Activation::of<Tanh>()}, 1, output);
  const Flat<float> old = Flat<float>::LinSpaced(two.parameter_count(), 1, 9);
  const Flat<float> fresh = Flat<float>::Constant(three.parameter_count(), -1);
  Flat<float> grown =
      transplant(two, old, three, {1, -1, 0}, fresh);  // the new inputs: the old second, one more, the old first
  const auto W = weights(grown, three.layer(1));
  CHECK(W.col(0) == weights(old, two.layer(1)).col(1));
  CHECK(W.col(1).isConstant(-1));
  CHECK(W.col(2) == weights(old, two.layer(1)).col(0));
  CHECK(weights(grown, three.layer(2)) == weights(old, two.layer(2)));
}

TEST_CASE("a wider layer starts with the same weights where both have neurons") {
  const auto tanh = Activation::of<Tanh>();
  const Network small(2, {2}, {tanh}, 1, OutputActivation::of<Tanh>());
  const Network wide(2, {5}, {tanh}, 1, OutputActivation::of<Tanh>());
  Flat<float> a = initial_parameters(small, Initializer::of<NormalFanIn>(), BiasInitializer::of<ZeroBiases>(), 3);
  Flat<float> b = initial_parameters(wide, Initializer::of<NormalFanIn>(), BiasInitializer::of<ZeroBiases>(), 3);
  CHECK(weights(b, wide.layer(1)).topRows(2) == weights(a, small.layer(1)));
  CHECK(biases(b, wide.layer(1)).isZero());
}
