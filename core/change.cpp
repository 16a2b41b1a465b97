#include "change.hpp"

#include <algorithm>

namespace backprop {

bool begins_new_run(const Experiment& from, const Experiment& to) {
  return from.data != to.data || from.classes != to.classes || from.data_seed != to.data_seed ||
         (is_own(to.data) && from.own != to.own) || from.initializer != to.initializer ||
         from.bias_initializer != to.bias_initializer || from.seed != to.seed;
}

bool same_costs(const Experiment& from, const Experiment& to) { return from.cost == to.cost && from.output == to.output; }

std::vector<int> inputs_from(const Experiment& from, const Experiment& to) {
  std::vector<int> inputs;
  for (const Feature feature : to.features) {
    const auto found = std::find(from.features.begin(), from.features.end(), feature);
    inputs.push_back(found == from.features.end() ? -1 : static_cast<int>(found - from.features.begin()));
  }
  return inputs;
}

}  // namespace backprop
