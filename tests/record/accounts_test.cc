// SPDX-License-Identifier: Apache-2.0
// Sign-in names, sessions, invitations.
#include "record/accounts.h"

#include <gtest/gtest.h>

#include "clinic.h"

namespace alongside::record {

TEST(Accounts, a_session_leads_to_its_user_until_it_ends) {
  testing::Clinic clinic;
  clinic.service.database().write([&](sql::Writing& w) {
    add_session(w, "hash", {1}, {clinic.amina.user_no}, "token", {10});
    note_use(w, "hash", {20});
    const auto found = session(w, "hash");
    EXPECT_EQ(found->user.name, "Amina Berg");
    EXPECT_EQ(found->last_used, Instant{20});
    end_session(w, "hash");
    EXPECT_FALSE(session(w, "hash"));
  });
}

TEST(Accounts, an_invitation_is_used_once) {
  testing::Clinic clinic;
  clinic.service.database().write([&](sql::Writing& w) {
    add_invitation(w, "t", {1}, {clinic.bo.user_no}, {99});
    EXPECT_FALSE(invitation(w, "t")->used);
    use_invitation(w, "t", {5});
    EXPECT_TRUE(invitation(w, "t")->used);
    EXPECT_FALSE(has_administrator(w));
    EXPECT_FALSE(invitation(w, "unknown"));
  });
}

}  // namespace alongside::record
