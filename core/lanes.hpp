// Lanes<N>: N floats that move through the network side by side, one example per lane.
//
// Goal: the network is written once, as a template over its scalar. With Lanes it trains N examples at a time at the speed
// of hand-written SIMD; with double the same lines are the textbook, used to check gradients.
// Not a goal: a general SIMD library. Only what the network and its functions use is here.
//
// The lanes sit in the compiler's own vector type (GCC's and Clang's vector_size), so there is no intrinsics header and the
// same source becomes SSE, NEON or WebAssembly SIMD. Every operation is an IEEE operation on each lane, and sums across lanes
// have one fixed order: the same bits come out of every compiler that does not contract or reassociate (-ffp-contract=off).
#pragma once

#include <Eigen/Core>
#include <cstdint>
#include <cstring>

namespace backprop {

typedef float Float4 __attribute__((vector_size(16)));
typedef std::int32_t Int4 __attribute__((vector_size(16)));

// b < a ? b : a and a < b ? b : a, lane by lane: a NaN in a stays. Compilers make several instructions of the plain form, for
// WebAssembly even of min and max, which differ for NaN; on both machines one does exactly this.
#if defined(__wasm_simd128__)
inline Float4 smaller(Float4 a, Float4 b) { return __builtin_wasm_pmin_f32x4(a, b); }
inline Float4 larger(Float4 a, Float4 b) { return __builtin_wasm_pmax_f32x4(a, b); }
#elif defined(__SSE__)
inline Float4 smaller(Float4 a, Float4 b) { return __builtin_ia32_minps(b, a); }
inline Float4 larger(Float4 a, Float4 b) { return __builtin_ia32_maxps(b, a); }
#else
inline Float4 smaller(Float4 a, Float4 b) { return b < a ? b : a; }
inline Float4 larger(Float4 a, Float4 b) { return a < b ? b : a; }
#endif

template <int N>
struct Lanes {
  static_assert(N % 4 == 0 && N > 0);
  static constexpr int width = N;
  static constexpr int parts = N / 4;

  Float4 part[parts];

  Lanes() = default;
  // All lanes alike. Implicit, because Eigen writes Scalar(0) and the formulas write S(1) - a * a.
  Lanes(float value) {
    for (Float4& p : part) p = Float4{value, value, value, value};
  }
  Lanes(int value) : Lanes(static_cast<float>(value)) {}
  Lanes(double value) : Lanes(static_cast<float>(value)) {}
  // Four lanes are one part.
  explicit Lanes(Float4 only) requires(N == 4) : part{only} {}

  // Part by part: for WebAssembly, Clang turns a longer copy into a call of memcpy.
  static Lanes load(const float* from) {
    Lanes lanes;
    for (int i = 0; i < parts; ++i) std::memcpy(&lanes.part[i], from + 4 * i, sizeof(Float4));
    return lanes;
  }
  void store(float* to) const {
    for (int i = 0; i < parts; ++i) std::memcpy(to + 4 * i, &part[i], sizeof(Float4));
  }

  Lanes& operator+=(const Lanes& o) { return *this = *this + o; }

  friend Lanes operator+(const Lanes& a, const Lanes& b) {
    return zip(a, b, [](Float4 x, Float4 y) { return x + y; });
  }
  friend Lanes operator-(const Lanes& a, const Lanes& b) {
    return zip(a, b, [](Float4 x, Float4 y) { return x - y; });
  }
  friend Lanes operator*(const Lanes& a, const Lanes& b) {
    return zip(a, b, [](Float4 x, Float4 y) { return x * y; });
  }
  friend Lanes operator/(const Lanes& a, const Lanes& b) {
    return zip(a, b, [](Float4 x, Float4 y) { return x / y; });
  }
  friend Lanes operator-(const Lanes& a) {
    return map(a, [](Float4 x) { return -x; });
  }

  template <class F>
  static Lanes map(const Lanes& a, F&& f) {
    Lanes out;
    for (int i = 0; i < parts; ++i) out.part[i] = f(a.part[i]);
    return out;
  }
  template <class F>
  static Lanes zip(const Lanes& a, const Lanes& b, F&& f) {
    Lanes out;
    for (int i = 0; i < parts; ++i) out.part[i] = f(a.part[i], b.part[i]);
    return out;
  }
};

// What a scalar's parameters are made of, and how many examples it carries.
template <class Scalar>
struct ScalarTraits {
  using Real = Scalar;
  static constexpr int width = 1;
};
template <int N>
struct ScalarTraits<Lanes<N>> {
  using Real = float;
  static constexpr int width = N;
};
template <class Scalar>
using RealOf = typename ScalarTraits<Scalar>::Real;

// Scalars seen as the parts they are made of: what treats every lane alike need not be compiled for every width.
inline const double* parts_of(const double* scalars) { return scalars; }
inline double* parts_of(double* scalars) { return scalars; }
inline const float* parts_of(const float* scalars) { return scalars; }
inline float* parts_of(float* scalars) { return scalars; }
template <int N>
const Float4* parts_of(const Lanes<N>* scalars) {
  static_assert(sizeof(Lanes<N>) == Lanes<N>::parts * sizeof(Float4));
  return reinterpret_cast<const Float4*>(scalars);
}
template <int N>
Float4* parts_of(Lanes<N>* scalars) {
  return reinterpret_cast<Float4*>(scalars);
}
inline double scalar_of(double part) { return part; }
inline Lanes<4> scalar_of(Float4 part) { return Lanes<4>(part); }
inline Lanes<4> scalar_of(float part) { return Lanes<4>(part); }
template <class Part>
Part as_part(double scalar) {
  return scalar;
}
template <class Part>
Part as_part(const Lanes<4>& scalar) {
  if constexpr (std::is_same_v<Part, float>) return scalar.part[0][0];
  else return scalar.part[0];
}
template <class Scalar>
inline constexpr int parts_each = (ScalarTraits<Scalar>::width + 3) / 4;

// The sum over the examples a scalar carries; the order is part of the promise of equal bits.
inline double sum_lanes(double value) { return value; }
inline float sum_lanes(float value) { return value; }
template <int N>
Float4 sum_parts(const Lanes<N>& lanes) {
  Float4 sum = lanes.part[0];
  for (int i = 1; i < Lanes<N>::parts; ++i) sum += lanes.part[i];
  return sum;
}
template <int N>
float sum_lanes(const Lanes<N>& lanes) {
  const Float4 sum = sum_parts(lanes);
  return (sum[0] + sum[1]) + (sum[2] + sum[3]);
}

// The sums over the examples of four scalars take 6 shuffles where one alone takes 3; the order of summation is sum_lanes'.
template <int N>
Float4 sum_four(const Lanes<N>& x, const Lanes<N>& y, const Lanes<N>& z, const Lanes<N>& w) {
  const Float4 a = sum_parts(x);
  const Float4 b = sum_parts(y);
  const Float4 c = sum_parts(z);
  const Float4 d = sum_parts(w);
  const Float4 ab = __builtin_shufflevector(a, b, 0, 2, 4, 6) + __builtin_shufflevector(a, b, 1, 3, 5, 7);
  const Float4 cd = __builtin_shufflevector(c, d, 0, 2, 4, 6) + __builtin_shufflevector(c, d, 1, 3, 5, 7);
  return __builtin_shufflevector(ab, cd, 0, 2, 4, 6) + __builtin_shufflevector(ab, cd, 1, 3, 5, 7);
}

inline void add_four(float* sums, Float4 four) {
  Float4 target;
  std::memcpy(&target, sums, sizeof target);
  target += four;
  std::memcpy(sums, &target, sizeof target);
}

// Keeps the first `count` examples and puts zero in place of the others: a last pack may be filled only in part.
inline double keep_first(double value, int count) { return count > 0 ? value : 0; }
inline float keep_first(float value, int count) { return count > 0 ? value : 0; }
template <int N>
Lanes<N> keep_first(const Lanes<N>& lanes, int count) {
  Lanes<N> kept;
  for (int i = 0; i < Lanes<N>::parts; ++i) {
    const int left = count - 4 * i;
    const Int4 here = Int4{0, 1, 2, 3} < Int4{left, left, left, left};
    kept.part[i] = (Float4)((Int4)lanes.part[i] & here);
  }
  return kept;
}

// Comparisons, lane by lane. A NaN in the first argument stays a NaN, so that divergence is seen.
inline double larger(double a, double b) { return a < b ? b : a; }
inline double smaller(double a, double b) { return b < a ? b : a; }
template <int N>
Lanes<N> larger(const Lanes<N>& a, const Lanes<N>& b) {
  return Lanes<N>::zip(a, b, [](Float4 x, Float4 y) { return larger(x, y); });
}
template <int N>
Lanes<N> smaller(const Lanes<N>& a, const Lanes<N>& b) {
  return Lanes<N>::zip(a, b, [](Float4 x, Float4 y) { return smaller(x, y); });
}
template <class S>
S at_least(const S& x, double low) {
  return larger(x, S(low));
}
template <class S>
S at_most(const S& x, double high) {
  return smaller(x, S(high));
}
template <class S>
S positive_part(const S& x) {
  return larger(x, S(0));
}
template <class S>
S negative_part(const S& x) {
  return smaller(x, S(0));
}

// x > 0 ? yes : no
inline double if_positive(double x, double yes, double no) { return x > 0 ? yes : no; }
template <int N>
Lanes<N> if_positive(const Lanes<N>& x, const Lanes<N>& yes, const Lanes<N>& no) {
  Lanes<N> out;
  for (int i = 0; i < Lanes<N>::parts; ++i) out.part[i] = x.part[i] > Float4{} ? yes.part[i] : no.part[i];
  return out;
}

}  // namespace backprop

// Eigen's vectors of lanes begin where lanes may; see EIGEN_MAX_ALIGN_BYTES in core/CMakeLists.txt.
static_assert(EIGEN_DEFAULT_ALIGN_BYTES > 0 && EIGEN_DEFAULT_ALIGN_BYTES % alignof(backprop::Float4) == 0);

namespace Eigen {

template <int N>
struct NumTraits<backprop::Lanes<N>> : GenericNumTraits<float> {
  using Real = backprop::Lanes<N>;
  using NonInteger = backprop::Lanes<N>;
  using Nested = backprop::Lanes<N>;
  using Literal = float;
  enum { IsComplex = 0, IsInteger = 0, IsSigned = 1, RequireInitialization = 0, ReadCost = 1, AddCost = 1, MulCost = 1 };
};

// A weight is one float for all examples; an activation is a pack of them: their product is a pack.
template <int N, class Op>
struct ScalarBinaryOpTraits<float, backprop::Lanes<N>, Op> {
  using ReturnType = backprop::Lanes<N>;
};
template <int N, class Op>
struct ScalarBinaryOpTraits<backprop::Lanes<N>, float, Op> {
  using ReturnType = backprop::Lanes<N>;
};

}  // namespace Eigen
