// SPDX-License-Identifier: Apache-2.0
// Ink for control charts.
#include "foundation/drawing/control_chart.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "foundation/base/text.h"
#include "foundation/drawing/file.h"

namespace alongside::drawing {
namespace {

constexpr double note_letter_width = 7.2;
constexpr double note_line_height = 16;

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

std::optional<double> target_at(const ControlChart& chart, std::size_t i) {
  return chart.points[i].target ? chart.points[i].target : chart.target;
}

/// A limit that has none on the other side encloses no room and is a line of its own.
std::optional<double> lone_limit_at(const ControlChart& chart, std::size_t i) {
  const ChartMark& point = chart.points[i];
  if (point.upper && point.lower) return std::nullopt;
  return point.upper ? point.upper : point.lower;
}

/// One stroke for each stretch of points with the same height.
template <class HeightAt>
std::string level_lines(const ControlChart& chart, const Frame& frame, const Scale& y,
                        HeightAt height_at) {
  std::string path;
  const std::size_t count = chart.points.size();
  const double step = (frame.right - frame.left) / static_cast<double>(count);
  for (std::size_t first = 0; first < count;) {
    std::size_t past = first + 1;
    while (past < count && !chart.points[past].begins_phase &&
           height_at(chart, past) == height_at(chart, first))
      ++past;
    if (const auto height = height_at(chart, first))
      path += "M" + coordinate(frame.left + step * static_cast<double>(first)) + " " +
              coordinate(y(*height)) + "H" +
              coordinate(frame.left + step * static_cast<double>(past));
    first = past;
  }
  return path;
}

void draw_phases(Svg& svg, const ControlChart& chart, const Frame& frame) {
  const std::size_t count = chart.points.size();
  const double step = (frame.right - frame.left) / static_cast<double>(count);
  for (std::size_t i = 1; i < count; ++i)
    if (chart.points[i].begins_phase) {
      const double x = frame.left + step * static_cast<double>(i);
      svg.line(x, frame.top, x, frame.bottom, "ink-2", 1, Svg::Stroke::dotted);
    }
}

/// Words at their points, inside the picture; those that would cover the ones before stand lower.
void draw_notes(Svg& svg, const ControlChart& chart, const Frame& frame) {
  constexpr int rows = 4;
  std::array<double, rows> taken;
  taken.fill(-1e9);
  std::vector<ChartNote> notes = chart.notes;
  std::ranges::stable_sort(notes, {}, &ChartNote::point);
  const double width = std::abs(frame.right - frame.left);
  for (const ChartNote& note : notes) {
    if (note.point >= chart.points.size()) continue;
    const double x = x_of(frame, note.point, chart.points.size());
    const double along = (x - frame.left) * frame.way();
    const double half = note_letter_width * static_cast<double>(characters(note.words)) / 2;
    // From 0 where the words begin to 2 where they end at the point.
    const int part = along < half ? 0 : along > width - half ? 2 : 1;
    const double begins = along - half * part;
    int row = 0;
    while (row + 1 < rows && taken[static_cast<std::size_t>(row)] > begins) ++row;
    taken[static_cast<std::size_t>(row)] = begins + 2 * half + note_letter_width;
    const double y = frame.top + note_line_height * row;
    svg.line(x, y + 4, x, frame.bottom, "berry", 1, Svg::Stroke::dotted);
    constexpr Svg::Anchor anchors[] = {Svg::Anchor::start, Svg::Anchor::middle, Svg::Anchor::end};
    svg.text(x, y, note.words, anchors[part], Svg::Weight::quiet);
  }
}

std::vector<PlacedMark> marks_of(const ControlChart& chart, const Frame& frame, const Scale& y) {
  std::vector<PlacedMark> marks;
  for (std::size_t i = 0; i < chart.points.size(); ++i) {
    const ChartMark& point = chart.points[i];
    const double x = x_of(frame, i, chart.points.size());
    if (point.value) marks.push_back({x, y(*point.value), point.shape});
    if (point.second) marks.push_back({x, y(*point.second), point.second_shape});
  }
  return marks;
}

void draw_inside(Svg& svg, const ControlChart& chart, const Frame& frame, const Scale& y) {
  svg.room(room_between(chart, frame, y), "sunk", "line-strong");
  draw_phases(svg, chart, frame);
  if (const std::string alone = level_lines(chart, frame, y, lone_limit_at); !alone.empty())
    svg.path(alone, "line-strong", 1, Svg::Stroke::dashed);
  if (const std::string target = level_lines(chart, frame, y, target_at); !target.empty())
    svg.path(target, "berry", 1.5, Svg::Stroke::dashed);
  if (const std::string middle = level_lines(chart, frame, y, centre_at); !middle.empty())
    svg.path(middle, "ink", 2);
  svg.path(data_line(chart, frame, y), "same", 1.5);
  if (const std::string second = second_line(chart, frame, y); !second.empty())
    svg.path(second, "same", 1.5, Svg::Stroke::dashed);
  draw_marks(svg, frame, marks_of(chart, frame, y));
}

const ChartMark* latest_with(const ControlChart& chart, std::optional<double> ChartMark::*part) {
  for (auto point = chart.points.rbegin(); point != chart.points.rend(); ++point)
    if ((*point).*part) return &*point;
  return nullptr;
}

/// The ends of the lines, in words.
std::vector<EndLabel> ends_of(const ControlChart& chart, const Scale& y) {
  std::vector<EndLabel> ends;
  const auto add = [&](const std::optional<double>& value, const std::string& words,
                       Svg::Weight weight) {
    if (value) ends.push_back({y(*value), words, weight});
  };
  const ChartMark* limits = latest_with(chart, &ChartMark::upper);
  if (limits != nullptr) add(limits->upper, chart.upper_label, Svg::Weight::quiet);
  if (limits != nullptr) add(limits->lower, chart.lower_label, Svg::Weight::quiet);
  const std::size_t last = chart.points.size() - 1;
  add(centre_at(chart, last), chart.centre_label, Svg::Weight::bold);
  add(target_at(chart, last), chart.target_label, Svg::Weight::quiet);
  const ChartMark* latest = latest_with(chart, &ChartMark::value);
  if (latest != nullptr) add(latest->value, chart.latest_label, Svg::Weight::bold);
  return ends;
}

std::size_t labels_that_fit(const ControlChart& chart, const Frame& frame) {
  std::size_t most = 4;
  for (const ChartMark& point : chart.points) most = std::max(most, characters(point.label));
  const double each = letter_width * static_cast<double>(most + 1);
  return static_cast<std::size_t>(
      std::max(1.0, std::min(6.0, std::abs(frame.right - frame.left) / each)));
}

/// For a script that follows a finger or an arrow key.
std::string places_in_words(const ControlChart& chart, const Frame& frame) {
  std::string words = " data-from=\"" + coordinate(frame.left) + "\" data-to=\"" +
                      coordinate(frame.right) + "\" data-count=\"" +
                      std::to_string(chart.points.size()) + "\"";
  if (frame.way() < 0) words += " direction=\"rtl\"";
  return words;
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
                            &ChartMark::centre, &ChartMark::second, &ChartMark::target})
      take(point.*part);
  return axis_between(low, high);
}

Drawing draw(const ControlChart& chart, Width width) {
  const bool wide = width == Width::wide;
  const Axis axis = chart.axis ? *chart.axis : out_of_100(wide ? 20 : 50);
  const Frame frame = frame_for(width, axis, chart.reading);
  Svg svg(chart.id + (wide ? "-wide" : "-narrow"), wide ? "chart" : "chart nar",
          wide ? wide_width : 300, wide ? wide_height : 262, chart.title, chart.description,
          places_in_words(chart, frame));
  const Scale y(axis.low, axis.high, frame.bottom, frame.top);
  draw_axis(svg, frame, axis, y);
  if (chart.points.empty()) return std::move(svg).finish();
  draw_inside(svg, chart, frame, y);
  draw_notes(svg, chart, frame);
  for (const std::size_t i : labelled_places(chart.points.size(), labels_that_fit(chart, frame)))
    svg.text(x_of(frame, i, chart.points.size()), frame.bottom + 21, chart.points[i].label,
             Svg::Anchor::middle, Svg::Weight::quiet);
  if (wide) {
    label_ends(svg, frame, ends_of(chart, y));
  } else {
    svg.text(frame.left, frame.bottom + 42, chart.centre_label, Svg::Anchor::start,
             Svg::Weight::bold);
    svg.text(frame.left, frame.bottom + 61, chart.latest_label, Svg::Anchor::start,
             Svg::Weight::bold);
  }
  return std::move(svg).finish();
}

std::string as_file(const ControlChart& chart, std::string_view trace) {
  return as_file(draw(chart, Width::wide), wide_width, wide_height,
                 {chart.title, chart.description, trace});
}

Drawing draw_small(const ControlChart& chart, double width, double height) {
  Frame frame{2, width - 2, 5, height - 5, 2.2};
  if (chart.reading == Reading::right_to_left) std::swap(frame.left, frame.right);
  Svg svg(chart.id + "-small", "chart small", width, height, chart.title, chart.description);
  const Axis axis = chart.axis ? *chart.axis : out_of_100(100);
  const Scale y(axis.low, axis.high, frame.bottom, frame.top);
  if (!chart.points.empty()) draw_inside(svg, chart, frame, y);
  return std::move(svg).finish();
}

}  // namespace alongside::drawing
