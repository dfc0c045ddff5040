// SPDX-License-Identifier: Apache-2.0
// A decision about a chart has a reason, and the latest word about its kind holds.
#include "improvement/chart_settings.h"

#include <gtest/gtest.h>

namespace alongside {

TEST(ChartSettings, ask_beside_the_fields_for_what_is_missing) {
  EXPECT_EQ(
      setting_from({"", "", "", ""}).refusal().faults(),
      (std::vector<Fault>{{"setting.kind_missing", "kind"}, {"setting.reason_missing", "reason"}}));
  EXPECT_EQ(setting_from({"phase", "May", "", "x"}).refusal().key(), "setting.month_missing");
  EXPECT_EQ(setting_from({"chart", "", "pie", "x"}).refusal().key(), "setting.chart_missing");
  EXPECT_EQ(setting_from({"chart", "", "p", std::string(301, 'x')}).refusal().key(),
            "setting.reason_long");
  const auto phase = setting_from({"phase", "2026-05", "", " New  door "}).value();
  EXPECT_EQ(phase.month.iso(), "2026-05");
  EXPECT_EQ(phase.reason, "New  door");
}

TEST(ChartSettings, the_latest_word_about_the_kind_holds) {
  std::vector<ChartSetting> settings(3);
  settings[0] = {1, SettingKind::chart, {}, ShareChart::pp, "", "", {}, false};
  settings[1] = {2, SettingKind::chart, {}, ShareChart::run, "", "", {}, false};
  settings[2] = {3, SettingKind::phase, {680}, ShareChart::p, "", "", {}, false};
  EXPECT_EQ(standing(settings).chart, ShareChart::run);
  EXPECT_EQ(standing(settings).phases.size(), 1U);
  settings[1].withdrawn = settings[2].withdrawn = true;
  EXPECT_EQ(standing(settings).chart, ShareChart::pp);
  EXPECT_TRUE(standing(settings).phases.empty());
  EXPECT_EQ(standing({}).chart, ShareChart::p);
}

TEST(ChartSettings, codes_come_back) {
  for (const ShareChart chart : {ShareChart::p, ShareChart::pp, ShareChart::run})
    EXPECT_EQ(share_chart_from(code_of(chart)), chart);
  for (const SettingKind kind : {SettingKind::phase, SettingKind::left_out, SettingKind::chart})
    EXPECT_EQ(setting_kind_from(code_of(kind)), kind);
}

}  // namespace alongside
