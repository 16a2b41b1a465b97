#include "core/dataset.hpp"

#include <cmath>

#include "catch.hpp"

using namespace backprop;

TEST_CASE("every data set has two classes of equal size, on the plane, at any noise") {
  for (int s = 0; s < DataSet::count; ++s)
    for (const double noise : {0.0, 0.5, 2.0}) {
      CAPTURE(DataSet::at(s).name(), noise);
      int ones = 0;
      const auto points = make_points(DataSet::at(s), 1000, noise, 1);
      REQUIRE(points.size() == 1000);
      for (const Point& p : points) {
        REQUIRE(std::fabs(p.x) <= plane_half);
        REQUIRE(std::fabs(p.y) <= plane_half);
        ones += p.label;
      }
      CHECK(ones == 500);
    }
}

TEST_CASE("noise moves the same points, and more points leave the first ones where they are") {
  for (int s = 0; s < DataSet::count; ++s) {
    CAPTURE(DataSet::at(s).name());
    const auto still = make_points(DataSet::at(s), 100, 0, 1);
    const auto some = make_points(DataSet::at(s), 100, 0.1, 1);
    const auto twice = make_points(DataSet::at(s), 100, 0.2, 1);
    const auto more = make_points(DataSet::at(s), 150, 0.1, 1);
    for (std::size_t i = 0; i < 100; ++i) {
      CHECK(some[i].label == still[i].label);
      CHECK(twice[i].x - still[i].x == Approx(2 * (some[i].x - still[i].x)).margin(1e-5));
      CHECK(more[i].x == some[i].x);
      CHECK(more[i].y == some[i].y);
    }
    CHECK(make_points(DataSet::at(s), 100, 0.1, 2)[0].x != some[0].x);
  }
}

TEST_CASE("without noise each data set has the shape it is named for") {
  for (const Point& p : make_points(DataSet::of<Circle>(), 200, 0, 1)) CHECK((std::hypot(p.x, p.y) < 3) == (p.label == 1));
  for (const Point& p : make_points(DataSet::of<Xor>(), 200, 0, 1)) CHECK((p.x * p.y > 0) == (p.label == 1));
  for (const Point& p : make_points(DataSet::of<Spiral>(), 200, 0, 1)) {
    const double turn = (std::hypot(p.x, p.y) - 0.4) / 4.6 * 1.75 * 2 * M_PI + (p.label == 1 ? 0.5 : 1.5) * M_PI;
    CHECK(std::cos(turn - std::atan2(p.y, p.x)) == Approx(1).margin(1e-3));
  }
  double x = 0;
  for (const Point& p : make_points(DataSet::of<Gaussians>(), 2000, 0, 1)) x += p.label == 1 ? p.x : -p.x;
  CHECK(x / 2000 == Approx(2).margin(0.1));
}
