// SPDX-License-Identifier: Apache-2.0
// What goes out, once however often it is sent.
#include "doors/exchange/client/send_plan.h"

#include <gtest/gtest.h>

#include "doors/exchange/client/fake_system.h"
#include "service/show_own.h"

namespace alongside::exchange {
namespace {

TEST(SendPlan, PutsAimsThereOnce) {
  testing::Clinic clinic;
  clinic.walking_aim();
  FakeSystem other(clinic.clock);
  const auto all =
      service::everything_to_show(clinic.service, clinic.access(clinic.amina).person());
  ASSERT_TRUE(all.has_value());
  const SmartKey key{"open", "a", other.scope, "", {}};
  EXPECT_TRUE(takes_plan(key));
  const auto send = [&] {
    return send_plan(client_for(other.named()), other.base(), key, *all, "The plan", {},
                     clinic.clock.now());
  };
  const auto sent = send();
  ASSERT_TRUE(sent.accepted());
  EXPECT_EQ(sent.value().resources, 1);
  EXPECT_FALSE(sent.value().document);
  EXPECT_EQ(other.asked(), std::vector<std::string>{"CHANGE /fhir/Goal"});
  ASSERT_TRUE(send().accepted());
  EXPECT_EQ(other.asked().back(), "CHANGE /fhir/Goal/t1");
}

TEST(SendPlan, SendsNothingWhereThereIsNothing) {
  testing::Clinic clinic;
  FakeSystem other(clinic.clock);
  const auto all =
      service::everything_to_show(clinic.service, clinic.access(clinic.amina).person());
  const SmartKey key{"open", "a", "patient/*.cu", "", {}};
  EXPECT_EQ(send_plan(client_for(other.named()), other.base(), key, *all, "No aim yet", {},
                      clinic.clock.now())
                .refusal()
                .key(),
            "launch.nothing_to_send");
  EXPECT_TRUE(other.asked().empty());
}

TEST(SendPlan, IsToldWhenTheSystemTakesNothing) {
  testing::Clinic clinic;
  clinic.walking_aim();
  FakeSystem other(clinic.clock);
  const auto all =
      service::everything_to_show(clinic.service, clinic.access(clinic.amina).person());
  const SmartKey reads{"open", "a", "patient/*.rs", "", {}};
  EXPECT_FALSE(takes_plan(reads));
  EXPECT_EQ(send_plan(client_for(other.named()), other.base(), reads, *all, "The plan", {},
                      clinic.clock.now())
                .refusal()
                .key(),
            "launch.takes_nothing");
  const SmartKey document{"open", "a", "patient/DocumentReference.c", "", {}};
  EXPECT_TRUE(takes_plan(document));
}

}  // namespace
}  // namespace alongside::exchange
