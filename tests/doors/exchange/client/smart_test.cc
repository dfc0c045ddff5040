// SPDX-License-Identifier: Apache-2.0
// Where the doors are, what is asked, what is believed.
#include "doors/exchange/client/smart.h"

#include <gtest/gtest.h>

#include "doors/exchange/client/fake_system.h"

namespace alongside::exchange {
namespace {

class Smart : public ::testing::Test {
 protected:
  Smart() : other(clinic.clock), client(client_for(other.named())) {}
  Asker asker() { return {client, named, key, clinic.randomness, clinic.clock.now()}; }

  testing::Clinic clinic;
  FakeSystem other;
  http::Client client;
  service::RecordSystem named = other.named();
  jose::SigningKey key = jose::SigningKey::fresh();
};

TEST_F(Smart, FindsTheDoorsOfASystem) {
  const auto doors = smart_doors(client, other.base());
  ASSERT_TRUE(doors.accepted());
  EXPECT_EQ(doors.value().token, other.origin() + "/token");
  EXPECT_TRUE(doors.value().second_version);
  other.token_elsewhere = "https://evil.example/token";
  EXPECT_EQ(smart_doors(client, other.base()).refusal().key(), "launch.odd");
  other.answers = false;
  EXPECT_EQ(smart_doors(client, other.base()).refusal().key(), "launch.odd");
  EXPECT_EQ(smart_doors(client, "http://127.0.0.1:1/fhir").refusal().key(), "launch.not_reached");
}

TEST_F(Smart, AsksForACodeWithAProof) {
  const auto doors = smart_doors(client, other.base()).value();
  const OpenQuestion question = fresh_question(clinic.randomness, "http://here/launch/back");
  const std::string address = authorize_address(doors, named, question, "l 1");
  EXPECT_TRUE(address.starts_with(other.origin() + "/authorize?response_type=code&client_id=us&"));
  for (const char* part : {"&launch=l%201", "&code_challenge_method=S256", "&aud=http%3A%2F%2F",
                           "&redirect_uri=http%3A%2F%2Fhere%2Flaunch%2Fback", "patient%2F%2A.rs"})
    EXPECT_NE(address.find(part), std::string::npos) << part;
  EXPECT_EQ(address.find(question.verifier), std::string::npos);
}

TEST_F(Smart, GetsAKeyAndKnowsWhoIsThere) {
  const auto doors = smart_doors(client, other.base()).value();
  const OpenQuestion question = fresh_question(clinic.randomness, "http://here/launch/back");
  other.nonce = question.nonce;
  EXPECT_EQ(key_for_code(asker(), doors, question, "bad").refusal().key(), "launch.refused");
  const auto got = key_for_code(asker(), doors, question, "good");
  ASSERT_TRUE(got.accepted());
  EXPECT_EQ(got.value().patient, "w");
  EXPECT_TRUE(got.value().allows("Condition", 's'));
  EXPECT_TRUE(got.value().allows("Goal", 'c'));
  EXPECT_FALSE(got.value().allows("CarePlan", 'c'));
  const auto identity = identity_in(asker(), doors, question, got.value());
  ASSERT_TRUE(identity.accepted());
  EXPECT_EQ(identity.value().size(), 64u);
  OpenQuestion another = question;
  another.nonce = "another";
  EXPECT_FALSE(identity_in(asker(), doors, another, got.value()).accepted());
}

}  // namespace
}  // namespace alongside::exchange
