// A trainer's state as bytes: a header, the experiment in text form, then progress; numbers little-endian.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "experiment.hpp"
#include "progress.hpp"

namespace backprop {

struct SavedState {
  Experiment experiment;
  Progress progress;
};

std::vector<std::uint8_t> state_bytes(const Experiment& experiment, const Progress& progress);

// Nothing unless the bytes are a whole, consistent state of this version: sizes that fit the experiment, an order that is a
// permutation, finite parameters.
std::optional<SavedState> parse_state(const std::vector<std::uint8_t>& bytes);

}  // namespace backprop
