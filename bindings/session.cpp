// A run as JavaScript may use it; the contract is backprop.d.ts. Bad values come back as problems or null, never as exceptions.
#include <cmath>
#include <limits>
#include <vector>

#include "core/cost_surface.hpp"
#include "core/example_trace.hpp"
#include "core/experiment_text.hpp"
#include "core/fingerprint.hpp"
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
#include "reports.hpp"
#include "to_js.hpp"

using namespace backprop;

namespace {

// MostResolution of the contract.
constexpr int most_resolution = 512;
// Of one grid: 64 MB, and as much again for JavaScript's copy.
constexpr int most_grid_numbers = 1 << 24;

class Session {
 public:
  Session() : trainer_(Experiment{}) {}

  // ---- settings

  val open(std::string text) {
    const Reading reading = read(text);
    trainer_ = Trainer(reading.experiment);
    return answer(reading, true);
  }

  val change(std::string text) { return configure(read(text, trainer_.experiment())); }

  val change_to(std::string link) {
    Reading reading = read(link);
    if (reading.experiment.own.empty()) reading.experiment.own = trainer_.experiment().own;
    return configure(reading);
  }

  val experiment() const { return to_js(trainer_.experiment()); }
  std::string link() const { return write(trainer_.experiment()); }

  // ---- training

  void reset() { trainer_.reset(); }

  val set_parameter(double at, double value) {
    const std::optional<std::string> refused = trainer_.set_parameter(number_of(at), value);
    return refused ? to_js(*refused) : val::null();
  }

  bool freeze(double at, bool frozen) {
    const int number = number_of(at);
    trainer_.freeze(number, frozen);
    return number >= 0;
  }

  val frozen() const { return typed_array(trainer_.progress().frozen); }

  // JavaScript's numbers are doubles; what is not a positive number of iterations, or no number that can be counted, trains
  // nothing.
  double train(double iterations) {
    constexpr double countable = 9007199254740992;  // 2^53
    if (!(iterations >= 1 && iterations <= countable)) return 0;
    return static_cast<double>(trainer_.train(static_cast<std::uint64_t>(iterations)));
  }

  val progress() const {
    const Progress& now = trainer_.progress();
    return object_of({{"epoch", val(static_cast<double>(now.epoch))},
                      {"iteration", val(static_cast<double>(now.iteration))},
                      {"iterationsPerEpoch", val(static_cast<double>(trainer_.iterations_per_epoch()))},
                      {"iterationsToEpochEnd", val(static_cast<double>(trainer_.iterations_to_epoch_end()))},
                      {"learningRate", val(trainer_.learning_rate())},
                      {"stop", to_js(trainer_.stop())}});
  }

  val save() const { return typed_array(trainer_.save()); }

  bool restore(val bytes) {
    constexpr double more_than_any_state = 1 << 24;
    if (!bytes.instanceof (val::global("Uint8Array"))) return false;
    const auto length = bytes["length"].as<double>();  // 0 too if its memory went to a worker: then it must not be touched
    if (length == 0 || length > more_than_any_state) return false;
    return trainer_.restore(emscripten::convertJSArrayToNumberVector<std::uint8_t>(bytes));
  }

  // ---- what there is to see

  val scores() {
    const Scores scores = trainer_.score();
    return object_of({{"training", to_js(scores.training)},
                      {"validation", to_js(scores.validation)},
                      {"test", to_js(scores.test)},
                      {"l1", val(scores.penalties.l1)},
                      {"l2", val(scores.penalties.l2)}});
  }

  val confusion() {
    const Scores scores = trainer_.score();
    const int classes = trainer_.experiment().classes;
    std::vector<std::int32_t> flat;
    for (const Score* score : {&scores.training, &scores.validation, &scores.test})
      for (int c = 0; c < classes; ++c)
        for (int d = 0; d < classes; ++d) flat.push_back(score->confusion[c][d]);
    return typed_array(flat);
  }

  val history(double from) const {
    const History& records = trainer_.history();
    const auto first = static_cast<std::size_t>(whole(from, 0, static_cast<int>(records.size())));
    constexpr std::size_t numbers = sizeof(Record) / sizeof(double);
    static_assert(numbers == 8 && sizeof(Record) % sizeof(double) == 0);
    return typed_array(reinterpret_cast<const double*>(records.data() + first), numbers * (records.size() - first));
  }

  val points() const {
    std::vector<float> flat;
    for (std::size_t i = 0; i < trainer_.points().size(); ++i) {
      const Point& p = trainer_.points()[i];
      flat.insert(flat.end(), {p.x, p.y, p.label, static_cast<float>(trainer_.parts()[i])});
    }
    return typed_array(flat);
  }

  val layer_sizes() const {
    std::vector<std::int32_t> sizes;
    for (int l = 0; l <= network().last(); ++l) sizes.push_back(network().neurons(l));
    return typed_array(sizes);
  }
  double plane_half() const { return backprop::plane_half(trainer_.points()); }
  val parameters() const { return typed_array(w()); }
  std::string fingerprint() const { return backprop::fingerprint(w()); }

  val grid(double resolution, double from, double x, double y, double half) {
    if (!(std::fabs(x) + half <= furthest && std::fabs(y) + half <= furthest)) return val::null();
    const PlaneWindow window{static_cast<float>(x), static_cast<float>(y), static_cast<float>(half)};
    if (!(window.half > 0)) return val::null();  // of a double that is 0 as a float as well
    const int side = whole(resolution, 1, most_resolution);
    const int first = whole(from, 0, network().last());
    int neurons = 0;
    for (int l = first; l <= network().last(); ++l) neurons += network().neurons(l);
    if (neurons > most_grid_numbers / (side * side)) return val::null();
    neuron_grid(network(), trainer_.experiment().features, w(), window, side, first, grid_);
    return typed_array(grid_);
  }

  // ---- backpropagation seen from inside

  val trace(double point) const {
    if (!is_point(point)) return val::null();
    const auto [part, i] = trainer_.example_of(static_cast<int>(point));
    const ExampleSet& set = trainer_.examples(part);
    const ExampleTrace trace = trace_example(network(), cost(), w(), set, i);
    return object_of({{"weightedInputs", to_js(trace.weighted_input)},
                      {"activations", to_js(trace.activation)},
                      {"derivatives", to_js(trace.derivative)},
                      {"errors", to_js(trace.error)},
                      {"gradient", typed_array(trace.gradient)},
                      {"costGradient", typed_array(trace.cost_gradient)},
                      {"desired", typed_array(set.desired.col(i).cast<double>().eval())},
                      {"cost", val(trace.cost)}});
  }

  val next_iteration() {
    const NextIteration next = backprop::next_iteration(trainer_);
    return object_of({{"points", typed_array(next.points)},
                      {"gradient", typed_array(next.gradient)},
                      {"penaltyGradient", typed_array(next.penalty_gradient)},
                      {"step", typed_array(next.step)},
                      {"cost", val(next.cost)}});
  }

  val layers() const { return to_js(report_layers(network(), cost(), w(), training())); }

  val milestones() const { return typed_array(trainer_.milestones().times()); }

  val layers_at(double milestone) const {
    const auto places = trainer_.milestones().places();
    if (!(milestone >= 0 && milestone < static_cast<double>(places.size()))) return val::null();
    return to_js(report_layers(network(), cost(), places[static_cast<std::size_t>(milestone)], training()));
  }

  val histograms(double bins) const {
    return array_of(layer_histograms(network(), w(), training(), whole(bins, 1, 1000)), [](const auto& h) { return to_js(h); });
  }

  val forecast() {
    const Forecast forecast = backprop::forecast(trainer_);
    return object_of(
        {{"batch", to_js(forecast.batch)}, {"training", to_js(forecast.training)}, {"stepNorm", val(forecast.step_norm)}});
  }

  val gradient_check(double first, double count) const { return checked(training(), penalties(), first, count); }

  val point_check(double point, double first, double count) const {
    if (!is_point(point)) return val::null();
    const auto [part, i] = trainer_.example_of(static_cast<int>(point));
    const ExampleSet& set = trainer_.examples(part);
    return checked({set.inputs.col(i), set.desired.col(i)}, Penalties{}, first, count);
  }

  val gradient_fan(double batch_size, double count, std::uint32_t seed) const {
    const GradientFan fan = backprop::gradient_fan(network(), cost(), w(), training(), whole(batch_size, 1, training().size()),
                                                   whole(count, 1, 1000), seed);
    return object_of(
        {{"fullNorm", val(fan.full_norm)}, {"cosines", typed_array(fan.cosines)}, {"norms", typed_array(fan.norms)}});
  }

  val costs_ahead(double steps, double count) {
    if (!(std::fabs(steps) <= furthest)) return val::null();
    return typed_array(backprop::costs_ahead(trainer_, steps, whole(count, 2, 256)));
  }

  val cost_surface(std::string kind, double reach, double resolution, std::uint32_t seed) {
    const bool along_path = kind == "path";
    if ((!along_path && kind != "random") || !is_reach(reach)) return val::null();
    return surface(w(),
                   along_path ? principal_directions(trainer_.path().places(), w()) : random_directions(network(), w(), seed),
                   reach, resolution);
  }

  val pair_surface(double first, double second, double u, double v, double reach, double resolution) {
    const int count = network().parameter_count();
    const int i = whole(first, 0, count - 1);
    const int j = whole(second, 0, count - 1);
    if (i == j || !is_reach(reach) || !(std::fabs(u) <= furthest && std::fabs(v) <= furthest)) return val::null();
    Flat<float> origin = w();
    origin[i] = origin[j] = 0;
    return surface(origin, axes(count, i, j), reach, resolution, u, v);
  }

  val folding(double mesh_side) const {
    const Experiment& experiment = trainer_.experiment();
    const FoldedPlane plane{backprop::plane_half(trainer_.points()), whole(mesh_side, 2, 128)};
    return array_of(fold(network(), experiment.features, w(), experiment.classes, trainer_.points(), plane),
                    [](const FoldingStage& stage) { return to_js(stage); });
  }

 private:
  const Network& network() const { return trainer_.network(); }
  const Flat<float>& w() const { return trainer_.progress().parameters; }
  const ExampleSet& training() const { return trainer_.training_set(); }
  Cost cost() const { return trainer_.experiment().cost; }
  Penalties penalties() const { return update_rule(trainer_.experiment()).penalties; }

  // -1 for what is no parameter: a neighbour's is not to be changed instead.
  int number_of(double at) const { return at >= 0 && at < network().parameter_count() ? static_cast<int>(at) : -1; }

  // From the middle of what is looked at; as far as a weight set by hand may be. Every number of it is a float.
  static constexpr double furthest = 1e6;

  bool is_point(double point) const { return point >= 0 && point < static_cast<double>(trainer_.points().size()); }

  val checked(const ExampleSet& set, const Penalties& added, double first, double count) const {
    const int parameters = network().parameter_count();
    const int from = whole(first, 0, parameters);
    const GradientCheck check =
        check_gradient(network(), cost(), added, w().cast<double>(), set, from, whole(count, 0, parameters - from));
    const std::vector<std::uint8_t> kinks(check.at_kink.begin(), check.at_kink.end());
    return object_of({{"first", val(check.first)},
                      {"byBackpropagation", typed_array(check.by_backpropagation)},
                      {"byDifference", typed_array(check.by_difference)},
                      {"relativeError", typed_array(check.relative_error)},
                      {"atKink", typed_array(kinks)},
                      {"worst", val(check.worst)},
                      {"worstAt", val(check.worst_at)}});
  }

  static bool is_reach(double reach) { return reach > 0 && reach <= furthest; }

  // Around u, v of the plane through `origin`.
  val surface(const Flat<float>& origin, const Directions& directions, double reach, double resolution, double u = 0,
              double v = 0) {
    const Flat<float> centre = origin + static_cast<float>(u) * directions.first + static_cast<float>(v) * directions.second;
    const std::vector<float> costs =
        backprop::cost_surface(network(), cost(), penalties(), training(), trainer_.experiment().classes, centre, directions,
                               reach, whole(resolution, 2, 256));
    std::vector<float> path;
    const auto add = [&](const Flat<float>& place) {
      const Spot spot = spot_on_plane(origin, directions, place);
      path.insert(path.end(), {spot.u, spot.v});
    };
    for (const Flat<float>& place : trainer_.path().places()) add(place);
    add(w());
    const SurfaceStep next = step_on_surface(trainer_, directions);
    return object_of({{"costs", typed_array(costs)},
                      {"path", typed_array(path)},
                      {"slope", typed_array(next.slope, 2)},
                      {"step", typed_array(next.step, 2)}});
  }

  val configure(const Reading& reading) {
    const bool restarted = trainer_.configure(reading.experiment);
    return answer(reading, restarted);
  }

  static val answer(const Reading& reading, bool restarted) {
    return object_of({{"problems", to_js(reading.problems)}, {"restarted", val(restarted)}});
  }

  Trainer trainer_;
  std::vector<float> grid_;  // room for pictures
};

}  // namespace

EMSCRIPTEN_BINDINGS(session) {
  emscripten::class_<Session>("Session")
      .constructor<>()
      .function("open", &Session::open)
      .function("change", &Session::change)
      .function("changeTo", &Session::change_to)
      .function("experiment", &Session::experiment)
      .function("link", &Session::link)
      .function("reset", &Session::reset)
      .function("setParameter", &Session::set_parameter)
      .function("freeze", &Session::freeze)
      .function("frozen", &Session::frozen)
      .function("train", &Session::train)
      .function("progress", &Session::progress)
      .function("save", &Session::save)
      .function("restore", &Session::restore)
      .function("scores", &Session::scores)
      .function("confusion", &Session::confusion)
      .function("history", &Session::history)
      .function("points", &Session::points)
      .function("layerSizes", &Session::layer_sizes)
      .function("planeHalf", &Session::plane_half)
      .function("parameters", &Session::parameters)
      .function("fingerprint", &Session::fingerprint)
      .function("grid", &Session::grid)
      .function("trace", &Session::trace)
      .function("nextIteration", &Session::next_iteration)
      .function("layers", &Session::layers)
      .function("milestones", &Session::milestones)
      .function("layersAt", &Session::layers_at)
      .function("histograms", &Session::histograms)
      .function("forecast", &Session::forecast)
      .function("gradientCheck", &Session::gradient_check)
      .function("pointCheck", &Session::point_check)
      .function("gradientFan", &Session::gradient_fan)
      .function("costsAhead", &Session::costs_ahead)
      .function("costSurface", &Session::cost_surface)
      .function("pairSurface", &Session::pair_surface)
      .function("folding", &Session::folding);
}
