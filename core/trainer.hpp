// A run: an experiment's data, its network, and how far training has come.
//
// Iteration: one mini-batch forward and back, one update. Epoch: one complete pass through the training set, in a new random
// order each time. A last batch that the training set does not fill is a smaller batch.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "experiment.hpp"
#include "history.hpp"
#include "metrics.hpp"
#include "random.hpp"
#include "split.hpp"

namespace backprop {

// Where training stands: with the experiment, all that decides how it goes on.
struct Progress {
  Flat<float> parameters;
  std::uint64_t epoch = 0;          // completed
  std::uint64_t iteration = 0;      // completed, since the start of the run
  int position = 0;                 // examples of the present epoch already used
  std::vector<std::int32_t> order;  // the training examples in the present epoch's order
  std::uint64_t random_state = 0;   // of the generator that shuffles them
};

struct Scores {
  Score training, validation, test;
};

class BatchStep;  // the training step at one pack width

class Trainer {
 public:
  // The experiment must be valid (see validate); so also for configure.
  explicit Trainer(const Experiment& experiment);
  ~Trainer();
  Trainer(Trainer&&) noexcept;
  Trainer& operator=(Trainer&&) noexcept;

  // Goes on under changed settings with what was learned. A layer or neuron added or removed keeps the weights that
  // survive. Another data set or another seed begins a new run, and this returns true.
  bool configure(const Experiment& experiment);

  // Back to the experiment's initial weights.
  void reset();

  // Performs up to `iterations` iterations and returns how many. Fewer means that the run diverged: then progress is back at
  // the last record with finite costs, and `diverged` holds until the next call that trains or configures.
  std::uint64_t train(std::uint64_t iterations);
  bool diverged() const { return diverged_; }
  std::uint64_t diverged_at() const { return diverged_at_; }  // the iteration that failed

  Scores score();
  std::uint64_t iterations_per_epoch() const;
  std::uint64_t iterations_to_epoch_end() const;

  const Experiment& experiment() const { return experiment_; }
  const Network& network() const { return network_; }
  const Progress& progress() const { return progress_; }
  const History& history() const { return history_; }
  const std::vector<Point>& points() const { return points_; }
  const std::vector<Part>& parts() const { return parts_; }
  const ExampleSet& training_set() const { return sets_[0]; }

  // The whole state as bytes, and back: training goes on as if it had never stopped, bit for bit. The history and the point to
  // which a run that diverges goes back are not part of it: a restored run goes back no further than to here. restore returns
  // false, and changes nothing, if the bytes are not such a state or its costs are not finite.
  std::vector<std::uint8_t> save() const;
  bool restore(const std::vector<std::uint8_t>& bytes);

 private:
  void make_data();
  void make_room();
  void begin_epoch();
  Record measure();
  void record();
  bool finish_epoch();
  void roll_back(std::uint64_t failed_iteration);

  Experiment experiment_;
  Network network_;
  std::vector<Point> points_;
  std::vector<Part> parts_;
  ExampleSet sets_[3];                 // by Part
  std::vector<Evaluator> evaluators_;  // by Part
  std::unique_ptr<BatchStep> step_;
  Progress progress_;
  Progress last_finite_;
  History history_;
  bool diverged_ = false;
  std::uint64_t diverged_at_ = 0;
};

}  // namespace backprop
