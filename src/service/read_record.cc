// SPDX-License-Identifier: Apache-2.0
// Gathers a record and accounts for the look.
#include "service/read_record.h"

#include "record/aims.h"
#include "record/barriers.h"
#include "record/corrections.h"
#include "record/numbers.h"
#include "record/option_sets.h"
#include "record/own_trials.h"
#include "record/people.h"
#include "record/preparations.h"
#include "record/ratings.h"
#include "record/reserved_times.h"
#include "record/supporters.h"
#include "record/visit_invitations.h"
#include "service/act.h"

namespace alongside::service {
namespace {

constexpr std::int64_t check_ins_shown = 3;
constexpr std::size_t looks_shown = 3;

std::vector<HistoryEntry> latest_looks(const sql::Reading& reading, const PersonAccess& access) {
  auto entries = record::history_of(reading, access, OwnEntries::hidden, 0);
  std::erase_if(entries, [](const HistoryEntry& entry) {
    return entry.act != "look" || entry.relation == "invited";
  });
  if (entries.size() > looks_shown) entries.resize(looks_shown, entries.front());
  return entries;
}

std::optional<Instant> asked_to_prepare(const Service& service, const sql::Reading& reading,
                                        const PersonAccess& access) {
  const auto invitation = record::latest_visit_invitation(reading, access);
  if (!invitation || !invitation->holds(service.now())) return std::nullopt;
  return invitation->made_at;
}

std::vector<ReservedTime> free_times_of(const Service& service, const sql::Reading& reading,
                                        const Caller& caller, const Site& site) {
  const auto access = Permission::to_own_people(caller);
  if (!access) return {};
  const Day today = Zone::named(site.zone).value().day_of(service.now());
  auto times = record::reserved_times(reading, access.value(), today);
  std::erase_if(times, [](const ReservedTime& time) { return time.for_whom.has_value(); });
  return times;
}

RecordView seen_whole(const Service& service, const sql::Reading& reading,
                      const PersonAccess& access) {
  return {access.relation(),
          access.scope(),
          record::person(reading, access),
          *record::site(reading, access.person().home),
          record::aims(reading, access),
          record::ratings(reading, access),
          record::agreements(reading, access),
          record::circumstances(reading, access),
          record::care_team(reading, access),
          record::check_ins(reading, access, check_ins_shown),
          record::last_visit(reading, access),
          latest_looks(reading, access),
          record::openings(reading, access),
          record::numbers(reading, access),
          record::preparations_sent(reading, access,
                                    record::last_visit(reading, access).value_or(Instant{0})),
          asked_to_prepare(service, reading, access),
          record::wishes(reading, access),
          record::planned_visit(reading, access),
          record::offers_for(reading, access),
          record::barriers(reading, access),
          record::instrument_answers(reading, access),
          record::chosen_steps(reading, access),
          record::corrections(reading, access),
          {},
          record::option_sets(reading, access),
          record::own_trials(reading, access)};
}

/// Aims and plan; how it is going, if the person said so; never who looked or their life around it.
RecordView seen_by_a_supporter(const sql::Reading& reading, const PersonAccess& access) {
  const bool more = access.shows_check_ins();
  return {access.relation(),
          access.scope(),
          record::person(reading, access),
          *record::site(reading, access.person().home),
          record::aims(reading, access),
          more ? record::ratings(reading, access) : std::map<AimNo, std::vector<Rating>>(),
          record::agreements(reading, access),
          std::nullopt,
          record::care_team(reading, access),
          more ? record::check_ins(reading, access, check_ins_shown) : std::vector<CheckIn>(),
          std::nullopt,
          {},
          {}};
}

}  // namespace

const Aim* RecordView::aim(const Id<Aim>& id) const {
  for (const Aim& candidate : aims)
    if (candidate.id == id) return &candidate;
  return nullptr;
}

std::vector<const Aim*> RecordView::held_aims() const {
  std::vector<const Aim*> held;
  for (const Aim& aim : aims)
    if (aim.state == AimState::held) held.push_back(&aim);
  return held;
}

const std::vector<Rating>& RecordView::ratings_of(const Aim& aim) const {
  static const std::vector<Rating> none;
  const auto found = ratings.find(aim.number);
  return found == ratings.end() ? none : found->second;
}

std::vector<const Agreement*> RecordView::current_agreements() const {
  return alongside::current_agreements(aims, agreements);
}

MinutesAWeek RecordView::asked_of_person() const {
  MinutesAWeek sum;
  for (const Agreement* agreement : current_agreements())
    sum = sum + agreement->asked_of(Side::person);
  return sum;
}

RecordView record_of(const Service& service, const sql::Reading& reading,
                     const PersonAccess& access) {
  return access.relation() == Relation::supporter ? seen_by_a_supporter(reading, access)
                                                  : seen_whole(service, reading, access);
}

Outcome<RecordView> read_record(const Service& service, const Caller& caller, const RecordOf& whose,
                                std::string_view page) {
  return look_into_record(service, caller, whose, {"look", std::string(page)},
                          [&](const sql::Reading& reading, const PersonAccess& access) {
                            RecordView view = record_of(service, reading, access);
                            if (view.relation == Relation::team_member)
                              view.free_times = free_times_of(service, reading, caller, view.site);
                            return view;
                          });
}

Outcome<HistoryView> read_history(const Service& service, const Caller& caller, OwnEntries own,
                                  std::int64_t page) {
  return service.database().read([&](const sql::Reading& reading) -> Outcome<HistoryView> {
    TRY(const PersonAccess access,
        Permission::to_record(reading, caller, RecordOf::own(), Doing::look, service.now()));
    return HistoryView{record::history_of(reading, access, own, page),
                       record::count_history_of(reading, access, own),
                       *record::site(reading, caller.home), record::openings(reading, access),
                       record::supporters(reading, access)};
  });
}

}  // namespace alongside::service
