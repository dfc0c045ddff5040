// SPDX-License-Identifier: Apache-2.0
// Why somebody is on the list, and when they leave it.
#include "service/my_people.h"

#include <gtest/gtest.h>

#include "clinic.h"
#include "service/agree.h"
#include "service/contribute.h"
#include "service/hold_visit.h"
#include "service/judge_attainment.h"

namespace alongside::service {
namespace {

struct Listing : testing::Clinic {
  Listing() : aim(walking_aim()), person(id_of(amina)) {}
  std::vector<std::string> reasons(const Caller& who) {
    std::vector<std::string> found;
    for (const Waiting& waiting : my_people(service, who, "", 0).value().waiting)
      found.emplace_back(code_of(waiting.reason));
    return found;
  }
  std::vector<std::string> reasons() { return reasons(lind); }
  void agree_on(const std::string& due) {
    ASSERT_TRUE(agree(service, lind, person,
                      {"conversation",
                       "flexible",
                       "",
                       {{"person", "Walk", "", "", ""}, {"professional", "Call", due, "", ""}}},
                      {aim.text()}, once())
                    .accepted());
  }
  void days_on(std::int64_t days) { clock.move_to({clock.now().utc_ms + days * ms_a_day}); }
  Id<Aim> aim;
  Id<Person> person;
};

using Reasons = std::vector<std::string>;

TEST(MyPeople, a_promise_of_ours_is_listed_until_it_is_kept) {
  Listing clinic;
  clinic.agree_on("2026-12-01");
  EXPECT_EQ(clinic.reasons(), Reasons{"promise"});
  EXPECT_TRUE(clinic.reasons(clinic.holm).empty());
  ASSERT_TRUE(
      tick_promise(clinic.service, clinic.lind, clinic.person, "1.2", clinic.once()).accepted());
  EXPECT_TRUE(clinic.reasons().empty());
}

TEST(MyPeople, a_follow_up_is_listed_between_its_days_until_the_person_spoke) {
  Listing clinic;
  clinic.agree_on("");
  EXPECT_TRUE(clinic.reasons().empty());
  clinic.days_on(15);
  EXPECT_EQ(clinic.reasons(), Reasons{"follow_up"});
  ASSERT_TRUE(judge_attainment(clinic.service, clinic.lind, RecordOf::person(clinic.person),
                               clinic.aim, "1", clinic.once())
                  .accepted());
  EXPECT_EQ(clinic.reasons(), Reasons{"follow_up"});  // Their own view is not the person's word.
  ASSERT_TRUE(judge_attainment(clinic.service, clinic.amina, RecordOf::own(), clinic.aim, "-1",
                               clinic.once())
                  .accepted());
  EXPECT_TRUE(clinic.reasons().empty());
}

TEST(MyPeople, whoever_nobody_met_for_half_a_year_is_to_be_reached_out_to) {
  Listing clinic;
  ASSERT_TRUE(hold_visit(clinic.service, clinic.lind, clinic.person, clinic.once()).accepted());
  clinic.days_on(181);
  EXPECT_TRUE(clinic.reasons().empty());
  clinic.days_on(2);
  EXPECT_EQ(clinic.reasons(), Reasons{"reach_out"});
  ASSERT_TRUE(plan_visit(clinic.service, clinic.lind, clinic.person, "2027-06-20", clinic.once())
                  .accepted());
  EXPECT_TRUE(clinic.reasons().empty());
}

}  // namespace
}  // namespace alongside::service
