// SPDX-License-Identifier: Apache-2.0
// Decisions are added and withdrawn, never rewritten.
#include "record/chart_settings.h"

namespace alongside::record {

using sql::Reading;
using sql::Row;
using sql::Writing;

namespace {

ChartSetting setting_in(const Row& row) {
  ChartSetting setting;
  setting.number = row.integer(0);
  setting.kind = setting_kind_from(row.text(1)).value();
  setting.month = {row.integer(2)};
  if (setting.kind == SettingKind::chart)
    setting.chart = measure_chart_from(row.text(3)).value_or(MeasureChart::p);
  if (setting.kind == SettingKind::rules) setting.rules = row.text(3);
  setting.target_permille = row.integer(4);
  setting.reason = row.text(5);
  setting.set_by = row.text(6);
  setting.set_at = {row.integer(7)};
  if (!row.null(8)) setting.withdrawn_at = Instant{row.integer(8)};
  return setting;
}

struct TeamOfHome {
  std::int64_t home, team;
};
TeamOfHome of(const TeamAccess& access) { return {access.home(), access.number()}; }
TeamOfHome of(const ProjectAccess& access) { return {access.home(), access.team()}; }

std::vector<ChartSetting> settings_of(const Reading& reading, const TeamOfHome& of,
                                      std::string_view measure) {
  return reading.all(
      "SELECT setting_no, kind, month_no, choice, target_permille, reason, set_by, set_ms, "
      "withdrawn_ms FROM chart_settings WHERE home_id = ?1 AND team_no = ?2 AND measure = ?3 "
      "ORDER BY setting_no",
      {of.home, of.team, measure}, setting_in);
}

std::int64_t add(Writing& writing, const TeamOfHome& of, std::string_view measure,
                 const ChartSetting& setting) {
  const std::int64_t number = writing.integer(
      "SELECT coalesce(max(setting_no), 0) + 1 FROM chart_settings "
      "WHERE home_id = ?1 AND team_no = ?2 AND measure = ?3",
      {of.home, of.team, measure});
  std::string_view choice;
  if (setting.kind == SettingKind::chart) choice = code_of(setting.chart);
  if (setting.kind == SettingKind::rules) choice = setting.rules;
  writing.execute(
      "INSERT INTO chart_settings (home_id, team_no, measure, setting_no, kind, month_no, choice, "
      "target_permille, reason, set_by, set_ms) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
      {of.home, of.team, measure, number, code_of(setting.kind),
       is_about_a_month(setting.kind) ? setting.month.number : 0, choice, setting.target_permille,
       setting.reason, setting.set_by, setting.set_at.utc_ms});
  return number;
}

void withdraw(Writing& writing, const TeamOfHome& of, std::string_view measure,
              std::int64_t setting, Instant now) {
  writing.execute(
      "UPDATE chart_settings SET withdrawn_ms = ?5 WHERE home_id = ?1 AND team_no = ?2 "
      "AND measure = ?3 AND setting_no = ?4 AND withdrawn_ms IS NULL",
      {of.home, of.team, measure, setting, now.utc_ms});
}

}  // namespace

std::vector<ChartSetting> chart_settings(const Reading& reading, const TeamAccess& access,
                                         std::string_view measure) {
  return settings_of(reading, of(access), measure);
}
std::vector<ChartSetting> chart_settings(const Reading& reading, const ProjectAccess& access,
                                         std::string_view measure) {
  return settings_of(reading, of(access), measure);
}

std::int64_t add_chart_setting(Writing& writing, const TeamAccess& access, std::string_view measure,
                               const ChartSetting& setting) {
  return add(writing, of(access), measure, setting);
}
std::int64_t add_chart_setting(Writing& writing, const ProjectAccess& access,
                               std::string_view measure, const ChartSetting& setting) {
  access.touch({PartKind::chart_settings});
  return add(writing, of(access), measure, setting);
}

void withdraw_chart_setting(Writing& writing, const TeamAccess& access, std::string_view measure,
                            std::int64_t setting, Instant now) {
  withdraw(writing, of(access), measure, setting, now);
}
void withdraw_chart_setting(Writing& writing, const ProjectAccess& access, std::string_view measure,
                            std::int64_t setting, Instant now) {
  access.touch({PartKind::chart_settings});
  withdraw(writing, of(access), measure, setting, now);
}

}  // namespace alongside::record
