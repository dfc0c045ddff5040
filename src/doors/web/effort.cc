// SPDX-License-Identifier: Apache-2.0
// Seconds and taps by week, as a drawing and a table.
#include "doors/web/effort.h"

#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "foundation/drawing/way.h"
#include "foundation/words/phrase.h"
#include "service/measure_effort.h"

namespace alongside::web {
namespace {

Text name_of(const Asking& asking, Screen screen) {
  switch (screen) {
    case Screen::check_in:
      return asking.say("effort.check_in");
    case Screen::prepare:
      return asking.say("effort.prepare");
    case Screen::visit:
      return asking.say("effort.visit");
    case Screen::agree:
      return asking.say("effort.agree");
  }
  return Text({});
}

drawing::Way drawn(const Asking& asking, Screen screen, const std::vector<EffortWeek>& weeks,
                   const Text& title) {
  drawing::Way way;
  way.id = "effort-" + std::string(code_of(screen));
  way.title = title.words();
  way.description = asking.language.say("effort.describe");
  double most = static_cast<double>(budget_seconds(screen));
  for (const EffortWeek& week : weeks) {
    way.dots.emplace_back(static_cast<double>(week.week.number),
                          static_cast<double>(week.median_seconds));
    most = std::max(most, static_cast<double>(week.median_seconds));
  }
  if (way.dots.size() > 1) way.line = way.dots;
  way.axis = drawing::axis_between(0, most);
  way.first = words::date_in_words(asking.language, weeks.front().week);
  way.last = words::date_in_words(asking.language, weeks.back().week);
  way.now = std::to_string(weeks.back().median_seconds);
  return way;
}

Html table_of(const Asking& asking, const std::vector<EffortWeek>& weeks) {
  const Attribute col("scope", std::string_view("col"));
  std::vector<Html> rows;
  for (const EffortWeek& week : weeks)
    rows.push_back(h::tr(h::th(Attribute("scope", std::string_view("row")),
                               Text(words::date_in_words(asking.language, week.week))),
                         h::td(Text(std::to_string(week.median_seconds))),
                         h::td(Text(std::to_string(week.median_taps))),
                         h::td(Text(std::to_string(week.uses)))));
  return h::details(
      cls("data"), h::summary(asking.say("way.table")),
      h::table(cls("plain"),
               h::thead(h::tr(
                   h::th(col, asking.say("effort.week")), h::th(col, asking.say("effort.seconds")),
                   h::th(col, asking.say("effort.taps")), h::th(col, asking.say("effort.uses")))),
               h::tbody(rows)));
}

Html screen_part(const Asking& asking, Screen screen, const std::vector<EffortCount>& counts) {
  const auto weeks = effort_by_week(counts, screen);
  const std::string budget = std::to_string(budget_seconds(screen));
  if (weeks.empty())
    return h::section(cls("card"), h::h2(name_of(asking, screen)),
                      h::p(asking.say("effort.too_few", {{"budget", budget}})));
  const Text title =
      asking.say("effort.half",
                 {{"seconds", std::to_string(weeks.back().median_seconds)}, {"budget", budget}});
  const auto reading = asking.language.has("app.direction_rtl") ? drawing::Reading::right_to_left
                                                                : drawing::Reading::left_to_right;
  drawing::Way wide = drawn(asking, screen, weeks, title);
  drawing::Way narrow = wide;
  narrow.id += "-narrow";
  return h::section(cls("card"), h::h2(name_of(asking, screen)),
                    h::figure(h::figcaption(title, h::span(cls("sub"), asking.say("effort.what"))),
                              Html(drawing::draw_way(wide, drawing::Width::wide, reading)),
                              Html(drawing::draw_way(narrow, drawing::Width::narrow, reading))),
                    table_of(asking, weeks));
}

bool is_off(const Asking& asking) { return asking.request.cookie(effort_cookie) == "off"; }

}  // namespace

std::string_view counted_screen(const Asking& asking) {
  const std::string_view path = asking.request.path;
  if (!asking.signed_in || is_off(asking)) return {};
  if (path == "/me/check-in") return code_of(Screen::check_in);
  if (path == "/me/prepare") return code_of(Screen::prepare);
  if (path.starts_with("/people/") && path.ends_with("/today")) return code_of(Screen::visit);
  if (path.starts_with("/people/") && path.ends_with("/agree")) return code_of(Screen::agree);
  return {};
}

http::Response effort_page(const Asking& asking) {
  const auto counts = service::effort_counts(asking.service, asking.caller());
  std::vector<Html> parts;
  for (const Screen screen : measured_screens) parts.push_back(screen_part(asking, screen, counts));
  const bool off = is_off(asking);
  return page(
      asking, 200, asking.say("effort.title"), Place::none,
      h::div(
          cls("wrap narrow page stack"),
          h::div(h::h1(asking.say("effort.title")), h::p(cls("lead"), asking.say("effort.lead"))),
          parts,
          post_form(asking, Url("/effort/switch"), cls("card stack-s"),
                    h::p(asking.say(off ? "effort.is_off" : "effort.is_on")),
                    h::p(h::button(cls("btn line small"), name("count"), value(off ? "on" : "off"),
                                   asking.say(off ? "effort.turn_on" : "effort.turn_off"))))));
}

http::Response post_effort(const Asking& asking) {
  const auto effort =
      effort_from(asking.typed("screen"), asking.typed("seconds"), asking.typed("taps"));
  if (effort && !is_off(asking)) service::count_effort(asking.service, asking.caller(), *effort);
  return http::Response::text(204, "");
}

http::Response post_effort_switch(const Asking& asking) {
  http::Response response = http::Response::see_other("/effort");
  response.with(
      "Set-Cookie",
      cookie_text(asking.settings,
                  {effort_cookie, asking.typed("count") == "off" ? "off" : "on", "/", a_year}));
  return response;
}

}  // namespace alongside::web
