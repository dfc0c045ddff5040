// SPDX-License-Identifier: Apache-2.0
// Writes SVG with presentation attributes only: the content security policy forbids style="".
#include "foundation/drawing/svg.h"

#include <cmath>
#include <cstdint>

namespace alongside::drawing {
namespace {

std::string_view dash(Svg::Stroke stroke) {
  switch (stroke) {
    case Svg::Stroke::solid:
      return "";
    case Svg::Stroke::dashed:
      return " stroke-dasharray=\"4 3\"";
    case Svg::Stroke::dotted:
      return " stroke-dasharray=\"2 5\"";
  }
  return "";
}

std::string colour_of(std::string_view name) { return "var(--" + std::string(name) + ")"; }

}  // namespace

std::string escaped(std::string_view words) {
  std::string text;
  for (const char c : words) {
    if (c == '<')
      text += "&lt;";
    else if (c == '>')
      text += "&gt;";
    else if (c == '&')
      text += "&amp;";
    else if (c == '"')
      text += "&quot;";
    else
      text += c;
  }
  return text;
}

std::string coordinate(double value) {
  const auto tenths = static_cast<std::int64_t>(std::llround(value * 10));
  std::string text = std::to_string(tenths / 10);
  if (tenths < 0 && tenths > -10) text = "-0";
  const auto rest = std::abs(tenths % 10);
  if (rest != 0) {
    text += '.';
    text += static_cast<char>('0' + rest);
  }
  return text;
}

std::string dot_path(double x, double y) {
  return "M" + coordinate(x) + " " + coordinate(y) + "h0";
}

std::string diamond_path(double x, double y, double radius) {
  const std::string r = coordinate(radius);
  return "M" + coordinate(x) + " " + coordinate(y - radius) + "l" + r + " " + r + "l-" + r + " " +
         r + "l-" + r + " -" + r + "Z";
}

std::string cross_path(double x, double y, double radius) {
  const std::string side = coordinate(2 * radius);
  return "M" + coordinate(x - radius) + " " + coordinate(y - radius) + "l" + side + " " + side +
         "M" + coordinate(x + radius) + " " + coordinate(y - radius) + "l-" + side + " " + side;
}

std::string square_path(double x, double y, double radius) {
  const std::string side = coordinate(2 * radius);
  return "M" + coordinate(x - radius) + " " + coordinate(y - radius) + "h" + side + "v" + side +
         "h-" + side + "Z";
}

Svg::Svg(std::string_view id, std::string_view class_name, double width, double height,
         std::string_view title, std::string_view description, std::string_view more) {
  const std::string name = escaped(id);
  out_ = "<svg class=\"" + escaped(class_name) + "\" viewBox=\"0 0 " + coordinate(width) + " " +
         coordinate(height) + "\" role=\"img\" aria-labelledby=\"" + name + "-t " + name + "-d\"" +
         std::string(more) + "><title id=\"" + name + "-t\">" + escaped(title) +
         "</title><desc id=\"" + name + "-d\">" + escaped(description) + "</desc>";
}

Svg& Svg::line(double x1, double y1, double x2, double y2, std::string_view colour, double width,
               Stroke stroke) {
  return path(
      "M" + coordinate(x1) + " " + coordinate(y1) + "L" + coordinate(x2) + " " + coordinate(y2),
      colour, width, stroke);
}

Svg& Svg::path(std::string_view path, std::string_view colour, double width, Stroke stroke) {
  out_ += "<path d=\"";
  out_ += path;
  out_ += "\" fill=\"none\" stroke=\"" + colour_of(colour) + "\" stroke-width=\"" +
          coordinate(width) + "\"";
  out_ += dash(stroke);
  out_ += "/>";
  return *this;
}

Svg& Svg::area(std::string_view path, std::string_view fill) {
  if (path.empty()) return *this;
  out_ += "<path d=\"";
  out_ += path;
  out_ += "\" fill=\"" + colour_of(fill) + "\"/>";
  return *this;
}

Svg& Svg::rings(std::string_view dots, double radius, std::string_view colour) {
  if (dots.empty()) return *this;
  const std::string path(dots);
  const auto layer = [&](std::string_view ink, double width) {
    out_ += "<path d=\"" + path + "\" stroke=\"" + colour_of(ink) + "\" stroke-width=\"" +
            coordinate(width) + "\" stroke-linecap=\"round\"/>";
  };
  layer(colour, 2 * radius + 2);
  layer("card", 2 * radius - 2);
  return *this;
}

Svg& Svg::dots(std::string_view dots, double radius, std::string_view colour) {
  if (dots.empty()) return *this;
  out_ += "<path d=\"";
  out_ += dots;
  out_ += "\" stroke=\"" + colour_of(colour) + "\" stroke-width=\"" + coordinate(2 * radius) +
          "\" stroke-linecap=\"round\"/>";
  return *this;
}

Svg& Svg::room(std::string_view path, std::string_view fill, std::string_view edge) {
  if (path.empty()) return *this;
  out_ += "<path d=\"";
  out_ += path;
  out_ += "\" fill=\"" + colour_of(fill) + "\" stroke=\"" + colour_of(edge) + "\"" +
          std::string(dash(Stroke::dashed)) + "/>";
  return *this;
}

Svg& Svg::text(double x, double y, std::string_view words, Anchor anchor, Weight weight) {
  static constexpr std::string_view anchors[] = {"start", "middle", "end"};
  static constexpr std::string_view classes[] = {"t2", "t1", "tb"};
  out_ += "<text x=\"" + coordinate(x) + "\" y=\"" + coordinate(y) + "\" class=\"" +
          std::string(classes[static_cast<int>(weight)]) + "\" text-anchor=\"" +
          std::string(anchors[static_cast<int>(anchor)]) + "\">" + escaped(words) + "</text>";
  return *this;
}

Svg& Svg::inset(std::string_view markup) {
  out_ += markup;
  return *this;
}

Drawing Svg::finish() && { return {std::move(out_) + "</svg>"}; }

}  // namespace alongside::drawing
