#include "path.hpp"

#include <algorithm>

namespace backprop {

void Path::begin(int parameter_count) {
  constexpr int most_numbers = 1 << 20;
  places_.assign(std::clamp(most_numbers / parameter_count, 2, 256), Flat<float>(parameter_count));
  count_ = 0;
  stride_ = 1;
  offered_ = 0;
}

void Path::add(const Flat<float>& parameters) {
  if (offered_++ % stride_ != 0) return;
  if (count_ == static_cast<int>(places_.size())) {
    // Every second place goes, and from now on every second one offered.
    for (int i = 1; 2 * i < count_; ++i) places_[i] = places_[2 * i];
    count_ = (count_ + 1) / 2;
    stride_ *= 2;
    if ((offered_ - 1) % stride_ != 0) return;
  }
  places_[count_++] = parameters;
}

}  // namespace backprop
