#include "core/grid.hpp"

#include "catch.hpp"
#include "core/initializer.hpp"

using namespace backprop;

TEST_CASE("the grid is a picture: x to the right, y up, its first row at the top") {
  const Network network(2, {}, {}, 1, OutputActivation::of<Tanh>());
  Flat<float> parameters(3);
  parameters << 0.1f, 0.01f, 0.05f;
  const int n = 4;  // cell centres at -4.5, -1.5, 1.5, 4.5
  const auto grid = neuron_grid(network, parameters, n, 0);
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
  const Flat<float> parameters = initial_parameters(network, 1);
  for (const int n : {1, 5, 50}) {
    const auto all = neuron_grid(network, parameters, n, 0);
    const auto output = neuron_grid(network, parameters, n, 3);
    REQUIRE(all.size() == static_cast<std::size_t>(n) * n * 8);
    REQUIRE(output.size() == static_cast<std::size_t>(n) * n);
    CHECK(std::equal(output.begin(), output.end(), all.end() - n * n));
    for (const float a : output) CHECK((a > 0 && a < 1));
  }
}
