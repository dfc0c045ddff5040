// SPDX-License-Identifier: Apache-2.0
// Points and weights that integrate polynomials exactly.
#pragma once

#include <cstddef>
#include <vector>

namespace alongside::inference {

struct Node {
  double at = 0;
  double weight = 0;
};

/// ∫ f(x) dx over [low, high] ≈ Σ weight f(at), exact for polynomials of degree 2 count - 1.
std::vector<Node> gauss_legendre(std::size_t count, double low, double high);

/// E f(z), z ~ N(0, 1), ≈ Σ weight f(at).
std::vector<Node> gauss_hermite(std::size_t count);

}  // namespace alongside::inference
