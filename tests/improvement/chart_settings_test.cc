// SPDX-License-Identifier: Apache-2.0
// A decision about a chart has a reason, and the latest word about its kind holds.
#include "improvement/chart_settings.h"

#include <gtest/gtest.h>

namespace alongside {

namespace {

SettingDraft draft(const char* kind, const char* month, const char* reason = "x") {
  SettingDraft made;
  made.kind = kind;
  made.month = month;
  made.reason = reason;
  return made;
}

std::vector<ChartSetting> three_decisions() {
  std::vector<ChartSetting> settings(3);
  settings[0].kind = SettingKind::chart;
  settings[0].chart = MeasureChart::pp;
  settings[1].kind = SettingKind::chart;
  settings[1].chart = MeasureChart::run;
  settings[2].kind = SettingKind::phase;
  settings[2].month = {680};
  for (std::size_t i = 0; i < 3; ++i) {
    settings[i].number = static_cast<std::int64_t>(i) + 1;
    settings[i].set_at = {static_cast<std::int64_t>(i) * 100};
  }
  return settings;
}

}  // namespace

TEST(ChartSettings, ask_beside_the_fields_for_what_is_missing) {
  EXPECT_EQ(
      setting_from({}).refusal().faults(),
      (std::vector<Fault>{{"setting.kind_missing", "kind"}, {"setting.reason_missing", "reason"}}));
  EXPECT_EQ(setting_from(draft("phase", "May")).refusal().key(), "setting.month_missing");
  EXPECT_EQ(setting_from(draft("chart", "")).refusal().key(), "setting.chart_missing");
  EXPECT_EQ(setting_from(draft("rules", "")).refusal().key(), "setting.rules_missing");
  EXPECT_EQ(setting_from(draft("phase", "2026-05", std::string(301, 'x').c_str())).refusal().key(),
            "setting.reason_long");
  EXPECT_EQ(setting_from(draft("note", "2026-05", std::string(41, 'x').c_str())).refusal().key(),
            "setting.note_long");
  const auto phase = setting_from(draft("phase", "2026-05", " New  door ")).value();
  EXPECT_EQ(phase.month.iso(), "2026-05");
  EXPECT_EQ(phase.reason, "New  door");
}

TEST(ChartSettings, take_a_goal_of_100_with_one_decimal) {
  SettingDraft goal = draft("target", "2026-05");
  for (const char* wrong : {"", "many", "-1", "100.1", "1e3"}) {
    goal.target = wrong;
    EXPECT_EQ(setting_from(goal).refusal().key(), "setting.target_missing") << wrong;
    EXPECT_FALSE(tried_setting(goal)) << wrong;
  }
  goal.target = "82,5";
  EXPECT_EQ(setting_from(goal).value().target_permille, 825);
  goal.reason.clear();
  EXPECT_EQ(tried_setting(goal)->target_permille, 825);
}

TEST(ChartSettings, the_latest_word_about_the_kind_holds) {
  auto settings = three_decisions();
  EXPECT_EQ(standing(settings).chart, MeasureChart::run);
  EXPECT_EQ(standing(settings).phases.size(), 1U);
  settings[1].withdrawn_at = settings[2].withdrawn_at = Instant{500};
  EXPECT_EQ(standing(settings).chart, MeasureChart::pp);
  EXPECT_TRUE(standing(settings).phases.empty());
  EXPECT_EQ(standing({}).chart, std::nullopt);
  EXPECT_EQ(standing({}).rules, "anhoej");
}

TEST(ChartSettings, every_version_can_be_seen_again) {
  auto settings = three_decisions();
  settings[0].withdrawn_at = Instant{150};
  EXPECT_EQ(versions_of(settings), 4U);
  EXPECT_TRUE(as_of_version(settings, 0).empty());
  EXPECT_EQ(standing(as_of_version(settings, 1)).chart, MeasureChart::pp);
  EXPECT_EQ(standing(as_of_version(settings, 2)).chart, MeasureChart::run);
  EXPECT_FALSE(as_of_version(settings, 2)[0].withdrawn_at);
  EXPECT_TRUE(as_of_version(settings, 3)[0].withdrawn_at);
  EXPECT_TRUE(standing(as_of_version(settings, 3)).phases.empty());
  EXPECT_EQ(as_of_version(settings, 4).size(), 3U);
  EXPECT_EQ(as_of_version(settings, 99).size(), 3U);
}

TEST(ChartSettings, the_same_is_not_decided_twice) {
  auto settings = three_decisions();
  ChartSetting again = settings[2];
  EXPECT_TRUE(stands_already(settings, again));
  again.month = {681};
  EXPECT_FALSE(stands_already(settings, again));
  again.kind = SettingKind::chart;
  again.chart = MeasureChart::run;
  EXPECT_TRUE(stands_already(settings, again));
  again.chart = MeasureChart::p;
  EXPECT_FALSE(stands_already(settings, again));
  settings[2].withdrawn_at = Instant{900};
  EXPECT_FALSE(stands_already(settings, settings[2]));
  EXPECT_TRUE(stands_already({}, again));
}

TEST(ChartSettings, codes_come_back) {
  for (const MeasureChart chart : measure_charts)
    EXPECT_EQ(measure_chart_from(code_of(chart)), chart);
  for (const SettingKind kind : setting_kinds) EXPECT_EQ(setting_kind_from(code_of(kind)), kind);
  EXPECT_FALSE(measure_chart_from("pie"));
}

}  // namespace alongside
