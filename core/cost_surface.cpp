#include "cost_surface.hpp"

#include <cmath>

#include "random.hpp"

namespace backprop {

namespace {

Flat<float> random_direction(const Network& network, const Flat<float>& parameters, std::uint32_t seed, std::uint64_t index) {
  Random random(seed, Stream::directions, index);
  Flat<float> direction(parameters.size());
  for (float& entry : direction) entry = random.normal();
  for (int l = 1; l <= network.last(); ++l) {
    const auto W = weights(parameters, network.layer(l));
    const auto b = biases(parameters, network.layer(l));
    auto W_direction = weights(direction, network.layer(l));
    auto b_direction = biases(direction, network.layer(l));
    for (int j = 0; j < W.rows(); ++j) {
      W_direction.row(j) *= W.row(j).norm() / W_direction.row(j).norm();
      b_direction[j] = std::copysign(b[j], b_direction[j]);
    }
  }
  return direction;
}

}  // namespace

Directions random_directions(const Network& network, const Flat<float>& parameters, std::uint32_t seed) {
  return {random_direction(network, parameters, seed, 0), random_direction(network, parameters, seed, 1)};
}

// The path has few places and parameters may be many: the eigenvectors come from the small matrix of inner products, by
// subspace iteration: a picture does not need them exactly.
Directions principal_directions(std::span<const Flat<float>> path, const Flat<float>& end) {
  const auto n = static_cast<Eigen::Index>(path.size());
  const auto from_end = [&](Eigen::Index i) { return (path[i] - end).cast<double>(); };
  Eigen::MatrixXd products(n, n);
  for (Eigen::Index i = 0; i < n; ++i)
    for (Eigen::Index k = 0; k <= i; ++k) products(i, k) = products(k, i) = (from_end(i) * from_end(k)).sum();
  Eigen::VectorXd first = Eigen::VectorXd::Ones(n);
  Eigen::VectorXd second = Eigen::VectorXd::LinSpaced(n, -1, 1);
  for (int round = 0; round < 200; ++round) {
    const Eigen::VectorXd before = second;
    first = products.lazyProduct(first).eval().stableNormalized();
    second = products.lazyProduct(second).eval();
    second -= first.dot(second) * first;
    second.stableNormalize();
    // The second is the last to come to rest.
    if ((second - before).squaredNorm() < 1e-20) break;
  }
  const auto along = [&](const Eigen::VectorXd& share) {
    Flat<double> sum = Flat<double>::Zero(end.size());
    for (Eigen::Index i = 0; i < n; ++i) sum += share[i] * from_end(i);
    return sum;
  };
  const auto unit = [](const Flat<double>& vector) -> Flat<double> {
    const double length = vector.matrix().norm();
    return length > 0 ? (vector / length).eval() : vector;
  };
  const Flat<double> u = unit(along(first));
  const Flat<double> across = along(second);
  const Flat<double> rest = across - (across * u).sum() * u;
  // What rounding has left of a straight path is no direction.
  const bool straight = rest.matrix().norm() < 1e-6 * std::sqrt(products.trace());
  return {u.cast<float>(), (straight ? Flat<double>::Zero(u.size()) : unit(rest)).cast<float>()};
}

Directions axes(int parameter_count, int first, int second) {
  Directions directions{Flat<float>::Zero(parameter_count), Flat<float>::Zero(parameter_count)};
  directions.first[first] = 1;
  directions.second[second] = 1;
  return directions;
}

std::vector<float> cost_surface(const Network& network, Cost cost, const Penalties& penalties, const ExampleSet& set,
                                int classes, const Flat<float>& centre, const Directions& directions, double reach,
                                int resolution) {
  Evaluator evaluator(network, set, classes);
  std::vector<float> costs;
  costs.reserve(static_cast<std::size_t>(resolution) * resolution);
  const auto place = [&](int i) { return static_cast<float>(reach * (2.0 * i / (resolution - 1) - 1)); };
  for (int row = resolution - 1; row >= 0; --row)
    for (int column = 0; column < resolution; ++column) {
      const Flat<float> parameters = centre + place(column) * directions.first + place(row) * directions.second;
      const PenaltyValues penalty = penalty_values(network, penalties, parameters);
      costs.push_back(static_cast<float>(evaluator.score(network, cost, parameters).cost + penalty.l1 + penalty.l2));
    }
  return costs;
}

Spot spot_on_plane(const Flat<float>& centre, const Directions& directions, const Flat<float>& parameters) {
  const auto dot = [](const Flat<float>& a, const Flat<float>& b) { return (a.cast<double>() * b.cast<double>()).sum(); };
  const Flat<float> from_centre = parameters - centre;
  // The directions need not be perpendicular: solve for both at once.
  const double aa = dot(directions.first, directions.first);
  const double ab = dot(directions.first, directions.second);
  const double bb = dot(directions.second, directions.second);
  const double a = dot(from_centre, directions.first);
  const double b = dot(from_centre, directions.second);
  const double determinant = aa * bb - ab * ab;
  if (!(determinant > 1e-12 * aa * bb)) return {aa > 0 ? static_cast<float>(a / aa) : 0, 0};
  return {static_cast<float>((a * bb - b * ab) / determinant), static_cast<float>((b * aa - a * ab) / determinant)};
}

}  // namespace backprop
