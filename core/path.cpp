#include "path.hpp"

#include <algorithm>

namespace backprop {

void Path::begin(int parameter_count) {
  constexpr int most_numbers = 1 << 20;
  places_.assign(std::clamp(most_numbers / parameter_count, 2, 256), Flat<float>(parameter_count));
  times_.assign(places_.size(), 0);
  count_ = 0;
  stride_ = 1;
  offered_ = 0;
}

void Path::keep(double time, const Flat<float>& parameters) {
  if (count_ == static_cast<int>(places_.size())) {
    // Every second place goes, and from now on every second one offered.
    for (int i = 1; 2 * i < count_; ++i) {
      places_[i] = places_[2 * i];
      times_[i] = times_[2 * i];
    }
    count_ = (count_ + 1) / 2;
    stride_ *= 2;
    if (((offered_ - 1) & (stride_ - 1)) != 0) return;
  }
  times_[count_] = time;
  places_[count_++] = parameters;
}

void Path::go_back(double time) {
  if (count_ == 0 || times_[count_ - 1] <= time) return;
  while (count_ > 1 && times_[count_ - 1] > time) --count_;
  offered_ = static_cast<std::uint64_t>(count_ - 1) * stride_ + 1;
}

}  // namespace backprop
