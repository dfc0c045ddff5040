// SPDX-License-Identifier: Apache-2.0
// An act is carried out once, as a whole, with its history.
#include "service/act.h"

#include <gtest/gtest.h>

#include "clinic.h"
#include "service/contribute.h"
#include "service/read_record.h"

namespace alongside::service {

TEST(Act, sent_twice_is_done_once_and_answers_the_same) {
  testing::Clinic clinic;
  const auto first = state_aim(clinic.service, clinic.amina, {"Walk", "", "", "", ""}, "same key");
  const auto again = state_aim(clinic.service, clinic.amina, {"Walk", "", "", "", ""}, "same key");
  EXPECT_EQ(first.value(), again.value());
  EXPECT_EQ(read_record(clinic.service, clinic.amina, RecordOf::own(), "page").value().aims.size(),
            1U);
  EXPECT_FALSE(state_aim(clinic.service, clinic.amina, {"Walk", "", "", "", ""}, "").accepted());
}

TEST(Act, refused_leaves_nothing_behind) {
  testing::Clinic clinic;
  const auto aim = clinic.walking_aim();
  const auto count = [&] {
    return clinic.service.database().read([](const sql::Reading& r) {
      return r.integer(
          "SELECT (SELECT count(*) FROM ratings) + (SELECT count(*) FROM check_ins) + (SELECT "
          "count(*) FROM history) "
          "+ (SELECT count(*) FROM answered)",
          {});
    });
  };
  const auto before = count();
  // The level is right, the ticked action is not: nothing of the check-in may stay.
  EXPECT_FALSE(
      check_in(clinic.service, clinic.amina, {aim.text(), "1", {"9.9"}, "line"}, clinic.once())
          .accepted());
  EXPECT_EQ(count(), before);
}

}  // namespace alongside::service
