// What core/elementary.hpp and core/elementary_trig.hpp are made of: the bits of four floats, limits, rounding to integers.
#pragma once

#include "lanes.hpp"

namespace backprop::elementary {

inline Float4 splat(float value) { return Float4{value, value, value, value}; }
inline Int4 bits(Float4 x) { return (Int4)x; }
inline Float4 from_bits(Int4 x) { return (Float4)x; }

// a - b modulo 2^32: where a lane's result will not be used, its bits may overflow.
inline Int4 wrapped_difference(Int4 a, Int4 b) {
  typedef std::uint32_t Word4 __attribute__((vector_size(16)));
  return (Int4)((Word4)a - (Word4)b);
}

inline Float4 absolute(Float4 x) { return from_bits(bits(x) & 0x7fffffff); }

// x limited from one side; a NaN passes.
inline Float4 at_most(Float4 x, float limit) { return smaller(x, splat(limit)); }
inline Float4 at_least(Float4 x, float limit) { return larger(x, splat(limit)); }

// Whether a comparison held in any lane.
inline bool any(Int4 mask) {
#if defined(__wasm_simd128__)
  typedef signed char Char16 __attribute__((vector_size(16)));
  return __builtin_wasm_any_true_v128((Char16)mask);
#elif defined(__SSE2__)
  return __builtin_ia32_movmskps((Float4)mask) != 0;
#else
  return (mask[0] | mask[1] | mask[2] | mask[3]) != 0;
#endif
}

// Adding 1.5 * 2^23 leaves no room for a fraction: the sum is x rounded to the nearest integer, held in the low bits. With the
// bias 127 of a float's exponent added too, those bits shifted up by 23 are the float 2^n, for -126 <= n <= 127.
inline constexpr float round_shift = 12582912.0f;
inline constexpr float exponent_shift = round_shift + 127.0f;

// 2^n, where shifted = n + exponent_shift.
inline Float4 power_of_two(Float4 shifted) { return from_bits(bits(shifted) << 23); }

}  // namespace backprop::elementary
