// SPDX-License-Identifier: Apache-2.0
// Ink for control charts.
#include "foundation/drawing/control_chart.h"

#include <algorithm>

#include "foundation/drawing/scale.h"

namespace alongside::drawing {
namespace {

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
    if (value) {
      path += (pen_down ? "L" : "M") + coordinate(x_of(frame, i, chart.points.size())) + " " +
              coordinate(y(*value));
    }
    pen_down = value.has_value();
  }
  return path;
}

void draw_marks(Svg& svg, const ControlChart& chart, const Frame& frame, const Scale& y) {
  std::string rings;
  std::string diamonds;
  std::string squares;
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
    }
  }
  svg.rings(rings, frame.dot, "same").area(diamonds, "better").area(squares, "worse");
}

void draw_inside(Svg& svg, const ControlChart& chart, const Frame& frame, const Scale& y) {
  svg.room(room_between(chart, frame, y), "sunk", "line-strong");
  if (chart.centre) svg.line(frame.left, y(*chart.centre), frame.right, y(*chart.centre), "ink", 2);
  svg.path(data_line(chart, frame, y), "same", 1.5);
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
  add(chart.centre, chart.centre_label, Svg::Weight::bold);
  const ChartMark* latest = latest_with(chart, &ChartMark::value);
  if (latest != nullptr) add(latest->value, chart.latest_label, Svg::Weight::bold);
  std::ranges::sort(ends, {}, &End::at);
  std::vector<double> places;
  for (const End& end : ends) places.push_back(end.at);
  places = spread_apart(std::move(places), 18, frame.top + 2, frame.bottom);
  for (std::size_t i = 0; i < ends.size(); ++i)
    svg.text(frame.right + 7, places[i] + 4, ends[i].words, Svg::Anchor::start, ends[i].weight);
}

}  // namespace

Drawing draw(const ControlChart& chart, Width width) {
  const bool wide = width == Width::wide;
  const Frame frame = wide ? Frame{46, 496, 16, 322, 4} : Frame{42, 292, 16, 196, 2.6};
  const double whole = wide ? 640 : 300;
  const double height = wide ? 352 : 262;
  Svg svg(chart.id + (wide ? "-wide" : "-narrow"), wide ? "chart" : "chart nar", whole, height,
          chart.title, chart.description);
  const Scale y(0, 1, frame.bottom, frame.top);
  for (int tick = 0; tick <= 100; tick += wide ? 20 : 50) {
    const double at = y(tick / 100.0);
    svg.line(frame.left, at, frame.right, at, tick == 0 ? "line-strong" : "grid", 1);
    svg.text(frame.left - 6, at + 5, std::to_string(tick), Svg::Anchor::end, Svg::Weight::quiet);
  }
  if (chart.points.empty()) return std::move(svg).finish();
  draw_inside(svg, chart, frame, y);
  for (const std::size_t i : labelled_places(chart.points.size(), wide ? 6 : 4))
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

Drawing draw_small(const ControlChart& chart) {
  const Frame frame{2, 114, 5, 53, 2.2};
  Svg svg(chart.id + "-small", "chart small", 116, 58, chart.title, chart.description);
  const Scale y(0, 1, frame.bottom, frame.top);
  if (!chart.points.empty()) draw_inside(svg, chart, frame, y);
  return std::move(svg).finish();
}

}  // namespace alongside::drawing
