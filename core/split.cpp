#include "split.hpp"

#include <algorithm>

#include "random.hpp"

namespace backprop {

namespace {

int share(int count, int percent) { return (count * percent + 50) / 100; }

}  // namespace

std::vector<Part> split_points(const std::vector<Point>& points, int training, int validation, std::uint32_t seed) {
  struct Drawn {
    std::uint32_t number;
    std::uint32_t index;
  };
  std::vector<Part> parts(points.size(), Part::test);
  for (int label = 0; label <= 1; ++label) {
    std::vector<Drawn> drawn;
    for (std::uint32_t i = 0; i < points.size(); ++i)
      if (points[i].label == label) drawn.push_back({Random(seed, Stream::split, i).bits(), i});
    std::sort(drawn.begin(), drawn.end(),
              [](const Drawn& a, const Drawn& b) { return a.number != b.number ? a.number < b.number : a.index < b.index; });
    const int size = static_cast<int>(drawn.size());
    const int fitted = share(size, training);
    const int tuned = share(size, training + validation);
    for (int rank = 0; rank < tuned; ++rank) parts[drawn[rank].index] = rank < fitted ? Part::training : Part::validation;
  }
  return parts;
}

int training_size(int count, int training) { return share((count + 1) / 2, training) + share(count / 2, training); }

}  // namespace backprop
