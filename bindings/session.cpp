// What JavaScript may call; the contract is backprop.d.ts. Everything that crosses is an owned copy: a view of the module's
// memory dies when that memory grows. Bad values come back as problems, never as exceptions.
#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <cmath>
#include <vector>

#include "core/experiment_text.hpp"
#include "core/fingerprint.hpp"
#include "core/grid.hpp"
#include "core/trainer.hpp"

namespace {

using namespace backprop;
using emscripten::val;

template <class Number>
val typed_array(const Number* numbers, std::size_t count) {
  return val(emscripten::typed_memory_view(count, numbers)).template call<val>("slice");
}

// ---- field values as JavaScript has them

val to_js(double value) { return val(value); }
val to_js(int value) { return val(value); }
val to_js(std::uint32_t value) { return val(value); }
template <class... Types>
val to_js(const Choice<Types...>& choice) {
  return val(std::string(choice.name()));
}
template <class Value>
val to_js(const std::vector<Value>& list) {
  val array = val::array();
  for (const Value& value : list) array.call<void>("push", to_js(value));
  return array;
}
val to_js(const Problem& problem) {
  val object = val::object();
  object.set("field", problem.field);
  object.set("message", problem.message);
  return object;
}
val to_js(const Score& score) {
  val object = val::object();
  object.set("cost", score.cost);
  object.set("accuracy", score.accuracy);
  return object;
}
val to_js(const Experiment& experiment) {
  val object = val::object();
  visit_fields(experiment, [&](const Field& field, const auto& value) { object.set(std::string(field.name), to_js(value)); });
  return object;
}

// ---- the catalogue: what can be chosen, and within which limits

template <class List>
val entries() {
  val array = val::array();
  for (const Entry& entry : List::entries) {
    val object = val::object();
    object.set("name", std::string(entry.name));
    object.set("label", std::string(entry.label));
    object.set("formula", std::string(entry.formula));
    array.call<void>("push", object);
  }
  return array;
}

template <class List>
val activation_entries() {
  val array = entries<List>();
  for (int i = 0; i < List::count; ++i) {
    const std::optional<Range> range = List::at(i).visit([](auto f) { return f.range; });
    val pair = val::null();
    if (range) {
      pair = val::array();
      pair.call<void>("push", range->low);
      pair.call<void>("push", range->high);
    }
    array[i].set("range", pair);
  }
  return array;
}

val catalogue() {
  val limits = val::object();
  const Experiment defaults;
  visit_fields(defaults, [&](const Field& field, const auto&) {
    if (field.low == field.high) return;
    val object = val::object();
    object.set("low", field.low);
    object.set("high", field.high);
    limits.set(std::string(field.name), object);
  });
  val object = val::object();
  object.set("defaults", to_js(defaults));
  object.set("limits", limits);
  object.set("mostHiddenLayers", most_hidden_layers);
  object.set("planeHalf", plane_half);
  object.set("data", entries<DataSet>());
  object.set("activations", activation_entries<Activation>());
  object.set("outputs", activation_entries<OutputActivation>());
  object.set("costs", entries<Cost>());
  return object;
}

// Thumbnails: a data set's points without a run.
val sample(std::string name, int count) {
  const auto set = DataSet::parse(name);
  if (!set || count < 1 || count > 10000) return val::null();
  std::vector<float> flat;
  for (const Point& p : make_points(*set, count, Experiment{}.noise, Experiment{}.data_seed))
    flat.insert(flat.end(), {p.x, p.y, static_cast<float>(p.label)});
  return typed_array(flat.data(), flat.size());
}

class Session {
 public:
  Session() : trainer_(Experiment{}) {}

  val open(std::string text) {
    const Reading reading = read(text);
    trainer_ = Trainer(reading.experiment);
    return answer(reading, true);
  }

  val change(std::string text) {
    const Reading reading = read(text, trainer_.experiment());
    const bool restarted = trainer_.configure(reading.experiment);
    return answer(reading, restarted);
  }

  val experiment() const { return to_js(trainer_.experiment()); }
  std::string link() const { return write(trainer_.experiment()); }

  void reset() { trainer_.reset(); }

  // JavaScript's numbers are doubles; what is not a positive number of iterations, or no number that can be counted, trains
  // nothing.
  double train(double iterations) {
    constexpr double countable = 9007199254740992;  // 2^53
    if (!(iterations >= 1 && iterations <= countable)) return 0;
    return static_cast<double>(trainer_.train(static_cast<std::uint64_t>(iterations)));
  }

  val progress() const {
    const Progress& now = trainer_.progress();
    val object = val::object();
    object.set("epoch", static_cast<double>(now.epoch));
    object.set("iteration", static_cast<double>(now.iteration));
    object.set("iterationsPerEpoch", static_cast<double>(trainer_.iterations_per_epoch()));
    object.set("iterationsToEpochEnd", static_cast<double>(trainer_.iterations_to_epoch_end()));
    object.set("divergedAt", trainer_.diverged() ? val(static_cast<double>(trainer_.diverged_at())) : val::null());
    return object;
  }

  val scores() {
    const Scores scores = trainer_.score();
    val object = val::object();
    object.set("training", to_js(scores.training));
    object.set("validation", to_js(scores.validation));
    object.set("test", to_js(scores.test));
    return object;
  }

  val history(int from) const {
    const History& records = trainer_.history();
    const std::size_t first = std::min(records.size(), static_cast<std::size_t>(std::max(0, from)));
    static_assert(sizeof(Record) == 4 * sizeof(double));
    return typed_array(reinterpret_cast<const double*>(records.data() + first), 4 * (records.size() - first));
  }

  val points() const {
    std::vector<float> flat;
    for (std::size_t i = 0; i < trainer_.points().size(); ++i) {
      const Point& p = trainer_.points()[i];
      flat.insert(flat.end(), {p.x, p.y, static_cast<float>(p.label), static_cast<float>(trainer_.parts()[i])});
    }
    return typed_array(flat.data(), flat.size());
  }

  val parameters() const {
    const Flat<float>& flat = trainer_.progress().parameters;
    return typed_array(flat.data(), static_cast<std::size_t>(flat.size()));
  }

  std::string fingerprint() const { return backprop::fingerprint(trainer_.progress().parameters); }

  val grid(int resolution, int from) const {
    const Network& network = trainer_.network();
    const std::vector<float> values = neuron_grid(network, trainer_.progress().parameters, std::clamp(resolution, 1, 512),
                                                  std::clamp(from, 0, network.last()));
    return typed_array(values.data(), values.size());
  }

  val save() const {
    const std::vector<std::uint8_t> bytes = trainer_.save();
    return typed_array(bytes.data(), bytes.size());
  }

  bool restore(val bytes) {
    constexpr double more_than_any_state = 1 << 20;
    if (!bytes.instanceof (val::global("Uint8Array")) || bytes["length"].as<double>() > more_than_any_state) return false;
    return trainer_.restore(emscripten::convertJSArrayToNumberVector<std::uint8_t>(bytes));
  }

 private:
  val answer(const Reading& reading, bool restarted) const {
    val problems = val::array();
    for (const Problem& problem : reading.problems) problems.call<void>("push", to_js(problem));
    val object = val::object();
    object.set("problems", problems);
    object.set("restarted", restarted);
    return object;
  }

  Trainer trainer_;
};

}  // namespace

EMSCRIPTEN_BINDINGS(backprop) {
  emscripten::function("catalogue", &catalogue);
  emscripten::function("sample", &sample);
  emscripten::class_<Session>("Session")
      .constructor<>()
      .function("open", &Session::open)
      .function("change", &Session::change)
      .function("experiment", &Session::experiment)
      .function("link", &Session::link)
      .function("reset", &Session::reset)
      .function("train", &Session::train)
      .function("progress", &Session::progress)
      .function("scores", &Session::scores)
      .function("history", &Session::history)
      .function("points", &Session::points)
      .function("parameters", &Session::parameters)
      .function("fingerprint", &Session::fingerprint)
      .function("grid", &Session::grid)
      .function("save", &Session::save)
      .function("restore", &Session::restore);
}
