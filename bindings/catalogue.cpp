// What can be chosen, and within which limits: the page learns it from here and names nothing again.
#include "core/out_of_line.hpp"
#include "to_js.hpp"

using namespace backprop;

namespace {

template <class List>
val entries() {
  return array_of(List::entries, [](const Entry& entry) {
    return object_of({{"name", to_js(entry.name)}, {"label", to_js(entry.label)}, {"formula", to_js(entry.formula)}});
  });
}

template <class List>
val activation_entries() {
  val array = entries<List>();
  for (int i = 0; i < List::count; ++i) {
    const std::optional<Range> range = List::at(i).visit([](auto f) { return f.range; });
    array[i].set("range", range ? to_js(*range) : val::null());
  }
  return array;
}

val output_entries() {
  val array = activation_entries<OutputActivation>();
  for (int i = 0; i < OutputActivation::count; ++i) {
    array[i].set("desired", to_js(desired_range(OutputActivation::at(i))));
    array[i].set("regression", val(suits_regression(OutputActivation::at(i))));
  }
  return array;
}

// With the names of the settings that each uses.
template <class List>
val entries_with_uses() {
  val array = entries<List>();
  for (int i = 0; i < List::count; ++i)
    array[i].set("uses", List::at(i).visit([](auto kind) {
      return array_of(decltype(kind)::uses, [](std::string_view name) { return to_js(name); });
    }));
  return array;
}

// The names of the outputs of which that holds together with this cost.
val outputs_with(Cost cost, bool (*holds)(Cost, OutputActivation)) {
  std::vector<OutputActivation> outputs;
  for (int o = 0; o < OutputActivation::count; ++o)
    if (holds(cost, OutputActivation::at(o))) outputs.push_back(OutputActivation::at(o));
  return to_js(outputs);
}

val cost_entries() {
  val array = entries<Cost>();
  for (int c = 0; c < Cost::count; ++c) {
    array[c].set("outputs", outputs_with(Cost::at(c), pairs));
    array[c].set("collapsesWith", outputs_with(Cost::at(c), collapses));
  }
  return array;
}

val data_entries() {
  val array = entries<DataSet>();
  for (int i = 0; i < DataSet::count; ++i) {
    const Classes classes = classes_of(DataSet::at(i));
    array[i].set("classes",
                 object_of({{"usual", val(classes.usual)}, {"least", val(classes.least)}, {"most", val(classes.most)}}));
    array[i].set("own", val(is_own(DataSet::at(i))));
  }
  return array;
}

template <class Value>
constexpr bool is_whole(const Value&) {
  return std::is_same_v<Value, int> || std::is_same_v<Value, std::uint32_t> || std::is_same_v<Value, std::vector<int>>;
}

val catalogue() {
  const Experiment defaults;
  val limits = val::object();
  visit_fields(defaults, [&](const Field& field, const auto& value) BACKPROP_OUT_OF_LINE {  // many fields, few kinds
    if (field.low == field.high) return;
    limits.set(std::string(field.name),
               object_of({{"low", val(field.low)}, {"high", val(field.high)}, {"whole", val(is_whole(value))}}));
  });
  return object_of({
      {"defaults", to_js(defaults)},
      {"limits", limits},
      {"mostHiddenLayers", val(most_hidden_layers)},
      {"planeHalf", val(usual_plane_half)},
      {"data", data_entries()},
      {"features", entries<Feature>()},
      {"activations", activation_entries<Activation>()},
      {"outputs", output_entries()},
      {"initializers", entries<Initializer>()},
      {"biasInitializers", entries<BiasInitializer>()},
      {"costs", cost_entries()},
      {"optimizers", entries_with_uses<Optimizer>()},
      {"schedules", entries_with_uses<Schedule>()},
  });
}

// Thumbnails: a data set's points without a run.
val sample(std::string name, double count) {
  const auto set = DataSet::parse(name);
  if (!set || is_own(*set) || !(count >= 1 && count <= most_points)) return val::null();
  const Experiment defaults;
  std::vector<float> flat;
  const PointSettings settings{.set = *set,
                               .classes = classes_of(*set).usual,
                               .count = static_cast<int>(count),
                               .noise = defaults.noise,
                               .seed = defaults.data_seed};
  for (const Point& p : make_points(settings).points) flat.insert(flat.end(), {p.x, p.y, p.label});
  return typed_array(flat);
}

// For plots: sigma and sigma' at `count` places from low to high.
val activation_curve(std::string name, double low, double high, double count) {
  const auto sigma = Activation::parse(name);
  if (!sigma || !(count >= 2 && count <= most_points) || !std::isfinite(high - low)) return val::null();
  const int places = static_cast<int>(count);
  std::vector<double> values;
  std::vector<double> derivatives;
  for (int i = 0; i < places; ++i) {
    const double z = low + (high - low) * (static_cast<double>(i) / (places - 1));  // in this order nothing overflows
    const ActivationAt<double> at = sigma->visit([&](auto f) { return decltype(f)::at(z); });
    values.push_back(at.value);
    derivatives.push_back(at.derivative);
  }
  return object_of({{"values", typed_array(values)}, {"derivatives", typed_array(derivatives)}});
}

}  // namespace

EMSCRIPTEN_BINDINGS(catalogue) {
  emscripten::function("catalogue", &catalogue);
  emscripten::function("sample", &sample);
  emscripten::function("activationCurve", &activation_curve);
}
