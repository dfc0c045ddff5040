// SPDX-License-Identifier: Apache-2.0
// A definition of one's own counts what the shipped query of the same words counts, and what a
// person would count by hand.
#include "record/own_queries.h"

#include <gtest/gtest.h>

#include "lived.h"
#include "record/measures.h"
#include "service/hold_visit.h"

namespace alongside::record {
namespace {

Measure over(FactWithin counts, std::optional<FactWithin> without = {}) {
  Measure measure;
  measure.id = measure.name = "ours";
  measure.counted = holds_of_all(counts.fact) ? CountedAs::count : CountedAs::share;
  measure.over_records = OverRecords{counts, without};
  return measure;
}

Proportion total(testing::Clinic& clinic, const Measure& measure) {
  const Instant now = clinic.service.now();
  const Zone zone = Zone::utc();
  return clinic.service.database().read([&](const sql::Reading& reading) {
    Proportion sum;
    for (const auto& [month, tally] :
         tallies(reading, {1, 1, Month::of(zone.day_of(now)).plus(-23), 25}, measure, zone, now))
      for (const auto& [value, units] : tally.units) {
        sum.of += units;
        sum.count += value * units;
      }
    return sum;
  });
}

struct Visits : testing::Clinic {
  void visit() { EXPECT_TRUE(service::hold_visit(service, lind, id_of(amina), once()).accepted()); }
  void days_later(std::int64_t days) { clock.move_to({clock.now().utc_ms + days * ms_a_day}); }
};

}  // namespace

TEST(OwnQueries, count_as_the_shipped_query_of_the_same_words) {
  testing::LivedClinic clinic;
  clinic.clock.move_to({clinic.clock.now().utc_ms + 40 * ms_a_day});
  const auto& all = standard_measures();
  const auto named = [&](std::string_view id) { return *std::ranges::find(all, id, &Measure::id); };
  const Proportion asked = total(clinic, over({RecordedFact::visit_aim_said, 14}));
  EXPECT_EQ(asked, total(clinic, named("aim_asked")));
  const Proportion addressed = total(clinic, over({RecordedFact::aim_agreed, 30}));
  EXPECT_EQ(addressed, total(clinic, named("aim_addressed")));
  EXPECT_GT(asked.of, 0);
  EXPECT_GT(addressed.count, 0);
}

TEST(OwnQueries, what_is_left_out_and_what_is_counted_are_the_whole) {
  testing::LivedClinic clinic;
  clinic.clock.move_to({clinic.clock.now().utc_ms + 400 * ms_a_day});
  int with_units = 0;
  for (const RecordedFact fact : recorded_facts) {
    if (holds_of_all(fact)) continue;
    const RecordedUnit unit = unit_of(fact);
    const RecordedFact every = unit == RecordedUnit::visit ? RecordedFact::visit
                               : unit == RecordedUnit::aim ? RecordedFact::aim
                                                           : RecordedFact::agreement;
    const Proportion some = total(clinic, over({fact, 100}));
    const Proportion rest = total(clinic, over({every, 0}, FactWithin{fact, 100}));
    const Proportion whole = total(clinic, over({every, 0}));
    EXPECT_EQ(some.of, whole.count) << code_of(fact);
    EXPECT_EQ(some.count + rest.count, whole.count) << code_of(fact);
    if (some.count > 0) ++with_units;
  }
  EXPECT_GT(with_units, 4);
}

TEST(OwnQueries, a_visit_counts_once_its_days_are_over) {
  Visits clinic;
  clinic.visit();
  clinic.days_later(10);
  clinic.visit();
  const Measure again = over({RecordedFact::visit_again, 14});
  EXPECT_EQ(total(clinic, again), (Proportion{0, 0}));
  clinic.days_later(5);
  EXPECT_EQ(total(clinic, again), (Proportion{1, 1}));
  clinic.days_later(9);
  EXPECT_EQ(total(clinic, again), (Proportion{1, 2}));
  EXPECT_EQ(total(clinic, over({RecordedFact::visit_again, 9})), (Proportion{0, 2}));
  EXPECT_EQ(total(clinic, over({RecordedFact::visit, 0})), (Proportion{2, 2}));
}

}  // namespace alongside::record
