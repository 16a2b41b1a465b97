#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>

#include "catch.hpp"
#include "core/activation.hpp"
#include "core/random.hpp"

using namespace backprop;
using elementary::splat;

namespace {

// Activation functions as the layers call them.
template <class Sigma>
Float4 activation(Float4 z) {
  return Sigma::at(Lanes<4>(z)).value.part[0];
}
Float4 silu_lanes(Float4 z) { return activation<Silu>(z); }
Float4 gelu_lanes(Float4 z) { return activation<Gelu>(z); }
Float4 softplus_lanes(Float4 z) { return activation<Softplus>(z); }

constexpr float infinity = std::numeric_limits<float>::infinity();
constexpr float not_a_number = std::numeric_limits<float>::quiet_NaN();

// The distance between a float and the true value, in units of the last place of max(|truth|, floor). Numbers from 2^128 on are
// all infinity to a float.
double ulps(float value, double truth, double floor = 0) {
  const double limit = std::ldexp(1.0, 128);
  const double near = std::clamp(double{value}, -limit, limit);
  const double size = std::max(std::fabs(truth), floor);
  const int exponent = size == 0 ? -126 : std::clamp(std::ilogb(size), -126, 127);
  return std::fabs(near - std::clamp(truth, -limit, limit)) / std::ldexp(1.0, exponent - 23);
}

struct Walk {
  double worst = 0;                            // error in ulps
  float at = 0;                                // where
  int lost = 0;                                // values that are NaN and should not be, or the other way round
  std::uint64_t hash = 14695981039346656037u;  // FNV-1a of the bits of every value
};

// One value. Not inlined, like everything here that calls with lanes: emscripten's exceptions take a call out of a CHECK
// through JavaScript, which knows no lanes.
__attribute__((noinline)) float at(Float4 (*f)(Float4), float x) { return f(splat(x))[0]; }

// Goes through all floats, both signs, infinities and NaN included, in steps of a prime number of them.
template <class F, class Truth>
__attribute__((noinline)) Walk walk(F f, Truth truth, double low = -infinity, double floor = 0) {
  Walk result;
  constexpr std::uint64_t step = 10007;
  for (std::uint64_t first = 0; first < (std::uint64_t{1} << 32); first += 4 * step) {
    Float4 x;
    for (int i = 0; i < 4; ++i) {
      const auto word = static_cast<std::uint32_t>(first + static_cast<std::uint64_t>(i) * step);
      float lane;
      std::memcpy(&lane, &word, sizeof lane);
      x[i] = lane;
    }
    const Float4 values = f(x);
    for (int i = 0; i < 4; ++i) {
      const double t = truth(double{x[i]});
      const float value = values[i];
      std::uint32_t word = 0x7fc00000;  // which NaN, is up to the machine
      if (!std::isnan(value)) std::memcpy(&word, &value, sizeof word);
      for (int k = 0; k < 32; k += 8) result.hash = (result.hash ^ (word >> k & 255)) * 1099511628211u;
      if (std::isnan(value) != std::isnan(t)) ++result.lost;
      if (std::isnan(value) || std::isnan(t) || x[i] < low) continue;
      const double error = ulps(value, t, floor);
      if (error > result.worst) {
        result.worst = error;
        result.at = x[i];
      }
    }
  }
  return result;
}

Float4 sin_lanes(Float4 x) { return elementary::sin_cos(x).sin; }
Float4 cos_lanes(Float4 x) { return elementary::sin_cos(x).cos; }

__attribute__((noinline)) Lanes<4> sin_of_four(const float* x) { return Lanes<4>::map(Lanes<4>::load(x), sin_lanes); }
__attribute__((noinline)) Lanes<4> cos_of_four(const float* x) { return Lanes<4>::map(Lanes<4>::load(x), cos_lanes); }

// The double functions lose what these need: 1 + e^-z where z is very negative.
double true_logistic(double z) { return z < 0 ? std::exp(z) / (1 + std::exp(z)) : 1 / (1 + std::exp(-z)); }
double true_silu(double z) { return z == -infinity ? 0 : z * true_logistic(z); }
double true_gelu(double z) {
  const double pi = 3.141592653589793;
  return z == -infinity ? 0 : z * true_logistic(2 * std::sqrt(2 / pi) * (z + 0.044715 * z * z * z));
}

void check(const char* name, const Walk& walked, double error, std::uint64_t hash) {
  INFO(name << ": " << walked.worst << " ulp at " << walked.at);
  CHECK(walked.lost == 0);
  CHECK(walked.worst <= error);
  CHECK(walked.hash == hash);
}

}  // namespace

// The bounds are the errors stated beside the functions. The hashes are the promise of equal bits from every compiler: who
// changes a function's bits computes new ones.
TEST_CASE("from end to end of the floats every function stays within its stated error, with the same bits everywhere") {
  check("exp", walk(elementary::exp, [](double x) { return std::exp(x); }), 1.1, 0x2514dd272b6dd094);
  check("expm1", walk(elementary::expm1, [](double x) { return std::expm1(x); }), 1.8, 0x9dd54bd016e909f8);
  check("log", walk(elementary::log, [](double x) { return std::log(x); }), 0.9, 0xe334335014ed6eb1);
  check("log1p", walk(elementary::log1p, [](double x) { return std::log1p(x); }), 1.5, 0x1e27bab7b2529bea);
  check("tanh", walk(elementary::tanh, [](double x) { return std::tanh(x); }), 1.7, 0x6e084a636c06441d);
  check("logistic", walk(elementary::logistic, true_logistic), 2, 0x67eeb54bac54171c);
  check("softplus", walk(softplus_lanes, [](double z) { return softplus(z); }), 1.7, 0xeed6dd1b6a9e6169);
  check("softplus of the cost", walk(elementary::softplus, [](double z) { return softplus(z); }), 1.7, 0xeed6dd1b6a9e6169);
  check("silu", walk(silu_lanes, true_silu, -infinity, std::ldexp(1.0, -119)), 3, 0x81538fa11a2e550d);
  check("gelu", walk(gelu_lanes, true_gelu, -infinity, 0.25), 2, 0xdab8269f14084926);
  check("sin", walk(sin_lanes, [](double x) { return std::sin(x); }), 1.6, 0x02d8ad6d8845ca3d);
  check("cos", walk(cos_lanes, [](double x) { return std::cos(x); }), 1.6, 0x060b38d38213697c);
}

TEST_CASE("GELU's error in its own last place grows only where the value fades") {
  CHECK(walk(gelu_lanes, true_gelu, -1).worst <= 3.4);
  CHECK(walk(gelu_lanes, true_gelu, -5).worst <= 37);
}

TEST_CASE("tanh and the logistic function stay within their range") {
  for (float x = 0; x < 120; x += 0.0037f) {
    const float t = at(elementary::tanh, x);
    const float s = at(elementary::logistic, x);
    if (t > 1 || s > 1 || at(elementary::tanh, -x) != -t || at(elementary::logistic, -x) < 0) FAIL(x);
  }
  CHECK(at(elementary::tanh, 9.02f) == 1.0f);
  CHECK(at(elementary::logistic, 20) == 1.0f);
  CHECK(at(elementary::logistic, 0) == 0.5f);
}

TEST_CASE("sin and cos are right for the floats next to every multiple of pi/2") {
  const double half_pi = 1.5707963267948966;
  double worst = 0;
  for (int n = 1; n < 20000; ++n) {
    const auto nearest = static_cast<float>(n * half_pi);
    for (const float x : {std::nextafter(nearest, 0.0f), nearest, std::nextafter(-nearest, -infinity)}) {
      worst = std::max(worst, ulps(sin_of(x), std::sin(double{x})));
      worst = std::max(worst, ulps(cos_of(x), std::cos(double{x})));
    }
  }
  CHECK(worst <= 1.6);
}

TEST_CASE("a lane's sine does not depend on its neighbours, of whom some need the exact reduction") {
  const float values[] = {0.5f, 3e10f, 1.5707964f, -infinity, 8191.5f, not_a_number, -7e37f, 0.0f};
  for (int i = 0; i < 8; ++i) {
    const float mixed[] = {values[i], values[(i + 1) % 8], values[(i + 3) % 8], values[(i + 4) % 8]};
    const Lanes<4> s = sin_of_four(mixed);
    const Lanes<4> c = cos_of_four(mixed);
    for (int k = 0; k < 4; ++k) {
      CAPTURE(i, k, mixed[k]);
      CHECK((std::isfinite(mixed[k]) ? s.part[0][k] == sin_of(mixed[k]) && c.part[0][k] == cos_of(mixed[k])
                                     : std::isnan(s.part[0][k] + c.part[0][k])));
    }
  }
}

TEST_CASE("at the ends the functions have their limits") {
  CHECK(at(elementary::exp, 0) == 1);
  CHECK(at(elementary::exp, infinity) == infinity);
  CHECK(at(elementary::exp, -infinity) == 0);
  CHECK(at(elementary::exp, -103) == std::numeric_limits<float>::denorm_min());
  CHECK(at(elementary::expm1, -infinity) == -1);
  CHECK(at(elementary::log, 1) == 0);
  CHECK(at(elementary::log, -0.0f) == -infinity);
  CHECK(at(elementary::log, infinity) == infinity);
  CHECK(std::isnan(at(elementary::log, -1)));
  CHECK(at(elementary::log1p, -1) == -infinity);
  CHECK(at(elementary::log1p, infinity) == infinity);
  CHECK(at(softplus_lanes, -infinity) == 0);
  CHECK(at(softplus_lanes, infinity) == infinity);
  CHECK(at(silu_lanes, -infinity) == 0);
  CHECK(at(silu_lanes, 3e38f) == 3e38f);
  CHECK(at(gelu_lanes, -infinity) == 0);
  CHECK(at(gelu_lanes, -3e38f) == 0);
  CHECK(at(gelu_lanes, -7.5f) == 0);
  CHECK(Gelu::at(Lanes<4>(-7.5f)).derivative.part[0][0] == 0);
  CHECK(at(gelu_lanes, 3e38f) == 3e38f);
}

TEST_CASE("NaN in, NaN out: divergence must not be hidden") {
  for (const auto f :
       {elementary::exp, elementary::expm1, elementary::log, elementary::log1p, elementary::tanh, elementary::logistic,
        elementary::softplus, softplus_lanes, silu_lanes, gelu_lanes, sin_lanes, cos_lanes}) {
    CHECK(std::isnan(at(f, not_a_number)));
  }
  CHECK(std::isnan(sum_lanes(positive_part(Lanes<4>(not_a_number)))));
  CHECK(std::isnan(softplus(double{not_a_number})));
}

TEST_CASE("activations and their derivatives are numbers for every number") {
  for (int a = 0; a < Activation::count; ++a)
    Activation::at(a).visit([](auto sigma) {
      using Sigma = decltype(sigma);
      INFO(Sigma::entry.name);
      int lost = 0;
      for (const float z :
           {0.0f, -0.0f, 1e-40f, 1.0f, -1.0f, 20.0f, -20.0f, 104.0f, -104.0f, 1e10f, -1e10f, 3.4e38f, -3.4e38f}) {
        const auto lanes = Sigma::at(Lanes<4>(z));
        const auto exact = Sigma::at(static_cast<double>(z));
        const bool right = std::isfinite(lanes.derivative.part[0][0]) && std::isfinite(exact.value) &&
                           std::isfinite(exact.derivative) && !std::isnan(lanes.value.part[0][0]) &&
                           std::fabs(lanes.derivative.part[0][0] - exact.derivative) < 1e-5;
        lost += right ? 0 : 1;
      }
      CHECK(lost == 0);
    });
}

TEST_CASE("single floats, packs of lanes and double go by the same names") {
  const Lanes<8> x(0.7f);
  const auto agree = [](const Lanes<8>& value, double truth) {
    return value.part[0][0] == Approx(truth).epsilon(1e-6) && value.part[1][3] == value.part[0][0];
  };
  CHECK(agree(exp(x), backprop::exp(0.7)));
  CHECK(agree(expm1(x), backprop::expm1(0.7)));
  CHECK(agree(log(x), backprop::log(0.7)));
  CHECK(agree(log1p(x), backprop::log1p(0.7)));
  CHECK(agree(tanh(x), backprop::tanh(0.7)));
  CHECK(agree(logistic(x), backprop::logistic(0.7)));
  CHECK(agree(softplus(x), backprop::softplus(0.7)));
  CHECK(softplus(1000.0) == 1000);
  CHECK(softplus(-700.0) > 0);
  CHECK(exp_of(0.7f) == exp(x).part[0][0]);
  CHECK(log_of(0.7f) == log(x).part[0][0]);
  CHECK(sin_of(0.7f) == Approx(std::sin(0.7)).epsilon(1e-6));
  CHECK(cos_of(0.7f) == Approx(std::cos(0.7)).epsilon(1e-6));
}

TEST_CASE("exp and log in double are within 2 ulp of C's, at every size") {
  constexpr double most = std::numeric_limits<double>::max();
  const auto ulps_apart = [](double value, double truth) {
    if (value == truth || (std::isnan(value) && std::isnan(truth))) return 0.0;
    if (!std::isfinite(value) || !std::isfinite(truth)) return HUGE_VAL;
    return std::fabs(value - truth) / (std::nextafter(std::fabs(truth), HUGE_VAL) - std::fabs(truth));
  };
  double worst_exp = 0;
  double worst_log = 0;
  const auto take = [&](double x) {
    INFO(x);
    worst_exp = std::max(worst_exp, ulps_apart(backprop::exp(x), std::exp(x)));
    worst_log = std::max(worst_log, ulps_apart(backprop::log(x), std::log(x)));
  };
  Random random(1, Stream::points);
  for (int i = 0; i < 200000; ++i) {
    std::uint64_t bits = std::uint64_t{random.bits()} << 32 | random.bits();
    double x;
    std::memcpy(&x, &bits, sizeof x);
    take(x);
    take(random.uniform(-746, 710));
    take(random.uniform(0.5, 2));
  }
  for (const double x : {0.0,
                         -0.0,
                         1.0,
                         -1.0,
                         745.0,
                         -745.0,
                         -745.2,
                         -746.0,
                         709.7,
                         709.8,
                         710.0,
                         1000.0,
                         -1000.0,
                         5e-324,
                         1e-310,
                         0.70710678118654746,
                         0.70710678118654757,
                         most,
                         -most,
                         HUGE_VAL,
                         -HUGE_VAL,
                         std::numeric_limits<double>::quiet_NaN()})
    take(x);
  CHECK(worst_exp < 2);
  CHECK(worst_log < 2);
}
