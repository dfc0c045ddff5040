// SPDX-License-Identifier: Apache-2.0
// Drafts to decisions, decisions to a chart.
#include "improvement/chart_settings.h"

#include <algorithm>
#include <cmath>

#include "foundation/base/delimited.h"
#include "foundation/base/text.h"

namespace alongside {
namespace {

constexpr std::array<std::string_view, measure_charts.size()> chart_codes = {
    "p", "pp", "run", "i", "ip", "mr", "u", "up", "np", "c", "cp", "ewma", "cusum"};
constexpr std::array<std::string_view, setting_kinds.size()> kind_codes = {
    "phase", "baseline", "left_out", "note", "target", "chart", "rules"};

std::optional<std::int64_t> permille_in(const std::string& text) {
  const auto number = number_in(text, ';');
  if (!number || *number < 0 || *number > 100) return std::nullopt;
  return std::llround(*number * 10);
}

/// What the kind needs; faults for what is missing.
void take_what(const SettingDraft& draft, ChartSetting& setting, std::vector<Fault>& faults) {
  if (is_about_a_month(setting.kind)) {
    const auto day = Day::from_iso(draft.month + "-01");
    if (!day) faults.push_back({"setting.month_missing", "month"});
    if (day) setting.month = Month::of(*day);
  }
  if (setting.kind == SettingKind::chart) {
    const auto chart = measure_chart_from(draft.chart);
    if (!chart) faults.push_back({"setting.chart_missing", "chart"});
    setting.chart = chart.value_or(MeasureChart::p);
  }
  if (setting.kind == SettingKind::rules) {
    if (std::ranges::find(rules_to_choose, draft.rules) == rules_to_choose.end())
      faults.push_back({"setting.rules_missing", "rules"});
    setting.rules = draft.rules;
  }
  if (setting.kind == SettingKind::target) {
    const auto target = permille_in(draft.target);
    if (!target) faults.push_back({"setting.target_missing", "target"});
    setting.target_permille = target.value_or(0);
  }
}

}  // namespace

std::string_view code_of(MeasureChart chart) {
  return chart_codes[static_cast<std::size_t>(chart)];
}

std::optional<MeasureChart> measure_chart_from(std::string_view code) {
  for (const MeasureChart chart : measure_charts)
    if (code_of(chart) == code) return chart;
  return std::nullopt;
}

std::string_view code_of(SettingKind kind) { return kind_codes[static_cast<std::size_t>(kind)]; }

std::optional<SettingKind> setting_kind_from(std::string_view code) {
  for (const SettingKind kind : setting_kinds)
    if (code_of(kind) == code) return kind;
  return std::nullopt;
}

bool is_about_a_month(SettingKind kind) {
  return kind != SettingKind::chart && kind != SettingKind::rules;
}

Outcome<ChartSetting> setting_from(const SettingDraft& draft) {
  std::vector<Fault> faults;
  ChartSetting setting;
  const auto kind = setting_kind_from(draft.kind);
  if (!kind) faults.push_back({"setting.kind_missing", "kind"});
  if (kind) {
    setting.kind = *kind;
    take_what(draft, setting, faults);
  }
  setting.reason = tidied(draft.reason);
  if (setting.reason.empty()) faults.push_back({"setting.reason_missing", "reason"});
  if (characters(setting.reason) > setting_reason_characters_max)
    faults.push_back({"setting.reason_long", "reason"});
  else if (kind == SettingKind::note && characters(setting.reason) > note_characters_max)
    faults.push_back({"setting.note_long", "reason"});
  if (!faults.empty()) return Refusal(std::move(faults));
  return setting;
}

std::optional<ChartSetting> tried_setting(const SettingDraft& draft) {
  ChartSetting setting;
  std::vector<Fault> faults;
  const auto kind = setting_kind_from(draft.kind);
  if (!kind) return std::nullopt;
  setting.kind = *kind;
  take_what(draft, setting, faults);
  if (!faults.empty()) return std::nullopt;
  setting.reason = first_characters(one_line(draft.reason), note_characters_max);
  return setting;
}

ChartSettings standing(const std::vector<ChartSetting>& settings) {
  ChartSettings found;
  for (const ChartSetting& setting : settings) {
    if (setting.withdrawn_at) continue;
    switch (setting.kind) {
      case SettingKind::phase:
        found.phases.push_back(setting.month);
        break;
      case SettingKind::baseline:
        found.baselines.push_back(setting.month);
        break;
      case SettingKind::left_out:
        found.left_out.push_back(setting.month);
        break;
      case SettingKind::note:
        found.notes.emplace_back(setting.month, setting.reason);
        break;
      case SettingKind::target:
        found.targets.emplace_back(setting.month, setting.target_permille);
        break;
      case SettingKind::chart:
        found.chart = setting.chart;
        break;
      case SettingKind::rules:
        found.rules = setting.rules;
        break;
    }
  }
  std::ranges::sort(found.phases);
  std::ranges::sort(found.baselines);
  std::ranges::sort(found.left_out);
  // Of two targets from one month the later decision holds.
  std::ranges::stable_sort(found.targets, {}, &std::pair<Month, std::int64_t>::first);
  return found;
}

bool stands_already(const std::vector<ChartSetting>& settings, const ChartSetting& asked,
                    std::optional<MeasureChart> undecided) {
  const ChartSettings now = standing(settings);
  if (asked.kind == SettingKind::chart) return (now.chart ? now.chart : undecided) == asked.chart;
  if (asked.kind == SettingKind::rules) return now.rules == asked.rules;
  if (asked.kind == SettingKind::note) return false;
  return std::ranges::any_of(settings, [&](const ChartSetting& one) {
    return !one.withdrawn_at && one.kind == asked.kind && one.month == asked.month;
  });
}

std::vector<SettingEvent> events_of(const std::vector<ChartSetting>& settings) {
  std::vector<SettingEvent> events;
  for (const ChartSetting& setting : settings) {
    events.push_back({setting.set_at, setting.number, false});
    if (setting.withdrawn_at) events.push_back({*setting.withdrawn_at, setting.number, true});
  }
  std::ranges::stable_sort(events, [](const SettingEvent& a, const SettingEvent& b) {
    if (a.at.utc_ms != b.at.utc_ms) return a.at.utc_ms < b.at.utc_ms;
    if (a.withdrawal != b.withdrawal) return b.withdrawal;
    return a.number < b.number;
  });
  return events;
}

std::size_t versions_of(const std::vector<ChartSetting>& settings) {
  return events_of(settings).size();
}

std::vector<ChartSetting> as_of_version(const std::vector<ChartSetting>& settings,
                                        std::size_t version) {
  std::vector<SettingEvent> events = events_of(settings);
  events.resize(std::min(events.size(), version));
  std::vector<ChartSetting> then;
  for (const ChartSetting& setting : settings) {
    const auto happened = [&](bool withdrawal) {
      return std::ranges::any_of(events, [&](const SettingEvent& event) {
        return event.number == setting.number && event.withdrawal == withdrawal;
      });
    };
    if (!happened(false)) continue;
    then.push_back(setting);
    if (!happened(true)) then.back().withdrawn_at.reset();
  }
  return then;
}

}  // namespace alongside
