// The costs of a run, epoch by epoch at first and ever more sparsely later.
//
// Epochs 0 to 64 are all kept, then every second one to 128, every fourth to 256 and so on: the beginning is never thinned
// out, the latest half of a run always has 32 points or more, one for every few pixels of a chart, and a run of a billion
// epochs keeps some 830 records. Each takes a pass over all examples, half the time of an epoch of a small network.
#pragma once

#include <bit>
#include <cstdint>
#include <vector>

namespace backprop {

struct Record {
  double epoch;
  double training, validation, test;                          // costs without penalties; NaN for an empty set
  double penalty;                                             // what L1 and L2 add to each
  double training_quality, validation_quality, test_quality;  // accuracies; in regression R^2
};

inline constexpr std::uint64_t every_epoch_until = 64;

// Whether the costs at the end of this epoch are recorded.
inline bool is_recorded(std::uint64_t epoch) {
  const std::uint64_t stride = epoch <= every_epoch_until ? 1 : std::bit_floor((epoch - 1) / every_epoch_until) * 2;
  return epoch % stride == 0;
}

using History = std::vector<Record>;

}  // namespace backprop
