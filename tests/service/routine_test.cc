// SPDX-License-Identifier: Apache-2.0
// Who waits is counted without anybody asking, and the routine ends at once.
#include "service/routine.h"

#include <gtest/gtest.h>

#include "clinic.h"

namespace alongside::service {

TEST(Routine, counts_whoever_waits_and_ends_when_it_is_told) {
  testing::Clinic clinic;
  Log log(clinic.clock, nullptr);
  const auto waiting = [&] {
    return clinic.service.database().read([](const sql::Reading& reading) {
      return reading.integer("SELECT count(*) FROM rollup_stale WHERE person_no > 0", {});
    });
  };
  ASSERT_GT(waiting(), 0);
  {
    const Routine routine(clinic.service, log, std::chrono::milliseconds(1));
    for (int i = 0; i < 60000 && waiting() > 0; ++i)
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    EXPECT_EQ(waiting(), 0);
  }
  const Routine never_comes_round(clinic.service, log, std::chrono::hours(1));
}

}  // namespace alongside::service
