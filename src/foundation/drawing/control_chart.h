// SPDX-License-Identifier: Apache-2.0
// A control chart of shares out of 100: points, middle line, stepped limits, marks by shape and
// colour, labels at the lines' ends.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "foundation/drawing/svg.h"

namespace alongside::drawing {

enum class Shape { none, ring, diamond, square };

struct ChartMark {
  std::string label;            ///< under the axis, where there is room
  std::optional<double> value;  ///< 0 to 1; missing leaves a gap in the line
  std::optional<double> lower;
  std::optional<double> upper;
  Shape shape = Shape::ring;  ///< ring: usual; diamond: better; square: worse
};

/// Every word in the drawing comes from the caller.
struct ControlChart {
  std::string id;
  std::string title;
  std::string description;
  std::vector<ChartMark> points;
  std::optional<double> centre;
  std::string centre_label;
  std::string upper_label;
  std::string lower_label;
  std::string latest_label;
};

/// Two drawings of one chart: text stays readable on a phone and on a desk.
enum class Width { narrow, wide };
Drawing draw(const ControlChart& chart, Width width);

/// Without axes and words, for a row in a list: 116 by 58 units.
Drawing draw_small(const ControlChart& chart);

}  // namespace alongside::drawing
