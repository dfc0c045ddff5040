// SPDX-License-Identifier: Apache-2.0
// Answers that say no.
#include "doors/exchange/server/desk.h"

#include <gtest/gtest.h>

#include "foundation/fhir/validator.h"

namespace alongside::exchange {

TEST(FhirDesk, a_no_is_an_operation_outcome_of_r4) {
  const Reply no = refusal(422, {{"required", "Goal.subject", "Say whose goal it is."},
                                 {"value", "Goal.startDate", "This day does not exist."}});
  EXPECT_TRUE(no.refused());
  JsonReader reader;
  const auto read = reader.read(no.body, 16);
  const JsonValue& outcome = std::get<JsonValue>(read);
  EXPECT_TRUE(fhir::validate(outcome).empty());
  EXPECT_EQ(outcome.at("/issue/1/expression/0")->text, "Goal.startDate");
}

TEST(FhirDesk, serves_bytes_with_the_servers_version) {
  const service::ResourceVersion version{
      "Goal", "g", 3, {0}, false, R"({"resourceType":"Goal","id":"g","x":1.0})"};
  EXPECT_EQ(
      as_served(version),
      R"({"resourceType":"Goal","id":"g","meta":{"versionId":"3","lastUpdated":"1970-01-01T00:00:00.000Z"},"x":1.0})");
  EXPECT_EQ(answered_with(version).version, 3);
}

}  // namespace alongside::exchange
