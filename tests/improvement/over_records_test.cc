// SPDX-License-Identifier: Apache-2.0
// Facts and their lines.
#include "improvement/over_records.h"

#include <gtest/gtest.h>

#include "improvement/measure.h"

namespace alongside {
namespace {

std::string definition(const std::string& lines) {
  return "id: ours\nname: Ours\nfamily: project\n" + lines;
}

}  // namespace

TEST(OverRecords, every_fact_comes_back_from_its_words) {
  for (const RecordedFact fact : recorded_facts) {
    const FactWithin within{fact, holds_of_all(fact) ? 0 : recorded_days_max};
    EXPECT_EQ(fact_within_from(words_of(within)), within);
    EXPECT_TRUE(code_of(fact).starts_with(unit_of(fact) == RecordedUnit::visit ? "visit"
                                          : unit_of(fact) == RecordedUnit::aim ? "aim"
                                                                               : "agreement"));
  }
}

TEST(OverRecords, what_is_none_is_refused) {
  for (const std::string_view words :
       {"", "visits", "visit 3", "aim_rated", "aim_rated 0", "aim_rated 366", "aim_rated -1",
        "aim_rated 3 days", "aim_rated  3"})
    EXPECT_FALSE(fact_within_from(words)) << words;
}

TEST(OverRecords, a_definition_keeps_its_lines) {
  const std::string lines =
      definition("counted: share\ncounts: aim_rated 90\nwithout: aim_agreed 7\n");
  const Measure read = measure_from(lines).value();
  EXPECT_FALSE(read.typed());
  EXPECT_EQ(read.over_records->counts, (FactWithin{RecordedFact::aim_rated, 90}));
  EXPECT_EQ(measure_from(lines_of(read)).value().over_records, read.over_records);
}

TEST(OverRecords, a_definition_that_does_not_hold_together_is_refused) {
  for (const std::string_view lines :
       {"counted: share\ncounts: visit\n", "counted: count\ncounts: aim_rated 90\n",
        "counted: share\nwithout: aim_agreed 7\n",
        "counted: share\ncounts: aim_rated 90\nwithout: visit_again 7\n",
        "counted: share\ncounts: aim_rated 90\nwithout: aim\n",
        "counted: share\ncounts: aim_rated 90\nquery: aim_asked.sql\n"})
    EXPECT_FALSE(measure_from(definition(std::string(lines)))) << lines;
}

}  // namespace alongside
