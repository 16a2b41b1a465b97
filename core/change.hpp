// What a change of settings keeps of a run: whether it goes on at all, and what of it fits the new settings.
#pragma once

#include <vector>

#include "experiment.hpp"

namespace backprop {

bool begins_new_run(const Experiment& from, const Experiment& to);

// Costs of another kind cannot stand in one curve.
bool same_costs(const Experiment& from, const Experiment& to);

// For every input of the new network, which of the old one's it was, or -1.
std::vector<int> inputs_from(const Experiment& from, const Experiment& to);

}  // namespace backprop
