#include "core/histogram.hpp"

#include <cmath>
#include <numeric>

#include "catch.hpp"
#include "examples.hpp"

using namespace backprop;

namespace {

int sum(const Histogram& histogram) { return std::accumulate(histogram.counts.begin(), histogram.counts.end(), 0); }

}  // namespace

TEST_CASE("histograms count each neuron with each example, in the bin where its value lies") {
  // One neuron, a = tanh(x), and tanh's slope is 1 - a^2: four examples, of which none is filler.
  const Network network(1, {1}, {Activation::of<Tanh>()}, 1, OutputActivation::of<Linear>());
  ExampleSet set{Eigen::MatrixXf(1, 4), Eigen::MatrixXf::Zero(1, 4)};
  set.inputs << -10, -0.1f, 0.1f, 0.2f;
  Flat<float> w(network.parameter_count());
  w << 1, 0, 3, 0;
  const auto histograms = layer_histograms(network, w, set, 4);
  REQUIRE(histograms.size() == 2);
  const Histogram& a = histograms[0].activations;
  CHECK(a.low == -1);
  CHECK(a.high == 1);
  CHECK(a.counts == std::vector<std::int32_t>{1, 1, 2, 0});
  REQUIRE(histograms[0].derivatives);
  CHECK(histograms[0].derivatives->low == 0);
  CHECK(histograms[0].derivatives->high == 1);
  CHECK(histograms[0].derivatives->counts == std::vector<std::int32_t>{1, 0, 0, 3});
  // The output 3a lies between -3 and 0.6: in powers of two, between -4 and 1, where -0.3 is below the last edge, -0.25. Its
  // slope is 1, the end of 0 to 1.
  CHECK(histograms[1].activations.low == -4);
  CHECK(histograms[1].activations.high == 1);
  CHECK(histograms[1].activations.counts == std::vector<std::int32_t>{1, 0, 1, 2});
  CHECK(histograms[1].derivatives->counts == std::vector<std::int32_t>{0, 0, 0, 4});
}

TEST_CASE("every activation's slopes lie within their histogram, and none is left out") {
  for (int i = 0; i < Activation::count; ++i) {
    const Activation sigma = Activation::at(i);
    CAPTURE(sigma.name());
    const Network network(2, {7}, {sigma}, 1, OutputActivation::of<Sigmoid>());
    const Flat<float> w = 20 * some_parameters(network);
    const ExampleSet set = some_examples(21, network.output());
    const LayerHistograms hidden = layer_histograms(network, w, set, 10)[0];
    CHECK(sum(hidden.activations) == 7 * 21);
    REQUIRE(hidden.derivatives);
    CHECK(sum(*hidden.derivatives) == 7 * 21);
    CHECK(hidden.derivatives->low <= 0);
    for (double z = -9; z <= 9; z += 0.01) {
      const double slope = sigma.visit([&](auto f) { return decltype(f)::at(z).derivative; });
      CHECK(slope <= hidden.derivatives->high + 0.01);
      CHECK(slope >= hidden.derivatives->low - 0.01);
    }
  }
}

TEST_CASE("the sigmoid's slopes end at a quarter, and softmax has none") {
  const Network network(2, {3}, {Activation::of<Sigmoid>()}, 3, OutputActivation::of<Softmax>());
  const Flat<float> w = Flat<float>::Zero(network.parameter_count());
  ExampleSet set{Eigen::MatrixXf::Ones(2, 5), Eigen::MatrixXf::Zero(3, 5)};
  const auto histograms = layer_histograms(network, w, set, 2);
  CHECK(histograms[0].derivatives->high == 0.25);
  CHECK(histograms[0].derivatives->counts == std::vector<std::int32_t>{0, 15});  // z = 0: the very end
  CHECK_FALSE(histograms[1].derivatives);
  CHECK(histograms[1].activations.counts == std::vector<std::int32_t>{15, 0});  // a third each
}

TEST_CASE("values that are not finite are left out, and layers that are silent still have some width") {
  const Network network(1, {1}, {Activation::of<Relu>()}, 1, OutputActivation::of<Linear>());
  ExampleSet set{Eigen::MatrixXf::Constant(1, 3, 1e30f), Eigen::MatrixXf::Zero(1, 3)};
  Flat<float> w(network.parameter_count());
  w << 1e30f, 0, 1, 0;
  CHECK(sum(layer_histograms(network, w, set, 3)[0].activations) == 0);
  w << -1, 0, 1, 0;
  const Histogram silent = layer_histograms(network, w, set, 3)[0].activations;
  CHECK(silent.low == 0);
  CHECK(silent.high == 1);
  CHECK(silent.counts == std::vector<std::int32_t>{3, 0, 0});
}
