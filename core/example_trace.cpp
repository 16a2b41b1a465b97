#include "example_trace.hpp"

namespace backprop {

ExampleTrace trace_example(const Network& network, Cost cost, const Flat<float>& parameters, const ExampleSet& set, int i) {
  const Examples<double> example(Batch{set, &i, 1});
  Trace<double> trace(network);
  ExampleTrace result;
  result.gradient.resize(network.parameter_count());
  backpropagate<double>(network, cost, parameters.cast<double>(), example, trace, result.gradient);
  result.cost = summed_cost(cost, example.packs()[0], trace);
  const auto outputs = network.neurons(network.last());
  result.cost_gradient.resize(outputs);
  cost_gradient(cost, outputs, trace.activation.back().data(), example.packs()[0].desired.data(), result.cost_gradient.data());
  for (auto* unused : {&trace.weighted_input, &trace.derivative, &trace.error}) unused->front().resize(0);
  if (network.output() == OutputActivation::of<Softmax>()) trace.derivative.back().resize(0);
  result.weighted_input = std::move(trace.weighted_input);
  result.activation = std::move(trace.activation);
  result.derivative = std::move(trace.derivative);
  result.error = std::move(trace.error);
  return result;
}

}  // namespace backprop
