// SPDX-License-Identifier: Apache-2.0
// Programs are let in, once, with their entry.
#include "service/programs.h"

#include <gtest/gtest.h>

#include "clinic.h"
#include "foundation/base/secret.h"

namespace alongside::service {

TEST(Programs, are_let_in_once_and_stand_in_the_history) {
  testing::Clinic clinic;
  const Instant now = clinic.service.now();
  const auto heads = [&] {
    return clinic.service.database().read(
        [](const sql::Reading& reading) { return record::history_heads(reading).front().number; });
  };
  const std::int64_t before = heads();
  const AccessToken token{sha256("key"), "Owner", "system/*.rs", "", now, {now.utc_ms + 1000}};
  EXPECT_TRUE(let_in(clinic.service, token));
  EXPECT_TRUE(let_in(clinic.service, token));
  EXPECT_EQ(heads(), before + 1);
  EXPECT_EQ(program_with(clinic.service, "key")->name, "Owner");
  EXPECT_FALSE(program_with(clinic.service, "other"));
  EXPECT_FALSE(program_with(clinic.service, ""));
  EXPECT_FALSE(program_with(clinic.service, std::string(1000, 'k')));
}

TEST(Programs, with_a_wish_that_cannot_be_are_not_let_in) {
  testing::Clinic clinic;
  const Instant now = clinic.service.now();
  const Instant later{now.utc_ms + 1000};
  EXPECT_EQ(let_in(clinic.service, {"d", "O", "all", "", now, later}).refusal().key(),
            "token.scope");
  EXPECT_EQ(let_in(clinic.service, {"d", "O", "patient/*.rs", "", now, later}).refusal().key(),
            "token.patient");
  EXPECT_EQ(let_in(clinic.service, {"d", "O", "system/*.rs", "", now, now}).refusal().key(),
            "token.over");
}

}  // namespace alongside::service
