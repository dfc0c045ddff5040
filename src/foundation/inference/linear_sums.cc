// SPDX-License-Identifier: Apache-2.0
// Adds rows up: about 55 products a row and as many again for its person.
#include "foundation/inference/linear_sums.h"

#include <algorithm>
#include <cmath>

#include "foundation/base/expect.h"

namespace alongside::inference {
namespace {

void add(std::vector<double>& to, const std::vector<double>& from) {
  for (std::size_t i = 0; i < to.size(); ++i) to[i] += from[i];
}

/// x x' onto a packed triangle.
void add_square(std::span<const Cell> cells, std::vector<double>& onto) {
  for (std::size_t j = 0; j < cells.size(); ++j) {
    double* column = onto.data() + packed(0, cells[j].column);
    const double by = cells[j].units;
    for (std::size_t i = 0; i <= j; ++i) column[cells[i].column] += by * cells[i].units;
  }
}

bool whole(double sum) { return std::abs(sum) < 9'007'199'254'740'992.0 && sum == std::rint(sum); }
bool whole(const std::vector<double>& sums) {
  return std::ranges::all_of(sums, [](double sum) { return whole(sum); });
}

}  // namespace

LinearSums::LinearSums(std::size_t count, Units of)
    : columns(count), units(of), xy(count, 0), xx(count * (count + 1) / 2, 0) {}

LinearSums& LinearSums::operator+=(const LinearSums& other) {
  expect(columns == other.columns && units.x == other.units.x && units.y == other.units.y,
         "sums of one code book");
  rows += other.rows;
  y += other.y;
  yy += other.yy;
  add(xy, other.xy);
  add(xx, other.xx);
  for (const auto& [count, theirs] : other.patterns) {
    const auto [found, is_new] = patterns.try_emplace(count, theirs);
    if (is_new) continue;
    found->second.persons += theirs.persons;
    found->second.tt += theirs.tt;
    add(found->second.st, theirs.st);
    add(found->second.ss, theirs.ss);
  }
  return *this;
}

bool LinearSums::exact() const {
  return whole(yy) && whole(xy) && whole(xx) && std::ranges::all_of(patterns, [](const auto& one) {
           return whole(one.second.tt) && whole(one.second.st) && whole(one.second.ss);
         });
}

void LinearSummer::row(std::span<const Cell> cells, double y) {
  add_square(cells, sums_.xx);
  for (const Cell& cell : cells) {
    sums_.xy[cell.column] += cell.units * y;
    if (own_[cell.column] == 0) touched_.push_back(cell.column);
    own_[cell.column] += cell.units;
  }
  sums_.y += y;
  sums_.yy += y * y;
  sums_.rows += 1;
  own_y_ += y;
  own_rows_ += 1;
}

void LinearSummer::end_of_person() {
  if (own_rows_ == 0) return;
  std::ranges::sort(touched_);
  summed_.clear();
  for (const std::size_t column : touched_) {
    // A column stands twice when its sum came through zero; the second time nothing is left.
    if (own_[column] != 0) summed_.push_back({column, own_[column]});
    own_[column] = 0;
  }
  touched_.clear();
  PatternSums& pattern = sums_.patterns[own_rows_];
  if (pattern.st.empty()) {
    pattern.st.assign(sums_.columns, 0);
    pattern.ss.assign(sums_.xx.size(), 0);
  }
  pattern.persons += 1;
  pattern.tt += own_y_ * own_y_;
  for (const Cell& cell : summed_) pattern.st[cell.column] += cell.units * own_y_;
  add_square(summed_, pattern.ss);
  own_y_ = 0;
  own_rows_ = 0;
}

}  // namespace alongside::inference
