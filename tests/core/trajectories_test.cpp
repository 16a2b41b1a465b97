// Training held against PyTorch and against the book's own formulas; see tests/golden/README.md.
#include <fstream>
#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "core/dropout.hpp"
#include "core/example_trace.hpp"
#include "core/experiment.hpp"
#include "core/experiment_text.hpp"

using namespace backprop;
using nlohmann::json;

namespace {

json read_json(const std::string& name) {
  std::ifstream file(std::string(GOLDEN_FOLDER) + "/" + name);
  REQUIRE(file);
  return json::parse(file);
}

// Columns are examples.
Eigen::MatrixXf matrix(const json& rows) {
  const auto list = rows.get<std::vector<std::vector<float>>>();
  Eigen::MatrixXf m(list.at(0).size(), list.size());
  for (std::size_t i = 0; i < list.size(); ++i)
    m.col(static_cast<Eigen::Index>(i)) = Eigen::Map<const Eigen::VectorXf>(list[i].data(), m.rows());
  return m;
}

ExampleSet example_set(const json& task) { return {matrix(task["inputs"]), matrix(task["desired"])}; }

template <class Real>
Flat<Real> flat(const json& list) {
  const auto values = list.get<std::vector<Real>>();
  return Eigen::Map<const Flat<Real>>(values.data(), static_cast<Eigen::Index>(values.size()));
}

Experiment experiment_of(const json& c) {
  const Reading reading = read(c["settings"].get<std::string>());
  CAPTURE(c["settings"]);
  for (const Problem& problem : reading.problems) UNSCOPED_INFO(problem.message);
  CHECK(reading.problems.empty());
  return reading.experiment;
}

Network network_of(const Experiment& e, const ExampleSet& set) {
  return {static_cast<int>(set.inputs.rows()), e.layers, e.activations, static_cast<int>(set.desired.rows()), e.output};
}

// Puts the case's masks for the examples first, first + 1, .. of a batch into the trace.
template <class Scalar>
void put_masks(const json& masks_of_batch, double p, int first, const Network& network, Trace<Scalar>& trace) {
  constexpr int width = ScalarTraits<Scalar>::width;
  using Real = RealOf<Scalar>;
  trace.mask.resize(network.last());
  for (int l = 1; l < network.last(); ++l) {
    trace.mask[l].resize(network.neurons(l));
    for (int j = 0; j < network.neurons(l); ++j) {
      Real lanes[width];
      for (int i = 0; i < width; ++i) {
        const bool there = first + i < static_cast<int>(masks_of_batch.size());
        const bool kept = there && masks_of_batch[first + i][l - 1].get<std::string>()[j] == '1';
        lanes[i] = kept ? static_cast<Real>(1 / (1 - p)) : 0;
      }
      if constexpr (width == 1) trace.mask[l][j] = lanes[0];
      else trace.mask[l][j] = Scalar::load(lanes);
    }
  }
}

template <class Real>
double worst_relative(const Flat<Real>& found, const Flat<double>& expected) {
  if (!found.isFinite().all()) return std::numeric_limits<double>::infinity();  // maxCoeff passes over NaN
  const double size = expected.abs().maxCoeff();
  return (found.template cast<double>() - expected).abs().maxCoeff() / size;
}

// The case's 50 iterations in one precision; the largest error of the parameters beside PyTorch's, wherever the file has them.
template <class Scalar>
double follow_trajectory(const json& c, const json& task, const char* precision) {
  using Real = RealOf<Scalar>;
  const Experiment e = experiment_of(c);
  const ExampleSet set = example_set(task);
  const Network network = network_of(e, set);
  const UpdateRule rule = update_rule(e);
  Flat<Real> w = flat<Real>(c["initial"]);
  REQUIRE(w.size() == network.parameter_count());
  OptimizerState<Real> state = fresh_state<Real>(e.optimizer, network.parameter_count());
  Flat<Real> gradient(network.parameter_count());
  Flat<Real> before;
  Examples<Scalar> examples(network.neurons(0), network.neurons(network.last()), set.size());
  Trace<Scalar> trace(network);
  constexpr int iterations_per_epoch = 5;
  double worst = 0;
  std::size_t compared = 0;
  for (int i = 0; i < 50; ++i) {
    const auto batch = task["batches"][i].get<std::vector<int>>();
    examples.gather({set, batch.data(), static_cast<int>(batch.size())});
    if (std::is_same_v<Real, double>) {
      const double cost = mean_cost<Scalar>(network, e.cost, w, examples, trace);
      if (e.dropout == 0) CHECK(cost == Approx(c["float64"]["costs"][i].get<double>()).epsilon(1e-9));
    }
    const auto masks = [&](int pack) {
      if (e.dropout > 0) put_masks(c["masks"][i], e.dropout, pack * ScalarTraits<Scalar>::width, network, trace);
    };
    backpropagate(network, e.cost, w, examples, trace, gradient, masks);
    descend(network, rule, learning_rate(e, i / iterations_per_epoch), gradient, state, w, before);
    const json& checkpoints = c[precision]["parameters"];
    if (const auto there = checkpoints.find(std::to_string(i + 1)); there != checkpoints.end()) {
      worst = std::max(worst, worst_relative(w, flat<double>(*there)));
      ++compared;
    }
  }
  REQUIRE(compared > 0);
  CHECK(compared == c[precision]["parameters"].size());
  return worst;
}

}  // namespace

TEST_CASE("fifty iterations go where PyTorch goes, with every optimiser, schedule, penalty, activation and cost") {
  const json file = read_json("trajectories.json");
  std::vector<std::string> seen;
  for (const json& c : file["cases"]) {
    CAPTURE(c["name"], c["settings"]);
    const json& task = file["tasks"][c["task"].get<std::string>()];
    CHECK(follow_trajectory<double>(c, task, "float64") < 1e-9);
    CHECK(follow_trajectory<Lanes<4>>(c, task, "float32") < 1e-4);
    CHECK(follow_trajectory<Lanes<8>>(c, task, "float32") < 1e-4);
    seen.push_back(write(experiment_of(c)) + "&" + c["settings"].get<std::string>());
  }
  // Whatever the core knows, the file has a case for.
  const auto covered = [&](const std::string& setting) {
    return std::any_of(seen.begin(), seen.end(),
                       [&](const std::string& text) { return text.find(setting) != std::string::npos; });
  };
  for (const Entry& entry : Optimizer::entries) CHECK(covered("optimizer=" + std::string(entry.name)));
  for (const Entry& entry : Schedule::entries) CHECK(covered("schedule=" + std::string(entry.name)));
  for (const Entry& entry : Activation::entries) CHECK(covered("activations=" + std::string(entry.name)));
  for (const Entry& entry : Cost::entries) CHECK(covered("cost=" + std::string(entry.name)));
  for (const Entry& entry : OutputActivation::entries) CHECK(covered("output=" + std::string(entry.name)));
  for (const char* setting : {"l1=", "l2=", "clipNorm=", "dropout="}) CHECK(covered(setting));
}

TEST_CASE("BP1 to BP4 give what the book's formulas give") {
  const json file = read_json("nielsen.json");
  REQUIRE(file["cases"].size() >= 4);
  for (const json& c : file["cases"]) {
    const Experiment e = experiment_of(c);
    CAPTURE(c["settings"]);
    const ExampleSet set = example_set(c);
    const Network network = network_of(e, set);
    const Flat<float> w = flat<float>(c["parameters"]);
    Flat<double> mean = Flat<double>::Zero(network.parameter_count());
    double cost = 0;
    for (int i = 0; i < set.size(); ++i) {
      const ExampleTrace trace = trace_example(network, e.cost, w, set, i);
      const json& expected = c["examples"][i];
      for (int l = 1; l <= network.last(); ++l) {
        CHECK(worst_relative<double>(trace.weighted_input[l].array(), flat<double>(expected["z"][l - 1])) < 1e-12);
        CHECK(worst_relative<double>(trace.activation[l].array(), flat<double>(expected["a"][l - 1])) < 1e-12);
        CHECK(worst_relative<double>(trace.error[l].array(), flat<double>(expected["delta"][l - 1])) < 1e-12);
      }
      mean += trace.gradient / set.size();
      cost += trace.cost / set.size();
    }
    CHECK(worst_relative<double>(mean, flat<double>(c["gradient"])) < 1e-12);
    CHECK(cost == Approx(c["cost"].get<double>()).epsilon(1e-12));
  }
}
