// SPDX-License-Identifier: Apache-2.0
// Plan, lock, do, study, act.
#include "service/test_change.h"

#include <algorithm>

#include "change/charter.h"
#include "change/driver.h"
#include "foundation/base/text.h"
#include "record/drivers.h"
#include "record/people.h"
#include "record/places.h"
#include "record/project_measures.h"
#include "record/projects.h"
#include "record/tests_of_change.h"
#include "service/act.h"
#include "service/read_project.h"

namespace alongside::service {
namespace {

Change changed(const ProjectAccess& access, std::string answer) {
  return {std::move(answer), "project " + std::to_string(access.number())};
}

Outcome<TestOfChange> test_numbered(const sql::Reading& reading, const ProjectAccess& access,
                                    std::string_view number) {
  for (TestOfChange& test : record::tests_of_change(reading, access))
    if (std::to_string(test.number) == number) return std::move(test);
  return Refusal("permission.not_found");
}

/// What a plan may refer to; a test does not grow out of itself.
AroundTest around(const sql::Reading& reading, const ProjectAccess& access,
                  std::string_view number) {
  AroundTest around;
  for (const Driver& driver : record::drivers(reading, access))
    if (driver.kind == DriverKind::change) around.ideas.push_back(driver.number);
  for (const auto& measure : record::project_measures(reading, access))
    around.measures.push_back(measure.number);
  for (const TestOfChange& test : record::tests_of_change(reading, access))
    if (number.empty() || std::to_string(test.number) != number)
      around.tests.push_back(test.number);
  return around;
}

/// Runs `body(Writing&, const ProjectAccess&, const TestOfChange&) -> Outcome<Done>`.
template <class Body>
Outcome<std::string> change_test(const Service& service, const Caller& caller,
                                 const Id<Project>& project, std::string_view number,
                                 const Once& once, Body body) {
  return change_project(service, caller, project, once,
                        [&](sql::Writing& writing, const ProjectAccess& access) -> Outcome<Change> {
                          TRY(const TestOfChange test, test_numbered(writing, access, number));
                          CHECK(body(writing, access, test));
                          access.touch({record::PartKind::project, access.number()});
                          return changed(access, std::string(number));
                        });
}

}  // namespace

Outcome<std::string> plan_test(const Service& service, const Caller& caller,
                               const Id<Project>& project, const TestDraft& draft,
                               const PlanKey& key, std::string_view once) {
  return change_project(
      service, caller, project, {"plan_test", once},
      [&](sql::Writing& writing, const ProjectAccess& access) -> Outcome<Change> {
        if (!awaited_by(writing, access).empty()) return Refusal("test.awaits");
        TRY(const TestPlan plan, plan_from(draft, around(writing, access, key.number)));
        if (key.number.empty()) {
          if (record::tests_of_change(writing, access).size() >= tests_of_a_project_max)
            return Refusal("test.too_many", "title");
          return changed(access, std::to_string(record::add_test(writing, access, plan,
                                                                 {caller.user_no}, service.now())));
        }
        TRY(const TestOfChange before, test_numbered(writing, access, key.number));
        if (before.locked_at) return Refusal("test.locked");
        if (std::to_string(before.version) != key.base) return Refusal("test.meanwhile", "title");
        if (!record::change_plan(writing, access, before.number, plan, {caller.user_no},
                                 service.now()))
          return Refusal("test.locked");
        return changed(access, std::string(key.number));
      });
}

Outcome<std::string> lock_prediction(const Service& service, const Caller& caller,
                                     const Id<Project>& project, const PlanKey& key,
                                     std::string_view once) {
  return change_test(service, caller, project, key.number, {"lock_prediction", once},
                     [&](sql::Writing& writing, const ProjectAccess& access,
                         const TestOfChange& test) -> Outcome<Done> {
                       if (test.locked_at) return Done{};
                       if (std::to_string(test.version) != key.base)
                         return Refusal("test.meanwhile");
                       if (!awaited_by(writing, access).empty()) return Refusal("test.awaits");
                       record::lock_prediction(writing, access, test.number, {caller.user_no},
                                               service.now());
                       return Done{};
                     });
}

Outcome<std::string> note_datum(const Service& service, const Caller& caller,
                                const Id<Project>& project, std::string_view number,
                                const DatumDraft& draft, std::string_view once) {
  return change_test(service, caller, project, number, {"note_datum", once},
                     [&](sql::Writing& writing, const ProjectAccess& access,
                         const TestOfChange& test) -> Outcome<Done> {
                       const Zone zone =
                           Zone::named(record::site(writing, caller.home)->zone).value();
                       TRY(const TestDatum datum, datum_from(draft, test, zone, service.now()));
                       record::add_datum(writing, access, test, datum, {caller.user_no});
                       return Done{};
                     });
}

Outcome<std::string> take_datum_back(const Service& service, const Caller& caller,
                                     const Id<Project>& project, std::string_view number,
                                     std::string_view datum, std::string_view once) {
  return change_test(
      service, caller, project, number, {"take_datum_back", once},
      [&](sql::Writing& writing, const ProjectAccess& access,
          const TestOfChange& test) -> Outcome<Done> {
        const auto asked = whole_number(datum).value_or(0);
        if (test.stage() == TestStage::decided ||
            std::ranges::find(test.data, asked, &TestDatum::number) == test.data.end())
          return Refusal("permission.not_found");
        record::take_datum_back(writing, access, test.number, asked, service.now());
        return Done{};
      });
}

Outcome<std::string> study_test(const Service& service, const Caller& caller,
                                const Id<Project>& project, std::string_view number,
                                std::string_view learnt, std::string_view once) {
  return change_test(service, caller, project, number, {"study_test", once},
                     [&](sql::Writing& writing, const ProjectAccess& access,
                         const TestOfChange& test) -> Outcome<Done> {
                       TRY(const std::string words, learnt_from(learnt, test));
                       record::set_learnt(writing, access, test.number, words, service.now());
                       return Done{};
                     });
}

Outcome<std::string> decide_test(const Service& service, const Caller& caller,
                                 const Id<Project>& project, std::string_view number,
                                 const DecisionDraft& draft, std::string_view once) {
  return change_test(service, caller, project, number, {"decide_test", once},
                     [&](sql::Writing& writing, const ProjectAccess& access,
                         const TestOfChange& test) -> Outcome<Done> {
                       TRY(const Decided decided, decision_from(draft, test));
                       record::set_decision(writing, access, test.number, decided, service.now());
                       return Done{};
                     });
}

}  // namespace alongside::service
