// The way that training has walked through parameter space, thinned out as it grows.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "network.hpp"

namespace backprop {

class Path {
 public:
  // Makes room for places of so many parameters, as many as fit into 4 MB but at most 256. Forgets what it held.
  void begin(int parameter_count);

  // Adds where training is at a time, which is counted in epochs or iterations, or leaves it out because earlier places have
  // been thinned out. Training that has been put elsewhere at the same time moves the place.
  void add(double time, const Flat<float>& parameters) {
    if (count_ > 0 && times_[count_ - 1] == time) places_[count_ - 1] = parameters;
    else if ((offered_++ & (stride_ - 1)) == 0) keep(time, parameters);
  }

  // Training has gone back to that time: forgets what came after it, but never the first place.
  void go_back(double time);

  std::span<const Flat<float>> places() const { return {places_.data(), static_cast<std::size_t>(count_)}; }
  std::span<const double> times() const { return {times_.data(), static_cast<std::size_t>(count_)}; }

 private:
  void keep(double time, const Flat<float>& parameters);

  std::vector<Flat<float>> places_;  // made beforehand, so that training does not stop to allocate
  std::vector<double> times_;        // of each place
  int count_ = 0;
  std::uint64_t stride_ = 1;  // every so many-th place offered is kept; a power of two
  std::uint64_t offered_ = 0;
};

}  // namespace backprop
