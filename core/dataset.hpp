// Toy data on the plane: x to the right, y up.
//
// Point i of a data set depends on the seed and on i alone: more points leave the first ones where they are, noise moves the
// same points further the more of it there is, and label noise changes the labels of more of them. Classes alternate, so that
// they are of equal size. To add a data set: write its struct in dataset.cpp's manner here and name it in the list at the end.
#pragma once

#include <cstdint>
#include <vector>

#include "choice.hpp"
#include "random.hpp"

namespace backprop {

struct Point {
  float x, y;
  float label;  // the class, 0 to 5; in regression the value to be predicted
  bool operator==(const Point&) const = default;
};

// How many classes a set of points may have, and has if nothing else is asked for. Regression has none.
struct Classes {
  int usual, least, most;
};
inline constexpr Classes two_classes{2, 2, 2};
inline constexpr Classes no_classes{0, 0, 0};

// Each makes the noiseless place of point i, of class `label` out of `classes`, from random numbers of its own.
struct Place {
  float x, y;
};

// Classification
struct Circle {
  static constexpr Entry entry{"circle", "Circle", ""};
  static constexpr Classes classes = two_classes;
  static Place place(Random& random, std::uint32_t i, int label, int classes);
};
struct Xor {
  static constexpr Entry entry{"xor", "XOR", ""};
  static constexpr Classes classes = two_classes;
  static Place place(Random& random, std::uint32_t i, int label, int classes);
};
struct Gaussians {
  static constexpr Entry entry{"gaussians", "Gaussians", ""};
  static constexpr Classes classes = two_classes;
  static Place place(Random& random, std::uint32_t i, int label, int classes);
};
struct Spiral {
  static constexpr Entry entry{"spiral", "Spiral", ""};
  static constexpr Classes classes{2, 2, 6};
  static Place place(Random& random, std::uint32_t i, int label, int classes);
};
struct Moons {
  static constexpr Entry entry{"moons", "Moons", ""};
  static constexpr Classes classes = two_classes;
  static Place place(Random& random, std::uint32_t i, int label, int classes);
};
struct Checkerboard {
  static constexpr Entry entry{"checkerboard", "Checkerboard", ""};
  static constexpr Classes classes = two_classes;
  static Place place(Random& random, std::uint32_t i, int label, int classes);
};
struct Rings {
  static constexpr Entry entry{"rings", "Rings", ""};
  static constexpr Classes classes{3, 2, 6};
  static Place place(Random& random, std::uint32_t i, int label, int classes);
};
struct Blobs {
  static constexpr Entry entry{"blobs", "Blobs", ""};
  static constexpr Classes classes{3, 2, 6};
  static Place place(Random& random, std::uint32_t i, int label, int classes);
};
struct Pinwheel {
  static constexpr Entry entry{"pinwheel", "Pinwheel", ""};
  static constexpr Classes classes{3, 2, 6};
  static Place place(Random& random, std::uint32_t i, int label, int classes);
};

// Regression: points anywhere within 5 of the axes, with the value, from -1 to 1, that belongs to their noiseless place.
struct Slope {
  static constexpr Entry entry{"slope", "Slope", R"(\frac{x_1 + x_2}{10})"};
  static constexpr Classes classes = no_classes;
  static float value(float x, float y);
};
struct Hills {
  static constexpr Entry entry{"hills", "Hills", R"(\sum_i \pm e^{-\lVert x - c_i \rVert^2 / 3})"};
  static constexpr Classes classes = no_classes;
  static float value(float x, float y);
};
struct Waves {
  static constexpr Entry entry{"waves", "Waves", R"(\sin x_1 \cos x_2)"};
  static constexpr Classes classes = no_classes;
  static float value(float x, float y);
};
struct Saddle {
  static constexpr Entry entry{"saddle", "Saddle", R"(\frac{x_1^2 - x_2^2}{25})"};
  static constexpr Classes classes = no_classes;
  static float value(float x, float y);
};

// The reader's own points, taken as they are: without noise, label noise or seed.
struct Own {
  static constexpr Entry entry{"own", "Own points", ""};
  static constexpr Classes classes{2, 2, 6};
};
struct OwnValues {
  static constexpr Entry entry{"ownValues", "Own values", ""};
  static constexpr Classes classes = no_classes;
};

using DataSet = Choice<Circle, Xor, Gaussians, Spiral, Moons, Checkerboard, Rings, Blobs, Pinwheel, Slope, Hills, Waves, Saddle,
                       Own, OwnValues>;

inline Classes classes_of(DataSet set) {
  return set.visit([](auto kind) { return decltype(kind)::classes; });
}
inline bool is_own(DataSet set) { return set == DataSet::of<Own>() || set == DataSet::of<OwnValues>(); }

struct PointSettings {
  DataSet set;
  int classes = 2;
  int count = 250;
  double noise = 0;        // standard deviation, in units of the plane, by which each coordinate is moved
  double label_noise = 0;  // share of the points whose class is changed to another; in regression the standard deviation of
                           // what is added to the value
  std::uint32_t seed = 1;
};

struct Points {
  std::vector<Point> points;
  // The class each point had before label noise, all 0 in regression: what is drawn evenly into the parts of the split.
  std::vector<int> strata;
};

// Points of any set but one's own.
Points make_points(const PointSettings& settings);

// The plane that is looked at reaches from -half to half in x and in y: at least 6, and far enough that no point is trained on
// but not seen. The origin stays in the middle: a plane that moves with every change of the noise would be hard to follow.
inline constexpr float usual_plane_half = 6;
float plane_half(const std::vector<Point>& points);

}  // namespace backprop
