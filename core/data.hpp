// The data of a run: its points, dealt into a training, validation and test set, and the examples that a network is given of
// them.
#pragma once

#include <utility>
#include <vector>

#include "examples.hpp"
#include "experiment.hpp"
#include "split.hpp"

namespace backprop {

struct Data {
  std::vector<Point> points;
  std::vector<Part> parts;  // of each point
  ExampleSet sets[3];       // by Part; examples are in the order of their points

  const ExampleSet& examples(Part part) const { return sets[static_cast<int>(part)]; }
  std::pair<Part, int> example_of(int point) const;  // in which set a point is, and as which example
};

Data make_data(const Experiment& experiment);

// Whether both experiments have the same data.
bool same_data(const Experiment& a, const Experiment& b);

}  // namespace backprop
