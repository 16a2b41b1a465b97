#include "scores.hpp"

#include <cmath>

namespace backprop {

namespace {

constexpr double too_large = 1e15;

// Empty sets have no cost.
bool is_usable(const Score& score) { return score.examples == 0 || std::fabs(score.cost) < too_large; }

double quality(const Score& score, int classes) { return classes > 0 ? score.accuracy : score.r_squared; }

}  // namespace

bool is_usable(const Scores& s) {
  return is_usable(s.training) && is_usable(s.validation) && is_usable(s.test) && s.penalties.l1 + s.penalties.l2 < too_large;
}

Record record_of(std::uint64_t epoch, const Scores& s, int classes) {
  return {static_cast<double>(epoch),
          s.training.cost,
          s.validation.cost,
          s.test.cost,
          s.penalties.l1 + s.penalties.l2,
          quality(s.training, classes),
          quality(s.validation, classes),
          quality(s.test, classes)};
}

}  // namespace backprop
