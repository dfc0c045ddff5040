// SPDX-License-Identifier: Apache-2.0
// What a team decided about a chart: which kind, where new limits begin, which month does not
// count. Each with its reason; nothing is ever re-based by the program.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/base/clock.h"
#include "foundation/base/outcome.h"

namespace alongside {

/// p: limits as chance gives them. pp (P'): widened to what is usual here. run: the middle alone.
enum class ShareChart { p, pp, run };
std::string_view code_of(ShareChart chart);
std::optional<ShareChart> share_chart_from(std::string_view code);

enum class SettingKind { phase, left_out, chart };
std::string_view code_of(SettingKind kind);
std::optional<SettingKind> setting_kind_from(std::string_view code);

/// One decision. `month` for phase and left_out, `chart` for chart.
struct ChartSetting {
  std::int64_t number = 0;
  SettingKind kind = SettingKind::phase;
  Month month;
  ShareChart chart = ShareChart::p;
  std::string reason;
  std::string set_by;
  Instant set_at;
  bool withdrawn = false;
};

struct SettingDraft {
  std::string kind, month, chart, reason;
};
constexpr std::size_t setting_reason_characters_max = 300;
constexpr std::size_t settings_a_chart_max = 40;
/// `month` as "2026-11". Refused beside the fields: "setting.kind_missing" (kind),
/// "setting.month_missing" (month), "setting.chart_missing" (chart), "setting.reason_missing" and
/// "setting.reason_long" (reason).
Outcome<ChartSetting> setting_from(const SettingDraft& draft);

/// All decisions that stand, as the chart takes them: the latest kind of chart wins.
struct ChartSettings {
  ShareChart chart = ShareChart::p;
  std::vector<Month> phases;
  std::vector<Month> left_out;
};
ChartSettings standing(const std::vector<ChartSetting>& settings);

}  // namespace alongside
