// SPDX-License-Identifier: Apache-2.0
// c4 and its kin; the range by integration.
#include "foundation/statistics/constants.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "foundation/base/expect.h"

namespace alongside::statistics {
namespace {

double normal_share_below(double z) { return 0.5 * std::erfc(-z * M_SQRT1_2); }

// The integrands are smooth and vanish at both ends: the plain sum converges faster than any power
// of the step.
constexpr double step = 1.0 / 16;
constexpr int steps = 256;
constexpr double lowest = -8;

/// P(W <= w) for the range of n normal values (Tippett 1925).
double range_share_below(int n, double w) {
  double sum = 0;
  for (int i = -64; i <= steps; ++i) {
    const double x = lowest + i * step;
    const double density = std::exp(-x * x / 2) / std::sqrt(2 * M_PI);
    sum += density * std::pow(normal_share_below(x + w) - normal_share_below(x), n - 1);
  }
  return n * sum * step;
}

}  // namespace

double c4(double n) {
  // Beyond here the difference of two large logarithms loses digits; the series does not.
  if (n > 1e5) {
    const double inverse = 1 / (n - 1);
    return 1 - inverse / 4 + inverse * inverse / 32;
  }
  return std::sqrt(2 / (n - 1)) * std::exp(std::lgamma(n / 2) - std::lgamma((n - 1) / 2));
}

double a3(double n) { return 3 / (c4(n) * std::sqrt(n)); }

double b_lower(double n, double sigmas) {
  const double expected = c4(n);
  return std::max(0.0, 1 - sigmas * std::sqrt(1 - expected * expected) / expected);
}

double b_upper(double n, double sigmas) {
  const double expected = c4(n);
  return 1 + sigmas * std::sqrt(1 - expected * expected) / expected;
}

double d2(int n) {
  expect(n >= 2, "a range needs two values");
  double sum = 0;
  for (int i = 0; i <= steps; ++i) {
    const double share = normal_share_below(lowest + i * step);
    sum += 1 - std::pow(share, n) - std::pow(1 - share, n);
  }
  return sum * step;
}

double d3_by_integration(int n) {
  expect(n >= 2, "a range needs two values");
  // E[W^2] is the integral of 2 w P(W > w), by Simpson's rule; it ends where nothing is left.
  constexpr double width = 1.0 / 64;
  constexpr int widths = 1024;
  double squares = 0;
  for (int i = 1; i < widths; ++i) {
    const double w = i * width;
    squares += (i % 2 == 1 ? 4 : 2) * 2 * w * (1 - range_share_below(n, w));
  }
  squares *= width / 3;
  const double mean = d2(n);
  return std::sqrt(squares - mean * mean);
}

double d3(int n) {
  static constexpr std::array<double, 24> known = {
      0.8525024664, 0.8883680041, 0.8798082028, 0.8640819411, 0.8480396861, 0.8332053356,
      0.8198314898, 0.8078342746, 0.7970506735, 0.7873146206, 0.7784783412, 0.7704162021,
      0.7630230956, 0.7562114297, 0.7499080894, 0.7440517840, 0.7385908534, 0.7334814955,
      0.7286863457, 0.7241733407, 0.7199148084, 0.7158867355, 0.7120681751, 0.7084407659};
  expect(n >= 2, "a range needs two values");
  return n <= 25 ? known[static_cast<std::size_t>(n - 2)] : d3_by_integration(n);
}

double d2_printed(int n) {
  static constexpr std::array<double, 24> printed = {
      1.128, 1.693, 2.059, 2.326, 2.534, 2.704, 2.847, 2.970, 3.078, 3.173, 3.258, 3.336,
      3.407, 3.472, 3.532, 3.588, 3.640, 3.689, 3.735, 3.778, 3.819, 3.858, 3.895, 3.931};
  expect(n >= 2 && n <= 25, "tables print d2 for 2 to 25 values");
  return printed[static_cast<std::size_t>(n - 2)];
}

}  // namespace alongside::statistics
