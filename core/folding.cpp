#include "folding.hpp"

#include <cmath>
#include <limits>

#include "backprop.hpp"
#include "eigenvectors.hpp"

namespace backprop {

namespace {

// Written out in loops: Eigen's expressions would make three times as much code of it.
using Matrix = Eigen::MatrixXd;  // of values: neurons x places, first the points, then the mesh

std::vector<Place> places_of(const std::vector<Point>& points, const FoldedPlane& plane) {
  std::vector<Place> places;
  for (const Point& point : points) places.push_back({point.x, point.y});
  const auto along = [&](int i) {
    return plane.half * (2 * static_cast<float>(i) / static_cast<float>(plane.mesh_side - 1) - 1);
  };
  for (int row = plane.mesh_side - 1; row >= 0; --row)
    for (int column = 0; column < plane.mesh_side; ++column) places.push_back({along(column), along(row)});
  return places;
}

double dot(const double* a, const double* b, int count) {
  double sum = 0;
  for (int i = 0; i < count; ++i) sum += a[i] * b[i];
  return sum;
}

// Of the first `count` columns: the mean of each row, and the sums of the products of two rows' deviations from their means.
Matrix mean_of(const Matrix& values, int count) {
  Matrix mean = Matrix::Zero(values.rows(), 1);
  for (int i = 0; i < count; ++i)
    for (int j = 0; j < values.rows(); ++j) mean(j) += values(j, i) / count;
  return mean;
}
Matrix scatter_of(const Matrix& values, int count) {
  const Matrix mean = mean_of(values, count);
  const int rows = static_cast<int>(values.rows());
  Matrix scatter = Matrix::Zero(rows, rows);
  std::vector<double> deviations(rows);
  for (int i = 0; i < count; ++i) {
    for (int j = 0; j < rows; ++j) deviations[j] = values(j, i) - mean(j);
    for (int j = 0; j < rows; ++j) {
      double* column = scatter.col(j).data();
      for (int k = 0; k < rows; ++k) column[k] += deviations[j] * deviations[k];
    }
  }
  return scatter;
}

// neurons x 2; see FoldingStage, which has them as rows.
Matrix directions_of(const Matrix& values, int count) {
  if (values.rows() <= 2) return Matrix::Identity(values.rows(), 2);
  return eigenvectors(scatter_of(values, count)).leftCols(2);
}

// neurons x 2: along the normal, and across it where the variance is largest.
Matrix directions_along(const std::vector<double>& normal, const Matrix& values, int count) {
  const int neurons = static_cast<int>(normal.size());
  const double length = std::sqrt(dot(normal.data(), normal.data(), neurons));
  Matrix directions(neurons, 2);
  for (int j = 0; j < neurons; ++j) directions(j, 0) = normal[j] / length;
  Matrix rest = values;
  for (int i = 0; i < count; ++i) {
    const double along = dot(directions.col(0).data(), values.col(i).data(), neurons);
    for (int j = 0; j < neurons; ++j) rest(j, i) -= along * directions(j, 0);
  }
  directions.col(1) = directions_of(rest, count).col(0);
  return directions;
}

// 2 x places
Matrix seen_along(const Matrix& directions, const Matrix& values) {
  const int neurons = static_cast<int>(values.rows());
  Matrix seen(2, values.cols());
  for (int i = 0; i < seen.cols(); ++i)
    for (int d = 0; d < 2; ++d) seen(d, i) = dot(directions.col(d).data(), values.col(i).data(), neurons);
  return seen;
}

// Each direction from the `first` on comes to point to where there was more of what was seen `before`: an axis has two
// directions, and the picture should not be turned over for nothing.
void orient(Matrix& directions, int first, const Matrix& carried, const Matrix& before, int count) {
  if (directions.rows() <= 2) return;
  const Matrix seen = seen_along(directions, carried);
  const Matrix mean = mean_of(seen, count);
  for (int d = first; d < 2; ++d) {
    double together = 0;
    for (int i = 0; i < count; ++i) together += (seen(d, i) - mean(d)) * before(d, i);
    if (together < 0) directions.col(d) = -directions.col(d);
  }
}

std::array<double, 2> shares_of(const Matrix& seen, const Matrix& values, int count) {
  const Matrix mean = mean_of(values, count);
  double all = 0;
  for (int i = 0; i < count; ++i)
    for (int j = 0; j < values.rows(); ++j) all += (values(j, i) - mean(j)) * (values(j, i) - mean(j));
  if (!(all > 0)) return {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN()};
  const Matrix along = scatter_of(seen, count);
  return {along(0, 0) / all, along(1, 1) / all};
}

// Where normal . values = offset, in terms of all neurons.
struct Cut {
  std::vector<double> normal;
  double offset;
};

// On the plane of the directions through the mean: values = mean + directions (seen - directions^T mean).
std::array<double, 3> seen_cut(const Cut& cut, const Matrix& directions, const Matrix& mean) {
  const int neurons = static_cast<int>(mean.rows());
  std::array<double, 3> line{0, 0, cut.offset - dot(cut.normal.data(), mean.data(), neurons)};
  for (int d = 0; d < 2; ++d) {
    line[d] = dot(cut.normal.data(), directions.col(d).data(), neurons);
    line[2] += line[d] * dot(directions.col(d).data(), mean.data(), neurons);
  }
  return line;
}

// What is larger for class 1 than for class 0, in terms of the outputs; empty where there are not two classes.
std::vector<double> leaning(int classes, int outputs) {
  if (classes == 0 || outputs > 2) return {};
  return outputs == 1 ? std::vector<double>{1} : std::vector<double>{-1, 1};
}

class Folder {
 public:
  Folder(const Network& network, const Flat<float>& parameters, int classes, int points)
      : network_(network),
        w_(parameters.cast<double>()),
        lean_(leaning(classes, network.neurons(network.last()))),
        points_(points),
        trace_(network) {}

  // One layer's weights, biases and activation.
  void carry(int l, Matrix& a) {
    const Layer& layer = network_.layer(l);
    const auto b = biases(w_, layer);
    Matrix carried(layer.neurons, a.cols());
    Matrix z(layer.neurons, a.cols());
    for (int i = 0; i < a.cols(); ++i) {
      trace_.activation[l - 1] = a.col(i);
      weigh_inputs(network_, w_, l, trace_);
      z.col(i) = trace_.weighted_input[l];
      carried.col(i) = z.col(i) - b;
    }
    a = z;
    const auto sigma = l < network_.last() ? std::optional(layer.activation) : elementwise(network_.output());
    if (sigma) activate(*sigma, static_cast<int>(z.size()), z.data(), a.data());
    else
      for (int i = 0; i < z.cols(); ++i) softmax(layer.neurons, 1, z.col(i).data(), a.col(i).data());

    Matrix directions = directions_of(a, points_);
    orient(directions, 0, carried, seen_, points_);
    const bool last = l == network_.last();
    add(FoldingStep::weights, l, directions, carried, last ? at_output(-bias_of_cut()) : std::nullopt);
    add(FoldingStep::biases, l, directions, z, last ? at_output(0) : std::nullopt);
    add(FoldingStep::activation, l, directions, a, last ? at_output(middle()) : before_output(l + 1));
    if (l + 1 == network_.last()) turn(l, a);
  }

  void begin(FoldingStep step, const Matrix& values, bool is_input) {
    add(step, 0, directions_of(values, points_), values, is_input ? before_output(1) : std::nullopt);
    if (is_input && network_.last() == 1) turn(0, values);
  }

  std::vector<FoldingStage> stages;

 private:
  void turn(int l, const Matrix& a) {
    const auto cut = before_output(l + 1);
    if (!cut || a.rows() <= 2 || dot(cut->normal.data(), cut->normal.data(), static_cast<int>(a.rows())) == 0) return;
    Matrix directions = directions_along(cut->normal, a, points_);
    orient(directions, 1, a, seen_, points_);  // class 1 stays on the right
    add(FoldingStep::turned, l, directions, a, cut);
  }

  void add(FoldingStep step, int layer, const Matrix& directions, const Matrix& values, const std::optional<Cut>& cut) {
    seen_ = seen_along(directions, values);
    FoldingStage stage{step, layer, directions.transpose(), shares_of(seen_, values, points_), {}, {}, std::nullopt};
    for (int i = 0; i < seen_.cols(); ++i)
      for (int d = 0; d < 2; ++d) (i < points_ ? stage.points : stage.mesh).push_back(static_cast<float>(seen_(d, i)));
    if (cut) stage.cut = seen_cut(*cut, directions, mean_of(values, points_));
    stages.push_back(std::move(stage));
  }

  // lean . (W a + b) = 0, in terms of a. Softmax treats all outputs alike; every other output function passes the middle of its
  // desired values at z = 0.
  std::optional<Cut> before_output(int l) const {
    if (lean_.empty() || l != network_.last()) return std::nullopt;
    const auto W = weights(w_, network_.layer(l));
    Cut cut{std::vector<double>(W.cols(), 0), -bias_of_cut()};
    for (int j = 0; j < W.rows(); ++j)
      for (int k = 0; k < W.cols(); ++k) cut.normal[k] += lean_[j] * W(j, k);
    return cut;
  }
  std::optional<Cut> at_output(double offset) const { return lean_.empty() ? std::nullopt : std::optional(Cut{lean_, offset}); }
  double bias_of_cut() const {
    return dot(lean_.data(), biases(w_, network_.layer(network_.last())).data(), static_cast<int>(lean_.size()));
  }
  double middle() const {
    const Range range = desired_range(network_.output());
    return lean_.size() == 1 ? (range.low + range.high) / 2 : 0;
  }

  const Network& network_;
  Flat<double> w_;
  std::vector<double> lean_;
  int points_;
  Trace<double> trace_;
  Matrix seen_;  // in the last stage
};

}  // namespace

std::vector<FoldingStage> fold(const Network& network, const std::vector<Feature>& features, const Flat<float>& parameters,
                               int classes, const std::vector<Point>& points, const FoldedPlane& plane) {
  const std::vector<Place> places = places_of(points, plane);
  const bool coordinates = features == std::vector<Feature>{Feature::of<X1>(), Feature::of<X2>()};
  Matrix x(2, places.size());
  Matrix a(features.size(), places.size());
  std::vector<float> inputs(features.size());
  for (std::size_t i = 0; i < places.size(); ++i) {
    x(0, i) = places[i].x;
    x(1, i) = places[i].y;
    put_features(features, places[i].x, places[i].y, inputs.data());
    for (std::size_t k = 0; k < inputs.size(); ++k) a(k, i) = inputs[k];
  }
  Folder folder(network, parameters, classes, static_cast<int>(points.size()));
  folder.begin(FoldingStep::plane, x, coordinates);
  if (!coordinates) folder.begin(FoldingStep::features, a, true);
  for (int l = 1; l <= network.last(); ++l) folder.carry(l, a);
  return std::move(folder.stages);
}

}  // namespace backprop
