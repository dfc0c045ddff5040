// SPDX-License-Identifier: Apache-2.0
// A program that is named in the small clinic, and how somebody lets it in, for tests.
#pragma once

#include <gtest/gtest.h>

#include "clinic.h"
#include "foundation/base/base64.h"
#include "foundation/base/secret.h"
#include "service/program_keys.h"

namespace alongside::service {

class ProgramLetIn : public ::testing::Test {
 protected:
  ProgramLetIn() {
    Caller admin = clinic.lind;
    admin.administrator = true;
    open =
        name_program(clinic.service, admin, {"Walks", "https://walks.example/back", false}).value();
    closed =
        name_program(clinic.service, admin, {"Drawings", "https://draw.example/", true}).value();
  }
  ProgramAsks asks(const std::string& scope, const NamedProgram& program) {
    return {program.program.id,
            program.program.returns.front(),
            "code",
            scope,
            "state 1",
            base,
            base64url(sha256_bytes(verifier)),
            "S256",
            "n1"};
  }
  ProgramAsks asks(const std::string& scope) { return asks(scope, open); }
  Outcome<std::string> let_in(const Caller& caller, const ProgramAsks& asked,
                              const LetIn& agreed = {}) {
    return let_program_in(clinic.service, caller, asked, base, agreed);
  }
  KeyAnswer key_of(const std::string& code) {
    return key_for_code(clinic.service, {open.program.id, ""},
                        {code, open.program.returns.front(), verifier});
  }
  /// The key that the caller's program gets, all agreed to.
  ProgramKey key(const Caller& caller, const std::string& scope, LetIn agreed = {{}, true, true}) {
    const auto code = let_in(caller, asks(scope), agreed);
    EXPECT_TRUE(code);
    auto answer = key_of(code.value());
    EXPECT_TRUE(std::holds_alternative<ProgramKey>(answer));
    return std::get<ProgramKey>(answer);
  }
  Id<Person> amina_id() { return clinic.id_of(clinic.amina); }
  static std::string fault(const KeyAnswer& answer) {
    const auto* refused = std::get_if<KeyFault>(&answer);
    return refused == nullptr ? "" : std::string(code_of(*refused));
  }
  void later(std::int64_t ms) { clinic.clock.move_to({clinic.clock.now().utc_ms + ms}); }

  testing::Clinic clinic;
  const std::string base = "https://clinic.example/fhir";
  const std::string verifier = std::string(43, 'v');
  NamedProgram open;
  NamedProgram closed;
};

}  // namespace alongside::service
