#include "random.hpp"

#include <cmath>
#include <numeric>

#include "elementary.hpp"

namespace backprop {

namespace {

constexpr std::uint64_t multiplier = 6364136223846793005u;
constexpr std::uint64_t increment = 1442695040888963407u;

// SplitMix64's finaliser (Steele, Lea, Flood, 2014): neighbouring seeds and indices land far apart.
std::uint64_t scatter(std::uint64_t x) {
  x += 0x9e3779b97f4a7c15u;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
  return x ^ (x >> 31);
}

}  // namespace

std::vector<std::int32_t> in_order(int count) {
  std::vector<std::int32_t> order(count);
  std::iota(order.begin(), order.end(), 0);
  return order;
}

Random::Random(std::uint32_t seed, Stream stream, std::uint64_t index)
    : state_(scatter(scatter(scatter(seed) + static_cast<std::uint64_t>(stream)) + index)) {}

std::uint32_t Random::bits() {
  const std::uint64_t old = state_;
  state_ = old * multiplier + increment;
  const auto xorshifted = static_cast<std::uint32_t>(((old >> 18) ^ old) >> 27);
  const auto turn = static_cast<std::uint32_t>(old >> 59);
  return (xorshifted >> turn) | (xorshifted << ((32 - turn) & 31));
}

float Random::uniform() { return static_cast<float>(bits() >> 8) * 0x1p-24f; }

float Random::uniform(float low, float high) { return low + (high - low) * uniform(); }

float Random::normal() {
  for (;;) {
    const float u = uniform(-1, 1);
    const float v = uniform(-1, 1);
    const float square = u * u + v * v;
    if (square > 0 && square < 1) return u * std::sqrt(-2 * log_of(square) / square);
  }
}

std::uint32_t Random::below(std::uint32_t bound) {
  // Lemire, "Fast Random Integer Generation in an Interval", 2019.
  std::uint64_t product = std::uint64_t{bits()} * bound;
  if (static_cast<std::uint32_t>(product) < bound) {
    const std::uint32_t threshold = (0u - bound) % bound;
    while (static_cast<std::uint32_t>(product) < threshold) product = std::uint64_t{bits()} * bound;
  }
  return static_cast<std::uint32_t>(product >> 32);
}

void Random::shuffle(std::vector<std::int32_t>& order) {
  for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[below(static_cast<std::uint32_t>(i))]);
}

}  // namespace backprop
