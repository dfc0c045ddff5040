// SPDX-License-Identifier: Apache-2.0
// Curves first, marks over them, names beside those that stand out.
#include "foundation/drawing/funnel_plot.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "foundation/drawing/file.h"
#include "foundation/drawing/grid.h"

namespace alongside::drawing {
namespace {

constexpr std::size_t names_max = 12;

Axis values_of(const FunnelPlot& plot) {
  double low = plot.target;
  double high = plot.target;
  for (const FunnelMark& place : plot.places) {
    low = std::min(low, place.value);
    high = std::max(high, place.value);
  }
  // Limits of very small places would flatten all the others: they may leave the picture.
  const double room = (high - low) / 4;
  for (const FunnelLimits& at : plot.limits) {
    low = std::min(low, std::max(at.lower998, low - room));
    high = std::max(high, std::min(at.upper998, high + room));
  }
  return axis_between(low, high);
}

Axis sizes_of(const FunnelPlot& plot) {
  double high = 0;
  for (const FunnelMark& place : plot.places) high = std::max(high, place.size);
  return axis_between(0, high);
}

using Limit = double FunnelLimits::*;

/// Through the limits of all sizes, within the picture.
std::string curve(const FunnelPlot& plot, Limit limit, const Axis& values, const Scale& x,
                  const Scale& y) {
  std::string path;
  bool pen_down = false;
  for (const FunnelLimits& at : plot.limits) {
    const double value = at.*limit;
    const bool inside = value >= values.low && value <= values.high;
    if (inside)
      path += (pen_down ? "L" : "M") + coordinate(x(at.size)) + " " + coordinate(y(value));
    pen_down = inside;
  }
  return path;
}

void draw_curves(Svg& svg, const FunnelPlot& plot, const Axis& values, const Scale& x,
                 const Scale& y) {
  for (const Limit limit : {&FunnelLimits::lower95, &FunnelLimits::upper95})
    svg.path(curve(plot, limit, values, x, y), "line-strong", 1, Svg::Stroke::dashed);
  for (const Limit limit : {&FunnelLimits::lower998, &FunnelLimits::upper998})
    svg.path(curve(plot, limit, values, x, y), "line-strong", 1.5);
}

void draw_names(Svg& svg, const FunnelPlot& plot, const Frame& frame, const Scale& x,
                const Scale& y) {
  std::size_t named = 0;
  for (const FunnelMark& place : plot.places)
    if (place.shape != Shape::ring && named++ < names_max) {
      // A name near the end of the picture stands before its mark.
      const bool late =
          (x(place.size) - frame.left) * frame.way() > std::abs(frame.right - frame.left) * 0.6;
      svg.text(x(place.size) + frame.way() * (late ? -8 : 8), y(place.value) + 4, place.label,
               late ? Svg::Anchor::end : Svg::Anchor::start, Svg::Weight::bold);
    }
}

}  // namespace

Drawing draw(const FunnelPlot& plot, Width width) {
  const bool wide = width == Width::wide;
  const Axis values = values_of(plot);
  const Axis sizes = sizes_of(plot);
  const Frame frame = frame_for(width, values, plot.reading);
  Svg svg(plot.id + (wide ? "-wide" : "-narrow"), wide ? "chart" : "chart nar",
          wide ? wide_width : 300, wide ? wide_height + 24 : 262, plot.title, plot.description,
          frame.way() < 0 ? " direction=\"rtl\"" : "");
  const Scale y(values.low, values.high, frame.bottom, frame.top);
  const Scale x(sizes.low, sizes.high, frame.left, frame.right);
  draw_axis(svg, frame, values, y);
  for (const auto& [size, words] : sizes.ticks)
    svg.text(x(size), frame.bottom + 21, words, Svg::Anchor::middle, Svg::Weight::quiet);
  svg.text((frame.left + frame.right) / 2, frame.bottom + 43, plot.size_label, Svg::Anchor::middle,
           Svg::Weight::quiet);
  if (plot.places.empty()) return std::move(svg).finish();
  draw_curves(svg, plot, values, x, y);
  svg.line(frame.left, y(plot.target), frame.right, y(plot.target), "ink", 2);
  std::vector<PlacedMark> marks;
  for (const FunnelMark& place : plot.places)
    marks.push_back({x(place.size), y(place.value), place.shape});
  draw_marks(svg, frame, marks);
  draw_names(svg, plot, frame, x, y);
  if (wide && !plot.limits.empty()) {
    const FunnelLimits& last = plot.limits.back();
    const auto within = [&](double value) { return y(std::clamp(value, values.low, values.high)); };
    label_ends(svg, frame,
               {{y(plot.target), plot.target_label, Svg::Weight::bold},
                {within(last.upper95), plot.inner_label, Svg::Weight::quiet},
                {within(last.upper998), plot.outer_label, Svg::Weight::quiet}});
  }
  return std::move(svg).finish();
}

std::string as_file(const FunnelPlot& plot) {
  return as_file(draw(plot, Width::wide), wide_width, wide_height + 24,
                 {plot.title, plot.description});
}

std::string draw_in_characters(const FunnelPlot& plot, int columns, int rows) {
  const Axis values = values_of(plot);
  const Axis sizes = sizes_of(plot);
  Grid grid(values, columns, rows);
  const auto column_of = [&](double size) {
    const double part = (size - sizes.low) / (sizes.high - sizes.low);
    return std::clamp(static_cast<int>(part * grid.width()), 0, grid.width() - 1);
  };
  const auto inside = [&](double value) { return value >= values.low && value <= values.high; };
  if (!plot.places.empty())
    for (int column = 0; column < grid.width(); ++column)
      grid.put(column, grid.row_of(plot.target), "─");
  for (const FunnelLimits& at : plot.limits) {
    for (const double value : {at.lower95, at.upper95})
      if (inside(value)) grid.put(column_of(at.size), grid.row_of(value), "·");
    for (const double value : {at.lower998, at.upper998})
      if (inside(value)) grid.put(column_of(at.size), grid.row_of(value), "┄");
  }
  for (const FunnelMark& place : plot.places)
    if (place.shape != Shape::none)
      grid.put(column_of(place.size), grid.row_of(place.value), sign_of(place.shape));
  return grid.drawn(sizes.ticks.front().second, plot.size_label + " " + sizes.ticks.back().second);
}

}  // namespace alongside::drawing
