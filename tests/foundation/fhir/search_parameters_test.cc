// SPDX-License-Identifier: Apache-2.0
// Paths lead where R4's table says.
#include "foundation/fhir/search_parameters.h"

#include <gtest/gtest.h>

#include "foundation/fhir/definitions.h"

namespace alongside::fhir {
namespace {

std::vector<std::string> at(std::string_view json, std::string_view path) {
  JsonReader reader;
  const auto read = reader.read(json, 16);
  std::vector<std::string> texts;
  for (const JsonValue* value : values_at(std::get<JsonValue>(read), path))
    texts.push_back(value->text);
  return texts;
}

}  // namespace

TEST(SearchParameters, walk_along_members_choices_and_conditions) {
  constexpr std::string_view goal =
      R"({"resourceType":"Goal","startDate":"2026-01-01","target":[{"dueDate":"2026-02-01"},{"dueDuration":{"value":3}},{"dueDate":"2026-03-01"}],
      "subject":{"reference":"Group/7"}})";
  EXPECT_EQ(at(goal, "Goal.start.ofType(date)"), (std::vector<std::string>{"2026-01-01"}));
  EXPECT_EQ(at(goal, "Goal.target.due.ofType(date)"),
            (std::vector<std::string>{"2026-02-01", "2026-03-01"}));
  EXPECT_TRUE(at(goal, "Goal.subject.where(resolve() is Patient)").empty());
  EXPECT_EQ(at(goal, "Goal.subject.where(resolve() is Group)").size(), 1U);
  constexpr std::string_view person =
      R"({"resourceType":"Patient","deceasedBoolean":false,"telecom":[{"system":"phone","value":"1"},{"system":"email","value":"e"}]})";
  EXPECT_EQ(at(person, "Patient.telecom.where(system='email').value"),
            (std::vector<std::string>{"e"}));
  EXPECT_EQ(
      at(person, "Patient.deceased.ofType(boolean) | Patient.deceased.ofType(dateTime).exists()"),
      (std::vector<std::string>{"false"}));
}

TEST(SearchParameters, are_of_types_that_there_are) {
  std::size_t count = 0;
  for (const std::string_view type : resource_types()) count += search_parameters(type).size();
  EXPECT_GT(count, 1500U);
  EXPECT_EQ(search_parameter("Goal", "patient")->kind, ParameterKind::reference);
  EXPECT_EQ(search_parameter("Unicorn", "horn"), nullptr);
  EXPECT_NE(search_parameter("Goal", "_id"), nullptr);
}

}  // namespace alongside::fhir
