// SPDX-License-Identifier: Apache-2.0
// What a set of measures counts and leaves out.
#include "change/balance.h"

#include <gtest/gtest.h>

namespace alongside {
namespace {

Measure measure(MeasureKind kind, std::string name, std::vector<Aspect> covers = {}) {
  Measure made;
  made.name = std::move(name);
  made.numerator = made.name;
  made.kind = kind;
  made.covers = std::move(covers);
  return made;
}

TEST(Balance, a_set_of_counted_actions_is_seen_as_such) {
  const Balance balance = balance_of({measure(MeasureKind::output, "Visits held"),
                                      measure(MeasureKind::output, "Calls answered")});
  EXPECT_TRUE(balance.only_outputs);
  EXPECT_TRUE(balance.none_from_patients);
  EXPECT_EQ(balance.service, 0U);
  EXPECT_EQ(balance.left_out.size(), aspects.size());
  EXPECT_EQ(balance.kinds_left_out,
            (std::vector<MeasureKind>{MeasureKind::outcome, MeasureKind::process,
                                      MeasureKind::balancing}));
}

TEST(Balance, tells_why_a_measure_is_seen_as_it_is) {
  const auto kept = through_lens(
      measure(MeasureKind::process, "Things agreed that were done", {Aspect::relationship}));
  EXPECT_EQ(kept.dominance, Dominance::service);
  EXPECT_EQ(kept.by, SeenBy::covers);
  EXPECT_EQ(through_lens(measure(MeasureKind::outcome, "Can walk to the shop")).sign, "outcome");
  EXPECT_EQ(through_lens(measure(MeasureKind::process, "Decided together")).sign, "together");
  EXPECT_EQ(through_lens(measure(MeasureKind::cost, "Cost of a visit", {Aspect::cost})).dominance,
            Dominance::product);
  EXPECT_EQ(through_lens(measure(MeasureKind::balancing, "Clinic runs late")).dominance,
            Dominance::product);
  EXPECT_EQ(through_lens(measure(MeasureKind::balancing, "Good work", {Aspect::joy})).dominance,
            Dominance::service);
}

TEST(Balance, an_output_is_not_called_an_outcome) {
  EXPECT_EQ(output_called_outcome(measure(MeasureKind::outcome, "Leaflets given out")), "Leaflets");
  EXPECT_EQ(output_called_outcome(measure(MeasureKind::outcome, "Utförda besök")), "Utförda");
  EXPECT_EQ(output_called_outcome(measure(MeasureKind::outcome, "Visits without pain after")), "");
  EXPECT_EQ(output_called_outcome(measure(MeasureKind::output, "Leaflets given out")), "");
}

TEST(Balance, words_of_a_set_from_outside_show_kind_and_aspects) {
  Measure outside;
  outside.name = "Patients who felt heard";
  const Measure seen = with_signs_of_words(outside, false);
  EXPECT_EQ(seen.kind, MeasureKind::experience);
  outside.name = "Number of procedures per day";
  EXPECT_EQ(with_signs_of_words(outside, false).kind, MeasureKind::output);
  outside.name = "Trust in the team";
  EXPECT_EQ(with_signs_of_words(outside, false).covers, std::vector<Aspect>{Aspect::relationship});
  outside.kind = MeasureKind::process;
  outside.name = "Sleep";
  EXPECT_EQ(with_signs_of_words(outside, true).kind, MeasureKind::process);
}

}  // namespace
}  // namespace alongside
