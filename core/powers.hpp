// Powers and cosines in double that are the same on every machine: the platforms' own differ in the last bit.
#pragma once

#include <cstdint>

namespace backprop {

// base^n by repeated squaring; 0^0 = 1.
inline double whole_power(double base, std::uint64_t n) {
  double power = 1;
  for (; n > 0; n >>= 1, base *= base)
    if (n & 1) power *= base;
  return power;
}

// cos(pi t) for t >= 0, error below 1e-15: the Taylor series of the sine or cosine on an eighth of a turn.
inline double cos_half_turns(double t) {
  t -= 2 * static_cast<double>(static_cast<std::uint64_t>(t / 2));  // the cosine has period 2 here,
  if (t > 1) t = 2 - t;                                             // is even about 1,
  const bool negative = t > 0.5;                                    // and odd about 1/2
  if (negative) t = 1 - t;
  constexpr double pi = 3.14159265358979323846;
  const bool near_zero = t <= 0.25;
  const double x = near_zero ? pi * t : pi * (0.5 - t);
  double series = 1;
  for (int k = near_zero ? 18 : 19; k >= 2; k -= 2) series = 1 - series * (x * x) / (k * (k - 1));
  const double cosine = near_zero ? series : x * series;
  return negative ? -cosine : cosine;
}

}  // namespace backprop
