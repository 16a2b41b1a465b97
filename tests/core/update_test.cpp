// Schedules, penalties, clipping and initial parameters beside their formulas. That training as a whole goes where PyTorch's
// goes is trajectories_test's.
#include <cmath>

#include "catch.hpp"
#include "core/descent.hpp"
#include "core/initializer.hpp"
#include "core/powers.hpp"
#include "core/schedule.hpp"

using namespace backprop;

namespace {

double factor(Schedule schedule, double f, int T, std::uint64_t e) {
  return schedule.visit([&](auto kind) { return decltype(kind)::factor(f, T, e); });
}

}  // namespace

TEST_CASE("schedules have their values") {
  CHECK(factor(Schedule::of<Constant>(), 0.5, 10, 99) == 1);
  CHECK(factor(Schedule::of<StepDecay>(), 0.5, 10, 9) == 1);
  CHECK(factor(Schedule::of<StepDecay>(), 0.5, 10, 20) == 0.25);
  CHECK(factor(Schedule::of<Exponential>(), 0.9, 10, 7) == Approx(std::pow(0.9, 7)).epsilon(1e-14));
  CHECK(factor(Schedule::of<Cosine>(), 0.1, 10, 0) == 1);
  CHECK(factor(Schedule::of<Cosine>(), 0.1, 10, 5) == Approx(0.55));
  CHECK(factor(Schedule::of<Cosine>(), 0.1, 10, 10) == Approx(0.1));
  CHECK(factor(Schedule::of<WarmUp>(), 0.2, 4, 2) == Approx(0.6));
  CHECK(factor(Schedule::of<WarmUp>(), 0.2, 4, 1000) == 1);
  // A schedule that has run for ever still has a rate that is a number.
  for (int s = 0; s < Schedule::count; ++s) CHECK(std::isfinite(factor(Schedule::at(s), 0.5, 1, 1u << 30)));
}

TEST_CASE("powers and cosines are right to the last digits") {
  for (const double base : {0.0, 0.5, 0.9, 0.999})
    for (const std::uint64_t n : {0, 1, 2, 17, 1000}) CHECK(whole_power(base, n) == Approx(std::pow(base, n)).epsilon(1e-13));
  for (int i = 0; i <= 4000; ++i) {
    const double t = i / 1000.0;
    CHECK(std::fabs(cos_half_turns(t) - std::cos(M_PI * t)) < 2e-15);  // pi t is rounded, too
  }
}

TEST_CASE("a weight that L1 carries across zero stops there, and may revive") {
  const Network network(1, {}, {}, 1, OutputActivation::of<Linear>());
  UpdateRule rule{Optimizer::of<GradientDescent>(), {}, {0.5, 0}, 0};
  auto state = fresh_state<double>(rule.optimizer, 2);
  Flat<double> before;
  Flat<double> w(2);
  w << 0.01, 0.01;
  Flat<double> gradient = Flat<double>::Zero(2);
  descend(network, rule, 0.1, gradient, state, w, before);
  CHECK(w[0] == 0);
  CHECK(w[1] == 0.01);  // the bias is free
  gradient.setZero();
  descend(network, rule, 0.1, gradient, state, w, before);
  CHECK(w[0] == 0);  // at zero the penalty does not pull
  gradient << -1, 0;
  descend(network, rule, 0.1, gradient, state, w, before);
  CHECK(w[0] == Approx(0.1));
}

TEST_CASE("a long gradient is clipped to the norm, a short one left alone") {
  Flat<float> gradient(2);
  gradient << 3, 4;
  clip(10, gradient);
  CHECK(gradient[0] == 3);
  clip(1, gradient);
  CHECK(gradient.matrix().norm() == Approx(1).epsilon(1e-5));
  CHECK(gradient[1] / gradient[0] == Approx(4.0 / 3));
}

TEST_CASE("initialisers have the mean and spread of their formulas") {
  const Network network(40, {60}, {Activation::of<Tanh>()}, 30, OutputActivation::of<Tanh>());
  const auto spread = [&](Initializer initializer) {
    Flat<float> w = initial_parameters(network, initializer, BiasInitializer::of<ZeroBiases>(), 1);
    const auto W = weights(w, network.layer(1)).cast<double>().eval();
    CAPTURE(initializer.name());
    CHECK(W.mean() == Approx(0).margin(0.05));
    return std::sqrt(W.array().square().mean());
  };
  CHECK(spread(Initializer::of<ZeroWeights>()) == 0);
  CHECK(spread(Initializer::of<UniformHalf>()) == Approx(0.5 / std::sqrt(3)).epsilon(0.05));
  CHECK(spread(Initializer::of<StandardNormal>()) == Approx(1).epsilon(0.05));
  CHECK(spread(Initializer::of<NormalFanIn>()) == Approx(1 / std::sqrt(40)).epsilon(0.05));
  CHECK(spread(Initializer::of<GlorotUniform>()) == Approx(std::sqrt(2.0 / 100)).epsilon(0.05));
  CHECK(spread(Initializer::of<GlorotNormal>()) == Approx(std::sqrt(2.0 / 100)).epsilon(0.05));
  CHECK(spread(Initializer::of<HeUniform>()) == Approx(std::sqrt(2.0 / 40)).epsilon(0.05));
  CHECK(spread(Initializer::of<HeNormal>()) == Approx(std::sqrt(2.0 / 40)).epsilon(0.05));

  const auto first_biases = [&](BiasInitializer kind) {
    Flat<float> w = initial_parameters(network, Initializer::of<HeNormal>(), kind, 1);
    return biases(w, network.layer(1)).cast<double>().eval();
  };
  CHECK(first_biases(BiasInitializer::of<ZeroBiases>()).isZero());
  CHECK(first_biases(BiasInitializer::of<TenthBiases>()).isConstant(0.1f));
  CHECK(first_biases(BiasInitializer::of<NormalBiases>()).squaredNorm() / 60 == Approx(1).epsilon(0.4));
}

TEST_CASE("uniform initialisers draw uniformly, normal ones normally") {
  const Network network(40, {60}, {Activation::of<Tanh>()}, 30, OutputActivation::of<Tanh>());
  // The mean fourth power over the squared mean square: 9/5 of what is uniform around 0, 3 of what is normal.
  const auto kurtosis = [&](Initializer initializer) {
    Flat<float> w = initial_parameters(network, initializer, BiasInitializer::of<ZeroBiases>(), 1);
    const auto squares = weights(w, network.layer(1)).cast<double>().array().square().eval();
    return squares.square().mean() / (squares.mean() * squares.mean());
  };
  for (const auto uniform : {Initializer::of<UniformHalf>(), Initializer::of<GlorotUniform>(), Initializer::of<HeUniform>()})
    CHECK(kurtosis(uniform) == Approx(1.8).epsilon(0.05));
  for (const auto normal : {Initializer::of<StandardNormal>(), Initializer::of<NormalFanIn>(), Initializer::of<GlorotNormal>(),
                            Initializer::of<HeNormal>()})
    CHECK(kurtosis(normal) == Approx(3).epsilon(0.15));
}

// Arithmetic with subnormal numbers takes processors a hundred times as long, and rounding would hold them for ever.
TEST_CASE("what shrinks for ever becomes zero and is never subnormal") {
  const Network network(1, {}, {}, 1, OutputActivation::of<Linear>());
  const auto settled = [](float x) { return x == 0 || std::isnormal(x); };
  for (int kind = 0; kind < Optimizer::count; ++kind) {
    UpdateRule rule{Optimizer::at(kind), {}, {}, 0};
    rule.settings.beta2 = 0.9;
    rule.settings.smoothing = 0.9;
    INFO(rule.optimizer.name());
    auto state = fresh_state<float>(rule.optimizer, 2);
    Flat<float> before, w(2), gradient(2);
    w << 1, 1;
    gradient << 1, 1;
    descend(network, rule, 0.01, gradient, state, w, before);
    for (int step = 0; step < 10000; ++step) {
      gradient.setZero();
      descend(network, rule, 0.01, gradient, state, w, before);
      for (const auto* moments : {&state.first, &state.second})
        for (const float moment : *moments) REQUIRE(settled(moment));
    }
    for (const auto* moments : {&state.first, &state.second})
      for (const float moment : *moments) CHECK((moment == 0 || rule.optimizer == Optimizer::of<Adagrad>()));
    CHECK(state.powers.first == 0);
    CHECK(state.powers.second == 0);
  }
}

TEST_CASE("a weight that a penalty shrinks for ever becomes zero") {
  const Network network(1, {}, {}, 1, OutputActivation::of<Linear>());
  UpdateRule rule{Optimizer::of<GradientDescent>(), {}, {0, 1}, 0};
  auto state = fresh_state<float>(rule.optimizer, 2);
  Flat<float> before, w(2), gradient(2);
  w << 1, 1;
  for (int step = 0; step < 1000; ++step) {
    gradient.setZero();
    descend(network, rule, 0.1, gradient, state, w, before);
    REQUIRE((w[0] == 0 || std::isnormal(w[0])));
  }
  CHECK(w[0] == 0);
  CHECK(w[1] == 1);
}
