// SPDX-License-Identifier: Apache-2.0
// Invents two believable years, act by act.
#include "doors/cli/example.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "doors/cli/example_offered.h"
#include "doors/cli/example_projects.h"
#include "doors/cli/example_reflection.h"
#include "foundation/base/random.h"
#include "foundation/base/text.h"
#include "service/agree.h"
#include "service/contribute.h"
#include "service/describe_life.h"
#include "service/hold_visit.h"
#include "service/judge_attainment.h"
#include "service/manage_people.h"
#include "service/my_people.h"
#include "service/read_record.h"
#include "service/state_aim.h"
#include "service/take_in.h"
#include "service/understand_aim.h"

namespace alongside::cli {
namespace {

using service::Caller;
using service::Service;

constexpr std::int64_t days_lived = 730;
constexpr std::int64_t days_between_visits = 62;
constexpr std::int64_t days_between_releases = 91;

/// An aim on its way.
struct LivedAim {
  std::optional<Id<Aim>> id;
  const AimIdea* idea = nullptr;
  std::int64_t since = 0;  // day number within the two years
  std::int64_t check_ins_left = 0;
  double pull = 0;    // how strongly it moves towards attained; some never do
  double where = -1;  // between -2 and 2
  bool agreed = false;
  bool scaled = false;
  std::int64_t agreement_no = 0;
  std::int64_t actions = 0;
};

struct LivedPerson {
  Person person;
  Caller caller;
  std::size_t team = 0;
  std::vector<LivedAim> aims;
  std::int64_t agreements = 0;
  std::map<std::string, std::int64_t> read_backs;  // by aim: how many there were
};

/// A team with the professionals who meet its people, and how its habit of asking changed.
struct LivedTeam {
  std::vector<Caller> members;
  double asks_at_first = 0.45;
  double asks_later = 0.45;
  std::int64_t changed_on = days_lived;
  std::optional<Id<Team>> id = {};
};

class TwoYears {
 public:
  TwoYears(const Service& service, StillClock& clock, Instant today, const ExampleIdeas& ideas,
           std::uint64_t seed)
      : service_(service),
        clock_(clock),
        ideas_(ideas.aims),
        offered_(service, ideas.offers, seed + 1),
        chance_(seed),
        first_day_(today.utc_ms / ms_a_day - days_lived),
        projects_(service, Day{first_day_}, seed + 2),
        reflection_(service, Day{first_day_}, seed + 3) {}

  ExampleReport live(const std::function<void(int)>& progress) {
    at(0, 7, 0);
    gather();
    for (std::int64_t day = 1; day < days_lived; ++day) {
      if (day % 30 == 0) progress(static_cast<int>(day / 30));
      if ((first_day_ + day + 3) % 7 >= 5) continue;  // No visits on Saturday and Sunday.
      learn_now_and_then(day);
      at(day, 7, 45);
      projects_.live_day(day);
      reflection_.live_day(day);
      live_day(day);
    }
    at(days_lived - 1, 17, 0);
    make_sign_ins();
    return report_;
  }

 private:
  bool happens(double probability) { return unit() < probability; }
  double unit() { return static_cast<double>(chance_.below(1'000'000)) / 1'000'000.0; }
  template <class List>
  const auto& one_of(const List& list) {
    return list[chance_.below(list.size())];
  }
  std::string once() { return uuid_v7(service_.now(), chance_); }
  void at(std::int64_t day, int hour, int minute) {
    clock_.move_to({(first_day_ + day) * ms_a_day + hour * ms_an_hour + minute * ms_a_minute});
  }

  /// An administrator invites everybody; from then on each acts as themselves.
  void gather() {
    const auto known = service::people_to_invite(service_, administrator(), "");
    std::map<std::string, std::size_t> team_places;
    for (const service::Invitee& invitee : known.value()) {
      if (invitee.side != Side::professional) continue;
      const Caller professional =
          invited(invitee.home, Side::professional, invitee.number, invitee.name);
      for (const Team& team : service::my_teams(service_, professional).value()) {
        const auto [place, fresh] = team_places.try_emplace(team.id.text(), teams_.size());
        if (fresh) {
          teams_.emplace_back().id = team.id;
          offered_.offer(professional, team.id);
        }
        teams_[place->second].members.push_back(professional);
        if (fresh) gather_people(professional, place->second);
      }
    }
    if (!teams_.empty()) {
      teams_[0] = {teams_[0].members, 0.38, 0.74, 330, teams_[0].id};
      offered_.join_network(teams_[0].members.front(), *teams_[0].id);
      projects_.begin_with(teams_[0].members, *teams_[0].id);
      reflection_.begin_with(teams_[0].members, *teams_[0].id);
    }
    if (teams_.size() > 1) teams_[1].asks_at_first = teams_[1].asks_later = 0.55;
    if (teams_.size() > 2) teams_[2] = {teams_[2].members, 0.50, 0.62, 450, teams_[2].id};
  }

  /// Once a quarter the first team works its model out anew.
  void learn_now_and_then(std::int64_t day) {
    if (teams_.empty() || day < next_learning_) return;
    next_learning_ = day + days_between_releases;
    at(day, 7, 30);
    offered_.learn(teams_[0].members.front(), *teams_[0].id);
  }

  Caller administrator() {
    const auto sites = service::sites_known(service_);
    Caller admin;
    admin.home = sites.front().home;
    admin.name = "Example administrator";
    admin.administrator = true;
    return admin;
  }

  Caller invited(HomeNo home, Side side, std::int64_t number, const std::string& name) {
    Caller caller;
    caller.home = home;
    caller.name = name;
    caller.user_no = service::invite(service_, administrator(), home, side, number).value().user_no;
    if (side == Side::person)
      caller.person = PersonNo{number};
    else
      caller.professional = ProfessionalNo{number};
    return caller;
  }

  void gather_people(const Caller& professional, std::size_t team) {
    for (std::int64_t page = 0;; ++page) {
      const auto view = service::my_people(service_, professional, "", page).value();
      for (const auto& entry : view.people) {
        const PersonKey key = entry.person.key;
        const bool known =
            std::ranges::any_of(people_, [&](const LivedPerson& p) { return p.person.key == key; });
        if (known) continue;
        people_.push_back(
            {entry.person,
             invited(key.home, Side::person, key.person.value, entry.person.name.disclose()),
             team,
             {},
             0,
             {}});
        ++report_.people;
      }
      if (view.people.empty()) return;
    }
  }

  void live_day(std::int64_t day) {
    for (LivedPerson& person : people_) {
      if (happens(1.4 / static_cast<double>(days_between_visits))) visit(person, day);
      for (LivedAim& aim : person.aims) check_in(person, aim, day);
    }
  }

  bool team_asks(const LivedTeam& team, std::int64_t day) {
    return happens(day < team.changed_on ? team.asks_at_first : team.asks_later);
  }

  void visit(LivedPerson& person, std::int64_t day) {
    const LivedTeam& team = teams_[person.team];
    const Caller& professional = one_of(team.members);
    at(day, 8, static_cast<int>(chance_.below(50)));
    const auto looked = service::read_record(service_, professional,
                                             RecordOf::person(person.person.id), "shared page");
    if (!looked) return;
    const bool asked = team_asks(team, day);
    if (asked && person.aims.size() < 3 && (person.aims.empty() || happens(0.3)))
      state_aim(person, day);
    if (asked && !person.aims.empty()) read_back(person, professional, person.aims.back(), day);
    for (LivedAim& aim : person.aims) {
      if (aim.agreed && aim.scaled && aim.check_ins_left == 0 && happens(0.5))
        aim.check_ins_left = static_cast<std::int64_t>(1 + chance_.below(6));
      if (!aim.agreed && happens(0.72)) agree(person, professional, aim, day);
      if (aim.scaled && day - aim.since > 20 && happens(0.6))
        rate_beside(person, professional, aim, day);
    }
    at(day, 11, static_cast<int>(chance_.below(55)));
    if (service::hold_visit(service_, professional, person.person.id, once())) ++report_.visits;
    look_back(person, day);
  }

  void state_aim(LivedPerson& person, std::int64_t day) {
    LivedAim aim;
    aim.idea = &one_of(ideas_);
    const bool twice = std::ranges::any_of(
        person.aims, [&](const LivedAim& other) { return other.idea == aim.idea; });
    if (twice) return;
    if (person.aims.empty() && happens(0.7)) {
      const std::string minutes = std::to_string(30 * (1 + chance_.below(6)));
      (void)service::describe_life(service_, person.caller,
                                   {minutes, one_of(commitments()), one_of(helpers())}, once())
          .accepted();
    }
    const auto said = service::state_aim(
        service_, person.caller,
        {aim.idea->words, aim.idea->horizon, happens(0.7) ? aim.idea->situation : "",
         happens(0.6) ? std::to_string(6 + chance_.below(5)) : "",
         happens(0.5) ? std::to_string(3 + chance_.below(7)) : ""},
        once());
    if (!said) return;
    aim.id = Id<Aim>::parse(said.value());
    aim.since = day;
    aim.pull = happens(0.62) ? 0.05 + 0.25 * unit() : 0.02 * unit();
    if (happens(0.88)) {
      const LevelWords levels = {"", aim.idea->now, aim.idea->there, aim.idea->better, ""};
      aim.scaled = service::say_levels(service_, person.caller, *aim.id, levels, once()).accepted();
    }
    ++report_.aims;
    person.aims.push_back(aim);
  }

  static const std::vector<std::string>& commitments() {
    static const std::vector<std::string> list = {"I look after my mother each morning.",
                                                  "I work nights, Thursday to Sunday.",
                                                  "Friday is choir. That is holy.",
                                                  "My grandson is with me after school.",
                                                  "",
                                                  "I drive a bus and start at five."};
    return list;
  }
  static const std::vector<std::string>& helpers() {
    static const std::vector<std::string> list = {
        "My sister lives next door.", "My neighbour drives me.",     "The dog gets me out.", "",
        "My husband cooks.",          "The people at the allotment."};
    return list;
  }

  void read_back(LivedPerson& person, const Caller& professional, LivedAim& aim, std::int64_t day) {
    at(day, 10, static_cast<int>(chance_.below(20)));
    if (!service::read_aim_back(service_, professional, person.person.id, *aim.id,
                                aim.idea->as_understood, once()))
      return;
    const std::string number = std::to_string(++person.read_backs[aim.id->text()]);
    if (happens(0.12)) return;  // Some never answer, and that stays missing.
    at(day, 10, 25);
    const bool right = happens(0.85);
    (void)service::answer_read_back(
        service_, person.caller, *aim.id,
        {number, right ? "yes" : "not_quite", right ? "" : "It is more about not being a burden."},
        once())
        .accepted();
  }

  void agree(LivedPerson& person, const Caller& professional, LivedAim& aim, std::int64_t day) {
    at(day, 10, 40);
    AgreementDraft draft;
    draft.shared_work = std::string(code_of(one_of(shared_work_degrees)));
    draft.response_kind = std::string(code_of(one_of(response_kinds)));
    if (draft.response_kind == "customised")
      draft.note = "Shorter and more often, because mornings are hard.";
    const OfferedThings::Choice choice =
        offered_.choose(professional, person.caller, person.person.id, *aim.id, aim.idea->theme);
    draft.options = choice.options;
    if (choice.standard) draft.response_kind = "standardised";
    aim.pull = std::max(0.0, aim.pull + 0.05 * choice.adds);
    aim.where += 0.5 * choice.adds;
    if (draft.response_kind == "standardised" && !choice.standard)
      draft.note = "As the team's leaflet of 2025 says.";
    draft.disturbs = "no";
    const Day today{first_day_ + day};
    for (const auto& [words, minutes] : aim.idea->mine)
      draft.actions.push_back(
          {"person", words, "", minutes > 0 ? std::to_string(minutes) : "", ""});
    draft.actions.push_back(
        {"professional", one_of(aim.idea->teams), today.plus(14).iso(), "", ""});
    const auto made =
        service::agree(service_, professional, person.person.id, draft, {aim.id->text()}, once());
    if (!made) return;
    ++report_.agreements;
    aim.agreed = true;
    aim.agreement_no = ++person.agreements;
    aim.actions = static_cast<std::int64_t>(aim.idea->mine.size());
    aim.check_ins_left = aim.scaled ? static_cast<std::int64_t>(2 + chance_.below(12)) : 0;
    if (happens(0.75)) {
      at(day, 15, 30);
      const std::string promise =
          std::to_string(aim.agreement_no) + "." + std::to_string(aim.actions + 1);
      (void)service::tick_promise(service_, professional, person.person.id, promise, once())
          .accepted();
    }
  }

  Level level_of(const LivedAim& aim) {
    const double wobble = (unit() - 0.5) * 0.9;
    return Level::from(std::clamp<std::int64_t>(std::llround(aim.where + wobble), -2, 2)).value();
  }

  void check_in(LivedPerson& person, LivedAim& aim, std::int64_t day) {
    if (aim.check_ins_left == 0 || !happens(0.1)) return;
    --aim.check_ins_left;
    aim.where = std::min(1.6, aim.where + aim.pull * 3 * unit());
    at(day, 18 + static_cast<int>(chance_.below(4)), static_cast<int>(chance_.below(60)));
    service::CheckInDraft draft{aim.id->text(), std::to_string(level_of(aim).number()), {}, ""};
    for (std::int64_t action = 1; action <= aim.actions; ++action)
      if (happens(0.6))
        draft.done.push_back(std::to_string(aim.agreement_no) + "." + std::to_string(action));
    if (!aim.idea->lines.empty() && happens(0.25)) draft.line = one_of(aim.idea->lines);
    if (service::check_in(service_, person.caller, draft, once())) ++report_.check_ins;
  }

  void rate_beside(LivedPerson& person, const Caller& professional, LivedAim& aim,
                   std::int64_t day) {
    at(day, 10, 50);
    (void)service::judge_attainment(service_, professional, RecordOf::person(person.person.id),
                                    *aim.id, std::to_string(level_of(aim).number()), once())
        .accepted();
  }

  /// Long after: some aims are said anew, some are let go.
  void look_back(LivedPerson& person, std::int64_t day) {
    at(day, 12, 30);
    std::erase_if(person.aims, [&](LivedAim& aim) {
      if (day - aim.since > 60 && !aim.idea->restated.empty() && happens(0.06)) {
        (void)service::restate_aim(service_, person.caller, *aim.id,
                                   {aim.idea->restated, aim.idea->horizon, "", "", ""}, once())
            .accepted();
      }
      const bool over =
          (aim.where > 0.4 && day - aim.since > 150) || (!aim.agreed && day - aim.since > 120);
      if (!over || !happens(0.35)) return false;
      return service::let_go_of_aim(service_, person.caller, *aim.id, once()).accepted();
    });
  }

  void add_sign_in(const Caller& caller, const std::string& login) {
    const auto done = service::add_example_sign_in(service_,
                                                   {caller.home,
                                                    {caller.user_no},
                                                    caller.name,
                                                    caller.person,
                                                    caller.professional,
                                                    caller.administrator,
                                                    ""},
                                                   "example-" + login);
    expect(done.accepted(), "an example clinic takes example sign-ins");
  }

  static std::string first_name(const std::string& name) {
    std::string login;
    for (const char c : lower_ascii(split(name, ' ').front()))
      if (c >= 'a' && c <= 'z') login += c;
    return login;
  }

  /// The people with most to show, one of each team, and everybody's first professional.
  void make_sign_ins() {
    for (std::size_t team = 0; team < teams_.size(); ++team) {
      const LivedPerson* best = nullptr;
      for (const LivedPerson& person : people_)
        if (person.team == team &&
            (best == nullptr || person.aims.size() > best->aims.size() ||
             (person.aims.size() == best->aims.size() && person.agreements > best->agreements)))
          best = &person;
      if (best != nullptr) {
        const std::string login = first_name(best->caller.name);
        add_sign_in(best->caller, login);
        if (team == 0) projects_.ask_partner(best->caller, "example-" + login);
      }
      const Caller& member = teams_[team].members.front();
      add_sign_in(member, "dr-" + lower_ascii(split(member.name, ' ').back()));
    }
    add_sign_in(administrator(), "administrator");
  }

  const Service& service_;
  StillClock& clock_;
  const std::vector<AimIdea>& ideas_;
  OfferedThings offered_;
  std::int64_t next_learning_ = days_between_releases;
  SeededRandomness chance_;
  std::int64_t first_day_;
  LivedProjects projects_;
  LivedReflection reflection_;
  std::vector<LivedTeam> teams_;
  std::vector<LivedPerson> people_;
  ExampleReport report_;
};

}  // namespace

ExampleReport live_two_years(const Service& service, StillClock& clock, Instant today,
                             const ExampleIdeas& ideas, std::uint64_t seed,
                             const std::function<void(int month)>& progress) {
  return TwoYears(service, clock, today, ideas, seed).live(progress);
}

}  // namespace alongside::cli
