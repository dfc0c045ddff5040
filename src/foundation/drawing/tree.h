// SPDX-License-Identifier: Apache-2.0
// A tree as boxes with words, from what is aimed for to what could be changed: a driver diagram.
#pragma once

#include <string>
#include <vector>

#include "foundation/drawing/plot.h"

namespace alongside::drawing {

/// Depth first, as one reads: each box comes after the one that it hangs on.
struct TreeBox {
  std::string words;
  int depth = 0;           ///< 0: the first box, and the only one of that depth
  bool dashed = false;     ///< an idea, and not a belief
  std::string below = {};  ///< small words under the others, such as a measure's
};
struct Tree {
  std::string id;
  std::string title;
  std::string description;
  std::vector<TreeBox> boxes;  ///< at least one
};

/// Columns from the side where reading begins. As wide as it has depths, each box as high as its
/// words need.
Drawing draw(const Tree& tree, Reading reading);

}  // namespace alongside::drawing
