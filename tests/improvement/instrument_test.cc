// SPDX-License-Identifier: Apache-2.0
// The registry, its licence gate, and every instrument's own vectors.
#include "improvement/instrument.h"

#include <gtest/gtest.h>

#include <set>

#include "improvement/instrument_score.h"

namespace alongside {
namespace {

TEST(Instrument, each_meets_the_vectors_that_its_file_states) {
  std::size_t checked = 0;
  for (const Instrument& instrument : instruments()) {
    EXPECT_EQ(instrument.items.empty(), instrument.vectors.empty()) << instrument.id;
    for (const ScoreVector& vector : instrument.vectors) {
      ASSERT_EQ(vector.answers.size(), instrument.items.size()) << instrument.id;
      const auto score = score_of(instrument, vector.answers);
      ASSERT_EQ(score.has_value(), vector.score.has_value()) << instrument.id;
      if (score) {
        EXPECT_DOUBLE_EQ(*score, *vector.score) << instrument.id;
        EXPECT_GE(*score, instrument.low) << instrument.id;
        EXPECT_LE(*score, instrument.high) << instrument.id;
      }
      ++checked;
    }
  }
  EXPECT_GE(checked, 20u);
}

TEST(Instrument, what_ships_with_its_questions_needs_no_permission_and_shows_its_notice) {
  for (const Instrument& instrument : instruments()) {
    EXPECT_FALSE(instrument.checked.empty()) << instrument.id;
    EXPECT_FALSE(instrument.source.empty()) << instrument.id;
    if (instrument.items.empty()) continue;
    EXPECT_FALSE(instrument.permission_needed) << instrument.id;
    EXPECT_TRUE(instrument.commercial_use) << instrument.id;
    EXPECT_FALSE(instrument.notice.empty()) << instrument.id;
  }
  const std::set<std::string> never = {"eq-5d", "promis", "mymop", "pam"};
  for (const Instrument& instrument : instruments()) EXPECT_FALSE(never.contains(instrument.id));
}

TEST(Instrument, one_that_needs_a_permission_is_not_switched_on_without_it) {
  Instrument gated = *instrument_of("gad-7");
  gated.permission_needed = true;
  EXPECT_EQ(may_switch_on(gated, {" ", "", ""}).refusal().faults(),
            (std::vector<Fault>{{"instrument.permission_missing", "permission"}}));
  EXPECT_TRUE(may_switch_on(gated, {"Letter of 2026-11-01", "", ""}).accepted());
  EXPECT_FALSE(may_switch_on(*instrument_of("who-5"), {"Letter", "", ""}).accepted());
}

TEST(Instrument, one_with_an_alert_needs_a_named_person_and_hours) {
  const Instrument& phq = *instrument_of("phq-9");
  EXPECT_EQ(may_switch_on(phq, {}).refusal().faults(),
            (std::vector<Fault>{{"instrument.who_answers_missing", "who_answers"},
                                {"instrument.hours_missing", "hours"}}));
  EXPECT_TRUE(may_switch_on(phq, {"", "Dr Lind", "weekdays 8 to 16"}).accepted());
  std::vector<std::optional<std::int64_t>> answers(9, 0);
  EXPECT_FALSE(alerts(phq, answers));
  answers[8] = 1;
  EXPECT_TRUE(alerts(phq, answers));
  answers[8] = std::nullopt;
  EXPECT_FALSE(alerts(phq, answers));
}

TEST(Instrument, an_answer_that_is_none_gives_no_score) {
  const Instrument& gad = *instrument_of("gad-2");
  const std::vector<std::optional<std::int64_t>> beyond = {4, 0};
  EXPECT_FALSE(score_of(gad, beyond));
  const std::vector<std::optional<std::int64_t>> too_few = {1};
  EXPECT_FALSE(score_of(gad, too_few));
}

TEST(Instrument, names_the_line_that_it_cannot_read) {
  const std::string whole = "id: a\ntitle: b\nholder: c\nlicence: d\n";
  EXPECT_TRUE(instrument_from(whole).accepted());
  for (const std::string bad :
       {"colour: red", "rule: median", "range: 5", "answer: often", "vector: 1 2", "alert: 0 1",
        "permission needed: perhaps", "version: 0", "better: sideways"})
    EXPECT_EQ(instrument_from(whole + bad).refusal().faults()[0].field,
              bad.substr(0, bad.find(':')));
  EXPECT_EQ(instrument_from("id: a\ntitle: b\nholder: c\n").refusal().faults()[0].field, "licence");
}

}  // namespace
}  // namespace alongside
