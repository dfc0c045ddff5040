// SPDX-License-Identifier: Apache-2.0
// A control chart: points, middle line and stepped limits phase by phase, marks by shape and
// colour, a target, notes, labels at the lines' ends.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "foundation/drawing/svg.h"

namespace alongside::drawing {

/// ring: usual; diamond: better, or merely different; square: worse; cross: left out, in grey.
enum class Shape { none, ring, diamond, square, cross };

struct ChartMark {
  std::string label;            ///< under the axis, where there is room
  std::optional<double> value;  ///< on the axis; missing leaves a gap in the line
  std::optional<double> lower;
  std::optional<double> upper;
  Shape shape = Shape::ring;
  std::optional<double> centre = {};  ///< of its phase; none: the chart's
  bool begins_phase = false;          ///< a thin upright line stands before it
  std::optional<double> second = {};  ///< of a second trace, such as a sum downwards
};

/// What stands on the left: values and their words, from low to high.
struct Axis {
  double low = 0;
  double high = 1;
  std::vector<std::pair<double, std::string>> ticks;
};
/// Round steps over what is drawn, each written with the decimals its step needs.
Axis axis_over(const std::vector<ChartMark>& points, std::optional<double> target);

/// Words at a point: a test of change, an event.
struct ChartNote {
  std::size_t point = 0;
  std::string words;
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
  std::optional<Axis> axis;  ///< none: shares from 0 to 1, written out of 100
  std::optional<double> target;
  std::string target_label;
  std::vector<ChartNote> notes;
};

/// Two drawings of one chart: text stays readable on a phone and on a desk.
enum class Width { narrow, wide };
Drawing draw(const ControlChart& chart, Width width);

/// The wide drawing as a file of its own: with its title and description as words, and its colours,
/// for light and dark.
std::string as_file(const ControlChart& chart);

/// Without axes and words, for a row in a list: 116 by 58 units.
Drawing draw_small(const ControlChart& chart);

}  // namespace alongside::drawing
