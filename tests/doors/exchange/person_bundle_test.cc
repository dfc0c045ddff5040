// SPDX-License-Identifier: Apache-2.0
// What a person takes along is whole, and is FHIR.
#include "doors/exchange/person_bundle.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <set>

#include "foundation/base/json_value.h"
#include "foundation/base/secret.h"
#include "lived.h"

namespace alongside::exchange {
namespace {

struct Leaving : testing::LivedClinic {
  using testing::LivedClinic::LivedClinic;
  service::Everything everything() { return service::take_along(service, amina).value(); }
  std::string bundle() { return person_bundle(everything(), clock.now()); }
};

JsonValue parsed(const std::string& text) {
  JsonReader reader;
  auto read = reader.read(text, 64);
  EXPECT_TRUE(std::holds_alternative<JsonValue>(read));
  return std::holds_alternative<JsonValue>(read) ? std::get<JsonValue>(std::move(read))
                                                 : JsonValue{};
}

/// Columns of people's tables in which somebody's own words stand.
constexpr const char* in_own_words[] = {"words",
                                        "as_understood",
                                        "correction",
                                        "commitments",
                                        "strengths",
                                        "helpers",
                                        "note",
                                        "standard",
                                        "disturbs_how",
                                        "persons_view",
                                        "professionals_view",
                                        "persons_reason",
                                        "professionals_reason",
                                        "line",
                                        "answer",
                                        "at_zero",
                                        "at_ten",
                                        "called",
                                        "reason",
                                        "name"};

void each_member(const JsonValue& value, const std::function<void(const JsonValue&)>& visit) {
  visit(value);
  for (const JsonValue& item : value.items) each_member(item, visit);
  for (const JsonMember& member : value.members) each_member(member.value, visit);
}

}  // namespace

TEST(PersonBundle, holds_every_word_of_every_table_of_the_person) {
  Leaving clinic(testing::Where::in_a_file);
  const std::string bundle = clinic.bundle();
  std::set<std::string> missing;
  int looked_at = 0;
  clinic.service.database().read([&](const sql::Reading& reading) {
    std::vector<std::pair<std::string, std::string>> columns;
    reading.each(
        "SELECT t.name, c.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c "
        "WHERE t.type = 'table' AND c.type = 'TEXT' AND EXISTS (SELECT 1 FROM "
        "pragma_table_info(t.name) p WHERE p.name = 'person_no')",
        {}, [&](const sql::Row& row) {
          const std::string column(row.text(1));
          if (std::ranges::find(in_own_words, column) != std::end(in_own_words) &&
              row.text(0) != "answered" && row.text(0) != "users")
            columns.emplace_back(row.text(0), column);
        });
    for (const auto& place : columns) {
      const std::string& table = place.first;
      const std::string& column = place.second;
      reading.each("SELECT " + column + " FROM " + table +
                       " WHERE home_id = 1 AND person_no = ?1 " + "AND " + column + " IS NOT NULL",
                   {clinic.amina.person->value}, [&](const sql::Row& row) {
                     const std::string words(row.text(0));
                     if (words.empty()) return;
                     ++looked_at;
                     if (bundle.find(words) == std::string::npos)
                       missing.insert(table + "." + column + ": " + words);
                   });
    }
    return 0;
  });
  EXPECT_GT(looked_at, 30);
  EXPECT_EQ(missing, std::set<std::string>());
}

TEST(PersonBundle, every_entry_is_a_resource_found_by_its_address_and_nothing_is_empty) {
  Leaving clinic;
  const JsonValue bundle = parsed(clinic.bundle());
  std::set<std::string> addresses;
  std::set<std::string> ids;
  std::set<std::string> types;
  for (const JsonValue& entry : bundle.member("entry")->items) {
    EXPECT_TRUE(addresses.insert(entry.member("fullUrl")->text).second)
        << entry.member("fullUrl")->text;
    const JsonValue* resource = entry.member("resource");
    ASSERT_NE(resource, nullptr);
    ASSERT_NE(resource->member("resourceType"), nullptr);
    types.insert(resource->member("resourceType")->text);
    ids.insert(resource->member("resourceType")->text + "/" + resource->member("id")->text);
    EXPECT_LE(resource->member("id")->text.size(), 64U);
  }
  EXPECT_EQ(types.size(), 11U);
  each_member(bundle, [&](const JsonValue& value) {
    if (value.is(JsonValue::Kind::array)) {
      EXPECT_FALSE(value.items.empty());
    }
    if (value.is(JsonValue::Kind::object)) {
      EXPECT_FALSE(value.members.empty());
    }
    if (value.is(JsonValue::Kind::text)) {
      EXPECT_FALSE(value.text.empty());
    }
    const JsonValue* reference =
        value.is(JsonValue::Kind::object) ? value.member("reference") : nullptr;
    if (reference != nullptr && reference->is(JsonValue::Kind::text)) {
      EXPECT_TRUE(ids.contains(reference->text)) << reference->text;
    }
  });
}

TEST(PersonBundle, what_came_in_about_the_person_is_there_byte_for_byte) {
  Leaving clinic;
  const std::string theirs = R"({"resourceType":"Patient","id":"a","x":5.50})";
  const std::string others =
      R"({"resourceType":"Observation","id":"b","subject":{"reference":"Patient/b"}})";
  std::vector<service::IncomingResource> incoming{
      {"Patient", "a", sha256(theirs), std::nullopt, theirs},
      {"Observation", "b", sha256(others), std::nullopt, others}};
  service::take_in_resources(clinic.service, incoming, clinic.service.now());
  const std::string bundle = clinic.bundle();
  EXPECT_NE(bundle.find(theirs), std::string::npos);
  EXPECT_EQ(bundle.find(others), std::string::npos);
}

TEST(PersonBundle, is_the_person_s_own_and_stands_in_their_account) {
  Leaving clinic;
  EXPECT_FALSE(service::take_along(clinic.service, clinic.lind).accepted());
  const auto all = clinic.everything();
  EXPECT_EQ(clinic.everything().history.size(), all.history.size() + 1);
  EXPECT_EQ(clinic.everything().history[0].act, "take_along");
}

}  // namespace alongside::exchange
