// SPDX-License-Identifier: Apache-2.0
// Two signs beside a measure: which way it moves, and whether its target can be relied on. Own
// drawings for what NHS England's "Making Data Count" says with its icons; each differs in form,
// not in colour alone.
#pragma once

#include <optional>
#include <string_view>

#include "foundation/drawing/svg.h"

namespace alongside::drawing {

/// usual: a level wave. The others an arrow, up or down; better in a circle, worse in a square,
/// different in a ring of dots.
enum class VariationSign { usual, better_up, better_down, worse_up, worse_down, up, down };
/// reached: the target lies on the good side of both limits. not_reached: beyond the bad one.
/// sometimes: between them.
enum class AssuranceSign { reached, not_reached, sometimes };

/// An arrow: up or not, wanted or not, or nobody knows whether it is wanted.
VariationSign moving(bool up, std::optional<bool> wanted);

/// 40 by 40 units. `id` as for Svg; `words` say the same.
Drawing draw(VariationSign sign, std::string_view id, std::string_view words);
Drawing draw(AssuranceSign sign, std::string_view id, std::string_view words);

}  // namespace alongside::drawing
