// SPDX-License-Identifier: Apache-2.0
// Joy is read for a team, from five answers on and once the month is over; never for one.
#include "service/say_joy.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "clinic.h"
#include "record/journal.h"
#include "service/my_people.h"
#include "service/permission.h"
#include "service/read_chart.h"

namespace alongside {
namespace {

using testing::Clinic;

struct JoyClinic : Clinic {
  Id<Team> team = service::my_teams(service, lind).value().front().id;

  void a_month_later() { clock.move_to({clock.now().utc_ms + 31 * ms_a_day}); }
  /// As if `count` colleagues answered this month.
  void others_say(int count, std::int64_t joy) {
    for (int i = 0; i < count; ++i)
      service.database().write([&](sql::Writing& writing) {
        const auto access = Permission::to_team(writing, lind, team, service.now());
        const std::string key = "k" + std::to_string(keys_++);
        writing.execute(
            "INSERT INTO joy_answers (home_id, team_no, month_no, answer_key, joy) "
            "VALUES (?1, ?2, ?3, ?4, ?5)",
            {access.value().home(), access.value().number(),
             Month::of(Zone::named("UTC").value().day_of(service.now())).number, key, joy});
        return 0;
      });
  }
  /// Months of the chart with a value.
  std::vector<Proportion> shown() {
    const auto read = service::read_measure(service, lind, team, "joy", {});
    std::vector<Proportion> months;
    for (const ChartPoint& point : read.value().charts.front().reading.points)
      if (point.value) months.push_back(point.share);
    return months;
  }

 private:
  int keys_ = 0;
};

}  // namespace

TEST(SayJoy, once_a_month_for_each_team) {
  JoyClinic clinic;
  ASSERT_EQ(service::joy_waits_for(clinic.service, clinic.lind).size(), 1U);
  EXPECT_EQ(service::say_joy(clinic.service, clinic.lind, clinic.team, "", clinic.once())
                .refusal()
                .faults()
                .front()
                .key,
            "joy.missing");
  EXPECT_TRUE(
      service::say_joy(clinic.service, clinic.lind, clinic.team, "4", clinic.once()).accepted());
  EXPECT_TRUE(service::joy_waits_for(clinic.service, clinic.lind).empty());
  EXPECT_FALSE(
      service::say_joy(clinic.service, clinic.lind, clinic.team, "0", clinic.once()).accepted());
  clinic.a_month_later();
  EXPECT_EQ(service::joy_waits_for(clinic.service, clinic.lind).size(), 1U);
}

TEST(SayJoy, nobody_answers_for_a_team_they_are_not_on) {
  JoyClinic clinic;
  for (const service::Caller& other : {clinic.holm, clinic.amina})
    EXPECT_FALSE(
        service::say_joy(clinic.service, other, clinic.team, "4", clinic.once()).accepted());
}

TEST(SayJoy, four_answers_are_shown_to_nobody_and_five_once_the_month_is_over) {
  JoyClinic clinic;
  clinic.others_say(4, 4);
  clinic.a_month_later();
  clinic.others_say(4, 3);
  EXPECT_TRUE(clinic.shown().empty());
  EXPECT_TRUE(
      service::say_joy(clinic.service, clinic.lind, clinic.team, "2", clinic.once()).accepted());
  EXPECT_TRUE(clinic.shown().empty());
  clinic.a_month_later();
  EXPECT_TRUE(clinic.shown().empty());
  clinic.others_say(1, 1);
  EXPECT_EQ(clinic.shown(), (std::vector<Proportion>{{4, 5}}));
}

}  // namespace alongside
