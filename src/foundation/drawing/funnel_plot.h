// SPDX-License-Identifier: Apache-2.0
// Places beside each other by their size, inside limits that narrow as places grow.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "foundation/drawing/plot.h"

namespace alongside::drawing {

struct FunnelMark {
  std::string label;  ///< drawn where the mark is more than a ring
  double size = 0;
  double value = 0;
  Shape shape = Shape::ring;
};

/// The limits at one size; a curve is drawn through those of all sizes.
struct FunnelLimits {
  double size = 0;
  double lower95 = 0, upper95 = 0, lower998 = 0, upper998 = 0;
};

/// Every word in the drawing comes from the caller.
struct FunnelPlot {
  std::string id;
  std::string title;
  std::string description;
  std::vector<FunnelMark> places;
  std::vector<FunnelLimits> limits;  ///< sizes rising
  double target = 0;
  std::string target_label, inner_label, outer_label, size_label;
  Reading reading = Reading::left_to_right;
};

Drawing draw(const FunnelPlot& plot, Width width);
std::string as_file(const FunnelPlot& plot);
/// In plain characters: marks as for a control chart, ─ the target, · the inner and ┄ the outer
/// limits.
std::string draw_in_characters(const FunnelPlot& plot, int columns, int rows);

}  // namespace alongside::drawing
