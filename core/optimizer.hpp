// Optimisers: how a gradient g becomes a step of the parameters w. Formulas and defaults are PyTorch's (torch.optim), with two
// exceptions: momentum is 0.9 by default (there 0), and AdamW does not decay biases.
//
// Each names the settings it uses, and has up to two moments, vectors as long as w that it carries from step to step, at first
// zero. `rule` gives what one step does to one parameter: a function of w, its gradient and its moments, written once for float
// and for double. Parameters are independent of each other, so that compilers turn the loop of `update` into vectors. To add
// one: write its struct here and name it in the list at the end.
#pragma once

#include <cmath>
#include <limits>

#include "choice.hpp"

namespace backprop {

struct OptimizerSettings {
  double momentum = 0.9;       // mu, of momentum and Nesterov
  double smoothing = 0.99;     // alpha, of RMSProp: how slowly its mean of squared gradients changes
  double beta1 = 0.9;          // of Adam and AdamW: how slowly the mean of the gradients changes,
  double beta2 = 0.999;        // and that of their squares
  double weight_decay = 0.01;  // of AdamW: share of each weight, times the learning rate, that is taken away in each step
};

// beta1^t and beta2^t after t steps, of Adam and AdamW.
struct BetaPowers {
  double first = 1, second = 1;

  void count_step(const OptimizerSettings& settings) {
    first = next(first, settings.beta1);
    second = next(second, settings.beta2);
  }

 private:
  // Long before 2^-100 a power makes no difference to 1 - beta^t. See normal_or_zero.
  static double next(double power, double beta) { return power < 0x1p-100 ? 0 : power * beta; }
};

// What a step is made with, beside the settings: eta, and the powers of the betas, this step included.
template <class Real>
struct Step {
  Real rate;
  BetaPowers powers;
};

struct GradientDescent {
  static constexpr Entry entry{"gradientDescent", "gradient descent (SGD)", R"(w \to w - \eta g)"};
  static constexpr Fields<0> uses{};
  static constexpr int moments = 0;
  template <class Real>
  static auto rule(const OptimizerSettings&, const Step<Real>& step) {
    return [eta = step.rate](Real& w, Real g) { w -= eta * g; };
  }
};

// Velocity v (Nielsen, chapter 3, equations 107 and 108, with v = -eta times this one).
struct Momentum {
  static constexpr Entry entry{"momentum", "momentum", R"(v \to \mu v + g,\quad w \to w - \eta v)"};
  static constexpr Fields<1> uses{"momentum"};
  static constexpr int moments = 1;
  template <class Real>
  static auto rule(const OptimizerSettings& settings, const Step<Real>& step) {
    const auto mu = static_cast<Real>(settings.momentum);
    return [mu, eta = step.rate](Real& w, Real g, Real& v) {
      v = mu * v + g;
      w -= eta * v;
    };
  }
};

struct Nesterov {
  static constexpr Entry entry{"nesterov", "Nesterov momentum", R"(v \to \mu v + g,\quad w \to w - \eta (g + \mu v))"};
  static constexpr Fields<1> uses{"momentum"};
  static constexpr int moments = 1;
  template <class Real>
  static auto rule(const OptimizerSettings& settings, const Step<Real>& step) {
    const auto mu = static_cast<Real>(settings.momentum);
    return [mu, eta = step.rate](Real& w, Real g, Real& v) {
      v = mu * v + g;
      w -= eta * (g + mu * v);
    };
  }
};

struct RmsProp {
  static constexpr Entry entry{"rmsProp", "RMSProp",
                               R"(v \to \alpha v + (1 - \alpha) g^2,\quad w \to w - \eta \frac{g}{\sqrt{v} + 10^{-8}})"};
  static constexpr Fields<1> uses{"smoothing"};
  static constexpr int moments = 1;
  template <class Real>
  static auto rule(const OptimizerSettings& settings, const Step<Real>& step) {
    const auto alpha = static_cast<Real>(settings.smoothing);
    const auto rest = static_cast<Real>(1 - settings.smoothing);
    return [alpha, rest, eta = step.rate](Real& w, Real g, Real& v) {
      v = alpha * v + rest * (g * g);
      w -= eta * (g / (std::sqrt(v) + Real(1e-8)));
    };
  }
};

struct Adagrad {
  static constexpr Entry entry{"adagrad", "Adagrad", R"(v \to v + g^2,\quad w \to w - \eta \frac{g}{\sqrt{v} + 10^{-10}})"};
  static constexpr Fields<0> uses{};
  static constexpr int moments = 1;
  template <class Real>
  static auto rule(const OptimizerSettings&, const Step<Real>& step) {
    return [eta = step.rate](Real& w, Real g, Real& v) {
      v += g * g;
      w -= eta * (g / (std::sqrt(v) + Real(1e-10)));
    };
  }
};

// m and v begin at zero and are too small at first: 1 - beta^t, t being the number of the step, makes up for that.
struct Adam {
  static constexpr Entry entry{
      "adam", "Adam",
      R"(m \to \beta_1 m + (1 - \beta_1) g,\quad v \to \beta_2 v + (1 - \beta_2) g^2,\quad w \to w - \eta \frac{m / (1 - \beta_1^t)}{\sqrt{v / (1 - \beta_2^t)} + 10^{-8}})"};
  static constexpr Fields<2> uses{"beta1", "beta2"};
  static constexpr int moments = 2;
  template <class Real>
  static auto rule(const OptimizerSettings& settings, const Step<Real>& step) {
    const auto beta1 = static_cast<Real>(settings.beta1);
    const auto rest1 = static_cast<Real>(1 - settings.beta1);
    const auto beta2 = static_cast<Real>(settings.beta2);
    const auto rest2 = static_cast<Real>(1 - settings.beta2);
    const Real rate = step.rate / static_cast<Real>(1 - step.powers.first);
    const auto root = static_cast<Real>(1 / std::sqrt(1 - step.powers.second));
    return [=](Real& w, Real g, Real& m, Real& v) {
      m = beta1 * m + rest1 * g;
      v = beta2 * v + rest2 * (g * g);
      w -= rate * (m / (std::sqrt(v) * root + Real(1e-8)));
    };
  }
};

// Adam after the weights have shrunk by themselves, outside of the gradient (see descent.hpp).
struct AdamW {
  static constexpr Entry entry{
      "adamW", "AdamW",
      R"(w \to (1 - \eta \lambda_w)\, w - \eta \frac{m / (1 - \beta_1^t)}{\sqrt{v / (1 - \beta_2^t)} + 10^{-8}})"};
  static constexpr Fields<3> uses{"beta1", "beta2", "weightDecay"};
  static constexpr int moments = 2;
  template <class Real>
  static auto rule(const OptimizerSettings& settings, const Step<Real>& step) {
    return Adam::rule(settings, step);
  }
};

using Optimizer = Choice<GradientDescent, Momentum, Nesterov, RmsProp, Adagrad, Adam, AdamW>;

// What shrinks step by step, as a moment does whose gradient has died, ends among the subnormal numbers, where rounding holds
// it for ever and processors take a hundred times as long: it is zero from there on.
template <class Real>
Real normal_or_zero(Real x) {
  return std::fabs(x) < std::numeric_limits<Real>::min() ? Real(0) : x;
}

// One step of n parameters w with gradient g. Moments that the optimiser does not have are null. No two vectors
// overlap: without __restrict, compilers check for overlap before each loop and load twice inside it.
template <class Kind, class Real>
void update(const OptimizerSettings& settings, const Step<Real>& step, int n, Real* __restrict w, const Real* __restrict g,
            Real* __restrict first, Real* __restrict second) {
  const auto rule = Kind::rule(settings, step);
  for (int i = 0; i < n; ++i) {
    Real parameter = w[i];  // a reference into w would lose what __restrict says
    if constexpr (Kind::moments == 0) {
      rule(parameter, g[i]);
    } else if constexpr (Kind::moments == 1) {
      Real moment = first[i];
      rule(parameter, g[i], moment);
      first[i] = normal_or_zero(moment);
    } else {
      Real mean = first[i], square = second[i];
      rule(parameter, g[i], mean, square);
      first[i] = normal_or_zero(mean);
      second[i] = normal_or_zero(square);
    }
    w[i] = normal_or_zero(parameter);
  }
}

inline int moments(Optimizer optimizer) {
  return optimizer.visit([](auto kind) { return decltype(kind)::moments; });
}

}  // namespace backprop
