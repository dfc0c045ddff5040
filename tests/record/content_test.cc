// SPDX-License-Identifier: Apache-2.0
// Two contents have two fingerprints, also where their letters are alike.
#include "record/content.h"

#include <gtest/gtest.h>

#include "clinic.h"
#include "service/describe_life.h"

namespace alongside::record {

TEST(Content, moving_a_letter_between_two_fields_changes_the_fingerprint) {
  testing::Clinic clinic;
  const PartAt life{*clinic.amina.person, {PartKind::life}};
  std::set<std::string> seen;
  const auto note = [&] {
    seen.insert(clinic.service.database().read(
        [&](const sql::Reading& reading) { return content_hash(reading, {1}, life); }));
  };
  note();
  ASSERT_TRUE(
      service::describe_life(clinic.service, clinic.amina, {"", "ab", "c"}, "1").accepted());
  note();
  clinic.service.database().write([](sql::Writing& writing) {
    writing.execute("UPDATE circumstances SET commitments = 'a', helpers = 'bc'");
  });
  note();
  clinic.service.database().write([](sql::Writing& writing) {
    writing.execute("UPDATE circumstances SET minutes_to_spare = 0");
  });
  note();
  EXPECT_EQ(seen.size(), 4U);
}

TEST(Content, the_same_answer_of_two_people_has_two_fingerprints) {
  testing::Clinic clinic;
  std::set<std::string> seen;
  for (const service::Caller& caller : {clinic.amina, clinic.bo}) {
    ASSERT_TRUE(service::describe_life(clinic.service, caller, {"60", "", ""}, "1").accepted());
    const PartAt life{*caller.person, {PartKind::life}};
    seen.insert(clinic.service.database().read(
        [&](const sql::Reading& reading) { return content_hash(reading, {1}, life); }));
  }
  // Otherwise whoever knows the day could try every number of minutes, also after an erasure.
  EXPECT_EQ(seen.size(), 2U);
}

TEST(Content, knows_every_part_that_has_rows) {
  testing::Clinic clinic;
  clinic.walking_aim();
  const auto parts = clinic.service.database().read(
      [](const sql::Reading& reading) { return parts_there(reading, {1}); });
  EXPECT_EQ(parts.size(), 2 + 1 + 1 + 4);  // Two people, an aim, an order, the home's own four.
}

}  // namespace alongside::record
