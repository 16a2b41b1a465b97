// Small examples and parameters for tests.
#pragma once

#include "core/dataset.hpp"
#include "core/examples.hpp"
#include "core/initializer.hpp"

namespace backprop {

// Points of XOR with desired outputs for so many classes (0 is regression), put into the lowest and highest values of the
// output.
inline ExampleSet some_examples(int count, OutputActivation output, int classes = 2) {
  const auto points = make_points({.set = DataSet::of<Xor>(), .count = count, .noise = 0.5, .seed = 7}).points;
  const Range range = desired_range(output);
  ExampleSet set{Eigen::MatrixXf(2, count), Eigen::MatrixXf(output_neurons(output, classes), count)};
  for (int i = 0; i < count; ++i) {
    set.inputs.col(i) << points[i].x, points[i].y;
    set.desired.col(i).setConstant(range.low);
    const int label = classes > 2 ? i % classes : static_cast<int>(points[i].label);
    if (classes == 0) set.desired(0, i) = 0.5f * points[i].x;
    else if (set.desired.rows() > 1) set.desired(label, i) = range.high;
    else if (label == 1) set.desired(0, i) = range.high;
  }
  return set;
}

// Initial weights with biases off zero, so that every parameter matters.
inline Flat<float> some_parameters(const Network& network) {
  Flat<float> parameters = initial_parameters(network, Initializer::of<NormalFanIn>(), BiasInitializer::of<ZeroBiases>(), 11);
  Random random(5, Stream::weights, 99);
  for (float& p : parameters) p += 0.1f * random.normal();
  return parameters;
}

}  // namespace backprop
