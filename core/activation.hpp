// Activation functions of hidden layers, a = sigma(z), each beside its derivative sigma'(z).
//
// `at(z)` gives both, because they share most of their work. It is written once for double and for lanes. To add one: write its
// struct here and name it in the list at the end.
#pragma once

#include <optional>

#include "choice.hpp"
#include "elementary.hpp"

namespace backprop {

// The values an activation can take: used to colour its heat map. Unbounded ones have none.
struct Range {
  float low, high;
};

template <class S>
struct ActivationAt {
  S value;       // sigma(z)
  S derivative;  // sigma'(z)
};

struct Sigmoid {
  static constexpr Entry entry{"sigmoid", "sigmoid", R"(\sigma(z) = \frac{1}{1 + e^{-z}})"};
  static constexpr std::optional<Range> range = Range{0, 1};
  template <class S>
  static ActivationAt<S> at(const S& z) {
    const S a = logistic(z);
    return {a, a * (S(1) - a)};
  }
};

struct Tanh {
  static constexpr Entry entry{"tanh", "tanh", R"(\sigma(z) = \tanh z)"};
  static constexpr std::optional<Range> range = Range{-1, 1};
  template <class S>
  static ActivationAt<S> at(const S& z) {
    const S a = tanh(z);
    return {a, S(1) - a * a};
  }
};

// At the kink z = 0 the derivative is taken as 0, as PyTorch takes it; so too for leaky ReLU, where it is the leak.
struct Relu {
  static constexpr Entry entry{"relu", "ReLU", R"(\sigma(z) = \max(0, z))"};
  static constexpr std::optional<Range> range = std::nullopt;
  static constexpr bool kink = true;
  template <class S>
  static ActivationAt<S> at(const S& z) {
    return {positive_part(z), if_positive(z, S(1), S(0))};
  }
};

struct LeakyRelu {
  static constexpr Entry entry{"leakyRelu", "leaky ReLU", R"(\sigma(z) = \max(0.01\,z, z))"};
  static constexpr std::optional<Range> range = std::nullopt;
  static constexpr bool kink = true;
  static constexpr double leak = 0.01;
  template <class S>
  static ActivationAt<S> at(const S& z) {
    const S slope = if_positive(z, S(1), S(leak));
    return {slope * z, slope};
  }
};

struct Elu {
  static constexpr Entry entry{"elu", "ELU", R"(\sigma(z) = \begin{cases} z & z > 0 \\ e^z - 1 & z \le 0 \end{cases})"};
  static constexpr std::optional<Range> range = std::nullopt;
  static constexpr bool kink = true;
  template <class S>
  static ActivationAt<S> at(const S& z) {
    const S below = expm1(negative_part(z));
    return {if_positive(z, z, below), if_positive(z, S(1), below + S(1))};
  }
};

// ln(1 + e^z) = max(0, z) + ln(1 + e^-|z|), which does not overflow; its derivative is the logistic function. Error in lanes at
// most 1.7 ulp.
struct Softplus {
  static constexpr Entry entry{"softplus", "softplus", R"(\sigma(z) = \ln(1 + e^z))"};
  static constexpr std::optional<Range> range = std::nullopt;
  template <class S>
  static ActivationAt<S> at(const S& z) {
    const S e = exp(-absolute(z));
    const S far = S(1) / (S(1) + e);
    return {positive_part(z) + log1p(e), if_positive(z, far, e * far)};
  }
};

// z sigma(z), sigma being the logistic function. Below -104, where lanes' logistic function is 0, z is held, so that minus
// infinity times 0 is not NaN. Error in lanes at most 3 ulp of max(|value|, 2^-119): sigma, where it has lost bits, is
// multiplied by z.
struct Silu {
  static constexpr Entry entry{"silu", "SiLU (swish)", R"(\sigma(z) = \frac{z}{1 + e^{-z}})"};
  static constexpr std::optional<Range> range = std::nullopt;
  template <class S>
  static ActivationAt<S> at(const S& z) {
    const S y = at_least(z, -104);
    const S s = logistic(y);
    const S a = y * s;
    return {a, s + a * (S(1) - s)};
  }
};

// The tanh form: z/2 (1 + tanh u), u = sqrt(2/pi) (z + 0.044715 z^3). (1 + tanh u)/2 is the logistic function of 2u, so with
// q = 1 / (1 + e^|2u|) <= 1/2 it is max(0, z) - |z| q: the same numbers without the cancellation of 1 + tanh u, and for z > 0
// an error of q counts for less. From |z| = 7.5 on q is less than the 2^-60 that is taken off it, so exactly 0: errors that
// came back through layers of neurons far below zero would else end among the subnormal numbers, which processors take a
// hundred times as long for. Error in lanes at most 2 ulp of max(|value|, 1/4). In its own last places it is at most 3.4 for z
// >= -1; below, e^2u hands on the rounding of 2u: 37 at z = -5, where the value is -2e-7. From -6.5 on, where it is -3e-12,
// what is taken off counts too.
struct Gelu {
  static constexpr Entry entry{
      "gelu", "GELU", R"(\sigma(z) = \frac{z}{2}\left(1 + \tanh\left[\sqrt{2/\pi}\,(z + 0.044715\,z^3)\right]\right))"};
  static constexpr std::optional<Range> range = std::nullopt;
  template <class S>
  static ActivationAt<S> at(const S& z) {
    constexpr double linear = 1.5957691216057308;  // 2 sqrt(2/pi)
    constexpr double cubic = 0.044715 * linear;
    const S size = at_most(absolute(z), 9);
    const S square = size * size;
    const S q = positive_part(logistic_inside(size * S(-linear) - size * (S(cubic) * square)) - S(0x1p-60));
    const S below = size * q;
    const S slope = q - below * (S(1) - q) * (S(3 * cubic) * square + S(linear));
    return {positive_part(z) - below, if_positive(z, S(1) - slope, slope)};
  }
};

struct Sine {
  static constexpr Entry entry{"sine", "sine", R"(\sigma(z) = \sin z)"};
  static constexpr std::optional<Range> range = Range{-1, 1};
  template <class S>
  static ActivationAt<S> at(const S& z) {
    const SinCos<S> both = sin_cos(z);
    return {both.sin, both.cos};
  }
};

struct Linear {
  static constexpr Entry entry{"linear", "linear", R"(\sigma(z) = z)"};
  static constexpr std::optional<Range> range = std::nullopt;
  template <class S>
  static ActivationAt<S> at(const S& z) {
    return {z, S(1)};
  }
};

using Activation = Choice<Sigmoid, Tanh, Relu, LeakyRelu, Elu, Softplus, Silu, Gelu, Sine, Linear>;

// Whether sigma or its derivative is bent at z = 0.
inline bool has_kink(Activation sigma) {
  return sigma.visit([](auto f) {
    return requires { decltype(f)::kink; };
  });
}

// Whether sigma flattens out at both ends: such a neuron can saturate.
inline bool saturates(Activation sigma) { return sigma == Activation::of<Sigmoid>() || sigma == Activation::of<Tanh>(); }

}  // namespace backprop
