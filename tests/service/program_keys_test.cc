// SPDX-License-Identifier: Apache-2.0
// A key holds while everything behind it holds, and whatever comes twice ends it.
#include "service/program_keys.h"

#include "service/let_in.h"

namespace alongside::service {
namespace {

using ProgramKeys = ProgramLetIn;

TEST_F(ProgramKeys, ACodeBecomesAKeyOnceWithinAMinute) {
  const std::string code = let_in(clinic.amina, asks("patient/*.rs")).value();
  const ProgramProof proof{open.program.id, ""};
  const std::string back = open.program.returns.front();
  EXPECT_EQ(fault(key_for_code(clinic.service, proof, {code, back, "short"})), "invalid_request");
  EXPECT_EQ(fault(key_for_code(clinic.service, proof, {code, back, std::string(43, 'w')})),
            "invalid_grant");
  EXPECT_EQ(fault(key_for_code(clinic.service, proof, {code, "https://x.example", verifier})),
            "invalid_grant");
  EXPECT_EQ(fault(key_for_code(clinic.service, proof, {code + "x", back, verifier})),
            "invalid_grant");
  EXPECT_EQ(fault(key_for_code(clinic.service, {"nobody", ""}, {code, back, verifier})),
            "invalid_client");
  EXPECT_EQ(
      fault(key_for_code(clinic.service, {open.program.id, "a secret"}, {code, back, verifier})),
      "invalid_client");
  const auto first = key_of(code);
  ASSERT_TRUE(std::holds_alternative<ProgramKey>(first));
  const std::string key = std::get<ProgramKey>(first).key;
  EXPECT_TRUE(program_let_in(clinic.service, key));
  EXPECT_EQ(fault(key_of(code)), "invalid_grant");
  EXPECT_FALSE(program_let_in(clinic.service, key)) << "a code that comes twice ends it";
  const std::string slow = let_in(clinic.amina, asks("patient/*.rs")).value();
  later(61'000);
  EXPECT_EQ(fault(key_of(slow)), "invalid_grant");
}

TEST_F(ProgramKeys, ASecretIsAskedOfWhoeverKeepsOne) {
  const auto code = let_in(clinic.amina, asks("patient/*.rs", closed)).value();
  const CodeBrought brought{code, closed.program.returns.front(), verifier};
  EXPECT_EQ(fault(key_for_code(clinic.service, {closed.program.id, ""}, brought)),
            "invalid_client");
  EXPECT_EQ(fault(key_for_code(clinic.service, {closed.program.id, "wrong"}, brought)),
            "invalid_client");
  EXPECT_EQ(fault(key_for_code(clinic.service, {open.program.id, ""}, brought)), "invalid_grant")
      << "another program's code";
  EXPECT_EQ(fault(key_for_code(clinic.service, {closed.program.id, closed.secret}, brought)), "");
  EXPECT_TRUE(proven_program(clinic.service, {closed.program.id, closed.secret}));
  EXPECT_FALSE(proven_program(clinic.service, {closed.program.id, "wrong"}));
  EXPECT_FALSE(proven_program(clinic.service, {open.program.id, ""}));
}

TEST_F(ProgramKeys, ARefreshTokenTurnsAndTheOneBeforeEndsAll) {
  const ProgramProof proof{open.program.id, ""};
  const ProgramKey first = key(clinic.amina, "patient/*.rs offline_access");
  later(2 * ms_an_hour);
  EXPECT_FALSE(program_let_in(clinic.service, first.key));
  EXPECT_EQ(fault(key_for_refresh(clinic.service, proof, first.refresh, "patient/*.cruds")),
            "invalid_scope");
  const auto turned = key_for_refresh(clinic.service, proof, first.refresh, "patient/*.rs");
  ASSERT_EQ(fault(turned), "");
  const auto& second = std::get<ProgramKey>(turned);
  EXPECT_EQ(fault(key_for_refresh(clinic.service, {}, "1.2.3", "")), "invalid_client");
  EXPECT_TRUE(program_let_in(clinic.service, second.key));
  EXPECT_NE(second.refresh, first.refresh);
  const auto third = key_for_refresh(clinic.service, proof, second.refresh, "");
  ASSERT_EQ(fault(third), "");
  EXPECT_TRUE(program_let_in(clinic.service, std::get<ProgramKey>(third).key));
  EXPECT_EQ(fault(key_for_refresh(clinic.service, {}, first.refresh, "")), "invalid_grant")
      << "two turns old, and not said by whom";
  EXPECT_FALSE(program_let_in(clinic.service, std::get<ProgramKey>(third).key));
  EXPECT_FALSE(program_let_in(clinic.service, second.key));
  EXPECT_EQ(fault(key_for_refresh(clinic.service, proof, second.refresh, "")), "invalid_grant");
  const ProgramKey unnamed = key(clinic.amina, "patient/*.rs offline_access");
  EXPECT_EQ(fault(key_for_refresh(clinic.service, {}, unnamed.refresh, "")), "");
  const ProgramKey old = key(clinic.amina, "patient/*.rs offline_access");
  later(91 * ms_a_day);
  EXPECT_EQ(fault(key_for_refresh(clinic.service, proof, old.refresh, "")), "invalid_grant");
}

TEST_F(ProgramKeys, EachUseAsksWhetherEverythingStillHolds) {
  const ProgramKey given = key(clinic.lind, "patient/*.rs", {amina_id(), false, false});
  const auto holds = program_let_in(clinic.service, given.key);
  ASSERT_TRUE(holds);
  EXPECT_EQ(holds->patient, "Patient/a");
  EXPECT_FALSE(holds->is_the_person());
  EXPECT_EQ(holds->name, "Walks (" + clinic.lind.name + ")");
  EXPECT_TRUE(program_let_in(clinic.service, key(clinic.amina, "user/*.rs").key)->is_the_person());
  // The professional leaves the team.
  clinic.store.database().write([&](sql::Writing& writing) {
    writing.execute("UPDATE team_members SET until_ms = ?2 WHERE home_id = ?1",
                    {clinic.lind.home.value, clinic.clock.now().utc_ms});
  });
  EXPECT_FALSE(program_let_in(clinic.service, given.key));
}

TEST_F(ProgramKeys, EndsWithThePassword_TheProgramAndTheRecord) {
  Caller admin = clinic.lind;
  admin.administrator = true;
  const ProgramKey a = key(clinic.amina, "patient/*.rs");
  clinic.store.database().write([&](sql::Writing& writing) {
    record::end_program_grants(writing, clinic.amina.home, {clinic.amina.user_no});
  });
  EXPECT_FALSE(program_let_in(clinic.service, a.key));
  const ProgramKey b = key(clinic.amina, "patient/*.rs");
  ASSERT_TRUE(end_program(clinic.service, admin, open.program.id));
  EXPECT_FALSE(program_let_in(clinic.service, b.key));
}

TEST_F(ProgramKeys, AreAskedAboutByTheirOwnProgramAlone) {
  const ProgramKey given = key(clinic.amina, "openid fhirUser patient/Goal.rs");
  const auto said = what_key_holds(clinic.service, open.program, given.key);
  ASSERT_TRUE(said);
  EXPECT_EQ(said->scope, "openid fhirUser patient/Goal.rs");
  EXPECT_EQ(said->patient, "a");
  EXPECT_EQ(said->subject, given.subject);
  EXPECT_EQ(said->fhir_user, "Patient/a");
  EXPECT_EQ(said->until.utc_ms, clinic.clock.now().utc_ms + key_minutes * ms_a_minute);
  EXPECT_FALSE(what_key_holds(clinic.service, closed.program, given.key));
  EXPECT_FALSE(what_key_holds(clinic.service, open.program, "1.2.3"));
  EXPECT_EQ(program_of_key(clinic.service, given.key)->id, open.program.id);
  const auto less =
      what_key_holds(clinic.service, open.program, key(clinic.amina, "user/*.rs").key);
  EXPECT_EQ(less->fhir_user + less->subject, "") << "it was not let to know who that is";
  EXPECT_FALSE(program_let_in(clinic.service, "1.\xff.x"));
  EXPECT_FALSE(revoke(clinic.service, {open.program.id, ""}, "1.2.3"));
  EXPECT_TRUE(program_let_in(clinic.service, given.key));
  EXPECT_EQ(revoke(clinic.service, {closed.program.id, ""}, given.key), KeyFault::client);
  EXPECT_FALSE(revoke(clinic.service, {closed.program.id, closed.secret}, given.key));
  EXPECT_TRUE(program_let_in(clinic.service, given.key)) << "of another program";
  EXPECT_FALSE(revoke(clinic.service, {open.program.id, ""}, given.key));
  EXPECT_FALSE(program_let_in(clinic.service, given.key));
}

TEST_F(ProgramKeys, OnlyWhoIsSignedInOpensNoRecord) {
  const ProgramKey given = key(clinic.lind, "openid fhirUser");
  EXPECT_TRUE(given.says_who);
  EXPECT_EQ(given.patient, "");
  EXPECT_FALSE(program_let_in(clinic.service, given.key));
  EXPECT_TRUE(program_of_key(clinic.service, given.key));
}

}  // namespace
}  // namespace alongside::service
