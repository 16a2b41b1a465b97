#include "data.hpp"

#include <algorithm>

namespace backprop {

namespace {

// Desired outputs of an example: the value itself, or the output's low and high values.
void put_desired(const Experiment& e, float label, Eigen::Ref<Eigen::VectorXf> desired) {
  if (e.classes == 0) {
    desired[0] = label;
    return;
  }
  const Range range = desired_range(e.output);
  const int c = static_cast<int>(label);
  desired.setConstant(range.low);
  if (desired.size() > 1) desired[c] = range.high;
  else if (c == 1) desired[0] = range.high;
}

ExampleSet part_of(const Experiment& e, const std::vector<Point>& points, const std::vector<Part>& parts, Part part) {
  const auto size = std::count(parts.begin(), parts.end(), part);
  const auto inputs = static_cast<Eigen::Index>(e.features.size());
  ExampleSet set{Eigen::MatrixXf(inputs, size), Eigen::MatrixXf(output_neurons(e.output, e.classes), size)};
  Eigen::Index column = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (parts[i] != part) continue;
    put_features(e.features, points[i].x, points[i].y, set.inputs.col(column).data());
    put_desired(e, points[i].label, set.desired.col(column));
    ++column;
  }
  return set;
}

bool same_points(const Experiment& a, const Experiment& b) {
  return a.data == b.data && a.classes == b.classes && a.points == b.points && a.noise == b.noise &&
         a.label_noise == b.label_noise && a.data_seed == b.data_seed && (!is_own(a.data) || a.own == b.own);
}

}  // namespace

Data make_data(const Experiment& e) {
  const Points points = points_of(e);
  Data data{points.points, split_points(points.strata, e.training, e.validation, e.data_seed), {}};
  for (const Part part : {Part::training, Part::validation, Part::test})
    data.sets[static_cast<int>(part)] = part_of(e, data.points, data.parts, part);
  return data;
}

std::pair<Part, int> Data::example_of(int point) const {
  const auto at = parts.begin() + point;
  return {*at, static_cast<int>(std::count(parts.begin(), at, *at))};
}

bool same_data(const Experiment& a, const Experiment& b) {
  return same_points(a, b) && a.training == b.training && a.validation == b.validation && a.features == b.features &&
         a.output == b.output;
}

}  // namespace backprop
