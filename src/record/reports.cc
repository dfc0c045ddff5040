// SPDX-License-Identifier: Apache-2.0
// A report's words are added in versions.
#include "record/reports.h"

namespace alongside::record {

using sql::Reading;
using sql::Row;
using sql::Writing;

Report report(const Reading& reading, const ProjectAccess& access, std::int64_t version) {
  Report found;
  reading.each(
      "SELECT w.version_no, w.field, w.words, coalesce((SELECT u.name FROM users u "
      "WHERE u.home_id = ?1 AND u.user_no = w.written_by), ''), w.written_ms FROM report_words w "
      "WHERE w.home_id = ?1 AND w.project_no = ?2 AND w.version_no = CASE WHEN ?3 > 0 THEN ?3 "
      "ELSE (SELECT max(x.version_no) FROM report_words x WHERE x.home_id = ?1 "
      "AND x.project_no = ?2) END",
      {access.home(), access.number(), version}, [&](const Row& row) {
        found.version = row.integer(0);
        for (const ReportItem item : report_items)
          if (code_of(item) == row.text(1))
            found.words[static_cast<std::size_t>(item)] = row.text(2);
        found.written_by = row.text(3);
        found.written_at = {row.integer(4)};
      });
  return found;
}

void add_report(Writing& writing, const ProjectAccess& access, const Report& report,
                UserNo written_by) {
  for (const ReportItem item : report_items)
    writing.execute(
        "INSERT INTO report_words (home_id, project_no, version_no, field, words, written_by, "
        "written_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        {access.home(), access.number(), report.version, code_of(item), report.at(item),
         written_by.value, report.written_at.utc_ms});
  access.touch({PartKind::project, access.number()});
}

}  // namespace alongside::record
