// What the network is given of a point (x1, x2): its coordinates, and functions of them.
//
// To add one: write its struct here and name it in the list at the end.
#pragma once

#include <vector>

#include "choice.hpp"
#include "elementary.hpp"

namespace backprop {

struct X1 {
  static constexpr Entry entry{"x1", "x₁", "x_1"};
  template <class S>
  static S value(const S& x1, const S&) {
    return x1;
  }
};
struct X2 {
  static constexpr Entry entry{"x2", "x₂", "x_2"};
  template <class S>
  static S value(const S&, const S& x2) {
    return x2;
  }
};
struct X1Squared {
  static constexpr Entry entry{"x1Squared", "x₁²", "x_1^2"};
  template <class S>
  static S value(const S& x1, const S&) {
    return x1 * x1;
  }
};
struct X2Squared {
  static constexpr Entry entry{"x2Squared", "x₂²", "x_2^2"};
  template <class S>
  static S value(const S&, const S& x2) {
    return x2 * x2;
  }
};
struct Product {
  static constexpr Entry entry{"product", "x₁x₂", "x_1 x_2"};
  template <class S>
  static S value(const S& x1, const S& x2) {
    return x1 * x2;
  }
};
struct SinX1 {
  static constexpr Entry entry{"sinX1", "sin x₁", R"(\sin x_1)"};
  template <class S>
  static S value(const S& x1, const S&) {
    return sin_cos(x1).sin;
  }
};
struct SinX2 {
  static constexpr Entry entry{"sinX2", "sin x₂", R"(\sin x_2)"};
  template <class S>
  static S value(const S&, const S& x2) {
    return sin_cos(x2).sin;
  }
};
struct CosX1 {
  static constexpr Entry entry{"cosX1", "cos x₁", R"(\cos x_1)"};
  template <class S>
  static S value(const S& x1, const S&) {
    return sin_cos(x1).cos;
  }
};
struct CosX2 {
  static constexpr Entry entry{"cosX2", "cos x₂", R"(\cos x_2)"};
  template <class S>
  static S value(const S&, const S& x2) {
    return sin_cos(x2).cos;
  }
};
struct Radius {
  static constexpr Entry entry{"radius", "r", R"(r = \sqrt{x_1^2 + x_2^2})"};
  template <class S>
  static S value(const S& x1, const S& x2) {
    return sqrt(x1 * x1 + x2 * x2);
  }
};

using Feature = Choice<X1, X2, X1Squared, X2Squared, Product, SinX1, SinX2, CosX1, CosX2, Radius>;

template <class S>
S feature_value(Feature feature, const S& x1, const S& x2) {
  return feature.visit([&](auto kind) { return decltype(kind)::value(x1, x2); });
}

// Of the point (x1, x2); one place is one float.
void put_features(const std::vector<Feature>& features, float x1, float x2, float* inputs);

}  // namespace backprop
