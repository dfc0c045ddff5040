// SPDX-License-Identifier: Apache-2.0
// The same colours as doors/web/assets/1-tokens.css: told apart by whoever sees few of them.
#include "foundation/drawing/file.h"

#include <array>
#include <vector>

#include "foundation/base/text.h"

namespace alongside::drawing {
namespace {

constexpr double title_height = 40;
constexpr double line_height = 16;
constexpr std::size_t line_characters = 92;

struct Colour {
  std::string_view name, light, dark;
};
constexpr std::array<Colour, 11> colours = {{{"ink", "#13302D", "#E9F3F0"},
                                             {"ink-2", "#43605B", "#B3C8C2"},
                                             {"card", "#FFFFFF", "#122825"},
                                             {"sunk", "#F4F8F6", "#0F211F"},
                                             {"line", "#BFD1CB", "#33504A"},
                                             {"line-strong", "#6C8882", "#7F9C95"},
                                             {"grid", "#DCE6E2", "#223B36"},
                                             {"same", "#526763", "#A9BDB8"},
                                             {"better", "#1C62AD", "#7FB6F2"},
                                             {"worse", "#B34700", "#FF9D5C"},
                                             {"berry", "#B4286F", "#F27FB0"}}};

std::string with_colours(const std::string& markup) {
  constexpr std::string_view begin = "var(--";
  std::string text;
  std::size_t done = 0;
  for (std::size_t at = 0; (at = markup.find(begin, at)) != std::string::npos;) {
    const std::size_t end = markup.find(')', at);
    const std::string_view name =
        std::string_view(markup).substr(at + begin.size(), end - at - begin.size());
    text.append(markup, done, at - done);
    for (const Colour& colour : colours)
      if (colour.name == name) text += colour.light;
    done = at = end + 1;
  }
  return text.append(markup, done);
}

/// Attributes give way to rules, so dark colours can stand in a rule for each light one.
std::string style_for(const std::string& markup) {
  std::string style =
      "<style>text{font:14px sans-serif;fill:#13302D;paint-order:stroke;stroke:#FFFFFF;"
      "stroke-width:3px;stroke-linejoin:round}.t2{fill:#43605B}.t3{fill:#43605B;font-size:12px}"
      ".tb{font-weight:700}@media(prefers-color-scheme:dark){text{fill:#E9F3F0;stroke:#122825}"
      ".t2,.t3{fill:#B3C8C2}";
  for (const Colour& colour : colours)
    for (const std::string_view what : {"fill", "stroke"}) {
      const std::string attribute = std::string(what) + "=\"" + std::string(colour.light) + "\"";
      if (markup.find(attribute) != std::string::npos)
        style += "[" + attribute + "]{" + std::string(what) + ":" + std::string(colour.dark) + "}";
    }
  return style + "}</style>";
}

std::string words_at(double x, double y, std::string_view look, std::string_view words) {
  return "<text x=\"" + coordinate(x) + "\" y=\"" + coordinate(y) + "\" class=\"" +
         std::string(look) + "\">" + escaped(words) + "</text>";
}

/// At blanks, into lines that fit the drawing's width.
std::vector<std::string> wrapped(std::string_view words) {
  std::vector<std::string> lines(1);
  for (const std::string_view word : split(words, ' ')) {
    const bool fits = characters(lines.back()) + characters(word) < line_characters;
    if (!fits && !lines.back().empty()) lines.emplace_back();
    if (!lines.back().empty()) lines.back() += ' ';
    lines.back() += word;
  }
  return lines;
}

}  // namespace

std::string as_file(const Drawing& drawing, double width, double height, const FileWords& words) {
  constexpr std::string_view svg = "<svg ";
  const std::vector<std::string> lines = wrapped(words.description);
  const std::vector<std::string> trace =
      words.trace.empty() ? std::vector<std::string>() : wrapped(words.trace);
  const double above = title_height + line_height * static_cast<double>(lines.size());
  const double below = trace.empty() ? 0 : line_height * static_cast<double>(trace.size() + 1);
  const std::string w = coordinate(width);
  const std::string h = coordinate(height + above + below);
  std::string file = with_colours(drawing.markup);
  const bool from_right = file.find(" direction=\"rtl\"") != std::string::npos;
  const std::string box = "viewBox=\"0 0 " + w + " " + coordinate(height) + "\"";
  file.replace(file.find(box), box.size(),
               "viewBox=\"0 -" + coordinate(above) + " " + w + " " + h + "\" width=\"" + w +
                   "\" height=\"" + h + "\"");
  file.insert(svg.size(), "xmlns=\"http://www.w3.org/2000/svg\" ");
  file.insert(file.find("</desc>") + std::string_view("</desc>").size(),
              "<path d=\"M0 -" + coordinate(above) + "h" + w + "v" + h + "h-" + w +
                  "Z\" fill=\"#FFFFFF\"/>");
  const double start = from_right ? width - 8 : 8;
  std::string written = words_at(start, 22 - above, "tb", words.title);
  const auto write = [&](const std::vector<std::string>& all, double y) {
    for (std::size_t i = 0; i < all.size(); ++i)
      written += words_at(start, y + line_height * static_cast<double>(i), "t3", all[i]);
  };
  write(lines, 42 - above);
  write(trace, height + line_height);
  file.insert(file.rfind("</svg>"), written);
  file.insert(file.find("<title"), style_for(file));
  return file + "\n";
}

}  // namespace alongside::drawing
