// Toy data on the plane: x to the right, y up, both from -6 to 6.
//
// Point i of a data set depends on the seed and on i alone: more points leave the first ones where they are, and noise moves
// the same points further the more of it there is. Classes alternate, so that they are of equal size.
// To add a data set: write its struct in dataset.cpp's manner here and name it in the list at the end.
#pragma once

#include <cstdint>
#include <vector>

#include "choice.hpp"
#include "random.hpp"

namespace backprop {

inline constexpr float plane_half = 6;  // the plane is [-6, 6] x [-6, 6]

struct Point {
  float x, y;
  int label;  // the class: 0 or 1
};

// Each makes the noiseless point i of class `label` from random numbers of its own.
struct Circle {
  static constexpr Entry entry{"circle", "Circle", ""};
  static Point point(Random& random, std::uint32_t i, int label);
};
struct Xor {
  static constexpr Entry entry{"xor", "XOR", ""};
  static Point point(Random& random, std::uint32_t i, int label);
};
struct Gaussians {
  static constexpr Entry entry{"gaussians", "Gaussians", ""};
  static Point point(Random& random, std::uint32_t i, int label);
};
struct Spiral {
  static constexpr Entry entry{"spiral", "Spiral", ""};
  static Point point(Random& random, std::uint32_t i, int label);
};

using DataSet = Choice<Circle, Xor, Gaussians, Spiral>;

// `noise` is the standard deviation, in units of the plane, by which each coordinate is moved. A point that would leave the
// plane stays at its edge, so that no point is trained on but not seen.
std::vector<Point> make_points(DataSet set, int count, double noise, std::uint32_t seed);

}  // namespace backprop
