#include "core/grid.hpp"

#include "catch.hpp"
#include "core/initializer.hpp"
#include "examples.hpp"

using namespace backprop;

namespace {

const std::vector<Feature> plain{Feature::of<X1>(), Feature::of<X2>()};

}  // namespace

TEST_CASE("the grid is a picture: x to the right, y up, its first row at the top") {
  const Network network(2, {}, {}, 1, OutputActivation::of<Tanh>());
  Flat<float> parameters(3);
  parameters << 0.1f, 0.01f, 0.05f;
  const int n = 4;  // cell centres at -4.5, -1.5, 1.5, 4.5
  std::vector<float> grid;
  neuron_grid(network, plain, parameters, whole_plane(6), n, 0, grid);
  REQUIRE(grid.size() == 3 * n * n);
  const float* x = grid.data();
  const float* y = x + n * n;
  const float* a = y + n * n;
  CHECK(x[0] == -4.5f);
  CHECK(x[n - 1] == 4.5f);
  CHECK(y[0] == 4.5f);
  CHECK(y[n * (n - 1)] == -4.5f);
  CHECK(a[1] == Approx(std::tanh(0.1 * -1.5 + 0.01 * 4.5 + 0.05)));
}

TEST_CASE("the grid has every neuron, at resolutions that do not fill a pack too") {
  const Network network(2, {3, 2}, {Activation::of<Relu>(), Activation::of<Sigmoid>()}, 1, OutputActivation::of<Sigmoid>());
  const Flat<float> parameters =
      initial_parameters(network, Initializer::of<NormalFanIn>(), BiasInitializer::of<ZeroBiases>(), 1);
  for (const int n : {1, 5, 50}) {
    std::vector<float> all;
    neuron_grid(network, plain, parameters, whole_plane(6), n, 0, all);
    std::vector<float> output;
    neuron_grid(network, plain, parameters, whole_plane(6), n, 3, output);
    REQUIRE(all.size() == static_cast<std::size_t>(n) * n * 8);
    REQUIRE(output.size() == static_cast<std::size_t>(n) * n);
    CHECK(std::equal(output.begin(), output.end(), all.end() - n * n));
    for (const float a : output) CHECK((a > 0 && a < 1));
  }
}

TEST_CASE("the grid's inputs are the features, over a plane of any size") {
  const Network network(2, {}, {}, 3, OutputActivation::of<Softmax>());
  const Flat<float> parameters = Flat<float>::LinSpaced(network.parameter_count(), -1, 1);
  std::vector<float> grid;
  neuron_grid(network, {Feature::of<Radius>(), Feature::of<SinX2>()}, parameters, whole_plane(10), 2, 0, grid);
  REQUIRE(grid.size() == 5 * 4);
  CHECK(grid[0] == Approx(std::sqrt(50)));
  CHECK(grid[4] == Approx(std::sin(5)));
  for (int cell = 0; cell < 4; ++cell) CHECK(grid[8 + cell] + grid[12 + cell] + grid[16 + cell] == Approx(1));
}

TEST_CASE("a window is a part of the plane, sampled as finely as the whole") {
  const Network network(2, {3, 2}, {Activation::of<Tanh>(), Activation::of<Sigmoid>()}, 1, OutputActivation::of<Tanh>());
  const Flat<float> parameters = 5 * some_parameters(network);
  const PlaneWindow window{2.3f, -4.1f, 0.1875f};
  const int n = 9;
  std::vector<float> grid;
  neuron_grid(network, plain, parameters, window, n, 0, grid);
  REQUIRE(grid.size() == 8 * n * n);
  Pack<double> point{Vector<double>(2), {}, 1};
  Trace<double> trace(network);
  for (int cell = 0; cell < n * n; ++cell) {
    const double column = cell % n + 0.5;
    const double row = cell / n + 0.5;
    point.input << window.x + window.half * (2 * column / n - 1), window.y + window.half * (1 - 2 * row / n);
    feedforward(network, parameters.cast<double>(), point, trace);
    int neuron = 0;
    for (const Vector<double>& layer : trace.activation)
      for (const double activation : layer) CHECK(grid[n * n * neuron++ + cell] == Approx(activation).margin(1e-5));
  }
}

TEST_CASE("the parts of the plane are the whole plane") {
  const Network network(2, {4}, {Activation::of<Relu>()}, 1, OutputActivation::of<Tanh>());
  const Flat<float> parameters = some_parameters(network);
  const int n = 8;
  std::vector<float> whole;
  neuron_grid(network, plain, parameters, whole_plane(6), 2 * n, 2, whole);
  for (const int right : {0, 1}) {
    for (const int down : {0, 1}) {
      std::vector<float> quarter;
      neuron_grid(network, plain, parameters, {right ? 3.f : -3.f, down ? -3.f : 3.f, 3}, n, 2, quarter);
      for (int row = 0; row < n; ++row) {
        const auto begin = whole.begin() + (down * n + row) * 2 * n + right * n;
        CHECK(std::equal(begin, begin + n, quarter.begin() + row * n));
      }
    }
  }
}
