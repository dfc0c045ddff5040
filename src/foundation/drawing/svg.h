// SPDX-License-Identifier: Apache-2.0
// A small SVG writer. A drawing cannot be made without its title and its description in words.
#pragma once

#include <string>
#include <string_view>

namespace alongside::drawing {

/// Finished markup; only Svg makes it, with every text escaped.
struct Drawing {
  std::string markup;
};

/// Colours are names of the style sheet's variables ("better" becomes var(--better)), so that one
/// drawing serves light, dark and print.
class Svg {
 public:
  /// `id` must be unique on its page. Width and height in units; it scales with its box.
  /// `more`: attributes as they stand, made by the caller of numbers and names.
  Svg(std::string_view id, std::string_view class_name, double width, double height,
      std::string_view title, std::string_view description, std::string_view more = {});

  enum class Stroke { solid, dashed, dotted };
  Svg& line(double x1, double y1, double x2, double y2, std::string_view colour, double width,
            Stroke stroke = Stroke::solid);
  /// `path` in SVG's path language, made of numbers by the caller.
  Svg& path(std::string_view path, std::string_view colour, double width,
            Stroke stroke = Stroke::solid);
  Svg& area(std::string_view path, std::string_view fill);
  /// Rings around many points, given by dot_path: two dots on each other, which weigh little.
  Svg& rings(std::string_view dots, double radius, std::string_view colour);
  /// Filled dots, given by dot_path.
  Svg& dots(std::string_view dots, double radius, std::string_view colour);
  /// A filled area with a dashed edge.
  Svg& room(std::string_view path, std::string_view fill, std::string_view edge);
  enum class Anchor { start, middle, end };
  enum class Weight { quiet, normal, bold };
  Svg& text(double x, double y, std::string_view words, Anchor anchor, Weight weight);
  /// Markup that stands as it is: a finished drawing within this one.
  Svg& inset(std::string_view markup);
  Drawing finish() &&;

 private:
  std::string out_;
};

/// Words as they may stand between tags and in attributes.
std::string escaped(std::string_view words);

/// "12.5", without needless zeros; one decimal at most, which is finer than any screen shows.
std::string coordinate(double value);

/// One mark around (x, y), for a path that holds many.
std::string dot_path(double x, double y);
std::string diamond_path(double x, double y, double radius);
std::string cross_path(double x, double y, double radius);
std::string square_path(double x, double y, double radius);

}  // namespace alongside::drawing
