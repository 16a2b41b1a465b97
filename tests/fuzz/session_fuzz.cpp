// A run under everything that a page may ask of it, in any order: what bindings/session.cpp does, without JavaScript around it.
// After each step the run still stands on its feet.
#include <algorithm>
#include <bit>
#include <cmath>
#include <optional>

#include "core/cost_surface.hpp"
#include "core/example_trace.hpp"
#include "core/experiment_text.hpp"
#include "core/folding.hpp"
#include "core/forecast.hpp"
#include "core/gradient_check.hpp"
#include "core/gradient_fan.hpp"
#include "core/grid.hpp"
#include "core/histogram.hpp"
#include "core/layer_report.hpp"
#include "core/next_iteration.hpp"
#include "core/surface_step.hpp"
#include "core/trainer.hpp"
#include "inputs.hpp"

using namespace backprop;

namespace {

using Bytes = std::vector<std::uint8_t>;

// Keeps a run small enough for thousands of them in a second.
Experiment small(Experiment e) {
  constexpr int most_points = 60;
  e.points = std::min(e.points, most_points);
  if (e.own.size() > most_points) e.own.resize(most_points);
  int left = 16;  // neurons
  for (int& neurons : e.layers) {
    neurons = std::clamp(neurons % 8, 1, std::max(left, 1));
    left -= neurons;
  }
  repair(e);
  return e;
}

bool all_finite(const Flat<float>& numbers) { return numbers.isFinite().all(); }

class Session {
 public:
  explicit Session(FuzzedDataProvider& from) : from_(from), trainer_(small(read(some_text(from, 8)).experiment)) {}

  void step() {
    switch (from_.ConsumeIntegralInRange(0, 22)) {
      case 0: return open();
      case 1:
      case 2:
      case 3:
      case 4: return change();
      case 5:
      case 6:
      case 7: return train();
      case 8: return trainer_.reset();
      case 9:
      case 10: return save();
      case 11: return restore_saved();
      case 12: return restore_changed();
      case 13: return grid();
      case 14: return trace();
      case 15: return layers();
      case 16: return look_ahead();
      case 17: return check_some();
      case 18: return surface();
      case 19: return folded();
      case 20:
      case 21: return by_hand();
      default: return expect(trainer_.full_gradient().size() == network().parameter_count(), "a gradient of all parameters");
    }
  }

  void expect_sound_settings() {
    const Experiment& e = trainer_.experiment();
    const std::vector<Problem> problems = validate(e);
    expect(problems.empty(), "a valid experiment", problems.empty() ? "" : problems.front().message);
    const std::string link = write(e);
    expect(write(read(link).experiment) == link, "a link that leads back", link);
  }

  // Costs are looked at where they are recorded: in the middle of an epoch a run that diverges may not have been caught yet.
  bool is_looked_after() const { return trainer_.progress().position == 0 && is_recorded(trainer_.progress().epoch); }

  bool has_usable_costs() { return is_usable(trainer_.score()); }

  void expect_sound() {
    const Experiment& e = trainer_.experiment();
    const Progress& now = trainer_.progress();
    const int count = network().parameter_count();
    expect(network().last() == static_cast<int>(e.layers.size()) + 1, "a network of the layers asked for");
    expect(network().neurons(0) == static_cast<int>(e.features.size()), "an input for each feature");
    expect(w().size() == count && all_finite(w()), "finite parameters of the network");
    expect(now.optimizer.first.size() == (moments(e.optimizer) >= 1 ? count : 0) && all_finite(now.optimizer.first),
           "finite first moments");
    expect(now.optimizer.second.size() == (moments(e.optimizer) >= 2 ? count : 0) && all_finite(now.optimizer.second),
           "finite second moments");
    expect(now.best.parameters.size() == (e.patience > 0 ? count : 0) || e.patience == 0, "best parameters of the network");
    expect(training().size() > 0 && static_cast<int>(now.order.size()) == training().size(), "an order of the examples");
    expect(now.position >= 0 && now.position < training().size(), "a place in the epoch");
    expect(trainer_.parts().size() == trainer_.points().size(), "a part for each point");
    const std::uint64_t left = trainer_.iterations_to_epoch_end();
    expect(left >= 1 && left <= trainer_.iterations_per_epoch(), "iterations to the end of the epoch");
    expect(std::isfinite(trainer_.learning_rate()) && trainer_.learning_rate() >= 0, "a learning rate");
    if (is_looked_after()) expect(has_usable_costs(), "costs to go on from", write(e));
    expect(!trainer_.history().empty() && std::isfinite(trainer_.history().back().training), "a record");
    const auto places = trainer_.milestones().places();
    expect(!places.empty(), "a path");
    for (const Flat<float>& place : places) expect(place.size() == count && all_finite(place), "places of finite parameters");
    if (trainer_.stop()) expect(trainer_.stop()->sentence.back() == '.', "a sentence on why the run stopped");
  }

 private:
  void open() {
    const Experiment e = small(read(some_text(from_, 8)).experiment);
    trainer_ = Trainer(e);
    expect_sound_settings();
  }

  void change() {
    trainer_.configure(small(read(some_text(from_, 4), trainer_.experiment()).experiment));
    expect_sound_settings();
  }

  void train() {
    const auto most = from_.ConsumeIntegralInRange<std::uint64_t>(1, 50);
    const std::uint64_t done = trainer_.train(most);
    expect(done == most || trainer_.stop(), "a reason to have stopped");
  }

  // What was saved can be restored and goes on as the run itself does.
  void save() {
    if (!is_looked_after() && !has_usable_costs()) return;  // then restore refuses it
    saved_ = trainer_.save();
    if (trainer_.progress().iteration >= std::uint64_t{1} << 53) return;  // only reached by states made up below
    Trainer other(Experiment{});
    expect(other.restore(saved_), "a state that can be restored", write(trainer_.experiment()));
    expect(other.save() == saved_, "the same state again");
    const std::uint64_t most = from_.ConsumeIntegralInRange<std::uint64_t>(0, 10);
    const std::uint64_t done = trainer_.train(most);
    const bool diverged = trainer_.stop() && trainer_.stop()->reason == "diverged";
    expect(other.train(done) == done || diverged, "as many iterations of both");
    // A run that diverged goes back to its last record, a restored one to where it was restored.
    if (!diverged && done == most) expect(other.save() == trainer_.save(), "two runs that go the same way");
  }

  void restore_saved() {
    if (!saved_.empty()) expect(trainer_.restore(saved_), "a state that can be restored");
  }

  // Whatever bytes are accepted are a run.
  void restore_changed() {
    Bytes bytes = saved_.empty() ? trainer_.save() : saved_;
    std::uint32_t length = 0;
    std::memcpy(&length, bytes.data() + 8, sizeof length);
    const std::size_t counters = 12 + length;  // epoch, iteration, the generator's state: 8 bytes each; 4 of position
    for (int changes = from_.ConsumeIntegralInRange(1, 4); changes > 0; --changes) {
      switch (from_.ConsumeIntegralInRange(0, 5)) {
        case 0: bytes.resize(from_.ConsumeIntegralInRange<std::size_t>(0, bytes.size() + 9)); break;
        case 1: put(bytes, counters + 8 * from_.ConsumeIntegralInRange(0, 3), from_.ConsumeIntegral<std::uint64_t>()); break;
        case 2: {
          // The same large number of epochs and of iterations: consistent, and absurd.
          const auto many = from_.ConsumeIntegral<std::uint64_t>() >> from_.ConsumeIntegralInRange(0, 20);
          put(bytes, counters, many);
          put(bytes, counters + 8, many);
          break;
        }
        case 3:
        case 4: {
          constexpr float odd[] = {0, 1, -1, 1e-45f, 1e18f, -1e18f, 3e38f, -3e38f, 1e30f, INFINITY, NAN};
          const std::size_t places = (bytes.size() - std::min(bytes.size(), counters)) / 4;
          if (places > 0)
            put(bytes, bytes.size() - 4 * from_.ConsumeIntegralInRange<std::size_t>(1, places), from_.PickValueInArray(odd));
          break;
        }
        default: put(bytes, from_.ConsumeIntegralInRange<std::size_t>(0, bytes.size()), from_.ConsumeIntegral<std::uint8_t>());
      }
    }
    const Bytes before = trainer_.save();
    if (!trainer_.restore(bytes)) return expect(trainer_.save() == before, "a run that a refused state leaves alone");
    expect_sound_settings();
    expect_sound();
    trainer_.configure(small(trainer_.experiment()));  // a changed text may have made it large
  }

  template <class Value>
  static void put(Bytes& bytes, std::size_t at, Value value) {
    if (at + sizeof value <= bytes.size()) std::memcpy(bytes.data() + at, &value, sizeof value);
  }

  void by_hand() {
    const int at = from_.ConsumeIntegralInRange(-1, network().parameter_count());
    const bool is_one = at >= 0 && at < network().parameter_count();
    if (from_.ConsumeBool()) {
      trainer_.freeze(at, from_.ConsumeBool());
      return;
    }
    const double value = from_.PickValueInArray({0.0, -0.5, 3.0, 1e6, -1e6, 1.1e6, 1e-45, static_cast<double>(NAN)});
    const auto refused = trainer_.set_parameter(at, value);
    if (!refused) expect(is_one && w()[at] == static_cast<float>(value), "the value that was set");
    // Whatever was frozen stays as it is.
    const std::vector<std::int32_t> frozen = trainer_.progress().frozen;
    const Flat<float> before = w();
    if (trainer_.train(1) == 1)
      for (const std::int32_t i : frozen) expect(w()[i] == before[i], "a frozen parameter");
  }

  void grid() {
    const auto resolution = from_.ConsumeIntegralInRange(1, 9);
    const auto first = from_.ConsumeIntegralInRange(0, network().last());
    const float x = from_.PickValueInArray({0.f, -0.3f, 1e6f});
    const float half = from_.PickValueInArray({plane_half(trainer_.points()), 1e-3f, 1e-45f, 1e6f});
    std::vector<float> cells;
    neuron_grid(network(), trainer_.experiment().features, w(), {x, -x, half}, resolution, first, cells);
    std::size_t neurons = 0;
    for (int l = first; l <= network().last(); ++l) neurons += network().neurons(l);
    expect(cells.size() == neurons * resolution * resolution, "a cell for each place and neuron");
  }

  void trace() {
    const auto point = from_.ConsumeIntegralInRange<std::size_t>(0, trainer_.points().size() - 1);
    const auto [part, i] = trainer_.example_of(static_cast<int>(point));
    expect(i < trainer_.examples(part).size(), "an example of its set");
    trace_example(network(), cost(), w(), trainer_.examples(part), i);
  }

  void look_ahead() {
    const Bytes before = trainer_.save();
    forecast(trainer_);
    next_iteration(trainer_);
    gradient_fan(network(), cost(), w(), training(), from_.ConsumeIntegralInRange(1, training().size()),
                 from_.ConsumeIntegralInRange(1, 3), from_.ConsumeIntegral<std::uint32_t>());
    expect(trainer_.save() == before, "a run that looking ahead leaves alone");
  }

  void check_some() {
    const int count = network().parameter_count();
    const int first = from_.ConsumeIntegralInRange(0, count);
    const Penalties penalties = update_rule(trainer_.experiment()).penalties;
    check_gradient(network(), cost(), penalties, w().cast<double>(), training(), first, std::min(3, count - first));
  }

  void layers() {
    expect(report_layers(network(), cost(), w(), training()).size() > 0, "a report of layers");
    const auto places = trainer_.milestones().places();
    expect(trainer_.milestones().times().size() == places.size(), "an epoch for each place");
    const Flat<float>& place = places[from_.ConsumeIntegralInRange<std::size_t>(0, places.size() - 1)];
    expect(report_layers(network(), cost(), place, training()).size() > 0, "a report of earlier layers");
    for (const LayerHistograms& histograms : layer_histograms(network(), w(), training(), from_.ConsumeIntegralInRange(1, 40)))
      expect(histograms.activations.low < histograms.activations.high, "a histogram of some width");
  }

  void surface() {
    const auto path = trainer_.path().places();
    expect(!path.empty(), "a path");
    const bool along_path = from_.ConsumeBool();
    const Directions directions = along_path ? principal_directions(path, w())
                                             : random_directions(network(), w(), from_.ConsumeIntegral<std::uint32_t>());
    const Flat<float>& centre = w();
    const Penalties penalties = update_rule(trainer_.experiment()).penalties;
    const double reach = from_.PickValueInArray({1.0, 0.001, 100.0, 1e300});
    cost_surface(network(), cost(), penalties, training(), trainer_.experiment().classes, centre, directions, reach, 3);
    for (const Flat<float>& place : path) spot_on_plane(centre, directions, place);
    const Bytes before = trainer_.save();
    step_on_surface(trainer_, directions);
    costs_ahead(trainer_, reach, 2);
    expect(trainer_.save() == before, "a run that looking ahead leaves alone");
  }

  void folded() {
    const Experiment& e = trainer_.experiment();
    const FoldedPlane plane{plane_half(trainer_.points()), 3};
    const auto stages = fold(network(), e.features, w(), e.classes, trainer_.points(), plane);
    for (const FoldingStage& stage : stages) {
      expect(stage.points.size() == 2 * trainer_.points().size(), "every point in every stage");
      expect(stage.mesh.size() == 2 * 9, "every place of the mesh in every stage");
    }
  }

  const Network& network() const { return trainer_.network(); }
  const Flat<float>& w() const { return trainer_.progress().parameters; }
  const ExampleSet& training() const { return trainer_.training_set(); }
  Cost cost() const { return trainer_.experiment().cost; }

  FuzzedDataProvider& from_;
  Trainer trainer_;
  Bytes saved_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzedDataProvider from(data, size);
  Session session(from);
  session.expect_sound();
  for (int steps = 0; steps < 8 && from.remaining_bytes() > 0; ++steps) {
    session.step();
    session.expect_sound();
  }
  return 0;
}
