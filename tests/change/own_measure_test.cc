// SPDX-License-Identifier: Apache-2.0
// A definition from a form goes the way of the library's.
#include "change/own_measure.h"

#include <gtest/gtest.h>

namespace alongside {
namespace {

OwnMeasureDraft good() {
  OwnMeasureDraft draft;
  draft.name = "Decided together";
  draft.kind = "experience";
  draft.perspective = "person";
  draft.counted = "share";
  draft.better = "more";
  draft.numerator = "People who say that we decided together";
  draft.denominator = "People who answered";
  draft.covers = {"relationship", "preference"};
  return draft;
}

TEST(OwnMeasure, comes_back_the_same_from_its_lines) {
  Measure made = own_measure_from(good()).value();
  made.id = "p1m1";
  const Measure again = measure_from(lines_of(made)).value();
  EXPECT_EQ(lines_of(again), lines_of(made));
  EXPECT_EQ(again.covers, (std::vector<Aspect>{Aspect::relationship, Aspect::preference}));
  EXPECT_TRUE(again.own());
  for (const Measure& standard : standard_measures())
    EXPECT_EQ(lines_of(measure_from(lines_of(standard)).value()), lines_of(standard));
}

TEST(OwnMeasure, over_records_needs_no_sentence_for_what_it_counts) {
  OwnMeasureDraft draft;
  draft.name = "Rated soon";
  draft.kind = "process";
  draft.perspective = "person";
  draft.better = "more";
  draft.counts = "aim_rated";
  draft.days = "90";
  const Measure made = recorded_measure_from(draft).value();
  EXPECT_EQ(made.counted, CountedAs::share);
  EXPECT_EQ(made.over_records->counts, (FactWithin{RecordedFact::aim_rated, 90}));
  draft.counts = "aim";
  draft.days = "";
  EXPECT_EQ(recorded_measure_from(draft).value().counted, CountedAs::count);
}

TEST(OwnMeasure, over_records_names_every_fault_beside_its_field) {
  OwnMeasureDraft draft;
  draft.kind = "outcome";
  draft.perspective = "person";
  draft.better = "more";
  draft.counts = "aim_rated";
  draft.days = "366";
  draft.without = "visit_again";
  const std::vector<Fault> expected = {{"own_measure.name_missing", "name"},
                                       {"own_measure.days", "days"},
                                       {"own_measure.days", "without_days"},
                                       {"own_measure.without_other", "without"}};
  EXPECT_EQ(recorded_measure_from(draft).refusal().faults(), expected);
  draft.name = "Rated";
  draft.days = "30";
  draft.without = "";
  const std::vector<Fault> output = {{"own_measure.output", "kind"}};
  EXPECT_EQ(recorded_measure_from(draft).refusal().faults(), output);
  draft.counts = "aim_reached";
  EXPECT_TRUE(recorded_measure_from(draft));
}

TEST(OwnMeasure, names_every_fault_beside_its_field) {
  const std::vector<Fault> expected = {{"own_measure.choose", "kind"},
                                       {"own_measure.choose", "perspective"},
                                       {"own_measure.choose", "counted"},
                                       {"own_measure.choose", "better"},
                                       {"own_measure.name_missing", "name"},
                                       {"own_measure.numerator_missing", "numerator"},
                                       {"own_measure.denominator_missing", "denominator"}};
  EXPECT_EQ(own_measure_from({}).refusal().faults(), expected);
  OwnMeasureDraft rate = good();
  rate.counted = "rate";
  rate.per = "0";
  EXPECT_EQ(own_measure_from(rate).refusal().faults(),
            (std::vector<Fault>{{"own_measure.per", "per"}}));
}

TEST(OwnMeasure, that_counts_actions_is_not_taken_as_an_outcome) {
  OwnMeasureDraft draft = good();
  draft.kind = "outcome";
  draft.numerator = "Phone calls made";
  EXPECT_EQ(own_measure_from(draft).refusal().faults(),
            (std::vector<Fault>{{"own_measure.output", "kind"}}));
  draft.kind = "output";
  EXPECT_TRUE(own_measure_from(draft).accepted());
}

}  // namespace
}  // namespace alongside
