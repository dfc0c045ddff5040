// SPDX-License-Identifier: Apache-2.0
// Eight extensions, each R4 and each under its own address.
#include "doors/exchange/server/own_definitions.h"

#include "doors/exchange/server/served.h"
#include "foundation/fhir/validator.h"

namespace alongside::exchange {

using FhirOwnDefinitions = Served;

TEST_F(FhirOwnDefinitions, are_r4_and_open_to_everybody) {
  as("");
  EXPECT_EQ(own_extensions().size(), 8U);
  for (const char* type : {"StructureDefinition", "CodeSystem"}) {
    for (const auto& [name, definition] :
         std::string_view(type) == "CodeSystem" ? own_code_systems() : own_extensions()) {
      const auto served = get(std::string(type) + "/" + name);
      EXPECT_EQ(served.status, 200) << name;
      const JsonValue read_back = read(served);
      for (const Issue& issue : fhir::validate(read_back))
        ADD_FAILURE() << name << " " << issue.expression << " " << issue.reason;
      EXPECT_EQ(text(read_back, "/url"),
                "https://alongside.example/fhir/" + std::string(type) + "/" + name);
    }
  }
  EXPECT_EQ(get("StructureDefinition/none").status, 404);
  as(everything());
  put("CodeSystem/theirs",
      R"({"resourceType":"CodeSystem","id":"theirs","status":"active","content":"complete"})");
  EXPECT_EQ(get("CodeSystem/theirs").status, 200);
  as("");
  EXPECT_EQ(get("CodeSystem/theirs").status, 404);
  EXPECT_EQ(entries(get("StructureDefinition")).size(), 8U);
  EXPECT_EQ(
      entries(
          get("StructureDefinition?url=https://alongside.example/fhir/StructureDefinition/pdsa"))
          .size(),
      1U);
}

}  // namespace alongside::exchange
