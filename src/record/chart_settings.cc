// SPDX-License-Identifier: Apache-2.0
// Decisions are added and withdrawn, never rewritten.
#include "record/chart_settings.h"

namespace alongside::record {

using sql::Reading;
using sql::Row;
using sql::Writing;

std::vector<ChartSetting> chart_settings(const Reading& reading, const TeamAccess& access,
                                         std::string_view measure) {
  return reading.all(
      "SELECT setting_no, kind, month_no, chart, reason, set_by, set_ms, withdrawn_ms "
      "FROM chart_settings WHERE home_id = ?1 AND team_no = ?2 AND measure = ?3 "
      "ORDER BY setting_no",
      {access.home(), access.number(), measure}, [](const Row& row) {
        return ChartSetting{
            row.integer(0),           setting_kind_from(row.text(1)).value(),
            {row.integer(2)},         share_chart_from(row.text(3)).value_or(ShareChart::p),
            std::string(row.text(4)), std::string(row.text(5)),
            {row.integer(6)},         !row.null(7)};
      });
}

std::int64_t add_chart_setting(Writing& writing, const TeamAccess& access, std::string_view measure,
                               const ChartSetting& setting) {
  const std::int64_t number = writing.integer(
      "SELECT coalesce(max(setting_no), 0) + 1 FROM chart_settings "
      "WHERE home_id = ?1 AND team_no = ?2 AND measure = ?3",
      {access.home(), access.number(), measure});
  const bool about_chart = setting.kind == SettingKind::chart;
  writing.execute(
      "INSERT INTO chart_settings (home_id, team_no, measure, setting_no, kind, month_no, chart, "
      "reason, set_by, set_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
      {access.home(), access.number(), measure, number, code_of(setting.kind),
       about_chart ? 0 : setting.month.number,
       about_chart ? code_of(setting.chart) : std::string_view(), setting.reason, setting.set_by,
       setting.set_at.utc_ms});
  return number;
}

void withdraw_chart_setting(Writing& writing, const TeamAccess& access, std::string_view measure,
                            std::int64_t setting, Instant now) {
  writing.execute(
      "UPDATE chart_settings SET withdrawn_ms = ?5 WHERE home_id = ?1 AND team_no = ?2 "
      "AND measure = ?3 AND setting_no = ?4 AND withdrawn_ms IS NULL",
      {access.home(), access.number(), measure, setting, now.utc_ms});
}

}  // namespace alongside::record
