#include "trainer.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "batch_step.hpp"
#include "initializer.hpp"
#include "optimizer.hpp"
#include "state_bytes.hpp"

namespace backprop {

namespace {

bool same_data(const Experiment& a, const Experiment& b) {
  return a.data == b.data && a.points == b.points && a.noise == b.noise && a.data_seed == b.data_seed &&
         a.training == b.training && a.validation == b.validation && a.output == b.output;
}

bool begins_new_run(const Experiment& a, const Experiment& b) {
  return a.data != b.data || a.data_seed != b.data_seed || a.seed != b.seed;
}

ExampleSet part_of(const std::vector<Point>& points, const std::vector<Part>& parts, Part part, Range range) {
  const auto size = std::count(parts.begin(), parts.end(), part);
  ExampleSet set{Eigen::MatrixXf(2, size), Eigen::MatrixXf(1, size)};
  for (std::size_t i = 0, column = 0; i < points.size(); ++i) {
    if (parts[i] != part) continue;
    const auto to = static_cast<Eigen::Index>(column++);
    set.inputs.col(to) << points[i].x, points[i].y;
    set.desired(0, to) = points[i].label == 1 ? range.high : range.low;
  }
  return set;
}

// Whether every entry is far from overflow, which also leaves out infinities and NaN: beyond 1e18 nothing learns any more, and
// the next cost would overflow. The bits of magnitudes compare as integers, which a compiler turns into vectors.
bool is_finite(const Flat<float>& gradient) {
  const auto magnitude = [](float value) {
    std::uint32_t bits;  // libc++ 13, which Debian 12's Emscripten brings, has no std::bit_cast
    std::memcpy(&bits, &value, sizeof bits);
    return bits & 0x7fffffffu;
  };
  std::uint32_t largest = 0;
  for (const float entry : gradient) largest = std::max(largest, magnitude(entry));
  return largest < magnitude(1e18f);
}

bool is_finite(const Record& r) { return std::isfinite(r.training) && !std::isinf(r.validation) && !std::isinf(r.test); }

}  // namespace

Trainer::Trainer(const Experiment& experiment) : experiment_(experiment), network_(make_network(experiment)) {
  make_data();
  make_room();
  reset();
}
Trainer::~Trainer() = default;
Trainer::Trainer(Trainer&&) noexcept = default;
Trainer& Trainer::operator=(Trainer&&) noexcept = default;

void Trainer::make_data() {
  points_ = make_points(experiment_.data, experiment_.points, experiment_.noise, experiment_.data_seed);
  parts_ = split_points(points_, experiment_.training, experiment_.validation, experiment_.data_seed);
  for (const Part part : {Part::training, Part::validation, Part::test})
    sets_[static_cast<int>(part)] = part_of(points_, parts_, part, output_range(experiment_.output));
}

void Trainer::make_room() {
  evaluators_.clear();
  for (const ExampleSet& set : sets_) evaluators_.emplace_back(network_, set);
  step_ = make_batch_step(network_, experiment_.batch_size);
}

void Trainer::reset() {
  progress_ = Progress{};
  progress_.parameters = initial_parameters(network_, experiment_.seed);
  progress_.random_state = Random(experiment_.seed, Stream::order).state();
  begin_epoch();
  diverged_ = false;
  history_.clear();
  record();
}

bool Trainer::configure(const Experiment& experiment) {
  const Experiment old = std::exchange(experiment_, experiment);
  const Network old_network = std::exchange(network_, make_network(experiment));
  if (!same_data(old, experiment)) make_data();
  make_room();
  if (begins_new_run(old, experiment)) {
    reset();
    return true;
  }
  if (!old_network.same_shape(network_)) {
    const Flat<float> fresh = initial_parameters(network_, experiment_.seed);
    progress_.parameters = transplant(old_network, progress_.parameters, network_, fresh);
  }
  if (static_cast<int>(progress_.order.size()) != training_set().size()) begin_epoch();
  diverged_ = false;
  // Costs of another kind cannot stand in one curve.
  const bool other_costs = old.cost != experiment.cost || old.output != experiment.output;
  if (other_costs) history_.clear();
  if (is_finite(measure())) {
    last_finite_ = progress_;
    if (other_costs) record();
    return false;
  }
  // The run was about to diverge. It goes on from where its costs were last finite, if that still fits the network.
  if (!other_costs && old_network.same_shape(network_)) {
    progress_ = last_finite_;
    if (static_cast<int>(progress_.order.size()) != training_set().size()) begin_epoch();
    if (is_finite(measure())) return false;
  }
  reset();
  return true;
}

void Trainer::begin_epoch() {
  const int size = training_set().size();
  if (static_cast<int>(progress_.order.size()) != size) {
    progress_.order.resize(size);
    for (int i = 0; i < size; ++i) progress_.order[i] = i;
  }
  Random random(0, Stream::order);
  random.set_state(progress_.random_state);
  random.shuffle(progress_.order);
  progress_.random_state = random.state();
  progress_.position = 0;
}

std::uint64_t Trainer::iterations_per_epoch() const {
  const int m = experiment_.batch_size;
  return static_cast<std::uint64_t>((training_set().size() + m - 1) / m);
}

std::uint64_t Trainer::iterations_to_epoch_end() const {
  const int m = experiment_.batch_size;
  return static_cast<std::uint64_t>((training_set().size() - progress_.position + m - 1) / m);
}

std::uint64_t Trainer::train(std::uint64_t iterations) {
  diverged_ = false;
  const ExampleSet& set = training_set();
  const auto rate = static_cast<float>(experiment_.learning_rate);
  for (std::uint64_t done = 0; done < iterations; ++done) {
    const int count = std::min(experiment_.batch_size, set.size() - progress_.position);
    const Flat<float>& gradient = step_->gradient(network_, experiment_.cost, progress_.parameters, set,
                                                  progress_.order.data() + progress_.position, count);
    if (!is_finite(gradient)) {
      roll_back(progress_.iteration + 1);
      return done;
    }
    descend(progress_.parameters, gradient, rate);
    ++progress_.iteration;
    progress_.position += count;
    if (progress_.position == set.size() && !finish_epoch()) return done;
  }
  return iterations;
}

// Returns false if the costs were found not to be finite.
bool Trainer::finish_epoch() {
  ++progress_.epoch;
  begin_epoch();
  if (!is_recorded(progress_.epoch)) return true;
  record();
  if (is_finite(history_.back())) return true;
  history_.pop_back();
  roll_back(progress_.iteration);
  return false;
}

void Trainer::roll_back(std::uint64_t failed_iteration) {
  diverged_ = true;
  diverged_at_ = failed_iteration;
  progress_ = last_finite_;
}

Record Trainer::measure() {
  const Scores scores = score();
  return {static_cast<double>(progress_.epoch), scores.training.cost, scores.validation.cost, scores.test.cost};
}

void Trainer::record() {
  history_.push_back(measure());
  if (is_finite(history_.back())) last_finite_ = progress_;
}

Scores Trainer::score() {
  const auto of = [&](Part part) {
    return evaluators_[static_cast<int>(part)].score(network_, experiment_.cost, progress_.parameters);
  };
  return {of(Part::training), of(Part::validation), of(Part::test)};
}

std::vector<std::uint8_t> Trainer::save() const { return state_bytes(experiment_, progress_); }

bool Trainer::restore(const std::vector<std::uint8_t>& bytes) {
  std::optional<SavedState> saved = parse_state(bytes);
  if (!saved) return false;
  Trainer restored(saved->experiment);
  restored.progress_ = std::move(saved->progress);
  if (!is_finite(restored.measure())) return false;
  restored.history_.clear();
  restored.record();
  *this = std::move(restored);
  return true;
}

}  // namespace backprop
