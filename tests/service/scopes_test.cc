// SPDX-License-Identifier: Apache-2.0
// Scopes of SMART App Launch, both versions.
#include "service/scopes.h"

#include <gtest/gtest.h>

namespace alongside::service {

TEST(Scopes, allow_what_their_letters_say) {
  const auto scopes = Scopes::parse("openid patient/Goal.rs system/CarePlan.cud");
  ASSERT_TRUE(scopes);
  EXPECT_TRUE(scopes->allow("Goal", Interaction::read));
  EXPECT_TRUE(scopes->allow("Goal", Interaction::search));
  EXPECT_FALSE(scopes->allow("Goal", Interaction::create));
  EXPECT_TRUE(scopes->allow("CarePlan", Interaction::remove));
  EXPECT_FALSE(scopes->allow("CarePlan", Interaction::read));
  EXPECT_FALSE(scopes->allow("Patient", Interaction::read));
  EXPECT_FALSE(scopes->of_one_person());
  EXPECT_TRUE(Scopes::parse("patient/*.cruds")->of_one_person());
}

TEST(Scopes, of_the_first_version_mean_the_same) {
  EXPECT_TRUE(Scopes::parse("user/*.read")->allow("Goal", Interaction::search));
  EXPECT_FALSE(Scopes::parse("user/*.read")->allow("Goal", Interaction::update));
  EXPECT_TRUE(Scopes::parse("user/Goal.write")->allow("Goal", Interaction::update));
  EXPECT_TRUE(Scopes::parse("system/*.*")->allow("Goal", Interaction::remove));
}

TEST(Scopes, that_mean_something_else_are_refused_and_not_widened) {
  for (const char* wrong :
       {"", "openid", "system", "system/*", "system/*.", "system/*.sr", "system/*.x", "system/.rs",
        "system/Observation.rs?category=laboratory", "system/*.rr"})
    EXPECT_FALSE(Scopes::parse(wrong)) << wrong;
}

}  // namespace alongside::service
