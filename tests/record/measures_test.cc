// SPDX-License-Identifier: Apache-2.0
// Elicited, addressed, attained: counted as their definitions say.
#include "record/measures.h"

#include <gtest/gtest.h>

#include "clinic.h"
#include "service/agree.h"
#include "service/contribute.h"
#include "service/hold_visit.h"
#include "service/judge_attainment.h"
#include "service/my_people.h"
#include "service/read_chart.h"
#include "service/understand_aim.h"

namespace alongside::record {
namespace {

struct Counted : testing::Clinic {
  Id<Team> team = Id<Team>::make({0}, randomness);
  Counted() {
    const auto found = service::my_teams(service, lind).value();
    team = found.front().id;
  }
  void days_later(std::int64_t days) { clock.move_to({clock.now().utc_ms + days * ms_a_day}); }
  std::vector<Proportion> shares(std::size_t measure) {
    std::vector<Proportion> found;
    const service::TeamView view = service::read_team(service, lind, team).value();
    for (const auto& point : view.charts[measure].reading.points)
      if (point.share.of > 0) found.push_back(point.share);
    return found;
  }
  void visit() { EXPECT_TRUE(service::hold_visit(service, lind, id_of(amina), once()).accepted()); }
};

}  // namespace

TEST(AimAsked, counts_visits_with_an_aim_said_or_read_back_within_14_days) {
  Counted clinic;
  clinic.visit();  // Nothing asked.
  clinic.days_later(1);
  const auto aim = clinic.walking_aim();
  clinic.visit();  // Asked the same day.
  clinic.days_later(13);
  clinic.visit();  // 13 days later still counts.
  clinic.days_later(2);
  clinic.visit();  // 15 days later does not.
  clinic.days_later(1);
  EXPECT_TRUE(service::read_aim_back(clinic.service, clinic.lind, clinic.id_of(clinic.amina), aim,
                                     "So", clinic.once())
                  .accepted());
  clinic.visit();  // Read back in the visit.
  std::int64_t counted = 0;
  std::int64_t of = 0;
  for (const Proportion& share : clinic.shares(0)) {
    counted += share.count;
    of += share.of;
  }
  EXPECT_EQ((Proportion{counted, of}), (Proportion{3, 5}));
}

TEST(AimAddressed, waits_30_days_and_counts_agreements_within_them) {
  Counted clinic;
  const auto late = clinic.walking_aim();
  const auto soon = clinic.walking_aim();
  clinic.walking_aim();
  const auto agree_on = [&](const Id<Aim>& aim) {
    EXPECT_TRUE(
        service::agree(clinic.service, clinic.lind, clinic.id_of(clinic.amina),
                       {"conversation",
                        "flexible",
                        "",
                        {{"person", "Walk", "", "", ""}, {"professional", "Call", "", "", ""}}},
                       {aim.text()}, clinic.once())
            .accepted());
  };
  agree_on(soon);
  EXPECT_TRUE(clinic.shares(1).empty());  // Too young to be counted.
  clinic.days_later(31);
  agree_on(late);
  EXPECT_EQ(clinic.shares(1), (std::vector<Proportion>{{1, 3}}));
}

TEST(AimAttained, counts_the_persons_own_word_from_day_14_on) {
  Counted clinic;
  const auto aim = clinic.walking_aim();
  const auto rate = [&](const service::Caller& caller, const RecordOf& whose, const char* level) {
    EXPECT_TRUE(service::judge_attainment(clinic.service, caller, whose, aim, level, clinic.once())
                    .accepted());
  };
  rate(clinic.amina, RecordOf::own(), "2");  // The first day is no follow-up.
  clinic.days_later(20);
  rate(clinic.lind, RecordOf::person(clinic.id_of(clinic.amina)), "2");
  EXPECT_TRUE(clinic.shares(2).empty());  // A professional's word does not count.
  rate(clinic.amina, RecordOf::own(), "1");
  rate(clinic.amina, RecordOf::own(), "-1");  // The last word of the month holds.
  clinic.days_later(31);
  rate(clinic.amina, RecordOf::own(), "0");
  EXPECT_EQ(clinic.shares(2), (std::vector<Proportion>{{0, 1}, {1, 1}}));
}

namespace {

/// The latest month with anything, of one measure among all.
const ChartPoint* latest(const service::TeamView& view, std::string_view measure) {
  for (const service::MeasuredChart& chart : view.charts)
    if (chart.measure.id == measure)
      for (auto point = chart.reading.points.rbegin(); point != chart.reading.points.rend();
           ++point)
        if (point->share.of > 0) return &*point;
  return nullptr;
}

service::TeamView all_of(Counted& clinic) {
  return service::read_team(clinic.service, clinic.lind, clinic.team, service::TeamCharts::all)
      .value();
}

}  // namespace

TEST(PromisesKept, counts_our_side_s_actions_by_the_day_they_were_due) {
  Counted clinic;
  const auto aim = clinic.walking_aim();
  const Id<Person> person = clinic.id_of(clinic.amina);
  for (const std::string day : {"2026-11-26", "2026-11-27", "2027-03-01"})
    EXPECT_TRUE(service::agree(clinic.service, clinic.lind, person,
                               {"conversation",
                                "flexible",
                                "",
                                {{"person", "Walk", "", day == "2027-03-01" ? "" : "60", ""},
                                 {"professional", "Call", day, "", ""}}},
                               {aim.text()}, clinic.once())
                    .accepted());
  EXPECT_TRUE(
      service::tick_promise(clinic.service, clinic.lind, person, "1.2", clinic.once()).accepted());
  EXPECT_EQ(latest(all_of(clinic), "promises_kept"), nullptr);  // Nothing is due yet.
  clinic.days_later(5);
  const auto view = all_of(clinic);
  ASSERT_NE(latest(view, "promises_kept"), nullptr);
  EXPECT_EQ(latest(view, "promises_kept")->share, (Proportion{1, 2}));
  // Two plans say minutes: their median is 60.
  EXPECT_EQ(latest(view, "work_asked")->share.of, 2);
  EXPECT_EQ(latest(view, "work_asked")->value, 60.0);
}

TEST(RaterGap, counts_aims_that_both_rated_within_two_weeks) {
  Counted clinic;
  const auto aim = clinic.walking_aim();
  const auto rate = [&](const service::Caller& caller, const RecordOf& whose, const char* level) {
    EXPECT_TRUE(service::judge_attainment(clinic.service, caller, whose, aim, level, clinic.once())
                    .accepted());
  };
  const RecordOf hers = RecordOf::person(clinic.id_of(clinic.amina));
  rate(clinic.amina, RecordOf::own(), "0");
  EXPECT_EQ(latest(all_of(clinic), "rater_gap"), nullptr);
  rate(clinic.lind, hers, "1");
  EXPECT_EQ(latest(all_of(clinic), "rater_gap")->share, (Proportion{1, 1}));
  clinic.days_later(20);
  rate(clinic.amina, RecordOf::own(), "1");
  EXPECT_EQ(latest(all_of(clinic), "rater_gap")->share, (Proportion{1, 1}));  // November still.
  rate(clinic.lind, hers, "1");
  EXPECT_EQ(latest(all_of(clinic), "rater_gap")->share, (Proportion{0, 1}));
}

TEST(FollowUpOnTime, waits_half_a_year_and_looks_back) {
  Counted clinic;
  const auto aim = clinic.walking_aim();
  clinic.days_later(10);  // Too early to count.
  const auto rate = [&] {
    EXPECT_TRUE(service::judge_attainment(clinic.service, clinic.amina, RecordOf::own(), aim, "0",
                                          clinic.once())
                    .accepted());
  };
  rate();
  clinic.days_later(171);
  EXPECT_EQ(latest(all_of(clinic), "follow_up_on_time"), nullptr);
  clinic.days_later(2);
  EXPECT_EQ(latest(all_of(clinic), "follow_up_on_time")->share, (Proportion{0, 1}));
  clinic.clock.move_to(testing::tuesday_morning());
  clinic.days_later(20);
  rate();
  clinic.days_later(170);
  EXPECT_EQ(latest(all_of(clinic), "follow_up_on_time")->share, (Proportion{1, 1}));
}

}  // namespace alongside::record
