// SPDX-License-Identifier: Apache-2.0
// The box and its furniture.
#include "foundation/drawing/plot.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "foundation/base/text.h"

namespace alongside::drawing {
namespace {

/// With the decimals that tell the steps apart.
std::string tick_words(double value, double step) {
  const int decimals = std::clamp(static_cast<int>(std::ceil(-std::log10(step) - 1e-9)), 0, 12);
  std::array<char, 64> text{};
  const bool huge = std::abs(value) >= 1e15;
  const auto [end, error] = huge ? std::to_chars(text.data(), text.data() + text.size(), value)
                                 : std::to_chars(text.data(), text.data() + text.size(),
                                                 value + 0.0, std::chars_format::fixed, decimals);
  return error == std::errc() ? std::string(text.data(), end) : std::string();
}

std::size_t longest(const Axis& axis) {
  std::size_t most = 0;
  for (const auto& [value, words] : axis.ticks) most = std::max(most, characters(words));
  return most;
}

}  // namespace

Axis out_of_100(int step) {
  Axis axis;
  for (int tick = 0; tick <= 100; tick += step)
    axis.ticks.emplace_back(tick / 100.0, std::to_string(tick));
  return axis;
}

Axis axis_between(double low, double high) {
  if (!(low <= high)) return out_of_100(20);
  if (low > 0 && low < (high - low) / 2) low = 0;
  const std::vector<double> steps = round_steps(low, high, 5);
  Axis axis{steps.front(), steps.back(), {}};
  for (const double step : steps)
    axis.ticks.emplace_back(step, tick_words(step, steps[1] - steps[0]));
  return axis;
}

Frame frame_for(Width width, const Axis& axis, Reading reading) {
  const bool wide = width == Width::wide;
  Frame frame = wide ? Frame{46, 496, 16, 322, 4} : Frame{42, 292, 16, 196, 2.6};
  frame.left = std::max(frame.left, 12 + letter_width * static_cast<double>(longest(axis)));
  if (reading == Reading::right_to_left) {
    const double whole = wide ? wide_width : 300;
    frame.left = whole - frame.left;
    frame.right = whole - frame.right;
  }
  return frame;
}

void draw_axis(Svg& svg, const Frame& frame, const Axis& axis, const Scale& y) {
  // One path for all lines of the grid: a page with many charts is light.
  std::string grid;
  for (const auto& [value, words] : axis.ticks) {
    const double at = y(value);
    if (value == axis.low)
      svg.line(frame.left, at, frame.right, at, "line-strong", 1);
    else
      grid += "M" + coordinate(frame.left) + " " + coordinate(at) + "H" + coordinate(frame.right);
  }
  if (!grid.empty()) svg.path(grid, "grid", 1);
  for (const auto& [value, words] : axis.ticks) {
    const double at = y(value);
    svg.text(frame.left - frame.way() * 6, at + 5, words, Svg::Anchor::end, Svg::Weight::quiet);
  }
}

void draw_marks(Svg& svg, const Frame& frame, const std::vector<PlacedMark>& marks) {
  std::string rings;
  std::string diamonds;
  std::string squares;
  std::string crosses;
  for (const PlacedMark& mark : marks) {
    switch (mark.shape) {
      case Shape::none:
        break;
      case Shape::ring:
        rings += dot_path(mark.x, mark.y);
        break;
      case Shape::diamond:
        diamonds += diamond_path(mark.x, mark.y, frame.dot * 1.5);
        break;
      case Shape::square:
        squares += square_path(mark.x, mark.y, frame.dot * 1.1);
        break;
      case Shape::cross:
        crosses += cross_path(mark.x, mark.y, frame.dot);
        break;
    }
  }
  svg.rings(rings, frame.dot, "same").area(diamonds, "better").area(squares, "worse");
  if (!crosses.empty()) svg.path(crosses, "ink-2", 1.5);
}

void label_ends(Svg& svg, const Frame& frame, std::vector<EndLabel> ends) {
  std::erase_if(ends, [](const EndLabel& end) { return end.words.empty(); });
  std::ranges::sort(ends, {}, &EndLabel::at);
  std::vector<double> places;
  for (const EndLabel& end : ends) places.push_back(end.at);
  places = spread_apart(std::move(places), 18, frame.top + 2, frame.bottom);
  for (std::size_t i = 0; i < ends.size(); ++i)
    svg.text(frame.right + frame.way() * 7, places[i] + 4, ends[i].words, Svg::Anchor::start,
             ends[i].weight);
}

}  // namespace alongside::drawing
