// SPDX-License-Identifier: Apache-2.0
// Nothing is re-based without a reason that everybody on the team can read, and nothing before it
// was seen.
#include "doors/web/chart_settings.h"

#include <algorithm>
#include <charconv>

#include "doors/web/measure_figure.h"
#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "doors/web/phrases.h"
#include "doors/web/projects.h"
#include "foundation/words/phrase.h"
#include "service/read_project.h"
#include "service/set_chart.h"

namespace alongside::web {
namespace {

using service::MeasuredChart;
using service::TeamView;

/// The page of the chart that the path names.
Url chart_url(const Asking& asking) {
  const std::string_view project = asking.part("project");
  Url url =
      project.empty() ? Url("/teams").part(asking.part("team")) : Url("/projects").part(project);
  return url.then("/measures").part(asking.part("measure"));
}

/// A partner's name is kept in no setting.
std::string set_by(const Asking& asking, const ChartSetting& setting) {
  return setting.set_by.empty() ? asking.language.say("member.partner") : setting.set_by;
}

Url decide_url(const DecidedChart& of, SettingKind kind) {
  return Url(of.url).then("/decide").part(code_of(kind));
}

Text title_of(const Asking& asking, SettingKind kind) {
  switch (kind) {
    case SettingKind::phase:
      return asking.say("setting.phase");
    case SettingKind::baseline:
      return asking.say("setting.baseline");
    case SettingKind::left_out:
      return asking.say("setting.left_out");
    case SettingKind::note:
      return asking.say("setting.note");
    case SettingKind::target:
      return asking.say("setting.target");
    case SettingKind::chart:
      return asking.say("setting.chart");
    case SettingKind::rules:
      return asking.say("setting.rules");
  }
  return Text({});
}

Text decided(const Asking& asking, const ChartSetting& setting) {
  const std::string month = words::month_in_words(asking.language, setting.month);
  switch (setting.kind) {
    case SettingKind::phase:
      return asking.say("setting.phase_from", {{"month", month}});
    case SettingKind::baseline:
      return asking.say("setting.baseline_until", {{"month", month}});
    case SettingKind::left_out:
      return asking.say("setting.left_out_month", {{"month", month}});
    case SettingKind::note:
      return asking.say("setting.note_at", {{"month", month}});
    case SettingKind::target: {
      const std::string target =
          number_on(ChartScale::count, static_cast<double>(setting.target_permille) / 10);
      return asking.say("setting.target_from", {{"month", month}, {"n", target}});
    }
    case SettingKind::chart:
      return words_for(asking, setting.chart);
    case SettingKind::rules:
      return rules_words(asking, setting.rules);
  }
  return Text({});
}

Html item_of(const Asking& asking, const DecidedChart& of, const ChartSetting& setting, bool back) {
  Url take_back = Url(of.url).then("/settings");
  take_back.part(std::to_string(setting.number)).then("/withdraw");
  const std::string day = day_words(asking, zone_of(of.zone), setting.set_at);
  return h::li(h::b(decided(asking, setting)), h::br(),
               h::span(Attribute("dir", std::string_view("auto")), Text(setting.reason)), h::br(),
               h::span(cls("small muted"),
                       asking.say("setting.by", {{"name", set_by(asking, setting)}, {"day", day}})),
               back
                   ? Html()
                   : post_form(asking, take_back,
                               h::button(cls("btn line small"), asking.say("setting.withdraw"),
                                         h::span(cls("vh"), Text(" "), decided(asking, setting)))));
}

std::vector<Choice> months_of(const Asking& asking, const MeasuredChart& chart) {
  std::vector<Choice> months;
  for (const ChartPoint& point : chart.reading.points)
    months.push_back(
        {point.month.iso(), Html(Text(words::month_in_words(asking.language, point.month)))});
  return months;
}

std::string_view month_hint(SettingKind kind) {
  if (kind == SettingKind::phase) return "setting.month_hint";
  if (kind == SettingKind::baseline) return "setting.baseline_hint";
  return {};
}

/// The fields that this kind needs, besides the reason.
Html fields_of(const FormState& state, const MeasuredChart& chart, SettingKind kind) {
  const Asking& asking = state.asking;
  std::vector<Html> fields;
  const auto typed = [&](std::string_view field) { return asking.typed(field); };
  if (is_about_a_month(kind))
    fields.push_back(select_field(state, {"month", "setting.month", month_hint(kind)},
                                  months_of(asking, chart), typed("month")));
  if (kind == SettingKind::target)
    fields.push_back(text_field(state, {"target", "setting.target_field", "setting.target_hint"},
                                typed("target")));
  if (kind == SettingKind::chart) {
    std::vector<Choice> charts;
    for (const MeasureChart one : measure_charts)
      if (fits(one, chart.measure.counted))
        charts.push_back({std::string(code_of(one)), Html(words_for(asking, one))});
    fields.push_back(select_field(state,
                                  {"chart", "setting.which_chart", "setting.which_chart_hint"},
                                  charts, typed("chart")));
  }
  if (kind == SettingKind::rules) {
    std::vector<Choice> rules;
    for (const std::string_view one : rules_to_choose)
      rules.push_back({std::string(one), Html(rules_words(asking, one))});
    fields.push_back(select_field(state,
                                  {"rules", "setting.which_rules", "setting.which_rules_hint"},
                                  rules, typed("rules")));
  }
  return h::div(cls("stack"), fields);
}

Html decide_form(const FormState& state, const DecidedChart& of, SettingKind kind) {
  const Asking& asking = state.asking;
  Url settings = Url(of.url).then("/settings");
  Url tried = Url(of.url).then("/try");
  const bool note = kind == SettingKind::note;
  return post_form(asking, settings, cls("card stack"), Attribute("data-try", tried.text()),
                   Attribute("data-slide", asking.say("setting.slide").words()),
                   fault_summary(state),
                   h::input(type("hidden"), name("kind"), value(code_of(kind))),
                   fields_of(state, of.chart, kind),
                   h::p(h::button(cls("btn line"), Attribute("formaction", tried.text()),
                                  Attribute("formnovalidate", true), asking.say("setting.try")),
                        Text(" "),
                        h::button(cls("btn line"), type("button"), Attribute("data-undo", true),
                                  Attribute("hidden", true), asking.say("setting.undo"))),
                   area_field(state,
                              note ? Field{"reason", "setting.note_words", "setting.note_hint"}
                                   : Field{"reason", "setting.reason", "setting.reason_hint"},
                              2, asking.typed("reason")),
                   h::p(h::button(cls("btn"), asking.say("setting.keep"))));
}

/// A form without its kind was not made here; the first kind's page shows what is missing.
SettingKind kind_typed(const Asking& asking) {
  return setting_kind_from(asking.typed("kind")).value_or(SettingKind::phase);
}

SettingDraft draft_in(const Asking& asking) {
  const auto typed = [&](std::string_view field) { return std::string(asking.typed(field)); };
  return {typed("kind"),  typed("month"),  typed("chart"),
          typed("rules"), typed("target"), typed("reason")};
}

/// `kind`: of the path, or as it was typed.
http::Response show_decision(const FormState& state, std::string_view kind_code, int status) {
  const Asking& asking = state.asking;
  const auto kind = setting_kind_from(kind_code);
  if (!kind) return not_found(asking);
  service::ChartLook look;
  look.tried = tried_setting(draft_in(asking));
  const auto seen = decided_chart(asking, look);
  if (!seen) return not_found(asking);
  const DecidedChart& of = seen.value();
  const MeasuredChart& chart = of.chart;
  const Text name = measure_words(asking, chart.measure, "name");
  const Html sentence =
      look.tried ? note(Html(asking.say("setting.tried",
                                        {{"what", decided(asking, *look.tried).words()}})))
                 : Html(h::p(cls("muted"), asking.say("setting.as_it_is")));
  return page(
      asking, status, title_of(asking, *kind), of.place,
      h::div(cls("wrap narrow page stack"), h::p(h::a(href(of.url), name)),
             h::h1(title_of(asking, *kind)),
             h::div(id("tried"), sentence, h::p(cls("lead"), Text(chart_sentence(asking, chart))),
                    drawn(asking, chart), key_of(asking, chart.reading), cautions(asking, chart),
                    h::details(cls("data"), h::summary(asking.say("chart.show_numbers")),
                               numbers_table(asking, chart, Columns::spoken))),
             decide_form(state, of, *kind)));
}

}  // namespace

Outcome<DecidedChart> decided_chart(const Asking& asking, const service::ChartLook& look) {
  if (const auto project = project_asked(asking)) {
    auto seen = service::read_project_chart(asking.service, asking.caller(), *project,
                                            asking.part("measure"), look);
    if (!seen) return seen.refusal();
    // What is counted over records is the team's to decide about.
    if (!seen.value().measure.chart.measure.own()) return Refusal("permission.not_found");
    return DecidedChart{chart_url(asking), seen.value().zone, std::move(seen.value().measure.chart),
                        Place::projects};
  }
  auto seen = measure_asked(asking, look);
  if (!seen) return seen.refusal();
  return decided_chart(asking, seen.value());
}

DecidedChart decided_chart(const Asking& asking, const TeamView& view) {
  return {chart_url(asking), view.site.zone, view.charts.front(), Place::team};
}

Outcome<TeamView> measure_asked(const Asking& asking, const service::ChartLook& look) {
  const auto team = Id<Team>::parse(asking.part("team"));
  if (!team) return Refusal("permission.not_found");
  return service::read_measure(asking.service, asking.caller(), *team, asking.part("measure"),
                               look);
}

std::optional<std::size_t> version_in(std::string_view text) {
  std::size_t version = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), version);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return version;
}

Text rules_words(const Asking& asking, std::string_view rules) {
  if (rules == rules_to_choose[1]) return asking.say("rules.mdc");
  if (rules == rules_to_choose[2]) return asking.say("rules.western_electric");
  if (rules == rules_to_choose[3]) return asking.say("rules.nelson");
  return asking.say("rules.anhoej");
}

Html settings_list(const Asking& asking, const DecidedChart& of, bool back) {
  std::vector<Html> items;
  for (const ChartSetting& setting : of.chart.settings)
    if (!setting.withdrawn_at) items.push_back(item_of(asking, of, setting, back));
  if (items.empty()) return h::p(asking.say("setting.none_yet"));
  return h::ul(cls("looks"), items);
}

namespace {

/// What began with that version, who did it, and when.
Text version_words(const Asking& asking, const DecidedChart& of, const SettingEvent& event,
                   const std::string& number) {
  for (const ChartSetting& setting : of.chart.settings) {
    if (setting.number != event.number) continue;
    const std::string day = day_words(asking, zone_of(of.zone), event.at);
    return asking.say(event.withdrawal ? "setting.version_back" : "setting.version_set",
                      {{"n", number},
                       {"what", decided(asking, setting).words()},
                       {"name", set_by(asking, setting)},
                       {"day", day}});
  }
  return asking.say("setting.version", {{"n", number}});
}

}  // namespace

Html ways_to_decide(const Asking& asking, const DecidedChart& of) {
  std::vector<Html> ways;
  for (const SettingKind kind : setting_kinds)
    ways.push_back(
        h::li(h::a(cls("stand-alone"), href(decide_url(of, kind)), title_of(asking, kind))));
  std::vector<Html> versions;
  const auto events = events_of(of.chart.settings);
  for (std::size_t version = events.size(); version-- > 0;) {
    Url url = Url(of.url).then("/versions");
    const std::string number = std::to_string(version);
    url.part(number);
    const Text words = version == 0 ? asking.say("setting.version", {{"n", number}})
                                    : version_words(asking, of, events[version - 1], number);
    versions.push_back(h::li(h::a(cls("stand-alone"), href(url), words)));
  }
  const Html earlier = versions.empty()
                           ? Html()
                           : h::details(cls("data"), h::summary(asking.say("setting.versions")),
                                        h::ul(cls("stack-s"), versions));
  return together(h::h3(asking.say("setting.decide")), h::ul(cls("stack-s"), ways), earlier);
}

Html version_notice(const Asking& asking, const DecidedChart& of, std::size_t version) {
  return note(together(
      asking.say("setting.seen_version",
                 {{"n", std::to_string(version)}, {"of", std::to_string(of.chart.versions)}}),
      Text(" "), h::a(href(Url(of.url)), asking.say("setting.as_now"))));
}

http::Response decide_page(const Asking& asking) {
  return show_decision({asking, {}}, asking.part("kind"), 200);
}

http::Response post_try_chart(const Asking& asking) {
  // A reason is asked for when it is kept.
  const auto whole = setting_from(draft_in(asking));
  std::vector<Fault> faults = whole ? std::vector<Fault>() : whole.refusal().faults();
  std::erase_if(faults, [](const Fault& fault) { return fault.field == "reason"; });
  const int status = faults.empty() ? 200 : 422;
  return show_decision({asking, std::move(faults)}, code_of(kind_typed(asking)), status);
}

http::Response post_set_chart(const Asking& asking) {
  const auto project = project_asked(asking);
  const auto team = Id<Team>::parse(asking.part("team"));
  if (!team && !project) return not_found(asking);
  const auto set =
      project ? service::set_project_chart(asking.service, asking.caller(), *project,
                                           asking.part("measure"), draft_in(asking), asking.once())
              : service::set_chart(asking.service, asking.caller(), *team, asking.part("measure"),
                                   draft_in(asking), asking.once());
  if (!set && is_not_found(set.refusal())) return not_found(asking);
  if (!set) {
    return show_decision({asking, set.refusal().faults()}, code_of(kind_typed(asking)), 422);
  }
  return http::Response::see_other(chart_url(asking).text() + "?kept");
}

http::Response post_take_chart_setting_back(const Asking& asking) {
  const auto project = project_asked(asking);
  const auto team = Id<Team>::parse(asking.part("team"));
  if (!team && !project) return not_found(asking);
  const auto taken = project
                         ? service::take_project_setting_back(asking.service, asking.caller(),
                                                              *project, asking.part("measure"),
                                                              asking.part("setting"), asking.once())
                         : service::take_chart_setting_back(asking.service, asking.caller(), *team,
                                                            asking.part("measure"),
                                                            asking.part("setting"), asking.once());
  if (!taken) return not_found(asking);
  return http::Response::see_other(chart_url(asking).text());
}

}  // namespace alongside::web
