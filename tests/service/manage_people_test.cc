// SPDX-License-Identifier: Apache-2.0
// Invitations, and example sign-ins that refuse to exist in a clinic of one's own.
#include "service/manage_people.h"

#include <gtest/gtest.h>

#include "clinic.h"
#include "service/sign_in.h"

namespace alongside::service {

TEST(ManagePeople, the_first_link_makes_the_administrator_once) {
  testing::Clinic clinic;
  const std::string token = *first_invitation(clinic.service);
  EXPECT_TRUE(invitation_for(clinic.service, token)->first_administrator);
  const JoinDraft draft{"Anna Admin",         "", "Etc/UTC", "anna", "four words you like",
                        "four words you like"};
  EXPECT_TRUE(join(clinic.service, token, draft).accepted());
  EXPECT_EQ(join(clinic.service, token, draft).refusal().key(), "join.invitation_over");
  EXPECT_FALSE(first_invitation(clinic.service));
  const auto cookie = sign_in(clinic.service, "anna", "four words you like");
  const Caller admin = signed_in(clinic.service, cookie.value())->caller;
  EXPECT_TRUE(admin.administrator);
  const auto invited = invite(clinic.service, admin, {1}, Side::person, 1);
  EXPECT_EQ(invitation_for(clinic.service, invited.value().token)->name, "Amina Berg");
  EXPECT_FALSE(invite(clinic.service, clinic.lind, {1}, Side::person, 1).accepted());
  EXPECT_FALSE(invite(clinic.service, admin, {1}, Side::person, 99).accepted());
}

TEST(ManagePeople, names_what_is_wrong_beside_its_field) {
  testing::Clinic clinic;
  const std::string token = *first_invitation(clinic.service);
  const auto refused =
      join(clinic.service, token, {"", "", "Etc/UTC", "example-anna", "short", "other"});
  std::vector<std::string> keys;
  for (const Fault& fault : refused.refusal().faults()) keys.push_back(fault.key);
  EXPECT_EQ(keys, (std::vector<std::string>{"join.name_missing", "sign_in.example_refused",
                                            "join.password_short"}));
  EXPECT_EQ(join(clinic.service, token,
                 {"A", "", "Etc/UTC", "anna", "four words you like", "five words you like"})
                .refusal()
                .key(),
            "join.password_differs");
  EXPECT_FALSE(join(clinic.service, "unknown", {}).accepted());
}

TEST(ManagePeople, a_second_link_makes_no_second_sign_in) {
  testing::Clinic clinic;
  const std::string one = *first_invitation(clinic.service);
  const std::string other = *first_invitation(clinic.service);
  const auto joins = [&](const std::string& token, const char* login) {
    return join(clinic.service, token,
                {"Anna", "", "Etc/UTC", login, "four words you like", "four words you like"})
        .accepted();
  };
  EXPECT_TRUE(joins(one, "anna"));
  EXPECT_FALSE(joins(other, "mallory"));
  Caller admin;
  admin.home = {1};
  admin.administrator = true;
  const auto first = invite(clinic.service, admin, {1}, Side::person, 1).value().token;
  const auto second = invite(clinic.service, admin, {1}, Side::person, 1).value().token;
  EXPECT_TRUE(joins(second, "amina"));
  EXPECT_FALSE(joins(first, "also-amina"));
  EXPECT_FALSE(invitation_for(clinic.service, first));
}

TEST(ManagePeople, an_invitation_grows_too_old) {
  testing::Clinic clinic;
  const std::string token = *first_invitation(clinic.service);
  clinic.clock.move_to({clinic.clock.now().utc_ms + (first_invitation_minutes + 1) * ms_a_minute});
  EXPECT_FALSE(invitation_for(clinic.service, token));
}

TEST(ManagePeople, example_sign_ins_refuse_to_exist_in_a_clinic_of_ones_own) {
  testing::Clinic own;
  const record::User user{{1}, {0}, "Amina Berg", own.amina.person, std::nullopt, false, ""};
  EXPECT_EQ(add_example_sign_in(own.service, user, "example-amina").refusal().key(),
            "sign_in.example_refused");
  testing::Clinic example(record::ClinicKind::example);
  EXPECT_TRUE(add_example_sign_in(example.service, user, "example-amina").accepted());
  EXPECT_FALSE(add_example_sign_in(example.service, user, "amina").accepted());
  EXPECT_EQ(example_sign_ins(example.service).size(), 1U);
  EXPECT_TRUE(sign_in(example.service, "example-amina", example_password).accepted());
}

}  // namespace alongside::service
