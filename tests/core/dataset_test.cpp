#include "core/dataset.hpp"

#include <cmath>

#include "catch.hpp"

using namespace backprop;

namespace {

std::vector<DataSet> made_sets() {
  std::vector<DataSet> sets;
  for (int s = 0; s < DataSet::count; ++s)
    if (!is_own(DataSet::at(s))) sets.push_back(DataSet::at(s));
  return sets;
}

std::vector<Point> points_of(DataSet set, int count, double noise, double label_noise = 0, std::uint32_t seed = 1,
                             int classes = -1) {
  if (classes < 0) classes = classes_of(set).usual;
  return make_points({set, classes, count, noise, label_noise, seed}).points;
}

template <class Set>
std::vector<Point> clean(int count, int classes = classes_of(DataSet::of<Set>()).usual) {
  return points_of(DataSet::of<Set>(), count, 0, 0, 1, classes);
}

}  // namespace

TEST_CASE("every data set has its classes in equal numbers, or values between -1 and 1, and lies on the plane that is shown") {
  for (const DataSet set : made_sets()) {
    const Classes allowed = classes_of(set);
    for (int classes = allowed.least; classes <= allowed.most; ++classes)
      for (const double noise : {0.0, 0.5, 2.0}) {
        CAPTURE(set.name(), classes, noise);
        const auto points = points_of(set, 600, noise, 0, 1, classes);
        REQUIRE(points.size() == 600);
        const float half = plane_half(points);
        CHECK(half >= usual_plane_half);
        if (noise == 0) CHECK(half < 7);  // clouds have their stragglers
        std::vector<int> sizes(std::max(classes, 1), 0);
        for (const Point& p : points) {
          REQUIRE(std::fabs(p.x) < half);
          REQUIRE(std::fabs(p.y) < half);
          if (classes == 0) REQUIRE(std::fabs(p.label) <= 1);
          else ++sizes.at(static_cast<std::size_t>(p.label));
        }
        for (const int size : sizes) CHECK((classes == 0 || size == 600 / classes));
      }
  }
}

TEST_CASE("noise moves the same points, and more points leave the first ones where they are") {
  for (const DataSet set : made_sets()) {
    CAPTURE(set.name());
    const auto still = points_of(set, 100, 0);
    const auto some = points_of(set, 100, 0.1);
    const auto twice = points_of(set, 100, 0.2);
    const auto more = points_of(set, 150, 0.1);
    for (std::size_t i = 0; i < 100; ++i) {
      CHECK(some[i].label == still[i].label);
      CHECK(twice[i].x - still[i].x == Approx(2 * (some[i].x - still[i].x)).margin(1e-5));
      CHECK(more[i] == some[i]);
    }
    CHECK(points_of(set, 100, 0.1, 0, 2)[0].x != some[0].x);
  }
}

TEST_CASE("label noise changes that share of the labels, and more of it changes more of the same ones") {
  for (const DataSet set : made_sets()) {
    CAPTURE(set.name());
    const auto clean = points_of(set, 2000, 0.1);
    const auto some = points_of(set, 2000, 0.1, 0.1);
    const auto more = points_of(set, 2000, 0.1, 0.3);
    int changed = 0;
    double squares = 0;
    for (std::size_t i = 0; i < clean.size(); ++i) {
      CHECK(some[i].x == clean[i].x);
      if (some[i].label != clean[i].label) {
        ++changed;
        if (classes_of(set).usual > 0) CHECK(more[i].label == some[i].label);
      }
      squares += (some[i].label - clean[i].label) * (some[i].label - clean[i].label);
    }
    if (classes_of(set).usual > 0) CHECK(changed == Approx(200).margin(40));
    else CHECK(std::sqrt(squares / 2000) == Approx(0.1).epsilon(0.1));
  }
}

TEST_CASE("without noise each data set has the shape it is named for") {
  for (const Point& p : clean<Circle>(200)) CHECK((std::hypot(p.x, p.y) < 3) == (p.label == 1));
  for (const Point& p : clean<Xor>(200)) CHECK((p.x * p.y > 0) == (p.label == 1));
  for (const int classes : {2, 3, 6})
    for (const Point& p : clean<Spiral>(200, classes)) {
      const double turns = 3.5 / classes;
      const double turn = (std::hypot(p.x, p.y) - 0.4) / 4.6 * turns + 0.75 - static_cast<double>(p.label) / classes;
      CHECK(std::cos(2 * M_PI * turn - std::atan2(p.y, p.x)) == Approx(1).margin(1e-3));
    }
  double x = 0;
  for (const Point& p : clean<Gaussians>(2000)) x += p.label == 1 ? p.x : -p.x;
  CHECK(x / 2000 == Approx(2).margin(0.1));
  for (const Point& p : clean<Moons>(200)) {
    const double centre_x = p.label == 1 ? -1.5 : 1.5;
    const double centre_y = p.label == 1 ? -0.75 : 0.75;
    CHECK(std::hypot(p.x - centre_x, p.y - centre_y) == Approx(3).margin(1e-4));
    CHECK((p.label == 1 ? p.y >= centre_y - 1e-4 : p.y <= centre_y + 1e-4));
  }
  for (const Point& p : clean<Checkerboard>(200)) {
    const int field = static_cast<int>(std::floor((p.x + 5) / 2.5)) + static_cast<int>(std::floor((p.y + 5) / 2.5));
    CHECK((field % 2 == 0) == (p.label == 1));
  }
  for (const int classes : {2, 4}) {
    const double pitch = 5 / (classes - 1.0 / 3);
    for (const Point& p : clean<Rings>(200, classes))
      CHECK(static_cast<int>(std::hypot(p.x, p.y) / pitch) == classes - 1 - static_cast<int>(p.label));
  }
  for (const int classes : {3, 5})
    for (const Point& p : clean<Blobs>(200, classes)) {
      const double angle = 2 * M_PI * (0.25 - p.label / classes);
      CHECK(std::hypot(p.x - 3.5 * std::cos(angle), p.y - 3.5 * std::sin(angle)) < 0.7 * 4.5);
    }
  for (const Point& p : clean<Pinwheel>(300, 3)) {
    const double radius = std::hypot(p.x, p.y);
    const double angle = 2 * M_PI * (0.25 - p.label / 3) + 0.35 * (radius - 2.75);
    if (radius > 1.5) CHECK(std::cos(std::atan2(p.y, p.x) - angle) > 0.8);
  }
}

TEST_CASE("values of regression are those of their noiseless places") {
  for (const Point& p : clean<Slope>(100)) CHECK(p.label == Approx((p.x + p.y) / 10).margin(1e-6));
  for (const Point& p : clean<Waves>(100)) CHECK(p.label == Approx(std::sin(p.x) * std::cos(p.y)).margin(1e-6));
  for (const Point& p : clean<Saddle>(100)) CHECK(p.label == Approx((p.x * p.x - p.y * p.y) / 25).margin(1e-6));
  const auto still = clean<Hills>(100);
  const auto moved = points_of(DataSet::of<Hills>(), 100, 1);
  for (std::size_t i = 0; i < 100; ++i) CHECK(moved[i].label == still[i].label);
}

TEST_CASE("the plane grows with its points") {
  CHECK(plane_half({{1, 2, 0}, {-5, 0, 1}}) == usual_plane_half);
  CHECK(plane_half({{1, 2, 0}, {0, -100, 1}}) == Approx(105));
}
