#include "eigenvectors.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace backprop {

namespace {

// The sum of the squares beside the diagonal.
double off_diagonal(const Eigen::MatrixXd& m) {
  double sum = 0;
  for (Eigen::Index p = 0; p < m.rows(); ++p)
    for (Eigen::Index q = 0; q < p; ++q) sum += 2 * m(p, q) * m(p, q);
  return sum;
}

// x <- c x - s y, y <- s x + c y
template <class X, class Y>
void rotate(X&& x, Y&& y, double c, double s) {
  for (Eigen::Index i = 0; i < x.size(); ++i) {
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
  const double enough = 1e-30 * m.squaredNorm();
  for (int sweep = 0; sweep < 30 && off_diagonal(m) > enough; ++sweep)
    for (Eigen::Index p = 0; p < n; ++p)
      for (Eigen::Index q = p + 1; q < n; ++q) {
        if (m(p, q) == 0) continue;
        // The smaller of the two angles that make m(p, q) vanish.
        const double tau = (m(q, q) - m(p, p)) / (2 * m(p, q));
        const double t = std::copysign(1 / (std::fabs(tau) + std::sqrt(1 + tau * tau)), tau);
        const double c = 1 / std::sqrt(1 + t * t);
        const double s = t * c;
        rotate(m.col(p), m.col(q), c, s);
        rotate(m.row(p), m.row(q), c, s);
        rotate(turned.col(p), turned.col(q), c, s);
      }
  std::vector<Eigen::Index> order(n);
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return m(a, a) > m(b, b); });
  Eigen::MatrixXd sorted(n, n);
  for (Eigen::Index i = 0; i < n; ++i) sorted.col(i) = turned.col(order[i]);
  return sorted;
}

}  // namespace backprop
