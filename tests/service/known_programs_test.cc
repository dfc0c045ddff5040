// SPDX-License-Identifier: Apache-2.0
// Only administrators name a program, and only with addresses that a browser may be sent to.
#include "service/known_programs.h"

#include <gtest/gtest.h>

#include "clinic.h"
#include "foundation/base/secret.h"

namespace alongside::service {
namespace {

class KnownPrograms : public ::testing::Test {
 protected:
  KnownPrograms() : admin(clinic.lind) { admin.administrator = true; }
  std::string refused(const KnownProgramDraft& draft) {
    const auto outcome = name_program(clinic.service, admin, draft);
    return outcome ? "" : outcome.refusal().faults().front().key;
  }
  testing::Clinic clinic;
  Caller admin;
};

TEST_F(KnownPrograms, AreNamedAndRemovedByAdministrators) {
  const KnownProgramDraft walks{" Walks ", "https://walks.example/back\n\n http://localhost:9/x",
                                true};
  EXPECT_FALSE(name_program(clinic.service, clinic.lind, walks));
  const auto named = name_program(clinic.service, admin, walks);
  ASSERT_TRUE(named);
  EXPECT_EQ(named.value().program.name, "Walks");
  EXPECT_EQ(named.value().program.returns,
            (std::vector<std::string>{"https://walks.example/back", "http://localhost:9/x"}));
  EXPECT_EQ(sha256(named.value().secret), named.value().program.secret_digest);
  EXPECT_EQ(refused({"walks", "https://other.example", false}), "program.name_known");
  const auto all = programs_named(clinic.service, admin);
  ASSERT_EQ(all.value().size(), 1U);
  EXPECT_FALSE(programs_named(clinic.service, clinic.amina));
  EXPECT_FALSE(end_program(clinic.service, clinic.lind, all.value().front().id));
  EXPECT_TRUE(end_program(clinic.service, admin, all.value().front().id));
  EXPECT_FALSE(end_program(clinic.service, admin, all.value().front().id));
}

TEST_F(KnownPrograms, OneWithoutASecretKeepsNone) {
  const auto named = name_program(clinic.service, admin, {"P", "https://p.example", false});
  EXPECT_EQ(named.value().secret, "");
  EXPECT_EQ(named.value().program.secret_digest, "");
}

TEST_F(KnownPrograms, RefusesWhatCannotBe) {
  EXPECT_EQ(refused({"", "https://p.example", false}), "program.name_missing");
  EXPECT_EQ(refused({"P", "", false}), "program.return_odd");
  for (const char* address :
       {"http://p.example/", "ftp://p.example", "https://", "https:///x", "javascript:alert(1)",
        "https://p.example/#part", "https://a@p.example", "http://localhost.evil.example/",
        "https://p.example/a;script-src", "https://*.example", "https://p.example\\x",
        "https://pé.example", "https://P.example/", "https://p.example:443/", "https://?x"})
    EXPECT_EQ(refused({"P", address, false}), "program.return_odd") << address;
  for (const char* address : {"https://p.example", "https://p.example:8443/a?b=c",
                              "http://127.0.0.1:9000/x", "http://[::1]/x", "http://localhost"})
    EXPECT_TRUE(is_return_address(address)) << address;
}

TEST_F(KnownPrograms, AnOriginIsAProgramsWhenItComesBackThere) {
  EXPECT_EQ(origin_of("https://p.example:8443/a/b?c"), "https://p.example:8443");
  EXPECT_EQ(origin_of("https://p.example"), "https://p.example");
  EXPECT_EQ(origin_of("nothing"), "");
  ASSERT_TRUE(name_program(clinic.service, admin, {"P", "https://p.example/back", false}));
  EXPECT_TRUE(is_origin_of_a_program(clinic.service, "https://p.example"));
  EXPECT_FALSE(is_origin_of_a_program(clinic.service, "https://p.example.evil"));
  EXPECT_FALSE(is_origin_of_a_program(clinic.service, "null"));
}

}  // namespace
}  // namespace alongside::service
