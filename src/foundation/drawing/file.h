// SPDX-License-Identifier: Apache-2.0
// A drawing that leaves the page: with its own colours, its words, and as a picture.
#pragma once

#include <string>
#include <string_view>

#include "foundation/drawing/svg.h"

namespace alongside::drawing {

/// Every word of a file: above the drawing its title and what it says, below where it comes from.
struct FileWords {
  std::string_view title, description;
  std::string_view trace = {};
};

/// SVG as a file of its own: colours written out (office programs know no variables), another set
/// of them for dark screens, and its words. `width` and `height` are those
/// of the drawing.
std::string as_file(const Drawing& drawing, double width, double height, const FileWords& words);

/// PNG of such a file, `scale` picture points a unit. Throws std::runtime_error where librsvg is
/// not installed ("librsvg2-2 …") or the file cannot be drawn.
std::string as_png(std::string_view svg_file, double scale);

}  // namespace alongside::drawing
