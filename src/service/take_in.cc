// SPDX-License-Identifier: Apache-2.0
// Links what came in: who lives where, who works where, which team serves whom.
#include "service/take_in.h"

#include <map>
#include <set>

#include "foundation/base/secret.h"
#include "record/erasure.h"
#include "record/history.h"
#include "record/people.h"

namespace alongside::service {
namespace {

/// One import's linking, inside one transaction.
class Linking {
 public:
  Linking(const Service& service, sql::Writing& writing, const IncomingClinic& clinic,
          const TakeInDefaults& defaults)
      : service_(service),
        writing_(writing),
        clinic_(clinic),
        defaults_(defaults),
        erased_(writing) {}

  TakenIn run() {
    take_sites();
    for (const IncomingProfessional& professional : clinic_.professionals)
      names_[professional.reference] = professional.name;
    for (const IncomingRole& role : clinic_.roles) {
      const auto at = home_of(role.organisation);
      if (at) professional_at(*at, role.professional, role.role);
    }
    take_people();
    take_visits();
    take_teams();
    if (!clinic_.people.empty()) one_team_a_site();
    take_aims();
    keep_who_waits();
    keep_account();
    return taken_;
  }

 private:
  /// For each person whose record changed, and for each home once.
  void keep_account() {
    for (const auto& [person, parts] : touched_)
      record::append_history(writing_, program(person.home),
                             record::About::parts(person.person, {parts.begin(), parts.end()}),
                             {"import", ""}, service_.now());
    for (const HomeNo home : homes_)
      record::append_history(writing_, program(home),
                             record::About::parts(std::nullopt, {{record::PartKind::site},
                                                                 {record::PartKind::professionals},
                                                                 {record::PartKind::teams},
                                                                 {record::PartKind::users}}),
                             {"import", ""}, service_.now());
  }

  void take_sites() {
    for (const IncomingSite& site : clinic_.sites) {
      sites_[site.reference] =
          record::take_in_site(writing_, site.reference, site.name, defaults_.zone);
      homes_.insert(sites_[site.reference]);
    }
    const auto known = record::sites(writing_);
    if (homes_.empty() && !known.empty()) homes_.insert(known.front().home);
    if (homes_.empty())
      homes_.insert(record::take_in_site(writing_, "", defaults_.clinic_name, defaults_.zone));
    taken_.sites = static_cast<std::int64_t>(homes_.size());
    first_home_ = *homes_.begin();
  }

  /// The site of an organisation, of this import or of an earlier one.
  std::optional<HomeNo> home_of(const std::string& organisation) {
    const auto here = sites_.find(organisation);
    if (here != sites_.end()) return here->second;
    const auto known = record::home_by_source(writing_, organisation);
    if (known) {
      sites_[organisation] = *known;
      homes_.insert(*known);
    }
    return known;
  }

  bool is_professional(HomeNo home, const std::string& reference) {
    return names_.contains(reference) ||
           record::professional_by_source(writing_, home, reference).has_value();
  }

  static record::Actor program(HomeNo home) { return {home, {0}, "Alongside", "other"}; }

  std::string fresh_id() { return uuid_v7(service_.now(), service_.randomness); }

  ProfessionalNo professional_at(HomeNo home, const std::string& reference,
                                 const std::string& role) {
    homes_.insert(home);
    const auto key = std::pair(home, reference);
    const auto found = professionals_.find(key);
    if (found != professionals_.end() && role.empty()) return found->second;
    const auto name = names_.find(reference);
    const ProfessionalNo number = record::take_in_professional(
        writing_, home, reference, name == names_.end() ? std::string() : name->second, role,
        fresh_id());
    if (found == professionals_.end()) ++taken_.professionals;
    professionals_[key] = number;
    return number;
  }

  void take_people() {
    std::map<std::string, const IncomingVisit*> latest;
    for (const IncomingVisit& visit : clinic_.visits) {
      const IncomingVisit*& kept = latest[visit.person];
      if (home_of(visit.organisation) && (kept == nullptr || kept->held < visit.held))
        kept = &visit;
    }
    for (const IncomingTeam& team : clinic_.teams) {
      const auto at = home_of(team.organisation);
      if (!team.person.empty() && at) home_of_team_[team.person] = *at;
    }
    for (const IncomingPerson& person : clinic_.people) {
      if (erased_.hold(person.reference)) continue;  // Meanwhile, at their wish.
      const auto before = record::person_by_source(writing_, person.reference);
      HomeNo home = before ? before->home : first_home_;
      if (before && person.as_before) {
        // What was put right here holds until the source says something else.
        people_[person.reference] = *before;
        homes_.insert(before->home);
        ++taken_.people;
        continue;
      }
      const auto at = home_of(person.organisation);
      if (!before && at) home = *at;
      const auto team = home_of_team_.find(person.reference);
      if (!before && !at && team != home_of_team_.end()) home = team->second;
      const IncomingVisit* visit = team == home_of_team_.end() ? latest[person.reference] : nullptr;
      if (!before && !at && visit != nullptr) home = *home_of(visit->organisation);
      const auto taken = record::take_in_person(
          writing_, home,
          {person.reference, person.name, person.family_name, person.born, person.gone}, fresh_id(),
          fresh_token(service_.randomness));
      people_[person.reference] = {home, taken.number};
      homes_.insert(home);
      if (taken.changed) touched_[{home, taken.number}].insert({record::PartKind::person});
      ++taken_.people;
    }
  }

  std::optional<PersonKey> person_of(const std::string& reference) {
    const auto found = people_.find(reference);
    if (found != people_.end()) return found->second;
    const auto known = record::person_by_source(writing_, reference);
    if (known) {
      people_[reference] = *known;
      homes_.insert(known->home);
    }
    return known;
  }

  void take_visits() {
    for (const IncomingVisit& visit : clinic_.visits) {
      const auto person = person_of(visit.person);
      if (!person) {
        waits(visit.reference, visit.person);
        continue;
      }
      std::optional<ProfessionalNo> with;
      if (!visit.professional.empty() && is_professional(person->home, visit.professional))
        with = professional_at(person->home, visit.professional, "");
      else if (visit.professional.find('?') != std::string::npos)
        waits(visit.reference, visit.professional);
      if (record::take_in_visit(writing_, *person, with, visit.held, visit.mode, visit.reference))
        touched_[*person].insert({record::PartKind::visits});
      ++taken_.visits;
    }
  }

  void take_teams() {
    std::map<std::string, std::pair<HomeNo, TeamNo>> teams;
    for (const IncomingTeam& team : clinic_.teams) {
      const auto person = person_of(team.person);
      const auto at = home_of(team.organisation);
      const HomeNo home = person ? person->home : at.value_or(first_home_);
      teams[team.reference] = {home, {0}};
      homes_.insert(home);
    }
    // What a team's people add to its charts is counted either before all of this or after it.
    for (const HomeNo home : homes_) record::hold_home(writing_, home);
    for (const IncomingTeam& team : clinic_.teams)
      record::end_what_a_team_said(writing_, teams[team.reference].first, team.reference,
                                   service_.now());
    for (const IncomingTeam& team : clinic_.teams)
      if (team.active) take_team(team, teams);
  }

  void take_team(const IncomingTeam& team,
                 std::map<std::string, std::pair<HomeNo, TeamNo>>& teams) {
    const HomeNo home = teams[team.reference].first;
    const auto person = person_of(team.person);
    std::set<std::string> professionals;
    for (const std::string& member : team.members) {
      if (is_professional(home, member)) professionals.insert(member);
      const auto other = person ? team_known(person->home, member, teams) : std::nullopt;
      if (other)
        record::take_in_served(writing_, home, *other, person->person, team.reference,
                               service_.now());
    }
    if (person && professionals.empty()) return;
    const TeamNo number = team_numbered(teams[team.reference], team.reference);
    for (const std::string& member : professionals)
      record::take_in_member(writing_, home, number, professional_at(home, member, ""),
                             service_.now());
    if (person)
      record::take_in_served(writing_, home, number, person->person, team.reference,
                             service_.now());
  }

  /// A team of that home, of this import or of an earlier one.
  std::optional<TeamNo> team_known(HomeNo home, const std::string& reference,
                                   std::map<std::string, std::pair<HomeNo, TeamNo>>& teams) {
    const auto here = teams.find(reference);
    if (here == teams.end()) return record::team_by_source(writing_, home, reference);
    if (here->second.first != home) return std::nullopt;
    return team_numbered(here->second, reference);
  }

  TeamNo team_numbered(std::pair<HomeNo, TeamNo>& team, const std::string& reference) {
    if (team.second.value != 0) return team.second;
    std::string name;
    for (const IncomingTeam& incoming : clinic_.teams)
      if (incoming.reference == reference) name = incoming.name;
    team.second = record::take_in_team(writing_, team.first, reference, name, fresh_id());
    ++taken_.teams;
    return team.second;
  }

  void take_aims() {
    for (const IncomingAim& aim : clinic_.aims) {
      const auto person = person_of(aim.person);
      if (!person)
        waits(aim.reference, aim.person);
      else
        with_account(*person, [&](AimsOfAPerson& of) { of.take(aim, taken_.aims); });
    }
    for (const IncomingRating& rating : clinic_.ratings) {
      const auto person = person_of(rating.person);
      bool linked = false;
      if (person)
        with_account(*person, [&](AimsOfAPerson& of) { linked = of.take(rating, taken_.aims); });
      if (!linked) waits(rating.reference, person ? rating.aim : rating.person);
    }
  }

  /// What changed the person's aims or ratings stands in their history.
  template <class Take>
  void with_account(PersonKey person, Take take) {
    AimsOfAPerson of(service_, writing_, person);
    take(of);
    if (!of.touched().empty()) touched_[person].insert(of.touched().begin(), of.touched().end());
  }

  void waits(const std::string& reference, const std::string& for_whom) {
    if (for_whom.find_first_of("/?") != std::string::npos && !erased_.hold(for_whom))
      waiting_[reference] = for_whom;
  }

  void keep_who_waits() {
    std::vector<record::Wait> waits;
    std::set<std::string> awaited;
    for (const auto& [reference, whom] : waiting_) {
      const std::size_t slash = reference.find('/');
      waits.push_back({reference.substr(0, slash), reference.substr(slash + 1), whom});
      awaited.insert(whom);
    }
    record::set_waiting(writing_, waits);
    taken_.waiting.assign(awaited.begin(), awaited.end());
  }

  void one_team_a_site() {
    static constexpr std::string_view everybody = "everybody";
    for (const Site& site : record::sites(writing_)) {
      // Only where no team is known: a later import of people must not open records to all.
      if (!homes_.contains(site.home) || record::has_teams_besides(writing_, site.home, everybody))
        continue;
      taken_.one_team_for_all = true;
      const TeamNo team =
          record::take_in_team(writing_, site.home, everybody, site.name, fresh_id());
      ++taken_.teams;
      for (const auto& [key, number] : professionals_)
        if (key.first == site.home)
          record::take_in_member(writing_, site.home, team, number, service_.now());
      for (const auto& [reference, person] : people_)
        if (person.home == site.home)
          record::take_in_served(writing_, site.home, team, person.person, everybody,
                                 service_.now());
    }
  }

  const Service& service_;
  sql::Writing& writing_;
  const IncomingClinic& clinic_;
  const TakeInDefaults& defaults_;
  record::ErasedPeople erased_;
  TakenIn taken_;
  std::set<HomeNo> homes_;  // those that this import speaks of
  HomeNo first_home_;
  std::map<PersonKey, std::set<record::Part>> touched_;  // what is new, or not as it was
  std::map<std::string, HomeNo> sites_;
  std::map<std::string, std::string> names_;
  std::map<std::pair<HomeNo, std::string>, ProfessionalNo> professionals_;
  std::map<std::string, PersonKey> people_;
  std::map<std::string, std::string> waiting_;  // a resource -> whom or what it waits for
  std::map<std::string, HomeNo> home_of_team_;  // a person's reference -> where their team is
};

}  // namespace

std::vector<bool> are_here(const Service& service, std::span<const ComingBytes> coming) {
  return service.database().read([&](const sql::Reading& reading) {
    std::vector<bool> here;
    here.reserve(coming.size());
    for (const ComingBytes& one : coming)
      here.push_back(!one.type.empty() &&
                     record::has_bytes(reading, one.type, one.id, sha256(one.bytes)));
    return here;
  });
}

std::vector<Arrival> take_in_resources(const Service& service,
                                       std::span<IncomingResource> resources, Instant as_of) {
  return service.database().write([&](sql::Writing& writing) {
    const record::ErasedPeople erased(writing);
    std::vector<Arrival> arrivals;
    arrivals.reserve(resources.size());
    for (IncomingResource& incoming : resources)
      arrivals.push_back(
          erased.take_out(incoming.type, incoming.id, incoming.content)
              ? Arrival::erased
              : record::take_in_resource(
                    writing,
                    {incoming.type, incoming.id, incoming.content_hash, incoming.last_updated,
                     incoming.content, incoming.identifiers, incoming.restricted, incoming.codes},
                    as_of));
    return arrivals;
  });
}

std::map<std::string, std::string> resolved_references(const Service& service,
                                                       const std::set<std::string>& conditional) {
  return service.database().read([&](const sql::Reading& reading) {
    std::map<std::string, std::string> resolved;
    for (const std::string& reference : conditional) {
      const auto asked = record::by_identifier(reference);
      const auto ids = asked ? record::ids_with(reading, *asked) : std::vector<std::string>();
      if (ids.size() == 1) resolved[reference] = asked->type + "/" + ids.front();
    }
    return resolved;
  });
}

std::vector<std::string> resources_that_wait(const Service& service) {
  return service.database().read(
      [](const sql::Reading& reading) { return record::waiting_resources(reading); });
}

std::vector<Site> sites_known(const Service& service) {
  return service.database().read(
      [](const sql::Reading& reading) { return record::sites(reading); });
}

TakenIn take_in_clinic(const Service& service, const IncomingClinic& clinic,
                       const TakeInDefaults& defaults) {
  return service.database().write(
      [&](sql::Writing& writing) { return take_in_clinic(service, writing, clinic, defaults); });
}

TakenIn take_in_clinic(const Service& service, sql::Writing& writing, const IncomingClinic& clinic,
                       const TakeInDefaults& defaults) {
  return Linking(service, writing, clinic, defaults).run();
}

std::vector<std::string> take_out_resources(const Service& service,
                                            std::span<const GoneResource> gone) {
  return service.database().write([&](sql::Writing& writing) {
    std::vector<std::string> left;
    for (const GoneResource& one : gone) {
      auto content = record::content_of_resource(writing, one.type, one.id);
      if (!content) continue;
      record::delete_resource(writing, one.type, one.id, service.now());
      left.push_back(*std::move(content));
    }
    return left;
  });
}

}  // namespace alongside::service
