#include "split.hpp"

#include <algorithm>

#include "random.hpp"

namespace backprop {

namespace {

int share(int count, int percent) { return (count * percent + 50) / 100; }

}  // namespace

std::vector<Part> split_points(const std::vector<int>& strata, int training, int validation, std::uint32_t seed) {
  struct Drawn {
    std::uint32_t number;
    std::uint32_t index;
  };
  std::vector<Part> parts(strata.size(), Part::test);
  const int most = strata.empty() ? -1 : *std::max_element(strata.begin(), strata.end());
  for (int stratum = 0; stratum <= most; ++stratum) {
    std::vector<Drawn> drawn;
    for (std::uint32_t i = 0; i < strata.size(); ++i)
      if (strata[i] == stratum) drawn.push_back({Random(seed, Stream::split, i).bits(), i});
    std::sort(drawn.begin(), drawn.end(),
              [](const Drawn& a, const Drawn& b) { return a.number != b.number ? a.number < b.number : a.index < b.index; });
    const int size = static_cast<int>(drawn.size());
    const int fitted = share(size, training);
    const int tuned = share(size, training + validation);
    for (int rank = 0; rank < tuned; ++rank) parts[drawn[rank].index] = rank < fitted ? Part::training : Part::validation;
  }
  return parts;
}

PartSizes part_sizes(const std::vector<int>& stratum_sizes, int training, int validation) {
  PartSizes sizes{0, 0, 0};
  for (const int size : stratum_sizes) {
    const int fitted = share(size, training);
    const int tuned = share(size, training + validation);
    sizes.training += fitted;
    sizes.validation += tuned - fitted;
    sizes.test += size - tuned;
  }
  return sizes;
}

}  // namespace backprop
