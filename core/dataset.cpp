#include "dataset.hpp"

#include <algorithm>

#include "elementary.hpp"

namespace backprop {

namespace {

constexpr float pi = 3.14159265f;

Point polar(float radius, float angle, int label) { return {radius * cos_of(angle), radius * sin_of(angle), label}; }

float onto_plane(float v) { return std::clamp(v, -plane_half, plane_half); }

}  // namespace

// Class 1 fills a disc of radius 2.5, class 0 the ring from 3.5 to 5 around it.
Point Circle::point(Random& random, std::uint32_t, int label) {
  const float radius = label == 1 ? random.uniform(0, 2.5f) : random.uniform(3.5f, 5);
  const float angle = random.uniform(0, 2 * pi);
  return polar(radius, angle, label);
}

// Class 1 where x and y have the same sign, class 0 where they differ; 0.3 off the axes.
Point Xor::point(Random& random, std::uint32_t, int label) {
  const float x = random.uniform(0.3f, 5);
  const float y = random.uniform(0.3f, 5);
  const bool left = random.below(2) == 1;
  const bool below = left == (label == 1);
  return {left ? -x : x, below ? -y : y, label};
}

// Class 1 around (2, 2), class 0 around (-2, -2), standard deviation 1.
Point Gaussians::point(Random& random, std::uint32_t, int label) {
  const float centre = label == 1 ? 2 : -2;
  const float x = centre + random.normal();
  const float y = centre + random.normal();
  return {x, y, label};
}

// Two arms of 1.75 turns, half a turn apart, from radius 0.4, where they stay clear of each other, out to 5. The places along
// an arm follow the golden ratio's multiples, which stay evenly spread for any number of points.
Point Spiral::point(Random&, std::uint32_t i, int label) {
  const double along = 0.5 + (i / 2) * 0.6180339887498949;
  const auto t = static_cast<float>(along - static_cast<double>(static_cast<std::int64_t>(along)));
  return polar(0.4f + 4.6f * t, 1.75f * 2 * pi * t + (label == 1 ? 0.5f * pi : 1.5f * pi), label);
}

std::vector<Point> make_points(DataSet set, int count, double noise, std::uint32_t seed) {
  std::vector<Point> points;
  points.reserve(count);
  const auto spread = static_cast<float>(noise);
  for (int n = 0; n < count; ++n) {
    const auto i = static_cast<std::uint32_t>(n);
    const int label = static_cast<int>(i % 2);
    Random base(seed, Stream::points, i);
    Point point = set.visit([&](auto kind) { return decltype(kind)::point(base, i, label); });
    Random jitter(seed, Stream::noise, i);
    const float dx = jitter.normal();
    const float dy = jitter.normal();
    point.x = onto_plane(point.x + spread * dx);
    point.y = onto_plane(point.y + spread * dy);
    points.push_back(point);
  }
  return points;
}

}  // namespace backprop
