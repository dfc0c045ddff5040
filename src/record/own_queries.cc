// SPDX-License-Identifier: Apache-2.0
// A query for each unit, and a condition for each fact.
#include "record/own_queries.h"

#include "foundation/base/clock.h"
#include "foundation/base/expect.h"

namespace alongside::record {
namespace {

constexpr std::int64_t ms_of_a_visit = 12 * ms_an_hour;  // Written down on the same day.

/// {counts}, {ripe} and {without} are put in.
std::string_view units(RecordedUnit unit) {
  switch (unit) {
    case RecordedUnit::visit:
      return "-- Visits, of the team of the professional who held them.\n"
             "SELECT u.held_ms,\n       {counts},\n       u.person_no,\n       u.visit_no,\n"
             "       u.held_ms + {ripe}\n  FROM visits u\n"
             "  JOIN team_members m ON m.home_id = u.home_id "
             "AND m.professional_no = u.professional_no\n"
             " WHERE u.home_id = ?1 AND m.team_no = ?2\n"
             "   AND u.held_ms >= ?3 AND u.held_ms < ?4{without}\n ORDER BY u.held_ms + 0";
    case RecordedUnit::aim:
      return "-- Aims, of the people whom the team serves.\n"
             "SELECT u.stated_ms,\n       {counts},\n       u.person_no,\n       u.aim_no,\n"
             "       u.stated_ms + {ripe}\n  FROM aims u\n"
             "  JOIN team_serves s ON s.home_id = u.home_id AND s.person_no = u.person_no\n"
             " WHERE u.home_id = ?1 AND s.team_no = ?2 AND s.until_ms IS NULL\n"
             "   AND u.stated_ms >= ?3 AND u.stated_ms < ?4{without}\n ORDER BY u.stated_ms + 0";
    case RecordedUnit::agreement:
      return "-- Agreements, of the people whom the team serves.\n"
             "SELECT u.agreed_ms,\n       {counts},\n       u.person_no,\n"
             "       u.agreement_no,\n       u.agreed_ms + {ripe}\n  FROM agreements u\n"
             "  JOIN team_serves s ON s.home_id = u.home_id AND s.person_no = u.person_no\n"
             " WHERE u.home_id = ?1 AND s.team_no = ?2 AND s.until_ms IS NULL\n"
             "   AND u.agreed_ms >= ?3 AND u.agreed_ms < ?4{without}\n ORDER BY u.agreed_ms + 0";
  }
  broken_promise("a unit has a query", Place::here());
}

/// {days} and {visit} are milliseconds.
std::string_view condition(RecordedFact fact) {
  switch (fact) {
    case RecordedFact::visit:
    case RecordedFact::aim:
    case RecordedFact::agreement:
      return "1";
    case RecordedFact::visit_aim_said:
      return "(EXISTS (SELECT 1 FROM aim_versions w WHERE w.home_id = u.home_id "
             "AND w.person_no = u.person_no\n                  "
             "AND w.stated_ms BETWEEN u.held_ms - {days} AND u.held_ms + {visit})\n"
             "        OR EXISTS (SELECT 1 FROM aim_confirmations c WHERE c.home_id = u.home_id "
             "AND c.person_no = u.person_no\n                  "
             "AND c.confirmed_ms BETWEEN u.held_ms - {days} AND u.held_ms + {visit})\n"
             "        OR EXISTS (SELECT 1 FROM read_backs r WHERE r.home_id = u.home_id "
             "AND r.person_no = u.person_no\n                  "
             "AND r.read_ms BETWEEN u.held_ms - {days} AND u.held_ms + {visit}))";
    case RecordedFact::visit_prepared:
      return "EXISTS (SELECT 1 FROM preparations p WHERE p.home_id = u.home_id "
             "AND p.person_no = u.person_no\n                  "
             "AND p.sent_ms BETWEEN u.held_ms - {days} AND u.held_ms)";
    case RecordedFact::visit_agreed:
      return "EXISTS (SELECT 1 FROM agreements g WHERE g.home_id = u.home_id "
             "AND g.person_no = u.person_no\n                  "
             "AND g.agreed_ms + 0 BETWEEN u.held_ms - {visit} AND u.held_ms + {days})";
    case RecordedFact::visit_again:
      return "EXISTS (SELECT 1 FROM visits v WHERE v.home_id = u.home_id "
             "AND v.person_no = u.person_no\n                  "
             "AND v.held_ms + 0 > u.held_ms + {visit} AND v.held_ms + 0 <= u.held_ms + {days})";
    case RecordedFact::aim_agreed:
      return "EXISTS (SELECT 1 FROM agreement_aims c CROSS JOIN agreements g\n"
             "                WHERE c.home_id = u.home_id AND c.person_no = u.person_no "
             "AND c.aim_no = u.aim_no\n                  AND g.home_id = c.home_id "
             "AND g.person_no = c.person_no AND g.agreement_no = c.agreement_no\n"
             "                  AND g.agreed_ms + 0 <= u.stated_ms + {days})";
    case RecordedFact::aim_rated:
      return "EXISTS (SELECT 1 FROM ratings r WHERE r.home_id = u.home_id "
             "AND r.person_no = u.person_no AND r.aim_no = u.aim_no\n                  "
             "AND r.side = 'person' "
             "AND r.rated_ms + 0 BETWEEN u.stated_ms AND u.stated_ms + {days})";
    case RecordedFact::aim_reached:
      return "EXISTS (SELECT 1 FROM ratings r WHERE r.home_id = u.home_id "
             "AND r.person_no = u.person_no AND r.aim_no = u.aim_no\n                  "
             "AND r.side = 'person' AND r.level >= 0 "
             "AND r.rated_ms + 0 BETWEEN u.stated_ms AND u.stated_ms + {days})";
    case RecordedFact::agreement_person_did:
    case RecordedFact::agreement_we_did:
      return "EXISTS (SELECT 1 FROM actions a CROSS JOIN contributions d\n"
             "                WHERE a.home_id = u.home_id AND a.person_no = u.person_no "
             "AND a.agreement_no = u.agreement_no\n                  AND a.side = {side} "
             "AND d.home_id = a.home_id AND d.person_no = a.person_no\n                  "
             "AND d.agreement_no = a.agreement_no AND d.action_no = a.action_no\n"
             "                  AND d.done_day * 86400000 <= u.agreed_ms + {days})";
    case RecordedFact::agreement_reached:
      return "EXISTS (SELECT 1 FROM agreement_aims c CROSS JOIN ratings r\n"
             "                WHERE c.home_id = u.home_id AND c.person_no = u.person_no "
             "AND c.agreement_no = u.agreement_no\n                  AND r.home_id = c.home_id "
             "AND r.person_no = c.person_no AND r.aim_no = c.aim_no\n                  "
             "AND r.side = 'person' AND r.level >= 0 "
             "AND r.rated_ms + 0 BETWEEN u.agreed_ms AND u.agreed_ms + {days})";
    case RecordedFact::agreement_stuck:
      return "EXISTS (SELECT 1 FROM barriers b WHERE b.home_id = u.home_id "
             "AND b.person_no = u.person_no AND b.agreement_no = u.agreement_no\n"
             "                  "
             "AND b.said_ms + 0 BETWEEN u.agreed_ms AND u.agreed_ms + {days})";
  }
  broken_promise("a fact has a condition", Place::here());
}

void put(std::string& text, std::string_view mark, std::string_view words) {
  for (std::size_t at = text.find(mark); at != std::string::npos;
       at = text.find(mark, at + words.size()))
    text.replace(at, mark.size(), words);
}

std::string condition_of(const FactWithin& fact) {
  std::string text(condition(fact.fact));
  put(text, "{days}", std::to_string(fact.days * ms_a_day));
  put(text, "{visit}", std::to_string(ms_of_a_visit));
  put(text, "{side}",
      fact.fact == RecordedFact::agreement_person_did ? "'person'" : "'professional'");
  return text;
}

/// After so long nothing more can change whether it holds.
std::int64_t settled_after(const FactWithin& fact) {
  if (holds_of_all(fact.fact)) return 0;
  return looks_back(fact.fact) ? ms_of_a_visit : fact.days * ms_a_day;
}

}  // namespace

std::string query_over(const OverRecords& definition) {
  std::string text(units(unit_of(definition.counts.fact)));
  std::int64_t ripe = settled_after(definition.counts);
  std::string without;
  if (definition.without) {
    without = "\n   AND NOT " + condition_of(*definition.without);
    ripe = std::max(ripe, settled_after(*definition.without));
  }
  put(text, "{counts}", condition_of(definition.counts));
  put(text, "{without}", without);
  put(text, "{ripe}", std::to_string(ripe));
  return text;
}

}  // namespace alongside::record
