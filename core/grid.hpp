// What every neuron answers over the plane, or over a part of it: the heat maps.
#pragma once

#include <vector>

#include "features.hpp"
#include "metrics.hpp"

namespace backprop {

// A square around (x, y) that reaches `half` to each side.
struct PlaneWindow {
  float x, y, half;
};

// Of a plane that reaches from -half to half.
inline PlaneWindow whole_plane(float half) { return {0, 0, half}; }

// Into `grid`, whose length becomes what it needs: the activations of all neurons of layers `from` .. L at the centres of
// resolution x resolution cells of the window. Neuron after neuron, layer after layer; within one, row after row from the top
// (the largest y) to the bottom, each from left to right, as a picture is stored. Layer 0 are the inputs. 1 <= resolution <=
// 512. Pictures are made again and again: room that is used again need not be made and cleared anew.
void neuron_grid(const Network& network, const std::vector<Feature>& features, const Flat<float>& parameters,
                 const PlaneWindow& window, int resolution, int from, std::vector<float>& grid);

}  // namespace backprop
