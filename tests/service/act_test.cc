// SPDX-License-Identifier: Apache-2.0
// An act is carried out once, as a whole, with its history.
#include "service/act.h"

#include <gtest/gtest.h>

#include "clinic.h"
#include "service/contribute.h"
#include "service/judge_attainment.h"
#include "service/read_record.h"
#include "service/understand_aim.h"

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

TEST(Act, a_key_of_another_act_is_refused) {
  testing::Clinic clinic;
  ASSERT_TRUE(state_aim(clinic.service, clinic.amina, {"Walk", "", "", "", ""}, "k").accepted());
  EXPECT_FALSE(check_in(clinic.service, clinic.amina, {"", "", {}, "line"}, "k").accepted());
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

TEST(Act, an_answer_is_to_the_reading_back_that_was_seen) {
  testing::Clinic clinic;
  const auto aim = clinic.walking_aim();
  const auto person = clinic.id_of(clinic.amina);
  const auto read = [&] {
    return read_aim_back(clinic.service, clinic.lind, person, aim, "So", clinic.once()).accepted();
  };
  const auto answer = [&](const char* number) {
    return answer_read_back(clinic.service, clinic.amina, aim, {number, "yes", ""}, clinic.once())
        .accepted();
  };
  EXPECT_TRUE(read() && read());
  EXPECT_FALSE(answer("1"));
  EXPECT_TRUE(answer("2"));
  EXPECT_FALSE(answer("2"));
}

TEST(Act, an_aim_let_go_or_without_levels_is_not_rated) {
  testing::Clinic clinic;
  const auto bare =
      Id<Aim>::parse(
          state_aim(clinic.service, clinic.amina, {"Rest", "", "", "", ""}, clinic.once()).value())
          .value();
  const auto rate = [&](const Id<Aim>& aim, const char* level) {
    return judge_attainment(clinic.service, clinic.amina, RecordOf::own(), aim, level,
                            clinic.once())
        .accepted();
  };
  EXPECT_FALSE(rate(bare, "0"));
  const auto aim = clinic.walking_aim();
  for (const char* wrong : {"", "3", "1abc", "-"}) EXPECT_FALSE(rate(aim, wrong)) << wrong;
  EXPECT_TRUE(rate(aim, "-1"));
  ASSERT_TRUE(let_go_of_aim(clinic.service, clinic.amina, aim, clinic.once()).accepted());
  EXPECT_FALSE(rate(aim, "0"));
}

}  // namespace alongside::service
