// One example alone, in float: with nobody beside it in the lanes, vectors run along the neurons instead.
//
// That is plain stochastic gradient descent, with batch size 1. The order of every sum is fixed, as everywhere.
#pragma once

#include <cstring>

#include "lanes.hpp"

namespace backprop {

inline Float4 load_four(const float* from) {
  Float4 four;
  std::memcpy(&four, from, sizeof four);
  return four;
}

inline void store_four(Float4 four, float* to) { std::memcpy(to, &four, sizeof four); }

// The first `count` (1 to 3) floats, then zeros. A memcpy of unknown length would be a call.
inline Float4 load_first(const float* from, int count) {
  return Float4{from[0], count > 1 ? from[1] : 0, count > 2 ? from[2] : 0, 0};
}
inline void store_first(Float4 four, float* to, int count) {
  to[0] = four[0];
  if (count > 1) to[1] = four[1];
  if (count > 2) to[2] = four[2];
}

// z = W a + b for W of rows x columns, row by row. Four rows at a time, and in each four sums, of every fourth product, that
// are added in the order of sum_lanes.
inline void multiply(const float* W, int rows, int columns, const float* a, const float* b, float* z) {
  const int whole = columns & ~3;
  const int rest = columns - whole;
  const Float4 last = rest == 0 ? Float4{} : load_first(a + whole, rest);
  int j = 0;
  for (; j + 4 <= rows; j += 4) {
    Float4 sums[4];
    for (int i = 0; i < 4; ++i) sums[i] = rest == 0 ? Float4{} : last * load_first(W + (j + i) * columns + whole, rest);
    for (int k = 0; k < whole; k += 4) {
      const Float4 four = load_four(a + k);
      for (int i = 0; i < 4; ++i) sums[i] += four * load_four(W + (j + i) * columns + k);
    }
    const Float4 products = sum_four(Lanes<4>(sums[0]), Lanes<4>(sums[1]), Lanes<4>(sums[2]), Lanes<4>(sums[3]));
    const Float4 weighted = products + load_four(b + j);
    store_four(weighted, z + j);
  }
  for (; j < rows; ++j) {
    Float4 sum = rest == 0 ? Float4{} : last * load_first(W + j * columns + whole, rest);
    for (int k = 0; k < whole; k += 4) sum += load_four(a + k) * load_four(W + j * columns + k);
    z[j] = sum_lanes(Lanes<4>(sum)) + b[j];
  }
}

// out = W^T delta (.) factor, summed row after row.
inline void multiply_transposed(const float* __restrict W, int rows, int columns, const float* __restrict delta,
                                const float* __restrict factor, float* __restrict out) {
  for (int k = 0; k < columns; ++k) out[k] = W[k] * delta[0];
  for (int j = 1; j < rows; ++j)
    for (int k = 0; k < columns; ++k) out[k] += W[j * columns + k] * delta[j];
  for (int k = 0; k < columns; ++k) out[k] *= factor[k];
}

}  // namespace backprop
