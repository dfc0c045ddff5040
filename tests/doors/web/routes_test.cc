// SPDX-License-Identifier: Apache-2.0
// The authorisation matrix: every route, every kind of subject, five kinds of object, compared with
// a table that was reviewed by hand; and that a refusal tells nothing.
#include <gtest/gtest.h>

#include <fstream>
#include <regex>
#include <sstream>

#include "clinic.h"
#include "record/break_glass.h"
#include "record/projects.h"
#include "record/supporters.h"
#include "record/visit_invitations.h"
#include "doors/exchange/person_bundle.h"
#include "doors/web/door.h"
#include "doors/web/prepare.h"
#include "doors/web/no_others.h"
#include "doors/web/routes.h"
#include "doors/web/sign_in.h"
#include "foundation/base/secret.h"
#include "foundation/base/text.h"
#include "service/agree.h"
#include "service/contribute.h"
#include "service/describe_life.h"
#include "service/invite_to_prepare.h"
#include "service/prepare.h"
#include "service/put_right.h"

namespace alongside::web {
namespace {

constexpr std::string_view canary = "kanariefågel";

struct Subject {
  std::string name;
  std::vector<std::string> cookies;  ///< each must fare alike
  std::string bearer;
};

/// Somebody whose record is asked for, with an aim of theirs and the team that serves them.
struct Object {
  std::string person;
  std::string aim;
  std::string team;
  std::string code;          ///< with which they get ready for a visit
  std::string project = {};  ///< of the team
};

/// Words of a project, which only those who take part may read.
constexpr std::string_view project_canary = "projektfågel";

/// Members that a form must have before it reaches what it is about.
constexpr std::pair<std::string_view, std::pair<std::string_view, std::string_view>> needed[] = {
    {"/projects/{project}/answer", {"answer", "yes"}},
    {"/projects/{project}/drivers/out", {"driver", "1"}},
    {"/projects/{project}/measures/{measure}/number/out", {"day", "2026-10-01"}},
    {"/projects/{project}/tests/{test}/data/back", {"datum", "1"}},
    {"/teams/{team}/huddle/note/done", {"note", "1"}},
    {"/projects/{project}/leave", {"user", "1"}}};

/// Two sites, four people, three teams, and somebody of each kind to ask.
class Matrix : public testing::Clinic {
 public:
  Matrix()
      : log_(clock, log_file_.get()),
        door_(service, settings_, log_, exchange::person_bundle, &others_) {
    service::IncomingClinic incoming;
    incoming.sites = {{"Organization/s", "Southgate"}};
    incoming.people = {{"Patient/c", "Cleo C", "C", std::nullopt, false, "Organization/s"},
                       {"Patient/g", "Gunnar G", "G", std::nullopt, true, "Organization/n"}};
    incoming.professionals = {{"Practitioner/f", "Dr Far"},
                              {"Practitioner/l", "Dr Lind"},
                              {"Practitioner/o", "Dr Former"}};
    incoming.roles = {{"Practitioner/f", "Organization/s", "nurse"},
                      {"Practitioner/o", "Organization/n", "nurse"}};
    incoming.teams = {
        {"CareTeam/3", "South team", "", "Organization/s", {"Practitioner/f"}},
        {"CareTeam/c", "", "Patient/c", "", {"CareTeam/3"}},
        {"CareTeam/1", "Joints team", "", "Organization/n", {"Practitioner/l", "Practitioner/o"}},
        {"CareTeam/g", "", "Patient/g", "", {"CareTeam/1"}}};
    service::take_in_clinic(service, incoming, {"Clinic", "Europe/Stockholm"});
    former_ = professional({1}, "Practitioner/o");
    service.database().write([&](sql::Writing& w) {
      w.execute("UPDATE team_members SET until_ms = ?1 WHERE home_id = 1 AND professional_no = ?2",
                {clock.now().utc_ms - ms_a_minute, former_.professional->value});
    });
    make_objects();
    make_subjects();
  }

  const std::vector<Subject>& subjects() const { return subjects_; }

  char outcome(const http::Route<PageHandler>& route, const Subject& subject, std::size_t object) {
    std::set<char> seen;
    for (const std::string& cookie : subject.cookies)
      seen.insert(letter(answer(route, cookie, subject.bearer, objects_[object])));
    return seen.size() == 1 ? *seen.begin() : '?';
  }

  http::Response answer(const http::Route<PageHandler>& route, const std::string& cookie,
                        const std::string& bearer, const Object& object) {
    http::Request request = asking(route.method, path_of(route.pattern, object), cookie);
    if (!bearer.empty()) request.headers["authorization"] = bearer;
    if (route.method == http::Method::post) {
      request.form.add("form_token", "0000000000000000token");
      request.form.add("once", once());
      if (route.pattern.ends_with("/enter")) request.form.add("year", "1950");
      for (const auto& [pattern, member] : needed)
        if (route.pattern == pattern)
          request.form.add(std::string(member.first), std::string(member.second));
    }
    return door_.answer(request);
  }

  http::Request asking(http::Method method, const std::string& path, const std::string& cookie) {
    http::Request request;
    request.method = method;
    request.path = path;
    request.headers["host"] = "clinic.example";
    std::string& header = request.headers["cookie"];
    header = session_cookie(settings_);
    header += "=" + cookie;
    return request;
  }
  http::Response sent(const http::Request& request) { return door_.answer(request); }
  const Object& object(std::size_t i) const { return objects_[i]; }
  std::string logged() {
    std::fflush(log_file_.get());
    std::rewind(log_file_.get());
    std::string text;
    for (int c = std::fgetc(log_file_.get()); c != EOF; c = std::fgetc(log_file_.get()))
      text += static_cast<char>(c);
    return text;
  }
  std::int64_t history_entries(std::string_view act_pattern = "%") {
    return service.database().read([&](const sql::Reading& reading) {
      return reading.integer(
          "SELECT count(*) FROM history WHERE person_no IS NOT NULL AND act LIKE ?1",
          {act_pattern});
    });
  }
  std::int64_t changes() { return history_entries() - history_entries("look"); }
  std::string cookie_of(std::string_view subject) const {
    for (const Subject& candidate : subjects_)
      if (candidate.name == subject) return candidate.cookies.front();
    return {};
  }

 private:
  struct Closed {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };

  static char letter(const http::Response& response) {
    if (response.status == 404) return '.';
    if (response.status == 403) return 'x';
    if (response.status == 303 && response.header("Location").starts_with("/sign-in")) return '>';
    return response.status < 400 || response.status == 422 ? '+' : '!';
  }

  static std::string path_of(std::string_view pattern, const Object& object) {
    std::string path(pattern);
    const auto put = [&](std::string_view part, const std::string& value) {
      const std::size_t at = path.find(part);
      if (at != std::string::npos) path.replace(at, part.size(), value);
    };
    put("{person}", object.person);
    put("{aim}", object.aim);
    put("{team}", object.team);
    put("{code}", object.code);
    put("{project}", object.project);
    put("{finding}", "1");
    put("{entry}", "1");
    // The project's first measure is typed, its second counted: only that has parts.
    const bool has_parts = pattern.find("/by/") != std::string_view::npos;
    const std::string of_project = has_parts ? "2" : "1";
    put("{measure}",
        pattern.find("{project}") == std::string_view::npos ? "aim_asked" : of_project);
    const bool begun = pattern.find("/data") != std::string_view::npos;
    put("{test}", begun ? "2" : "1");
    put("{fingerprint}", "none");
    put("{file}", "none");
    put("{token}", "none");
    put("{opening}", "1");
    put("{correction}", "1");
    put("{time}", "1");
    put("{supporter}", "1");
    put("{trial}", "1");
    put("{setting}", "1");
    put("{instrument}", "phq-2");
    put("{barrier}", "1");
    put("{version}", pattern.find("{project}") == std::string_view::npos ? "0" : "1");
    put("{kind}", "phase");
    put("{split}", "age_band");
    return path;
  }

  service::Caller professional(HomeNo home, const std::string& source) {
    return service.database().write([&](sql::Writing& writing) {
      service::Caller caller;
      caller.home = home;
      caller.name = source;
      caller.professional = record::professional_by_source(writing, home, source);
      caller.user_no =
          record::add_user(writing, {home, {0}, source, {}, caller.professional, false, ""}).value;
      return caller;
    });
  }
  service::Caller person(const std::string& source) {
    return service.database().write([&](sql::Writing& writing) {
      const auto key = record::person_by_source(writing, source);
      service::Caller caller;
      caller.home = key->home;
      caller.name = source;
      caller.person = key->person;
      caller.user_no =
          record::add_user(writing, {key->home, {0}, source, key->person, {}, false, ""}).value;
      return caller;
    });
  }
  /// A professional of the first site, on no team, who opened Amina's record in an emergency.
  service::Caller opener(const std::string& name, Instant at) {
    const std::string source = "Practitioner/" + name;
    service.database().write([&](sql::Writing& writing) {
      const auto number = record::take_in_professional(
          writing, {1}, source, name, "nurse", Id<Person>::make(clock.now(), randomness).text());
      const TeamNo team = record::take_in_team(writing, {1}, "CareTeam/o", "Another team",
                                               Id<Team>::make(clock.now(), randomness).text());
      record::take_in_member(writing, {1}, team, number, {0});
      record::add_opening(writing, {{1}, *amina.person}, number, Private<std::string>("It burns"),
                          at, {at.utc_ms + ms_an_hour});
    });
    return professional({1}, source);
  }
  /// Somebody whom Amina asked, in one of the ways it can stand with them.
  enum class Support { holds, over, ended };
  service::Caller supporter(const std::string& name, SupportScope scope, Support state) {
    service::Caller caller;
    caller.home = {1};
    caller.name = name;
    const PersonAccess own = access(amina);
    service.database().write([&](sql::Writing& writing) {
      const record::UserNo user = record::add_user(writing, {{1}, {0}, name, {}, {}, false, ""});
      caller.user_no = user.value;
      const Instant now = clock.now();
      const Instant until{state == Support::over ? now.utc_ms : now.utc_ms + ms_a_day};
      const std::int64_t number =
          record::add_supporter(writing, own, {name, scope, 30}, now, until);
      record::add_support_invitation(writing, own, number, sha256(name), until);
      record::accept_support(writing, *record::support_invitation(writing, sha256(name)), user,
                             now);
      if (state == Support::ended) record::end_support(writing, own, number, now);
    });
    return caller;
  }
  service::Caller without_relations(bool administrator) {
    return service.database().write([&](sql::Writing& writing) {
      service::Caller caller;
      caller.home = {1};
      caller.administrator = administrator;
      caller.user_no =
          record::add_user(writing, {{1}, {0}, "Somebody", {}, {}, administrator, ""}).value;
      return caller;
    });
  }

  /// A record full of canaries: an aim with levels, a life, a check-in.
  Object object_of(const service::Caller& caller, const std::string& team_source) {
    const std::string word(canary);
    Object object;
    object.person = id_of(caller).text();
    object.aim =
        service::state_aim(service, caller, {"Hear a " + word, "", "", "", ""}, once()).value();
    const auto aim = Id<Aim>::parse(object.aim).value();
    (void)service::say_levels(service, caller, aim, {"", word + " far", word + " near", "", ""},
                              once())
        .accepted();
    (void)service::describe_life(service, caller, {"60", word, word}, once()).accepted();
    (void)service::check_in(service, caller, {"", "", {}, word}, once()).accepted();
    (void)service::say_what_is_wrong(service, caller, {"visit", word}, once()).accepted();
    (void)service::keep_preparation(service, caller, RecordOf::own(),
                                    {{{PrepQuestion::matters}, "First a " + word}}, once())
        .accepted();
    live_options(caller, word);
    object.code = std::string(9, 'B') + std::to_string(++codes_ + 1);
    service.database().write([&](sql::Writing& writing) {
      record::add_visit_invitation(writing, access(caller), sha256(object.code), clock.now());
    });
    object.team = service.database().read([&](const sql::Reading& reading) {
      return reading
          .first("SELECT public_id FROM teams WHERE source_reference = ?1", {team_source},
                 [](const sql::Row& row) { return std::string(row.text(0)); })
          .value();
    });
    object.project = live_project(caller.home, object.team);
    return object;
  }

  /// A project of that team, with a driver, a measure, a test that is planned and one that runs.
  std::string live_project(HomeNo home, const std::string& team) {
    const auto id = Id<Project>::make(clock.now(), randomness).text();
    const std::int64_t now = clock.now().utc_ms;
    service.database().write([&](sql::Writing& w) {
      const std::int64_t team_no = w.integer(
          "SELECT team_no FROM teams WHERE home_id = ?1 AND public_id = ?2", {home.value, team});
      const std::int64_t no = ++projects_;
      w.execute(
          "INSERT INTO projects (home_id, project_no, public_id, team_no, begun_by, begun_ms, "
          "ended_why) VALUES (?1, ?2, ?3, ?4, 1, ?5, '')",
          {home.value, no, id, team_no, now});
      Charter charter;
      charter.version = 1;
      charter.words = {std::string(project_canary), "team"};
      charter.written_at = clock.now();
      record::add_charter(w, home, {no}, charter, {1});
      w.execute(
          "INSERT INTO drivers (home_id, project_no, driver_no, version_no, kind, under_no, words, "
          "measure_no, written_by, written_ms) VALUES (?1, ?2, 1, 1, 'primary', 0, ?3, 0, 1, ?4)",
          {home.value, no, project_canary, now});
      w.execute(
          "INSERT INTO project_measures (home_id, project_no, measure_no, version_no, standard, "
          "content, written_by, written_ms) VALUES (?1, ?2, 1, 1, '', ?3, 1, ?4)",
          {home.value, no, "id: p1m1\nname: " + std::string(project_canary) + "\n", now});
      w.execute(
          "INSERT INTO project_measures (home_id, project_no, measure_no, version_no, standard, "
          "content, written_by, written_ms) VALUES (?1, ?2, 2, 1, ?3, '', 0, ?4)",
          {home.value, no, "aim_asked", now});
      w.execute(
          "INSERT INTO measure_numbers (home_id, project_no, measure_no, entry_no, number_day, "
          "counted, out_of, value_milli, taken_out, entered_by, entered_ms) "
          "VALUES (?1, ?2, 1, 1, ?3, 1, 2, 0, 0, 1, ?4)",
          {home.value, no, Day::of(2026, 10, 1).number, now});
      w.execute(
          "INSERT INTO place_profiles (home_id, team_no, version_no, as_of_day, written_by, "
          "written_ms) VALUES (?1, ?2, 1, 0, 1, ?3) "
          "ON CONFLICT (home_id, team_no, version_no) DO NOTHING",
          {home.value, team_no, now});
      w.execute(
          "INSERT INTO huddles (home_id, team_no, huddle_no, begun_by, begun_ms, colleagues, "
          "partners) VALUES (?1, ?2, 1, 1, ?3, 0, 0) "
          "ON CONFLICT (home_id, team_no, huddle_no) DO NOTHING",
          {home.value, team_no, now});
      w.execute(
          "INSERT INTO huddle_notes (home_id, team_no, note_no, kind, words, owner, written_by, "
          "written_ms) VALUES (?1, ?2, 1, 'good', ?3, '', 1, ?4) "
          "ON CONFLICT (home_id, team_no, note_no) DO NOTHING",
          {home.value, team_no, project_canary, now});
      w.execute(
          "INSERT INTO findings (home_id, project_no, finding_no, kind, context, mechanism, "
          "outcome, data_words, story, measure_no, test_no, action, written_by, written_ms) "
          "VALUES (?1, ?2, 1, 'worked', ?3, 'm', 'o', 'd', '', 0, 0, '', 1, ?4)",
          {home.value, no, project_canary, now});
      for (const std::int64_t test : {1, 2})
        w.execute(
            "INSERT INTO tests_of_change (home_id, project_no, test_no, version_no, title, "
            "hypothesis, idea_no, measure_no, what, seen_as, predicted, low_milli, high_milli, "
            "confidence, size_no, begins_day, ends_day, stop_rule, people_minutes, sponsor, who, "
            "supplies, permission, follows_no, written_by, written_ms, learnt, decision, reason) "
            "VALUES (?1, ?2, ?3, 1, ?4, 'b', 0, 0, 'w', 'share', 'between', 0, 1, 50, 1, 0, 1, "
            "'s', 0, 's', 'w', '', '', 0, 1, ?5, '', '', '')",
            {home.value, no, test, project_canary, now});
      w.execute(
          "INSERT INTO test_locks (home_id, project_no, test_no, locked_ms, locked_by) "
          "VALUES (?1, ?2, 2, ?3, 1)",
          {home.value, no, now});
      w.execute(
          "INSERT INTO test_data (home_id, project_no, test_no, datum_no, locked_ms, datum_day, "
          "counted, out_of, value_milli, note, noted_by, noted_ms) "
          "VALUES (?1, ?2, 2, 1, ?3, 0, 1, 2, 0, ?4, 1, ?3)",
          {home.value, no, now, project_canary});
    });
    return id;
  }

  /// One entry, which nobody else may see.
  void write_in_journal(const service::Caller& caller) {
    service.database().write([&](sql::Writing& w) {
      w.execute(
          "INSERT INTO journal_entries (home_id, user_no, entry_no, version_no, kind, day_no, "
          "happened, learnt, thinking, noticed_in, minutes, in_log, again_days, came_of_it, "
          "differently, written_ms) VALUES (1, ?1, 1, 1, 'reflection', 0, ?2, '', '', '', 0, 1, "
          "0, '', '', 0)",
          {caller.user_no, project_canary});
    });
  }

  /// Somebody whom the team of the first project asked to take part, in one of the ways it can be.
  service::Caller partner(Membership state) {
    const service::Caller caller = without_relations(false);
    service.database().write([&](sql::Writing& w) {
      const std::int64_t now = clock.now().utc_ms;
      w.execute(
          "INSERT INTO project_members (home_id, project_no, user_no, asked_by, asked_ms) "
          "VALUES (1, 1, ?1, 1, ?2)",
          {caller.user_no, now});
      if (state != Membership::asked)
        w.execute("UPDATE project_members SET joined_ms = ?2 WHERE home_id = 1 AND user_no = ?1",
                  {caller.user_no, now});
      if (state == Membership::ended)
        w.execute("UPDATE project_members SET ended_ms = ?2 WHERE home_id = 1 AND user_no = ?1",
                  {caller.user_no, now});
    });
    return caller;
  }

  /// Options that the team put together, and a trial that begins tomorrow.
  void live_options(const service::Caller& caller, const std::string& word) {
    const std::int64_t home = caller.home.value;
    const std::int64_t person = caller.person->value;
    const std::int64_t now = clock.now().utc_ms;
    service.database().write([&](sql::Writing& w) {
      w.execute(
          "INSERT INTO option_sets (home_id, person_no, set_no, aim_no, theme, picked_by, "
          "picked_ms, talk, matters_most) VALUES (?1, ?2, 1, 1, 'pain', 1, ?3, '', ?4)",
          {home, person, now, word});
      w.execute(
          "INSERT INTO agreements (home_id, person_no, agreement_no, shared_work, response_kind, "
          "note, standard, disturbs_how, persons_view, professionals_view, recorded_by, "
          "agreed_ms) VALUES (?1, ?2, 1, 'conversation', 'flexible', '', '', '', '', '', 1, ?3)",
          {home, person, now});
      w.execute(
          "INSERT INTO numbers (home_id, person_no, number_no, aim_no, words, at_zero, at_ten, "
          "heading, stated_ms) VALUES (?1, ?2, 1, 1, ?3, '', '', 'down', ?4)",
          {home, person, word, now});
      w.execute(
          "INSERT INTO own_trials (home_id, person_no, trial_no, aim_no, agreement_no, a_option, "
          "a_offer, a_words, a_washout_days, b_option, b_offer, b_words, b_washout_days, "
          "number_no, block_days, drawn, stop_rule, begins_day, made_with, made_ms, stopped_why) "
          "VALUES (?1, ?2, 1, 1, 1, 0, '', '', 0, 1, '', ?3, 0, 1, 7, 'ab', ?3, ?4, 1, ?5, '')",
          {home, person, word, now / ms_a_day + 1, now});
    });
  }

  void make_objects() {
    objects_.push_back(object_of(amina, "CareTeam/1"));
    objects_.push_back(object_of(bo, "CareTeam/2"));
    objects_.push_back(object_of(person("Patient/c"), "CareTeam/3"));
    objects_.push_back(object_of(person("Patient/g"), "CareTeam/1"));
    const std::string never = Id<Person>::make({1}, randomness).text();
    objects_.push_back({never, never, never, "BBBBBBBBB9", never});
  }

  std::string session(const service::Caller& caller, Instant begun) {
    const std::string cookie = fresh_token(randomness);
    service.database().write([&](sql::Writing& w) {
      record::add_session(w, sha256(cookie), caller.home, {caller.user_no}, "token", begun);
    });
    return cookie;
  }

  void make_subjects() {
    const Instant now = clock.now();
    const std::string lapsed = session(amina, {now.utc_ms - 25 * ms_an_hour});
    subjects_.push_back({"nobody", {"", fresh_token(randomness), "x", lapsed}, ""});
    subjects_.push_back({"nobody", {""}, "Bearer patient." + objects_[0].person});
    subjects_.push_back({"nobody", {""}, "Bearer system.eyJhbGciOiJub25lIn0"});
    subjects_.push_back({"amina", {session(amina, now)}, ""});
    subjects_.push_back({"bo", {session(bo, now)}, ""});
    const auto asked = [&](const std::string& subject, SupportScope scope, Support state) {
      subjects_.push_back({subject, {session(supporter(subject, scope, state), now)}, ""});
    };
    const auto device = service::enter_by_code(service, objects_[0].code, "1950");
    subjects_.push_back({"guest", {"; " + std::string(guest_cookie) + "=" + device.value()}, ""});
    asked("helper", SupportScope::contribute, Support::holds);
    asked("narrow", SupportScope::plan, Support::holds);
    asked("over", SupportScope::contribute, Support::over);
    asked("stopped", SupportScope::contribute, Support::ended);
    subjects_.push_back({"lind", {session(lind, now)}, ""});
    write_in_journal(lind);
    subjects_.push_back({"former", {session(former_, now)}, ""});
    subjects_.push_back({"holm", {session(holm, now)}, ""});
    subjects_.push_back({"far", {session(professional({2}, "Practitioner/f"), now)}, ""});
    subjects_.push_back({"opened", {session(opener("Dr Opener", now), now)}, ""});
    const Instant yesterday{now.utc_ms - ms_a_day};
    subjects_.push_back({"lapsed", {session(opener("Dr Lapsed", yesterday), now)}, ""});
    subjects_.push_back({"admin", {session(without_relations(true), now)}, ""});
    subjects_.push_back({"newcomer", {session(without_relations(false), now)}, ""});
    subjects_.push_back({"partner", {session(partner(Membership::joined), now)}, ""});
    subjects_.push_back({"asked", {session(partner(Membership::asked), now)}, ""});
    subjects_.push_back({"left", {session(partner(Membership::ended), now)}, ""});
  }

  std::unique_ptr<std::FILE, Closed> log_file_{std::tmpfile()};
  Settings settings_;
  Log log_;
  NoOthers others_;
  Door door_;
  service::Caller former_;
  std::vector<Object> objects_;
  int codes_ = 0;
  std::int64_t projects_ = 0;
  std::vector<Subject> subjects_;
};

constexpr std::size_t objects = 5;
const std::vector<std::string> columns = {"nobody",   "guest",   "amina",   "bo",     "helper",
                                          "narrow",   "over",    "stopped", "lind",   "former",
                                          "holm",     "far",     "opened",  "lapsed", "admin",
                                          "newcomer", "partner", "asked",   "left"};

std::string name_of(const http::Route<PageHandler>& route) {
  return std::string(route.method == http::Method::get ? "GET  " : "POST ") +
         std::string(route.pattern);
}

/// "GET /people/{person}" -> subject -> five letters.
std::map<std::string, std::map<std::string, std::string>> reviewed_table() {
  std::map<std::string, std::map<std::string, std::string>> table;
  std::ifstream file(ALONGSIDE_SOURCE "/tests/doors/web/authorisation.txt");
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream words(line);
    std::string method;
    std::string path;
    words >> method >> path;
    method.resize(5, ' ');
    for (const std::string& column : columns) words >> table[method + path][column];
  }
  return table;
}

/// What differs between two showings of one page: the one-time keys and the masks of its forms.
std::string without_keys(const std::string& body) {
  static const std::regex once(R"-(name="(once|form_token)" value="[^"]*")-");
  return std::regex_replace(body, once, "");
}

bool signs_out(const http::Route<PageHandler>& route) { return route.pattern == "/sign-out"; }

}  // namespace

TEST(Authorisation, every_route_answers_every_subject_as_the_reviewed_table_says) {
  const auto table = reviewed_table();
  int requests = 0;
  std::string actual;
  bool alike = true;
  for (const auto& route : routes()) {
    Matrix matrix;  // Acts of one route must not change what the next one finds.
    const auto row = table.find(name_of(route));
    std::map<std::string, std::string> found;
    for (const Subject& subject : matrix.subjects()) {
      std::string letters;
      for (std::size_t object = 0; object < objects; ++object) {
        if (signs_out(route) && object > 0) {
          letters += letters[0];
          continue;
        }
        letters += matrix.outcome(route, subject, object);
        ++requests;
      }
      const auto known = found.find(subject.name);
      found[subject.name] = known == found.end() || known->second == letters ? letters : "?????";
    }
    std::string line = name_of(route);
    line.resize(std::max<std::size_t>(line.size() + 1, 45), ' ');
    for (const std::string& column : columns) line += found[column] + "  ";
    actual += line + "\n";
    if (row == table.end() || row->second != found) {
      alike = false;
      ADD_FAILURE() << "not as reviewed (or without a row): " << line;
    }
  }
  EXPECT_EQ(table.size(), routes().size());
  if (!alike) std::cout << actual;
  EXPECT_GT(requests, 2000);
}

TEST(Authorisation, a_refusal_is_byte_for_byte_like_what_is_not_there) {
  for (const auto& route : routes()) {
    if (route.pattern.find("{person}") == std::string_view::npos &&
        route.pattern.find("{aim}") == std::string_view::npos &&
        route.pattern.find("{team}") == std::string_view::npos &&
        route.pattern.find("{project}") == std::string_view::npos)
      continue;
    Matrix matrix;
    for (const std::string subject :
         {"bo", "over", "stopped", "holm", "far", "lapsed", "admin", "newcomer", "left"}) {
      const auto refused = matrix.answer(route, matrix.cookie_of(subject), "", matrix.object(0));
      const auto missing = matrix.answer(route, matrix.cookie_of(subject), "", matrix.object(4));
      EXPECT_EQ(refused.status, 404) << route.pattern << " " << subject;
      EXPECT_EQ(without_keys(refused.body), without_keys(missing.body)) << route.pattern;
      EXPECT_EQ(refused.headers, missing.headers) << route.pattern;
    }
  }
}

TEST(Authorisation, a_record_reaches_only_whom_the_table_serves) {
  const auto table = reviewed_table();
  ASSERT_EQ(table.size(), routes().size());
  Matrix matrix;
  for (const auto& route : routes()) {
    if (signs_out(route)) continue;
    for (const Subject& subject : matrix.subjects())
      for (std::size_t object = 0; object < objects; ++object) {
        const auto before = matrix.history_entries();
        const auto response =
            matrix.answer(route, subject.cookies.front(), subject.bearer, matrix.object(object));
        const bool shows = response.body.find(canary) != std::string::npos;
        const char served = table.at(name_of(route)).at(subject.name)[object];
        if (served != '+' || subject.name == "admin" || subject.name == "newcomer") {
          EXPECT_FALSE(shows) << route.pattern << " " << subject.name;
        }
        const bool tells = response.body.find(project_canary) != std::string::npos;
        // Here "asked" said yes on the way.
        if (served != '+' && subject.name != "asked") {
          EXPECT_FALSE(tells) << route.pattern << " " << subject.name;
        }
        // No look without its entry.
        if (shows && route.method == http::Method::get) {
          EXPECT_GT(matrix.history_entries(), before) << route.pattern << " " << subject.name;
        }
      }
  }
  const std::string log = matrix.logged();
  EXPECT_NE(log.find("/people/{person}"), std::string::npos);
  EXPECT_EQ(log.find(canary), std::string::npos);
  EXPECT_EQ(log.find(matrix.object(0).person), std::string::npos);
  EXPECT_EQ(log.find("Amina"), std::string::npos);
}

TEST(Authorisation, a_code_without_its_device_tells_nothing_about_the_person) {
  Matrix matrix;
  for (const std::string subject : {"nobody", "bo", "lind", "newcomer"})
    for (const std::string& path :
         {"/prepare/" + matrix.object(0).code, "/prepare/" + matrix.object(0).code + "/preview",
          "/prepare/" + matrix.object(1).code}) {
      const auto shown =
          matrix.sent(matrix.asking(http::Method::get, path, matrix.cookie_of(subject)));
      EXPECT_EQ(shown.status, 200);
      EXPECT_EQ(shown.body.find(canary), std::string::npos) << path;
      EXPECT_EQ(shown.body.find("Amina"), std::string::npos) << path;
    }
  const auto own = matrix.sent(matrix.asking(http::Method::get, "/prepare/" + matrix.object(0).code,
                                             matrix.cookie_of("guest")));
  EXPECT_NE(own.body.find(canary), std::string::npos);
  // A device that entered for one person opens nobody else's.
  const auto other = matrix.sent(matrix.asking(
      http::Method::get, "/prepare/" + matrix.object(2).code, matrix.cookie_of("guest")));
  EXPECT_EQ(other.body.find(canary), std::string::npos);
}

TEST(Authorisation, somebody_elses_identifiers_lead_nowhere_in_any_place) {
  Matrix matrix;
  const std::string lind = matrix.cookie_of("lind");
  const std::string amina = matrix.cookie_of("amina");
  const auto send = [&](const std::string& cookie, const std::string& path,
                        std::vector<std::pair<std::string, std::string>> members) {
    http::Request request = matrix.asking(http::Method::post, path, cookie);
    request.form.add("form_token", "0000000000000000token");
    request.form.add("once", matrix.once());
    for (auto& [name, value] : members) request.form.add(name, value);
    return matrix.sent(request).status;
  };
  const auto before = matrix.changes();
  const Object& own = matrix.object(0);
  const Object& other = matrix.object(1);
  // A person one serves with an aim of somebody else, and the other way round.
  EXPECT_EQ(send(lind, "/people/" + own.person + "/aims/" + other.aim + "/rate", {{"level", "0"}}),
            404);
  EXPECT_EQ(send(lind, "/people/" + other.person + "/aims/" + own.aim + "/rate", {{"level", "0"}}),
            404);
  EXPECT_EQ(send(lind, "/people/" + own.person + "/aims/" + other.aim + "/read-back",
                 {{"as_understood", "x"}}),
            404);
  EXPECT_EQ(send(lind, "/people/" + own.person + "/tick", {{"action", "1.1"}}), 422);
  EXPECT_NE(send(amina, "/me/check-in", {{"aim", other.aim}, {"level", "0"}}), 303);
  EXPECT_NE(send(lind, "/people/" + own.person + "/agree",
                 {{"aims", other.aim},
                  {"shared_work", "conversation"},
                  {"response_kind", "standardised"},
                  {"action_0_side", "person"},
                  {"action_0_words", "x"},
                  {"action_3_side", "professional"},
                  {"action_3_words", "y"}}),
            303);
  EXPECT_EQ(matrix.changes(), before);  // A form that is shown again is a look, and no more.
}

TEST(Authorisation, no_form_takes_a_member_that_it_does_not_declare) {
  std::set<std::string> members = {"person",        "person_no", "home_id",  "user_no",
                                   "administrator", "example",   "relation", "state",
                                   "stated_ms",     "side",      "by"};
  for (const auto& route : routes())
    for (const std::string_view member : split(route.form, ' '))
      if (!member.empty() && !member.ends_with('*')) members.insert(std::string(member));
  int refused = 0;
  for (const auto& route : routes()) {
    if (route.method != http::Method::post) continue;
    Matrix matrix;
    for (const std::string& member : members) {
      if (http::form_holds(route.form, member)) continue;
      const std::string subject = route.who == who::professional    ? "lind"
                                  : route.who == who::administrator ? "admin"
                                                                    : "amina";
      http::Request request = matrix.asking(http::Method::post, "", matrix.cookie_of(subject));
      request.path = std::string(route.pattern);
      request.form.add("form_token", "0000000000000000token");
      request.form.add(member, "1");
      EXPECT_EQ(matrix.sent(request).status, 400) << route.pattern << " took " << member;
      ++refused;
    }
  }
  EXPECT_GT(refused, 500);
}

}  // namespace alongside::web
