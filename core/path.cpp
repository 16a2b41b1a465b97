#include "path.hpp"

#include <algorithm>

namespace backprop {

void Path::begin(int parameter_count) {
  constexpr int most_numbers = 1 << 20;
  places_.assign(std::clamp(most_numbers / parameter_count, 2, 256), Flat<float>(parameter_count));
  epochs_.assign(places_.size(), 0);
  count_ = 0;
  stride_ = 1;
  offered_ = 0;
}

void Path::add(double epoch, const Flat<float>& parameters) {
  if (count_ > 0 && epochs_[count_ - 1] == epoch) {
    places_[count_ - 1] = parameters;
    return;
  }
  if (offered_++ % stride_ != 0) return;
  if (count_ == static_cast<int>(places_.size())) {
    // Every second place goes, and from now on every second one offered.
    for (int i = 1; 2 * i < count_; ++i) {
      places_[i] = places_[2 * i];
      epochs_[i] = epochs_[2 * i];
    }
    count_ = (count_ + 1) / 2;
    stride_ *= 2;
    if ((offered_ - 1) % stride_ != 0) return;
  }
  epochs_[count_] = epoch;
  places_[count_++] = parameters;
}

}  // namespace backprop
