// Examples in the form in which the network takes them.
#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "network.hpp"

namespace backprop {

// Points with their desired outputs, as plain numbers: column i is example i.
struct ExampleSet {
  Eigen::MatrixXf inputs;   // inputs x examples
  Eigen::MatrixXf desired;  // outputs x examples

  int size() const { return static_cast<int>(inputs.cols()); }
};

// The examples that one scalar carries side by side: N of them for Lanes<N>, one for double.
template <class Scalar>
struct Pack {
  Vector<Scalar> input;    // x, inputs
  Vector<Scalar> desired;  // y, outputs
  int count = 0;           // examples held; the lanes after them are filler, finite but without meaning
};

// A batch, or a whole set, cut into packs of which only the last may be filled in part. Made once, refilled for every batch.
template <class Scalar>
class Examples {
 public:
  Examples(int inputs, int outputs, int capacity)
      : packs_(packs_for(capacity), Pack<Scalar>{Vector<Scalar>(inputs), Vector<Scalar>(outputs), 0}) {}

  int count() const { return count_; }
  std::span<const Pack<Scalar>> packs() const { return {packs_.data(), packs_for(count_)}; }

  // Takes the `count` examples index(0) .. index(count-1) of the set. count must not exceed the capacity.
  template <class Index>
  void gather(const ExampleSet& set, int count, Index&& index) {
    count_ = count;
    for (std::size_t p = 0; p < packs_for(count); ++p) {
      const int first = static_cast<int>(p) * width;
      packs_[p].count = std::min(width, count - first);
      const auto at = [&](int i) { return index(first + i); };
      gather_rows(set.inputs, packs_[p].count, at, packs_[p].input);
      gather_rows(set.desired, packs_[p].count, at, packs_[p].desired);
    }
  }

 private:
  static constexpr int width = ScalarTraits<Scalar>::width;

  static std::size_t packs_for(int examples) { return static_cast<std::size_t>((examples + width - 1) / width); }

  template <class At>
  static void gather_rows(const Eigen::MatrixXf& from, int count, const At& at, Vector<Scalar>& to) {
    for (int row = 0; row < from.rows(); ++row) {
      // Lanes beyond the last example repeat it.
      const auto value = [&](int i) { return from(row, at(std::min(i, count - 1))); };
      if constexpr (width == 1) {
        to[row] = value(0);
      } else {
        for (int part = 0, i = 0; part < Scalar::parts; ++part, i += 4)
          to[row].part[part] = Float4{value(i), value(i + 1), value(i + 2), value(i + 3)};
      }
    }
  }

  std::vector<Pack<Scalar>> packs_;
  int count_ = 0;
};

}  // namespace backprop
