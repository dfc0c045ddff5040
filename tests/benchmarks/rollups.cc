// SPDX-License-Identifier: Apache-2.0
// Charts over millions of rows: after one act, from sums that count one person again, beside
// counting everything anew, in one run; and both are the same.
//   alongside_rollups [PEOPLE, 100 rows each]
#include <algorithm>
#include <chrono>
#include <cstdio>

#include "clinic.h"
#include "record/rollups.h"
#include "service/count_again.h"
#include "service/hold_visit.h"
#include "service/my_people.h"
#include "service/read_chart.h"

namespace {

using namespace alongside;

double ms_since(std::chrono::steady_clock::time_point since) {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - since)
      .count();
}

/// Everybody is served by the first team: 30 visits, 49 burdens and an aim with 20 ratings each,
/// over two years.
void fill(testing::Clinic& clinic, std::int64_t people) {
  const std::int64_t now = clinic.service.now().utc_ms;
  const std::string numbers =
      "WITH RECURSIVE n(i) AS (SELECT 1001 UNION ALL SELECT i + 1 FROM n "
      "WHERE i < 1000 + ?2), k(j) AS (SELECT 1 UNION ALL SELECT j + 1 "
      "FROM k WHERE j < ?3) ";
  const std::string day = "?1 - ((i * 7919 + j * 104729) % 730) * 86400000";
  const auto rows = [&](std::int64_t each, const std::string& statement) {
    clinic.service.database().write([&](sql::Writing& writing) {
      writing.execute(numbers + statement, {now, people, each});
      return 0;
    });
  };
  rows(1,
       "INSERT INTO persons (home_id, person_no, public_id, source_reference, name, "
       "family_name, gone, seal) SELECT 1, i, 'p' || i, 'Patient/' || i, 'N', 'N', 0, 's' "
       "FROM n, k WHERE ?1 > 0");
  rows(1,
       "INSERT INTO team_serves (home_id, team_no, person_no, named_by, since_ms) "
       "SELECT 1, 1, i, '', ?1 FROM n, k");
  rows(1,
       "INSERT INTO aims (home_id, person_no, aim_no, public_id, state, rank, stated_ms) "
       "SELECT 1, i, 1, 'a' || i, 'held', 1, " +
           day + " FROM n, k");
  rows(30,
       "INSERT INTO visits (home_id, person_no, visit_no, professional_no, held_ms, "
       "source_reference) SELECT 1, i, j, 1, " +
           day + ", '' FROM n, k");
  rows(49,
       "INSERT INTO burdens (home_id, person_no, burden_no, kind, answer, said_ms) "
       "SELECT 1, i, j, 'care', (i + j) % 5, " +
           day + " FROM n, k");
  rows(20,
       "INSERT INTO ratings (home_id, person_no, aim_no, rating_no, side, level, rated_ms) "
       "SELECT 1, i, 1, j, 'person', (i + j) % 5 - 2, " +
           day + " FROM n, k");
}

}  // namespace

int main(int count, char** words) {
  const std::int64_t people = count > 1 ? std::atoll(words[1]) : 100'000;
  testing::Clinic clinic;
  const Id<Team> team = service::my_teams(clinic.service, clinic.lind).value().front().id;
  auto since = std::chrono::steady_clock::now();
  fill(clinic, people);
  std::printf("%lld rows in %.0f s\n", static_cast<long long>(people * 100),
              ms_since(since) / 1000);

  since = std::chrono::steady_clock::now();
  service::count_all_again(clinic.service, [](std::int64_t) {});
  std::printf("first counting of everybody: %.1f s\n", ms_since(since) / 1000);

  std::vector<double> times;
  for (int i = 0; i < 50; ++i) {
    expect(
        service::hold_visit(clinic.service, clinic.lind, clinic.id_of(clinic.amina), clinic.once())
            .accepted(),
        "a visit is held");
    since = std::chrono::steady_clock::now();
    expect(
        service::read_measure(clinic.service, clinic.lind, team, "burden_of_care", {}).accepted(),
        "the chart is read");
    times.push_back(ms_since(since));
  }
  std::ranges::sort(times);
  std::printf("a chart after an act: median %.2f ms, slowest %.2f ms\n", times[25], times[49]);

  const Zone zone = Zone::utc();
  clinic.service.database().read([&](const sql::Reading& reading) {
    const Month last = Month::of(zone.day_of(clinic.service.now()));
    const record::TallyOf of{1, 1, last.plus(-23), 24};
    for (const char* id : {"burden_of_care", "aim_attained", "aim_asked"}) {
      const auto measure = *std::ranges::find(standard_measures(), id, &Measure::id);
      auto began = std::chrono::steady_clock::now();
      const auto sums = record::rolled_up(reading, of, measure);
      const double from_sums = ms_since(began);
      began = std::chrono::steady_clock::now();
      const auto rows = record::tallies(reading, of, measure, zone, clinic.service.now());
      const double from_rows = ms_since(began);
      std::printf("%-16s sums %.2f ms, rows %.0f ms, ratio %.0f, %s\n", id, from_sums, from_rows,
                  from_rows / from_sums, sums == rows ? "equal" : "DIFFERENT");
    }
    return 0;
  });
  return 0;
}
