// What gradient descent promises, dC ~ grad C . dw, beside what a step really does (Nielsen, chapter 1, equation 9).
#pragma once

#include "trainer.hpp"

namespace backprop {

struct CostChange {
  double predicted;  // grad C . dw
  double actual;     // C(w + dw) - C(w)
};

// Of the iteration that comes next, which is not performed: C with its penalties and without dropout, over the iteration's
// mini-batch and over the whole training set. In double, for the differences are small.
struct Forecast {
  CostChange batch, training;
  double step_norm;  // ||dw||
};

Forecast forecast(Trainer& trainer);

// C over the training set at w + s dw, for s at `count` (at least 2) places from 0 to `steps`; at s = 1 the step ends.
std::vector<double> costs_ahead(Trainer& trainer, double steps, int count);

}  // namespace backprop
