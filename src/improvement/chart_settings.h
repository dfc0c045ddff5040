// SPDX-License-Identifier: Apache-2.0
// What a team decided about a chart: which kind, which rules, where new limits begin, which months
// make them, which month does not count, what to aim for, what happened when. Each with its reason;
// nothing is ever re-based by the program.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/base/clock.h"
#include "foundation/base/outcome.h"

namespace alongside {

/// Every chart that a count out of a size each month can be drawn as. Shares: p, pp (P': limits as
/// wide as is usual here), i (each month alike), ip (large months weigh more), mr (how much
/// neighbours differ), run (the middle alone), u and up (rates: the count may exceed the size).
/// Counts: np, c, cp. Sums: ewma, cusum. Xbar, S and R need several values a month, T and G the day
/// of each event, VLAD and its kin each case's risk: a monthly count holds none of these.
enum class MeasureChart { p, pp, run, i, ip, mr, u, up, np, c, cp, ewma, cusum };
inline constexpr std::array<MeasureChart, 13> measure_charts = {
    MeasureChart::p,  MeasureChart::pp,   MeasureChart::run,  MeasureChart::i,  MeasureChart::ip,
    MeasureChart::mr, MeasureChart::u,    MeasureChart::up,   MeasureChart::np, MeasureChart::c,
    MeasureChart::cp, MeasureChart::ewma, MeasureChart::cusum};
std::string_view code_of(MeasureChart chart);
std::optional<MeasureChart> measure_chart_from(std::string_view code);

/// Rule sets that a team can choose (rule_sets.h); the first stands until it does.
inline constexpr std::array<std::string_view, 4> rules_to_choose = {"anhoej", "mdc",
                                                                    "western-electric", "nelson"};

/// phase: new limits begin with the month. baseline: the month is the last that makes the limits of
/// its phase. left_out: the month is drawn and part of nothing. note: the reason stands at the
/// month. target: from the month on.
enum class SettingKind { phase, baseline, left_out, note, target, chart, rules };
inline constexpr std::array<SettingKind, 7> setting_kinds = {
    SettingKind::phase,  SettingKind::baseline, SettingKind::left_out, SettingKind::note,
    SettingKind::target, SettingKind::chart,    SettingKind::rules};
std::string_view code_of(SettingKind kind);
std::optional<SettingKind> setting_kind_from(std::string_view code);
/// All but chart and rules.
bool is_about_a_month(SettingKind kind);

/// One decision.
struct ChartSetting {
  std::int64_t number = 0;
  SettingKind kind = SettingKind::phase;
  Month month = {};                      ///< where the kind is about one
  MeasureChart chart = MeasureChart::p;  ///< of `chart`
  std::string rules = {};                ///< of `rules`
  std::int64_t target_permille = 0;      ///< of `target`: 0 to 1000
  std::string reason = {};
  std::string set_by = {};
  Instant set_at = {};
  std::optional<Instant> withdrawn_at = {};
};

struct SettingDraft {
  std::string kind = {}, month = {}, chart = {}, rules = {}, target = {}, reason = {};
};
constexpr std::size_t setting_reason_characters_max = 300;
constexpr std::size_t note_characters_max = 40;
constexpr std::size_t settings_a_chart_max = 40;
/// `month` as "2026-11", `target` as "0" to "100", with a decimal at most. Refused beside the
/// fields: "setting.kind_missing" (kind), "setting.month_missing" (month), "setting.chart_missing"
/// (chart), "setting.rules_missing" (rules), "setting.target_missing" (target),
/// "setting.reason_missing", "setting.reason_long" and "setting.note_long" (reason).
Outcome<ChartSetting> setting_from(const SettingDraft& draft);
/// The same without a reason, for trying; nothing where it is not whole yet.
std::optional<ChartSetting> tried_setting(const SettingDraft& draft);

/// All decisions that stand, as the chart takes them: the latest word about chart and rules holds.
struct ChartSettings {
  std::optional<MeasureChart> chart;  ///< none: as fits the data
  std::string rules = std::string(rules_to_choose[0]);
  std::vector<Month> phases, baselines, left_out;
  std::vector<std::pair<Month, std::int64_t>> targets;  ///< permille, from that month on; rising
  std::vector<std::pair<Month, std::string>> notes;
};
ChartSettings standing(const std::vector<ChartSetting>& settings);

/// True where a decision that stands says the same already, or speaks of the same month: that one
/// is to be taken back first. Words at a month may be many. `undecided`: the chart that is drawn
/// while nobody decided.
bool stands_already(const std::vector<ChartSetting>& settings, const ChartSetting& asked,
                    std::optional<MeasureChart> undecided = MeasureChart::p);

/// A decision, or its taking back; version n begins with the n-th.
struct SettingEvent {
  Instant at;
  std::int64_t number;
  bool withdrawal;
};
std::vector<SettingEvent> events_of(const std::vector<ChartSetting>& settings);

/// Each decision and each taking back makes a new version of the chart; 0 has none of them.
std::size_t versions_of(const std::vector<ChartSetting>& settings);
/// The decisions as they stood in that version, later ones gone, later withdrawals undone.
std::vector<ChartSetting> as_of_version(const std::vector<ChartSetting>& settings,
                                        std::size_t version);

}  // namespace alongside
