#include "experiment.hpp"

#include <algorithm>

#include "numbers.hpp"
#include "split.hpp"

namespace backprop {

namespace {

enum class Task { two_classes, classes, regression };

Task task_of(const Experiment& e) {
  return e.classes == 0 ? Task::regression : e.classes == 2 ? Task::two_classes : Task::classes;
}

// How many points there are of each stratum; strata as points_of gives them.
std::vector<int> stratum_sizes(const Experiment& e) {
  if (e.data == DataSet::of<OwnValues>()) return {static_cast<int>(e.own.size())};
  if (e.classes == 0) return {e.points};
  std::vector<int> sizes(e.classes, 0);
  if (e.data == DataSet::of<Own>()) {
    for (const Point& p : e.own) ++sizes[static_cast<int>(p.label)];
  } else {
    for (int c = 0; c < e.classes; ++c) sizes[c] = (e.points + e.classes - 1 - c) / e.classes;
  }
  return sizes;
}

}  // namespace

std::string range_text(const Field& field) { return "from " + number_text(field.low) + " to " + number_text(field.high); }

int classes_named_by(const Experiment& e) {
  int classes = 0;
  if (e.data == DataSet::of<Own>())
    for (const Point& p : e.own)
      if (p.label >= 0 && p.label < most_classes) classes = std::max(classes, static_cast<int>(p.label) + 1);
  return classes;
}

bool Named::has(std::string_view field) const { return std::find(fields_.begin(), fields_.end(), field) != fields_.end(); }

void follow(Experiment& e, const Experiment& before, const Named& named) {
  const bool other_points = e.data != before.data || (is_own(e.data) && named.has("own"));
  if (other_points && !named.has("classes")) e.classes = std::max(classes_of(e.data).usual, classes_named_by(e));
  if (task_of(e) != task_of(before)) {
    const bool two = e.classes == 2;
    if (!named.has("output"))
      e.output = e.classes == 0 ? OutputActivation::of<Linear>()
                 : two          ? OutputActivation::of<Tanh>()
                                : OutputActivation::of<Softmax>();
    if (!named.has("cost") && !(named.has("output") && pairs(e.cost, e.output)))
      e.cost = e.output == OutputActivation::of<Softmax>() ? Cost::of<LogLikelihood>() : Cost::of<Quadratic>();
  }
  if (named.has("schedule") && e.schedule != before.schedule) {
    const ScheduleSettings usual = e.schedule.visit([](auto kind) { return decltype(kind)::usual; });
    if (!named.has("scheduleFactor")) e.schedule_factor = usual.factor;
    if (!named.has("scheduleEpochs")) e.schedule_epochs = usual.epochs;
  }
  const std::size_t layers = std::min<std::size_t>(e.layers.size(), most_hidden_layers);
  const bool too_many = e.activations.size() > layers;
  const Activation last = e.activations.empty() ? Activation::of<Tanh>() : e.activations.back();
  if (!too_many || !named.has("activations")) e.activations.resize(layers, last);
}

std::vector<Problem> validate(const Experiment& experiment) {
  Experiment copy = experiment;
  return repair(copy);
}

Points points_of(const Experiment& e) {
  if (!is_own(e.data))
    return make_points({.set = e.data,
                        .classes = e.classes,
                        .count = e.points,
                        .noise = e.noise,
                        .label_noise = e.label_noise,
                        .seed = e.data_seed});
  Points points{e.own, std::vector<int>(e.own.size(), 0)};
  if (e.classes > 0)
    for (std::size_t i = 0; i < e.own.size(); ++i) points.strata[i] = static_cast<int>(e.own[i].label);
  return points;
}

PartSizes part_sizes(const Experiment& e) { return part_sizes(stratum_sizes(e), e.training, e.validation); }

Network make_network(const Experiment& e) {
  return {static_cast<int>(e.features.size()), e.layers, e.activations, output_neurons(e.output, e.classes), e.output};
}

UpdateRule update_rule(const Experiment& e) { return {e.optimizer, e.optimizer_settings, {e.l1, e.l2}, e.clip_norm}; }

double learning_rate(const Experiment& e, std::uint64_t epochs) {
  return e.learning_rate *
         e.schedule.visit([&](auto kind) { return decltype(kind)::factor(e.schedule_factor, e.schedule_epochs, epochs); });
}

}  // namespace backprop
