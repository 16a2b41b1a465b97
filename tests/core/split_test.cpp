#include "core/split.hpp"

#include <algorithm>

#include "catch.hpp"

using namespace backprop;

namespace {

int count(const std::vector<Part>& parts, Part part) { return static_cast<int>(std::count(parts.begin(), parts.end(), part)); }

}  // namespace

namespace {

std::vector<int> alternating(int count, int strata = 2) {
  std::vector<int> list;
  for (int i = 0; i < count; ++i) list.push_back(i % strata);
  return list;
}

}  // namespace

TEST_CASE("a split has the sizes asked for, in each stratum") {
  const auto strata = alternating(200);
  const auto parts = split_points(strata, 60, 20, 1);
  CHECK(count(parts, Part::training) == 120);
  CHECK(count(parts, Part::validation) == 40);
  CHECK(count(parts, Part::test) == 40);
  int ones = 0;
  for (std::size_t i = 0; i < strata.size(); ++i) ones += parts[i] == Part::training ? strata[i] : 0;
  CHECK(ones == 60);
  for (const int n : {10, 11, 33, 250})
    for (const int kinds : {1, 2, 5})
      for (const int training : {10, 33, 60, 100}) {
        const auto some = split_points(alternating(n, kinds), training, (100 - training) / 2, 1);
        std::vector<int> sizes(kinds, 0);
        for (const int stratum : alternating(n, kinds)) ++sizes[stratum];
        const PartSizes expected = part_sizes(sizes, training, (100 - training) / 2);
        CHECK(count(some, Part::training) == expected.training);
        CHECK(count(some, Part::validation) == expected.validation);
        CHECK(count(some, Part::test) == expected.test);
      }
}

TEST_CASE("other fractions and more points move as few points as possible") {
  const auto strata = alternating(200);
  const auto before = split_points(strata, 60, 20, 1);
  const auto after = split_points(strata, 70, 20, 1);
  for (std::size_t i = 0; i < strata.size(); ++i)
    if (before[i] == Part::training) CHECK(after[i] == Part::training);

  const auto larger = split_points(alternating(220), 60, 20, 1);
  int moved = 0;
  for (std::size_t i = 0; i < strata.size(); ++i) moved += larger[i] != before[i] ? 1 : 0;
  CHECK(moved <= 20);
}
