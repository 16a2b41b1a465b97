// Cost functions. C = (1/n) sum_x C_x over n examples; here is C_x, each beside its gradient grad_a C_x.
//
// z, a, y: weighted inputs, activations and desired outputs of the output layer; C_x sums over its neurons. `value` takes these
// vectors, `gradient` gives one entry of grad_a C_x. To add one: write its struct here and name it in the list at the end.
#pragma once

#include "output.hpp"

namespace backprop {

// sum_j f(j) over the neurons of an output layer.
template <class V, class F>
auto sum_over(const V& outputs, F&& f) {
  typename V::Scalar sum(0);
  for (int j = 0; j < outputs.size(); ++j) sum += f(j);
  return sum;
}

// Quadratic: C = 1/(2n) sum_x ||y - a||^2 (Nielsen, chapter 1, equation 6). The 1/2 cancels when differentiating.
struct Quadratic {
  static constexpr Entry entry{"quadratic", "quadratic", R"(C = \frac{1}{2n} \sum_x \lVert y - a \rVert^2)"};
  static constexpr std::string_view needs = "";
  template <class Output>
  static constexpr bool pairs_with = true;
  // Whether delta = a - y for this pairing: the derivative of the output activation cancels in BP1.
  template <class Output>
  static constexpr bool collapses = std::is_same_v<Output, Linear>;

  template <class V>
  static auto value(const V&, const V& a, const V& y) {
    using S = typename V::Scalar;
    return sum_over(a, [&](int j) { return S(0.5) * ((a[j] - y[j]) * (a[j] - y[j])); });
  }
  template <class S>
  static S gradient(const S& a, const S& y) {
    return a - y;
  }
};

// Mean squared error: C = 1/n sum_x ||y - a||^2, twice the quadratic cost: the same learning rate makes steps twice as long.
struct MeanSquared {
  static constexpr Entry entry{"meanSquared", "mean squared error", R"(C = \frac{1}{n} \sum_x \lVert y - a \rVert^2)"};
  static constexpr std::string_view needs = "";
  template <class Output>
  static constexpr bool pairs_with = true;
  template <class Output>
  static constexpr bool collapses = false;

  template <class V>
  static auto value(const V&, const V& a, const V& y) {
    return sum_over(a, [&](int j) { return (a[j] - y[j]) * (a[j] - y[j]); });
  }
  template <class S>
  static S gradient(const S& a, const S& y) {
    return S(2) * (a - y);
  }
};

// Cross-entropy: C = -1/n sum_x sum_j [y_j ln a_j + (1 - y_j) ln(1 - a_j)] (Nielsen, chapter 3, equations 57 and 63).
//
// With a = sigma(z) = 1 / (1 + e^-z):  -ln a = ln(1 + e^-z)  and  -ln(1 - a) = z + ln(1 + e^-z),  so
//   C_x = (1 - y) z + ln(1 + e^-z) = ln(1 + e^z) - y z = softplus(z) - y z,
// which no rounding of a to 0 or 1 can make infinite. And
//   delta = dC_x/da sigma'(z) = (a - y) / (a (1 - a)) a (1 - a) = a - y   (Nielsen, chapter 3, equations 60, 61 and 66).
struct CrossEntropy {
  static constexpr Entry entry{"crossEntropy", "cross-entropy",
                               R"(C = -\frac{1}{n} \sum_x \sum_j \left[ y_j \ln a_j + (1 - y_j) \ln(1 - a_j) \right])"};
  static constexpr std::string_view needs = "needs outputs that are each a probability, so only sigmoid goes with it";
  template <class Output>
  static constexpr bool pairs_with = std::is_same_v<Output, Sigmoid>;
  template <class Output>
  static constexpr bool collapses = std::is_same_v<Output, Sigmoid>;

  template <class V>
  static auto value(const V& z, const V&, const V& y) {
    return sum_over(z, [&](int j) { return softplus(z[j]) - y[j] * z[j]; });
  }
  // (a - y) / (a (1 - a)), without 0/0 where a has been rounded to the y that it is to be.
  template <class S>
  static S gradient(const S& a, const S& y) {
    const S other_y = S(1) - y;
    return if_positive(other_y, other_y / (S(1) - a), S(0)) - if_positive(y, y / a, S(0));
  }
};

// Log-likelihood: C = -1/n sum_x ln a_c, c being the class of x (Nielsen, chapter 3, equation 80): the cross-entropy of
// softmax.
//
// With y_c = 1 and the other y_j = 0 it is -sum_j y_j ln a_j, and with a = softmax(z), ln a_j = z_j - ln sum_k e^z_k. The
// largest z is taken out of the sum, so that nothing overflows. Its gradient g_j = -y_j / a_j meets softmax's Jacobian in BP1:
//   delta_j = a_j (g_j - sum_k g_k a_k) = -y_j + a_j sum_k y_k = a_j - y_j   (Nielsen, chapter 3, equations 81, 82 and 84).
struct LogLikelihood {
  static constexpr Entry entry{"logLikelihood", "log-likelihood", R"(C = -\frac{1}{n} \sum_x \sum_j y_j \ln a_j)"};
  static constexpr std::string_view needs =
      "needs outputs that are probabilities of classes and sum to 1, so only softmax goes with it";
  template <class Output>
  static constexpr bool pairs_with = std::is_same_v<Output, Softmax>;
  template <class Output>
  static constexpr bool collapses = std::is_same_v<Output, Softmax>;

  template <class V>
  static auto value(const V& z, const V&, const V& y) {
    typename V::Scalar most = z[0];
    for (int j = 1; j < z.size(); ++j) most = larger(most, z[j]);
    const auto sum = sum_over(z, [&](int k) { return exp(z[k] - most); });
    const auto chosen = sum_over(z, [&](int j) { return y[j] * (z[j] - most); });
    return log(sum) - chosen;
  }
  template <class S>
  static S gradient(const S& a, const S& y) {
    return -if_positive(y, y / a, S(0));  // 0, not 0/0, for a class that has all but lost its probability
  }
};

// Huber: quadratic for small differences d = a - y, |d| - 1/2 beyond 1, so that a few far points do not decide everything. With
// c = min(|d|, 1) both are c (|d| - c/2). PyTorch's HuberLoss with delta = 1.
struct Huber {
  static constexpr Entry entry{
      "huber", "Huber",
      R"(C = \frac{1}{n} \sum_x \sum_j \begin{cases} d_j^2 / 2 & |d_j| \le 1 \\ |d_j| - 1/2 & |d_j| > 1 \end{cases},\ d = a - y)"};
  static constexpr std::string_view needs = "is meant for outputs that are values, so only linear and tanh go with it";
  template <class Output>
  static constexpr bool pairs_with = std::is_same_v<Output, Linear> || std::is_same_v<Output, Tanh>;
  template <class Output>
  static constexpr bool collapses = false;

  template <class V>
  static auto value(const V&, const V& a, const V& y) {
    using S = typename V::Scalar;
    return sum_over(a, [&](int j) {
      const S d = absolute(a[j] - y[j]);
      const S c = at_most(d, 1);
      return c * (d - S(0.5) * c);
    });
  }
  template <class S>
  static S gradient(const S& a, const S& y) {
    return at_least(at_most(a - y, 1), -1);
  }
};

using Cost = Choice<Quadratic, MeanSquared, CrossEntropy, LogLikelihood, Huber>;

inline bool collapses(Cost cost, OutputActivation output) {
  return cost.visit([&](auto c) { return output.visit([&](auto o) { return decltype(c)::template collapses<decltype(o)>; }); });
}

inline bool pairs(Cost cost, OutputActivation output) {
  return cost.visit(
      [&](auto c) { return output.visit([&](auto o) { return decltype(c)::template pairs_with<decltype(o)>; }); });
}

}  // namespace backprop
