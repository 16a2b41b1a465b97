#include "grid.hpp"

#include <algorithm>
#include <cstring>

namespace backprop {

void neuron_grid(const Network& network, const std::vector<Feature>& features, const Flat<float>& parameters,
                 const PlaneWindow& window, int resolution, int from, std::vector<float>& grid) {
  const int cells = resolution * resolution;
  const float cell = 2 * window.half / static_cast<float>(resolution);
  const float left = window.x - window.half;
  const float top = window.y + window.half;
  int neurons = 0;
  for (int l = from; l <= network.last(); ++l) neurons += network.neurons(l);

  constexpr int width = EvaluationLanes::width;
  grid.resize(static_cast<std::size_t>(neurons) * cells);
  Pack<EvaluationLanes> pack{Vector<EvaluationLanes>(network.neurons(0)), {}, width};
  Trace<EvaluationLanes> trace(network);
  int column = 0;
  int row = 0;
  for (int first = 0; first < cells; first += width) {
    float x[width];
    float y[width];
    for (int i = 0; i < width; ++i) {
      x[i] = left + cell * (static_cast<float>(column) + 0.5f);
      y[i] = top - cell * (static_cast<float>(row) + 0.5f);
      if (++column < resolution) continue;
      column = 0;
      ++row;
    }
    const auto x1 = EvaluationLanes::load(x);
    const auto x2 = EvaluationLanes::load(y);
    for (int k = 0; k < network.neurons(0); ++k) pack.input[k] = feature_value(features[k], x1, x2);
    feedforward(network, parameters, pack, trace);

    const int filled = std::min(width, cells - first);
    float* to = grid.data() + first;
    for (int l = from; l <= network.last(); ++l) {
      for (const EvaluationLanes& activation : trace.activation[l]) {
        // A copy of known length is a few moves, one of unknown length a call.
        if (filled == width) activation.store(to);
        else std::memcpy(to, activation.part, filled * sizeof(float));
        to += cells;
      }
    }
  }
}

}  // namespace backprop
