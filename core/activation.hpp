// Activation functions a = sigma(z), each beside its derivative sigma'(z).
//
// `value(z)` and `derivative(z, a)` are written once for double and for lanes; the derivative may use a = sigma(z) where that
// saves work. To add one: write its struct here and name it in the list at the end.
#pragma once

#include <optional>

#include "choice.hpp"
#include "elementary.hpp"

namespace backprop {

// The values an activation can take: used to colour its heat map. Unbounded ones have none.
struct Range {
  float low, high;
};

struct Sigmoid {
  static constexpr Entry entry{"sigmoid", "sigmoid", R"(\sigma(z) = \frac{1}{1 + e^{-z}})"};
  static constexpr std::optional<Range> range = Range{0, 1};
  template <class S>
  static S value(const S& z) {
    return logistic(z);
  }
  template <class S>
  static S derivative(const S&, const S& a) {
    return a * (S(1) - a);
  }
};

struct Tanh {
  static constexpr Entry entry{"tanh", "tanh", R"(\sigma(z) = \tanh z)"};
  static constexpr std::optional<Range> range = Range{-1, 1};
  template <class S>
  static S value(const S& z) {
    return tanh(z);
  }
  template <class S>
  static S derivative(const S&, const S& a) {
    return S(1) - a * a;
  }
};

struct Relu {
  static constexpr Entry entry{"relu", "ReLU", R"(\sigma(z) = \max(0, z))"};
  static constexpr std::optional<Range> range = std::nullopt;
  template <class S>
  static S value(const S& z) {
    return positive_part(z);
  }
  // At the kink z = 0 the derivative is taken as 0, as PyTorch takes it.
  template <class S>
  static S derivative(const S& z, const S&) {
    return step(z);
  }
};

struct Linear {
  static constexpr Entry entry{"linear", "linear", R"(\sigma(z) = z)"};
  static constexpr std::optional<Range> range = std::nullopt;
  template <class S>
  static S value(const S& z) {
    return z;
  }
  template <class S>
  static S derivative(const S&, const S&) {
    return S(1);
  }
};

using Activation = Choice<Sigmoid, Tanh, Relu, Linear>;

// The output layer tells two classes apart: its two ends are the desired outputs y, the middle is the decision boundary.
using OutputActivation = Choice<Tanh, Sigmoid>;

inline Range output_range(OutputActivation output) {
  return output.visit([](auto f) { return *f.range; });
}

}  // namespace backprop
