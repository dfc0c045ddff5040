// SPDX-License-Identifier: Apache-2.0
// What sending does, to whom it is seen, and that it is done once.
#include "service/prepare.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "clinic.h"
#include "record/agreements.h"
#include "record/aims.h"
#include "record/numbers.h"
#include "record/supporters.h"
#include "service/ask_number.h"
#include "service/describe_life.h"
#include "service/hold_visit.h"
#include "service/read_record.h"
#include "service/support.h"

namespace alongside::service {
namespace {

struct Preparing : testing::Clinic {
  void keep(const Caller& who, const RecordOf& whose, const std::vector<PrepTyped>& typed) {
    ASSERT_TRUE(keep_preparation(service, who, whose, typed, once()).accepted());
  }
  void keep(const std::vector<PrepTyped>& typed) { keep(amina, RecordOf::own(), typed); }
  void send() { ASSERT_TRUE(send_preparation(service, amina, RecordOf::own(), once()).accepted()); }
  RecordView seen_by_lind() {
    return read_record(service, lind, RecordOf::person(id_of(amina)), "shared page").value();
  }
  std::size_t burdens() {
    const PersonAccess own = access(amina);
    return service.database().read(
        [&](const sql::Reading& reading) { return record::burdens(reading, own).size(); });
  }
};

const PrepAsked matters{PrepQuestion::matters};
const PrepAsked care{PrepQuestion::care};

TEST(Prepare, the_first_words_of_somebody_without_an_aim_are_their_first_aim) {
  Preparing clinic;
  clinic.keep({{matters, "See my grandchild grow"}});
  EXPECT_TRUE(clinic.seen_by_lind().aims.empty());
  clinic.send();
  const RecordView view = clinic.seen_by_lind();
  ASSERT_EQ(view.aims.size(), 1u);
  EXPECT_EQ(view.aims[0].words(), "See my grandchild grow");
}

TEST(Prepare, somebody_with_an_aim_keeps_it_and_their_words_are_a_line) {
  Preparing clinic;
  clinic.walking_aim();
  clinic.keep({{matters, "The heat"}, {{PrepQuestion::still_right, 1}, "yes"}});
  clinic.send();
  const RecordView view = clinic.seen_by_lind();
  ASSERT_EQ(view.aims.size(), 1u);
  EXPECT_EQ(view.aims[0].words(), "Walk to the market");
  EXPECT_EQ(view.aims[0].confirmed_at, clinic.clock.now());
  EXPECT_EQ(*view.prepared.at(0).shown(matters), "The heat");
}

TEST(Prepare, new_words_make_a_version_and_the_first_words_stay) {
  Preparing clinic;
  clinic.walking_aim();
  clinic.keep({{{PrepQuestion::new_words, 1}, "Walk to the sea"}});
  clinic.send();
  const Aim aim = clinic.seen_by_lind().aims.at(0);
  EXPECT_EQ(aim.words(), "Walk to the sea");
  EXPECT_EQ(aim.original_words(), "Walk to the market");
  EXPECT_EQ(aim.statement().importance, 8);
}

TEST(Prepare, what_is_sent_again_and_says_the_same_is_done_once) {
  Preparing clinic;
  clinic.keep({{matters, "Sleep"}, {care, "3"}});
  clinic.send();
  EXPECT_EQ(clinic.burdens(), 1u);
  clinic.keep({{matters, "Sleep, and my back"}, {care, "3"}});
  EXPECT_EQ(*clinic.seen_by_lind().prepared.at(0).shown(matters), "Sleep");
  clinic.send();
  EXPECT_EQ(clinic.burdens(), 1u);
  EXPECT_EQ(*clinic.seen_by_lind().prepared.at(0).shown(matters), "Sleep, and my back");
  EXPECT_EQ(clinic.seen_by_lind().prepared.size(), 1u);
}

TEST(Prepare, a_line_taken_out_after_sending_takes_what_it_left_along) {
  Preparing clinic;
  clinic.keep({{matters, "Sleep"}, {care, "3"}});
  clinic.send();
  ASSERT_TRUE(
      move_line(clinic.service, clinic.amina, RecordOf::own(), "care", LineMove::out, clinic.once())
          .accepted());
  EXPECT_EQ(clinic.burdens(), 0u);
  const Preparation seen = clinic.seen_by_lind().prepared.at(0);
  EXPECT_EQ(seen.shown(care), nullptr);
  EXPECT_EQ(seen.state_of(care), PrepState::no_answer);
}

TEST(Prepare, a_line_that_was_taken_out_stays_out_while_it_says_the_same) {
  Preparing clinic;
  clinic.keep({{matters, "Sleep"}, {care, "3"}});
  ASSERT_TRUE(
      move_line(clinic.service, clinic.amina, RecordOf::own(), "care", LineMove::out, clinic.once())
          .accepted());
  clinic.keep({{matters, "Sleep well"}, {care, "3"}});
  clinic.send();
  EXPECT_EQ(clinic.seen_by_lind().prepared.at(0).shown(care), nullptr);
  EXPECT_EQ(clinic.burdens(), 0u);
}

TEST(Prepare, nothing_is_required_but_something_is_said) {
  Preparing clinic;
  clinic.keep({});
  EXPECT_EQ(send_preparation(clinic.service, clinic.amina, RecordOf::own(), clinic.once())
                .refusal()
                .key(),
            "prepare.nothing_yet");
}

TEST(Prepare, after_the_visit_it_has_been_talked_about) {
  Preparing clinic;
  clinic.keep({{matters, "Sleep"}});
  clinic.send();
  clinic.clock.move_to({clinic.clock.now().utc_ms + ms_an_hour});
  ASSERT_TRUE(hold_visit(clinic.service, clinic.lind, clinic.id_of(clinic.amina), clinic.once())
                  .accepted());
  EXPECT_TRUE(clinic.seen_by_lind().prepared.empty());
  EXPECT_EQ(read_preparation(clinic.service, clinic.amina, RecordOf::own()).value().shown(),
            nullptr);
}

TEST(Prepare, a_changed_life_is_a_new_version_and_the_same_life_is_none) {
  Preparing clinic;
  clinic.keep({{{PrepQuestion::commitments}, "Choir"}, {{PrepQuestion::minutes}, "40"}});
  clinic.send();
  const auto life = clinic.seen_by_lind().circumstances.value();
  EXPECT_EQ(life.commitments.disclose(), "Choir");
  EXPECT_EQ(life.to_spare, MinutesAWeek{40});
  clinic.clock.move_to({clinic.clock.now().utc_ms + ms_an_hour});
  clinic.keep({{{PrepQuestion::commitments}, "Choir"}, {{PrepQuestion::minutes}, "40"}});
  clinic.send();
  EXPECT_EQ(clinic.seen_by_lind().circumstances->stated_at, life.stated_at);
}

TEST(Prepare, only_the_person_may_let_others_write_their_words_down) {
  Preparing clinic;
  const auto asks = [&](const Caller& who, const RecordOf& whose) {
    const auto view = read_preparation(clinic.service, who, whose).value();
    return std::ranges::find(view.questions, PrepAsked{PrepQuestion::write_down}) !=
           view.questions.end();
  };
  EXPECT_TRUE(asks(clinic.amina, RecordOf::own()));
  EXPECT_FALSE(asks(clinic.lind, RecordOf::person(clinic.id_of(clinic.amina))));
  clinic.keep(clinic.lind, RecordOf::person(clinic.id_of(clinic.amina)),
              {{matters, "From paper"}, {{PrepQuestion::write_down}, "yes"}});
  ASSERT_TRUE(send_preparation(clinic.service, clinic.lind,
                               RecordOf::person(clinic.id_of(clinic.amina)), clinic.once())
                  .accepted());
  EXPECT_FALSE(clinic.seen_by_lind().wishes.write_down);
  clinic.keep({{{PrepQuestion::write_down}, "yes"}});
  clinic.send();
  EXPECT_TRUE(clinic.seen_by_lind().wishes.write_down.value_or(false));
}

TEST(Prepare, a_supporter_writes_under_their_own_name_and_changes_nothing) {
  Preparing clinic;
  clinic.walking_aim();
  const auto link =
      ask_for_support(clinic.service, clinic.amina, {"Bo", "contribute", "30"}, clinic.once());
  ASSERT_TRUE(take_on_support(clinic.service, clinic.bo, link.value()).accepted());
  const RecordOf whose = RecordOf::supported(clinic.id_of(clinic.amina));
  clinic.keep(clinic.bo, whose, {{matters, "She is tired"}, {care, "4"}});
  EXPECT_TRUE(clinic.seen_by_lind().prepared.empty());
  ASSERT_TRUE(send_preparation(clinic.service, clinic.bo, whose, clinic.once()).accepted());
  const Preparation seen = clinic.seen_by_lind().prepared.at(0);
  EXPECT_EQ(seen.writer, PrepWriter::supporter);
  EXPECT_EQ(seen.writer_name, "Bo Ek");
  EXPECT_EQ(clinic.burdens(), 0u);
  // The person's own draft is not the supporter's.
  EXPECT_EQ(read_preparation(clinic.service, clinic.amina, RecordOf::own()).value().shown(),
            nullptr);
  EXPECT_FALSE(read_preparation(clinic.service, clinic.bo, whose).value().life);
}

TEST(Prepare, a_number_is_answered_in_it_and_a_third_number_is_refused) {
  Preparing clinic;
  const Id<Aim> aim = clinic.walking_aim();
  const auto ask = [&](const std::string& words) {
    return ask_number(clinic.service, clinic.amina, aim, {words, "none", "worst", "down"},
                      clinic.once());
  };
  ASSERT_TRUE(ask("Pain").accepted());
  ASSERT_TRUE(ask("Fear").accepted());
  EXPECT_EQ(ask("Third").refusal().key(), "number.too_many");
  clinic.keep({{{PrepQuestion::number, 0, 1}, "0"}});
  clinic.send();
  const auto numbers = clinic.seen_by_lind().numbers;
  ASSERT_EQ(numbers.size(), 2u);
  EXPECT_EQ(numbers[0].latest()->value, 0);  // A zero was said.
  EXPECT_FALSE(numbers[1].latest());         // Nothing was.
  ASSERT_TRUE(stop_number(clinic.service, clinic.amina, aim, "1", clinic.once()).accepted());
  EXPECT_TRUE(ask("Third").accepted());
}

TEST(Prepare, what_is_taken_out_is_gone_however_often_it_was_sent) {
  Preparing clinic;
  clinic.keep({{matters, "Sleep"}, {care, "3"}, {{PrepQuestion::commitments}, "Choir"}});
  clinic.send();
  clinic.clock.move_to({clinic.clock.now().utc_ms + ms_an_hour});
  clinic.keep({{matters, "Sleep well"}, {care, "3"}, {{PrepQuestion::commitments}, "Choir"}});
  clinic.send();
  for (const std::string line : {"care", "commitments"})
    ASSERT_TRUE(
        move_line(clinic.service, clinic.amina, RecordOf::own(), line, LineMove::out, clinic.once())
            .accepted());
  EXPECT_EQ(clinic.burdens(), 0u);
  EXPECT_TRUE(clinic.seen_by_lind().circumstances->commitments.disclose().empty());
}

TEST(Prepare, a_line_taken_out_of_the_next_draft_goes_when_that_is_sent) {
  Preparing clinic;
  clinic.keep({{matters, "Sleep"}, {care, "3"}});
  clinic.send();
  clinic.keep({{matters, "Sleep well"}, {care, "3"}});
  ASSERT_TRUE(
      move_line(clinic.service, clinic.amina, RecordOf::own(), "care", LineMove::out, clinic.once())
          .accepted());
  EXPECT_EQ(clinic.burdens(), 1u);
  clinic.send();
  EXPECT_EQ(clinic.burdens(), 0u);
}

TEST(Prepare, an_older_word_about_a_life_does_not_come_back) {
  Preparing clinic;
  clinic.keep({{{PrepQuestion::commitments}, "Choir"}});
  clinic.send();
  clinic.clock.move_to({clinic.clock.now().utc_ms + ms_an_hour});
  ASSERT_TRUE(
      describe_life(clinic.service, clinic.amina, {"", "Chess", ""}, clinic.once()).accepted());
  clinic.keep({{matters, "Sleep"}, {{PrepQuestion::commitments}, "Choir"}});
  clinic.send();
  EXPECT_EQ(clinic.seen_by_lind().circumstances->commitments.disclose(), "Chess");
}

TEST(Prepare, a_copy_of_paper_names_who_copied_it_and_rewords_nothing) {
  Preparing clinic;
  const RecordOf whose = RecordOf::person(clinic.id_of(clinic.amina));
  clinic.keep(clinic.lind, whose, {{matters, "See the sea"}});
  ASSERT_TRUE(send_preparation(clinic.service, clinic.lind, whose, clinic.once()).accepted());
  EXPECT_EQ(clinic.seen_by_lind().aims.at(0).versions.at(0).written_by, "Dr Lind");
  clinic.keep(clinic.lind, whose, {{{PrepQuestion::new_words, 1}, "Stay in bed"}, {care, "1"}});
  ASSERT_TRUE(send_preparation(clinic.service, clinic.lind, whose, clinic.once()).accepted());
  EXPECT_EQ(clinic.seen_by_lind().aims.at(0).words(), "See the sea");
}

}  // namespace
}  // namespace alongside::service
