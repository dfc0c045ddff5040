// SPDX-License-Identifier: Apache-2.0
// The same chart in plain characters: for a terminal, a log, an e-mail.
#pragma once

#include <string>

#include "foundation/drawing/control_chart.h"

namespace alongside::drawing {

/// `columns` wide and `rows` high with its axis; marks ● usual, ◆ better, ■ worse, × left out; ─
/// the middle, ┄ the limits. More points than columns are drawn on each other's place. Ends with a
/// line end.
std::string draw_in_characters(const ControlChart& chart, int columns, int rows);

}  // namespace alongside::drawing
