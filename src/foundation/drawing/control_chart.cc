// SPDX-License-Identifier: Apache-2.0
// Ink for control charts.
#include "foundation/drawing/control_chart.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

#include "foundation/base/text.h"
#include "foundation/drawing/scale.h"

namespace alongside::drawing {
namespace {

constexpr double letter_width = 8.6;  ///< of the widest letters that numbers and dates are made of

/// The plot's box and what is drawn in it.
struct Frame {
  double left;
  double right;
  double top;
  double bottom;
  double dot;
};

double x_of(const Frame& frame, std::size_t index, std::size_t count) {
  const double step =
      (frame.right - frame.left) / static_cast<double>(std::max<std::size_t>(count, 1));
  return frame.left + step * (static_cast<double>(index) + 0.5);
}

/// The room between the limits: along the upper steps and back along the lower ones, one closed
/// piece for each stretch of points that have limits.
std::string room_between(const ControlChart& chart, const Frame& frame, const Scale& y) {
  std::string path;
  const std::size_t count = chart.points.size();
  const double step = (frame.right - frame.left) / static_cast<double>(count);
  const auto edge = [&](std::size_t i) {
    return coordinate(frame.left + step * static_cast<double>(i));
  };
  const auto has_room = [&](std::size_t i) {
    return i < count && chart.points[i].upper.has_value() && chart.points[i].lower.has_value();
  };
  for (std::size_t first = 0; first < count; ++first) {
    if (!has_room(first)) continue;
    std::size_t past = first;
    while (has_room(past)) ++past;
    path += "M" + edge(first) + " " + coordinate(y(*chart.points[first].lower));
    for (std::size_t i = first; i < past; ++i)
      path += "V" + coordinate(y(*chart.points[i].upper)) + "H" + edge(i + 1);
    for (std::size_t i = past; i > first; --i)
      path += "V" + coordinate(y(*chart.points[i - 1].lower)) + "H" + edge(i - 1);
    path += "Z";
    first = past;
  }
  return path;
}

std::string data_line(const ControlChart& chart, const Frame& frame, const Scale& y) {
  std::string path;
  bool pen_down = false;
  for (std::size_t i = 0; i < chart.points.size(); ++i) {
    const auto& value = chart.points[i].value;
    if (chart.points[i].begins_phase) pen_down = false;
    if (value) {
      path += (pen_down ? "L" : "M") + coordinate(x_of(frame, i, chart.points.size())) + " " +
              coordinate(y(*value));
    }
    pen_down = value.has_value();
  }
  return path;
}

/// The second trace, where there is one.
std::string second_line(const ControlChart& chart, const Frame& frame, const Scale& y) {
  std::string path;
  for (std::size_t i = 0; i < chart.points.size(); ++i)
    if (chart.points[i].second)
      path += (path.empty() ? "M" : "L") + coordinate(x_of(frame, i, chart.points.size())) + " " +
              coordinate(y(*chart.points[i].second));
  return path;
}

std::optional<double> centre_at(const ControlChart& chart, std::size_t i) {
  return chart.points[i].centre ? chart.points[i].centre : chart.centre;
}

/// One stroke for each stretch of points with the same middle.
std::string centre_lines(const ControlChart& chart, const Frame& frame, const Scale& y) {
  std::string path;
  const std::size_t count = chart.points.size();
  const double step = (frame.right - frame.left) / static_cast<double>(count);
  for (std::size_t first = 0; first < count;) {
    std::size_t past = first + 1;
    while (past < count && !chart.points[past].begins_phase &&
           centre_at(chart, past) == centre_at(chart, first))
      ++past;
    if (const auto centre = centre_at(chart, first))
      path += "M" + coordinate(frame.left + step * static_cast<double>(first)) + " " +
              coordinate(y(*centre)) + "H" +
              coordinate(frame.left + step * static_cast<double>(past));
    first = past;
  }
  return path;
}

void draw_phases_and_notes(Svg& svg, const ControlChart& chart, const Frame& frame) {
  const std::size_t count = chart.points.size();
  const double step = (frame.right - frame.left) / static_cast<double>(count);
  for (std::size_t i = 1; i < count; ++i)
    if (chart.points[i].begins_phase) {
      const double x = frame.left + step * static_cast<double>(i);
      svg.line(x, frame.top, x, frame.bottom, "ink-2", 1, Svg::Stroke::dotted);
    }
  for (const ChartNote& note : chart.notes) {
    if (note.point >= count) continue;
    const double x = x_of(frame, note.point, count);
    svg.line(x, frame.top + 4, x, frame.bottom, "berry", 1, Svg::Stroke::dashed);
    svg.text(x, frame.top, note.words, Svg::Anchor::middle, Svg::Weight::quiet);
  }
}

void draw_marks(Svg& svg, const ControlChart& chart, const Frame& frame, const Scale& y) {
  std::string rings;
  std::string diamonds;
  std::string squares;
  std::string crosses;
  for (std::size_t i = 0; i < chart.points.size(); ++i) {
    const ChartMark& point = chart.points[i];
    if (!point.value) continue;
    const double x = x_of(frame, i, chart.points.size());
    switch (point.shape) {
      case Shape::none:
        break;
      case Shape::ring:
        rings += dot_path(x, y(*point.value));
        break;
      case Shape::diamond:
        diamonds += diamond_path(x, y(*point.value), frame.dot * 1.5);
        break;
      case Shape::square:
        squares += square_path(x, y(*point.value), frame.dot * 1.1);
        break;
      case Shape::cross:
        crosses += cross_path(x, y(*point.value), frame.dot);
        break;
    }
  }
  svg.rings(rings, frame.dot, "same").area(diamonds, "better").area(squares, "worse");
  if (!crosses.empty()) svg.path(crosses, "ink-2", 1.5);
}

void draw_inside(Svg& svg, const ControlChart& chart, const Frame& frame, const Scale& y) {
  svg.room(room_between(chart, frame, y), "sunk", "line-strong");
  draw_phases_and_notes(svg, chart, frame);
  if (chart.target)
    svg.line(frame.left, y(*chart.target), frame.right, y(*chart.target), "berry", 1.5,
             Svg::Stroke::dashed);
  if (const std::string middle = centre_lines(chart, frame, y); !middle.empty())
    svg.path(middle, "ink", 2);
  svg.path(data_line(chart, frame, y), "same", 1.5);
  if (const std::string second = second_line(chart, frame, y); !second.empty())
    svg.path(second, "same", 1.5, Svg::Stroke::dashed);
  draw_marks(svg, chart, frame, y);
}

const ChartMark* latest_with(const ControlChart& chart, std::optional<double> ChartMark::*part) {
  for (auto point = chart.points.rbegin(); point != chart.points.rend(); ++point)
    if ((*point).*part) return &*point;
  return nullptr;
}

/// Labels at the right ends of the lines, moved apart so that none covers another.
void label_ends(Svg& svg, const ControlChart& chart, const Frame& frame, const Scale& y) {
  struct End {
    double at;
    std::string words;
    Svg::Weight weight;
  };
  std::vector<End> ends;
  const auto add = [&](const std::optional<double>& value, const std::string& words,
                       Svg::Weight weight) {
    if (value && !words.empty()) ends.push_back({y(*value), words, weight});
  };
  const ChartMark* limits = latest_with(chart, &ChartMark::upper);
  if (limits != nullptr) add(limits->upper, chart.upper_label, Svg::Weight::quiet);
  if (limits != nullptr) add(limits->lower, chart.lower_label, Svg::Weight::quiet);
  add(chart.points.empty() ? chart.centre : centre_at(chart, chart.points.size() - 1),
      chart.centre_label, Svg::Weight::bold);
  add(chart.target, chart.target_label, Svg::Weight::quiet);
  const ChartMark* latest = latest_with(chart, &ChartMark::value);
  if (latest != nullptr) add(latest->value, chart.latest_label, Svg::Weight::bold);
  std::ranges::sort(ends, {}, &End::at);
  std::vector<double> places;
  for (const End& end : ends) places.push_back(end.at);
  places = spread_apart(std::move(places), 18, frame.top + 2, frame.bottom);
  for (std::size_t i = 0; i < ends.size(); ++i)
    svg.text(frame.right + 7, places[i] + 4, ends[i].words, Svg::Anchor::start, ends[i].weight);
}

Axis out_of_100(int step) {
  Axis axis;
  for (int tick = 0; tick <= 100; tick += step)
    axis.ticks.emplace_back(tick / 100.0, std::to_string(tick));
  return axis;
}

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

std::size_t labels_that_fit(const ControlChart& chart, const Frame& frame) {
  std::size_t most = 4;
  for (const ChartMark& point : chart.points) most = std::max(most, characters(point.label));
  const double each = letter_width * static_cast<double>(most + 1);
  return static_cast<std::size_t>(std::max(1.0, std::min(6.0, (frame.right - frame.left) / each)));
}

std::string words_at(double x, double y, std::string_view look, std::string_view words) {
  return "<text x=\"" + coordinate(x) + "\" y=\"" + coordinate(y) + "\" class=\"" +
         std::string(look) + "\">" + escaped(words) + "</text>";
}

}  // namespace

Axis axis_over(const std::vector<ChartMark>& points, std::optional<double> target) {
  double low = std::numeric_limits<double>::infinity();
  double high = -low;
  const auto take = [&](const std::optional<double>& value) {
    if (!value) return;
    low = std::min(low, *value);
    high = std::max(high, *value);
  };
  take(target);
  for (const ChartMark& point : points)
    for (const auto part : {&ChartMark::value, &ChartMark::lower, &ChartMark::upper,
                            &ChartMark::centre, &ChartMark::second})
      take(point.*part);
  if (!(low <= high)) return out_of_100(20);
  // Zero belongs to the picture when the numbers come near it.
  if (low > 0 && low < (high - low) / 2) low = 0;
  const std::vector<double> steps = round_steps(low, high, 5);
  Axis axis{steps.front(), steps.back(), {}};
  for (const double step : steps)
    axis.ticks.emplace_back(step, tick_words(step, steps[1] - steps[0]));
  return axis;
}

Drawing draw(const ControlChart& chart, Width width) {
  const bool wide = width == Width::wide;
  Frame frame = wide ? Frame{46, 496, 16, 322, 4} : Frame{42, 292, 16, 196, 2.6};
  const double whole = wide ? 640 : 300;
  const double height = wide ? 352 : 262;
  Svg svg(chart.id + (wide ? "-wide" : "-narrow"), wide ? "chart" : "chart nar", whole, height,
          chart.title, chart.description);
  const Axis axis = chart.axis ? *chart.axis : out_of_100(wide ? 20 : 50);
  frame.left = std::max(frame.left, 12 + letter_width * static_cast<double>(longest(axis)));
  const Scale y(axis.low, axis.high, frame.bottom, frame.top);
  for (const auto& [value, words] : axis.ticks) {
    const double at = y(value);
    svg.line(frame.left, at, frame.right, at, value == axis.low ? "line-strong" : "grid", 1);
    svg.text(frame.left - 6, at + 5, words, Svg::Anchor::end, Svg::Weight::quiet);
  }
  if (chart.points.empty()) return std::move(svg).finish();
  draw_inside(svg, chart, frame, y);
  for (const std::size_t i : labelled_places(chart.points.size(), labels_that_fit(chart, frame)))
    svg.text(x_of(frame, i, chart.points.size()), frame.bottom + 21, chart.points[i].label,
             Svg::Anchor::middle, Svg::Weight::quiet);
  if (wide) {
    label_ends(svg, chart, frame, y);
  } else {
    svg.text(frame.left, frame.bottom + 42, chart.centre_label, Svg::Anchor::start,
             Svg::Weight::bold);
    svg.text(frame.left, frame.bottom + 61, chart.latest_label, Svg::Anchor::start,
             Svg::Weight::bold);
  }
  return std::move(svg).finish();
}

std::string as_file(const ControlChart& chart) {
  constexpr std::string_view svg = "<svg ";
  constexpr std::string_view style =
      "<style>svg{--ink:#1B2B2A;--ink-2:#4A5B59;--card:#fff;--sunk:#EDF2F1;--line-strong:#8FA3A0;"
      "--grid:#DDE5E3;--same:#3F5A8A;--better:#0E6B4F;--worse:#A3372B;--berry:#A3245F;"
      "background:var(--card)}text{font:14px system-ui,sans-serif;fill:var(--ink)}"
      ".t2,.t3{fill:var(--ink-2)}.t3{font-size:12px}.tb{font-weight:700}"
      "@media(prefers-color-scheme:dark){svg{--ink:#E8EFED;--ink-2:#A9B9B6;--card:#14201F;"
      "--sunk:#1E2D2B;--line-strong:#5E7370;--grid:#2A3B39;--same:#9DB7E8;--better:#6FD3B0;"
      "--worse:#F09A8C;--berry:#F08CBC}}</style>";
  std::string file = draw(chart, Width::wide).markup;
  file.insert(svg.size(), "xmlns=\"http://www.w3.org/2000/svg\" ");
  file.insert(file.find("<title"), style);
  // Room above, for the words that a page would set around the drawing.
  const std::string box = "viewBox=\"0 0 640 352\"";
  file.replace(file.find(box), box.size(), "viewBox=\"0 -58 640 410\"");
  const std::size_t end = file.rfind("</svg>");
  return file.substr(0, end) + words_at(8, -36, "tb", chart.title) +
         words_at(8, -15, "t3", chart.description) + "</svg>\n";
}

Drawing draw_small(const ControlChart& chart) {
  const Frame frame{2, 114, 5, 53, 2.2};
  Svg svg(chart.id + "-small", "chart small", 116, 58, chart.title, chart.description);
  const Axis axis = chart.axis ? *chart.axis : out_of_100(100);
  const Scale y(axis.low, axis.high, frame.bottom, frame.top);
  if (!chart.points.empty()) draw_inside(svg, chart, frame, y);
  return std::move(svg).finish();
}

}  // namespace alongside::drawing
