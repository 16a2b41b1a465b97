#include "stopping.hpp"

#include "numbers.hpp"
#include "out_of_line.hpp"

namespace backprop {

namespace {

// `why()` makes the end of the sentence. Out of line, as it is seldom called: who is never stopped need not load the sentences.
template <class Why>
BACKPROP_OUT_OF_LINE Stop stop(std::string_view reason, Moment now, Why&& why) {
  return {reason, now, "Stopped at epoch " + std::to_string(now.epoch) + ": " + why()};
}

}  // namespace

std::optional<Stop> epochs_rule(const Experiment& e, Moment now) {
  if (e.stop_epochs == 0 || now.epoch < static_cast<std::uint64_t>(e.stop_epochs)) return std::nullopt;
  return stop("stopEpochs", now, [&] { return "the run was to last " + std::to_string(e.stop_epochs) + " epochs."; });
}

std::optional<Stop> target_rule(const Experiment& e, Moment now, double training_cost) {
  if (!(e.target_cost > 0 && training_cost <= e.target_cost)) return std::nullopt;
  return stop("targetCost", now, [&] {
    return "the training cost, " + rounded_text(training_cost) + ", has reached the target of " + number_text(e.target_cost) +
           ".";
  });
}

std::optional<Stop> patience_rule(const Experiment& e, Moment now, const Best& best) {
  if (e.patience == 0 || now.epoch - best.epoch < static_cast<std::uint64_t>(e.patience)) return std::nullopt;
  return stop("patience", now, [&] {
    return "the validation cost has not improved for " + std::to_string(e.patience) + " epochs; it was best, " +
           rounded_text(best.validation) + ", at epoch " + std::to_string(best.epoch) +
           (e.restore_best ? ", whose weights and biases are back." : ".");
  });
}

std::optional<Stop> convergence_rule(const Experiment& e, Moment now, double gradient_norm) {
  if (!(e.gradient_bound > 0 && gradient_norm < e.gradient_bound)) return std::nullopt;
  return stop("gradientBound", now, [&] {
    return "the norm of the gradient over the training set is below " + number_text(e.gradient_bound) +
           ": the cost is as good as flat here.";
  });
}

Stop divergence(const Experiment& e, std::uint64_t failed, Moment restored) {
  return {"diverged",
          {restored.epoch, failed},
          "Training left all bounds at iteration " + std::to_string(failed) +
              ": the steps were too long and carried the weights away. The network is back at epoch " +
              std::to_string(restored.epoch) + ", where its cost was last finite. Lower the learning rate, now " +
              number_text(e.learning_rate) + ", to go on."};
}

}  // namespace backprop
