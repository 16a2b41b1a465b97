// Optimisers: how a gradient g becomes a step of the parameters w. Formulas and defaults are PyTorch's (torch.optim), but that
// momentum, which is 0 there unless asked for, is 0.9, and that AdamW's decay leaves biases alone.
//
// Each names the settings it uses, and has up to two moments, vectors as long as w that it carries from step to step, at first
// zero. `update` is written once for float and for double, as a plain loop over independent parameters that compilers turn into
// vectors. To add one: write its struct here and name it in the list at the end.
#pragma once

#include <cmath>

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
};

// One step's arguments: eta, the powers of the betas including this step, and n parameters with gradient and moments.
template <class Real>
struct Step {
  Real rate;
  BetaPowers powers;
  int n;
  Real* __restrict w;
  const Real* __restrict g;
  Real* __restrict first;
  Real* __restrict second;
};

struct GradientDescent {
  static constexpr Entry entry{"gradientDescent", "gradient descent (SGD)", R"(w \to w - \eta g)"};
  static constexpr Fields<0> uses{};
  static constexpr int moments = 0;
  template <class Real>
  static void update(const OptimizerSettings&, const Step<Real>& s) {
    for (int i = 0; i < s.n; ++i) s.w[i] -= s.rate * s.g[i];
  }
};

// Velocity v (Nielsen, chapter 3, equations 107 and 108, with v = -eta times this one).
struct Momentum {
  static constexpr Entry entry{"momentum", "momentum", R"(v \to \mu v + g,\quad w \to w - \eta v)"};
  static constexpr Fields<1> uses{"momentum"};
  static constexpr int moments = 1;
  template <class Real>
  static void update(const OptimizerSettings& settings, const Step<Real>& s) {
    const auto mu = static_cast<Real>(settings.momentum);
    for (int i = 0; i < s.n; ++i) {
      s.first[i] = mu * s.first[i] + s.g[i];
      s.w[i] -= s.rate * s.first[i];
    }
  }
};

struct Nesterov {
  static constexpr Entry entry{"nesterov", "Nesterov momentum", R"(v \to \mu v + g,\quad w \to w - \eta (g + \mu v))"};
  static constexpr Fields<1> uses{"momentum"};
  static constexpr int moments = 1;
  template <class Real>
  static void update(const OptimizerSettings& settings, const Step<Real>& s) {
    const auto mu = static_cast<Real>(settings.momentum);
    for (int i = 0; i < s.n; ++i) {
      s.first[i] = mu * s.first[i] + s.g[i];
      s.w[i] -= s.rate * (s.g[i] + mu * s.first[i]);
    }
  }
};

struct RmsProp {
  static constexpr Entry entry{"rmsProp", "RMSProp",
                               R"(v \to \alpha v + (1 - \alpha) g^2,\quad w \to w - \eta \frac{g}{\sqrt{v} + 10^{-8}})"};
  static constexpr Fields<1> uses{"smoothing"};
  static constexpr int moments = 1;
  template <class Real>
  static void update(const OptimizerSettings& settings, const Step<Real>& s) {
    const auto alpha = static_cast<Real>(settings.smoothing);
    const auto rest = static_cast<Real>(1 - settings.smoothing);
    for (int i = 0; i < s.n; ++i) {
      s.first[i] = alpha * s.first[i] + rest * (s.g[i] * s.g[i]);
      s.w[i] -= s.rate * (s.g[i] / (std::sqrt(s.first[i]) + Real(1e-8)));
    }
  }
};

struct Adagrad {
  static constexpr Entry entry{"adagrad", "Adagrad", R"(v \to v + g^2,\quad w \to w - \eta \frac{g}{\sqrt{v} + 10^{-10}})"};
  static constexpr Fields<0> uses{};
  static constexpr int moments = 1;
  template <class Real>
  static void update(const OptimizerSettings&, const Step<Real>& s) {
    for (int i = 0; i < s.n; ++i) {
      s.first[i] += s.g[i] * s.g[i];
      s.w[i] -= s.rate * (s.g[i] / (std::sqrt(s.first[i]) + Real(1e-10)));
    }
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
  static void update(const OptimizerSettings& settings, const Step<Real>& s) {
    const auto beta1 = static_cast<Real>(settings.beta1);
    const auto rest1 = static_cast<Real>(1 - settings.beta1);
    const auto beta2 = static_cast<Real>(settings.beta2);
    const auto rest2 = static_cast<Real>(1 - settings.beta2);
    const Real rate = s.rate / static_cast<Real>(1 - s.powers.first);
    const auto root = static_cast<Real>(1 / std::sqrt(1 - s.powers.second));
    for (int i = 0; i < s.n; ++i) {
      s.first[i] = beta1 * s.first[i] + rest1 * s.g[i];
      s.second[i] = beta2 * s.second[i] + rest2 * (s.g[i] * s.g[i]);
      s.w[i] -= rate * (s.first[i] / (std::sqrt(s.second[i]) * root + Real(1e-8)));
    }
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
  static void update(const OptimizerSettings& settings, const Step<Real>& s) {
    Adam::update(settings, s);
  }
};

using Optimizer = Choice<GradientDescent, Momentum, Nesterov, RmsProp, Adagrad, Adam, AdamW>;

inline int moments(Optimizer optimizer) {
  return optimizer.visit([](auto kind) { return decltype(kind)::moments; });
}

}  // namespace backprop
