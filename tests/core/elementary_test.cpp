#include "core/elementary.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "catch.hpp"

using namespace backprop;

namespace {

// The distance between a float and the true value, in units of the float's last place.
double ulps(float value, double truth) {
  const auto nearest = static_cast<float>(std::fabs(truth));
  const double unit = static_cast<double>(std::nextafter(nearest, std::numeric_limits<float>::infinity())) - nearest;
  return std::fabs(value - truth) / unit;
}

// The worst error of f over evenly spaced floats from low to high.
template <class F, class Truth>
double worst(float low, float high, F f, Truth truth) {
  double worst = 0;
  const int steps = 200000;
  for (int i = 0; i <= steps; ++i) {
    const float x = low + (high - low) * (static_cast<float>(i) / steps);
    worst = std::max(worst, ulps(f(elementary::splat(x))[0], truth(static_cast<double>(x))));
  }
  return worst;
}

}  // namespace

TEST_CASE("exp, tanh, the logistic function and log stay within their stated errors") {
  CHECK(worst(-87, 88, elementary::exp, [](double x) { return std::exp(x); }) <= 1.5);
  CHECK(worst(-1, 1, elementary::exp, [](double x) { return std::exp(x); }) <= 1.5);
  CHECK(worst(-12, 12, elementary::tanh, [](double x) { return std::tanh(x); }) <= 3.5);
  CHECK(worst(-0.01f, 0.01f, elementary::tanh, [](double x) { return std::tanh(x); }) <= 3.5);
  CHECK(worst(1e-30f, 1e-20f, elementary::tanh, [](double x) { return std::tanh(x); }) <= 3.5);
  CHECK(worst(-87, 60, elementary::logistic, [](double x) { return 1 / (1 + std::exp(-x)); }) <= 2.5);
  CHECK(worst(1e-6f, 4, elementary::log, [](double x) { return std::log(x); }) <= 1);
  CHECK(worst(1, 1e30f, elementary::log, [](double x) { return std::log(x); }) <= 1);
}

TEST_CASE("log is right at every magnitude, log1p for small numbers too") {
  double log_error = 0;
  double log1p_error = 0;
  for (std::uint32_t bits = 0x00800000; bits < 0x7f800000; bits += 4001) {
    float x;
    std::memcpy(&x, &bits, sizeof x);
    log_error = std::max(log_error, ulps(elementary::log(elementary::splat(x))[0], std::log(double{x})));
    if (x <= 1) log1p_error = std::max(log1p_error, ulps(elementary::log1p(elementary::splat(x))[0], std::log1p(double{x})));
  }
  CHECK(log_error <= 1);
  CHECK(log1p_error <= 3);
}

TEST_CASE("sin and cos stay within their stated error") {
  for (const float half : {10.0f, 8192.0f}) {
    for (int i = -100000; i <= 100000; ++i) {
      const float x = half * (static_cast<float>(i) / 100000);
      const auto [s, c] = elementary::sin_cos(elementary::splat(x));
      const double unit = std::ldexp(1.0, -24);
      const double sin_limit = 2 * 2 * unit * std::max(std::fabs(std::sin(double{x})), std::ldexp(1.0, -12));
      const double cos_limit = 2 * 2 * unit * std::max(std::fabs(std::cos(double{x})), std::ldexp(1.0, -12));
      if (std::fabs(s[0] - std::sin(double{x})) > sin_limit || std::fabs(c[0] - std::cos(double{x})) > cos_limit) {
        CAPTURE(x, s[0], c[0]);
        FAIL("sin or cos is off");
      }
    }
  }
  SUCCEED("every sine and cosine was within its limit");
}

TEST_CASE("no finite input gives NaN, and the ends are as they should be") {
  for (const float x : {0.0f, -0.0f, 1e-40f, 3.4e38f, -3.4e38f, 88.5f, -200.0f}) {
    CAPTURE(x);
    CHECK(std::isfinite(elementary::exp(elementary::splat(x))[0]));
    CHECK(std::isfinite(elementary::tanh(elementary::splat(x))[0]));
    CHECK(std::isfinite(elementary::logistic(elementary::splat(x))[0]));
  }
  CHECK(elementary::tanh(elementary::splat(20))[0] == 1.0f);
  CHECK(elementary::tanh(elementary::splat(-20))[0] == -1.0f);
  CHECK(elementary::exp(elementary::splat(0))[0] == 1.0f);
  CHECK(elementary::log(elementary::splat(1))[0] == 0.0f);
}

TEST_CASE("NaN in, NaN out: divergence must not be hidden") {
  const Float4 nan = elementary::splat(std::numeric_limits<float>::quiet_NaN());
  CHECK(std::isnan(elementary::exp(nan)[0]));
  CHECK(std::isnan(elementary::tanh(nan)[0]));
  CHECK(std::isnan(elementary::logistic(nan)[0]));
  CHECK(std::isnan(elementary::log(nan)[0]));
  CHECK(std::isnan(sum_lanes(positive_part(Lanes<4>(std::numeric_limits<float>::quiet_NaN())))));
}
