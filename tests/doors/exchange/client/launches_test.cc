// SPDX-License-Identifier: Apache-2.0
// A browser leaves, comes back, looks, keeps; another browser gets nothing.
#include "doors/exchange/client/launches.h"

#include <gtest/gtest.h>

#include "doors/exchange/client/fake_system.h"
#include "service/record_systems.h"

namespace alongside::exchange {
namespace {

class Launching : public ::testing::Test {
 protected:
  Launching()
      : other(clinic.clock),
        launches(clinic.service, {"Clinic", "Europe/Stockholm"}, jose::SigningKey::fresh(),
                 clinic.folder.path() + "/coming-in") {
    service::Caller admin = clinic.lind;
    admin.administrator = true;
    EXPECT_TRUE(service::name_record_system(clinic.service, admin,
                                            {"North", other.base() + "/", "us", "", true, false}));
  }

  static std::string value_in(const std::string& address, const std::string& name) {
    const auto query = http::Fields::parse(std::string_view(address).substr(address.find('?') + 1));
    return std::string(query->value(name));
  }
  service::LaunchStep begun() {
    auto step = launches.begin({other.base(), "l", "http://here/launch/back"});
    EXPECT_TRUE(step.accepted());
    other.nonce = value_in(step.value().go_to, "nonce");
    return step.value();
  }
  Outcome<service::LaunchStep> back(const service::LaunchStep& step, std::string_view code) {
    const std::string state = value_in(step.go_to, "state");
    return launches.come_back({step.browser, state, code, ""});
  }

  testing::Clinic clinic;
  FakeSystem other;
  Launches launches;
};

TEST_F(Launching, AsksOnlyWhomAnAdministratorNamed) {
  EXPECT_EQ(launches.begin({"https://evil.example/fhir", "l", "b"}).refusal().key(),
            "launch.unknown");
  EXPECT_TRUE(other.asked().empty());
}

TEST_F(Launching, ShowsAndStoresNothingUntilItIsKept) {
  const auto arrived = back(begun(), "good");
  ASSERT_TRUE(arrived.accepted());
  EXPECT_EQ(arrived.value().identity.size(), 64u);
  const auto shown = launches.look(arrived.value().browser, clinic.lind);
  ASSERT_TRUE(shown.accepted());
  EXPECT_EQ(shown.value().person.name, "Wilma Åkesson");
  EXPECT_TRUE(shown.value().takes_plan);
  EXPECT_EQ(launches.look(arrived.value().browser, clinic.holm).refusal().key(), "launch.over")
      << "it is Dr Lind's";
  const auto known = [&] {
    return clinic.service.database().read([](const sql::Reading& reading) {
      return record::person_by_source(reading, "Patient/w").has_value();
    });
  };
  EXPECT_FALSE(known());
  const auto kept = launches.keep(arrived.value().browser);
  ASSERT_TRUE(kept.accepted());
  EXPECT_EQ(kept.value(), 3);
  EXPECT_TRUE(known());
  EXPECT_TRUE(std::filesystem::is_empty(clinic.folder.path() + "/coming-in"));
  launches.end(arrived.value().browser);
  EXPECT_EQ(launches.look(arrived.value().browser, clinic.lind).refusal().key(), "launch.over");
}

TEST_F(Launching, AQuestionIsAnsweredOnceByTheBrowserThatAsked) {
  const auto step = begun();
  EXPECT_EQ(launches.look(step.browser, clinic.lind).refusal().key(), "launch.over");
  EXPECT_EQ(
      launches.come_back({"another", value_in(step.go_to, "state"), "good", ""}).refusal().key(),
      "launch.over");
  EXPECT_EQ(launches.come_back({step.browser, "guessed", "good", ""}).refusal().key(),
            "launch.over");
  EXPECT_TRUE(back(step, "good").accepted());
  EXPECT_EQ(back(step, "good").refusal().key(), "launch.over");
}

TEST_F(Launching, IsOverAfterAWhile) {
  const auto late = begun();
  clinic.clock.move_to({clinic.clock.now().utc_ms + (launch_minutes_to_return + 1) * ms_a_minute});
  EXPECT_EQ(back(late, "good").refusal().key(), "launch.over");
  const auto arrived = back(begun(), "good");
  ASSERT_TRUE(arrived.accepted());
  clinic.clock.move_to({clinic.clock.now().utc_ms + (launch_minutes_shown + 1) * ms_a_minute});
  EXPECT_EQ(launches.look(arrived.value().browser, clinic.lind).refusal().key(), "launch.over");
}

TEST_F(Launching, ARefusalOfTheOtherSystemIsTold) {
  EXPECT_EQ(back(begun(), "bad").refusal().key(), "launch.refused");
  const auto step = begun();
  other.nonce = "of another question";
  EXPECT_EQ(back(step, "good").refusal().key(), "launch.refused");
}

}  // namespace
}  // namespace alongside::exchange
