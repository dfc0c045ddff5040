// SPDX-License-Identifier: Apache-2.0
// Days, months, zones and FHIR's ways of writing time.
#include "foundation/base/clock.h"

#include <gtest/gtest.h>

namespace alongside {

TEST(Day, reads_only_days_that_exist) {
  EXPECT_EQ(Day::from_iso("2026-11-22")->iso(), "2026-11-22");
  EXPECT_TRUE(Day::from_iso("2024-02-29"));
  for (const char* wrong :
       {"2026-02-29", "2026-13-01", "2026-1-1", "22-11-2026", "", "2026-11-22T", "1750-01-01"})
    EXPECT_FALSE(Day::from_iso(wrong)) << wrong;
}

TEST(Day, knows_its_weekday) { EXPECT_EQ(Day::of(2026, 11, 22).weekday(), 7U); }

TEST(Month, counts_over_years_and_before_1970) {
  EXPECT_EQ(Month::of(Day::of(2026, 11, 22)).plus(2).iso(), "2027-01");
  EXPECT_EQ(Month::of(Day::of(1969, 12, 31)).first_day().iso(), "1969-12-01");
}

TEST(Zone, summer_time_moves_the_start_of_a_day) {
  const Zone zone = Zone::named("Europe/Stockholm").value();
  EXPECT_EQ(iso_utc(zone.start_of(Day::of(2026, 7, 1))), "2026-06-30T22:00:00.000Z");
  EXPECT_EQ(iso_utc(zone.start_of(Day::of(2026, 12, 1))), "2026-11-30T23:00:00.000Z");
  EXPECT_EQ(zone.day_of({Day::of(2026, 6, 30).number * ms_a_day + 23 * ms_an_hour}).iso(),
            "2026-07-01");
}

TEST(Zone, refuses_a_name_nobody_knows) { EXPECT_FALSE(Zone::named("Europe/Atlantis").accepted()); }

TEST(Instant, reads_what_fhir_writes) {
  EXPECT_EQ(instant_from_fhir("1970-01-01T01:00:00+01:00")->utc_ms, 0);
  EXPECT_EQ(instant_from_fhir("1970-01-01T00:00:00.250Z")->utc_ms, 250);
  EXPECT_EQ(instant_from_fhir("1970")->utc_ms, 0);
  for (const char* wrong : {"2026-11-22T10:00:00", "2026-11-22T25:00:00Z", "2026-11-22T10:00", "x",
                            "2026-11-22T10:00:00.Z"})
    EXPECT_FALSE(instant_from_fhir(wrong)) << wrong;
}

}  // namespace alongside
