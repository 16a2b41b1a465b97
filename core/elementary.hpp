// exp, log, tanh, the logistic function, sin and cos, for float lanes and for double.
//
// The platforms' own float versions differ in the last bit (musl, glibc, libc++), so the lanes have theirs here, made of IEEE
// operations alone. Each range reduction is Cody and Waite's (Software Manual for the Elementary Functions, 1980); the
// polynomials are Chebyshev interpolants of the remainder on the reduced range, computed for this file. Errors against double
// are stated beside each function and held by tests/core/elementary_test.cpp. NaN in, NaN out.
#pragma once

#include <cmath>

#include "lanes.hpp"

namespace backprop {

namespace elementary {

inline Float4 splat(float value) { return Float4{value, value, value, value}; }
inline Int4 bits(Float4 x) { return (Int4)x; }
inline Float4 from_bits(Int4 x) { return (Float4)x; }

inline Float4 absolute(Float4 x) { return from_bits(bits(x) & 0x7fffffff); }

// x limited from one side; a NaN passes.
inline Float4 at_most(Float4 x, float limit) { return smaller(x, splat(limit)); }
inline Float4 at_least(Float4 x, float limit) { return larger(x, splat(limit)); }

// Adding 1.5 * 2^23 leaves no room for a fraction: the sum is x rounded to the nearest integer, held in the low bits.
inline constexpr float round_shift = 12582912.0f;
inline constexpr std::int32_t round_shift_bits = 0x4b400000;

// 2^n for the n that such a sum holds, -126 <= n <= 127.
inline Float4 power_of_two(Float4 shifted) { return from_bits((bits(shifted) - round_shift_bits + 127) << 23); }

// e^x split as 2^n (1 + q), n = round(x / ln 2) and q = e^r - 1 for the rest |r| <= ln 2 / 2.
struct SplitExp {
  Float4 power;  // 2^n
  Float4 q;
};
inline SplitExp split_exp(Float4 x) {
  const Float4 shifted = x * splat(1.44269504f) + splat(round_shift);
  const Float4 n = shifted - splat(round_shift);
  const Float4 r = (x - n * splat(0.693359375f)) - n * splat(-2.12194440e-4f);
  Float4 p = splat(0.0013926175888627768f);
  p = p * r + splat(0.008363173343241215f);
  p = p * r + splat(0.041666556149721146f);
  p = p * r + splat(0.16666577756404877f);
  p = p * r + splat(0.5f);
  return {power_of_two(shifted), p * (r * r) + r};
}

// Error at most 1.5 ulp for -87 <= x <= 88; beyond, the value at the nearer end (2^-126 < e^x < 2^127).
inline Float4 exp(Float4 x) {
  const SplitExp e = split_exp(at_least(at_most(x, 88.0f), -87.0f));
  return e.power * e.q + e.power;
}

// tanh x = m / (m + 2) with m = e^(2x) - 1 = 2^n (2^r - 1) + (2^n - 1), which loses nothing near zero: there n = 0. In powers
// of two the reduction is one subtraction; its rounding, which would hurt e^x for large x, is lost here where tanh nears 1.
// Error at most 3.5 ulp, everywhere; beyond |x| = 9.02 it is exactly 1.
inline Float4 tanh(Float4 x) {
  const Float4 y = at_least(at_most(x, 10.0f), -10.0f) * splat(2.885390043258667f);
  const Float4 shifted = y + splat(round_shift);
  const Float4 r = y - (shifted - splat(round_shift));
  Float4 p = splat(0.00015453163359779865f);
  p = p * r + splat(0.0013390863314270973f);
  p = p * r + splat(0.009618083015084267f);
  p = p * r + splat(0.055503569543361664f);
  p = p * r + splat(0.24022650718688965f);
  p = p * r + splat(0.6931471824645996f);
  const Float4 power = power_of_two(shifted);
  const Float4 m = power * (p * r) + (power - splat(1.0f));
  return m / (m + splat(2.0f));
}

// 1 / (1 + e^-z), Nielsen's sigma. Error at most 2.5 ulp for z >= -87; below -88, the value there.
inline Float4 logistic(Float4 z) { return splat(1.0f) / (splat(1.0f) + exp(-z)); }

// ln x for normal x > 0, error at most 1 ulp; zero and denormals count as 2^-126, negative x gives NaN, infinity stays.
inline Float4 log(Float4 x) {
  const Float4 normal = at_least(x, 1.17549435e-38f);
  // x = 2^k m with sqrt(1/2) <= m < sqrt(2); s = f / (2 + f), f = m - 1, ln m = 2 atanh s = f - (f^2/2 - s (f^2/2 + R))
  const Int4 shifted = bits(normal) - 0x3f3504f3;
  const Float4 k = __builtin_convertvector(shifted >> 23, Float4);
  const Float4 f = from_bits((shifted & 0x007fffff) + 0x3f3504f3) - splat(1.0f);
  const Float4 s = f / (splat(2.0f) + f);
  const Float4 u = s * s;
  Float4 q = splat(0.2333046793937683f);
  q = q * u + splat(0.2855082154273987f);
  q = q * u + splat(0.4000012278556824f);
  q = q * u + splat(0.6666666865348816f);
  const Float4 half_square = splat(0.5f) * f * f;
  const Float4 tail = s * (half_square + u * q) + k * splat(9.0580006145e-6f);
  const Float4 value = k * splat(0.69313812256f) - ((half_square - tail) - f);
  const Float4 infinity = splat(__builtin_inff());
  const Float4 checked = x == infinity ? infinity : value;
  return x < Float4{} ? splat(__builtin_nanf("")) : (x == x ? checked : x);
}

// ln(1 + x) for 0 <= x <= 1, where 1 + x alone would lose the digits of a small x: the error of the rounded u = 1 + x is taken
// back by the factor x / (u - 1) (Kahan). Error at most 3 ulp.
inline Float4 log1p(Float4 x) {
  const Float4 u = splat(1.0f) + x;
  const Float4 d = u - splat(1.0f);
  return d == Float4{} ? x : log(u) * (x / d);
}

// sin and cos together, error at most 2 ulp of max(|value|, 2^-12) for |x| <= 8192 (more than the plane needs).
struct SinCos {
  Float4 sin, cos;
};
inline SinCos sin_cos(Float4 x) {
  const Float4 shifted = x * splat(0.636619772f) + splat(round_shift);
  const Float4 n = shifted - splat(round_shift);
  const Int4 quarter = bits(shifted) & 3;
  const Float4 r = ((x - n * splat(1.5703125f)) - n * splat(4.837512969970703125e-4f)) - n * splat(7.549789948768648e-8f);
  const Float4 u = r * r;
  Float4 s = splat(0.0000027249925551586784f);
  s = s * u + splat(-0.00019840087043121457f);
  s = s * u + splat(0.008333331905305386f);
  s = s * u + splat(-0.1666666716337204f);
  s = s * u * r + r;
  Float4 c = splat(-2.730095900460583e-7f);
  c = c * u + splat(0.00002480059993104078f);
  c = c * u + splat(-0.00138888880610466f);
  c = c * u + splat(0.0416666679084301f);
  c = c * u * u + (splat(1.0f) - splat(0.5f) * u);
  const Int4 swapped = (quarter & 1) == 1;
  const Int4 sin_sign = (quarter & 2) << 30;
  const Int4 cos_sign = ((quarter + 1) & 2) << 30;
  return {from_bits(bits(swapped ? c : s) ^ sin_sign), from_bits(bits(swapped ? s : c) ^ cos_sign)};
}

// e^x - 1 for x <= 0, placeholder
inline Float4 expm1(Float4 x) {
  const SplitExp e = split_exp(at_least(at_most(x, 88.0f), -87.0f));
  return e.power * e.q + (e.power - splat(1.0f));
}

}  // namespace elementary

template <class S>
struct SinCos {
  S sin, cos;
};

template <int N>
Lanes<N> exp(const Lanes<N>& x) {
  return Lanes<N>::map(x, elementary::exp);
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
Lanes<N> log(const Lanes<N>& x) {
  return Lanes<N>::map(x, elementary::log);
}
template <int N>
Lanes<N> log1p(const Lanes<N>& x) {
  return Lanes<N>::map(x, elementary::log1p);
}
template <int N>
Lanes<N> absolute(const Lanes<N>& x) {
  return Lanes<N>::map(x, elementary::absolute);
}

template <int N>
Lanes<N> expm1(const Lanes<N>& x) {
  return Lanes<N>::map(x, elementary::expm1);
}
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

template <int N>
Lanes<N> sqrt(const Lanes<N>& x) {
  return Lanes<N>::map(x, [](Float4 v) { return Float4{std::sqrt(v[0]), std::sqrt(v[1]), std::sqrt(v[2]), std::sqrt(v[3])}; });
}

inline double exp(double x) { return std::exp(x); }
inline double tanh(double x) { return std::tanh(x); }
inline double logistic(double z) { return 1.0 / (1.0 + std::exp(-z)); }
inline double log(double x) { return std::log(x); }
inline double log1p(double x) { return std::log1p(x); }
inline double expm1(double x) { return std::expm1(x); }
inline SinCos<double> sin_cos(double x) { return {std::sin(x), std::cos(x)}; }
inline double sqrt(double x) { return std::sqrt(x); }
inline double absolute(double x) { return std::fabs(x); }

// One float at a time, with the same bits as the lanes: for making data and initial weights.
inline float sin_of(float x) { return elementary::sin_cos(elementary::splat(x)).sin[0]; }
inline float cos_of(float x) { return elementary::sin_cos(elementary::splat(x)).cos[0]; }
inline float exp_of(float x) { return elementary::exp(elementary::splat(x))[0]; }
inline float log_of(float x) { return elementary::log(elementary::splat(x))[0]; }

}  // namespace backprop
