#include "progress.hpp"

#include <limits>

#include "elementary_bits.hpp"
#include "single.hpp"

namespace backprop {

namespace {

// Whether every entry is smaller than that, which leaves out NaN too. The bits of magnitudes compare as integers, and a
// difference has a sign that stays only while each is below.
bool is_below(float bound, const Flat<float>& entries) {
  using elementary::absolute, elementary::bits, elementary::splat;
  const int count = static_cast<int>(entries.size());
  Int4 below = Int4{-1, -1, -1, -1};
  const auto look_at = [&](Float4 four) { below &= bits(absolute(four)) - bits(splat(bound)); };
  int i = 0;
  for (; i + 4 <= count; i += 4) look_at(load_four(entries.data() + i));
  if (i < count) look_at(load_first(entries.data() + i, count - i));
  return !elementary::any(below >= 0);
}

}  // namespace

bool is_usable(const Progress& progress) {
  constexpr float infinity = std::numeric_limits<float>::infinity();
  return is_below(1e9f, progress.parameters) && is_below(infinity, progress.optimizer.first) &&
         is_below(infinity, progress.optimizer.second);
}

}  // namespace backprop
