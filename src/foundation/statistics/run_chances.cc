// SPDX-License-Identifier: Apache-2.0
// Counts every course that a series can take, by its side, its crossings and its present run.
#include "foundation/statistics/run_chances.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "foundation/base/expect.h"

namespace alongside::statistics {
namespace {

constexpr double stable_min = 0.925;  ///< share of stable series inside a box
constexpr double shift = 0.8;         ///< standard deviations

double above_after_shift() { return 0.5 * std::erfc(-shift * M_SQRT1_2); }

/// [longest][crossings]: the chance of that many crossings with no run over `longest`.
using Table = std::vector<std::vector<double>>;

Table table_of(int n, double above) {
  Table table(static_cast<std::size_t>(n) + 1);
  for (int longest = 1; longest <= n; ++longest)
    table[static_cast<std::size_t>(longest)] = crossings_without_long_run(n, longest, above);
  return table;
}

/// The chance of at least c crossings and no run over l.
double inside(const Table& table, std::size_t l, std::size_t c) {
  double sum = 0;
  for (std::size_t at = c; at < table[l].size(); ++at) sum += table[l][at];
  return sum;
}

/// The chance of exactly c crossings and a longest run of exactly l.
double cell(const Table& table, std::size_t l, std::size_t c) {
  return table[l][c] - (l > 1 ? table[l - 1][c] : 0);
}

}  // namespace

std::vector<double> crossings_without_long_run(int n, int longest, double above) {
  const auto points = static_cast<std::size_t>(n);
  const auto runs = static_cast<std::size_t>(std::min(longest, n));
  // One plane a side: chance by crossings so far and length of the present run.
  const std::size_t row = runs + 1;
  std::vector<double> now[2] = {std::vector<double>(points * row),
                                std::vector<double>(points * row)};
  std::vector<double> next[2] = {now[0], now[1]};
  const double chance[2] = {1 - above, above};
  for (std::size_t side = 0; side < 2; ++side) now[side][1] = chance[side];
  for (std::size_t step = 1; step < points; ++step) {
    for (std::size_t side = 0; side < 2; ++side) {
      std::vector<double>& to = next[side];
      std::fill(to.begin(), to.end(), 0.0);
      for (std::size_t c = 0; c < points; ++c) {
        double arriving = 0;
        for (std::size_t run = 1; run <= runs; ++run) {
          if (run < runs) to[c * row + run + 1] = now[side][c * row + run] * chance[side];
          if (c > 0) arriving += now[1 - side][(c - 1) * row + run];
        }
        to[c * row + 1] = arriving * chance[side];
      }
    }
    std::swap(now[0], next[0]);
    std::swap(now[1], next[1]);
  }
  std::vector<double> by_crossings(points);
  for (std::size_t c = 0; c < points; ++c)
    for (std::size_t run = 1; run <= runs; ++run)
      by_crossings[c] += now[0][c * row + run] + now[1][c * row + run];
  return by_crossings;
}

double false_alarm_chance(int n, int longest_max, int crossings_min) {
  if (n < 1 || longest_max < 1) return 0;
  const auto chances = crossings_without_long_run(n, longest_max, 0.5);
  double ordinary = 0;
  for (std::size_t c = 0; c < chances.size(); ++c)
    if (static_cast<int>(c) >= crossings_min) ordinary += chances[c];
  return std::max(0.0, 1 - ordinary);
}

namespace {

RunBox best_of(const Table& stable, const Table& shifted, int n) {
  RunBox best;
  double least = 2;
  for (std::size_t l = 1; l < stable.size(); ++l)
    for (std::size_t c = 0; c < static_cast<std::size_t>(n); ++c) {
      if (inside(stable, l, c) < stable_min) break;
      const double kept = inside(shifted, l, c);
      if (kept >= least) continue;
      least = kept;
      best.longest_max = static_cast<int>(l);
      best.crossings_min = static_cast<int>(c);
    }
  best.crossings_at_longest = best.crossings_min;
  best.longest_at_crossings = best.longest_max;
  return best;
}

}  // namespace

RunBox best_box(int n) { return best_of(table_of(n, 0.5), table_of(n, above_after_shift()), n); }

RunBox cut_box(int n) {
  const Table stable = table_of(n, 0.5);
  const Table shifted = table_of(n, above_after_shift());
  RunBox best = best_of(stable, shifted, n);
  const auto l = static_cast<std::size_t>(best.longest_max);
  const auto c = static_cast<std::size_t>(best.crossings_min);
  const double stable_whole = inside(stable, l, c);
  const double shifted_whole = inside(shifted, l, c);
  double least = shifted_whole;
  double stable_up = 0;
  double shifted_up = 0;
  // Upwards from the corner along the longest run, and leftwards along the fewest crossings.
  for (std::size_t up = c; up < static_cast<std::size_t>(n); ++up) {
    double stable_cut = stable_up;
    double shifted_cut = shifted_up;
    for (std::size_t left = l; left >= 1; --left) {
      if (stable_whole - stable_cut >= stable_min && shifted_whole - shifted_cut < least) {
        least = shifted_whole - shifted_cut;
        best.crossings_at_longest = static_cast<int>(up);
        best.longest_at_crossings = static_cast<int>(left);
      }
      const bool corner_gone = left == l && up > c;
      if (!corner_gone) {
        stable_cut += cell(stable, left, c);
        shifted_cut += cell(shifted, left, c);
      }
    }
    stable_up += cell(stable, l, up);
    shifted_up += cell(shifted, l, up);
  }
  return best;
}

const RunBox& ordinary_box(int n) {
  static constexpr std::array<RunBox, box_points_max - box_points_min + 1> boxes = {{
      {6, 2, 2, 5},     {7, 3, 3, 6},     {6, 3, 3, 6},     {6, 3, 3, 6},     {6, 3, 3, 6},
      {7, 4, 6, 7},     {8, 5, 5, 7},     {7, 5, 5, 7},     {7, 5, 5, 6},     {7, 5, 5, 5},
      {7, 6, 6, 7},     {8, 7, 7, 8},     {7, 6, 6, 6},     {7, 6, 6, 6},     {7, 6, 6, 6},
      {7, 6, 6, 7},     {9, 9, 13, 9},    {8, 9, 9, 7},     {8, 9, 11, 8},    {8, 10, 10, 8},
      {10, 11, 11, 9},  {9, 11, 14, 9},   {8, 11, 11, 8},   {8, 11, 11, 7},   {8, 11, 13, 8},
      {8, 12, 12, 8},   {9, 13, 15, 9},   {10, 14, 14, 10}, {8, 13, 13, 8},   {11, 15, 15, 11},
      {9, 15, 15, 9},   {9, 15, 17, 9},   {8, 14, 14, 8},   {8, 14, 14, 8},   {10, 17, 17, 10},
      {9, 17, 17, 9},   {9, 17, 19, 9},   {9, 17, 20, 7},   {12, 19, 19, 11}, {10, 19, 21, 10},
      {9, 19, 19, 9},   {9, 19, 21, 9},   {9, 19, 21, 7},   {11, 21, 23, 9},  {10, 21, 23, 8},
      {9, 21, 21, 9},   {9, 21, 23, 9},   {12, 23, 25, 12}, {10, 23, 23, 9},  {10, 23, 26, 8},
      {9, 23, 23, 9},   {9, 23, 23, 8},   {11, 25, 27, 9},  {10, 25, 27, 10}, {11, 26, 26, 10},
      {10, 26, 26, 9},  {12, 27, 29, 10}, {10, 27, 27, 10}, {10, 27, 29, 8},  {11, 28, 28, 8},
      {14, 29, 29, 13}, {11, 29, 31, 9},  {10, 29, 29, 9},  {11, 30, 30, 10}, {10, 30, 30, 10},
      {12, 31, 35, 10}, {11, 31, 34, 8},  {10, 31, 33, 10}, {11, 32, 32, 8},  {13, 33, 37, 11},
      {11, 33, 35, 9},  {10, 33, 33, 10}, {11, 34, 36, 11}, {10, 33, 37, 8},  {11, 35, 35, 11},
      {11, 35, 38, 8},  {10, 35, 35, 9},  {10, 35, 38, 8},  {12, 37, 40, 12}, {11, 37, 39, 9},
      {12, 38, 38, 12}, {10, 37, 39, 10}, {13, 39, 41, 13}, {11, 39, 39, 10}, {11, 39, 42, 8},
      {10, 39, 39, 10}, {10, 39, 41, 8},  {12, 41, 45, 10}, {11, 41, 44, 9},  {12, 42, 42, 10},
      {10, 41, 41, 9},
  }};
  expect(n >= box_points_min && n <= box_points_max, "boxes are for 10 to 100 points");
  return boxes[static_cast<std::size_t>(n - box_points_min)];
}

}  // namespace alongside::statistics
