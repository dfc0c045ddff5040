// SPDX-License-Identifier: Apache-2.0
// One statement that adds, one that reads the view; none reads the table.
#include "record/relationship.h"

namespace alongside::record {

using sql::Reading;
using sql::Row;
using sql::Writing;

std::optional<VisitToAskAbout> visit_to_ask_about(const Reading& reading,
                                                  const PersonAccess& access) {
  return reading.first(
      "SELECT v.visit_no, min(s.team_no) FROM visits v "
      "JOIN team_members m ON m.home_id = v.home_id AND m.professional_no = v.professional_no "
      "JOIN team_serves s ON s.home_id = m.home_id AND s.team_no = m.team_no "
      "AND s.person_no = v.person_no "
      "WHERE v.home_id = ?1 AND v.person_no = ?2 AND v.visit_no = "
      "(SELECT x.visit_no FROM visits x WHERE x.home_id = ?1 AND x.person_no = ?2 "
      "ORDER BY x.held_ms DESC, x.visit_no DESC LIMIT 1) "
      "AND NOT EXISTS (SELECT 1 FROM relationship_asked a WHERE a.home_id = v.home_id "
      "AND a.person_no = v.person_no AND a.visit_no = v.visit_no) "
      "AND NOT EXISTS (SELECT 1 FROM relationship_asked b JOIN visits w ON w.home_id = b.home_id "
      "AND w.person_no = b.person_no AND w.visit_no = b.visit_no WHERE b.home_id = v.home_id "
      "AND b.person_no = v.person_no AND w.held_ms > v.held_ms - ?3) GROUP BY v.visit_no",
      {access.home(), access.number(), relationship_days_between * ms_a_day}, [](const Row& row) {
        return VisitToAskAbout{row.integer(0), {row.integer(1)}};
      });
}

void add_relationship_answers(Writing& writing, const PersonAccess& access,
                              const VisitToAskAbout& visit, const RelationshipAnswers& answers,
                              Month month, std::string_view key) {
  writing.execute(
      "INSERT INTO relationship_asked (home_id, person_no, visit_no) VALUES (?1, ?2, ?3)",
      {access.home(), access.number(), visit.visit});
  writing.execute(
      "INSERT INTO relationship_answers (home_id, team_no, month_no, answer_key, asked, "
      "understood, shaped, fits, who_does, could_say) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
      {access.home(), visit.team.value, month.number, key, answers.values[0], answers.values[1],
       answers.values[2], answers.values[3], answers.values[4], answers.values[5]});
}

std::vector<RelationshipBlock> relationship_blocks(const Reading& reading,
                                                   const TeamAccess& access) {
  return reading.all(
      "SELECT first_month, last_month, answers, asked, understood, shaped, fits, who_does, "
      "could_say FROM relationship_blocks WHERE home_id = ?1 AND team_no = ?2 "
      "ORDER BY first_month",
      {access.home(), access.number()}, [](const Row& row) {
        return RelationshipBlock{{row.integer(0)},
                                 {row.integer(1)},
                                 row.integer(2),
                                 {row.integer(3), row.integer(4), row.integer(5), row.integer(6),
                                  row.integer(7), row.integer(8)}};
      });
}

}  // namespace alongside::record
