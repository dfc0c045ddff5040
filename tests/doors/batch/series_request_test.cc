// SPDX-License-Identifier: Apache-2.0
// Whatever cannot be charted is refused by name, with its row.
#include "doors/batch/series_request.h"

#include <gtest/gtest.h>

#include "doors/batch/series.h"

namespace alongside::batch {
namespace {

/// "code row" of the refusal, or "" where it was charted.
std::string refused(const std::string& rest) {
  JsonReader reader;
  const std::string answer = charted(reader, "{\"name\":\"x\"," + rest + "}");
  JsonReader other;
  auto read = other.read(answer, 16);
  const auto value = std::get<JsonValue>(std::move(read));
  const JsonValue* code = value.at("/error/code");
  if (code == nullptr) return "";
  return code->text + " " + value.at("/error/row")->text;
}

std::string qic(const std::string& chart, const std::string& inputs, const std::string& options) {
  return refused("\"family\":\"qic\",\"chart\":\"" + chart + "\",\"inputs\":{" + inputs +
                 "},\"options\":{" + options + "}");
}

}  // namespace

TEST(SeriesRequest, names_what_is_wrong_with_the_values) {
  EXPECT_EQ(qic("i", "\"y\":[1,2]", ""), "");
  EXPECT_EQ(qic("i", "", ""), "missing_input null");
  EXPECT_EQ(qic("i", "\"y\":[1,\"a\"]", ""), "not_a_number 2");
  EXPECT_EQ(qic("i", "\"y\":[1,2],\"x\":[1]", ""), "length_mismatch null");
  EXPECT_EQ(qic("i", "\"y\":[1,2],\"x\":[null,null]", ""), "no_x null");
  EXPECT_EQ(qic("c", "\"y\":[1,-2]", ""), "negative_count 2");
  EXPECT_EQ(qic("t", "\"y\":[1,2,0]", ""), "not_above_zero 3");
  EXPECT_EQ(qic("p", "\"y\":[1],\"n\":[-3]", ""), "negative_size 1");
  EXPECT_EQ(qic("p", "\"y\":[1]", ""), "missing_input null");
  EXPECT_EQ(qic("pie", "\"y\":[1]", ""), "unknown_chart null");
}

TEST(SeriesRequest, names_what_is_wrong_with_the_options) {
  EXPECT_EQ(qic("i", "\"y\":[1,2,3]", "\"freeze\":1"), "freeze_out_of_range null");
  EXPECT_EQ(qic("i", "\"y\":[1,2,3]", "\"freeze\":4"), "freeze_out_of_range 4");
  EXPECT_EQ(qic("i", "\"y\":[1,2,3]", "\"freeze\":2.5"), "freeze_out_of_range null");
  EXPECT_EQ(qic("i", "\"y\":[1,2,3]", "\"exclude\":[9]"), "exclude_out_of_range 9");
  EXPECT_EQ(qic("i", "\"y\":[1,2,3]", "\"parts\":[7]"), "phase_out_of_range 7");
  EXPECT_EQ(qic("i", "\"y\":[1,2,3]", "\"parts\":2"), "");
  EXPECT_EQ(qic("i", "\"y\":[1,2,3]", "\"agg\":\"best\""), "wrong_option null");
  EXPECT_EQ(qic("i", "\"y\":[1,2,3]", "\"multiply\":\"2\""), "wrong_option null");
  EXPECT_EQ(qic("i", "\"y\":[1,2,3]", "\"screened_mr\":1"), "wrong_option null");
  EXPECT_EQ(refused("\"family\":\"none\",\"inputs\":{}"), "unknown_family null");
  EXPECT_EQ(refused("\"family\":\"qic\""), "missing_input null");
}

TEST(SeriesRequest, knows_the_limits_of_each_family) {
  EXPECT_EQ(
      refused(R"("family":"mdc","chart":"i","inputs":{"x":["2026-01-01","2026-01-01"],"y":[1,2]})"),
      "duplicate_date null");
  EXPECT_EQ(
      refused(
          R"("family":"mdc","chart":"i","inputs":{"y":[1,2]},"options":{"freeze_per_phase":6})"),
      "freeze_too_short null");
  EXPECT_EQ(
      refused(R"("family":"ewma","chart":"ewma","inputs":{"y":[1,2]},"options":{"lambda":0})"),
      "lambda_out_of_range null");
  EXPECT_EQ(refused(R"("family":"racusum","inputs":{"y":[0,1],"risk":[0.2,1]})"),
            "risk_out_of_range 2");
  EXPECT_EQ(refused(R"("family":"racusum","inputs":{"y":[0,2],"risk":[0.2,0.3]})"), "not_a_case 2");
  EXPECT_EQ(
      refused(R"("family":"bchart","inputs":{"y":[0,1]},"options":{"target":0.1,"odds_ratio":0}})"),
      "not_json null");
  EXPECT_EQ(
      refused(R"("family":"bchart","inputs":{"y":[0,1]},"options":{"target":0.1,"odds_ratio":0})"),
      "not_above_zero null");
  EXPECT_EQ(refused(R"("family":"funnel","inputs":{"numerator":[5],"denominator":[4]})"),
            "count_over_size 1");
  EXPECT_EQ(refused(R"("family":"qcc","chart":"p","inputs":{"data":[1,9],"sizes":[5,5]})"),
            "count_over_size 2");
}

TEST(SeriesRequest, numbers_that_cannot_be_worked_out_trouble_their_line_alone) {
  EXPECT_EQ(
      refused(
          R"("family":"qcc","chart":"c","inputs":{"data":[null]},"options":{"confidence_level":0.9})"),
      "");
  EXPECT_EQ(
      refused(
          R"("family":"qcc","chart":"u","inputs":{"data":[1,2],"sizes":[10,null]},"options":{"confidence_level":0.99})"),
      "");
  EXPECT_EQ(
      refused(
          R"("family":"qcc","chart":"p","inputs":{"data":[1,2],"sizes":[10,0]},"options":{"confidence_level":0.99})"),
      "count_over_size 2");
  EXPECT_EQ(
      refused(
          R"("family":"funnel","inputs":{"numerator":[1],"denominator":[1e-310]},"options":{"data_type":"SR","sr_method":"CQC"})"),
      "not_computable null");
  EXPECT_EQ(qic("t", "\"x\":[1,1,2,2],\"y\":[3,3,4,5]", "\"agg\":\"sd\""), "not_above_zero 1");
}

TEST(SeriesRequest, options_that_are_none_are_refused) {
  EXPECT_EQ(
      refused(
          R"("family":"mdc","chart":"i","inputs":{"y":[1,2]},"options":{"rebase":["2020-01-01"]})"),
      "wrong_option null");
  EXPECT_EQ(
      refused(
          R"("family":"qcc","chart":"c","inputs":{"data":[1,2]},"options":{"rule_set":"nelsen"})"),
      "wrong_option null");
  EXPECT_EQ(
      refused(
          R"("family":"funnel","inputs":{"numerator":[1],"denominator":[4]},"options":{"limit":90})"),
      "wrong_option null");
  EXPECT_EQ(refused(R"("family":"cusum","inputs":{"y":[1,2]},"options":{"std_dev":0})"),
            "not_above_zero null");
  EXPECT_EQ(refused(R"("family":"bchart","inputs":{"y":[0,1]},"options":{"target":9}})"),
            "not_json null");
  EXPECT_EQ(refused(R"("family":"bchart","inputs":{"y":[0,1]},"options":{"target":9})"),
            "risk_out_of_range null");
  EXPECT_EQ(
      refused(
          R"("family":"autospc","chart":"XMR","inputs":{"y":[1]},"options":{"max_exclusions":-1})"),
      "wrong_option null");
  EXPECT_EQ(refused(R"("family":"qic","chart":"i","inputs":{"y":[1]},"options":[1])"),
            "wrong_option null");
}

}  // namespace alongside::batch
