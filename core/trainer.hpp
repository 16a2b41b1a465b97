// A run: an experiment's data, its network, and how far training has come.
//
// Iteration: one mini-batch forward and back, one update. Epoch: one complete pass through the training set, in a new random
// order each time. A last batch that the training set does not fill is a smaller batch.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "data.hpp"
#include "experiment.hpp"
#include "history.hpp"
#include "path.hpp"
#include "progress.hpp"
#include "random.hpp"
#include "scores.hpp"
#include "stopping.hpp"

namespace backprop {

class BatchStep;  // the training step at one pack width
struct Batch;
struct Dropout;

class Trainer {
 public:
  // The experiment must be valid (see validate); so also for configure.
  explicit Trainer(const Experiment& experiment);
  ~Trainer();
  Trainer(Trainer&&) noexcept;
  Trainer& operator=(Trainer&&) noexcept;

  // Goes on under changed settings with what was learned. A layer or neuron added or removed, or another choice of inputs,
  // keeps the weights that survive (see transplant); another optimiser begins without moments. Another data set, number of
  // classes, initialiser or seed begins a new run. So does a change that leaves no usable costs, and any change before the
  // first iteration, unless parameters were set or frozen by hand. Then this returns true.
  bool configure(const Experiment& experiment);

  // Back to the experiment's initial parameters: the run that its link begins, so that nothing is frozen any more.
  void reset();

  // Gives parameter number `at` a value by hand. Nothing comes back, or the sentence that says why the value was refused; a
  // refused one changes nothing. The parameter's moments stay, as in PyTorch: momentum soon forgets the old place, and a mean
  // of squares that began anew, while the powers of beta go on, would make steps several times too long.
  std::optional<std::string> set_parameter(int at, double value);
  // From now on training leaves that parameter as it is, with its moments, or no longer so.
  void freeze(int at, bool frozen);

  // Performs up to `iterations` iterations and returns how many. Fewer means that a rule stopped the run, or that it diverged:
  // then progress is back at the last record with finite costs. `stop` says which, until the next call that trains or
  // configures.
  std::uint64_t train(std::uint64_t iterations);
  const std::optional<Stop>& stop() const { return stop_; }

  Scores score() { return score(progress_.parameters); }
  std::uint64_t iterations_per_epoch() const;
  std::uint64_t iterations_to_epoch_end() const;
  double learning_rate() const { return backprop::learning_rate(experiment_, progress_.epoch); }  // of the present epoch

  // The gradient of C with its penalties over the whole training set, without dropout. The reference holds until the next call.
  Flat<float>& full_gradient();

  // The examples of the next iteration, and the parameters it would lead to.
  Batch next_batch() const;
  Flat<float> next_parameters();

  const Experiment& experiment() const { return experiment_; }
  const Network& network() const { return network_; }
  const Progress& progress() const { return progress_; }
  const History& history() const { return history_; }
  const Path& path() const { return path_; }              // the parameters after each iteration, thinned out
  const Path& milestones() const { return milestones_; }  // and at recorded epochs
  const std::vector<Point>& points() const { return data_.points; }
  const std::vector<Part>& parts() const { return data_.parts; }
  const ExampleSet& examples(Part part) const { return data_.examples(part); }
  std::pair<Part, int> example_of(int point) const { return data_.example_of(point); }
  const ExampleSet& training_set() const { return examples(Part::training); }

  // The whole state as bytes, and back: training goes on as if it had never stopped, bit for bit. The history and the point to
  // which a run that diverges goes back are not part of it: a restored run goes back no further than to here. restore returns
  // false, and changes nothing, if the bytes are not such a state, or one of a run that has diverged in the middle of an epoch.
  std::vector<std::uint8_t> save() const;
  bool restore(const std::vector<std::uint8_t>& bytes);

 private:
  void make_room();
  void carry_over(const Network& old_network, const std::vector<int>& inputs);
  void begin_paths();
  void begin_epoch();
  void record(const Scores& scores);
  bool finish_epoch();
  void watch(double validation_cost);
  std::optional<Stop> stop_rule(const std::optional<Scores>& scores);
  void go_back();
  void roll_back(std::uint64_t failed_iteration);
  bool stands_firm();
  Scores score(const Flat<float>& parameters);
  void go_on_with(const Scores& scores);
  void record_again(const Scores& scores);
  Dropout next_dropout() const;
  Moment now() const { return {progress_.epoch, progress_.iteration}; }

  Experiment experiment_;
  Network network_;
  Data data_;
  std::vector<Evaluator> evaluators_;  // by Part
  std::unique_ptr<BatchStep> step_;
  std::unique_ptr<BatchStep> full_step_;  // over the whole training set; made when it is first asked for
  std::vector<std::int32_t> everything_;  // 0, 1, .. for it
  Flat<float> before_;                    // room for the parameters before an update
  Progress progress_;
  Progress last_finite_;
  History history_;
  Path path_, milestones_;
  std::optional<Stop> stop_;
};

}  // namespace backprop
