// The plane, with the data on it, carried through the network stage after stage, to be looked at: W turns and stretches, b
// shifts, sigma bends, until one straight cut parts the classes.
//
// What has two neurons is seen exactly: its coordinates are the neurons' own values. One neuron has its value for the first
// coordinate, and 0 for the second. Of more neurons two directions are seen, the principal ones of the layer's activations over
// the data's points, the one along which they vary most first. A layer's three stages are seen along the same directions, so
// that between them nothing moves but what b and sigma move. Those two do not always show what the last layer makes use of:
// where it parts two classes, what it is given is turned once more, to be seen along the cut. Then the first direction is the
// cut's normal, and the second the principal one of the rest.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "dataset.hpp"
#include "features.hpp"
#include "network.hpp"

namespace backprop {

enum class FoldingStep {
  plane,       // x1, x2
  features,    // a^0, where the inputs are others than x1 and x2
  weights,     // W^l a^(l-1)
  biases,      // z^l = W^l a^(l-1) + b^l
  activation,  // a^l = sigma(z^l)
  turned,      // what the last layer is given, once more, where it is more than two neurons
};

struct FoldingStage {
  FoldingStep step;
  int layer;                        // 0 for the plane and the features
  Eigen::MatrixXd directions;       // 2 x neurons: what is seen of a vector of values is directions * values
  std::array<double, 2> shares;     // of the values' variance over the points, along each direction; NaN where they do not vary
  std::vector<float> points, mesh;  // what is seen of each point, and of each place of the mesh: two numbers each

  // Where the network's decision changes, from class 0 to class 1 with growing n_1, n_2: n_1 u + n_2 v = c as {n_1, n_2, c}, a
  // straight line of what is seen. Before the last layer's weights, and after; none for values and for more than two classes.
  // Of more than two neurons it is where the cut crosses the plane of the two directions through the points' mean.
  std::optional<std::array<double, 3>> cut;
};

// The mesh has mesh_side x mesh_side places from -half to half, row after row from the largest x2 down, x1 from left to right.
struct FoldedPlane {
  float half;
  int mesh_side;  // at least 2
};

// classes: 0 is regression
std::vector<FoldingStage> fold(const Network& network, const std::vector<Feature>& features, const Flat<float>& parameters,
                               int classes, const std::vector<Point>& points, const FoldedPlane& plane);

}  // namespace backprop
