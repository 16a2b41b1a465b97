// How often activations and slopes take which values, layer by layer: what saturates or dies is seen piling up at one end.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "metrics.hpp"

namespace backprop {

// Equal bins from low to high; the last one holds `high` too.
struct Histogram {
  double low, high;
  std::vector<std::int32_t> counts;
};

// Every neuron with every example counts once; values that are not finite are left out.
struct LayerHistograms {
  // Over the activation function's range. Where that has an end at infinity, to the next power of two beyond the values, so
  // that the bins stay where they are while the network learns.
  Histogram activations;
  // sigma'(z), over all values that it can have and 0. None for softmax, whose derivative is a matrix.
  std::optional<Histogram> derivatives;
};

// Layers 1 .. L over the whole set, without dropout. bins >= 1.
std::vector<LayerHistograms> layer_histograms(const Network& network, const Flat<float>& parameters, const ExampleSet& set,
                                              int bins);

}  // namespace backprop
