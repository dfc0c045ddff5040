// SPDX-License-Identifier: Apache-2.0
// Sessions end, wrong words wait, examples stay examples.
#include "service/sign_in.h"

#include <gtest/gtest.h>

#include "clinic.h"
#include "foundation/base/secret.h"

namespace alongside::service {
namespace {

struct WithLogin : testing::Clinic {
  WithLogin() {
    service.database().write([&](sql::Writing& w) {
      record::add_login(w, "amina", {1}, {amina.user_no}, password_hash("four words you like"),
                        record::LoginKind::real);
    });
  }
};

}  // namespace

TEST(SignIn, lasts_while_it_is_used_and_no_longer_than_a_day) {
  WithLogin clinic;
  const std::string cookie = sign_in(clinic.service, " Amina ", "four words you like").value();
  const Instant begun = clinic.clock.now();
  EXPECT_EQ(signed_in(clinic.service, cookie)->caller.name, "Amina Berg");
  clinic.clock.move_to({begun.utc_ms + idle_minutes_person * ms_a_minute});
  EXPECT_TRUE(signed_in(clinic.service, cookie));
  clinic.clock.move_to({begun.utc_ms + (2 * idle_minutes_person + 1) * ms_a_minute});
  EXPECT_FALSE(signed_in(clinic.service, cookie));
  const std::string again = sign_in(clinic.service, "amina", "four words you like").value();
  sign_out(clinic.service, again);
  EXPECT_FALSE(signed_in(clinic.service, again));
  EXPECT_FALSE(signed_in(clinic.service, "no cookie"));
}

TEST(SignIn, a_page_that_asks_by_itself_does_not_keep_a_session_alive) {
  WithLogin clinic;
  const std::string cookie = sign_in(clinic.service, "amina", "four words you like").value();
  const Instant begun = clinic.clock.now();
  for (std::int64_t minute = 1; minute <= idle_minutes_person; ++minute) {
    clinic.clock.move_to({begun.utc_ms + minute * ms_a_minute});
    EXPECT_TRUE(still_signed_in(clinic.service, cookie)) << minute;
  }
  clinic.clock.move_to({begun.utc_ms + (idle_minutes_person + 1) * ms_a_minute});
  EXPECT_FALSE(still_signed_in(clinic.service, cookie));
  EXPECT_FALSE(still_signed_in(clinic.service, "no cookie"));
}

TEST(SignIn, answers_unknown_names_and_wrong_words_alike_and_then_waits) {
  WithLogin clinic;
  EXPECT_EQ(sign_in(clinic.service, "nobody", "x").refusal().key(), "sign_in.refused");
  for (std::int64_t i = 1; i < free_failures; ++i)
    EXPECT_EQ(sign_in(clinic.service, "nobody", "x").refusal().key(), "sign_in.refused");
  EXPECT_EQ(sign_in(clinic.service, "nobody", "x").refusal().key(), "sign_in.wait");
  for (std::int64_t i = 0; i < free_failures; ++i)
    EXPECT_EQ(sign_in(clinic.service, "amina", "x").refusal().key(), "sign_in.refused");
  EXPECT_EQ(sign_in(clinic.service, "amina", "four words you like").refusal().key(),
            "sign_in.wait");
  clinic.clock.move_to({clinic.clock.now().utc_ms + 61'000});
  EXPECT_TRUE(sign_in(clinic.service, "amina", "four words you like").accepted());
}

}  // namespace alongside::service
