// SPDX-License-Identifier: Apache-2.0
// A sheet of characters beside an axis.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "foundation/drawing/plot.h"

namespace alongside::drawing {

std::string_view sign_of(Shape shape);

class Grid {
 public:
  /// `columns` with the axis and its words; what is drawn has at least ten.
  Grid(const Axis& axis, int columns, int rows);
  int width() const { return width_; }
  int row_of(double value) const;
  /// Later signs cover earlier ones.
  void put(int column, int row, std::string_view sign);
  /// With the axis on the left and `first` and `last` under it, unless both are empty.
  std::string drawn(const std::string& first, const std::string& last) const;

 private:
  const Axis& axis_;
  std::size_t label_width_ = 0;
  int width_;
  int rows_;
  std::vector<std::string_view> cells_;
};

}  // namespace alongside::drawing
