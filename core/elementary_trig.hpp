// sin and cos for float lanes, of any float; see core/elementary.hpp.
#pragma once

#include <cstdint>
#include <cstring>

#include "elementary_bits.hpp"

namespace backprop::elementary {

// A whole angle x = n pi/2 + r, |r| <= pi/4: of n only the last two bits matter.
struct Turn {
  float r;
  std::int32_t n;
};

// Payne and Hanek's reduction (Radian reduction for trigonometric functions, 1983), for |x| >= 2^-31: x = m 2^e with m < 2^32,
// and of 2/pi only those 96 bits count that, times m, give n's last two bits and 62 bits behind the point. No float comes so
// near to a multiple of pi/2 that more than half of those 62 are zero. NaN for infinity.
inline Turn exact_turn(float x) {
  static constexpr std::uint32_t two_over_pi[] = {0, 0, 0xa2f9836e, 0x4e441529, 0xfc2757d1, 0xf534ddc0, 0xdb629599, 0x3c439041};
  std::uint32_t word;
  std::memcpy(&word, &x, sizeof word);
  const int exponent = static_cast<int>(word >> 23 & 255);
  if (exponent == 255) return {x - x, 0};
  const std::uint64_t m = (word << 8) | 0x80000000u;
  const std::uint32_t* from = two_over_pi + (exponent - 96) / 32;
  const int shift = exponent % 32;
  const auto digit = [&](int i) {
    return static_cast<std::uint32_t>(((std::uint64_t{from[i]} << 32 | from[i + 1]) << shift) >> 32);
  };
  const std::uint64_t product = (m * digit(0) << 32) + m * digit(1) + (m * digit(2) >> 32);
  // Behind the point as a signed number in [-1/2, 1/2): where it was 1/2 or more, n is one more.
  const double rest = static_cast<double>(static_cast<std::int64_t>(product << 2));
  const std::int32_t n = static_cast<std::int32_t>(product >> 62) + static_cast<std::int32_t>(product >> 61 & 1);
  const float r = static_cast<float>(rest * 8.5153039502163873e-20);  // pi/2 2^-64
  return x < 0 ? Turn{-r, -n} : Turn{r, n};
}

// sin and cos together. Error at most 1.6 ulp everywhere; infinity gives NaN.
struct SinCos {
  Float4 sin, cos;
};
inline SinCos sin_cos(Float4 x) {
  const Float4 shifted = x * splat(0.636619772f) + splat(round_shift);
  const Float4 n = shifted - splat(round_shift);
  Int4 quarter = bits(shifted);
  Float4 r = ((x - n * splat(1.5703125f)) - n * splat(4.837512969970703125e-4f)) - n * splat(7.549789948768648e-8f);
  // The three parts of pi/2 leave an error that grows with n, and hurts where r is small beside it: near a multiple of pi/2,
  // and everywhere for |x| > 9000 or so. There, one lane at a time, r comes from more bits of 2/pi.
  const Int4 lost = absolute(r) < n * (n * splat(0x1p-26f));
  if (__builtin_expect(any(lost), 0)) {
    for (int i = 0; i < 4; ++i) {
      if (!lost[i]) continue;
      const Turn turn = exact_turn(x[i]);
      r[i] = turn.r;
      quarter[i] = turn.n;
    }
  }
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

}  // namespace backprop::elementary
