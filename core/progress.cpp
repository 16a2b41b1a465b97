#include "progress.hpp"

#include <cstring>
#include <limits>

namespace backprop {

namespace {

// Whether every entry is smaller than that, which leaves out NaN too. The bits of magnitudes compare as integers, and a
// difference has a sign that stays only while each is below: what a compiler turns into three instructions for four entries.
bool is_below(float bound, const Flat<float>& entries) {
  const auto magnitude = [](float value) {
    std::int32_t bits;  // libc++ 13, which Debian 12's Emscripten brings, has no std::bit_cast
    std::memcpy(&bits, &value, sizeof bits);
    return bits & 0x7fffffff;
  };
  std::int32_t below = -1;
  for (const float entry : entries) below &= magnitude(entry) - magnitude(bound);
  return below < 0;
}

}  // namespace

bool is_usable(const Progress& progress) {
  constexpr float infinity = std::numeric_limits<float>::infinity();
  return is_below(1e9f, progress.parameters) && is_below(infinity, progress.optimizer.first) &&
         is_below(infinity, progress.optimizer.second);
}

}  // namespace backprop
