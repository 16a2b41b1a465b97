// Training, validation and test set: fit, tune, judge.
#pragma once

#include <cstdint>
#include <vector>

#include "dataset.hpp"

namespace backprop {

enum class Part : std::uint8_t { training = 0, validation = 1, test = 2 };

// Which part each point belongs to, drawn separately within each class. `training` and `validation` are percentages of the
// points, the rest is the test set. Every point draws one number for good, and the parts are cut from the points in the order
// of their numbers: other percentages or more points move as few of them as possible.
std::vector<Part> split_points(const std::vector<Point>& points, int training, int validation, std::uint32_t seed);

// How many of `count` points of alternating classes the training set gets: the largest batch.
int training_size(int count, int training);

}  // namespace backprop
