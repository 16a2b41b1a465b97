// A layer's activation function applied to all its neurons.
#pragma once

#include "network.hpp"

namespace backprop {

// a = sigma(z), and with `derivative` also sigma'(z), for `count` parts (see parts_of): in lanes, four examples of one neuron
// each.
void activate(Activation sigma, int count, const Float4* z, Float4* a);
void activate(Activation sigma, int count, const double* z, double* a);
void activate(Activation sigma, int count, const Float4* z, Float4* a, Float4* derivative);
void activate(Activation sigma, int count, const double* z, double* a, double* derivative);

}  // namespace backprop
