// SPDX-License-Identifier: Apache-2.0
// A code is for one person, for a time, and does not open by guessing.
#include "service/invite_to_prepare.h"

#include <gtest/gtest.h>

#include "clinic.h"
#include "service/prepare.h"

namespace alongside::service {
namespace {

struct Inviting : testing::Clinic {
  std::string code() { return invite_to_prepare(service, lind, id_of(amina), once()).value(); }
};

TEST(InviteToPrepare, a_code_is_read_as_people_write_it) {
  EXPECT_EQ(code_from(" k7qm2-xpd9f "), "K7QM2XPD9F");
  EXPECT_EQ(code_from("K7QM2XPD9"), "");
  EXPECT_EQ(code_from("K7QM2XPD9FF"), "");
  EXPECT_EQ(code_from("K7QM2XPD9O"), "");  // No letter that looks like a number.
  EXPECT_EQ(code_in_two("K7QM2XPD9F"), "K7QM2-XPD9F");
}

TEST(InviteToPrepare, the_code_and_the_year_open_a_guests_page_and_nothing_else) {
  Inviting clinic;
  const std::string code = clinic.code();
  EXPECT_TRUE(look_at_code(clinic.service, code)->asks_birth_year);
  const auto cookie = enter_by_code(clinic.service, code, " 1950 ").value();
  const Caller guest = guest_of(clinic.service, code, cookie).value();
  EXPECT_TRUE(read_preparation(clinic.service, guest, RecordOf::invited()).accepted());
  EXPECT_FALSE(read_preparation(clinic.service, guest, RecordOf::own()).accepted());
  EXPECT_FALSE(read_preparation(clinic.service, guest, RecordOf::person(clinic.id_of(clinic.amina)))
                   .accepted());
  EXPECT_FALSE(guest_of(clinic.service, code, std::string(64, 'a')));
  EXPECT_FALSE(read_preparation(clinic.service, clinic.lind, RecordOf::invited()).accepted());
}

TEST(InviteToPrepare, five_wrong_years_end_the_code) {
  Inviting clinic;
  const std::string code = clinic.code();
  for (int i = 0; i < 5; ++i)
    EXPECT_EQ(enter_by_code(clinic.service, code, "1951").refusal().key(), "prepare.year_wrong");
  EXPECT_EQ(enter_by_code(clinic.service, code, "1950").refusal().key(), "prepare.code_over");
}

TEST(InviteToPrepare, a_code_ends_after_its_days_and_with_the_next_one) {
  Inviting clinic;
  const std::string first = clinic.code();
  const auto cookie = enter_by_code(clinic.service, first, "1950").value();
  ASSERT_TRUE(guest_of(clinic.service, first, cookie));
  const std::string second = clinic.code();
  EXPECT_FALSE(guest_of(clinic.service, first, cookie));
  EXPECT_TRUE(look_at_code(clinic.service, second));
  clinic.clock.move_to({clinic.clock.now().utc_ms + prepare_days * ms_a_day});
  EXPECT_FALSE(look_at_code(clinic.service, second));
}

TEST(InviteToPrepare, only_those_who_serve_the_person_make_one_and_it_is_shown_once) {
  Inviting clinic;
  const Id<Person> person = clinic.id_of(clinic.amina);
  EXPECT_FALSE(invite_to_prepare(clinic.service, clinic.holm, person, clinic.once()).accepted());
  EXPECT_FALSE(invite_to_prepare(clinic.service, clinic.amina, person, clinic.once()).accepted());
  EXPECT_FALSE(invite_to_prepare(clinic.service, clinic.lind, person, "same").value().empty());
  EXPECT_TRUE(invite_to_prepare(clinic.service, clinic.lind, person, "same").value().empty());
}

TEST(InviteToPrepare, somebody_whose_year_nobody_knows_is_not_asked) {
  Inviting clinic;
  const std::string code =
      invite_to_prepare(clinic.service, clinic.holm, clinic.id_of(clinic.bo), clinic.once())
          .value();
  EXPECT_FALSE(look_at_code(clinic.service, code)->asks_birth_year);
  EXPECT_TRUE(enter_by_code(clinic.service, code, "").accepted());
}

}  // namespace
}  // namespace alongside::service
