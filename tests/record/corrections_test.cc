// SPDX-License-Identifier: Apache-2.0
// Answered once, and a name put right wherever it stands.
#include "record/corrections.h"

#include <gtest/gtest.h>

#include "clinic.h"
#include "service/put_right.h"

namespace alongside::record {
namespace {

struct Correcting : testing::Clinic {
  Outcome<std::string> wrong(const std::string& about) {
    return service::say_what_is_wrong(service, amina, {about, "It is not so"}, once());
  }
  Outcome<std::string> answer(const service::Caller& by, const std::string& number,
                              const service::CorrectionReply& reply) {
    return service::answer_correction(service, by, id_of(amina), number, reply, once());
  }
  std::vector<Correction> all() {
    const PersonAccess own = access(amina);
    return service.database().read(
        [&](const sql::Reading& reading) { return corrections(reading, own); });
  }
  Person person_now() {
    const PersonAccess own = access(amina);
    return service.database().read(
        [&](const sql::Reading& reading) { return person(reading, own); });
  }
};

}  // namespace

TEST(Corrections, are_answered_once_by_somebody_who_serves_the_person) {
  Correcting clinic;
  ASSERT_TRUE(clinic.wrong("visit").accepted());
  EXPECT_FALSE(clinic.wrong("agreement.1").accepted());  // There is no such plan.
  EXPECT_FALSE(clinic.answer(clinic.holm, "1", {{"put_right", ""}, "", ""}).accepted());
  EXPECT_FALSE(clinic.answer(clinic.lind, "2", {{"put_right", ""}, "", ""}).accepted());
  ASSERT_TRUE(clinic.answer(clinic.lind, "1", {{"seen_differently", "Why"}, "", ""}).accepted());
  EXPECT_FALSE(clinic.answer(clinic.lind, "1", {{"put_right", ""}, "", ""}).accepted());
  const auto kept = clinic.all();
  ASSERT_EQ(kept.size(), 1U);
  EXPECT_EQ(kept[0].words.disclose(), "It is not so");
  EXPECT_EQ(kept[0].reason.disclose(), "Why");
  EXPECT_EQ(kept[0].answered_by, "Dr Lind");
}

TEST(Corrections, a_name_and_a_birthday_are_put_right_with_the_answer) {
  Correcting clinic;
  ASSERT_TRUE(clinic.wrong("identity").accepted());
  EXPECT_FALSE(clinic.answer(clinic.lind, "1", {{"put_right", ""}, " ", ""}).accepted());
  EXPECT_FALSE(clinic.answer(clinic.lind, "1", {{"put_right", ""}, "A", "1950-13-01"}).accepted());
  EXPECT_FALSE(clinic.answer(clinic.lind, "1", {{"put_right", ""}, "A", "2090-01-01"}).accepted());
  EXPECT_EQ(clinic.all()[0].answer, CorrectionAnswer::waiting);
  ASSERT_TRUE(
      clinic.answer(clinic.lind, "1", {{"put_right", ""}, "Amina Bergh", "1950-06-02"}).accepted());
  EXPECT_EQ(clinic.person_now().name.disclose(), "Amina Bergh");
  EXPECT_EQ(clinic.person_now().born, Day::of(1950, 6, 2));
  clinic.service.database().read([&](const sql::Reading& reading) {
    EXPECT_EQ(user(reading, {1}, {clinic.amina.user_no})->name, "Amina Bergh");
    return 0;
  });
}

TEST(Corrections, a_name_put_right_holds_until_the_source_says_something_else) {
  Correcting clinic;
  ASSERT_TRUE(clinic.wrong("identity").accepted());
  ASSERT_TRUE(clinic.answer(clinic.lind, "1", {{"put_right", ""}, "Amina Bergh", ""}).accepted());
  EXPECT_EQ(clinic.person_now().born, Day::of(1950, 6, 1));  // Nothing typed: it stays.
  service::IncomingClinic incoming;
  incoming.people = {{"Patient/a", "Amina Berg", "Berg", Day::of(1950, 6, 1), false, "", true}};
  service::take_in_clinic(clinic.service, incoming, {"Clinic", "Europe/Stockholm"});
  EXPECT_EQ(clinic.person_now().name.disclose(), "Amina Bergh");
  incoming.people[0].as_before = false;
  service::take_in_clinic(clinic.service, incoming, {"Clinic", "Europe/Stockholm"});
  EXPECT_EQ(clinic.person_now().name.disclose(), "Amina Berg");
}

TEST(Corrections, seen_differently_changes_no_name) {
  Correcting clinic;
  ASSERT_TRUE(clinic.wrong("identity").accepted());
  ASSERT_TRUE(
      clinic.answer(clinic.lind, "1", {{"seen_differently", "Your passport"}, "X", ""}).accepted());
  EXPECT_EQ(clinic.person_now().name.disclose(), "Amina Berg");
}

}  // namespace alongside::record
