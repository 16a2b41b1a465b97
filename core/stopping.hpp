// When training ends by itself, and the sentence that says why. Each rule is off where its setting is 0.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "experiment.hpp"

namespace backprop {

struct Moment {
  std::uint64_t epoch = 0, iteration = 0;
};

struct Stop {
  std::string_view reason;  // "diverged", or the name of the field whose rule it was
  Moment at;
  std::string sentence;
};

// The best validation cost so far and the parameters that had it; kept while the patience rule is on.
struct Best {
  double validation = std::numeric_limits<double>::infinity();
  std::uint64_t epoch = 0;
  Flat<float> parameters;
};

// Whether a rule looks at the costs of every epoch, even of those that are not recorded.
inline bool watches_costs(const Experiment& e) { return e.target_cost > 0 || e.patience > 0; }

std::optional<Stop> epochs_rule(const Experiment& e, Moment now);
std::optional<Stop> target_rule(const Experiment& e, Moment now, double training_cost);
std::optional<Stop> patience_rule(const Experiment& e, Moment now, const Best& best);
std::optional<Stop> convergence_rule(const Experiment& e, Moment now, double gradient_norm);

// With the iteration `failed` weights, moments or costs left their bounds; the run went back to `restored`.
Stop divergence(const Experiment& e, std::uint64_t failed, Moment restored);

}  // namespace backprop
