// SPDX-License-Identifier: Apache-2.0
// Every pair of A and B is looked at once.
#include "foundation/inference/nonoverlap.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace alongside::inference {
namespace {

using Values = std::vector<double>;

double sign(double difference, double tie) {
  if (std::abs(difference) <= tie) return 0;
  return difference > 0 ? 1 : -1;
}

double median(Values values) {
  std::ranges::sort(values);
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

double pairs_above(const Values& a, const Values& b, double tie) {
  double sum = 0;
  for (const double x : a)
    for (const double y : b) sum += sign(y - x, tie);
  return sum;
}

double theil_sen(const Values& a) {
  Values slopes;
  for (std::size_t i = 0; i < a.size(); ++i)
    for (std::size_t j = i + 1; j < a.size(); ++j)
      slopes.push_back((a[j] - a[i]) / static_cast<double>(j - i));
  return slopes.empty() ? 0 : median(slopes);
}

/// The line through A taken off both; the intercept is the median of what is left of A, which
/// moves both alike and changes no pair.
double corrected_tau(Values a, Values b, double slope) {
  const std::size_t m = a.size();
  for (std::size_t i = 0; i < m; ++i) a[i] -= slope * static_cast<double>(i + 1);
  for (std::size_t j = 0; j < b.size(); ++j) b[j] -= slope * static_cast<double>(m + j + 1);
  return pairs_above(a, b, 1e-8) / static_cast<double>(m * b.size());
}

std::optional<double> standard_error(const Values& a, const Values& b, double nap) {
  const auto m = static_cast<double>(a.size());
  const auto n = static_cast<double>(b.size());
  if (m < 2 || n < 2) return std::nullopt;
  double q1 = 0, q2 = 0, squares = 0;
  Values columns(b.size(), 0);
  for (const double x : a) {
    double row = 0;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const double q = (sign(b[j] - x, 0) + 1) / 2;
      row += q;
      columns[j] += q;
      squares += q * q / (m * n);
    }
    q1 += row * row / (m * n * n);
  }
  for (const double column : columns) q2 += column * column / (m * m * n);
  const double kept = std::clamp(nap, 0.5 / (m * n), 1 - 0.5 / (m * n));
  const double nap2 = nap * nap;
  const double variance =
      (kept * (1 - kept) + n * (q1 - nap2) + m * (q2 - nap2) - 2 * (squares - nap2)) /
      ((m - 1) * (n - 1));
  if (variance < 0) return std::nullopt;
  return std::sqrt(variance);
}

/// Newcombe's interval: where m n (NAP - x)² (2 - x)(1 + x) meets
/// z² x (1 - x)(2 + h + (1 + 2h) x (1 - x)), h = (m + n)/2 - 1.
double limit(double nap, double m, double n, double end) {
  constexpr double z = 1.959963984540054;
  const double h = (m + n) / 2 - 1;
  const auto beyond = [&](double x) {
    return m * n * (nap - x) * (nap - x) * (2 - x) * (1 + x) -
           z * z * x * (1 - x) * (2 + h + (1 + 2 * h) * x * (1 - x));
  };
  if (beyond(nap) >= 0) return nap;  // All or none: the point itself.
  double inside = nap;
  double outside = end;
  for (int i = 0; i < 200; ++i) {
    const double middle = (inside + outside) / 2;
    (beyond(middle) < 0 ? inside : outside) = middle;
  }
  return (inside + outside) / 2;
}

}  // namespace

Nonoverlap nonoverlap(std::span<const double> before, std::span<const double> after,
                      Direction better) {
  const double way = better == Direction::increase ? 1 : -1;
  Values a(before.begin(), before.end());
  Values b(after.begin(), after.end());
  for (double& value : a) value *= way;
  for (double& value : b) value *= way;
  const auto m = static_cast<double>(a.size());
  const auto n = static_cast<double>(b.size());
  Nonoverlap found;
  found.s_ab = pairs_above(a, b, 0);
  found.tau = found.s_ab / (m * n);
  found.nap = (found.tau + 1) / 2;
  for (std::size_t i = 0; i < a.size(); ++i)
    for (std::size_t j = i + 1; j < a.size(); ++j) found.s_trend += sign(a[j] - a[i], 0);
  found.tau_u = (found.s_ab - found.s_trend) / (m * n);
  const double best = *std::ranges::max_element(a);
  const double middle = median(a);
  for (const double value : b) {
    found.pnd += value > best ? 1 / n : 0;
    found.pem += (sign(value - middle, 0) + 1) / 2 / n;
  }
  const double slope = theil_sen(a);
  found.slope = way * slope;
  found.tau_corrected = corrected_tau(a, b, slope);
  found.nap_se = standard_error(a, b, found.nap);
  found.nap_low95 = limit(found.nap, m, n, 0);
  found.nap_high95 = limit(found.nap, m, n, 1);
  return found;
}

}  // namespace alongside::inference
