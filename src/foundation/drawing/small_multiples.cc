// SPDX-License-Identifier: Apache-2.0
// Panels in rows, each a small drawing set into the large one.
#include "foundation/drawing/small_multiples.h"

#include "foundation/base/text.h"
#include "foundation/drawing/file.h"

namespace alongside::drawing {
namespace {

constexpr std::size_t in_a_row = 3;
constexpr double panel_width = 212;
constexpr double panel_height = 158;
constexpr double picture_width = 196;
constexpr double picture_height = 100;
constexpr double sign_size = 20;
constexpr std::size_t name_characters_max = 22;

std::string shortened(const std::string& name) {
  if (characters(name) <= name_characters_max) return name;
  return first_characters(name, name_characters_max - 1) + "…";
}

/// A drawing set into another: at a place, in a size.
std::string set_in(const Drawing& drawing, double x, double y, double width, double height) {
  constexpr std::string_view begin = "<svg ";
  std::string markup = drawing.markup;
  markup.insert(begin.size(), "x=\"" + coordinate(x) + "\" y=\"" + coordinate(y) + "\" width=\"" +
                                  coordinate(width) + "\" height=\"" + coordinate(height) + "\" ");
  return markup;
}

void draw_panel(Svg& svg, const Panel& panel, double x, double y) {
  const ControlChart& chart = panel.chart;
  svg.text(x, y + 16, shortened(chart.title), Svg::Anchor::start, Svg::Weight::bold);
  double right = x + picture_width - sign_size;
  const double top = y + 22;
  const auto set = [&](const Drawing& sign) {
    svg.inset(set_in(sign, right, top, sign_size, sign_size));
    right -= sign_size + 4;
  };
  if (panel.assurance) set(draw(*panel.assurance, chart.id + "-a", chart.description));
  if (panel.variation) set(draw(*panel.variation, chart.id + "-v", chart.description));
  svg.text(x, y + 36, chart.latest_label, Svg::Anchor::start, Svg::Weight::quiet);
  svg.inset(set_in(draw_small(chart, picture_width, picture_height), x, y + 44, picture_width,
                   picture_height));
}

}  // namespace

std::string as_file(const SmallMultiples& many) {
  const std::size_t rows = (many.panels.size() + in_a_row - 1) / in_a_row;
  const double height = panel_height * static_cast<double>(rows);
  Svg svg("many", "chart", wide_width, height, many.title, many.description);
  for (std::size_t i = 0; i < many.panels.size(); ++i)
    draw_panel(svg, many.panels[i], 8 + panel_width * static_cast<double>(i % in_a_row),
               panel_height * static_cast<double>(i / in_a_row));
  return as_file(std::move(svg).finish(), wide_width, height, {many.title, many.description});
}

}  // namespace alongside::drawing
