// SPDX-License-Identifier: Apache-2.0
// Circles, a hexagon, a bar and a line.
#include "foundation/drawing/option_figures.h"

#include <algorithm>
#include <string>

#include "foundation/base/expect.h"
#include "foundation/drawing/scale.h"

namespace alongside::drawing {
namespace {

constexpr std::string_view box = "chart fig";

std::string circle_path(double x, double y, double radius) {
  const std::string r = coordinate(radius);
  const std::string width = coordinate(2 * radius);
  return "M" + coordinate(x - radius) + " " + coordinate(y) + "a" + r + " " + r + " 0 1 0 " +
         width + " 0a" + r + " " + r + " 0 1 0-" + width + " 0";
}

/// A bar with round ends.
std::string bar_path(double x, double y, double width, double height) {
  const double r = height / 2;
  const std::string arc = "a" + coordinate(r) + " " + coordinate(r) + " 0 0 1 0 ";
  const std::string length = coordinate(std::max(width - height, 0.0));
  return "M" + coordinate(x + r) + " " + coordinate(y) + "h" + length + arc + coordinate(height) +
         "h-" + length + arc + "-" + coordinate(height) + "Z";
}

std::string hexagon_path(double x, double y, double r) {
  const std::string half = coordinate(r / 2);
  const std::string up = coordinate(r * 0.87);
  return "M" + coordinate(x - r) + " " + coordinate(y) + "l" + half + "-" + up + "h" +
         coordinate(r) + "l" + half + " " + up + "l-" + half + " " + up + "h-" + coordinate(r) +
         "Z";
}

std::string box_path(double x, double y, double width, double height) {
  return "M" + coordinate(x) + " " + coordinate(y) + "h" + coordinate(width) + "v" +
         coordinate(height) + "h-" + coordinate(width) + "Z";
}

}  // namespace

Drawing draw_hundred(const FigureWords& words, int count, std::string_view colour) {
  expect(count >= 0 && count <= 100, "of a hundred");
  Svg svg(words.id, "chart hundred", 100, 100, words.title, words.description);
  std::string filled;
  std::string rings;
  for (int i = 0; i < 100; ++i)
    (i < count ? filled : rings) +=
        dot_path(5 + 10 * (i % 10), 5 + 10 * static_cast<double>(i / 10));
  // Dots of a stroke with round ends: a tenth of the weight of as many circles.
  svg.rings(rings, 2.9, "line-strong");
  svg.dots(filled, 3.6, colour);
  return std::move(svg).finish();
}

Drawing draw_likely_range(const FigureWords& words, double at, double low, double high,
                          std::string_view colour) {
  Svg svg(words.id, box, 160, 48, words.title, words.description);
  const Scale x(0, 100, 10, 150);
  svg.area(bar_path(8, 16, 144, 4), "line");
  svg.area(bar_path(x(low) - 5, 13, x(high) - x(low) + 10, 10), "band");
  svg.path(bar_path(x(low) - 5, 13, x(high) - x(low) + 10, 10), colour, 1);
  svg.area(hexagon_path(x(at), 18, 8), colour);
  svg.text(6, 44, "0", Svg::Anchor::start, Svg::Weight::quiet);
  svg.text(80, 44, "50", Svg::Anchor::middle, Svg::Weight::quiet);
  svg.text(156, 44, "100", Svg::Anchor::end, Svg::Weight::quiet);
  return std::move(svg).finish();
}

Drawing draw_filled_bar(const FigureWords& words, double share, std::string_view colour) {
  Svg svg(words.id, box, 160, 16, words.title, words.description);
  svg.area(bar_path(1, 2, 158, 12), "sunk");
  const double width = 158 * std::clamp(share, 0.0, 1.0);
  if (width >= 12) svg.area(bar_path(1, 2, width, 12), colour);
  svg.path(bar_path(1, 2, 158, 12), "line-strong", 1);
  return std::move(svg).finish();
}

Drawing draw_small_way(const FigureWords& words, const std::vector<double>& levels) {
  expect(!levels.empty(), "a way begins somewhere");
  Svg svg(words.id, box, 160, 56, words.title, words.description);
  const Scale y(-2, 2, 50, 6);
  const Scale x(0, std::max<double>(1, static_cast<double>(levels.size()) - 1), 8, 150);
  svg.area(box_path(0, 0, 160, y(-0.25)), "band");
  std::string line;
  for (std::size_t i = 0; i < levels.size(); ++i)
    line += (line.empty() ? "M" : "L") + coordinate(x(static_cast<double>(i))) + " " +
            coordinate(y(levels[i]));
  if (levels.size() > 1) svg.path(line, "berry", 3);
  svg.rings(dot_path(x(0), y(levels.front())), 4, "berry");
  svg.area(circle_path(x(static_cast<double>(levels.size() - 1)), y(levels.back()), 5), "berry");
  return std::move(svg).finish();
}

Drawing draw_steps(int filled, std::string_view colour) {
  std::string markup =
      "<svg class=\"mark\" width=\"34\" height=\"14\" viewBox=\"0 0 34 14\" aria-hidden=\"true\" "
      "focusable=\"false\">";
  const std::string ink = "var(--" + std::string(colour) + ")";
  for (int step = 0; step < 3; ++step) {
    const double height = 4 + 4 * step;
    markup += "<path d=\"" + box_path(1 + 11 * step, 13 - height, 8, height) + "\" fill=\"" +
              (step < filled ? ink : "none") + "\" stroke=\"" + ink + "\" stroke-width=\"1.5\"/>";
  }
  return {markup + "</svg>"};
}

}  // namespace alongside::drawing
