// SPDX-License-Identifier: Apache-2.0
// Constants that turn ranges and standard deviations of small groups into limits. Montgomery,
// Introduction to Statistical Quality Control, Appendix VI; here by their formulas.
#pragma once

namespace alongside::statistics {

/// E[s] / sigma of n normal values: sqrt(2 / (n-1)) Gamma(n/2) / Gamma((n-1)/2). n > 1, need not be
/// whole.
double c4(double n);
/// 3 / (c4 sqrt(n)): from the mean of s to the limits of means.
double a3(double n);
/// The limits of s over its mean, `sigmas` wide: 1 -+ sigmas sqrt(1 - c4^2) / c4; the lower not
/// under 0.
double b_lower(double n, double sigmas);
double b_upper(double n, double sigmas);
/// Mean and standard deviation of the range of n normal values over sigma, n = 2 to 1000, by
/// integration (error under 1e-7).
double d2(int n);
double d3(int n);
/// As d3 works it out where its table ends.
double d3_by_integration(int n);
/// d2 as tables print it, with three decimals, for those who must equal them: n = 2 to 25.
double d2_printed(int n);

}  // namespace alongside::statistics
