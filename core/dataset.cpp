#include "dataset.hpp"

#include <algorithm>
#include <cmath>

#include "elementary.hpp"

namespace backprop {

namespace {

constexpr float pi = 3.14159265f;

Place polar(float radius, float angle) { return {radius * cos_of(angle), radius * sin_of(angle)}; }

// Turns that share a circle out among the classes; class 1 of 2 lies where the first one begins.
float share_of_turn(int label, int classes) { return static_cast<float>(label) / static_cast<float>(classes); }

}  // namespace

// Class 1 fills a disc of radius 2.5, class 0 the ring from 3.5 to 5 around it.
Place Circle::place(Random& random, std::uint32_t, int label, int) {
  const float radius = label == 1 ? random.uniform(0, 2.5f) : random.uniform(3.5f, 5);
  const float angle = random.uniform(0, 2 * pi);
  return polar(radius, angle);
}

// Class 1 where x and y have the same sign, class 0 where they differ; 0.3 off the axes.
Place Xor::place(Random& random, std::uint32_t, int label, int) {
  const float x = random.uniform(0.3f, 5);
  const float y = random.uniform(0.3f, 5);
  const bool left = random.below(2) == 1;
  const bool below = left == (label == 1);
  return {left ? -x : x, below ? -y : y};
}

// Class 1 around (2, 2), class 0 around (-2, -2), standard deviation 1.
Place Gaussians::place(Random& random, std::uint32_t, int label, int) {
  const float centre = label == 1 ? 2 : -2;
  const float x = centre + random.normal();
  const float y = centre + random.normal();
  return {x, y};
}

// Arms from radius 0.4, where they stay clear of each other, out to 5; the more arms, the fewer turns, so that neighbours stay
// equally far apart. The places along an arm follow the golden ratio's multiples, which stay evenly spread for any number of
// points.
Place Spiral::place(Random&, std::uint32_t i, int label, int classes) {
  const double along = 0.5 + (i / static_cast<std::uint32_t>(classes)) * 0.6180339887498949;
  const auto t = static_cast<float>(along - static_cast<double>(static_cast<std::int64_t>(along)));
  const float turns = 3.5f / static_cast<float>(classes);
  return polar(0.4f + 4.6f * t, 2 * pi * (turns * t + 0.75f - share_of_turn(label, classes)));
}

// Two half circles of radius 3, each with its middle under the other's end.
Place Moons::place(Random& random, std::uint32_t, int label, int) {
  const float angle = random.uniform(0, pi);
  const Place place = polar(3, angle);
  return label == 1 ? Place{place.x - 1.5f, place.y - 0.75f} : Place{1.5f - place.x, 0.75f - place.y};
}

// 4 x 4 fields of side 2.5; class 1 has the one at the lower left. Points keep 0.1 off the edges.
Place Checkerboard::place(Random& random, std::uint32_t, int label, int) {
  const std::uint32_t row = random.below(4);
  const std::uint32_t column = 2 * random.below(2) + (row + static_cast<std::uint32_t>(label) + 1) % 2;
  const float x = random.uniform(0.1f, 2.4f);
  const float y = random.uniform(0.1f, 2.4f);
  return {2.5f * static_cast<float>(column) - 5 + x, 2.5f * static_cast<float>(row) - 5 + y};
}

// Rings around each other, the last class innermost; the gaps are half as wide as the rings.
Place Rings::place(Random& random, std::uint32_t, int label, int classes) {
  const float pitch = 5 / (static_cast<float>(classes) - 1.0f / 3);
  const auto ring = static_cast<float>(classes - 1 - label);
  const float radius = pitch * (ring + random.uniform(0, 2.0f / 3));
  const float angle = random.uniform(0, 2 * pi);
  return polar(radius, angle);
}

// Gaussian clouds of standard deviation 0.7 around places evenly spread on a circle of radius 3.5.
Place Blobs::place(Random& random, std::uint32_t, int label, int classes) {
  const Place centre = polar(3.5f, 2 * pi * (0.25f - share_of_turn(label, classes)));
  const float x = centre.x + 0.7f * random.normal();
  const float y = centre.y + 0.7f * random.normal();
  return {x, y};
}

// Long clouds that point outwards and are turned the more, the further out: after M. Johnson et al., 2016.
Place Pinwheel::place(Random& random, std::uint32_t, int label, int classes) {
  const float along = std::clamp(2.75f + 0.85f * random.normal(), 0.3f, 5.2f);
  const float across = 0.22f * random.normal();
  const float angle = 2 * pi * (0.25f - share_of_turn(label, classes)) + 0.35f * (along - 2.75f);
  const Place out = polar(along, angle);
  const Place side = polar(across, angle + pi / 2);
  return {out.x + side.x, out.y + side.y};
}

float Slope::value(float x, float y) { return (x + y) / 10; }

// Six hills and valleys of width 1.2.
float Hills::value(float x, float y) {
  constexpr float hills[6][3] = {{-3, 2.5f, 1}, {0, 2.5f, -1}, {3, 2.5f, 1}, {-3, -2.5f, -1}, {0, -2.5f, 1}, {3, -2.5f, -1}};
  float sum = 0;
  for (const auto& [cx, cy, height] : hills) {
    const float square = (x - cx) * (x - cx) + (y - cy) * (y - cy);
    sum += height * exp_of(-square / 3);
  }
  return sum;
}

float Waves::value(float x, float y) { return sin_of(x) * cos_of(y); }

float Saddle::value(float x, float y) { return (x * x - y * y) / 25; }

namespace {

// A point with its label before any noise.
Point clean_point(DataSet set, Random& random, std::uint32_t i, int label, int classes) {
  return set.visit([&](auto kind) -> Point {
    using Kind = decltype(kind);
    if constexpr (requires { &Kind::place; }) {
      const Place at = Kind::place(random, i, label, classes);
      return {at.x, at.y, static_cast<float>(label)};
    } else if constexpr (requires { &Kind::value; }) {
      const float x = random.uniform(-5, 5);
      const float y = random.uniform(-5, 5);
      return {x, y, Kind::value(x, y)};
    } else {
      return {0, 0, 0};  // own points are not made
    }
  });
}

float noisy_label(float label, int classes, double noise, Random& random) {
  if (classes == 0) return label + static_cast<float>(noise) * random.normal();
  const bool changed = random.uniform() < static_cast<float>(noise);
  const auto others = static_cast<std::uint32_t>(classes - 1);
  const auto further = static_cast<int>(random.below(others)) + 1;
  return changed ? static_cast<float>((static_cast<int>(label) + further) % classes) : label;
}

}  // namespace

Points make_points(const PointSettings& settings) {
  Points made;
  made.points.reserve(settings.count);
  made.strata.reserve(settings.count);
  const auto spread = static_cast<float>(settings.noise);
  for (int n = 0; n < settings.count; ++n) {
    const auto i = static_cast<std::uint32_t>(n);
    const int stratum = settings.classes == 0 ? 0 : n % settings.classes;
    Random place(settings.seed, Stream::points, i);
    Random jitter(settings.seed, Stream::noise, i);
    Random relabelling(settings.seed, Stream::labels, i);
    Point point = clean_point(settings.set, place, i, stratum, settings.classes);
    const float dx = jitter.normal();
    const float dy = jitter.normal();
    point.x += spread * dx;
    point.y += spread * dy;
    point.label = noisy_label(point.label, settings.classes, settings.label_noise, relabelling);
    made.points.push_back(point);
    made.strata.push_back(stratum);
  }
  return made;
}

float plane_half(const std::vector<Point>& points) {
  constexpr float margin = 1.05f;
  float half = usual_plane_half;
  for (const Point& p : points) half = std::max({half, margin * std::fabs(p.x), margin * std::fabs(p.y)});
  return half;
}

}  // namespace backprop
