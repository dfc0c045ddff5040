// SPDX-License-Identifier: Apache-2.0
// The example's teams offer, choose and learn by the same acts as everybody.
#include "doors/cli/example_offered.h"

#include <gtest/gtest.h>

#include "clinic.h"
#include "service/learn_from_records.h"
#include "service/my_people.h"

namespace alongside::cli {

TEST(OfferedThings, are_chosen_and_learnt_from) {
  testing::Clinic clinic(record::ClinicKind::example);
  const auto ideas = offer_ideas_from(
                         "offer: Walking group\nasks: Walk\naction: walking\nthemes: pain\nadds: "
                         "0.4\n\noffer: Fish oil\nasks: Two a day\naction: omega-3\nthemes: "
                         "pain, mood\nadds: -0.2\n")
                         .value();
  EXPECT_FALSE(offer_ideas_from("offer: Walking group\n"));
  OfferedThings things(clinic.service, ideas, 5);
  const auto team = service::my_teams(clinic.service, clinic.lind).value().front().id;
  things.offer(clinic.lind, team);
  things.join_network(clinic.lind, team);
  const auto learnt = service::read_learning(clinic.service, clinic.lind, team).value();
  EXPECT_EQ(learnt.sums.size(), 8U);
  EXPECT_EQ(learnt.newest->sites, 8U);
  const Id<Aim> aim = clinic.walking_aim();
  const auto choice =
      things.choose(clinic.lind, clinic.amina, clinic.id_of(clinic.amina), aim, "pain");
  EXPECT_FALSE(choice.options.empty());
  EXPECT_TRUE(things.choose(clinic.lind, clinic.amina, clinic.id_of(clinic.amina), aim, "sleep")
                  .options.empty());
}

}  // namespace alongside::cli
