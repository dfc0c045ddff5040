// SPDX-License-Identifier: Apache-2.0
// One more of the same.
#include "record/effort.h"

namespace alongside::record {

void count_effort(sql::Writing& writing, HomeNo home, Day week, const Effort& effort) {
  writing.execute(
      "INSERT INTO effort (home_id, week_day, screen, seconds, taps, times) "
      "VALUES (?1, ?2, ?3, ?4, ?5, 1) ON CONFLICT (home_id, week_day, screen, seconds, taps) "
      "DO UPDATE SET times = effort.times + 1",
      {home.value, week.number, code_of(effort.screen), effort.seconds, effort.taps});
}

std::vector<EffortCount> effort_counts(const sql::Reading& reading, HomeNo home, Day since) {
  return reading.all(
      "SELECT week_day, screen, seconds, taps, times FROM effort WHERE home_id = ?1 "
      "AND week_day >= ?2 ORDER BY week_day",
      {home.value, since.number}, [](const sql::Row& row) {
        return EffortCount{
            Day{row.integer(0)},
            {screen_from(row.text(1)).value_or(Screen::check_in), row.integer(2), row.integer(3)},
            row.integer(4)};
      });
}

}  // namespace alongside::record
