#include "core/random.hpp"

#include <algorithm>
#include <cmath>

#include "catch.hpp"

using namespace backprop;

TEST_CASE("uniform and normal numbers have the moments they should") {
  Random random(1, Stream::points);
  const int n = 200000;
  double sum = 0, square = 0, normal_sum = 0, normal_square = 0;
  for (int i = 0; i < n; ++i) {
    const float u = random.uniform();
    REQUIRE(u >= 0);
    REQUIRE(u < 1);
    sum += u;
    square += double{u} * u;
    const float z = random.normal();
    normal_sum += z;
    normal_square += double{z} * z;
  }
  CHECK(sum / n == Approx(0.5).margin(0.005));
  CHECK(square / n == Approx(1.0 / 3).margin(0.005));
  CHECK(normal_sum / n == Approx(0).margin(0.01));
  CHECK(normal_square / n == Approx(1).margin(0.015));
}

TEST_CASE("numbers below a bound are even, and a shuffle is a permutation that reaches every place") {
  Random random(2, Stream::order);
  std::vector<int> hits(6, 0);
  for (int i = 0; i < 60000; ++i) ++hits[random.below(6)];
  for (const int h : hits) CHECK(h == Approx(10000).margin(400));

  std::vector<int> first(5, 0);
  for (int i = 0; i < 10000; ++i) {
    std::vector<std::int32_t> order{0, 1, 2, 3, 4};
    random.shuffle(order);
    ++first[order[0]];
    std::sort(order.begin(), order.end());
    REQUIRE(order == std::vector<std::int32_t>{0, 1, 2, 3, 4});
  }
  for (const int f : first) CHECK(f == Approx(2000).margin(200));
}

TEST_CASE("streams, seeds and indices are independent") {
  CHECK(Random(1, Stream::points).bits() != Random(1, Stream::noise).bits());
  CHECK(Random(1, Stream::points).bits() != Random(2, Stream::points).bits());
  CHECK(Random(1, Stream::points, 0).bits() != Random(1, Stream::points, 1).bits());
  CHECK(Random(1, Stream::points, 5).bits() == Random(1, Stream::points, 5).bits());
}
