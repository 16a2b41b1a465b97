#include "eigenvectors.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace backprop {

namespace {

// x <- c x - s y, y <- s x + c y, for `count` numbers each, `stride` apart. A loop over plain numbers: Eigen's rows and columns
// would take ten times as long in a module that is compiled to be small.
void rotate(double* x, double* y, Eigen::Index count, Eigen::Index stride, double c, double s) {
  for (Eigen::Index i = 0; i < count * stride; i += stride) {
    const double old = x[i];
    x[i] = c * old - s * y[i];
    y[i] = s * old + c * y[i];
  }
}

}  // namespace

// Jacobi's method: rotations, each in a plane of two axes, turn the matrix until nothing is left beside its diagonal (Golub and
// Van Loan, Matrix Computations, section 8.5).
Eigen::MatrixXd eigenvectors(Eigen::MatrixXd m) {
  const Eigen::Index n = m.rows();
  Eigen::MatrixXd turned = Eigen::MatrixXd::Identity(n, n);
  // All of them together are lost in rounding.
  const double negligible = 1e-15 * m.norm() / static_cast<double>(n);
  bool rotated = true;
  for (int sweep = 0; sweep < 30 && rotated; ++sweep) {
    rotated = false;
    for (Eigen::Index p = 0; p < n; ++p)
      for (Eigen::Index q = p + 1; q < n; ++q) {
        if (!(std::fabs(m(p, q)) > negligible)) continue;
        rotated = true;
        // The smaller of the two angles that make m(p, q) vanish.
        const double tau = (m(q, q) - m(p, p)) / (2 * m(p, q));
        const double t = std::copysign(1 / (std::fabs(tau) + std::sqrt(1 + tau * tau)), tau);
        const double c = 1 / std::sqrt(1 + t * t);
        const double s = t * c;
        rotate(&m(0, p), &m(0, q), n, 1, c, s);
        rotate(&m(p, 0), &m(q, 0), n, n, c, s);
        rotate(&turned(0, p), &turned(0, q), n, 1, c, s);
      }
  }
  std::vector<Eigen::Index> order(n);
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return m(a, a) > m(b, b); });
  Eigen::MatrixXd sorted(n, n);
  for (Eigen::Index i = 0; i < n; ++i) sorted.col(i) = turned.col(order[i]);
  return sorted;
}

}  // namespace backprop
