// SPDX-License-Identifier: Apache-2.0
// Words are only ever added; the first ones stay.
#include "record/aims.h"

#include <gtest/gtest.h>

#include "clinic.h"

namespace alongside::record {

TEST(Aims, the_original_words_are_never_overwritten) {
  testing::Clinic clinic;
  const auto id = clinic.walking_aim();
  const PersonAccess access = clinic.access(clinic.amina);
  clinic.service.database().write([&](sql::Writing& w) {
    const auto before = aim(w, access, id);
    add_version(w, access, before->number,
                AimStatement::from({"Dance", "long_term", "", "", ""}).value(), {9});
    const auto after = aim(w, access, id);
    EXPECT_EQ(after->words(), "Dance");
    EXPECT_EQ(after->original_words(), "Walk to the market");
    EXPECT_TRUE(after->restated());
    EXPECT_EQ(after->statement().horizon, Horizon::long_term);
  });
}

TEST(Aims, the_latest_levels_hold_and_an_aim_let_go_comes_back_last) {
  testing::Clinic clinic;
  const auto first = clinic.walking_aim();
  const auto second = clinic.walking_aim();
  const PersonAccess access = clinic.access(clinic.amina);
  clinic.service.database().write([&](sql::Writing& w) {
    const AimNo number = aim(w, access, first)->number;
    add_scale(w, access, number, AttainmentScale::from({"", "x", "y", "", ""}).value(), {9});
    EXPECT_EQ(aim(w, access, first)->scale->words(Level::now()), "x");
    let_go(w, access, number, {9});
    EXPECT_EQ(order_of_aims(w, access).size(), 1U);
    take_up(w, access, number);
    EXPECT_EQ(order_of_aims(w, access).back(), number);
    EXPECT_EQ(aims(w, access).front().id, second);
  });
}

TEST(Aims, a_reading_back_is_about_the_words_as_they_stand) {
  testing::Clinic clinic;
  const auto id = clinic.walking_aim();
  const PersonAccess access = clinic.access(clinic.amina);
  clinic.service.database().write([&](sql::Writing& w) {
    const AimNo number = aim(w, access, id)->number;
    add_read_back(w, access, number, *clinic.lind.professional, Private(std::string("So")),
                  clinic.service.now());
    answer_read_back(w, access, number, 1, Understood::yes, Private(std::string()),
                     clinic.service.now());
    EXPECT_EQ(aim(w, access, id)->latest_read_back()->answer, Understood::yes);
    add_version(w, access, number, AimStatement::from({"Dance", "", "", "", ""}).value(),
                {clinic.service.now().utc_ms + 1});
    EXPECT_EQ(aim(w, access, id)->latest_read_back(), nullptr);
  });
}

}  // namespace alongside::record
