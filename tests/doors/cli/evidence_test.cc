// SPDX-License-Identifier: Apache-2.0
// Cards listed, taken along, and read from a table of one's own.
#include "doors/cli/evidence.h"

#include <gtest/gtest.h>

#include <sstream>

#include "science/evidence_card.h"

namespace alongside::cli {

TEST(Evidence, says_who_answers_and_when_it_expired) {
  EvidenceOptions options;
  options.aim = "sleep";
  std::ostringstream now, later, errors;
  EXPECT_EQ(list_evidence(options, "", Day::of(2026, 11, 22), now, errors), 0);
  EXPECT_NE(now.str().find("Nobody here answers for this card yet."), std::string::npos);
  EXPECT_EQ(now.str().find("EXPIRED"), std::string::npos);
  EXPECT_NE(now.str().find("Not clinical advice"), std::string::npos);
  list_evidence(options, "", Day::of(2030, 1, 1), later, errors);
  EXPECT_NE(later.str().find("EXPIRED"), std::string::npos);
}

TEST(Evidence, a_table_of_one_s_own_is_checked_row_by_row) {
  EvidenceOptions options;
  options.csv = true;
  std::ostringstream table, again, errors;
  list_evidence(options, "", Day::of(2026, 11, 22), table, errors);
  const std::string with_fault = table.str() + "only an id\r\n";
  EXPECT_EQ(list_evidence(options, with_fault, Day::of(2026, 11, 22), again, errors), 1);
  EXPECT_EQ(again.str(), table.str());
  EXPECT_EQ(errors.str(),
            "line " + std::to_string(shipped_evidence().size() + 2) + ": aim is missing\n");
}

TEST(Evidence, an_aim_without_a_card_says_so) {
  EvidenceOptions options;
  options.aim = "flying";
  std::ostringstream out, errors;
  list_evidence(options, "", Day::of(2026, 11, 22), out, errors);
  EXPECT_EQ(out.str(), "No card for the aim flying.\n");
}

}  // namespace alongside::cli
