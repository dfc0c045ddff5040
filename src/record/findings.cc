// SPDX-License-Identifier: Apache-2.0
// Findings are added, approved and ended; their words never change.
#include "record/findings.h"

namespace alongside::record {

using sql::Reading;
using sql::Row;
using sql::Writing;

namespace {

constexpr std::string_view columns =
    "SELECT f.finding_no, f.kind, f.context, f.mechanism, f.outcome, f.data_words, f.story, "
    "f.measure_no, f.test_no, f.action, coalesce((SELECT u.name FROM users u "
    "WHERE u.home_id = ?1 AND u.user_no = f.written_by), ''), f.written_ms, f.approved_ms "
    "FROM findings f WHERE f.home_id = ?1 AND f.ended_ms IS NULL ";

alongside::Finding finding_in(const Row& row) {
  alongside::Finding finding;
  finding.number = row.integer(0);
  for (const FindingKind kind : finding_kinds)
    if (code_of(kind) == row.text(1)) finding.kind = kind;
  finding.context = row.text(2);
  finding.mechanism = row.text(3);
  finding.outcome = row.text(4);
  finding.data = row.text(5);
  finding.story = row.text(6);
  finding.measure = row.integer(7);
  finding.test = row.integer(8);
  finding.action = row.text(9);
  finding.written_by = row.text(10);
  finding.written_at = {row.integer(11)};
  if (!row.null(12)) finding.approved_at = Instant{row.integer(12)};
  return finding;
}

void touch(const ProjectAccess& access) { access.touch({PartKind::project, access.number()}); }

}  // namespace

std::vector<alongside::Finding> project_findings(const Reading& reading,
                                                 const ProjectAccess& access) {
  return reading.all(std::string(columns) + "AND f.project_no = ?2 ORDER BY f.finding_no DESC",
                     {access.home(), access.number()}, finding_in);
}

std::vector<alongside::Finding> findings_about(const Reading& reading, HomeNo home,
                                               std::string_view action) {
  if (action.empty()) return {};
  return reading.all(std::string(columns) +
                         "AND f.action = ?2 AND f.approved_ms IS NOT NULL "
                         "ORDER BY f.approved_ms DESC, f.project_no, f.finding_no",
                     {home.value, action}, finding_in);
}

std::int64_t add_finding(Writing& writing, const ProjectAccess& access,
                         const alongside::Finding& finding, UserNo written_by) {
  const std::int64_t number = writing.integer(
      "SELECT coalesce(max(finding_no), 0) + 1 FROM findings WHERE home_id = ?1 "
      "AND project_no = ?2",
      {access.home(), access.number()});
  writing.execute(
      "INSERT INTO findings (home_id, project_no, finding_no, kind, context, mechanism, outcome, "
      "data_words, story, measure_no, test_no, action, written_by, written_ms) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
      {access.home(), access.number(), number, code_of(finding.kind), finding.context,
       finding.mechanism, finding.outcome, finding.data, finding.story, finding.measure,
       finding.test, finding.action, written_by.value, finding.written_at.utc_ms});
  touch(access);
  return number;
}

void approve_finding(Writing& writing, const ProjectAccess& access, std::int64_t finding,
                     UserNo approved_by, Instant now) {
  writing.execute(
      "UPDATE findings SET approved_by = ?4, approved_ms = ?5 WHERE home_id = ?1 "
      "AND project_no = ?2 AND finding_no = ?3 AND approved_ms IS NULL",
      {access.home(), access.number(), finding, approved_by.value, now.utc_ms});
  touch(access);
}

void end_finding(Writing& writing, const ProjectAccess& access, std::int64_t finding, Instant now) {
  writing.execute(
      "UPDATE findings SET ended_ms = ?4 WHERE home_id = ?1 AND project_no = ?2 "
      "AND finding_no = ?3 AND ended_ms IS NULL",
      {access.home(), access.number(), finding, now.utc_ms});
  touch(access);
}

}  // namespace alongside::record
