// SPDX-License-Identifier: Apache-2.0
// Versions stay, deletions too; a program for one person reaches that person alone.
#include "record/resource_reading.h"

#include <gtest/gtest.h>

#include "clinic.h"
#include "record/resources.h"
#include "service/programs.h"

namespace alongside::record {
namespace {

class ResourceReading : public ::testing::Test {
 protected:
  void keep(std::string_view type, std::string_view id, std::string_view content,
            bool restricted = false, std::string_view codes = any_code) {
    clinic.service.database().write([&](sql::Writing& w) {
      take_in_resource(w, {type, id, content, std::nullopt, content, {}, restricted, codes, true},
                       clinic.service.now());
    });
  }
  std::vector<std::string> found(const service::Program& program, const Sought& sought) {
    return clinic.service.database().read([&](const sql::Reading& reading) {
      std::vector<std::string> ids;
      const auto access = Permission::to_resources(reading, program);
      each_resource(reading, access, sought,
                    [&](const ResourceSeen& one) { ids.emplace_back(one.id); });
      return ids;
    });
  }
  std::vector<ResourceVersion> versions(const service::Program& program, std::string_view type,
                                        std::string_view id) {
    return clinic.service.database().read([&](const sql::Reading& reading) {
      return resource_versions(reading, Permission::to_resources(reading, program), type, id);
    });
  }
  bool remove(std::string_view type, std::string_view id) {
    return clinic.service.database().write(
        [&](sql::Writing& w) { return delete_resource(w, type, id, clinic.service.now()); });
  }

  testing::Clinic clinic;
  service::Program everybodys{"test", {}, {}};
  service::Program aminas{"test", *service::Scopes::parse("patient/*.rs"), "Patient/a"};
};

constexpr std::string_view of_a =
    R"({"resourceType":"Goal","id":"g","subject":{"reference":"Patient/a"}})";
constexpr std::string_view of_b =
    R"({"resourceType":"Goal","id":"h","subject":{"reference":"Patient/b"}})";

}  // namespace

TEST_F(ResourceReading, keeps_every_version_and_the_deletion) {
  keep("Goal", "g", of_a);
  keep("Goal", "g",
       R"({"resourceType":"Goal","id":"g","subject":{"reference":"Patient/a"},"priority":1})");
  EXPECT_TRUE(remove("Goal", "g"));
  EXPECT_FALSE(remove("Goal", "g"));
  auto all = versions(everybodys, "Goal", "g");
  ASSERT_EQ(all.size(), 3U);
  EXPECT_TRUE(all[0].deleted);
  EXPECT_EQ(all[0].version, 3);
  EXPECT_EQ(all[2].content, of_a);
  EXPECT_TRUE(found(everybodys, {"Goal"}).empty());
  keep("Goal", "g", of_a);
  all = versions(everybodys, "Goal", "g");
  EXPECT_EQ(all.front().version, 4);
  EXPECT_LT(all[1].at, all[0].at);
}

TEST_F(ResourceReading, finds_by_person_identifier_and_type) {
  keep("Goal", "g", of_a);
  keep("Goal", "h", of_b);
  keep("Practitioner", "p", R"({"resourceType":"Practitioner","id":"p"})");
  EXPECT_EQ(found(everybodys, {"Goal"}), (std::vector<std::string>{"g", "h"}));
  EXPECT_EQ(found(everybodys, {"Goal", {"Patient/b"}}), (std::vector<std::string>{"h"}));
  EXPECT_EQ(found(everybodys, {"", {"Patient/b", "Patient/a"}}).size(), 2U);
}

TEST_F(ResourceReading, looks_into_what_may_have_a_code) {
  keep("Goal", "g", of_a, false, " 1 22 ");
  keep("Goal", "i", R"({"resourceType":"Goal","id":"i","subject":{"reference":"Patient/a"}})");
  EXPECT_EQ(found(everybodys, {"Goal", {"Patient/a"}, {}, false, {"22"}}),
            (std::vector<std::string>{"g", "i"}));
  EXPECT_EQ(found(everybodys, {"Goal", {"Patient/a"}, {}, false, {"2"}}),
            (std::vector<std::string>{"i"}));
}

TEST_F(ResourceReading, a_program_for_one_person_reaches_that_person_and_what_is_nobodys) {
  keep("Goal", "g", of_a);
  keep("Goal", "h", of_b);
  keep("Practitioner", "p", R"({"resourceType":"Practitioner","id":"p"})");
  keep(
      "Group", "c",
      R"({"resourceType":"Group","id":"c","member":[{"entity":{"reference":"Patient/a"}},{"entity":{"reference":"Patient/b"}}]})");
  EXPECT_EQ(found(aminas, {"Goal"}), (std::vector<std::string>{"g"}));
  EXPECT_TRUE(found(aminas, {"Goal", {"Patient/b"}}).empty());
  EXPECT_TRUE(found(aminas, {"Group"}).empty());
  EXPECT_EQ(found(aminas, {"Practitioner"}).size(), 1U);
  EXPECT_TRUE(versions(aminas, "Goal", "h").empty());
  EXPECT_EQ(versions(aminas, "Goal", "g").size(), 1U);
  remove("Goal", "h");
  EXPECT_TRUE(versions(aminas, "Goal", "h").empty());
}

TEST_F(ResourceReading, what_is_for_the_person_alone_only_they_see) {
  keep("Basic", "r", R"({"resourceType":"Basic","id":"r","subject":{"reference":"Patient/a"}})",
       true);
  EXPECT_TRUE(found(everybodys, {"Basic"}).empty());
  EXPECT_TRUE(versions(everybodys, "Basic", "r").empty());
  EXPECT_EQ(found(aminas, {"Basic"}).size(), 1U);
}

TEST_F(ResourceReading, an_older_version_about_somebody_else_is_not_shown) {
  keep("Goal", "g", of_b);
  keep("Goal", "g", of_a);
  EXPECT_EQ(versions(aminas, "Goal", "g").size(), 1U);
  EXPECT_EQ(versions(everybodys, "Goal", "g").size(), 2U);
}

}  // namespace alongside::record
