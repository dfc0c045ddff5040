// SPDX-License-Identifier: Apache-2.0
// The two years are lived through the product's own acts, and the same seed lives them again.
#include "doors/cli/example.h"

#include <gtest/gtest.h>

#include "clinic.h"
#include "record/verify.h"
#include "service/sign_in.h"

namespace alongside::cli {
namespace {

ExampleReport lived(testing::Clinic& clinic) {
  const ExampleIdeas ideas{
      aim_ideas_from("aim: Walk\ntheme: pain\nunderstood: So\nnow: a\nthere: b\nmine: Walk | 30\n"
                     "team: Call\n\naim: Sleep\nunderstood: So\nnow: a\nthere: b\nmine: Rest\n"
                     "team: Call\n")
          .value(),
      offer_ideas_from("offer: Walking group\nasks: Walk\nminutes: 90\naction: walking\n"
                       "themes: pain, other\nadds: 0.4\n")
          .value()};
  return live_two_years(clinic.service, clinic.clock, testing::tuesday_morning(), ideas, 3,
                        [](int) {});
}

}  // namespace

TEST(Example, is_the_same_for_the_same_seed_and_leaves_a_whole_history) {
  testing::Clinic one(record::ClinicKind::example);
  testing::Clinic other(record::ClinicKind::example);
  const ExampleReport first = lived(one);
  const ExampleReport second = lived(other);
  EXPECT_EQ(first.people, 2);
  EXPECT_GT(first.visits, 5);
  EXPECT_EQ(first.aims, second.aims);
  EXPECT_EQ(first.check_ins, second.check_ins);
  one.service.database().read([](const sql::Reading& reading) {
    EXPECT_TRUE(record::verify_all(reading).findings.empty());
    return 0;
  });
  for (const auto& entry : service::example_sign_ins(one.service))
    EXPECT_TRUE(entry.login.starts_with("example-"));
}

}  // namespace alongside::cli
