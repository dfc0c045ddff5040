// SPDX-License-Identifier: Apache-2.0
// Sums that are kept equal counting everything anew, after late data, corrections, and time alone.
#include "record/rollups.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "lived.h"
#include "record/people.h"
#include "service/count_again.h"
#include "service/erase_record.h"

namespace alongside::record {
namespace {

using testing::Clinic;
using testing::LivedClinic;

struct Counting {
  Clinic& clinic;
  HomeNo home{1};
  Zone zone = clinic.service.database().read(
      [](const sql::Reading& reading) { return Zone::named(site(reading, {1})->zone).value(); });
  RollupsAt at() { return {home, zone, clinic.service.now()}; }
  void refresh(std::int64_t people_max = 1000) {
    clinic.service.database().write([&](sql::Writing& writing) {
      refresh_rollups(writing, at(), people_max);
      return 0;
    });
  }
  bool stand() {
    return clinic.service.database().read(
        [&](const sql::Reading& reading) { return rollups_stand(reading, at()); });
  }
  std::vector<std::string> differing() {
    return clinic.service.database().read(
        [&](const sql::Reading& reading) { return differing_rollups(reading, at()); });
  }
  std::int64_t rows(const char* statement) {
    return clinic.service.database().read(
        [&](const sql::Reading& reading) { return reading.integer(statement, {}); });
  }
  void later(std::int64_t days) {
    clinic.clock.move_to({clinic.clock.now().utc_ms + days * ms_a_day});
  }
};

constexpr const char* shares = "SELECT count(*) FROM rollup_shares WHERE person_no > 0";

}  // namespace

TEST(Rollups, equal_counting_anew_after_everything_that_people_do) {
  LivedClinic clinic;
  Counting counting{clinic};
  EXPECT_FALSE(counting.stand());
  counting.refresh();
  ASSERT_TRUE(counting.stand());
  EXPECT_GT(counting.rows(shares), 0);
  EXPECT_EQ(counting.differing(), std::vector<std::string>{});
}

TEST(Rollups, an_act_makes_one_person_wait_and_nobody_else) {
  LivedClinic clinic;
  Counting counting{clinic};
  counting.refresh();
  EXPECT_TRUE(
      service::hold_visit(clinic.service, clinic.lind, clinic.id_of(clinic.amina), clinic.once())
          .accepted());
  EXPECT_FALSE(counting.stand());
  EXPECT_EQ(counting.rows("SELECT count(*) FROM rollup_stale"), 1);
  counting.refresh();
  EXPECT_TRUE(counting.stand());
  EXPECT_EQ(counting.differing(), std::vector<std::string>{});
}

TEST(Rollups, time_alone_lets_more_be_counted) {
  LivedClinic clinic;
  Counting counting{clinic};
  counting.refresh();
  int waited = 0;
  for (int week = 0; week < 40; ++week) {
    counting.later(7);
    if (!counting.stand()) ++waited;
    counting.refresh();
    ASSERT_EQ(counting.differing(), std::vector<std::string>{}) << week;
  }
  EXPECT_GE(waited, 2);  // Only when something ripens.
  EXPECT_LT(waited, 20);
}

TEST(Rollups, an_erased_person_leaves_nothing_in_them) {
  LivedClinic clinic;
  Counting counting{clinic};
  counting.refresh();
  const std::int64_t before = counting.rows(shares);
  const PersonKey amina{{1}, *clinic.amina.person};
  service::erase_at_their_wish(clinic.service, amina);
  EXPECT_LT(counting.rows(shares), before);
  EXPECT_EQ(clinic.service.database().read([&](const sql::Reading& reading) {
    return reading.integer(
        "SELECT (SELECT count(*) FROM rollup_shares WHERE home_id = 1 AND person_no = ?1) + "
        "(SELECT count(*) FROM rollup_persons WHERE home_id = 1 AND person_no = ?1) + "
        "(SELECT count(*) FROM rollup_stale WHERE home_id = 1 AND person_no = ?1)",
        {amina.person.value});
  }),
            0);
  counting.refresh();
  EXPECT_EQ(counting.differing(), std::vector<std::string>{});
}

TEST(Rollups, another_time_zone_or_team_counts_all_anew) {
  LivedClinic clinic;
  Counting counting{clinic};
  counting.refresh();
  clinic.service.database().write([&](sql::Writing& writing) {
    writing.execute("DELETE FROM team_members WHERE home_id = 1 AND professional_no = ?1",
                    {clinic.holm.professional->value});
    return 0;
  });
  EXPECT_FALSE(counting.stand());
  counting.refresh();
  EXPECT_EQ(counting.differing(), std::vector<std::string>{});
  counting.zone = Zone::named("Pacific/Auckland").value();
  EXPECT_FALSE(counting.stand());
  counting.refresh();
  EXPECT_TRUE(counting.stand());
  EXPECT_EQ(counting.differing(), std::vector<std::string>{});
}

TEST(Rollups, a_chart_says_the_same_from_sums_and_from_rows) {
  LivedClinic clinic;
  Counting counting{clinic};
  const Id<Team> team = service::my_teams(clinic.service, clinic.lind).value().front().id;
  const auto counts = [&] {
    return clinic.service.database().read([&](const sql::Reading& reading) {
      std::vector<std::string> all;
      for (const Measure& measure : standard_measures()) {
        const TallyOf of{1, 1, Month::of(counting.zone.day_of(clinic.service.now())).plus(-23), 24};
        for (const MonthCount& month : counts_by_month(reading, of, measure, counting.at(), 0))
          all.push_back(measure.id + " " + std::to_string(month.share.count) + "/" +
                        std::to_string(month.share.of) + " " +
                        (month.value ? std::to_string(*month.value) : "-"));
      }
      return all;
    });
  };
  const auto from_rows = counts();
  service::count_all_again(clinic.service, [](std::int64_t) {});
  ASSERT_TRUE(counting.stand());
  EXPECT_EQ(counts(), from_rows);
  EXPECT_TRUE(service::read_team(clinic.service, clinic.lind, team).accepted());
}

// Rows come late, are corrected and are taken out, by hands that the acts do not have.
RC_GTEST_PROP(Rollups, equal_counting_anew_after_late_and_corrected_rows, ()) {
  static LivedClinic clinic;
  Counting counting{clinic};
  const std::int64_t now = clinic.service.now().utc_ms;
  const auto days = [](int most) { return *rc::gen::inRange<std::int64_t>(0, most) * ms_a_day; };
  const int changes = *rc::gen::inRange(1, 8);
  clinic.service.database().write([&](sql::Writing& writing) {
    for (int i = 0; i < changes; ++i) {
      const std::int64_t person = *rc::gen::inRange<std::int64_t>(1, 3);
      const std::int64_t at = now - days(700);
      switch (*rc::gen::inRange(0, 5)) {
        case 0:
          writing.execute(
              "INSERT INTO visits (home_id, person_no, visit_no, professional_no, held_ms, "
              "source_reference) SELECT 1, ?1, coalesce(max(visit_no), 0) + 1, 1, ?2, "
              "CAST(coalesce(max(visit_no), 0) AS text) "
              "FROM visits WHERE home_id = 1 AND person_no = ?1",
              {person, at});
          break;
        case 1:
          writing.execute(
              "UPDATE visits SET held_ms = ?2 WHERE home_id = 1 AND person_no = ?1 "
              "AND visit_no = (SELECT max(v.visit_no) FROM visits v WHERE v.home_id = 1 "
              "AND v.person_no = ?1)",
              {person, at});
          break;
        case 2:
          writing.execute("UPDATE aims SET stated_ms = ?2 WHERE home_id = 1 AND person_no = ?1",
                          {person, at});
          break;
        case 3:
          writing.execute(
              "INSERT INTO burdens (home_id, person_no, burden_no, kind, answer, said_ms) "
              "SELECT 1, ?1, coalesce(max(burden_no), 0) + 1, 'care', ?3, ?2 FROM burdens "
              "WHERE home_id = 1 AND person_no = ?1",
              {person, at, *rc::gen::inRange<std::int64_t>(0, 5)});
          break;
        default:
          writing.execute(
              "DELETE FROM burdens WHERE home_id = 1 AND person_no = ?1 AND said_ms > ?2",
              {person, at});
      }
      mark_stale(writing, {1}, {person});
    }
    return 0;
  });
  counting.refresh(1);
  counting.refresh();
  RC_ASSERT(counting.stand());
  RC_ASSERT(counting.differing() == std::vector<std::string>{});
}

}  // namespace alongside::record
