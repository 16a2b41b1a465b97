// The way that training has walked through parameter space, thinned out as it grows.
#pragma once

#include <span>
#include <vector>

#include "network.hpp"

namespace backprop {

class Path {
 public:
  // Makes room for places of so many parameters, as many as fit into 4 MB but at most 256. Forgets what it held.
  void begin(int parameter_count);

  // Adds where training is at the end of an epoch, or leaves it out because earlier places have been thinned out. Training that
  // has been put elsewhere in the same epoch moves the place.
  void add(double epoch, const Flat<float>& parameters);

  std::span<const Flat<float>> places() const { return {places_.data(), static_cast<std::size_t>(count_)}; }
  std::span<const double> epochs() const { return {epochs_.data(), static_cast<std::size_t>(count_)}; }

 private:
  std::vector<Flat<float>> places_;  // made beforehand, so that training does not stop to allocate
  std::vector<double> epochs_;       // of each place
  int count_ = 0;
  int stride_ = 1;  // every so many-th place offered is kept
  int offered_ = 0;
};

}  // namespace backprop
