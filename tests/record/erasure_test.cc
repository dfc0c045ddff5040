// SPDX-License-Identifier: Apache-2.0
// Invariant 11: deleting a person leaves no orphan and no readable trace outside the account's
// minimal entry.
#include "record/erasure.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "foundation/base/secret.h"
#include "lived.h"
#include "record/content.h"
#include "record/resources.h"
#include "record/verify.h"
#include "service/erase_record.h"

namespace alongside::record {
namespace {

struct Leaving : testing::LivedClinic {
  using testing::LivedClinic::LivedClinic;

  void give_sign_in(const service::Caller& caller, std::string_view login) {
    const std::string hash = password_hash("a long password of hers");
    service.database().write([&](sql::Writing& writing) {
      add_login(writing, login, caller.home, {caller.user_no}, hash, LoginKind::real);
      append_history(writing, {{1}, {0}, "Alongside", "other"},
                     About::parts({}, {{PartKind::users}}), {"join", ""}, service.now());
    });
  }
  Outcome<Done> erase(const std::string& password = "a long password of hers",
                      bool understood = true) {
    return service::erase_record(service, amina, {password, understood});
  }
  std::vector<service::Arrival> import(std::vector<service::IncomingResource> resources) {
    return service::take_in_resources(service, resources, service.now());
  }
  template <class Look>
  auto look(Look body) {
    return service.database().read(body);
  }
  std::string content(std::string_view type, std::string_view id) {
    return look([&](const sql::Reading& r) {
      return r
          .first(
              "SELECT content FROM resources WHERE home_id = 0 AND type = ?1 AND resource_id = ?2",
              {type, id}, [](const sql::Row& row) { return std::string(row.text(0)); })
          .value_or("");
    });
  }
  std::string all_bytes() const {
    std::string all;
    for (const auto& file : std::filesystem::recursive_directory_iterator(folder.path())) {
      if (!file.is_regular_file()) continue;
      std::ifstream in(file.path(), std::ios::binary);
      std::stringstream bytes;
      bytes << in.rdbuf();
      all += bytes.str();
    }
    return all;
  }
};

service::IncomingResource resource(std::string type, std::string id, std::string content) {
  return {std::move(type), std::move(id), sha256(content), std::nullopt, content};
}

/// Words and numbers that only Amina's record holds.
constexpr std::string_view hers[] = {
    "Amina Berg", "Walk to the market", "I stop three times", "Walk daily",  "Every day is much",
    "Warm hands", "Six hours",          "amina.berg",         "Patient/a\"", "Sing again",
    "The bus"};

}  // namespace

TEST(Erasure, by_an_identifier_holds_for_what_comes_later_and_spares_whoever_shares_it) {
  Leaving clinic;
  clinic.give_sign_in(clinic.amina, "amina.berg");
  const auto patient = [](const std::string& id, std::vector<service::Identifier> identifiers) {
    service::IncomingResource one =
        resource("Patient", id, R"({"resourceType":"Patient","id":")" + id + "\"}");
    one.identifiers = std::move(identifiers);
    return one;
  };
  const auto condition = [](const std::string& id, const std::string& said) {
    return resource("Condition", id,
                    R"({"resourceType":"Condition","id":")" + id +
                        R"(","subject":{"reference":"Patient?identifier=)" + said + "\"}}");
  };
  clinic.import({patient("a", {{"urn:s", "1"}, {"urn:t", "2"}, {"urn:v", "3"}}),
                 patient("z", {{"urn:t", "2"}, {"urn:w", "3"}}), condition("c1", "urn:t|2"),
                 condition("c2", "urn:w|3"), condition("c3", "3")});
  ASSERT_TRUE(clinic.erase().accepted());
  for (const char* of_others : {"c1", "c2", "c3"})
    EXPECT_NE(clinic.content("Condition", of_others), "") << of_others;
  const auto later = clinic.import(
      {condition("c4", "urn:s|1"), condition("c5", "urn%3As%7C1"), condition("c6", "urn:t|2")});
  EXPECT_EQ(later,
            (std::vector<service::Arrival>{service::Arrival::erased, service::Arrival::erased,
                                           service::Arrival::created}));
}

TEST(Erasure, takes_what_names_the_person_by_an_identifier_alone) {
  Leaving clinic;
  clinic.give_sign_in(clinic.amina, "amina.berg");
  service::IncomingResource patient = resource(
      "Patient", "a",
      R"({"resourceType":"Patient","id":"a","identifier":[{"system":"urn:s","value":"19500601"}]})");
  patient.identifiers = {{"urn:s", "19500601"}};
  clinic.import(
      {patient,
       resource(
           "Condition", "c1",
           R"({"resourceType":"Condition","id":"c1","subject":{"reference":"Patient?identifier=urn:s|19500601"}})"),
       resource(
           "Condition", "c2",
           R"({"resourceType":"Condition","id":"c2","subject":{"reference":"Patient?identifier=urn%3As%7C19500601"}})"),
       resource(
           "Condition", "c3",
           R"({"resourceType":"Condition","id":"c3","subject":{"reference":"Patient?identifier=urn:s|2"}})")});
  ASSERT_TRUE(clinic.erase().accepted());
  EXPECT_EQ(clinic.content("Condition", "c1"), "");
  EXPECT_EQ(clinic.content("Condition", "c2"), "");
  EXPECT_NE(clinic.content("Condition", "c3"), "");
}

TEST(Erasure, leaves_no_row_of_the_person_in_any_table_but_the_account) {
  Leaving clinic(testing::Where::in_a_file);
  clinic.give_sign_in(clinic.amina, "amina.berg");
  ASSERT_TRUE(clinic.erase().accepted());
  int tables = 0;
  clinic.look([&](const sql::Reading& r) {
    std::vector<std::pair<std::string, std::string>> columns;
    r.each(
        "SELECT t.name, c.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c WHERE t.type "
        "= 'table' AND c.name IN ('person_no', 'user_no', 'writer_user')",
        {}, [&](const sql::Row& row) { columns.emplace_back(row.text(0), row.text(1)); });
    for (const auto& [table, column] : columns) {
      if (table == "history") continue;
      ++tables;
      const std::int64_t number =
          column == "person_no" ? clinic.amina.person->value : clinic.amina.user_no;
      EXPECT_EQ(r.integer("SELECT count(*) FROM " + table + " WHERE " + column + " = ?1", {number}),
                0)
          << table << "." << column;
    }
    r.each("SELECT \"table\" FROM pragma_foreign_key_check", {},
           [](const sql::Row& row) { ADD_FAILURE() << "an orphan in " << row.text(0); });
    return 0;
  });
  EXPECT_GT(tables, 35);
}

TEST(Erasure, leaves_none_of_the_person_s_words_in_any_byte_of_the_data) {
  Leaving clinic(testing::Where::in_a_file);
  clinic.give_sign_in(clinic.amina, "amina.berg");
  clinic.import(
      {resource("Patient", "a", R"({"resourceType":"Patient","id":"a","name":"Amina Berg"})"),
       resource("Observation", "o",
                R"({"subject":{"reference":"Patient/a"},"valueString":"Six hours"})")});
  const std::string before = clinic.all_bytes();
  for (const std::string_view word : hers) EXPECT_NE(before.find(word), std::string::npos) << word;
  ASSERT_TRUE(clinic.erase().accepted());
  const std::string after = clinic.all_bytes();
  for (const std::string_view word : hers) EXPECT_EQ(after.find(word), std::string::npos) << word;
}

TEST(Erasure, leaves_others_and_the_account_whole) {
  Leaving clinic;
  clinic.give_sign_in(clinic.amina, "amina.berg");
  const auto parts_of_bo = [&] {
    return clinic.look([&](const sql::Reading& r) {
      std::string all;
      for (const PartAt& at : parts_there(r, {1}))
        if (at.person == clinic.bo.person) all += text_of(at.part) + content_hash(r, {1}, at);
      return all;
    });
  };
  const std::string bo = parts_of_bo();
  const auto entries = clinic.look(
      [](const sql::Reading& r) { return r.integer("SELECT count(*) FROM history", {}); });
  ASSERT_TRUE(clinic.erase().accepted());
  EXPECT_EQ(parts_of_bo(), bo);
  const Verified verified = clinic.look([](const sql::Reading& r) { return verify_all(r); });
  EXPECT_TRUE(verified.findings.empty()) << verified.findings[0].what;
  EXPECT_EQ(verified.entries, entries + 1);
  clinic.look([&](const sql::Reading& r) {
    r.each("SELECT actor_name || act || what FROM history WHERE home_id = 1 AND person_no = ?1",
           {clinic.amina.person->value}, [](const sql::Row& row) {
             EXPECT_EQ(row.text(0).find("Amina"), std::string_view::npos);
           });
    return 0;
  });
}

TEST(Erasure, a_row_that_comes_back_behind_the_program_s_back_is_found) {
  Leaving clinic;
  clinic.give_sign_in(clinic.amina, "amina.berg");
  ASSERT_TRUE(clinic.erase().accepted());
  clinic.service.database().write([&](sql::Writing& writing) {
    writing.execute(
        "INSERT INTO persons (home_id, person_no, public_id, source_reference, name, family_name, "
        "gone, seal) VALUES (1, ?1, ?2, 'Patient/a', 'Amina', 'B', 0, '')",
        {clinic.amina.person->value, "01980000-0000-7000-8000-000000000009"});
  });
  EXPECT_FALSE(clinic.look([](const sql::Reading& r) { return verify_all(r); }).findings.empty());
}

TEST(Erasure, neither_number_is_given_again_and_an_import_does_not_bring_them_back) {
  Leaving clinic;
  clinic.give_sign_in(clinic.amina, "amina.berg");
  const std::vector<service::IncomingResource> files = {
      resource("Patient", "a", R"({"resourceType":"Patient","id":"a"})"),
      resource("Goal", "g", R"({"subject":{"reference":"Patient/a"}})"),
      resource("Group", "all",
               R"({"member":[{"entity":{"reference":"Patient/a","display":"Amina Berg"}},)"
               R"({"entity":{"reference":"Patient/b"}}]})")};
  clinic.import(files);
  ASSERT_TRUE(clinic.erase().accepted());
  const std::string left =
      R"({"member":[{"entity":{"display":"erased"}},{"entity":{"reference":"Patient/b"}}]})";
  EXPECT_EQ(clinic.content("Goal", "g"), "");
  EXPECT_EQ(clinic.content("Group", "all"), left);
  const auto again = clinic.import(files);
  EXPECT_EQ(again[0], Arrival::erased);
  EXPECT_EQ(again[1], Arrival::erased);
  EXPECT_EQ(again[2], Arrival::unchanged);
  EXPECT_EQ(clinic.content("Group", "all"), left);
  clinic.service.database().write([&](sql::Writing& writing) {
    const auto next = take_in_person(writing, {1}, {"Patient/z", "Zoe", "Zoe", {}, false},
                                     "01980000-0000-7000-8000-000000000008", "seal");
    EXPECT_EQ(next.number.value, 3);
    EXPECT_GT(add_user(writing, {{1}, {0}, "Zoe", next.number, {}, false, ""}).value,
              clinic.holm.user_no);
  });
}

TEST(Erasure, an_import_that_began_before_does_not_bring_them_back) {
  Leaving clinic;
  clinic.give_sign_in(clinic.amina, "amina.berg");
  service::IncomingClinic incoming;
  incoming.people = {{"Patient/a", "Amina Berg", "Berg", {}, false, "Organization/n"}};
  incoming.visits = {{"Encounter/1", "Patient/a", "", "", clinic.clock.now()}};
  ASSERT_TRUE(clinic.erase().accepted());
  service::take_in_clinic(clinic.service, incoming, {"Clinic", "Europe/Stockholm"});
  EXPECT_FALSE(service::person_named(clinic.service, "Patient/a"));
}

TEST(Erasure, a_team_of_the_person_alone_keeps_no_name_and_no_member) {
  Leaving clinic;
  clinic.give_sign_in(clinic.amina, "amina.berg");
  clinic.import({resource("CareTeam", "own", R"({"subject":{"reference":"Patient\/a"}})")});
  service::IncomingClinic incoming;
  incoming.professionals = {{"Practitioner/l", "Dr Lind"}};
  incoming.teams = {{"CareTeam/own", "Team of Amina Berg", "Patient/a", "", {"Practitioner/l"}}};
  service::take_in_clinic(clinic.service, incoming, {"Clinic", "Europe/Stockholm"});
  ASSERT_TRUE(clinic.erase().accepted());
  clinic.look([](const sql::Reading& r) {
    EXPECT_EQ(r.integer("SELECT count(*) FROM teams WHERE name LIKE '%Amina%' "
                        "OR source_reference = 'CareTeam/own'",
                        {}),
              0);
    return 0;
  });
}

TEST(Erasure, asks_for_the_password_and_that_it_is_understood) {
  Leaving clinic;
  clinic.give_sign_in(clinic.amina, "amina.berg");
  EXPECT_EQ(clinic.erase("a long password of hers", false).refusal().faults()[0].field,
            "understood");
  EXPECT_FALSE(clinic.erase("another").accepted());
  service::Caller ada;
  ada.home = {1};
  ada.administrator = true;
  EXPECT_FALSE(service::erase_record(clinic.service, ada, {"x", true}).accepted());
  EXPECT_TRUE(clinic.look(
      [&](const sql::Reading& r) { return person_by_source(r, "Patient/a").has_value(); }));
}

TEST(Erasure, is_done_for_somebody_without_a_sign_in_by_whoever_owns_the_folder) {
  Leaving clinic(testing::Where::in_a_file);
  const std::string id = clinic.id_of(clinic.amina).text();
  EXPECT_FALSE(service::person_named(clinic.service, "Patient/nobody"));
  EXPECT_EQ(service::person_named(clinic.service, "Patient/a"),
            service::person_named(clinic.service, id));
  service::erase_at_their_wish(clinic.service, service::person_named(clinic.service, id).value());
  EXPECT_FALSE(service::person_named(clinic.service, id));
  EXPECT_EQ(clinic.all_bytes().find("Walk to the market"), std::string::npos);
  EXPECT_TRUE(clinic.look([](const sql::Reading& r) { return verify_all(r); }).findings.empty());
}

TEST(Erasure, whoever_helped_others_is_no_longer_named_there_and_helpers_of_nobody_go) {
  Leaving clinic;
  clinic.give_sign_in(clinic.amina, "amina.berg");
  // Bo asks Amina, and a neighbour who helps nobody but Amina.
  const auto of_bo = service::ask_for_support(clinic.service, clinic.bo,
                                              {"Amina", "contribute", "30"}, clinic.once());
  ASSERT_TRUE(service::take_on_support(clinic.service, clinic.amina, of_bo.value()).accepted());
  ASSERT_TRUE(service::keep_preparation(clinic.service, clinic.amina,
                                        RecordOf::supported(clinic.id_of(clinic.bo)),
                                        {{{PrepQuestion::matters}, "Sleep"}}, clinic.once())
                  .accepted());
  const auto of_amina = service::ask_for_support(clinic.service, clinic.amina,
                                                 {"Neighbour", "plan", "30"}, clinic.once());
  ASSERT_TRUE(service::join_as_supporter(
                  clinic.service, of_amina.value(),
                  {"Nina Neighbour", "", "", "nina.n", "a password as long", "a password as long"})
                  .accepted());
  ASSERT_TRUE(clinic.erase().accepted());
  clinic.look([&](const sql::Reading& r) {
    EXPECT_EQ(r.integer("SELECT count(*) FROM users WHERE name LIKE 'Nina%'", {}), 0);
    EXPECT_EQ(r.integer("SELECT count(*) FROM logins WHERE login_name = 'nina.n'", {}), 0);
    EXPECT_EQ(r.integer("SELECT count(*) FROM preparations WHERE writer_name LIKE 'Amina%'", {}),
              0);
    EXPECT_EQ(r.integer("SELECT count(*) FROM supporters WHERE called LIKE '%Amina%'", {}), 0);
    EXPECT_EQ(r.integer("SELECT count(*) FROM preparation_lines WHERE answer = 'Sleep'", {}), 0);
    EXPECT_EQ(
        r.integer("SELECT count(*) FROM supporters WHERE user_no = ?1", {clinic.amina.user_no}), 0);
    return 0;
  });
  const auto looks =
      service::read_history(clinic.service, clinic.bo, OwnEntries::shown, 0).value().entries;
  EXPECT_EQ(looks[0].act, "helper_erased");
  EXPECT_TRUE(clinic.look([](const sql::Reading& r) { return verify_all(r); }).findings.empty());
}

}  // namespace alongside::record
