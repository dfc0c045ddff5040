// SPDX-License-Identifier: Apache-2.0
// One person's way over time: every answer a pale dot, the middle of each week on a line, the last
// one large with its words.
#pragma once

#include <string>
#include <vector>

#include "foundation/drawing/plot.h"

namespace alongside::drawing {

/// Places in days and values as on the axis. `line` may be empty; both oldest first.
struct Way {
  std::string id;
  std::string title;
  std::string description;
  std::vector<std::pair<double, double>> dots;
  std::vector<std::pair<double, double>> line;
  Axis axis;
  std::string first;  ///< words under the first day
  std::string last;   ///< words under the last day
  std::string now;    ///< words beside the last dot
};

/// Must have at least one dot.
Drawing draw_way(const Way& way, Width width, Reading reading);

}  // namespace alongside::drawing
