// SPDX-License-Identifier: Apache-2.0
// Nothing is re-based without a reason that everybody on the team can read.
#include "doors/web/chart_settings.h"

#include <algorithm>

#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "doors/web/phrases.h"
#include "doors/web/team.h"
#include "foundation/words/phrase.h"
#include "service/set_chart.h"

namespace alongside::web {
namespace {

Url settings_url(const service::TeamView& view, const service::MeasuredChart& chart) {
  return Url("/teams")
      .part(view.team.id.text())
      .then("/measures")
      .part(chart.measure.id)
      .then("/settings");
}

Text decided(const Asking& asking, const ChartSetting& setting) {
  const std::string month = words::month_in_words(asking.language, setting.month);
  switch (setting.kind) {
    case SettingKind::phase:
      return asking.say("setting.phase_from", {{"month", month}});
    case SettingKind::left_out:
      return asking.say("setting.left_out_month", {{"month", month}});
    case SettingKind::chart:
      return words_for(asking, setting.chart);
  }
  return Text({});
}

Html item_of(const Asking& asking, const service::TeamView& view,
             const service::MeasuredChart& chart, const ChartSetting& setting) {
  Url back = settings_url(view, chart);
  back.part(std::to_string(setting.number)).then("/withdraw");
  const std::string day = day_words(asking, zone_of(view.site.zone), setting.set_at);
  return h::li(h::b(decided(asking, setting)), h::br(),
               h::span(Attribute("dir", std::string_view("auto")), Text(setting.reason)), h::br(),
               h::span(cls("small muted"),
                       asking.say("setting.by", {{"name", setting.set_by}, {"day", day}})),
               post_form(asking, back,
                         h::button(cls("btn line small"), asking.say("setting.withdraw"),
                                   h::span(cls("vh"), Text(" "), decided(asking, setting)))));
}

std::vector<Choice> months_of(const Asking& asking, const service::MeasuredChart& chart) {
  std::vector<Choice> months;
  for (const ChartPoint& point : chart.reading.points)
    months.push_back(
        {point.month.iso(), Html(Text(words::month_in_words(asking.language, point.month)))});
  return months;
}

}  // namespace

Html settings_list(const Asking& asking, const service::TeamView& view,
                   const service::MeasuredChart& chart) {
  std::vector<Html> items;
  for (const ChartSetting& setting : chart.settings)
    if (!setting.withdrawn) items.push_back(item_of(asking, view, chart, setting));
  if (items.empty()) return h::p(asking.say("setting.none_yet"));
  return h::ul(cls("looks"), items);
}

Html settings_form(const FormState& state, const service::TeamView& view,
                   const service::MeasuredChart& chart) {
  const Asking& asking = state.asking;
  const std::vector<Choice> kinds = {{"phase", Html(asking.say("setting.phase"))},
                                     {"left_out", Html(asking.say("setting.left_out"))},
                                     {"chart", Html(asking.say("setting.chart"))}};
  std::vector<Choice> charts;
  for (const ShareChart kind : {ShareChart::p, ShareChart::pp, ShareChart::run})
    charts.push_back({std::string(code_of(kind)), Html(words_for(asking, kind))});
  return h::details(
      cls("data card"), Attribute("open", state.came_back()),
      h::summary(asking.say("setting.decide")),
      post_form(asking, settings_url(view, chart), cls("stack gap-s"), fault_summary(state),
                tiles(state, "kind", asking.say("setting.what"), kinds, state.value("kind")),
                select_field(state, {"month", "setting.month", "setting.month_hint"},
                             months_of(asking, chart), state.value("month")),
                select_field(state, {"chart", "setting.which_chart", "setting.which_chart_hint"},
                             charts, state.value("chart")),
                area_field(state, {"reason", "setting.reason", "setting.reason_hint"}, 2),
                h::p(h::button(cls("btn"), asking.say("setting.keep")))));
}

http::Response post_set_chart(const Asking& asking) {
  const auto team = Id<Team>::parse(asking.part("team"));
  if (!team) return not_found(asking);
  const auto set =
      service::set_chart(asking.service, asking.caller(), *team, asking.part("measure"),
                         {std::string(asking.typed("kind")), std::string(asking.typed("month")),
                          std::string(asking.typed("chart")), std::string(asking.typed("reason"))},
                         asking.once());
  if (!set && is_not_found(set.refusal())) return not_found(asking);
  if (!set) return show_measure({asking, set.refusal().faults()});
  return http::Response::see_other(
      Url("/teams").part(team->text()).then("/measures").part(asking.part("measure")).text());
}

http::Response post_take_chart_setting_back(const Asking& asking) {
  const auto team = Id<Team>::parse(asking.part("team"));
  if (!team) return not_found(asking);
  const auto taken = service::take_chart_setting_back(asking.service, asking.caller(), *team,
                                                      asking.part("measure"),
                                                      asking.part("setting"), asking.once());
  if (!taken) return not_found(asking);
  return http::Response::see_other(
      Url("/teams").part(team->text()).then("/measures").part(asking.part("measure")).text());
}

}  // namespace alongside::web
