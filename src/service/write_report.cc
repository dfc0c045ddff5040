// SPDX-License-Identifier: Apache-2.0
// A report's words, joined with what others wrote.
#include "service/write_report.h"

#include "change/joined_words.h"
#include "foundation/base/text.h"
#include "record/reports.h"
#include "service/act.h"

namespace alongside::service {

Outcome<Report> read_report(const Service& service, const Caller& caller,
                            const Id<Project>& project, std::int64_t version) {
  return service.database().read([&](const sql::Reading& reading) -> Outcome<Report> {
    TRY(const ProjectAccess access,
        Permission::to_project(reading, caller, project, service.now()));
    Report found = record::report(reading, access, version);
    if (version > 0 && found.version != version) return Refusal("permission.not_found");
    return found;
  });
}

Outcome<std::string> write_report(const Service& service, const Caller& caller,
                                  const Id<Project>& project, const ReportWords& typed,
                                  std::string_view base, std::string_view once) {
  return change_project(
      service, caller, project, {"write_report", once},
      [&](sql::Writing& writing, const ProjectAccess& access) -> Outcome<Change> {
        TRY(const ReportWords words, report_words_from(typed));
        const Report newest = record::report(writing, access);
        const auto seen = whole_number(base);
        if (!seen || *seen < 0 || *seen > newest.version) return Refusal("form.once_missing");
        const Report before = *seen > 0 ? record::report(writing, access, *seen) : Report();
        const auto both = joined_words(before.words, newest.words, words);
        std::vector<Fault> faults;
        for (const std::size_t place : both.both)
          faults.push_back({"report.both_changed", std::string(code_of(report_items[place]))});
        if (!faults.empty()) return Refusal(std::move(faults));
        const Report report{newest.version + 1, both.words, {}, service.now()};
        record::add_report(writing, access, report, {caller.user_no});
        return Change{std::to_string(report.version), "project " + std::to_string(access.number())};
      });
}

}  // namespace alongside::service
