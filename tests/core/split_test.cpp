#include "core/split.hpp"

#include <algorithm>

#include "catch.hpp"

using namespace backprop;

namespace {

int count(const std::vector<Part>& parts, Part part) { return static_cast<int>(std::count(parts.begin(), parts.end(), part)); }

}  // namespace

TEST_CASE("a split has the sizes asked for, in each class") {
  const auto points = make_points(DataSet::of<Circle>(), 200, 0, 1);
  const auto parts = split_points(points, 60, 20, 1);
  CHECK(count(parts, Part::training) == 120);
  CHECK(count(parts, Part::validation) == 40);
  CHECK(count(parts, Part::test) == 40);
  int ones = 0;
  for (std::size_t i = 0; i < points.size(); ++i) ones += parts[i] == Part::training && points[i].label == 1 ? 1 : 0;
  CHECK(ones == 60);
  for (const int n : {10, 11, 33, 250})
    for (const int training : {10, 33, 60, 100}) {
      const auto some = split_points(make_points(DataSet::of<Xor>(), n, 0, 1), training, 0, 1);
      CHECK(count(some, Part::training) == training_size(n, training));
      CHECK(training_size(n, training) >= 1);
    }
}

TEST_CASE("other fractions and more points move as few points as possible") {
  const auto points = make_points(DataSet::of<Circle>(), 200, 0, 1);
  const auto before = split_points(points, 60, 20, 1);
  const auto after = split_points(points, 70, 20, 1);
  for (std::size_t i = 0; i < points.size(); ++i)
    if (before[i] == Part::training) CHECK(after[i] == Part::training);

  const auto larger = split_points(make_points(DataSet::of<Circle>(), 220, 0, 1), 60, 20, 1);
  int moved = 0;
  for (std::size_t i = 0; i < points.size(); ++i) moved += larger[i] != before[i] ? 1 : 0;
  CHECK(moved <= 20);
}
