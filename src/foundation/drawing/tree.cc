// SPDX-License-Identifier: Apache-2.0
// Boxes in columns; each stands in the middle of what hangs on it.
#include "foundation/drawing/tree.h"

#include <algorithm>

namespace alongside::drawing {
namespace {

constexpr double box_width = 190;
constexpr double column_gap = 38;
constexpr double row_gap = 10;
constexpr double line_height = 17;
constexpr double padding = 9;
constexpr std::size_t letters_a_line = 24;

/// Bytes that begin no code point do not count.
std::size_t letters(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

/// Broken at spaces; a word that is longer than a line stands alone and is cut by nobody.
std::vector<std::string> lines_of(const std::string& words) {
  std::vector<std::string> lines;
  std::string line;
  for (std::size_t from = 0; from <= words.size();) {
    const std::size_t space = std::min(words.find(' ', from), words.size());
    const std::string word = words.substr(from, space - from);
    if (!line.empty() && letters(line) + 1 + letters(word) > letters_a_line) {
      lines.push_back(line);
      line.clear();
    }
    line += (line.empty() ? "" : " ") + word;
    from = space + 1;
  }
  lines.push_back(line);
  return lines;
}

struct Placed {
  std::vector<std::string> lines, below;
  double top = 0;
  double height = 0;
  std::size_t parent = 0;
  double middle() const { return top + height / 2; }
};

class Layout {
 public:
  explicit Layout(const Tree& tree) : tree_(tree) {
    for (const TreeBox& box : tree.boxes) {
      Placed placed;
      placed.lines = lines_of(box.words);
      if (!box.below.empty()) placed.below = lines_of(box.below);
      const auto lines = static_cast<double>(placed.lines.size() + placed.below.size());
      placed.height = lines * line_height + 2 * padding;
      boxes_.push_back(std::move(placed));
      deepest_ = std::max(deepest_, box.depth);
    }
    for (std::size_t i = 1; i < boxes_.size(); ++i) boxes_[i].parent = parent_of(i);
    place(0);
  }

  const std::vector<Placed>& boxes() const { return boxes_; }
  double height() const { return bottom_; }
  double width() const { return (deepest_ + 1) * (box_width + column_gap) - column_gap; }

 private:
  std::size_t parent_of(std::size_t i) const {
    std::size_t parent = i;
    while (parent > 0 && tree_.boxes[parent].depth >= tree_.boxes[i].depth) --parent;
    return parent;
  }

  /// Leaves one under another; each other box in the middle of its first and last child.
  void place(std::size_t i) {
    double first = -1;
    double last = 0;
    const double begun = bottom_;
    for (std::size_t child = i + 1; child < boxes_.size(); ++child) {
      if (boxes_[child].parent != i) continue;
      place(child);
      if (first < 0) first = boxes_[child].middle();
      last = boxes_[child].middle();
    }
    Placed& box = boxes_[i];
    box.top = first < 0 ? bottom_ : std::max(begun, (first + last) / 2 - box.height / 2);
    bottom_ = std::max(bottom_, box.top + box.height + row_gap);
  }

  const Tree& tree_;
  std::vector<Placed> boxes_;
  int deepest_ = 0;
  double bottom_ = 0;
};

std::string rectangle(double x, double y, double width, double height) {
  return "M" + coordinate(x) + " " + coordinate(y) + "h" + coordinate(width) + "v" +
         coordinate(height) + "h" + coordinate(-width) + "Z";
}

}  // namespace

Drawing draw(const Tree& tree, Reading reading) {
  const Layout layout(tree);
  const bool right = reading == Reading::right_to_left;
  const double margin = 2;
  const double width = layout.width() + 2 * margin;
  Svg svg(tree.id, "chart tree", width, layout.height() + margin, tree.title, tree.description,
          " width=\"" + coordinate(width) + "\"");
  const auto x_of = [&](int depth) {
    const double x = margin + depth * (box_width + column_gap);
    return right ? width - x - box_width : x;
  };
  for (std::size_t i = 1; i < tree.boxes.size(); ++i) {
    const Placed& box = layout.boxes()[i];
    const Placed& parent = layout.boxes()[box.parent];
    const double from = x_of(tree.boxes[box.parent].depth) + (right ? 0 : box_width);
    const double to = x_of(tree.boxes[i].depth) + (right ? box_width : 0);
    svg.line(from, parent.middle(), to, box.middle(), "line-strong", 1.5);
  }
  for (std::size_t i = 0; i < tree.boxes.size(); ++i) {
    const Placed& box = layout.boxes()[i];
    const double x = x_of(tree.boxes[i].depth);
    const std::string path = rectangle(x, box.top + 1, box_width, box.height);
    svg.area(path, "card");
    svg.path(path, i == 0 ? "berry" : "pine", i == 0 ? 2.5 : 1.5,
             tree.boxes[i].dashed ? Svg::Stroke::dashed : Svg::Stroke::solid);
    double y = box.top + padding + line_height - 3;
    const double begin = right ? x + box_width - padding : x + padding;
    for (const std::string& line : box.lines) {
      svg.text(begin, y, line, Svg::Anchor::start,
               i == 0 ? Svg::Weight::bold : Svg::Weight::normal);
      y += line_height;
    }
    for (const std::string& line : box.below) {
      svg.text(begin, y, line, Svg::Anchor::start, Svg::Weight::quiet);
      y += line_height;
    }
  }
  return std::move(svg).finish();
}

}  // namespace alongside::drawing
