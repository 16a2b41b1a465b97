// The eigenvectors of a symmetric matrix. Eigen's own solver would make the module a sixth larger.
#pragma once

#include <Eigen/Core>

namespace backprop {

// As columns of length 1, that of the largest eigenvalue first. For matrices of a layer's size, up to some hundreds.
Eigen::MatrixXd eigenvectors(Eigen::MatrixXd symmetric);

}  // namespace backprop
