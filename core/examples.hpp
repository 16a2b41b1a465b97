// Examples in the form in which the network takes them.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "network.hpp"
#include "random.hpp"

namespace backprop {

// Points with their desired outputs, as plain numbers: column i is example i.
struct ExampleSet {
  Eigen::MatrixXf inputs;   // inputs x examples
  Eigen::MatrixXf desired;  // outputs x examples

  int size() const { return static_cast<int>(inputs.cols()); }
};

// The examples order[0] .. order[count-1] of a set. There may be none, but not for a BatchStep.
struct Batch {
  const ExampleSet& set;
  const std::int32_t* order;
  int count;
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
  // Empty, with room for so many.
  Examples(int inputs, int outputs, int capacity)
      : packs_(packs_for(capacity), Pack<Scalar>{Vector<Scalar>(inputs), Vector<Scalar>(outputs), 0}) {}
  explicit Examples(const Batch& batch)
      : Examples(static_cast<int>(batch.set.inputs.rows()), static_cast<int>(batch.set.desired.rows()), batch.count) {
    gather(batch);
  }
  // The whole set, in its order.
  explicit Examples(const ExampleSet& set) : Examples(Batch{set, in_order(set.size()).data(), set.size()}) {}

  int count() const { return count_; }
  std::span<const Pack<Scalar>> packs() const { return {packs_.data(), packs_for(count_)}; }

  // Takes the examples of a batch, of which there must be no more than there is room for.
  void gather(const Batch& batch) {
    count_ = batch.count;
    int first = 0;
    for (Pack<Scalar>& pack : std::span(packs_.data(), packs_for(count_))) {
      pack.count = std::min(width, count_ - first);
      // Lanes beyond the last example repeat it.
      const auto column = [&](int lane) { return batch.order[std::min(first + lane, count_ - 1)]; };
      for (int lane = 0; lane < width; lane += 4) {
        // In double there is one example to a pack: the other three columns are not used.
        const std::array<int, 4> columns{column(lane), column(lane + 1), column(lane + 2), column(lane + 3)};
        put(batch.set.inputs, columns, lane, pack.input);
        put(batch.set.desired, columns, lane, pack.desired);
      }
      first += width;
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
