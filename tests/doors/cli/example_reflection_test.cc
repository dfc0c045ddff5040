// SPDX-License-Identifier: Apache-2.0
// A team's two years of thinking about its work, lived through the product's own acts.
#include "doors/cli/example_reflection.h"

#include <gtest/gtest.h>

#include "clinic.h"
#include "record/verify.h"
#include "service/my_people.h"
#include "service/reflect.h"
#include "service/take_value_passport.h"

namespace alongside::cli {

TEST(ExampleReflection, leaves_a_journal_and_a_passport_each_quarter) {
  testing::Clinic clinic(record::ClinicKind::example);
  const Day today = Zone::utc().day_of(clinic.clock.now());
  const Day first = today.plus(-730);
  LivedReflection reflection(clinic.service, first, 5);
  const Id<Team> team = service::my_teams(clinic.service, clinic.lind).value()[0].id;
  reflection.begin_with({clinic.lind}, team);
  for (std::int64_t day = 1; day < 730; ++day) {
    clinic.clock.move_to({(first.number + day) * ms_a_day + 7 * ms_an_hour});
    reflection.live_day(day);
  }
  const auto journal = service::read_journal(clinic.service, clinic.lind, 0).value();
  EXPECT_EQ(journal.count, 5);
  EXPECT_EQ(noticed_by(journal.entries)[0][1], 1);
  const auto passports = service::read_passports(clinic.service, clinic.lind, team).value();
  EXPECT_EQ(passports.passports.size(), 7U);
  EXPECT_GT(*passports.passports.front().at(PassportLine::communication).partners,
            *passports.passports.back().at(PassportLine::communication).partners);
  clinic.service.database().read([](const sql::Reading& reading) {
    EXPECT_TRUE(record::verify_all(reading).findings.empty());
    return 0;
  });
}

}  // namespace alongside::cli
