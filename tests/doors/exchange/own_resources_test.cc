// SPDX-License-Identifier: Apache-2.0
// What Amina said here, as her hospital's programs find it.
#include "doors/exchange/own_resources.h"

#include "doors/exchange/server/served.h"
#include "foundation/fhir/validator.h"
#include "service/prepare.h"
#include "service/read_record.h"
#include "service/state_aim.h"

namespace alongside::exchange {

class OwnResourcesTest : public Served {
 protected:
  std::size_t aims() {
    return service::read_record(clinic.service, clinic.amina, RecordOf::own(), "me")
        .value()
        .aims.size();
  }
};

TEST_F(OwnResourcesTest, an_aim_is_a_goal_in_her_words_and_each_change_a_version) {
  const Id<Aim> aim = clinic.walking_aim();
  const auto found = get("Goal?patient=a");
  ASSERT_EQ(entries(found), (std::vector<std::string>{"match Goal/" + aim.text()}));
  const JsonValue goal = read(get("Goal/" + aim.text()));
  EXPECT_TRUE(fhir::validate(goal).empty());
  EXPECT_EQ(text(goal, "/description/text"), "Walk to the market");
  EXPECT_EQ(text(goal, "/expressedBy/reference"), "Patient/a");
  EXPECT_EQ(text(goal, "/meta/versionId"), "1");
  EXPECT_EQ(text(read(get("Goal/" + aim.text())), "/meta/versionId"), "1");
  ASSERT_TRUE(service::restate_aim(clinic.service, clinic.amina, aim,
                                   {"Walk to the lake", "soon", "", "8", ""}, clinic.once()));
  EXPECT_EQ(text(read(get("Goal/" + aim.text())), "/description/text"), "Walk to the lake");
  EXPECT_EQ(text(read(get("Goal/" + aim.text() + "/_history/1")), "/description/text"),
            "Walk to the market");
  EXPECT_EQ(text(read(get("List?patient=a")), "/entry/0/resource/entry/0/item/reference"),
            "Goal/" + aim.text());
}

TEST_F(OwnResourcesTest, what_comes_back_as_it_went_out_is_not_taken_in_twice) {
  const Id<Aim> aim = clinic.walking_aim();
  const auto served = get("Goal/" + aim.text());
  EXPECT_EQ(put("Goal/" + aim.text(), served.body).status, 200);
  EXPECT_EQ(aims(), 1U);
  EXPECT_EQ(text(read(get("Goal/" + aim.text())), "/meta/versionId"), "1");
}

TEST_F(OwnResourcesTest, her_own_program_may_say_it_anew) {
  const Id<Aim> aim = clinic.walking_aim();
  std::string goal = get("Goal/" + aim.text()).body;
  const std::string before = "Walk to the market";
  for (std::size_t at = goal.find(before); at != std::string::npos; at = goal.find(before, at))
    goal.replace(at, before.size(), "Swim");
  as(key_for("patient/*.cruds", "a"));
  EXPECT_EQ(put("Goal/" + aim.text(), goal).status, 200);
  const auto record = service::read_record(clinic.service, clinic.amina, RecordOf::own(), "me");
  ASSERT_EQ(record.value().aims.size(), 1U);
  EXPECT_EQ(record.value().aims.front().words(), "Swim");
  EXPECT_EQ(record.value().aims.front().original_words(), "Walk to the market");
}

TEST_F(OwnResourcesTest, what_a_program_adds_to_a_goal_stays_until_its_words_change) {
  const Id<Aim> aim = clinic.walking_aim();
  std::string goal = get("Goal/" + aim.text()).body;
  goal.insert(goal.rfind('}'), R"(,"statusDate":"2026-11-24")");
  EXPECT_EQ(put("Goal/" + aim.text(), goal).status, 200);
  clinic.walking_aim();
  EXPECT_EQ(text(read(get("Goal/" + aim.text())), "/statusDate"), "2026-11-24");
  EXPECT_EQ(text(read(get("Goal?patient=a")), "/total"), "2");
}

TEST_F(OwnResourcesTest, what_is_not_sent_yet_is_nobodys_but_hers) {
  const service::TypedIn typed = [](const std::string& field) {
    return field == "matters" ? std::string("A secret worry") : std::string();
  };
  ASSERT_TRUE(service::keep_preparation(clinic.service, clinic.amina, RecordOf::own(), typed,
                                        clinic.once()));
  EXPECT_EQ(text(read(get("QuestionnaireResponse?patient=a")), "/total"), "0");
  ASSERT_TRUE(
      service::send_preparation(clinic.service, clinic.amina, RecordOf::own(), clinic.once()));
  EXPECT_NE(get("QuestionnaireResponse?patient=a").body.find("secret"), std::string::npos);
}

TEST_F(OwnResourcesTest, of_somebody_else_are_not_among_them) {
  clinic.walking_aim();
  as(key_for("patient/*.rs", "b"));
  EXPECT_EQ(text(read(get("Goal")), "/total"), "0");
}

}  // namespace alongside::exchange
