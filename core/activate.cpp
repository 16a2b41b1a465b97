#include "activate.hpp"

namespace backprop {

namespace {

Lanes<4> scalar(Float4 part) { return Lanes<4>(part); }
double scalar(double part) { return part; }
Float4 part(const Lanes<4>& scalar) { return scalar.part[0]; }
double part(double scalar) { return scalar; }

template <class Part>
void values(Activation sigma, int count, const Part* z, Part* a) {
  sigma.visit([&](auto f) {
    for (int i = 0; i < count; ++i) a[i] = part(decltype(f)::at(scalar(z[i])).value);
  });
}

template <class Part>
void values_and_derivatives(Activation sigma, int count, const Part* z, Part* a, Part* derivative) {
  sigma.visit([&](auto f) {
    for (int i = 0; i < count; ++i) {
      const auto at = decltype(f)::at(scalar(z[i]));
      a[i] = part(at.value);
      derivative[i] = part(at.derivative);
    }
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

}  // namespace backprop
