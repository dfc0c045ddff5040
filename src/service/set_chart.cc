// SPDX-License-Identifier: Apache-2.0
// Decisions about a team's charts.
#include "service/set_chart.h"

#include <algorithm>

#include "improvement/chart_settings.h"
#include "improvement/measure.h"
#include "record/chart_settings.h"
#include "record/people.h"
#include "service/act.h"
#include "service/read_chart.h"

namespace alongside::service {
namespace {

bool known(std::string_view measure) {
  return std::ranges::any_of(standard_measures(),
                             [&](const Measure& one) { return one.id == measure; });
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
        const auto before = record::chart_settings(writing, access, measure);
        const auto stands = [](const ChartSetting& one) { return !one.withdrawn_at; };
        if (std::ranges::count_if(before, stands) >=
            static_cast<std::ptrdiff_t>(settings_a_chart_max))
          return Refusal("setting.too_many", "reason");
        if (stands_already(before, setting))
          return Refusal("setting.already", setting.kind == SettingKind::chart   ? "chart"
                                            : setting.kind == SettingKind::rules ? "rules"
                                                                                 : "month");
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

}  // namespace alongside::service
