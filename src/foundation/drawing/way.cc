// SPDX-License-Identifier: Apache-2.0
// A person's chart: circles for the person, no limits and no verdict.
#include "foundation/drawing/way.h"

#include <algorithm>

#include "foundation/base/expect.h"

namespace alongside::drawing {
namespace {

constexpr double height_narrow = 190;
constexpr double height_wide = 240;

std::string circles(const std::vector<std::pair<double, double>>& places) {
  std::string path;
  for (const auto& [x, y] : places) path += dot_path(x, y);
  return path;
}

}  // namespace

Drawing draw_way(const Way& way, Width width, Reading reading) {
  expect(!way.dots.empty(), "a way begins somewhere");
  const bool narrow = width == Width::narrow;
  const double wide = narrow ? 300 : wide_width;
  const double high = narrow ? height_narrow : height_wide;
  Frame frame = frame_for(width, way.axis, reading);
  frame.bottom = high - 30;
  // Room for the words at the last dot.
  const double words = letter_width * static_cast<double>(way.now.size()) + 16;
  frame.right = frame.way() > 0 ? wide - words : words;
  Svg svg(way.id, narrow ? "chart only-narrow" : "chart only-wide", wide, high, way.title,
          way.description);
  const Scale y(way.axis.low, way.axis.high, frame.bottom, frame.top);
  const double from = way.dots.front().first;
  const double to = std::max(way.dots.back().first, from + 1);
  const Scale x(from, to, frame.left + frame.way() * 8, frame.right - frame.way() * 8);
  draw_axis(svg, frame, way.axis, y);
  std::vector<std::pair<double, double>> dots;
  for (const auto& [day, value] : way.dots) dots.emplace_back(x(day), y(value));
  svg.rings(circles(dots), 3.2, "berry");
  std::string line;
  std::vector<std::pair<double, double>> middles;
  for (const auto& [day, value] : way.line) {
    const double at_x = x(std::clamp(day, from, to));
    line += (line.empty() ? "M" : "L") + coordinate(at_x) + " " + coordinate(y(value));
    middles.emplace_back(at_x, y(value));
  }
  if (!line.empty()) svg.path(line, "berry", 3);
  if (!middles.empty()) svg.rings(circles(middles), 5, "berry");
  svg.rings(circles({dots.back()}), 7, "berry");
  const auto begin = frame.way() > 0 ? Svg::Anchor::start : Svg::Anchor::end;
  const auto end = frame.way() > 0 ? Svg::Anchor::end : Svg::Anchor::start;
  svg.text(dots.back().first + frame.way() * 12, dots.back().second + 5, way.now, begin,
           Svg::Weight::bold);
  svg.text(frame.left, high - 8, way.first, begin, Svg::Weight::quiet);
  if (way.dots.size() > 1) svg.text(frame.right, high - 8, way.last, end, Svg::Weight::quiet);
  return std::move(svg).finish();
}

}  // namespace alongside::drawing
