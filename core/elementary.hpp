// exp, expm1, log, log1p, tanh, the logistic function and softplus, for float lanes and for double; with
// core/elementary_trig.hpp sin and cos. The functions that activations make of these are measured like them.
//
// The platforms' own float versions differ in the last bit (musl, glibc, libc++), so the lanes have theirs here, made of IEEE
// operations alone. Each range reduction is Cody and Waite's (Software Manual for the Elementary Functions, 1980); the
// polynomials are minimax on the reduced range with coefficients that are floats (Sollya's fpminimax) or Chebyshev
// interpolants, computed for this file. The errors stated beside the functions are the largest of all 2^32 floats, against
// double; tests/core/elementary_test.cpp holds them to that at every 10,007th. NaN in, NaN out; no other NaN than where a
// function has no real value; infinities give the limit; results below 2^-126 lose bits one by one (gradual underflow), as IEEE
// has it.
#pragma once

#include <cmath>
#include <limits>

#include "elementary_bits.hpp"
#include "elementary_trig.hpp"
#include "lanes.hpp"

namespace backprop {

namespace elementary {

// e^x split as 2^n (1 + q), n = round(x / ln 2) and q = e^r - 1 for the rest |r| <= ln 2 / 2.
struct SplitExp {
  Float4 shifted;  // n + shift
  Float4 q;
};
inline SplitExp split_exp(Float4 x, float shift) {
  const Float4 shifted = x * splat(1.44269504f) + splat(shift);
  const Float4 n = shifted - splat(shift);
  const Float4 r = (x - n * splat(0.693359375f)) - n * splat(-2.12194440e-4f);
  Float4 p = splat(0.0013926175888627768f);
  p = p * r + splat(0.008363173343241215f);
  p = p * r + splat(0.041666556149721146f);
  p = p * r + splat(0.16666577756404877f);
  p = p * r + splat(0.5f);
  return {shifted, p * (r * r) + r};
}

// Error at most 1.1 ulp. 2^n comes in two halves, so that it may lie outside the floats: too large becomes infinity and too
// small loses bits one by one.
inline Float4 exp(Float4 x) {
  const SplitExp e = split_exp(at_least(at_most(x, 89.0f), -104.0f), exponent_shift + 127.0f);
  const Int4 n = bits(e.shifted);
  const Int4 half = n >> 1;
  const Float4 first = from_bits(half << 23);
  return (first * e.q + first) * from_bits((n - half) << 23);
}

// e^x - 1 = 2^n q + (2^n - 1), which loses nothing near zero: there n = 0. Error at most 1.8 ulp. Half of it is taken
// twice, because 2^n may be 2^128.
inline Float4 expm1(Float4 x) {
  const SplitExp e = split_exp(at_least(at_most(x, 89.0f), -20.0f), exponent_shift - 1.0f);
  const Float4 power = power_of_two(e.shifted);
  const Float4 half = power * e.q + (power - splat(0.5f));
  return half + half;
}

// With |x| = n ln 2 / 2 + r and t = tanh r, tanh |x| = h / (h + (1 - t)) where h = t (2^n + 1) / 2 + (2^n - 1) / 2. For n = 0
// that is t itself, which loses nothing; as |x| grows, an error of h counts less and less. Error at most 1.7 ulp; never
// above 1, and from |x| = 9.02 on exactly 1.
inline Float4 tanh(Float4 x) {
  const Float4 size = absolute(x);
  const Float4 y = at_most(size, 10.0f);
  const float shift = exponent_shift - 1.0f;
  // Rounded after taking 1/3 off, so that n = 0 reaches beyond tanh x = 1/4, below which n = 1 would be worst. Any number from
  // 0.25 to 0.38 does; this one is a constant already.
  const float third = -0.33333146572113037f;
  const Float4 shifted = (y * splat(2.88539008f) + splat(third)) + splat(shift);
  const Float4 n = shifted - splat(shift);
  const Float4 r = y - n * splat(0.34657359f);
  const Float4 u = r * r;
  Float4 p = splat(-0.050795517861843109f);
  p = p * u + splat(0.13318996131420135f);
  p = p * u + splat(third);
  const Float4 t = p * (u * r) + r;
  const Float4 power = power_of_two(shifted);  // 2^n / 2
  const Float4 h = t * (power + splat(0.5f)) + (power - splat(0.5f));
  const Int4 sign = bits(x) ^ bits(size);
  return from_bits(bits(h / (h + (splat(1.0f) - t))) ^ sign);
}

// 1 / (1 + e^-z), Nielsen's sigma. With z = r - n ln 2 and t = tanh(r / 2), e^r = (1 + t) / (1 - t), so that
//   sigma = (1 + t) / (2^n + ((1 + t) - 2^n t)).
// Both sides are taken times 2^-60, so that neither leaves the floats where sigma does not, and times c, so that
// 1 + t is rounded where a unit in the last place is small beside it. Below, t is c tanh(r / 2). c and the last bits of the
// coefficients were found by trying, over all floats. Error at most 2 ulp. For -104 <= z <= 40.
inline Float4 logistic_inside(Float4 y) {
  const float c = 1.63593745f;
  const float shift = exponent_shift - 60.0f;
  const Float4 shifted = splat(shift) - y * splat(1.44269504f);
  const Float4 n = shifted - splat(shift);
  const Float4 r = (y + n * splat(0.693359375f)) + n * splat(-2.12194440e-4f);
  const Float4 u = r * r;
  Float4 p = splat(0.00667374814f);
  p = p * u + splat(-0.0681555346f);
  p = p * u + splat(0.817968607f);
  const Float4 t = p * r;
  const Float4 power = power_of_two(shifted);
  const Float4 upper = (t + splat(c)) * splat(0x1p-60f);
  return upper / (power * splat(c) + (upper - power * t));
}

inline Float4 logistic(Float4 z) { return logistic_inside(at_least(at_most(z, 40.0f), -104.0f)); }

// ln(2^k (1 + f)) for sqrt(1/2) <= 1 + f < sqrt(2): ln(1 + f) = 2 atanh s = f - (f^2/2 - s (f^2/2 + R)), s = f / (2 + f).
inline Float4 log_of_split(Float4 k, Float4 f) {
  const Float4 s = f / (splat(2.0f) + f);
  const Float4 u = s * s;
  Float4 q = splat(0.2333046793937683f);
  q = q * u + splat(0.2855082154273987f);
  q = q * u + splat(0.4000012278556824f);
  q = q * u + splat(0.6666666865348816f);
  const Float4 half_square = splat(0.5f) * f * f;
  const Float4 tail = s * (half_square + u * q) + k * splat(9.0580006145e-6f);
  return k * splat(0.69313812256f) - ((half_square - tail) - f);
}

// x = 2^k m with sqrt(1/2) <= m < sqrt(2): k is in the upper 9 of these bits, m's distance from sqrt(1/2) in the lower 23.
inline constexpr float sqrt_half = 0x1.6a09e6p-1f;
inline Int4 above_sqrt_half(Float4 x) { return wrapped_difference(bits(x), bits(splat(sqrt_half))); }

// ln x is `value` for 0 < x < infinity, -infinity for 0, NaN below.
inline Float4 with_log_limits(Float4 x, Float4 value) {
  const Float4 above = x < splat(__builtin_inff()) ? value : x;
  const Float4 below = x == Float4{} ? splat(-__builtin_inff()) : splat(__builtin_nanf(""));
  return x <= Float4{} ? below : above;
}

// Error at most 0.9 ulp.
inline Float4 log(Float4 x) {
  const Int4 small = x < splat(0x1p-126f);
  const Float4 normal = small ? x * splat(0x1p23f) : x;
  const Int4 shifted = above_sqrt_half(normal);
  const Float4 k = __builtin_convertvector((shifted >> 23) - (small & 23), Float4);
  const Float4 f = from_bits((shifted & 0x007fffff) + bits(splat(sqrt_half))) - splat(1.0f);
  return with_log_limits(x, log_of_split(k, f));
}

// ln(1 + x) for -1 < x < infinity. 2^k is the scale of the rounded 1 + x, but f = 2^-k x + (2^-k - 1) is made of x itself, so a
// small x loses nothing. 4 2^-k, because 2^-128 is no normal float.
inline Float4 log1p_inside(Float4 x) {
  const Int4 shifted = above_sqrt_half(splat(1.0f) + x);
  const Float4 k = __builtin_convertvector(shifted >> 23, Float4);
  const Float4 scale = from_bits(wrapped_difference(bits(splat(4.0f)), shifted & ~0x007fffff));
  return log_of_split(k, (x * scale + (scale - splat(4.0f))) * splat(0.25f));
}

// Error at most 1.5 ulp; -infinity for -1, NaN below.
inline Float4 log1p(Float4 x) { return with_log_limits(splat(1.0f) + x, log1p_inside(x)); }

// ln(1 + e^z) = max(z, 0) + ln(1 + e^-|z|), in which nothing overflows. Error at most 1.7 ulp.
inline Float4 softplus(Float4 z) { return larger(z, Float4{}) + log1p_inside(exp(-absolute(z))); }

}  // namespace elementary

template <int N>
Lanes<N> exp(const Lanes<N>& x) {
  return Lanes<N>::map(x, elementary::exp);
}
template <int N>
Lanes<N> expm1(const Lanes<N>& x) {
  return Lanes<N>::map(x, elementary::expm1);
}
template <int N>
Lanes<N> tanh(const Lanes<N>& x) {
  return Lanes<N>::map(x, elementary::tanh);
}
template <int N>
Lanes<N> logistic(const Lanes<N>& z) {
  return Lanes<N>::map(z, elementary::logistic);
}
template <int N>
Lanes<N> logistic_inside(const Lanes<N>& z) {
  return Lanes<N>::map(z, elementary::logistic_inside);
}
template <int N>
Lanes<N> log(const Lanes<N>& x) {
  return Lanes<N>::map(x, elementary::log);
}
template <int N>
Lanes<N> log1p(const Lanes<N>& x) {
  return Lanes<N>::map(x, elementary::log1p);
}
template <int N>
Lanes<N> softplus(const Lanes<N>& z) {
  return Lanes<N>::map(z, elementary::softplus);
}
template <int N>
Lanes<N> absolute(const Lanes<N>& x) {
  return Lanes<N>::map(x, elementary::absolute);
}

// IEEE's square root is exact to the last bit everywhere.
template <int N>
Lanes<N> sqrt(const Lanes<N>& x) {
  return Lanes<N>::map(x, [](Float4 v) { return Float4{std::sqrt(v[0]), std::sqrt(v[1]), std::sqrt(v[2]), std::sqrt(v[3])}; });
}

template <class S>
struct SinCos {
  S sin, cos;
};
template <int N>
SinCos<Lanes<N>> sin_cos(const Lanes<N>& x) {
  SinCos<Lanes<N>> both;
  for (int i = 0; i < Lanes<N>::parts; ++i) {
    const auto [sin, cos] = elementary::sin_cos(x.part[i]);
    both.sin.part[i] = sin;
    both.cos.part[i] = cos;
  }
  return both;
}

// C's exp and log bring tables of 6 kB along; expm1 and log1p do without. Within 2 ulp.
// ln 2 in two parts, the first times a whole number of up to 11 bits exact.
constexpr double ln_2_high = 0x1.62e42feep-1;
constexpr double ln_2_low = 0x1.a39ef35793c76p-33;
inline double exp(double x) {
  if (!(x > -1000 && x < 1000)) return x > 0 ? HUGE_VAL : x < 0 ? 0 : x;
  const double n = std::nearbyint(x / (ln_2_high + ln_2_low));
  const double r = (x - n * ln_2_high) - n * ln_2_low;
  return std::ldexp(1 + std::expm1(r), static_cast<int>(n));
}
inline double log(double x) {
  if (!(x > 0 && x < HUGE_VAL)) return x == 0 ? -HUGE_VAL : x < 0 ? std::numeric_limits<double>::quiet_NaN() : x;
  int k;
  double m = std::frexp(x, &k);
  if (m < 0.70710678118654752) {
    m *= 2;
    --k;
  }
  return k * ln_2_high + (k * ln_2_low + std::log1p(m - 1));
}
inline double expm1(double x) { return std::expm1(x); }
inline double tanh(double x) { return std::tanh(x); }
inline double logistic(double z) { return 1.0 / (1.0 + exp(-z)); }
inline double logistic_inside(double z) { return logistic(z); }
inline double log1p(double x) { return std::log1p(x); }
inline double softplus(double z) { return positive_part(z) + std::log1p(exp(-std::fabs(z))); }
inline double sqrt(double x) { return std::sqrt(x); }
inline SinCos<double> sin_cos(double x) { return {std::sin(x), std::cos(x)}; }
inline double absolute(double x) { return std::fabs(x); }
// One float at a time, with the same bits as the lanes: for making data and initial weights.
inline float exp_of(float x) { return elementary::exp(elementary::splat(x))[0]; }
inline float log_of(float x) { return elementary::log(elementary::splat(x))[0]; }
inline float sin_of(float x) { return elementary::sin_cos(elementary::splat(x)).sin[0]; }
inline float cos_of(float x) { return elementary::sin_cos(elementary::splat(x)).cos[0]; }

}  // namespace backprop
