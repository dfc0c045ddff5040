// SPDX-License-Identifier: Apache-2.0
// Prints each check-in line that a data folder holds, and "broken ..." for whatever is half there:
// a check-in without its history or its answer, or a history whose chain is broken. For kill.mjs.
#include <iostream>
#include <set>
#include <string>

#include "foundation/base/clock.h"
#include "record/store.h"
#include "record/verify.h"

int main(int count, char** words) {
  using namespace alongside;
  if (count != 2) return 64;
  const SystemClock clock;
  record::Store store(words[1], std::nullopt, clock);
  store.database().read([](const sql::Reading& reading) {
    std::set<std::string> answered;
    reading.each("SELECT once_key FROM answered WHERE once_key LIKE 'kill-%'", {},
                 [&](const sql::Row& row) { answered.emplace(row.text(0).substr(5)); });
    reading.each("SELECT line FROM check_ins WHERE line LIKE 'line %'", {},
                 [&](const sql::Row& row) {
                   const std::string line(row.text(0));
                   std::cout << line << "\n";
                   if (!answered.contains(line))
                     std::cout << "broken: no answer for " << line << "\n";
                 });
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
