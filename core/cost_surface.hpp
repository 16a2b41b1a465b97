// The cost on a plane through parameter space, to look at.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "metrics.hpp"
#include "regularizer.hpp"

namespace backprop {

struct Directions {
  Flat<float> first, second;  // as long as the parameters
};

// Two random directions in which each neuron's weights, and its bias, have the length that they have in the network itself, so
// that layers of different scale are seen alike (filter normalisation: Li et al., "Visualizing the Loss Landscape of Neural
// Nets", 2018).
Directions random_directions(const Network& network, const Flat<float>& parameters, std::uint32_t seed);

// The two directions of unit length along which a path, seen from `end`, varies most (its principal
// components); zero where it does not: the second one of a straight path, both of a single place.
Directions principal_directions(std::span<const Flat<float>> path, const Flat<float>& end);

// Along one parameter each, of so many.
Directions axes(int parameter_count, int first, int second);

// C with its penalties at centre + u first + v second, for u and v at `resolution` places from -reach to reach: row after row
// from the largest v down, u from left to right, as pictures are stored. resolution >= 2.
std::vector<float> cost_surface(const Network& network, Cost cost, const Penalties& penalties, const ExampleSet& set,
                                int classes, const Flat<float>& centre, const Directions& directions, double reach,
                                int resolution);

struct Spot {
  float u, v;
};

// Where parameters lie on that plane, seen straight on: the nearest point of it.
Spot spot_on_plane(const Flat<float>& centre, const Directions& directions, const Flat<float>& parameters);

}  // namespace backprop
