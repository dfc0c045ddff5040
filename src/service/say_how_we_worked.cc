// SPDX-License-Identifier: Apache-2.0
// Confidential answers: in by the person, out as blocks.
#include "service/say_how_we_worked.h"

#include "foundation/base/secret.h"
#include "record/people.h"
#include "record/relationship.h"
#include "service/act.h"

namespace alongside::service {

Outcome<bool> may_say_how_we_worked(const Service& service, const Caller& caller) {
  return service.database().read([&](const sql::Reading& reading) -> Outcome<bool> {
    TRY(const PersonAccess access,
        Permission::to_record(reading, caller, RecordOf::own(), Doing::look, service.now()));
    return record::visit_to_ask_about(reading, access).has_value();
  });
}

Outcome<std::string> say_how_we_worked(
    const Service& service, const Caller& caller,
    const std::array<std::string, relationship_items_count>& typed, std::string_view once) {
  return change_record(service, caller, RecordOf::own(), {"say_how_we_worked", once},
                       [&](sql::Writing& writing, const PersonAccess& access) -> Outcome<Change> {
                         CHECK(only_the_person(access));
                         TRY(const RelationshipAnswers answers, relationship_answers_from(typed));
                         const auto visit = record::visit_to_ask_about(writing, access);
                         if (!visit) return Refusal("permission.not_found");
                         const Zone zone =
                             Zone::named(record::site(writing, caller.home)->zone).value();
                         record::add_relationship_answers(writing, access, *visit, answers,
                                                          Month::of(zone.day_of(service.now())),
                                                          fresh_token(service.randomness));
                         return Change{"", ""};
                       });
}

Outcome<std::vector<RelationshipBlock>> read_how_we_worked(const Service& service,
                                                           const Caller& caller,
                                                           const Id<Team>& team) {
  return service.database().read(
      [&](const sql::Reading& reading) -> Outcome<std::vector<RelationshipBlock>> {
        TRY(const TeamAccess access, Permission::to_team(reading, caller, team, service.now()));
        return record::relationship_blocks(reading, access);
      });
}

}  // namespace alongside::service
