#include "elementwise.hpp"

#include "single.hpp"

namespace backprop {

namespace {

template <class Part>
void values(Activation sigma, int count, const Part* z, Part* a) {
  sigma.visit([&](auto f) {
    for (int i = 0; i < count; ++i) a[i] = as_part<Part>(decltype(f)::at(scalar_of(z[i])).value);
  });
}

template <class Part>
void values_and_derivatives(Activation sigma, int count, const Part* z, Part* a, Part* derivative) {
  sigma.visit([&](auto f) {
    for (int i = 0; i < count; ++i) {
      const auto at = decltype(f)::at(scalar_of(z[i]));
      a[i] = as_part<Part>(at.value);
      derivative[i] = as_part<Part>(at.derivative);
    }
  });
}

// The largest z is taken out, so that nothing overflows.
template <class Part>
void softmax_of_parts(int neurons, int each, const Part* z, Part* a) {
  for (int p = 0; p < each; ++p) {
    auto most = scalar_of(z[p]);
    for (int j = 1; j < neurons; ++j) most = larger(most, scalar_of(z[j * each + p]));
    decltype(most) sum(0);
    for (int j = 0; j < neurons; ++j) {
      const auto e = exp(scalar_of(z[j * each + p]) - most);
      a[j * each + p] = as_part<Part>(e);
      sum += e;
    }
    for (int j = 0; j < neurons; ++j) a[j * each + p] = as_part<Part>(scalar_of(a[j * each + p]) / sum);
  }
}

template <class Part>
void softmax_error_of_parts(int neurons, int each, const Part* a, Part* g) {
  for (int p = 0; p < each; ++p) {
    Part mean{};
    for (int j = 0; j < neurons; ++j) mean += g[j * each + p] * a[j * each + p];
    for (int j = 0; j < neurons; ++j) g[j * each + p] = a[j * each + p] * (g[j * each + p] - mean);
  }
}

template <class Part>
void gradients(Cost cost, int count, const Part* a, const Part* y, Part* g) {
  cost.visit([&](auto c) {
    for (int i = 0; i < count; ++i) g[i] = as_part<Part>(decltype(c)::gradient(scalar_of(a[i]), scalar_of(y[i])));
  });
}

}  // namespace

void activate(Activation sigma, int count, const Float4* z, Float4* a) { values(sigma, count, z, a); }
void activate(Activation sigma, int count, const double* z, double* a) { values(sigma, count, z, a); }
void activate(Activation sigma, int count, const Float4* z, Float4* a, Float4* derivative) {
  values_and_derivatives(sigma, count, z, a, derivative);
}
void activate(Activation sigma, int count, const double* z, double* a, double* derivative) {
  values_and_derivatives(sigma, count, z, a, derivative);
}
void activate(Activation sigma, int count, const float* z, float* a) {
  sigma.visit([&](auto f) {
    int i = 0;
    const auto four = [&](Float4 zs) { return decltype(f)::at(Lanes<4>(zs)).value.part[0]; };
    for (; i + 4 <= count; i += 4) store_four(four(load_four(z + i)), a + i);
    if (i < count) store_first(four(load_first(z + i, count - i)), a + i, count - i);
  });
}
void activate(Activation sigma, int count, const float* z, float* a, float* derivative) {
  sigma.visit([&](auto f) {
    int i = 0;
    for (; i + 4 <= count; i += 4) {
      const auto at = decltype(f)::at(Lanes<4>(load_four(z + i)));
      store_four(at.value.part[0], a + i);
      store_four(at.derivative.part[0], derivative + i);
    }
    if (i == count) return;
    const auto at = decltype(f)::at(Lanes<4>(load_first(z + i, count - i)));
    store_first(at.value.part[0], a + i, count - i);
    store_first(at.derivative.part[0], derivative + i, count - i);
  });
}

void softmax(int neurons, int each, const Float4* z, Float4* a) { softmax_of_parts(neurons, each, z, a); }
void softmax(int neurons, int each, const double* z, double* a) { softmax_of_parts(neurons, each, z, a); }
void softmax(int neurons, int each, const float* z, float* a) { softmax_of_parts(neurons, each, z, a); }
void softmax_error(int neurons, int each, const Float4* a, Float4* g) { softmax_error_of_parts(neurons, each, a, g); }
void softmax_error(int neurons, int each, const double* a, double* g) { softmax_error_of_parts(neurons, each, a, g); }
void softmax_error(int neurons, int each, const float* a, float* g) { softmax_error_of_parts(neurons, each, a, g); }

void cost_gradient(Cost cost, int count, const Float4* a, const Float4* y, Float4* g) { gradients(cost, count, a, y, g); }
void cost_gradient(Cost cost, int count, const double* a, const double* y, double* g) { gradients(cost, count, a, y, g); }
void cost_gradient(Cost cost, int count, const float* a, const float* y, float* g) { gradients(cost, count, a, y, g); }

}  // namespace backprop
