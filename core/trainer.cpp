#include "trainer.hpp"

#include <algorithm>
#include <utility>

#include "batch_step.hpp"
#include "change.hpp"
#include "numbers.hpp"
#include "state_bytes.hpp"

namespace backprop {

Trainer::Trainer(const Experiment& experiment)
    : experiment_(experiment), network_(make_network(experiment)), data_(make_data(experiment)) {
  make_room();
  reset();
}
Trainer::~Trainer() = default;
Trainer::Trainer(Trainer&&) noexcept = default;
Trainer& Trainer::operator=(Trainer&&) noexcept = default;

void Trainer::make_room() {
  evaluators_.clear();
  for (const ExampleSet& set : data_.sets) evaluators_.emplace_back(network_, set, experiment_.classes);
  step_ = make_batch_step(network_, experiment_.batch_size);
  full_step_.reset();
  history_.reserve(1 << 12);  // so that no epoch stops to grow it for a long time
}

void Trainer::reset() {
  progress_ = Progress{};
  progress_.parameters = initial_parameters(network_, experiment_.initializer, experiment_.bias_initializer, experiment_.seed);
  progress_.optimizer = fresh_state<float>(experiment_.optimizer, network_.parameter_count());
  progress_.random_state = Random(experiment_.seed, Stream::order).state();
  begin_epoch();
  stop_.reset();
  history_.clear();
  begin_paths();
  const Scores scores = score();
  watch(scores.validation.cost);
  record(scores);
}

bool Trainer::configure(const Experiment& experiment) {
  const Experiment old = std::exchange(experiment_, experiment);
  const Network old_network = std::exchange(network_, make_network(experiment));
  if (!same_data(old, experiment)) data_ = make_data(experiment);
  make_room();
  // Before the first iteration nothing has been learned that could be kept, only what was set by hand: otherwise the run is the
  // one that the settings describe.
  const bool is_untouched =
      progress_.iteration == 0 && progress_.frozen.empty() &&
      (progress_.parameters == initial_parameters(old_network, old.initializer, old.bias_initializer, old.seed)).all();
  if (begins_new_run(old, experiment) || is_untouched) {
    reset();
    return true;
  }
  const bool same_shape = old_network.same_shape(network_) && old.features == experiment.features;
  const bool same_outputs = old_network.neurons(old_network.last()) == network_.neurons(network_.last());
  // Another number of outputs turns signs around (see transplant), which means nothing to moments and to what was frozen.
  if (!same_outputs) progress_.frozen.clear();
  if (old.optimizer != experiment.optimizer || !same_outputs)
    progress_.optimizer = fresh_state<float>(experiment.optimizer, old_network.parameter_count());
  if (!same_shape) {
    carry_over(old_network, inputs_from(old, experiment));
    begin_paths();
  }
  if (static_cast<int>(progress_.order.size()) != training_set().size()) begin_epoch();
  stop_.reset();
  const bool other_costs = !same_costs(old, experiment);
  if (other_costs) history_.clear();
  progress_.best = Best{};
  Scores scores = score();
  // The run may have been about to diverge. It goes on from where its costs were last finite, if that still fits.
  if (!is_usable(scores) && !other_costs && same_shape && old.optimizer == experiment.optimizer) {
    go_back();
    progress_.best = Best{};  // which may have been that of other points
    if (static_cast<int>(progress_.order.size()) != training_set().size()) begin_epoch();
    scores = score();
  }
  if (!is_usable(scores)) {
    reset();
    return true;
  }
  watch(scores.validation.cost);
  last_finite_ = progress_;
  if (other_costs) record(scores);
  return false;
}

// To the network as it is now: the parameters, the optimiser's moments, and which parameters are frozen.
void Trainer::carry_over(const Network& old_network, const std::vector<int>& inputs) {
  const auto carry = [&](Flat<float>& flat, const Flat<float>& fresh) {
    if (flat.size() > 0) flat = transplant(old_network, flat, network_, inputs, fresh);
  };
  const Flat<float> zeros = Flat<float>::Zero(network_.parameter_count());
  carry(progress_.parameters,
        initial_parameters(network_, experiment_.initializer, experiment_.bias_initializer, experiment_.seed));
  carry(progress_.optimizer.first, zeros);
  carry(progress_.optimizer.second, zeros);
  if (progress_.frozen.empty()) return;
  Flat<float> marks = Flat<float>::Zero(old_network.parameter_count());
  for (const std::int32_t at : progress_.frozen) marks[at] = 1;
  carry(marks, zeros);
  progress_.frozen.clear();
  for (int at = 0; at < marks.size(); ++at)
    if (marks[at] != 0) progress_.frozen.push_back(at);
}

std::optional<std::string> Trainer::set_parameter(int at, double value) {
  constexpr double most = 1e6;
  if (at < 0 || at >= network_.parameter_count())
    return "The network's " + std::to_string(network_.parameter_count()) +
           " weights and biases are numbered from 0; there is no such number.";
  if (!(value >= -most && value <= most)) return "A weight or a bias is a number from -1,000,000 to 1,000,000.";
  const bool firm = stands_firm();
  Flat<float> parameters = (firm ? progress_ : last_finite_).parameters;
  parameters[at] = static_cast<float>(value);
  const Scores scores = score(parameters);
  if (!is_usable(scores)) return "With " + number_text(value) + " the cost would no longer be a finite number.";
  if (!firm) go_back();
  progress_.parameters = std::move(parameters);
  go_on_with(scores);
  return std::nullopt;
}

void Trainer::freeze(int at, bool frozen) {
  if (at < 0 || at >= network_.parameter_count()) return;
  std::vector<std::int32_t>& list = progress_.frozen;
  if (std::binary_search(list.begin(), list.end(), at) == frozen) return;
  if (!stands_firm()) go_back();  // where the same ones are frozen
  const auto place = std::lower_bound(list.begin(), list.end(), at);
  if (frozen) list.insert(place, at);
  else list.erase(place);
  go_on_with(score());
}

// What the reader's hand takes hold of is a run that can go on: one about to diverge is first where its costs were last finite.
bool Trainer::stands_firm() { return is_usable(score()); }

// After a change by hand: nothing from before it comes back, neither the best parameters nor the last finite ones, and a curve
// that ends here ends with what the network now answers.
void Trainer::go_on_with(const Scores& scores) {
  stop_.reset();
  progress_.best = Best{};
  watch(scores.validation.cost);
  path_.add(static_cast<double>(progress_.iteration), progress_.parameters);
  const bool at_record =
      progress_.position == 0 && !history_.empty() && history_.back().epoch == static_cast<double>(progress_.epoch);
  if (at_record) record_again(scores);
  last_finite_ = progress_;
}

// Both always have a place.
void Trainer::begin_paths() {
  milestones_.begin(network_.parameter_count());
  milestones_.add(static_cast<double>(progress_.epoch), progress_.parameters);
  path_.begin(network_.parameter_count());
  path_.add(static_cast<double>(progress_.iteration), progress_.parameters);
}

void Trainer::begin_epoch() {
  const int size = training_set().size();
  if (static_cast<int>(progress_.order.size()) != size) progress_.order = in_order(size);
  Random random = Random::from_state(progress_.random_state);
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
  stop_ = epochs_rule(experiment_, now());
  const ExampleSet& set = training_set();
  const UpdateRule rule = update_rule(experiment_);
  double rate = learning_rate();
  for (std::uint64_t done = 0; done < iterations; ++done) {
    if (stop_) return done;
    const Batch batch = next_batch();
    Flat<float>& gradient = step_->gradient(network_, experiment_.cost, progress_.parameters, batch, next_dropout());
    descend(network_, rule, rate, gradient, progress_.optimizer, progress_.parameters, before_, progress_.frozen);
    ++progress_.iteration;
    // After each: in how many calls a run is trained is not to decide where it ends.
    if (!is_usable(progress_)) {
      roll_back(progress_.iteration);
      return done;
    }
    path_.add(static_cast<double>(progress_.iteration), progress_.parameters);
    progress_.position += batch.count;
    if (progress_.position < set.size()) continue;
    if (!finish_epoch()) return done;
    rate = learning_rate();
  }
  return iterations;
}

Batch Trainer::next_batch() const {
  const ExampleSet& set = training_set();
  const int count = std::min(experiment_.batch_size, set.size() - progress_.position);
  return {set, progress_.order.data() + progress_.position, count};
}

Dropout Trainer::next_dropout() const {
  if (experiment_.dropout == 0) return {};
  return {experiment_.dropout, Random(experiment_.seed, Stream::dropout, progress_.iteration)};
}

Flat<float> Trainer::next_parameters() {
  Flat<float> parameters = progress_.parameters;
  OptimizerState<float> optimizer = progress_.optimizer;
  Flat<float>& gradient = step_->gradient(network_, experiment_.cost, parameters, next_batch(), next_dropout());
  descend(network_, update_rule(experiment_), learning_rate(), gradient, optimizer, parameters, before_, progress_.frozen);
  return parameters;
}

// Returns false if the costs were found not to be finite.
bool Trainer::finish_epoch() {
  ++progress_.epoch;
  begin_epoch();
  const bool recorded = is_recorded(progress_.epoch);
  std::optional<Scores> scores;
  if (recorded || watches_costs(experiment_)) {
    scores = score();
    if (!is_usable(*scores)) {
      roll_back(progress_.iteration);
      return false;
    }
    watch(scores->validation.cost);
    if (recorded) record(*scores);
  }
  stop_ = stop_rule(scores);
  return true;
}

void Trainer::watch(double validation_cost) {
  if (experiment_.patience == 0) return;
  Best& best = progress_.best;
  if (best.parameters.size() == progress_.parameters.size() && !(validation_cost < best.validation)) return;
  best.validation = validation_cost;
  best.epoch = progress_.epoch;
  best.parameters = progress_.parameters;
}

std::optional<Stop> Trainer::stop_rule(const std::optional<Scores>& scores) {
  if (auto stop = epochs_rule(experiment_, now())) return stop;
  if (scores)
    if (auto stop = target_rule(experiment_, now(), scores->training.cost)) return stop;
  if (auto stop = patience_rule(experiment_, now(), progress_.best)) {
    double validation = scores->validation.cost;
    if (experiment_.restore_best) {
      progress_.parameters = progress_.best.parameters;
      progress_.optimizer = fresh_state<float>(experiment_.optimizer, network_.parameter_count());
      validation = progress_.best.validation;
    }
    // Whoever goes on gives it as many epochs again.
    progress_.best = Best{};
    watch(validation);
    if (experiment_.restore_best) record_again(score());
    last_finite_ = progress_;
    return stop;
  }
  if (experiment_.gradient_bound > 0) {
    Flat<float>& gradient = full_gradient();
    for (const std::int32_t at : progress_.frozen) gradient[at] = 0;  // the cost need not be flat where nothing moves
    return convergence_rule(experiment_, now(), norm(gradient));
  }
  return std::nullopt;
}

Flat<float>& Trainer::full_gradient() {
  const ExampleSet& set = training_set();
  if (!full_step_) full_step_ = make_batch_step(network_, set.size());
  if (static_cast<int>(everything_.size()) != set.size()) everything_ = in_order(set.size());
  const Batch batch{set, everything_.data(), set.size()};
  Flat<float>& gradient = full_step_->gradient(network_, experiment_.cost, progress_.parameters, batch, {});
  const Penalties penalties = update_rule(experiment_).penalties;
  if (penalties.any()) add_penalty_gradient(network_, penalties, progress_.parameters, gradient);
  return gradient;
}

void Trainer::go_back() {
  progress_ = last_finite_;
  path_.go_back(static_cast<double>(progress_.iteration));
}

void Trainer::roll_back(std::uint64_t failed_iteration) {
  go_back();
  stop_ = divergence(experiment_, failed_iteration, now());
}

// The parameters were changed after the epoch's end.
void Trainer::record_again(const Scores& scores) {
  if (history_.back().epoch == static_cast<double>(progress_.epoch)) history_.pop_back();
  record(scores);
}

void Trainer::record(const Scores& scores) {
  history_.push_back(record_of(progress_.epoch, scores, experiment_.classes));
  milestones_.add(static_cast<double>(progress_.epoch), progress_.parameters);
  last_finite_ = progress_;
}

Scores Trainer::score(const Flat<float>& parameters) {
  const auto of = [&](Part part) { return evaluators_[static_cast<int>(part)].score(network_, experiment_.cost, parameters); };
  const Penalties penalties = update_rule(experiment_).penalties;
  return {of(Part::training), of(Part::validation), of(Part::test),
          penalties.any() ? penalty_values(network_, penalties, parameters) : PenaltyValues{0, 0}};
}

std::vector<std::uint8_t> Trainer::save() const { return state_bytes(experiment_, progress_); }

bool Trainer::restore(const std::vector<std::uint8_t>& bytes) {
  std::optional<SavedState> saved = parse_state(bytes);
  if (!saved) return false;
  Trainer restored(saved->experiment);
  restored.progress_ = std::move(saved->progress);
  const Scores scores = restored.score();
  if (!is_usable(restored.progress_) || !is_usable(scores)) return false;
  restored.history_.clear();
  restored.begin_paths();
  restored.record(scores);
  *this = std::move(restored);
  return true;
}

}  // namespace backprop
