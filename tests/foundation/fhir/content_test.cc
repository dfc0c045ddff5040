// SPDX-License-Identifier: Apache-2.0
// What a server says of a resource goes in and out, and nothing else moves.
#include "foundation/fhir/content.h"

#include <gtest/gtest.h>

namespace alongside::fhir {

TEST(FhirContent, has_version_and_time_where_people_look_for_them) {
  EXPECT_EQ(
      with_version(R"({"resourceType":"Goal","id":"g","status":"x"})", "2", "T"),
      R"({"resourceType":"Goal","id":"g","meta":{"versionId":"2","lastUpdated":"T"},"status":"x"})");
  EXPECT_EQ(with_version(R"({"id":"g"})", "1", "T"),
            R"({"id":"g","meta":{"versionId":"1","lastUpdated":"T"}})");
  EXPECT_EQ(with_version("{}", "1", "T"), R"({"meta":{"versionId":"1","lastUpdated":"T"}})");
}

TEST(FhirContent, keeps_every_other_byte) {
  const std::string said =
      R"({ "meta" : { "lastUpdated" : "old" , "tag":[{"code":"a,\"}"}], "versionId":"9" } , "value" : 5.50, "id":"g" })";
  EXPECT_EQ(
      with_version(said, "3", "T"),
      R"({ "meta" : {"versionId":"3","lastUpdated":"T", "tag":[{"code":"a,\"}"}] } , "value" : 5.50, "id":"g" })");
  EXPECT_EQ(without_version(said),
            R"({ "meta" : { "tag":[{"code":"a,\"}"}] } , "value" : 5.50, "id":"g" })");
}

TEST(FhirContent, loses_a_meta_of_nothing_else) {
  EXPECT_EQ(without_version(R"({"id":"g","meta":{"versionId":"1","lastUpdated":"T"}})"),
            R"({"id":"g"})");
  EXPECT_EQ(without_version(R"({"meta":{"versionId":"1"},"id":"g"})"), R"({"id":"g"})");
  EXPECT_EQ(without_version(R"({"id":"g"})"), R"({"id":"g"})");
}

TEST(FhirContent, takes_the_id_it_is_given) {
  EXPECT_EQ(with_id(R"({"id":"client","resourceType":"Goal"})", "ours"),
            R"({"id":"ours","resourceType":"Goal"})");
  EXPECT_EQ(with_id(R"({"resourceType":"Goal","a":1})", "ours"),
            R"({"resourceType":"Goal","id":"ours","a":1})");
}

}  // namespace alongside::fhir
