#include "grid.hpp"

#include <algorithm>
#include <cstring>

#include "dataset.hpp"

namespace backprop {

std::vector<float> neuron_grid(const Network& network, const Flat<float>& parameters, int resolution, int from) {
  const int cells = resolution * resolution;
  const float cell = 2 * plane_half / static_cast<float>(resolution);
  int neurons = 0;
  for (int l = from; l <= network.last(); ++l) neurons += network.neurons(l);

  constexpr int width = EvaluationLanes::width;
  std::vector<float> grid(static_cast<std::size_t>(neurons) * cells);
  Pack<EvaluationLanes> pack{Vector<EvaluationLanes>(2), Vector<EvaluationLanes>(1), width};
  Trace<EvaluationLanes> trace(network);
  for (int first = 0; first < cells; first += width) {
    float x[width];
    float y[width];
    for (int i = 0; i < width; ++i) {
      x[i] = -plane_half + cell * (static_cast<float>((first + i) % resolution) + 0.5f);
      y[i] = plane_half - cell * (static_cast<float>((first + i) / resolution) + 0.5f);
    }
    pack.input << EvaluationLanes::load(x), EvaluationLanes::load(y);
    feedforward(network, parameters, pack, trace);

    const int filled = std::min(width, cells - first);
    float* to = grid.data() + first;
    for (int l = from; l <= network.last(); ++l) {
      for (const EvaluationLanes& activation : trace.activation[l]) {
        float values[width];
        activation.store(values);
        std::memcpy(to, values, filled * sizeof(float));
        to += cells;
      }
    }
  }
  return grid;
}

}  // namespace backprop
