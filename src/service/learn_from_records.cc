// SPDX-License-Identifier: Apache-2.0
// From what people lived to sums, and from sums to a release.
#include "service/learn_from_records.h"

#include <algorithm>
#include <limits>
#include <set>

#include "learning/published.h"
#include "record/learning.h"
#include "record/people.h"
#include "record/visits.h"
#include "science/evidence_card.h"
#include "service/act.h"
#include "service/keep_evidence.h"

namespace alongside::service {
namespace {

using learning::OutcomeSums;
using learning::OutcomeTable;

/// Levels as they are; where somebody stood in steps from -1.
OutcomeTable table_of(const std::vector<LivedChange>& changes, const std::string& site) {
  OutcomeTable table;
  table.context = {"start"};
  table.circumstance.resize(1);
  for (const LivedChange& change : changes) {
    table.site.push_back(site);
    table.person.push_back(std::to_string(change.person.value));
    table.aim.push_back(change.theme);
    table.action.push_back(change.action);
    table.design.push_back(learning::Design::chosen);
    table.circumstance[0].push_back(change.start + 1);
    table.outcome.push_back(change.after ? *change.after - change.start
                                         : std::numeric_limits<double>::quiet_NaN());
  }
  return table;
}

std::vector<LivedChange> lived_at(const sql::Reading& reading, const TeamAccess& access,
                                  Instant now) {
  return lived_changes(record::chosen_options(reading, access),
                       record::said_levels(reading, access), now);
}

void date(OutcomeSums& sums, const std::vector<LivedChange>& changes, const Zone& zone) {
  if (changes.empty()) return;
  const auto [first, last] = std::ranges::minmax(changes, {}, &LivedChange::begun);
  sums.from = zone.day_of(first.begun);
  sums.to = zone.day_of(last.begun);
}

/// As exact as a network needs, and no nearer to anybody's day.
void date_by_quarter(OutcomeSums& sums, const std::vector<LivedChange>& changes, const Zone& zone) {
  date(sums, changes, zone);
  const auto quarter = [](Day day) {
    const std::int64_t month = Month::of(day).number;
    return Month{month - (month % 3 + 3) % 3};
  };
  sums.from = quarter(sums.from).first_day();
  sums.to = quarter(sums.to).plus(3).first_day().plus(-1);
}

/// Without a name in the network it is nobody else's: the same key elsewhere is something else.
bool is_of_one_team(std::string_view action) { return action.starts_with("offer "); }

std::vector<OutcomeSums> sums_kept(const sql::Reading& reading, const TeamAccess& access) {
  std::vector<OutcomeSums> all;
  for (const record::KeptSums& kept : record::sums_from_elsewhere(reading, access)) {
    auto sums = learning::outcome_sums_from(kept.content);
    if (auto* right = std::get_if<OutcomeSums>(&sums)) all.push_back(std::move(*right));
  }
  return all;
}

/// What research says of what this clinic's teams offer.
learning::ScienceBook science_of_offers(const sql::Reading& reading, const TeamAccess& access) {
  learning::ScienceBook book;
  const auto cards = evidence_at(reading, HomeNo{access.home()});
  for (const Offer& offer : record::offers_at(reading, access))
    for (const EvidenceCard& card : cards)
      if (card.id == offer.evidence)
        if (const auto science = learning::science_of(card)) book[offer.counted_as()] = *science;
  return book;
}

Site site_at(const sql::Reading& reading, const TeamAccess& access) {
  return *record::site(reading, HomeNo{access.home()});
}

Outcome<learning::Release> fitted_now(const sql::Reading& reading, const TeamAccess& access,
                                      Instant now) {
  const Site site = site_at(reading, access);
  const auto changes = lived_at(reading, access, now);
  std::vector<OutcomeSums> all = sums_kept(reading, access);
  const bool any =
      std::ranges::any_of(changes, [](const LivedChange& one) { return one.after.has_value(); });
  if (any) {
    OutcomeSums own = learning::sums_of(table_of(changes, site.name), std::string(carry_on_action));
    date(own, changes, Zone::named(site.zone).value());
    all.push_back(std::move(own));
  }
  const auto sums = learning::merged(all);
  if (!sums) return Refusal("learning.nothing_yet");
  auto release = learning::fitted(*sums, science_of_offers(reading, access));
  if (!release) return Refusal("learning.no_one_carried_on");
  return std::move(*release);
}

SumsFromElsewhere told(const record::KeptSums& kept) {
  SumsFromElsewhere sums;
  sums.number = kept.number;
  sums.added_by = kept.added_by;
  sums.added_at = kept.added_at;
  const auto read = learning::outcome_sums_from(kept.content);
  if (const auto* right = std::get_if<OutcomeSums>(&read)) {
    sums.sites.assign(right->sites.begin(), right->sites.end());
    sums.persons = right->persons();
    sums.rows = right->sums.rows;
    sums.from = right->from;
    sums.to = right->to;
  }
  return sums;
}

std::int64_t epoch_of(const record::KeptSums& kept) {
  const auto read = learning::outcome_sums_from(kept.content);
  const auto* right = std::get_if<OutcomeSums>(&read);
  return right != nullptr ? right->epoch : 0;
}

/// Sums that can be added to those of this clinic.
Outcome<OutcomeSums> readable(std::string_view text, const Site& site) {
  auto read = learning::outcome_sums_from(text);
  if (const auto* fault = std::get_if<std::string>(&read)) return Refusal(*fault, "sums");
  OutcomeSums sums = std::get<OutcomeSums>(std::move(read));
  if (sums.sites.contains(site.name)) return Refusal("learning.own_sums", "sums");
  if (sums.reference != carry_on_action || sums.sums.units.x != 1 || sums.sums.units.y != 1)
    return Refusal("learning.other_units", "sums");
  for (const auto& [action, crowd] : sums.crowds)
    if (is_of_one_team(action)) return Refusal("learning.not_sums_of_rows", "sums");
  return sums;
}

}  // namespace

Outcome<LearningView> read_learning(const Service& service, const Caller& caller,
                                    const Id<Team>& team) {
  return service.database().read([&](const sql::Reading& reading) -> Outcome<LearningView> {
    TRY(const TeamAccess access, Permission::to_team(reading, caller, team, service.now()));
    LearningView view{record::team(reading, access), site_at(reading, access).zone};
    for (const LivedChange& change : lived_at(reading, access, service.now())) {
      view.own_choices += 1;
      view.own_with_level += change.after ? 1 : 0;
    }
    for (const record::KeptSums& kept : record::sums_from_elsewhere(reading, access))
      view.sums.push_back(told(kept));
    const auto predictions = record::predictions(reading, access, service.now());
    view.quarters = learning::calibration_by_quarter(predictions);
    const auto kept = record::newest_release(reading, access);
    if (!kept) return view;
    view.newest = learning::release_from(kept->content);
    view.made_at = kept->made_at;
    view.made_by = kept->made_by;
    std::vector<learning::Prediction> of_newest;
    for (const learning::Prediction& one : predictions)
      if (one.version == kept->number) of_newest.push_back(one);
    view.of_newest = learning::calibration_of(of_newest);
    return view;
  });
}

Outcome<std::string> learn_from_records(const Service& service, const Caller& caller,
                                        const Id<Team>& team, std::string_view once) {
  return change_team(
      service, caller, team, record::PartKind::releases, {"learn_from_records", once},
      [&](sql::Writing& writing, const TeamAccess& access) -> Outcome<Change> {
        const Instant now = service.now();
        TRY(learning::Release release, fitted_now(writing, access, now));
        release.version = record::next_release_number(writing, access);
        release.made = Zone::named(site_at(writing, access).zone).value().day_of(now);
        record::add_release(writing, access,
                            {release.version, caller.name, now, learning::text_of(release)});
        const std::string number = std::to_string(release.version);
        return Change{number, "release " + number};
      });
}

Outcome<std::string> take_in_sums(const Service& service, const Caller& caller,
                                  const Id<Team>& team, std::string_view text,
                                  std::string_view once) {
  return change_team(
      service, caller, team, record::PartKind::releases, {"take_in_sums", once},
      [&](sql::Writing& writing, const TeamAccess& access) -> Outcome<Change> {
        TRY(const OutcomeSums sums, readable(text, site_at(writing, access)));
        for (const record::KeptSums& kept : record::sums_from_elsewhere(writing, access)) {
          const auto known = told(kept).sites;
          if (epoch_of(kept) == sums.epoch && std::ranges::any_of(known, [&](const auto& site) {
                return sums.sites.contains(site);
              }))
            record::end_sums(writing, access, kept.number, service.now());
        }
        const std::int64_t number = record::add_sums(
            writing, access, {0, caller.name, service.now(), learning::text_of(sums)});
        return Change{std::to_string(number), "sums " + std::to_string(number)};
      });
}

Outcome<std::string> take_out_sums(const Service& service, const Caller& caller,
                                   const Id<Team>& team, std::string_view number,
                                   std::string_view once) {
  return change_team(
      service, caller, team, record::PartKind::releases, {"take_out_sums", once},
      [&](sql::Writing& writing, const TeamAccess& access) -> Outcome<Change> {
        for (const record::KeptSums& kept : record::sums_from_elsewhere(writing, access)) {
          if (std::to_string(kept.number) != number) continue;
          record::end_sums(writing, access, kept.number, service.now());
          return Change{"", "sums " + std::string(number)};
        }
        return Refusal("learning.sums_gone", "sums");
      });
}

Outcome<std::string> share_sums(const Service& service, const Caller& caller, const Id<Team>& team,
                                std::string_view once) {
  TRY(const std::string number,
      change_team(service, caller, team, record::PartKind::releases, {"share_sums", once},
                  [&](sql::Writing& writing, const TeamAccess& access) -> Outcome<Change> {
                    const Site site = site_at(writing, access);
                    auto changes = lived_at(writing, access, service.now());
                    const auto before = record::shared_people(writing, access);
                    std::erase_if(changes, [&](const LivedChange& change) {
                      return before.contains(change.person.value) || is_of_one_team(change.action);
                    });
                    auto shared = learning::shared_by(table_of(changes, site.name),
                                                      std::string(carry_on_action), {});
                    if (!shared.sums) return Refusal("learning.too_few_to_share", "share");
                    std::erase_if(changes, [&](const LivedChange& change) {
                      return !shared.persons.contains(std::to_string(change.person.value));
                    });
                    const std::int64_t share = record::next_share_number(writing, access);
                    shared.sums->epoch = share;
                    date_by_quarter(*shared.sums, changes, Zone::named(site.zone).value());
                    std::set<std::int64_t> people;
                    for (const LivedChange& change : changes) people.insert(change.person.value);
                    record::add_share(
                        writing, access,
                        {share, caller.name, service.now(), learning::text_of(*shared.sums)},
                        people);
                    return Change{std::to_string(share),
                                  "sums of " + std::to_string(people.size()) + " people"};
                  }));
  return service.database().read([&](const sql::Reading& reading) -> Outcome<std::string> {
    TRY(const TeamAccess access, Permission::to_team(reading, caller, team, service.now()));
    return record::share_content(reading, access, std::stoll(number));
  });
}

}  // namespace alongside::service
