// SPDX-License-Identifier: Apache-2.0
// Drafts to decisions, decisions to a chart.
#include "improvement/chart_settings.h"

#include <algorithm>

#include "foundation/base/text.h"

namespace alongside {

std::string_view code_of(ShareChart chart) {
  switch (chart) {
    case ShareChart::p:
      return "p";
    case ShareChart::pp:
      return "pp";
    case ShareChart::run:
      return "run";
  }
  return {};
}

std::optional<ShareChart> share_chart_from(std::string_view code) {
  for (const ShareChart chart : {ShareChart::p, ShareChart::pp, ShareChart::run})
    if (code_of(chart) == code) return chart;
  return std::nullopt;
}

std::string_view code_of(SettingKind kind) {
  switch (kind) {
    case SettingKind::phase:
      return "phase";
    case SettingKind::left_out:
      return "left_out";
    case SettingKind::chart:
      return "chart";
  }
  return {};
}

std::optional<SettingKind> setting_kind_from(std::string_view code) {
  for (const SettingKind kind : {SettingKind::phase, SettingKind::left_out, SettingKind::chart})
    if (code_of(kind) == code) return kind;
  return std::nullopt;
}

Outcome<ChartSetting> setting_from(const SettingDraft& draft) {
  std::vector<Fault> faults;
  ChartSetting setting;
  const auto kind = setting_kind_from(draft.kind);
  if (!kind) faults.push_back({"setting.kind_missing", "kind"});
  setting.kind = kind.value_or(SettingKind::phase);
  if (kind == SettingKind::chart) {
    const auto chart = share_chart_from(draft.chart);
    if (!chart) faults.push_back({"setting.chart_missing", "chart"});
    setting.chart = chart.value_or(ShareChart::p);
  } else if (kind) {
    const auto day = Day::from_iso(draft.month + "-01");
    if (!day) faults.push_back({"setting.month_missing", "month"});
    if (day) setting.month = Month::of(*day);
  }
  setting.reason = tidied(draft.reason);
  if (setting.reason.empty()) faults.push_back({"setting.reason_missing", "reason"});
  if (characters(setting.reason) > setting_reason_characters_max)
    faults.push_back({"setting.reason_long", "reason"});
  if (!faults.empty()) return Refusal(std::move(faults));
  return setting;
}

ChartSettings standing(const std::vector<ChartSetting>& settings) {
  ChartSettings found;
  std::int64_t latest = -1;
  for (const ChartSetting& setting : settings) {
    if (setting.withdrawn) continue;
    if (setting.kind == SettingKind::phase) found.phases.push_back(setting.month);
    if (setting.kind == SettingKind::left_out) found.left_out.push_back(setting.month);
    if (setting.kind == SettingKind::chart && setting.number > latest) {
      found.chart = setting.chart;
      latest = setting.number;
    }
  }
  std::ranges::sort(found.phases);
  std::ranges::sort(found.left_out);
  return found;
}

}  // namespace alongside
