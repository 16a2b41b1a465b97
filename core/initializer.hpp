// Initial parameters.
#pragma once

#include <cstdint>

#include "network.hpp"

namespace backprop {

// Weights from a normal distribution with mean 0 and standard deviation 1/sqrt(inputs of the neuron), biases 0: weighted inputs
// start near 1 in size, so that no neuron starts saturated (Nielsen, chapter 3, "Weight initialization"; his biases are
// drawn from N(0, 1), which he says matters little; zero keeps the first pictures free of accidental shifts).
// Every neuron draws from a stream of its own: adding neurons to a layer leaves the initial weights of its others as they are.
Flat<float> initial_parameters(const Network& network, std::uint32_t seed);

// Carries parameters over to a network of another shape: a weight between two neurons that both still exist survives, as does
// the bias of a neuron; the output layer stays the output layer. What is new takes its value from `fresh`.
Flat<float> transplant(const Network& from, const Flat<float>& parameters, const Network& to, const Flat<float>& fresh);

}  // namespace backprop
