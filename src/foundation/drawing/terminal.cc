// SPDX-License-Identifier: Apache-2.0
// A grid of cells; later strokes cover earlier ones.
#include "foundation/drawing/terminal.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "foundation/base/text.h"

namespace alongside::drawing {
namespace {

class Grid {
 public:
  Grid(int columns, int rows)
      : columns_(columns), cells_(static_cast<std::size_t>(columns * rows), " ") {}
  void put(int column, int row, std::string_view sign) {
    cells_[static_cast<std::size_t>(row * columns_ + column)] = sign;
  }
  std::string row(int row) const {
    std::string text;
    for (int column = 0; column < columns_; ++column)
      text += cells_[static_cast<std::size_t>(row * columns_ + column)];
    return text.substr(0, text.find_last_not_of(' ') + 1);
  }

 private:
  int columns_;
  std::vector<std::string_view> cells_;
};

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

std::string right_aligned(const std::string& words, std::size_t width) {
  const std::size_t length = characters(words);
  return std::string(length < width ? width - length : 0, ' ') + words;
}

}  // namespace

std::string draw_in_characters(const ControlChart& chart, int columns, int rows) {
  const Axis axis = chart.axis ? *chart.axis : axis_over(chart.points, chart.target);
  std::size_t label_width = 0;
  for (const auto& [value, words] : axis.ticks)
    label_width = std::max(label_width, characters(words));
  const int width = std::max(10, columns - static_cast<int>(label_width) - 2);
  Grid grid(width, rows);
  const auto row_of = [&](double value) {
    const double part = (value - axis.low) / (axis.high - axis.low);
    return std::clamp(static_cast<int>(std::lround((1 - part) * (rows - 1))), 0, rows - 1);
  };
  const auto n = static_cast<double>(std::max<std::size_t>(chart.points.size(), 1));
  for (int column = 0; column < width; ++column) {
    const auto at = static_cast<std::size_t>((column + 0.5) * n / width);
    if (at >= chart.points.size()) continue;
    const ChartMark& point = chart.points[at];
    if (point.lower) grid.put(column, row_of(*point.lower), "┄");
    if (point.upper) grid.put(column, row_of(*point.upper), "┄");
    if (chart.target) grid.put(column, row_of(*chart.target), "·");
    const auto centre = point.centre ? point.centre : chart.centre;
    if (centre) grid.put(column, row_of(*centre), "─");
  }
  for (std::size_t i = 0; i < chart.points.size(); ++i) {
    const ChartMark& point = chart.points[i];
    const int column = static_cast<int>((static_cast<double>(i) + 0.5) * width / n);
    if (point.second) grid.put(column, row_of(*point.second), "○");
    if (point.value && point.shape != Shape::none)
      grid.put(column, row_of(*point.value), sign_of(point.shape));
  }
  std::string drawn;
  for (int row = 0; row < rows; ++row) {
    std::string label;
    for (const auto& [value, words] : axis.ticks)
      if (row_of(value) == row) label = words;
    drawn +=
        right_aligned(label, label_width) + (label.empty() ? " │" : " ┤") + grid.row(row) + "\n";
  }
  if (!chart.points.empty()) {
    const std::string& first = chart.points.front().label;
    const std::string& last = chart.points.back().label;
    drawn += std::string(label_width + 2, ' ') + first +
             right_aligned(last, static_cast<std::size_t>(width) -
                                     std::min<std::size_t>(static_cast<std::size_t>(width),
                                                           characters(first))) +
             "\n";
  }
  return drawn;
}

}  // namespace alongside::drawing
