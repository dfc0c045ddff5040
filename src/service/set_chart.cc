// SPDX-License-Identifier: Apache-2.0
// Decisions about a team's charts.
#include "service/set_chart.h"

#include <algorithm>

#include "change/measure_numbers.h"
#include "foundation/base/text.h"
#include "improvement/chart_settings.h"
#include "improvement/measure.h"
#include "record/chart_settings.h"
#include "record/people.h"
#include "record/project_measures.h"
#include "service/act.h"
#include "service/read_chart.h"

namespace alongside::service {
namespace {

bool known(std::string_view measure) {
  return std::ranges::any_of(standard_measures(),
                             [&](const Measure& one) { return one.id == measure; });
}

/// Not said already, and not one too many.
Outcome<Done> has_room(const std::vector<ChartSetting>& before, const ChartSetting& setting,
                       std::optional<MeasureChart> undecided) {
  const auto stands = [](const ChartSetting& one) { return !one.withdrawn_at; };
  if (std::ranges::count_if(before, stands) >= static_cast<std::ptrdiff_t>(settings_a_chart_max))
    return Refusal("setting.too_many", "reason");
  if (stands_already(before, setting, undecided))
    return Refusal("setting.already", setting.kind == SettingKind::chart   ? "chart"
                                      : setting.kind == SettingKind::rules ? "rules"
                                                                           : "month");
  return Done{};
}

/// Only a project's own measures: those over records are the team's to decide about.
Outcome<record::ProjectMeasure> own_measure(const sql::Reading& reading,
                                            const ProjectAccess& access, std::string_view number) {
  for (auto& measure : record::project_measures(reading, access))
    if (std::to_string(measure.number) == number && measure.measure.own())
      return std::move(measure);
  return Refusal("permission.not_found");
}

}  // namespace

Outcome<std::string> set_chart(const Service& service, const Caller& caller, const Id<Team>& team,
                               std::string_view measure, const SettingDraft& draft,
                               std::string_view once) {
  return change_team(
      service, caller, team, record::PartKind::chart_settings, {"set_chart", once},
      [&](sql::Writing& writing, const TeamAccess& access) -> Outcome<Change> {
        if (!known(measure)) return Refusal("permission.not_found");
        TRY(ChartSetting setting, setting_from(draft));
        const Zone zone = Zone::named(record::site(writing, caller.home)->zone).value();
        const Month last = Month::of(zone.day_of(service.now()));
        const bool on_the_chart =
            setting.month <= last && setting.month > last.plus(-months_on_a_chart);
        if (is_about_a_month(setting.kind) && !on_the_chart)
          return Refusal("setting.month_missing", "month");
        CHECK(has_room(record::chart_settings(writing, access, measure), setting, MeasureChart::p));
        setting.set_by = caller.name;
        setting.set_at = service.now();
        const auto number = record::add_chart_setting(writing, access, measure, setting);
        return Change{std::to_string(number), "chart " + std::string(measure)};
      });
}

Outcome<std::string> take_chart_setting_back(const Service& service, const Caller& caller,
                                             const Id<Team>& team, std::string_view measure,
                                             std::string_view setting, std::string_view once) {
  return change_team(
      service, caller, team, record::PartKind::chart_settings, {"take_chart_setting_back", once},
      [&](sql::Writing& writing, const TeamAccess& access) -> Outcome<Change> {
        for (const ChartSetting& one : record::chart_settings(writing, access, measure)) {
          if (std::to_string(one.number) != setting) continue;
          record::withdraw_chart_setting(writing, access, measure, one.number, service.now());
          return Change{"", "chart " + std::string(measure)};
        }
        return Refusal("permission.not_found");
      });
}

Outcome<std::string> set_project_chart(const Service& service, const Caller& caller,
                                       const Id<Project>& project, std::string_view number,
                                       const SettingDraft& draft, std::string_view once) {
  return change_project(
      service, caller, project, {"set_project_chart", once},
      [&](sql::Writing& writing, const ProjectAccess& access) -> Outcome<Change> {
        TRY(const auto own, own_measure(writing, access, number));
        TRY(ChartSetting setting, setting_from(draft));
        if (setting.kind == SettingKind::chart && !fits(setting.chart, own.measure.counted))
          return Refusal("setting.chart_missing", "chart");
        const auto held = holding(record::measure_numbers(writing, access, own.number));
        const bool there = std::ranges::any_of(
            held, [&](const MeasureNumber& one) { return Month::of(one.day) == setting.month; });
        if (is_about_a_month(setting.kind) && !there)
          return Refusal("setting.month_missing", "month");
        CHECK(has_room(record::chart_settings(writing, access, own.measure.id), setting,
                       std::nullopt));
        setting.set_by = caller.professional ? caller.name : std::string();
        setting.set_at = service.now();
        const auto made = record::add_chart_setting(writing, access, own.measure.id, setting);
        return Change{std::to_string(made), "project " + std::to_string(access.number())};
      });
}

Outcome<std::string> take_project_setting_back(const Service& service, const Caller& caller,
                                               const Id<Project>& project, std::string_view number,
                                               std::string_view setting, std::string_view once) {
  return change_project(
      service, caller, project, {"take_project_setting_back", once},
      [&](sql::Writing& writing, const ProjectAccess& access) -> Outcome<Change> {
        TRY(const auto own, own_measure(writing, access, number));
        const auto asked = whole_number(setting).value_or(0);
        const auto before = record::chart_settings(writing, access, own.measure.id);
        if (std::ranges::find(before, asked, &ChartSetting::number) == before.end())
          return Refusal("permission.not_found");
        record::withdraw_chart_setting(writing, access, own.measure.id, asked, service.now());
        return Change{"", "project " + std::to_string(access.number())};
      });
}

}  // namespace alongside::service
