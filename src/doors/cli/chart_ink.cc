// SPDX-License-Identifier: Apache-2.0
// Points, lines and what was found, as marks.
#include "doors/cli/chart_ink.h"

#include "doors/cli/chart_words.h"

namespace alongside::cli {
namespace {

drawing::Shape shape_of(const Charted& charted, std::size_t i) {
  const auto& point = charted.chart.points[i];
  if (statistics::is_missing(point.value)) return drawing::Shape::none;
  if (!point.included) return drawing::Shape::cross;
  for (const Signal& found : charted.signals) {
    if (found.rule == FoundBy::few_crossings || i < found.first || i > found.last) continue;
    if (found.side != 0 && statistics::side_of(point.value, point.centre) == 0) continue;
    return found.meaning == Meaning::worse ? drawing::Shape::square : drawing::Shape::diamond;
  }
  return drawing::Shape::ring;
}

std::optional<double> there(double value) {
  return statistics::is_missing(value) ? std::nullopt : std::optional(value);
}

}  // namespace

drawing::ControlChart ink_of(const Charted& charted) {
  drawing::ControlChart ink;
  ink.id = "chart";
  ink.title = title_of(charted);
  ink.description = summary_of(charted);
  ink.notes = charted.notes;
  for (std::size_t i = 0; i < charted.chart.points.size(); ++i) {
    const auto& point = charted.chart.points[i];
    drawing::ChartMark mark;
    mark.label = charted.labels[i];
    mark.value = there(point.value);
    mark.lower = there(point.lower);
    mark.upper = there(point.upper);
    mark.centre = there(point.centre);
    mark.shape = shape_of(charted, i);
    mark.begins_phase = i > 0 && point.phase != charted.chart.points[i - 1].phase;
    if (!charted.targets.empty()) mark.target = there(charted.targets[i]);
    if (charted.show_season) mark.second = there(charted.season.adjusted[i]);
    ink.points.push_back(std::move(mark));
  }
  ink.axis = drawing::axis_over(ink.points, ink.target);
  const auto label = [](std::string_view name, const std::optional<double>& value) {
    return value ? std::string(name) + " " + number_words(*value) : std::string();
  };
  const drawing::ChartMark& last = ink.points.back();
  ink.target_label = label("Target", last.target);
  ink.centre_label = label("Middle", last.centre);
  ink.upper_label = label("Upper", last.upper);
  ink.lower_label = label("Lower", last.lower);
  ink.latest_label = label("Latest", last.value);
  return ink;
}

}  // namespace alongside::cli
