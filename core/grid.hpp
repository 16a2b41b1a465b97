// What every neuron answers over the whole plane: the heat maps.
#pragma once

#include <vector>

#include "features.hpp"
#include "metrics.hpp"

namespace backprop {

// Into `grid`, whose length becomes what it needs: the activations of all neurons of layers `from` .. L at the centres of
// resolution x resolution cells of the plane, which reaches from -half to half. Neuron after neuron, layer after layer; within
// one, row after row from the top (y = half) to the bottom, each from left to right, as a picture is stored. Layer 0 are the
// inputs. 1 <= resolution <= 512. Pictures are made again and again: room that is used again need not be made and cleared anew.
void neuron_grid(const Network& network, const std::vector<Feature>& features, const Flat<float>& parameters, float half,
                 int resolution, int from, std::vector<float>& grid);

}  // namespace backprop
