// SPDX-License-Identifier: Apache-2.0
// What was said elsewhere comes in once, and what the person states here stays.
#include "service/take_in_aims.h"

#include <gtest/gtest.h>

#include "clinic.h"
#include "service/read_record.h"
#include "service/state_aim.h"
#include "service/understand_aim.h"

namespace alongside::service {
namespace {

IncomingAim sea(std::string words, std::string hash) {
  IncomingAim aim;
  aim.reference = "Goal/sea";
  aim.content_hash = std::move(hash);
  aim.person = "Patient/a";
  aim.voice = Voice::the_person;
  aim.words = std::move(words);
  return aim;
}

TakenAims take(testing::Clinic& clinic, const IncomingAim& aim) {
  IncomingClinic incoming;
  incoming.aims = {aim};
  return take_in_clinic(clinic.service, incoming, {"Clinic", "Etc/UTC"}).aims;
}

RecordView own_record(testing::Clinic& clinic) {
  return read_record(clinic.service, clinic.amina, RecordOf::own(), "my page").value();
}

}  // namespace

TEST(TakeInAims, the_same_again_changes_nothing) {
  testing::Clinic clinic;
  EXPECT_EQ(take(clinic, sea("See the sea", "1")).aims, 1);
  EXPECT_EQ(take(clinic, sea("See the sea", "1")).aims, 0);
  ASSERT_EQ(own_record(clinic).aims.size(), 1U);
  EXPECT_EQ(own_record(clinic).aims[0].words(), "See the sea");
  EXPECT_FALSE(own_record(clinic).aims[0].statement().horizon.has_value());
}

TEST(TakeInAims, words_are_added_and_those_stated_here_stay) {
  testing::Clinic clinic;
  take(clinic, sea("See the sea", "1"));
  const auto id = own_record(clinic).aims[0].id;
  ASSERT_TRUE(
      restate_aim(clinic.service, clinic.amina, id, {"See the sea with Ali", "", "", "", ""}, "k")
          .accepted());
  take(clinic, sea("See the sea", "2"));  // Something else changed there.
  EXPECT_EQ(own_record(clinic).aims[0].words(), "See the sea with Ali");
  take(clinic, sea("Swim in the sea", "3"));
  EXPECT_EQ(own_record(clinic).aims[0].words(), "Swim in the sea");
  EXPECT_EQ(own_record(clinic).aims[0].original_words(), "See the sea");
  EXPECT_EQ(own_record(clinic).aims[0].versions.size(), 3U);
}

TEST(TakeInAims, what_is_over_or_an_error_there_is_let_go_here) {
  testing::Clinic clinic;
  IncomingAim aim = sea("See the sea", "1");
  aim.standing = Standing::error;
  EXPECT_EQ(take(clinic, aim).aims, 0);
  EXPECT_TRUE(own_record(clinic).aims.empty());
  take(clinic, sea("See the sea", "2"));
  aim.standing = Standing::over;
  aim.content_hash = "3";
  take(clinic, aim);
  EXPECT_EQ(own_record(clinic).aims[0].state, AimState::let_go);
}

TEST(TakeInAims, what_the_person_took_up_again_here_stays_until_the_source_changes_its_mind) {
  testing::Clinic clinic;
  IncomingAim aim = sea("See the sea", "1");
  take(clinic, aim);
  aim.standing = Standing::over;
  aim.content_hash = "2";
  take(clinic, aim);
  const auto id = own_record(clinic).aims[0].id;
  ASSERT_TRUE(take_up_aim(clinic.service, clinic.amina, id, "k").accepted());
  aim.content_hash = "3";  // Something else changed there.
  take(clinic, aim);
  EXPECT_EQ(own_record(clinic).aims[0].state, AimState::held);
  aim.standing = Standing::holds;
  aim.content_hash = "4";
  take(clinic, aim);
  aim.voice = Voice::somebody_else;  // It was never the person who said it.
  aim.content_hash = "5";
  take(clinic, aim);
  EXPECT_EQ(own_record(clinic).aims[0].state, AimState::let_go);
}

TEST(TakeInAims, a_planned_start_does_not_hide_a_reading_back) {
  testing::Clinic clinic;
  IncomingAim aim = sea("See the sea", "1");
  aim.stated = Instant{clinic.service.now().utc_ms + 30 * ms_a_day};
  take(clinic, aim);
  const auto id = own_record(clinic).aims[0].id;
  ASSERT_TRUE(read_aim_back(clinic.service, clinic.lind, clinic.id_of(clinic.amina), id, "So", "k")
                  .accepted());
  EXPECT_NE(own_record(clinic).aims[0].latest_read_back(), nullptr);
}

TEST(TakeInAims, long_words_are_kept_whole_and_endless_ones_are_named) {
  testing::Clinic clinic;
  const std::string words(aim_words_elsewhere_characters_max, 'a');
  EXPECT_EQ(take(clinic, sea(words, "1")).left_out, 0);
  EXPECT_EQ(own_record(clinic).aims[0].words(), words);
  EXPECT_EQ(take(clinic, sea(words + "a", "2")).left_out, 1);
  EXPECT_EQ(take(clinic, sea("", "3")).left_out, 1);
}

TEST(TakeInAims, a_rating_waits_for_its_aim_can_be_put_right_and_taken_back) {
  testing::Clinic clinic;
  IncomingRating rating;
  rating.reference = "Observation/s";
  rating.person = "Patient/a";
  rating.aim = "Goal/sea";
  rating.level = Level::from(1).value();
  rating.rated = Instant{5};
  const auto rate = [&] {
    IncomingClinic incoming;
    incoming.ratings = {rating};
    return take_in_clinic(clinic.service, incoming, {"Clinic", "Etc/UTC"});
  };
  take(clinic, sea("See the sea", "1"));
  EXPECT_EQ(rate().aims.ratings, 1);
  EXPECT_EQ(rate().aims.ratings, 0);
  rating.level = Level::from(-1).value();
  EXPECT_EQ(rate().aims.ratings, 1);
  const auto ratings = own_record(clinic).ratings;
  ASSERT_EQ(ratings.begin()->second.size(), 1U);
  EXPECT_EQ(ratings.begin()->second[0].level, Level::from(-1).value());
  rating.standing = Standing::error;
  EXPECT_EQ(rate().aims.ratings, 1);
  EXPECT_TRUE(own_record(clinic).ratings.empty());
}

}  // namespace alongside::service
