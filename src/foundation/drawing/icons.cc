// SPDX-License-Identifier: Apache-2.0
// Frames and strokes.
#include "foundation/drawing/icons.h"

namespace alongside::drawing {
namespace {

constexpr std::string_view circle = "M20 2a18 18 0 1 1 0 36a18 18 0 1 1 0-36Z";
constexpr std::string_view square = "M3 3h34v34h-34Z";
constexpr std::string_view wave = "M6 22c4-9 7-9 10-1s6 8 9 0s6-8 9-1";
constexpr std::string_view arrow_up = "M11 29L28 13M17 12h12v12";
constexpr std::string_view arrow_down = "M11 11L28 27M17 28h12v-12";
constexpr std::string_view target_line = "M7 14h26";

Svg icon(std::string_view id, std::string_view words) {
  return Svg(id, "icon", 40, 40, words, words);
}

}  // namespace

VariationSign moving(bool up, std::optional<bool> wanted) {
  if (!wanted) return up ? VariationSign::up : VariationSign::down;
  if (*wanted) return up ? VariationSign::better_up : VariationSign::better_down;
  return up ? VariationSign::worse_up : VariationSign::worse_down;
}

Drawing draw(VariationSign sign, std::string_view id, std::string_view words) {
  Svg svg = icon(id, words);
  switch (sign) {
    case VariationSign::usual:
      svg.path(circle, "same", 2).path(wave, "same", 2.5);
      break;
    case VariationSign::better_up:
    case VariationSign::better_down:
      svg.path(circle, "better", 3);
      svg.path(sign == VariationSign::better_up ? arrow_up : arrow_down, "better", 3.5);
      break;
    case VariationSign::worse_up:
    case VariationSign::worse_down:
      svg.path(square, "worse", 3);
      svg.path(sign == VariationSign::worse_up ? arrow_up : arrow_down, "worse", 3.5);
      break;
    case VariationSign::up:
    case VariationSign::down:
      svg.path(circle, "ink", 2.5, Svg::Stroke::dotted);
      svg.path(sign == VariationSign::up ? arrow_up : arrow_down, "ink", 3.5);
      break;
  }
  return std::move(svg).finish();
}

Drawing draw(AssuranceSign sign, std::string_view id, std::string_view words) {
  Svg svg = icon(id, words);
  switch (sign) {
    case AssuranceSign::reached:
      svg.path(circle, "better", 3).path("M11 21l6 7l12-16", "better", 3.5);
      break;
    case AssuranceSign::not_reached:
      svg.path(square, "worse", 3).path(target_line, "worse", 2, Svg::Stroke::dashed);
      svg.path("M8 27c4-4 7-4 10 0s6 4 9 0s4-3 5-1", "worse", 3);
      break;
    case AssuranceSign::sometimes:
      svg.path(circle, "same", 2).path("M7 20h26", "same", 2, Svg::Stroke::dashed);
      svg.path("M7 24c4-12 8-12 11-2s7 8 10-4", "same", 2.5);
      break;
  }
  return std::move(svg).finish();
}

}  // namespace alongside::drawing
