// SPDX-License-Identifier: Apache-2.0
// A control chart: points, middle line and stepped limits phase by phase, marks by shape and
// colour, a target, notes, labels at the lines' ends.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "foundation/drawing/plot.h"

namespace alongside::drawing {

struct ChartMark {
  std::string label;            ///< under the axis, where there is room
  std::optional<double> value;  ///< on the axis; missing leaves a gap in the line
  std::optional<double> lower;
  std::optional<double> upper;
  Shape shape = Shape::ring;
  std::optional<double> centre = {};  ///< of its phase; none: the chart's
  bool begins_phase = false;          ///< a thin upright line stands before it
  std::optional<double> second = {};  ///< of a second trace, such as a sum downwards
  Shape second_shape = Shape::none;
  std::optional<double> target = {};  ///< at this time; none: the chart's
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
  Reading reading = Reading::left_to_right;  ///< of the language around it
};

/// Two drawings of one chart: text stays readable on a phone and on a desk. Each says where its
/// points stand, for a script that reads them out: data-from and data-to are where the first place
/// begins and the last ends, data-count how many there are.
Drawing draw(const ControlChart& chart, Width width);

/// The wide drawing as a file of its own, with its title and description as words (file.h), and
/// where its numbers come from below.
std::string as_file(const ControlChart& chart, std::string_view trace = {});

/// Without axes and words, for a row in a list or one of many.
Drawing draw_small(const ControlChart& chart, double width = 116, double height = 58);

}  // namespace alongside::drawing
