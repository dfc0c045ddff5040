// SPDX-License-Identifier: Apache-2.0
// The same random acts on a file and on PostgreSQL: each answer alike, and the history's chains
// alike to the last bit, which hold the fingerprint of everything that an act wrote.
//   alongside_engines ACTS [SEED]        with ALONGSIDE_TEST_DATABASE, as tests/postgres.sh sets it
#include <cstdio>

#include "clinic.h"
#include "record/history.h"
#include "record/verify.h"
#include "service/agree.h"
#include "service/contribute.h"
#include "service/describe_life.h"
#include "service/hold_visit.h"
#include "service/judge_attainment.h"
#include "service/my_people.h"
#include "service/read_chart.h"
#include "service/read_record.h"
#include "service/state_aim.h"
#include "service/support.h"
#include "service/understand_aim.h"

namespace {

using namespace alongside;

/// One clinic with what its people have said so far, as the program answered it.
class Living {
 public:
  explicit Living(testing::Where where) : clinic_(where) {
    people_ = {&clinic_.amina, &clinic_.bo};
    professionals_ = {&clinic_.lind, &clinic_.holm};
    for (const service::Caller* person : people_) ids_.push_back(clinic_.id_of(*person));
    aims_.resize(people_.size());
  }

  /// One act that chance chooses, right or wrong; answers what it said.
  std::string act(SeededRandomness& chance) {
    clinic_.clock.move_to(
        {clinic_.clock.now().utc_ms + static_cast<std::int64_t>(chance.below(90'000))});
    const auto who = static_cast<std::size_t>(chance.below(2));
    // Sometimes the other one's professional, who may not.
    const auto by = chance.below(8) == 0 ? 1 - who : who;
    const service::Caller& person = *people_[who];
    const service::Caller& professional = *professionals_[by];
    const RecordOf theirs = RecordOf::person(ids_[who]);
    const Id<Aim> aim = some_aim(who, chance);
    // Sometimes a key that was used before.
    const std::string once = std::to_string(chance.below(9) == 0 && acts_ > 0 ? acts_ : ++acts_);
    const std::string text = words(chance);
    switch (chance.below(17)) {
      case 0:
      case 1:
        return keep_aim(who,
                        service::state_aim(clinic_.service, person,
                                           {text, horizon(chance), "", number(chance), ""}, once));
      case 2:
        return said(
            service::restate_aim(clinic_.service, person, aim, {text, "", "", "", ""}, once));
      case 3:
        return said(service::say_levels(clinic_.service, person, aim,
                                        {"", text, words(chance), words(chance), ""}, once));
      case 4:
        return said(service::move_aim(clinic_.service, person, aim,
                                      chance.below(2) == 0 ? Towards::first : Towards::last, once));
      case 5:
        return said(chance.below(2) == 0
                        ? service::let_go_of_aim(clinic_.service, person, aim, once)
                        : service::take_up_aim(clinic_.service, person, aim, once));
      case 6:
        return said(
            service::read_aim_back(clinic_.service, professional, ids_[who], aim, text, once));
      case 7:
        return said(service::answer_read_back(
            clinic_.service, person, aim,
            {number(chance), chance.below(2) == 0 ? "yes" : "not_quite", text}, once));
      case 8:
        return said(
            service::describe_life(clinic_.service, person, {number(chance), text, ""}, once));
      case 9:
        return said(service::agree(clinic_.service, professional, ids_[who],
                                   {"conversation",
                                    "standardised",
                                    "The leaflet",
                                    {{"person", text, "", "30", ""},
                                     {"professional", words(chance), "2026-12-24", "", ""}},
                                    {},
                                    "no"},
                                   {aim.text()}, once));
      case 10:
      case 11:
        return said(service::check_in(
            clinic_.service, person,
            {chance.below(2) == 0 ? aim.text() : "", chance.below(2) == 0 ? number(chance) : "",
             chance.below(2) == 0 ? std::vector<std::string>{"1.1"} : std::vector<std::string>{},
             text},
            once));
      case 12:
        return said(service::judge_attainment(
            clinic_.service, professional, theirs, aim,
            std::to_string(static_cast<std::int64_t>(chance.below(7)) - 3), once));
      case 13:
        return said(
            chance.below(2) == 0
                ? service::hold_visit(clinic_.service, professional, ids_[who], once)
                : service::tick_promise(clinic_.service, professional, ids_[who], "1.2", once));
      case 14:
        return supported(person, who, chance, once);
      case 15:
        return looked(professional, theirs);
      default:
        return listed(professional, text);
    }
  }

  /// Support asked for, taken on by the other one, used and ended.
  std::string supported(const service::Caller& person, std::size_t who, SeededRandomness& chance,
                        const std::string& once) {
    const service::Caller& other = who == 0 ? clinic_.bo : clinic_.amina;
    switch (chance.below(4)) {
      case 0: {
        const auto link = service::ask_for_support(
            clinic_.service, person,
            {words(chance), chance.below(2) == 0 ? "plan" : "contribute", "30"}, once);
        if (link && chance.below(4) > 0)
          (void)service::take_on_support(clinic_.service, other, link.value()).accepted();
        return said(link);
      }
      case 1:
        return said(service::end_support(clinic_.service, person, number(chance), once));
      case 2:
        return said(service::tick_for(clinic_.service, other, ids_[who], "1.1", once));
      default:
        return looked(other, RecordOf::supported(ids_[who]));
    }
  }

  std::string chains() {
    return clinic_.service.database().read([](const sql::Reading& reading) {
      std::string all;
      for (const record::Head& head : record::history_heads(reading))
        all += std::to_string(head.number) + " " + head.hash + "\n";
      return all;
    });
  }
  std::size_t faults() {
    return clinic_.service.database().read(
        [](const sql::Reading& reading) { return record::verify_all(reading).findings.size(); });
  }

 private:
  static std::string refusal_words(const Refusal& refusal) {
    std::string all;
    for (const Fault& fault : refusal.faults()) all += fault.key + "@" + fault.field + " ";
    return all;
  }
  static std::string said(const Outcome<std::string>& outcome) {
    return outcome ? "yes " + outcome.value() : "no " + refusal_words(outcome.refusal());
  }
  std::string keep_aim(std::size_t who, const Outcome<std::string>& outcome) {
    if (outcome) aims_[who].push_back(outcome.value());
    return said(outcome);
  }
  Id<Aim> some_aim(std::size_t who, SeededRandomness& chance) {
    // Sometimes the other one's.
    const auto whose = chance.below(8) == 0 ? 1 - who : who;
    const std::uint64_t choice = chance.below(1'000'000);
    if (aims_[whose].empty()) return Id<Aim>::parse("01934c9c-e34c-7717-8b4a-7169c9276795").value();
    return Id<Aim>::parse(aims_[whose][choice % aims_[whose].size()]).value();
  }
  static std::string words(SeededRandomness& chance) {
    static const std::vector<std::string> some = {"Walk",
                                                  "Äta frukost",
                                                  "\xF0\x9F\x8C\xBB growing",
                                                  "O'Brien said \"yes\"; --",
                                                  "",
                                                  "50 % _ done",
                                                  "line\nbreak",
                                                  "żółć ß Ω"};
    std::string text = some[static_cast<std::size_t>(chance.below(some.size()))];
    if (chance.below(3) == 0) text += " " + std::to_string(chance.below(1000));
    return text;
  }
  static std::string number(SeededRandomness& chance) { return std::to_string(chance.below(12)); }
  static std::string horizon(SeededRandomness& chance) {
    return std::vector<std::string>{"soon", "this_year", "",
                                    "never"}[static_cast<std::size_t>(chance.below(4))];
  }
  std::string looked(const service::Caller& by, const RecordOf& whose) {
    const auto view = service::read_record(clinic_.service, by, whose, "page");
    if (!view) return "no";
    std::string all = "record";
    for (const Aim& aim : view.value().aims) {
      all += "|" + aim.words() + "/" + aim.original_words();
      for (const Rating& rating : view.value().ratings_of(aim))
        all += " " + std::to_string(rating.level.number()) + rating.level_words.disclose();
    }
    for (const Agreement& agreement : view.value().agreements)
      for (const Action& action : agreement.actions)
        all += "|" + action.words.disclose() + std::to_string(action.times_done);
    for (const auto& check_in : view.value().check_ins) all += "|" + check_in.line.disclose();
    return all;
  }
  std::string listed(const service::Caller& by, const std::string& part) {
    std::string all = "list";
    const auto view = service::my_people(clinic_.service, by, part, 0).value();
    for (const auto& entry : view.people) all += "|" + entry.first_aim.disclose();
    for (const Team& team : service::my_teams(clinic_.service, by).value()) {
      const auto charts = service::read_team(clinic_.service, by, team.id).value();
      for (const auto& chart : charts.charts)
        for (const auto& point : chart.reading.points)
          all += " " + std::to_string(point.share.count) + "/" + std::to_string(point.share.of);
    }
    return all;
  }

  testing::Clinic clinic_;
  std::vector<const service::Caller*> people_;
  std::vector<const service::Caller*> professionals_;
  std::vector<Id<Person>> ids_;
  std::vector<std::vector<std::string>> aims_;
  std::int64_t acts_ = 0;
};

}  // namespace

int main(int count, char** arguments) {
  const int acts = count > 1 ? std::atoi(arguments[1]) : 2000;
  const std::uint64_t seed = count > 2 ? std::strtoull(arguments[2], nullptr, 10) : 20261122;
  if (std::getenv("ALONGSIDE_TEST_DATABASE") == nullptr) {
    std::puts("ALONGSIDE_TEST_DATABASE names no PostgreSQL: see tests/postgres.sh");
    return 1;
  }
  Living file(testing::Where::in_a_file);
  Living server(testing::Where::as_asked);
  SeededRandomness for_file(seed);
  SeededRandomness for_server(seed);
  int yes = 0;
  for (int i = 1; i <= acts; ++i) {
    const std::string left = file.act(for_file);
    const std::string right = server.act(for_server);
    if (left.starts_with("yes")) ++yes;
    const bool compare_chains = i % 50 == 0 || i == acts;
    if (left == right && (!compare_chains || file.chains() == server.chains())) continue;
    std::printf("act %d of seed %llu differs\n  file:       %s\n  PostgreSQL: %s\n", i,
                static_cast<unsigned long long>(seed), left.c_str(), right.c_str());
    std::puts("0 passed, 1 failed");
    return 1;
  }
  const std::size_t faults = file.faults() + server.faults();
  std::printf(
      "%d acts, %d of them carried out, the others refused or looks: alike on both engines\n", acts,
      yes);
  std::printf("%d passed, %d failed\n", faults == 0 ? 1 : 0, faults == 0 ? 0 : 1);
  return faults == 0 ? 0 : 1;
}
