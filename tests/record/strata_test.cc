// SPDX-License-Identifier: Apache-2.0
// The parts of a measure are the whole: no unit is lost, none counts twice.
#include "record/strata.h"

#include <gtest/gtest.h>

#include "lived.h"

namespace alongside::record {

TEST(Strata, together_are_the_whole) {
  testing::LivedClinic clinic;
  const Zone zone = Zone::utc();
  const TallyOf of{1, 1, Month::of(zone.day_of(clinic.service.now())).plus(-23), 24};
  int with_units = 0;
  clinic.service.database().read([&](const sql::Reading& reading) {
    for (const Measure& measure : standard_measures()) {
      if (measure.rows != QueryRows::units) continue;
      const Tallies whole = tallies(reading, of, measure, zone, clinic.service.now());
      if (!whole.empty()) ++with_units;
      for (const SplitBy split : ways_to_split) {
        Tallies sum;
        const auto names = strata_of(split);
        for (const auto& [name, stratum] :
             strata(reading, of, measure, split, zone, clinic.service.now())) {
          EXPECT_NE(std::find(names.begin(), names.end(), name), names.end()) << name;
          EXPECT_GT(stratum.people, 0);
          for (const auto& [month, tally] : stratum.tallies)
            for (const auto& [value, units] : tally.units) sum[month].units[value] += units;
        }
        for (const auto& [month, tally] : whole)
          EXPECT_EQ(sum[month].units, tally.units) << measure.id << " " << code_of(split);
        EXPECT_EQ(sum.size(), whole.size()) << measure.id;
      }
    }
    return 0;
  });
  EXPECT_GT(with_units, 2);
}

TEST(Strata, a_unit_counts_by_what_was_agreed_before_it) {
  testing::Clinic clinic;
  const Zone zone = Zone::utc();
  const auto visit = [&] {
    EXPECT_TRUE(
        service::hold_visit(clinic.service, clinic.lind, clinic.id_of(clinic.amina), clinic.once())
            .accepted());
  };
  visit();
  clinic.clock.move_to({clinic.clock.now().utc_ms + ms_a_day});
  EXPECT_TRUE(service::agree(clinic.service, clinic.lind, clinic.id_of(clinic.amina),
                             {"doing_together",
                              "flexible",
                              "",
                              {{"person", "Walk daily", "", "60", ""},
                               {"professional", "Call on Friday", "", "", ""}},
                              {},
                              "no",
                              "",
                              "",
                              "",
                              ""},
                             {clinic.walking_aim().text()}, clinic.once())
                  .accepted());
  clinic.clock.move_to({clinic.clock.now().utc_ms + ms_a_day});
  visit();
  clinic.service.database().read([&](const sql::Reading& reading) {
    const TallyOf of{1, 1, Month::of(zone.day_of(clinic.service.now())), 1};
    const auto found = strata(reading, of, standard_measures().front(), SplitBy::shared_work, zone,
                              clinic.service.now());
    EXPECT_EQ(found.size(), 2U);
    EXPECT_EQ(found.at("none").people, 1);
    EXPECT_EQ(found.at("doing_together").people, 1);
    return 0;
  });
}

TEST(Strata, a_unit_counts_by_how_they_met_last) {
  testing::Clinic clinic;
  const Zone zone = Zone::utc();
  for (const std::string_view mode : {"at_home", "", "at_a_distance"}) {
    EXPECT_TRUE(service::hold_visit(clinic.service, clinic.lind, clinic.id_of(clinic.amina),
                                    clinic.once(), mode)
                    .accepted());
    clinic.clock.move_to({clinic.clock.now().utc_ms + ms_a_day});
  }
  clinic.service.database().read([&](const sql::Reading& reading) {
    const TallyOf of{1, 1, Month::of(zone.day_of(clinic.service.now())), 1};
    const auto found =
        strata(reading, of, standard_measures().front(), SplitBy::mode, zone, clinic.service.now());
    EXPECT_EQ(found.size(), 3U);
    EXPECT_EQ(found.at("at_home").people, 1);
    EXPECT_EQ(found.at("unknown").people, 1);
    EXPECT_EQ(found.at("at_a_distance").people, 1);
    return 0;
  });
}

}  // namespace alongside::record
