// SPDX-License-Identifier: Apache-2.0
// How often runs and crossings of a stable series look like a signal: exact, by counting.
#pragma once

#include <vector>

namespace alongside::statistics {

/// n useful points, each above the centre with chance `above`, independently: for each number of
/// crossings c = 0 .. n-1 the chance of exactly c of them together with no run longer than
/// `longest`. n from 1.
std::vector<double> crossings_without_long_run(int n, int longest, double above);

/// The chance that n useful points of a stable series (each side equally likely) have a run longer
/// than longest_max or fewer crossings than crossings_min.
double false_alarm_chance(int n, int longest_max, int crossings_min);

/// A box of ordinary runs and crossings for n = 10 to 100 useful points. Among all boxes that a
/// stable series leaves in at most 7.5 % the one that a shift of 0.8 standard deviations leaves
/// most often (Anhøj & Wentzel-Larsen 2020, doi 10.1371/journal.pone.0233920). `cut`: the box
/// without its corner: where the longest run is longest_max, at least crossings_at_longest; where
/// crossings are crossings_min, at most longest_at_crossings.
struct RunBox {
  int longest_max = 0;
  int crossings_min = 0;
  int crossings_at_longest = 0;
  int longest_at_crossings = 0;
};
inline constexpr int box_points_min = 10;
inline constexpr int box_points_max = 100;
/// As it is worked out; slow. `ordinary_box` holds the results, a test compares them.
RunBox best_box(int n);
RunBox cut_box(int n);
/// The box of n points, with its cut corner beside it.
const RunBox& ordinary_box(int n);

}  // namespace alongside::statistics
