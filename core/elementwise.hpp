// What a layer does to each number, or to the numbers of one example, independently of all others: activation functions,
// softmax, the cost's gradient.
//
// Vectors of scalars come as the parts they are made of (see parts_of): in lanes a part is four examples of one neuron. So each
// function is compiled once for all widths of lanes, and once for double. A float alone is a part as well (see single.hpp).
#pragma once

#include "cost.hpp"
#include "lanes.hpp"

namespace backprop {

// a = sigma(z), and with `derivative` also sigma'(z), for `count` parts.
void activate(Activation sigma, int count, const Float4* z, Float4* a);
void activate(Activation sigma, int count, const double* z, double* a);
void activate(Activation sigma, int count, const float* z, float* a);
void activate(Activation sigma, int count, const Float4* z, Float4* a, Float4* derivative);
void activate(Activation sigma, int count, const double* z, double* a, double* derivative);
void activate(Activation sigma, int count, const float* z, float* a, float* derivative);

// a = softmax(z) over the neurons; each has `each` parts.
void softmax(int neurons, int each, const Float4* z, Float4* a);
void softmax(int neurons, int each, const double* z, double* a);
void softmax(int neurons, int each, const float* z, float* a);

// From g = grad_a C to delta = dC/dz where a = softmax(z): delta_j = a_j (g_j - sum_k g_k a_k). In place.
void softmax_error(int neurons, int each, const Float4* a, Float4* g);
void softmax_error(int neurons, int each, const double* a, double* g);
void softmax_error(int neurons, int each, const float* a, float* g);

// g = grad_a C, for `count` parts.
void cost_gradient(Cost cost, int count, const Float4* a, const Float4* y, Float4* g);
void cost_gradient(Cost cost, int count, const double* a, const double* y, double* g);
void cost_gradient(Cost cost, int count, const float* a, const float* y, float* g);

}  // namespace backprop
