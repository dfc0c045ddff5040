// SPDX-License-Identifier: Apache-2.0
// Small pictures beside a number: how many of 100, where it may lie, how much of a week, and a
// person's own way in one line. Each says in words what it shows.
#pragma once

#include <string_view>
#include <vector>

#include "foundation/drawing/svg.h"

namespace alongside::drawing {

struct FigureWords {
  std::string_view id;  ///< unique on its page
  std::string_view title;
  std::string_view description;
};

/// Ten rows of ten, filled from the top left; rings for the rest. `count` from 0 to 100.
Drawing draw_hundred(const FigureWords& words, int count, std::string_view colour);

/// A line from 0 to 100, a band from low to high and a hexagon at the number; all 0 to 100.
Drawing draw_likely_range(const FigureWords& words, double at, double low, double high,
                          std::string_view colour);

/// A bar that is filled to `share`, 0 to 1.
Drawing draw_filled_bar(const FigureWords& words, double share, std::string_view colour);

/// Levels from -2 to 2 in their order, over a field that begins at 0: attained. At least one.
Drawing draw_small_way(const FigureWords& words, const std::vector<double>& levels);

/// Three steps, of which so many are filled; decoration beside words.
Drawing draw_steps(int filled, std::string_view colour);

}  // namespace alongside::drawing
