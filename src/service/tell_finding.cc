// SPDX-License-Identifier: Apache-2.0
// Findings in, approved, out.
#include "service/tell_finding.h"

#include <algorithm>

#include "foundation/base/text.h"
#include "record/findings.h"
#include "record/project_measures.h"
#include "record/tests_of_change.h"
#include "record/visits.h"
#include "service/act.h"

namespace alongside::service {
namespace {

Change changed(const ProjectAccess& access, std::string answer) {
  return {std::move(answer), "project " + std::to_string(access.number())};
}

AroundFinding around(const sql::Reading& reading, const ProjectAccess& access) {
  AroundFinding around;
  for (const auto& measure : record::project_measures(reading, access))
    around.measures.push_back(measure.number);
  for (const TestOfChange& test : record::tests_of_change(reading, access))
    around.tests.push_back(test.number);
  for (const Offer& offer : record::offers(reading, access))
    around.actions.push_back(offer.counted_as());
  return around;
}

Outcome<std::int64_t> finding_numbered(const sql::Reading& reading, const ProjectAccess& access,
                                       std::string_view number) {
  for (const Finding& finding : record::project_findings(reading, access))
    if (std::to_string(finding.number) == number) return finding.number;
  return Refusal("permission.not_found");
}

}  // namespace

Outcome<std::string> tell_finding(const Service& service, const Caller& caller,
                                  const Id<Project>& project, const FindingDraft& draft,
                                  std::string_view once) {
  return change_project(service, caller, project, {"tell_finding", once},
                        [&](sql::Writing& writing, const ProjectAccess& access) -> Outcome<Change> {
                          if (record::project_findings(writing, access).size() >= findings_max)
                            return Refusal("finding.too_many", "kind");
                          TRY(Finding finding, finding_from(draft, around(writing, access)));
                          finding.written_at = service.now();
                          return changed(access, std::to_string(record::add_finding(
                                                     writing, access, finding, {caller.user_no})));
                        });
}

Outcome<std::string> approve_finding(const Service& service, const Caller& caller,
                                     const Id<Project>& project, std::string_view number,
                                     std::string_view once) {
  return change_project(
      service, caller, project, {"approve_finding", once},
      [&](sql::Writing& writing, const ProjectAccess& access) -> Outcome<Change> {
        if (!access.of_the_team()) return Refusal("permission.not_found");
        TRY(const std::int64_t finding, finding_numbered(writing, access, number));
        record::approve_finding(writing, access, finding, {caller.user_no}, service.now());
        return changed(access, "");
      });
}

Outcome<std::string> end_finding(const Service& service, const Caller& caller,
                                 const Id<Project>& project, std::string_view number,
                                 std::string_view once) {
  return change_project(service, caller, project, {"end_finding", once},
                        [&](sql::Writing& writing, const ProjectAccess& access) -> Outcome<Change> {
                          TRY(const std::int64_t finding,
                              finding_numbered(writing, access, number));
                          record::end_finding(writing, access, finding, service.now());
                          return changed(access, "");
                        });
}

}  // namespace alongside::service
