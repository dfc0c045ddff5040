// SPDX-License-Identifier: Apache-2.0
// Keeps an agreement with the aims it is for.
#include "service/agree.h"

#include <algorithm>

#include "record/agreements.h"
#include "record/aims.h"
#include "record/people.h"
#include "record/visits.h"
#include "service/act.h"
#include "service/look_at_options.h"

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

/// What the person did before, "3.1", in the words of then.
std::optional<std::string> done_before(const std::vector<Agreement>& agreements,
                                       std::string_view key) {
  for (const Agreement& agreement : agreements)
    for (const Action& action : agreement.actions)
      if (action.side == Side::person && action_key(agreement, action) == key)
        return action.words.disclose();
  return std::nullopt;
}

/// Words of offers and of what was done before come from the record, not from the form.
void look_options_up(const sql::Reading& reading, const PersonAccess& access,
                     AgreementDraft& draft) {
  const std::vector<Offer> offers = record::offers_for(reading, access);
  const std::vector<Agreement> agreements = record::agreements(reading, access);
  for (OptionDraft& option : draft.options) {
    const auto source = option_source_from(option.source);
    if (!source || *source == OptionSource::other) continue;
    option.words.clear();
    if (*source == OptionSource::own_history)
      option.words = done_before(agreements, option.key).value_or("");
    for (const Offer& offer : offers) {
      if (*source != OptionSource::offered || offer.key() != option.key) continue;
      option.words = offer.name;
      option.version = std::to_string(offer.version);
      option.offer = offer.key();
    }
  }
}

/// A plan is held against what it must not disturb, where that was said.
void check_commitments(const sql::Reading& reading, const PersonAccess& access,
                       const AgreementDraft& draft, std::vector<Fault>& faults) {
  const auto life = record::circumstances(reading, access);
  if (life && !life->commitments.disclose().empty() && draft.disturbs.empty())
    faults.push_back({"agreement.disturbs_missing", "disturbs"});
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
        AgreementDraft whole = draft;
        look_options_up(writing, access, whole);
        auto made = Agreement::from(whole, zone.day_of(service.now()));
        auto aims = aims_chosen(writing, access, aim_ids);
        std::vector<Fault> faults;
        if (made) {
          find_owners(writing, access, made.value(), faults);
        } else {
          faults = made.refusal().faults();
        }
        check_commitments(writing, access, draft, faults);
        if (!aims)
          faults.insert(faults.end(), aims.refusal().faults().begin(),
                        aims.refusal().faults().end());
        if (!faults.empty()) return Refusal(std::move(faults));
        Agreement agreement = std::move(made).value();
        agreement.aims = std::move(aims).value();
        const AgreementNo number =
            record::add_agreement(writing, access, agreement, *caller.professional, service.now());
        predict(writing, writing, access, agreement, number, service.now());
        return Change{std::to_string(number.value), "agreement " + std::to_string(number.value)};
      });
}

}  // namespace alongside::service
