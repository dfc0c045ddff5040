// SPDX-License-Identifier: Apache-2.0
// Rows of cells, each one character wide.
#include "foundation/drawing/grid.h"

#include <algorithm>
#include <cmath>

#include "foundation/base/text.h"

namespace alongside::drawing {
namespace {

std::string right_aligned(const std::string& words, std::size_t width) {
  const std::size_t length = characters(words);
  return std::string(length < width ? width - length : 0, ' ') + words;
}

}  // namespace

std::string_view sign_of(Shape shape) {
  switch (shape) {
    case Shape::none:
      return " ";
    case Shape::ring:
      return "●";
    case Shape::diamond:
      return "◆";
    case Shape::square:
      return "■";
    case Shape::cross:
      return "×";
  }
  return " ";
}

Grid::Grid(const Axis& axis, int columns, int rows) : axis_(axis), rows_(rows) {
  for (const auto& [value, words] : axis.ticks)
    label_width_ = std::max(label_width_, characters(words));
  width_ = std::max(10, columns - static_cast<int>(label_width_) - 2);
  cells_.assign(static_cast<std::size_t>(width_ * rows_), " ");
}

int Grid::row_of(double value) const {
  const double part = (value - axis_.low) / (axis_.high - axis_.low);
  return std::clamp(static_cast<int>(std::lround((1 - part) * (rows_ - 1))), 0, rows_ - 1);
}

void Grid::put(int column, int row, std::string_view sign) {
  cells_[static_cast<std::size_t>(row * width_ + column)] = sign;
}

std::string Grid::drawn(const std::string& first, const std::string& last) const {
  std::string text;
  for (int row = 0; row < rows_; ++row) {
    std::string label;
    for (const auto& [value, words] : axis_.ticks)
      if (row_of(value) == row) label = words;
    std::string line = right_aligned(label, label_width_) + (label.empty() ? " │" : " ┤");
    for (int column = 0; column < width_; ++column)
      line += cells_[static_cast<std::size_t>(row * width_ + column)];
    text += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  }
  if (first.empty() && last.empty()) return text;
  const auto width = static_cast<std::size_t>(width_);
  return text + std::string(label_width_ + 2, ' ') + first +
         right_aligned(last, width - std::min(width, characters(first))) + "\n";
}

}  // namespace alongside::drawing
