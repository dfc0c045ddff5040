// SPDX-License-Identifier: Apache-2.0
// A control chart in characters; later strokes cover earlier ones.
#include "foundation/drawing/terminal.h"

#include <algorithm>

#include "foundation/drawing/grid.h"

namespace alongside::drawing {

std::string draw_in_characters(const ControlChart& chart, int columns, int rows) {
  const Axis axis = chart.axis ? *chart.axis : axis_over(chart.points, chart.target);
  Grid grid(axis, columns, rows);
  const int width = grid.width();
  const auto n = static_cast<double>(std::max<std::size_t>(chart.points.size(), 1));
  const auto put = [&](int column, const std::optional<double>& value, std::string_view sign) {
    if (value) grid.put(column, grid.row_of(*value), sign);
  };
  for (int column = 0; column < width; ++column) {
    const auto at = static_cast<std::size_t>((column + 0.5) * n / width);
    if (at >= chart.points.size()) continue;
    const ChartMark& point = chart.points[at];
    put(column, point.lower, "┄");
    put(column, point.upper, "┄");
    put(column, point.target ? point.target : chart.target, "·");
    put(column, point.centre ? point.centre : chart.centre, "─");
  }
  for (std::size_t i = 0; i < chart.points.size(); ++i) {
    const ChartMark& point = chart.points[i];
    const int column = static_cast<int>((static_cast<double>(i) + 0.5) * width / n);
    put(column, point.second,
        point.second_shape == Shape::none ? "○" : sign_of(point.second_shape));
    // A line of very many points is drawn without marks; here its points are all there is.
    put(column, point.value, point.shape == Shape::none ? "•" : sign_of(point.shape));
  }
  if (chart.points.empty()) return grid.drawn({}, {});
  return grid.drawn(chart.points.front().label, chart.points.back().label);
}

}  // namespace alongside::drawing
