// The project's own random numbers: the standard distributions and shuffles differ from library to library, and a link must
// give the same run everywhere.
//
// PCG32 (XSH-RR 64/32): M. O'Neill, "PCG: A Family of Simple Fast Space-Efficient Statistically Good Algorithms for Random
// Number Generation", 2014. Each use of a seed (points, noise, weights, ..) is a stream of its own, and a stream may
// be entered at an index, so that point 7 is point 7 whatever the number of points.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace backprop {

enum class Stream : std::uint64_t {
  points = 1,
  noise = 2,
  split = 3,
  weights = 4,
  order = 5,
  labels = 6,
  biases = 7,
  dropout = 8,
  directions = 9,
  fan = 10
};

// 0, 1, .. count-1: an order that nobody has shuffled.
std::vector<std::int32_t> in_order(int count);

class Random {
 public:
  Random(std::uint32_t seed, Stream stream, std::uint64_t index = 0);
  static Random from_state(std::uint64_t state) { return Random(state); }

  std::uint32_t bits();                            // 32 random bits
  float uniform();                                 // [0, 1), a multiple of 2^-24
  float uniform(float low, float high);            // from low up to high; rounding can reach high
  float normal();                                  // mean 0, standard deviation 1 (Marsaglia's polar method, one of the pair)
  std::uint32_t below(std::uint32_t bound);        // 0 .. bound-1, without bias; bound > 0
  void shuffle(std::vector<std::int32_t>& order);  // Fisher and Yates

  std::uint64_t state() const { return state_; }

 private:
  explicit Random(std::uint64_t state) : state_(state) {}

  std::uint64_t state_;
};

}  // namespace backprop
