// SPDX-License-Identifier: Apache-2.0
// The sentence above a number says from where to where, and no cause.
#include "doors/web/way.h"

#include "doors/web/parts.h"
#include "doors/web/phrases.h"
#include "foundation/drawing/way.h"
#include "improvement/journey.h"

namespace alongside::web {
namespace {

drawing::Way drawn(const Asking& asking, const Zone& zone, const AimNumber& number,
                   const Journey& journey, const Text& title) {
  drawing::Way way;
  way.id = "way-" + std::to_string(number.number);
  way.title = title.words();
  way.description = asking.language.say("way.describe");
  way.axis = {0, 10, {{0, "0"}, {5, "5"}, {10, "10"}}};
  for (const JourneyPoint& point : journey.points)
    way.dots.emplace_back(static_cast<double>(point.day.number), point.value);
  for (const JourneyWeek& week : journey.weeks)
    way.line.emplace_back(static_cast<double>(week.begins.number) + 3, week.median);
  way.first = day_words(asking, zone, number.answers.front().said_at);
  way.last = day_words(asking, zone, number.answers.back().said_at);
  way.now = asking.language.say("way.now", {{"n", std::to_string(number.answers.back().value)}});
  return way;
}

Html table(const Asking& asking, const Zone& zone, const AimNumber& number) {
  const Attribute col("scope", std::string_view("col"));
  const Attribute row("scope", std::string_view("row"));
  std::vector<Html> rows;
  for (const NumberAnswer& answer : number.answers)
    rows.push_back(h::tr(h::th(row, Text(day_words(asking, zone, answer.said_at))),
                         h::td(Text(std::to_string(answer.value)))));
  return h::details(cls("data"), h::summary(asking.say("way.table")),
                    h::table(cls("plain"),
                             h::thead(h::tr(h::th(col, asking.say("way.day")),
                                            h::th(col, asking.say("way.answer")))),
                             h::tbody(rows)));
}

}  // namespace

Html number_over_time(const Asking& asking, const Zone& zone, const AimNumber& number) {
  if (number.answers.empty()) return {};
  std::vector<JourneyPoint> points;
  for (const NumberAnswer& answer : number.answers)
    points.push_back({zone.day_of(answer.said_at), static_cast<double>(answer.value)});
  const Journey journey = journey_of(points);
  const std::string last = std::to_string(number.answers.back().value);
  const Text title =
      journey.too_early()
          ? asking.say("way.too_early", {{"n", last}})
          : asking.say("way.from_to",
                       {{"first", std::to_string(number.answers.front().value)}, {"last", last}});
  const Html sub = h::span(
      cls("sub"), asking.say("way.what", {{"what", number.question.words.disclose()},
                                          {"count", std::to_string(number.answers.size())}}));
  const drawing::Way way = drawn(asking, zone, number, journey, title);
  const auto reading = asking.language.has("app.direction_rtl") ? drawing::Reading::right_to_left
                                                                : drawing::Reading::left_to_right;
  drawing::Way narrow = way;
  narrow.id += "-narrow";
  return h::div(h::figure(h::figcaption(title, sub),
                          Html(drawing::draw_way(way, drawing::Width::wide, reading)),
                          Html(drawing::draw_way(narrow, drawing::Width::narrow, reading))),
                table(asking, zone, number));
}

}  // namespace alongside::web
