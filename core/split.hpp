// Training, validation and test set: fit, tune and stop, judge.
#pragma once

#include <cstdint>
#include <vector>

namespace backprop {

enum class Part : std::uint8_t { training = 0, validation = 1, test = 2 };

// Which part each point belongs to, drawn separately within each stratum (0, 1, ..; see Points). `training` and `validation`
// are percentages of the points, the rest is the test set. Every point draws one number for good, and the parts are cut from
// the points in the order of their numbers: other percentages or more points move as few of them as possible.
std::vector<Part> split_points(const std::vector<int>& strata, int training, int validation, std::uint32_t seed);

struct PartSizes {
  int training, validation, test;
};

// How many points of strata of these sizes each part gets.
PartSizes part_sizes(const std::vector<int>& stratum_sizes, int training, int validation);

}  // namespace backprop
