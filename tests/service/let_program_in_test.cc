// SPDX-License-Identifier: Apache-2.0
// What may be asked, who may agree to it, and for whom.
#include "service/let_program_in.h"

#include "service/let_in.h"

namespace alongside::service {
namespace {

using LetProgramIn = ProgramLetIn;

TEST_F(LetProgramIn, SendsNobodyBackToAnUnknownPlace) {
  ProgramAsks odd = asks("patient/*.rs");
  odd.returns_to = "https://evil.example/back";
  EXPECT_EQ(request_of(clinic.service, odd, base).refusal().key(), "program.elsewhere");
  odd.program = "nobody";
  EXPECT_EQ(request_of(clinic.service, odd, base).refusal().key(), "program.unknown");
  EXPECT_FALSE(let_in(clinic.amina, odd));
}

TEST_F(LetProgramIn, TellsTheProgramWhatItAskedWrongly) {
  const auto error = [&](auto change) {
    ProgramAsks asked = asks("patient/*.rs");
    change(asked);
    const std::string said = request_of(clinic.service, asked, base).value().error;
    EXPECT_EQ(let_in(clinic.amina, asked).accepted(), said.empty());
    return said;
  };
  EXPECT_EQ(error([](auto& one) { one.response_type = "token"; }), "unsupported_response_type");
  EXPECT_EQ(error([](auto& one) { one.scope = "system/*.rs launch"; }), "invalid_scope");
  EXPECT_EQ(error([](auto& one) { one.scope = ""; }), "invalid_scope");
  EXPECT_EQ(error([](auto& one) { one.audience = "https://other.example/fhir"; }),
            "invalid_request");
  EXPECT_EQ(error([](auto& one) { one.challenge_method = "plain"; }), "invalid_request");
  EXPECT_EQ(error([](auto& one) { one.challenge = "short"; }), "invalid_request");
  EXPECT_EQ(error([](auto& one) { one.state = std::string(3000, 's'); }), "invalid_request");
  EXPECT_EQ(error([](auto& one) { one.audience += "/"; }), "");
}

TEST_F(LetProgramIn, SaysInPartsWhatAScopeMeans) {
  const AskedOf asked = parts_of(
      "openid fhirUser launch/patient offline_access patient/Goal.cruds user/Observation.rs "
      "patient/Task.write system/*.cruds patient/Odd.x patient/Goal.rs?category=a");
  EXPECT_TRUE(asked.who && asked.about && asked.reads && asked.writes && asked.stays);
  EXPECT_EQ(asked.reads_of, (std::vector<std::string>{"Goal", "Observation"}));
  EXPECT_EQ(asked.writes_of, (std::vector<std::string>{"Goal", "Task"}));
  EXPECT_FALSE(parts_of("openid").about);
  EXPECT_FALSE(parts_of("patient/*.rs").writes);
}

TEST_F(LetProgramIn, GivesOnlyWhatWasAgreedTo) {
  const std::string asked =
      "launch/patient openid offline_access patient/Goal.cruds patient/Task.cud patient/*.read "
      "patient/*.read system/*.rs";
  EXPECT_EQ(key(clinic.amina, asked, {}).scope,
            "launch/patient openid patient/Goal.rs patient/*.read");
  EXPECT_EQ(key(clinic.amina, asked, {{}, true, false}).scope,
            "launch/patient openid patient/Goal.cruds patient/Task.cud patient/*.read");
  const ProgramKey all = key(clinic.amina, asked);
  EXPECT_NE(all.scope.find("offline_access"), std::string::npos);
  EXPECT_NE(all.refresh, "");
  EXPECT_EQ(all.patient, "a");
  EXPECT_EQ(all.nonce, "n1");
}

TEST_F(LetProgramIn, AProfessionalChoosesSomebodyWhomTheyServe) {
  EXPECT_EQ(let_in(clinic.lind, asks("patient/*.rs")).refusal().key(), "program.whom");
  const LetIn amina{amina_id(), true, true};
  const ProgramKey given = key(clinic.lind, "user/*.cruds offline_access fhirUser", amina);
  EXPECT_EQ(given.patient, "a");
  EXPECT_EQ(given.refresh, "") << "it does not come back without the professional";
  EXPECT_TRUE(given.fhir_user.starts_with("Practitioner"));
  EXPECT_FALSE(let_in(clinic.holm, asks("patient/*.rs"), amina)) << "whom they do not serve";
  EXPECT_FALSE(let_in(clinic.bo, asks("patient/*.rs"), amina));
  Caller nobody = clinic.bo;
  nobody.person.reset();
  EXPECT_EQ(let_in(nobody, asks("openid")).refusal().key(), "program.not_you");
}

TEST_F(LetProgramIn, AgreeingToNothingGivesNothing) {
  EXPECT_EQ(let_in(clinic.amina, asks("launch/patient patient/Observation.c")).refusal().key(),
            "program.nothing_agreed");
  EXPECT_EQ(key(clinic.amina, "launch/patient openid", {}).patient, "a");
}

TEST_F(LetProgramIn, OnThisVeryMachineAnyPortWillDo) {
  Caller admin = clinic.lind;
  admin.administrator = true;
  open = name_program(clinic.service, admin, {"Here", "http://127.0.0.1/back", false}).value();
  ProgramAsks asked = asks("patient/*.rs");
  asked.returns_to = "http://127.0.0.1:51004/back";
  EXPECT_TRUE(let_in(clinic.amina, asked));
  asked.returns_to = "http://127.0.0.1:51004/other";
  EXPECT_FALSE(let_in(clinic.amina, asked));
  asked.returns_to = "http://127.0.0.1.evil.example/back";
  EXPECT_FALSE(let_in(clinic.amina, asked));
}

TEST_F(LetProgramIn, IsListedAndEndedByWhoeverLetItIn) {
  key(clinic.amina, "patient/*.rs openid");
  const ProgramKey given = key(clinic.lind, "patient/*.rs", {amina_id(), false, false});
  const auto own = let_in_by(clinic.service, clinic.amina);
  ASSERT_EQ(own.size(), 1U);
  EXPECT_EQ(own.front().program, "Walks");
  EXPECT_EQ(own.front().about, "");
  const auto linds = let_in_by(clinic.service, clinic.lind);
  ASSERT_EQ(linds.size(), 1U);
  EXPECT_EQ(linds.front().about, "Amina Berg");
  EXPECT_FALSE(end_let_in(clinic.service, clinic.amina, linds.front().id));
  EXPECT_TRUE(program_let_in(clinic.service, given.key));
  EXPECT_TRUE(end_let_in(clinic.service, clinic.lind, linds.front().id));
  EXPECT_FALSE(program_let_in(clinic.service, given.key));
  EXPECT_TRUE(let_in_by(clinic.service, clinic.lind).empty());
  later(61 * ms_a_minute);
  EXPECT_TRUE(let_in_by(clinic.service, clinic.amina).empty()) << "its hour is over";
}

}  // namespace
}  // namespace alongside::service
