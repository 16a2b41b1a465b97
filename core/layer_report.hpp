// How the error travels back through the layers: the numbers behind vanishing and exploding gradients.
#pragma once

#include <vector>

#include "metrics.hpp"

namespace backprop {

// What does not apply is NaN. Norms over several examples are root mean squares.
struct LayerReport {
  double error_norm;            // ||delta^l||
  double weight_gradient_norm;  // ||dC/dW^l||, entry by entry (Frobenius), of the mean over the set
  double bias_gradient_norm;    // ||dC/db^l||
  double weight_norm;           // ||W^l||
  double saturated;  // share of neurons and examples whose sigma' is below a twentieth of sigma'(0); sigmoid and tanh only
  double dead;       // share of neurons whose sigma' is 0 for every example; hidden layers only
  // What BP2 did to the error on its way from layer l+1; their product is error_norm over that of layer l+1.
  double shrinkage_by_weights;     // ||(W^(l+1))^T delta^(l+1)|| / ||delta^(l+1)||
  double shrinkage_by_derivative;  // ||delta^l|| / ||(W^(l+1))^T delta^(l+1)||
};

// Layers 1 .. L over the whole set, without penalties and dropout; the set must not be empty.
std::vector<LayerReport> report_layers(const Network& network, Cost cost, const Flat<float>& parameters, const ExampleSet& set);

}  // namespace backprop
