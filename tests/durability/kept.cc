// SPDX-License-Identifier: Apache-2.0
// Prints each check-in line that a data folder holds, and "broken ..." for whatever is half there:
// a check-in without its history or its answer, or a history whose chain is broken. For kill.mjs.
#include <iostream>

#include "foundation/base/clock.h"
#include "record/store.h"
#include "record/verify.h"

int main(int count, char** words) {
  using namespace alongside;
  if (count != 2) return 64;
  const SystemClock clock;
  record::Store store(words[1], std::nullopt, clock);
  store.database().read([](const sql::Reading& reading) {
    reading.each("SELECT line FROM check_ins WHERE line LIKE 'line %'", {},
                 [](const sql::Row& row) { std::cout << row.text(0) << "\n"; });
    reading.each(
        "SELECT c.line FROM check_ins c WHERE c.line LIKE 'line %' AND NOT EXISTS (SELECT 1 FROM "
        "answered a WHERE a.home_id = c.home_id AND a.once_key = 'kill-' || c.line)",
        {},
        [](const sql::Row& row) { std::cout << "broken: no answer for " << row.text(0) << "\n"; });
    const std::int64_t made = reading.integer("SELECT count(*) FROM check_ins", {});
    const std::int64_t told =
        reading.integer("SELECT count(*) FROM history WHERE act = 'check_in'", {});
    if (made != told) std::cout << "broken: " << made << " check-ins, " << told << " in history\n";
    const std::int64_t answers =
        reading.integer("SELECT count(*) FROM answered WHERE once_key LIKE 'kill-%'", {});
    const std::int64_t lines =
        reading.integer("SELECT count(*) FROM check_ins WHERE line LIKE 'line %'", {});
    if (answers != lines) std::cout << "broken: " << answers << " answers, " << lines << " lines\n";
    for (const record::Finding& finding : record::verify_all(reading).findings)
      std::cout << "broken: " << finding.what << "\n";
    return 0;
  });
}
