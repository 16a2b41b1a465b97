// Examples in the form in which the network takes them.
#pragma once

#include <algorithm>
#include <array>
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
      // Lanes beyond the last example repeat it.
      const auto column = [&](int lane) { return index(std::min(first + lane, count - 1)); };
      for (int lane = 0; lane < width; lane += 4) {
        // In double there is one example to a pack: the other three columns are not used.
        const std::array<int, 4> columns{column(lane), column(lane + 1), column(lane + 2), column(lane + 3)};
        put(set.inputs, columns, lane, packs_[p].input);
        put(set.desired, columns, lane, packs_[p].desired);
      }
    }
  }

 private:
  static constexpr int width = ScalarTraits<Scalar>::width;

  static std::size_t packs_for(int examples) { return static_cast<std::size_t>((examples + width - 1) / width); }

  // Puts four columns into the lanes from `lane` on.
  static void put(const Eigen::MatrixXf& from, const std::array<int, 4>& columns, int lane, Vector<Scalar>& to) {
    for (int row = 0; row < from.rows(); ++row) {
      if constexpr (width == 1) to[row] = from(row, columns[0]);
      else
        to[row].part[lane / 4] =
            Float4{from(row, columns[0]), from(row, columns[1]), from(row, columns[2]), from(row, columns[3])};
    }
  }

  std::vector<Pack<Scalar>> packs_;
  int count_ = 0;
};

}  // namespace backprop
