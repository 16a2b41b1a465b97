// Every pairing of hidden activation, output and cost, at several depths, against central differences.
#include <algorithm>

#include "catch.hpp"
#include "core/dropout.hpp"
#include "core/gradient_check.hpp"
#include "examples.hpp"

using namespace backprop;

namespace {

GradientCheck check(const Network& network, Cost cost, const ExampleSet& set, const Penalties& penalties = {}) {
  return check_gradient(network, cost, penalties, some_parameters(network).cast<double>(), set);
}

}  // namespace

TEST_CASE("backpropagation agrees with central differences for every pairing and depth, for every parameter", "[long]") {
  for (int depth = 0; depth <= 4; ++depth)
    for (int a = 0; a < (depth == 0 ? 1 : Activation::count); ++a)
      for (int o = 0; o < OutputActivation::count; ++o)
        for (int c = 0; c < Cost::count; ++c)
          for (const int classes : {0, 2, 3}) {
            const auto output = OutputActivation::at(o);
            const auto cost = Cost::at(c);
            // Values to predict need an output that can be any of them.
            if (!pairs(cost, output) || (classes == 0 && desired_range(output).low == 0)) continue;
            const Network network(2, std::vector<int>(depth, 4), std::vector<Activation>(depth, Activation::at(a)),
                                  output_neurons(output, classes), output);
            const GradientCheck result = check(network, cost, some_examples(13, output, classes));
            CAPTURE(depth, Activation::at(a).name(), output.name(), cost.name(), classes, result.worst_at);
            CHECK(result.worst < 1e-6);
            CHECK(result.worst_at >= 0);
            CHECK(std::count(result.at_kink.begin(), result.at_kink.end(), true) < network.parameter_count() / 4 + 1);
            CHECK(result.by_backpropagation.matrix().norm() > 1e-6);
          }
}

TEST_CASE("every output has a cost, and every cost an output") {
  for (int o = 0; o < OutputActivation::count; ++o) CHECK(pairs(Cost::of<Quadratic>(), OutputActivation::at(o)));
  for (int c = 0; c < Cost::count; ++c) {
    int outputs = 0;
    for (int o = 0; o < OutputActivation::count; ++o) outputs += pairs(Cost::at(c), OutputActivation::at(o)) ? 1 : 0;
    CAPTURE(Cost::at(c).name());
    CHECK(outputs >= 1);
  }
}

TEST_CASE("the penalties have their gradient, on weights alone") {
  const auto output = OutputActivation::of<Sigmoid>();
  const Network network(2, {3, 3}, {Activation::of<Tanh>(), Activation::of<Silu>()}, 1, output);
  const ExampleSet set = some_examples(9, output);
  const GradientCheck plain = check(network, Cost::of<CrossEntropy>(), set);
  for (const Penalties penalties : {Penalties{0.1, 0}, Penalties{0, 0.2}, Penalties{0.05, 0.3}}) {
    const GradientCheck result = check(network, Cost::of<CrossEntropy>(), set, penalties);
    CHECK(result.worst < 1e-6);
    CHECK((result.by_backpropagation - plain.by_backpropagation).matrix().norm() > 0.01);
    for (int l = 1; l <= network.last(); ++l)
      CHECK(biases(result.by_backpropagation, network.layer(l)) == biases(plain.by_backpropagation, network.layer(l)));
  }
}

TEST_CASE("a part of the parameters can be checked alone") {
  const auto output = OutputActivation::of<Tanh>();
  const Network network(2, {3}, {Activation::of<Tanh>()}, 1, output);
  const ExampleSet set = some_examples(9, output);
  const GradientCheck all = check(network, Cost::of<Quadratic>(), set);
  const GradientCheck part =
      check_gradient(network, Cost::of<Quadratic>(), {}, some_parameters(network).cast<double>(), set, 4, 3);
  CHECK(part.first == 4);
  CHECK((part.by_difference == all.by_difference.segment(4, 3)).all());
  CHECK(part.worst_at >= 4);
  CHECK(part.worst_at < 7);
}

TEST_CASE("a kink between the two costs is seen") {
  // One ReLU with z = w x = 0 at the parameter itself: between w - h and w + h it bends.
  const auto output = OutputActivation::of<Linear>();
  const Network network(1, {1}, {Activation::of<Relu>()}, 1, output);
  const ExampleSet set{Eigen::MatrixXf::Ones(1, 1), Eigen::MatrixXf::Ones(1, 1)};
  Flat<double> parameters(4);
  parameters << 0, 0, 1, 0;
  const GradientCheck result = check_gradient(network, Cost::of<Quadratic>(), {}, parameters, set);
  CHECK(result.at_kink == std::vector<bool>{true, true, false, false});
  CHECK(result.relative_error[0] > 0.1);
  CHECK(result.worst < 1e-6);
}

TEST_CASE("L1 has its kink at weights that are 0, not at biases") {
  const auto output = OutputActivation::of<Linear>();
  const Network network(1, {}, {}, 1, output);
  const ExampleSet set{Eigen::MatrixXf::Ones(1, 1), Eigen::MatrixXf::Ones(1, 1)};
  const GradientCheck result = check_gradient(network, Cost::of<Quadratic>(), {0.1, 0}, Flat<double>::Zero(2), set);
  CHECK(result.at_kink == std::vector<bool>{true, false});
}

TEST_CASE("dropout's gradient is that of the thinned network") {
  const auto output = OutputActivation::of<Sigmoid>();
  const auto cost = Cost::of<CrossEntropy>();
  const Network network(2, {6, 5}, {Activation::of<Tanh>(), Activation::of<Gelu>()}, 1, output);
  const ExampleSet set = some_examples(7, output);
  const Examples<double> examples(set);
  Trace<double> trace(network);
  // The same masks for every pass: they are part of the function that is differentiated.
  const auto masks_of = [&](int pack) {
    Random random(3, Stream::dropout, static_cast<std::uint64_t>(pack));
    draw_masks(network, 0.5, random, trace);
  };
  Flat<double> w = some_parameters(network).cast<double>();
  Flat<double> gradient(network.parameter_count());
  backpropagate(network, cost, w, examples, trace, gradient, masks_of);
  const auto cost_of = [&](const Flat<double>& parameters) {
    double sum = 0;
    for (int p = 0; p < 7; ++p) {
      masks_of(p);
      feedforward<Pass::training>(network, parameters, examples.packs()[p], trace);
      sum += summed_cost(cost, examples.packs()[p], trace);
    }
    return sum / 7;
  };
  for (int i = 0; i < network.parameter_count(); ++i) {
    const double at = w[i];
    w[i] = at + 1e-5;
    const double above = cost_of(w);
    w[i] = at - 1e-5;
    const double below = cost_of(w);
    w[i] = at;
    CAPTURE(i);
    CHECK(gradient[i] == Approx((above - below) / 2e-5).epsilon(1e-6).margin(1e-9));
  }
}

TEST_CASE("masks leave out the asked share and keep the mean") {
  const Network network(2, {64}, {Activation::of<Tanh>()}, 1, OutputActivation::of<Tanh>());
  Trace<Lanes<8>> trace(network);
  Random random(1, Stream::dropout);
  int dropped = 0;
  double sum = 0;
  for (int round = 0; round < 20; ++round) {
    draw_masks(network, 0.3, random, trace);
    for (const auto& mask : trace.mask[1])
      for (int lane = 0; lane < 8; ++lane) {
        const float value = mask.part[lane / 4][lane % 4];
        dropped += value == 0 ? 1 : 0;
        sum += value;
      }
  }
  CHECK(dropped / 10240.0 == Approx(0.3).margin(0.02));
  CHECK(sum / 10240 == Approx(1).margin(0.03));
}

namespace {

template <class Scalar>
void check_lanes(Activation sigma, OutputActivation output, Cost cost, int classes, int count) {
  const Network network(2, {5, 9, 4}, {sigma, Activation::of<Relu>(), sigma}, output_neurons(output, classes), output);
  const Flat<float> parameters = some_parameters(network);
  const ExampleSet set = some_examples(count, output, classes);
  const int outputs = network.neurons(network.last());

  constexpr int width = ScalarTraits<Scalar>::width;
  Examples<Scalar> packed(2, outputs, count + 2 * width);  // room to spare: only what is filled may count
  packed.gather({set, in_order(count).data(), count});
  Trace<Scalar> trace(network);
  Flat<float> gradient(network.parameter_count());
  backpropagate(network, cost, parameters, packed, trace, gradient);

  const Flat<double> exact = parameters.cast<double>();
  const Examples<double> plain(set);
  Trace<double> plain_trace(network);
  Flat<double> truth(network.parameter_count());
  backpropagate(network, cost, exact, plain, plain_trace, truth);

  CAPTURE(width, count, sigma.name(), output.name(), cost.name());
  CHECK((gradient.cast<double>() - truth).matrix().norm() < 2e-6 * truth.matrix().norm());
  CHECK(mean_cost(network, cost, parameters, packed, trace) ==
        Approx(mean_cost(network, cost, exact, plain, plain_trace)).epsilon(1e-6));
}

template <class Scalar>
void check_lanes_for(int count) {
  for (int a = 0; a < Activation::count; ++a)
    check_lanes<Scalar>(Activation::at(a), OutputActivation::of<Sigmoid>(), Cost::of<CrossEntropy>(), 2, count);
  for (int o = 0; o < OutputActivation::count; ++o)
    for (int c = 0; c < Cost::count; ++c)
      if (pairs(Cost::at(c), OutputActivation::at(o)))
        check_lanes<Scalar>(Activation::of<Tanh>(), OutputActivation::at(o), Cost::at(c), 3, count);
}

}  // namespace

TEST_CASE(
    "lanes, and a float alone, give the gradient and cost that double gives, at every width and for packs filled in part") {
  for (const int count : {1, 3, 4, 5, 10, 12, 17, 33}) {
    check_lanes_for<float>(count);
    check_lanes_for<Lanes<4>>(count);
    check_lanes_for<Lanes<8>>(count);
    check_lanes_for<Lanes<12>>(count);
    check_lanes_for<Lanes<16>>(count);
  }
}

namespace {

// Costs of one output neuron, or of two with softmax, in a scalar's own vectors.
template <class S>
S cross_entropy_at(S z, S y) {
  const Vector<S> zs = Vector<S>::Constant(1, z);
  return CrossEntropy::value(zs, zs, Vector<S>::Constant(1, y).eval());
}
template <class S>
S log_likelihood_at(S z1, S z2) {
  Vector<S> zs(2);
  zs << z1, z2;
  Vector<S> y(2);
  y << S(1), S(0);
  return LogLikelihood::value(zs, zs, y);
}

}  // namespace

TEST_CASE("cross-entropy and log-likelihood stay finite where the output saturates") {
  CHECK(cross_entropy_at(800.0, 0.0) == Approx(800));
  CHECK(sum_lanes(cross_entropy_at<Lanes<4>>(800, 0)) == Approx(3200));
  CHECK(log_likelihood_at(-900.0, 900.0) == Approx(1800));
  CHECK(sum_lanes(log_likelihood_at<Lanes<4>>(-900, 900)) == Approx(7200));
}

TEST_CASE("softmax sums to one and does not overflow") {
  Vector<double> z(3);
  z << 1000, 1000, -1000;
  Vector<double> a(3);
  softmax(3, 1, z.data(), a.data());
  CHECK(a[0] == Approx(0.5));
  CHECK(a[2] == 0);
  CHECK(a.sum() == Approx(1));
}

TEST_CASE("Huber is quadratic near the value and linear far from it") {
  const auto at = [](double a) {
    const Vector<double> as = Vector<double>::Constant(1, a);
    return Huber::value(as, as, Vector<double>::Zero(1).eval());
  };
  CHECK(at(0.5) == Approx(0.125));
  CHECK(at(-3) == Approx(2.5));
  CHECK(Huber::gradient(-3.0, 0.0) == -1);
  CHECK(Huber::gradient(0.25, 0.0) == 0.25);
}

TEST_CASE("a gradient that is not a number is the worst of all") {
  const Network network(2, {3}, {Activation::of<Tanh>()}, 1, OutputActivation::of<Linear>());
  Flat<double> parameters = some_parameters(network).cast<double>();
  parameters[4] = std::numeric_limits<double>::quiet_NaN();
  const ExampleSet set = some_examples(5, network.output(), 0);
  CHECK(check_gradient(network, Cost::of<Quadratic>(), {}, parameters, set).worst == std::numeric_limits<double>::infinity());
}

TEST_CASE("the gradients of both cross-entropies have their limits where an output has been rounded to the desired one") {
  CHECK(CrossEntropy::gradient(1.0, 1.0) == -1);
  CHECK(CrossEntropy::gradient(0.0, 0.0) == 1);
  CHECK(CrossEntropy::gradient(0.25, 0.5) == Approx((0.25 - 0.5) / (0.25 * 0.75)));
  CHECK(LogLikelihood::gradient(0.0, 0.0) == 0);
  CHECK(LogLikelihood::gradient(0.5, 1.0) == -2);
}
