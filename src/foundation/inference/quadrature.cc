// SPDX-License-Identifier: Apache-2.0
// Nodes are the eigenvalues of the Jacobi matrix (Golub & Welsch 1969).
#include "foundation/inference/quadrature.h"

#include <Eigen/Eigenvalues>
#include <algorithm>
#include <cmath>

namespace alongside::inference {
namespace {

/// `between(k)`: the k-th off-diagonal of a symmetric rule, from 1. Weights sum to 1: one over the
/// sum of the squares of the orthonormal polynomials there, so that those far out keep their
/// digits.
template <class Between>
std::vector<Node> rule(std::size_t count, Between between) {
  const auto size = static_cast<Eigen::Index>(count);
  Eigen::VectorXd off(std::max<Eigen::Index>(size - 1, 0));
  for (Eigen::Index k = 1; k < size; ++k) off(k - 1) = between(static_cast<double>(k));
  Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver;
  solver.computeFromTridiagonal(Eigen::VectorXd::Zero(size), off, Eigen::EigenvaluesOnly);
  std::vector<Node> nodes;
  for (Eigen::Index i = 0; i < size; ++i) {
    const double at = solver.eigenvalues()(i);
    double before = 0, here = 1, sum = 1;
    for (Eigen::Index k = 1; k < size; ++k) {
      const double last = k > 1 ? off(k - 2) : 0;
      const double next = (at * here - last * before) / off(k - 1);
      before = here;
      here = next;
      sum += here * here;
    }
    nodes.push_back({at, 1 / sum});
  }
  return nodes;
}

}  // namespace

std::vector<Node> gauss_legendre(std::size_t count, double low, double high) {
  auto nodes = rule(count, [](double k) { return k / std::sqrt(4 * k * k - 1); });
  for (Node& node : nodes) {
    node.at = low + (high - low) * (node.at + 1) / 2;
    node.weight *= high - low;
  }
  return nodes;
}

std::vector<Node> gauss_hermite(std::size_t count) {
  return rule(count, [](double k) { return std::sqrt(k); });
}

}  // namespace alongside::inference
