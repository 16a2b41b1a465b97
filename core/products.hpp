// The products of a network: z = W a + b forward, W^T delta back, and delta a^T, summed over the examples, for the gradient.
//
// Of the first two, two sums are made at a time, of the same vector with two rows of W (or columns), so that what is loaded of
// the vector is used twice: in WebAssembly an epoch takes nine tenths of the time that it takes with one at a time, as Eigen's
// lazyProduct does. Each sum runs from its first product to its last, whatever is beside it. For one float alone see
// core/single.hpp.
#pragma once

#include "single.hpp"

namespace backprop {

// Every `step`-th number from a place in W on: 1 for a row, W's columns for a column.
template <class Real>
struct Strand {
  const Real* first;
  int step;

  Real operator[](int i) const { return first[i * step]; }
};

template <class Scalar>
struct TwoSums {
  Scalar first, second;
};

template <class Scalar>
Scalar weighted_sum(Strand<RealOf<Scalar>> w, const Scalar* x, int count) {
  Scalar sum = Scalar(w[0]) * x[0];
  for (int i = 1; i < count; ++i) sum += Scalar(w[i]) * x[i];
  return sum;
}

template <class Scalar>
TwoSums<Scalar> weighted_sums(Strand<RealOf<Scalar>> v, Strand<RealOf<Scalar>> w, const Scalar* x, int count) {
  TwoSums<Scalar> sums{Scalar(v[0]) * x[0], Scalar(w[0]) * x[0]};
  for (int i = 1; i < count; ++i) {
    sums.first += Scalar(v[i]) * x[i];
    sums.second += Scalar(w[i]) * x[i];
  }
  return sums;
}

// z = W a + b, for W of rows x columns, row by row.
template <class Scalar>
void multiply(const RealOf<Scalar>* W, int rows, int columns, const Scalar* a, const RealOf<Scalar>* b, Scalar* z) {
  const auto row = [&](int j) { return Strand<RealOf<Scalar>>{W + j * columns, 1}; };
  int j = 0;
  for (; j + 2 <= rows; j += 2) {
    const auto [first, second] = weighted_sums(row(j), row(j + 1), a, columns);
    z[j] = first + Scalar(b[j]);
    z[j + 1] = second + Scalar(b[j + 1]);
  }
  if (j < rows) z[j] = weighted_sum(row(j), a, columns) + Scalar(b[j]);
}

// out = W^T delta (.) factor
template <class Scalar>
void multiply_transposed(const RealOf<Scalar>* W, int rows, int columns, const Scalar* delta, const Scalar* factor,
                         Scalar* out) {
  const auto column = [&](int k) { return Strand<RealOf<Scalar>>{W + k, columns}; };
  int k = 0;
  for (; k + 2 <= columns; k += 2) {
    const auto [first, second] = weighted_sums(column(k), column(k + 1), delta, rows);
    out[k] = first * factor[k];
    out[k + 1] = second * factor[k + 1];
  }
  if (k < columns) out[k] = weighted_sum(column(k), delta, rows) * factor[k];
}

// sums[j] += the sum over the examples of values[j], for 0 <= j < count.
template <class Real>
void add_sums(const Real* __restrict values, int count, Real* __restrict sums) {
  for (int j = 0; j < count; ++j) sums[j] += values[j];
}
template <int N>
void add_sums(const Lanes<N>* values, int count, float* sums) {
  int j = 0;
  for (; j + 4 <= count; j += 4) add_four(sums + j, sum_four(values[j], values[j + 1], values[j + 2], values[j + 3]));
  for (; j < count; ++j) sums[j] += sum_lanes(values[j]);
}

// sums[j * columns + k] += the sum over the examples of x[j] * y[k]: an outer product, row by row.
template <class Real>
void add_summed_products(const Real* __restrict x, int rows, const Real* __restrict y, int columns, Real* __restrict sums) {
  for (int j = 0; j < rows; ++j)
    for (int k = 0; k < columns; ++k) sums[j * columns + k] += x[j] * y[k];
}
template <int N>
void add_summed_products(const Lanes<N>* x, int rows, const Lanes<N>* y, int columns, float* sums) {
  for (int j = 0; j < rows; ++j) {
    const Lanes<N>& factor = x[j];
    int k = 0;
    for (; k + 4 <= columns; k += 4)
      add_four(sums + k, sum_four(factor * y[k], factor * y[k + 1], factor * y[k + 2], factor * y[k + 3]));
    // Rows of two, the most common first layer, go two together.
    if (columns == 2 && j + 1 < rows) {
      const Lanes<N>& next = x[++j];
      add_four(sums, sum_four(factor * y[0], factor * y[1], next * y[0], next * y[1]));
      sums += 4;
      continue;
    }
    for (; k < columns; ++k) sums[k] += sum_lanes(factor * y[k]);
    sums += columns;
  }
}

}  // namespace backprop
