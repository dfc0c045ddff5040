// SPDX-License-Identifier: Apache-2.0
// Whoever works in a project plans a test of change, locks what they predict, notes what is seen,
// says what was learnt, and decides.
#pragma once

#include <string>
#include <string_view>

#include "change/project.h"
#include "change/test_of_change.h"
#include "service/caller.h"
#include "service/service.h"

namespace alongside::service {

constexpr std::size_t tests_of_a_project_max = 200;

/// Answers its number. `number` empty: a new one; else the plan of one that is not locked, written
/// on version `base`: "test.meanwhile" (title) where somebody else changed it since. Refused beside
/// the fields of plan_from; "test.locked" once it is; "test.too_many" (title); before the charter
/// says what a first test waits for, "test.awaits" (charter.h).
struct PlanKey {
  std::string_view number = {};
  std::string_view base = {};
};
Outcome<std::string> plan_test(const Service& service, const Caller& caller,
                               const Id<Project>& project, const TestDraft& draft,
                               const PlanKey& key, std::string_view once);
/// From here on the plan is never changed, and data can be noted. Locking twice changes nothing. Of
/// the version that was seen: "test.meanwhile" where somebody else changed it since; "test.awaits"
/// where the charter no longer says what a first test waits for.
Outcome<std::string> lock_prediction(const Service& service, const Caller& caller,
                                     const Id<Project>& project, const PlanKey& key,
                                     std::string_view once);
Outcome<std::string> note_datum(const Service& service, const Caller& caller,
                                const Id<Project>& project, std::string_view test,
                                const DatumDraft& draft, std::string_view once);
/// It stays in the record and counts no more.
Outcome<std::string> take_datum_back(const Service& service, const Caller& caller,
                                     const Id<Project>& project, std::string_view test,
                                     std::string_view datum, std::string_view once);
Outcome<std::string> study_test(const Service& service, const Caller& caller,
                                const Id<Project>& project, std::string_view test,
                                std::string_view learnt, std::string_view once);
Outcome<std::string> decide_test(const Service& service, const Caller& caller,
                                 const Id<Project>& project, std::string_view test,
                                 const DecisionDraft& draft, std::string_view once);

}  // namespace alongside::service
