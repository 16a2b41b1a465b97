// Cost functions. C = (1/n) sum_x C_x over n examples; here is C_x, each beside its gradient dC_x/da.
//
// z, a, y: weighted input, activation and desired output of one output neuron; C_x sums over the output neurons.
// To add one: write its struct here and name it in the list at the end.
#pragma once

#include "activation.hpp"

namespace backprop {

// Quadratic: C = 1/(2n) sum_x ||y - a||^2 (Nielsen, chapter 1, equation 6). The 1/2 cancels when differentiating.
struct Quadratic {
  static constexpr Entry entry{"quadratic", "quadratic", R"(C = \frac{1}{2n} \sum_x \lVert y - a \rVert^2)"};
  template <class Output>
  static constexpr bool pairs_with = true;
  // Whether delta = a - y for this pairing: the sigma' of BP1 cancels.
  template <class Output>
  static constexpr bool collapses = false;

  template <class S>
  static S value(const S&, const S& a, const S& y) {
    return S(0.5) * ((a - y) * (a - y));
  }
  template <class S>
  static S gradient(const S& a, const S& y) {
    return a - y;
  }
};

// Cross-entropy: C = -1/n sum_x [y ln a + (1 - y) ln(1 - a)] (Nielsen, chapter 3, equation 57), for a between 0 and 1.
//
// With a = sigma(z) = 1 / (1 + e^-z):  -ln a = ln(1 + e^-z)  and  -ln(1 - a) = z + ln(1 + e^-z),  so
//   C_x = (1 - y) z + ln(1 + e^-z) = max(z, 0) - y z + ln(1 + e^-|z|),
// which no rounding of a to 0 or 1 can make infinite. And
//   delta = dC_x/da sigma'(z) = (a - y) / (a (1 - a)) a (1 - a) = a - y   (Nielsen, chapter 3, equations 60 to 61).
struct CrossEntropy {
  static constexpr Entry entry{"crossEntropy", "cross-entropy",
                               R"(C = -\frac{1}{n} \sum_x \left[ y \ln a + (1 - y) \ln(1 - a) \right])"};
  template <class Output>
  static constexpr bool pairs_with = std::is_same_v<Output, Sigmoid>;
  template <class Output>
  static constexpr bool collapses = std::is_same_v<Output, Sigmoid>;

  template <class S>
  static S value(const S& z, const S&, const S& y) {
    return positive_part(z) - y * z + log1p(exp(-absolute(z)));
  }
  template <class S>
  static S gradient(const S& a, const S& y) {
    return (a - y) / (a * (S(1) - a));
  }
};

using Cost = Choice<Quadratic, CrossEntropy>;

inline bool pairs(Cost cost, OutputActivation output) {
  return cost.visit(
      [&](auto c) { return output.visit([&](auto o) { return decltype(c)::template pairs_with<decltype(o)>; }); });
}

}  // namespace backprop
