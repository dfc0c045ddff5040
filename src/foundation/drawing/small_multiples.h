// SPDX-License-Identifier: Apache-2.0
// Many charts in one picture, each with its name, its latest number and its sign.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "foundation/drawing/control_chart.h"
#include "foundation/drawing/icons.h"

namespace alongside::drawing {

struct Panel {
  ControlChart chart;  ///< its `latest_label` stands under its title
  std::optional<VariationSign> variation;
  std::optional<AssuranceSign> assurance;
};

/// Three in a row, each on an axis of its own, with its signs.
struct SmallMultiples {
  std::string title;
  std::string description;
  std::vector<Panel> panels;
};
/// A file of its own (file.h).
std::string as_file(const SmallMultiples& many);

}  // namespace alongside::drawing
