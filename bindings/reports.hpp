// What a session reports of its run, as JavaScript has it; the contract is backprop.d.ts.
#pragma once

#include <optional>
#include <vector>

#include "core/folding.hpp"
#include "core/forecast.hpp"
#include "core/histogram.hpp"
#include "core/layer_report.hpp"
#include "core/scores.hpp"
#include "core/stopping.hpp"
#include "to_js.hpp"

namespace backprop {

inline val to_js(const Score& score) {
  return object_of({{"cost", val(score.cost)},
                    {"accuracy", val(score.accuracy)},
                    {"rSquared", val(score.r_squared)},
                    {"rmse", val(score.rmse)}});
}

inline val to_js(const CostChange& change) {
  return object_of({{"predicted", val(change.predicted)}, {"actual", val(change.actual)}});
}

inline val to_js(const LayerReport& r) {
  return object_of({{"errorNorm", val(r.error_norm)},
                    {"weightGradientNorm", val(r.weight_gradient_norm)},
                    {"biasGradientNorm", val(r.bias_gradient_norm)},
                    {"weightNorm", val(r.weight_norm)},
                    {"saturated", val(r.saturated)},
                    {"dead", val(r.dead)},
                    {"shrinkageByWeights", val(r.shrinkage_by_weights)},
                    {"shrinkageByDerivative", val(r.shrinkage_by_derivative)}});
}

inline val to_js(const std::vector<LayerReport>& reports) {
  return array_of(reports, [](const LayerReport& report) { return to_js(report); });
}

inline val to_js(const Histogram& h) {
  return object_of({{"low", val(h.low)}, {"high", val(h.high)}, {"counts", typed_array(h.counts)}});
}

inline val to_js(const LayerHistograms& h) {
  return object_of(
      {{"activations", to_js(h.activations)}, {"derivatives", h.derivatives ? to_js(*h.derivatives) : val::null()}});
}

inline val to_js(const std::vector<Vector<double>>& layers) {
  return array_of(layers, [](const Vector<double>& layer) { return typed_array(layer); });
}

inline val to_js(const std::optional<Stop>& stop) {
  if (!stop) return val::null();
  return object_of({{"reason", to_js(stop->reason)},
                    {"sentence", to_js(stop->sentence)},
                    {"epoch", val(static_cast<double>(stop->at.epoch))},
                    {"iteration", val(static_cast<double>(stop->at.iteration))}});
}

inline const char* name_of(FoldingStep step) {
  switch (step) {
    case FoldingStep::plane: return "plane";
    case FoldingStep::features: return "features";
    case FoldingStep::weights: return "weights";
    case FoldingStep::biases: return "biases";
    case FoldingStep::activation: return "activation";
    case FoldingStep::turned: return "turned";
  }
  return "";
}

inline val to_js(const FoldingStage& stage) {
  const Weights<double> row_by_row = stage.directions;
  return object_of({{"step", val(name_of(stage.step))},
                    {"layer", val(stage.layer)},
                    {"directions", typed_array(row_by_row)},
                    {"shares", typed_array(stage.shares)},
                    {"points", typed_array(stage.points)},
                    {"mesh", typed_array(stage.mesh)},
                    {"cut", stage.cut ? typed_array(*stage.cut) : val::null()}});
}

}  // namespace backprop
