#include "progress.hpp"

#include <algorithm>
#include <cstring>
#include <limits>

namespace backprop {

namespace {

// Whether every entry is smaller than that, which leaves out NaN too. The bits of magnitudes compare as integers, which a
// compiler turns into vectors.
bool is_below(float bound, const Flat<float>& entries) {
  const auto magnitude = [](float value) {
    std::uint32_t bits;  // libc++ 13, which Debian 12's Emscripten brings, has no std::bit_cast
    std::memcpy(&bits, &value, sizeof bits);
    return bits & 0x7fffffffu;
  };
  std::uint32_t largest = 0;
  for (const float entry : entries) largest = std::max(largest, magnitude(entry));
  return largest < magnitude(bound);
}

}  // namespace

bool is_usable(const Flat<float>& gradient) { return is_below(1e18f, gradient); }

bool is_usable(const Progress& progress) {
  constexpr float infinity = std::numeric_limits<float>::infinity();
  return is_below(1e9f, progress.parameters) && is_below(infinity, progress.optimizer.first) &&
         is_below(infinity, progress.optimizer.second);
}

}  // namespace backprop
