// SPDX-License-Identifier: Apache-2.0
// The server says what the tables say, and what it says is R4.
#include "doors/exchange/server/capability.h"

#include "doors/exchange/server/routes.h"
#include "doors/exchange/server/served.h"
#include "foundation/fhir/validator.h"

namespace alongside::exchange {

using FhirCapability = Served;

TEST_F(FhirCapability, is_a_statement_of_r4_about_every_type) {
  const JsonValue said = read(get("metadata"));
  EXPECT_TRUE(fhir::validate(said).empty());
  EXPECT_EQ(text(said, "/fhirVersion"), "4.0.1");
  const JsonValue* types = said.at("/rest/0/resource");
  ASSERT_NE(types, nullptr);
  EXPECT_GT(types->items.size(), 140U);
  const auto observation = std::ranges::find_if(
      types->items, [](const JsonValue& one) { return text(one, "/type") == "Observation"; });
  const JsonValue* parameters = observation->member("searchParam");
  EXPECT_TRUE(std::ranges::any_of(parameters->items, [](const JsonValue& one) {
    return text(one, "/name") == "code" && text(one, "/type") == "token";
  }));
}

TEST_F(FhirCapability, tells_programs_how_they_are_let_in) {
  as("");
  const auto told = get(".well-known/smart-configuration");
  EXPECT_EQ(told.status, 200);
  EXPECT_NE(told.body.find("permission-v2"), std::string::npos);
}

}  // namespace alongside::exchange
