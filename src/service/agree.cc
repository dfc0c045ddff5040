// SPDX-License-Identifier: Apache-2.0
// Keeps an agreement with the aims it is for.
#include "service/agree.h"

#include <algorithm>

#include "record/agreements.h"
#include "record/aims.h"
#include "record/people.h"
#include "service/act.h"

namespace alongside::service {
namespace {

Outcome<std::vector<AimNo>> aims_chosen(const sql::Reading& reading, const PersonAccess& access,
                                        const std::vector<std::string>& ids) {
  if (ids.empty()) return Refusal("agreement.aim_missing", "aims");
  const std::vector<Aim> aims = record::aims(reading, access);
  std::vector<AimNo> chosen;
  for (const std::string& id : ids) {
    const auto found = std::find_if(aims.begin(), aims.end(), [&](const Aim& aim) {
      return aim.id.text() == id && aim.state == AimState::held;
    });
    if (found == aims.end()) return Refusal("agreement.aim_unknown", "aims");
    if (std::find(chosen.begin(), chosen.end(), found->number) == chosen.end())
      chosen.push_back(found->number);
  }
  return chosen;
}

/// Whoever was chosen on the team's side must be of the person's care team.
void find_owners(const sql::Reading& reading, const PersonAccess& access, Agreement& agreement,
                 std::vector<Fault>& faults) {
  const std::vector<Professional> team = record::care_team(reading, access);
  for (Action& action : agreement.actions) {
    if (action.owner_id.empty()) continue;
    const auto found = std::find_if(team.begin(), team.end(), [&](const Professional& member) {
      return member.id.text() == action.owner_id;
    });
    if (found == team.end()) {
      faults.push_back({"agreement.owner_unknown", "actions"});
    } else {
      action.owner_no = found->number;
    }
  }
}

}  // namespace

Outcome<std::string> agree(const Service& service, const Caller& caller, const Id<Person>& person,
                           const AgreementDraft& draft, const std::vector<std::string>& aim_ids,
                           std::string_view once) {
  return change_record(
      service, caller, RecordOf::person(person), {"agree", once},
      [&](sql::Writing& writing, const PersonAccess& access) -> Outcome<Change> {
        CHECK(only_a_professional(access));
        const auto site = record::site(writing, caller.home);
        const Zone zone = Zone::named(site->zone).value();
        auto made = Agreement::from(draft, zone.day_of(service.now()));
        auto aims = aims_chosen(writing, access, aim_ids);
        std::vector<Fault> faults;
        if (made) {
          find_owners(writing, access, made.value(), faults);
        } else {
          faults = made.refusal().faults();
        }
        if (!aims)
          faults.insert(faults.end(), aims.refusal().faults().begin(),
                        aims.refusal().faults().end());
        if (!faults.empty()) return Refusal(std::move(faults));
        Agreement agreement = std::move(made).value();
        agreement.aims = std::move(aims).value();
        const AgreementNo number =
            record::add_agreement(writing, access, agreement, *caller.professional, service.now());
        return Change{std::to_string(number.value), "agreement " + std::to_string(number.value)};
      });
}

}  // namespace alongside::service
