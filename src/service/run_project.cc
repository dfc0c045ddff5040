// SPDX-License-Identifier: Apache-2.0
// Projects, their charters and members.
#include "service/run_project.h"

#include <algorithm>

#include "change/joined_words.h"
#include "foundation/base/text.h"
#include "record/people.h"
#include "record/projects.h"
#include "service/act.h"
#include "service/my_people.h"

namespace alongside::service {
namespace {

record::UserNo user_of(const Caller& caller) { return {caller.user_no}; }

Outcome<std::string> said(std::string_view typed, const char* key, const char* field) {
  std::string words = tidied(typed);
  if (words.empty()) return Refusal(key, field);
  if (characters(words) > charter_characters_max) return Refusal("charter.long", field);
  return words;
}

/// What others wrote since `base` put together with what was typed.
Outcome<Charter> with_what_others_wrote(const sql::Reading& reading, const ProjectAccess& access,
                                        Charter typed, std::string_view base) {
  const auto newest = record::charter(reading, access).value();
  const auto version = whole_number(base);
  const auto before = version ? record::charter(reading, access, *version) : std::nullopt;
  if (!before) return Refusal("form.once_missing");
  const auto both = joined_words(before->words, newest.words, typed.words);
  std::vector<Fault> faults;
  for (const std::size_t place : both.both)
    faults.push_back({"charter.both_changed", std::string(code_of(charter_fields[place]))});
  if (!faults.empty()) return Refusal(std::move(faults));
  typed.words = both.words;
  typed.version = newest.version + 1;
  return typed;
}

}  // namespace

MyProjects my_projects(const Service& service, const Caller& caller) {
  MyProjects mine = service.database().read([&](const sql::Reading& reading) {
    const OwnProjectsAccess access = Permission::to_own_projects(caller);
    return MyProjects{record::own_projects(reading, access, service.now()),
                      record::asked_to_join(reading, access),
                      {}};
  });
  if (auto teams = my_teams(service, caller)) mine.teams = std::move(teams).value();
  return mine;
}

Outcome<std::string> begin_project(const Service& service, const Caller& caller,
                                   const Id<Team>& team, std::string_view name,
                                   std::string_view once) {
  if (once.empty() || once.size() > once_key_bytes_max) return Refusal("form.once_missing");
  return service.database().write([&](sql::Writing& writing) -> Outcome<std::string> {
    const Instant now = service.now();
    const record::Actor actor = actor_of(caller);
    record::hold_home(writing, caller.home);
    TRY(const TeamAccess access, Permission::to_team(writing, caller, team, now));
    if (const auto before = record::answer_before(writing, actor, once)) {
      if (before->act != "begin_project") return Refusal("form.once_missing");
      return before->answer;
    }
    CharterWords words;
    words[0] = name;
    words[static_cast<std::size_t>(CharterField::scale)] = code_of(ProjectScale::team);
    TRY(Charter charter, charter_from(words));
    if (record::count_projects(writing, access) >= static_cast<std::int64_t>(projects_max))
      return Refusal("project.too_many", "name");
    const auto id = Id<Project>::make(now, service.randomness);
    const ProjectNo number = record::add_project(writing, access, {id, user_of(caller)}, now);
    charter.version = 1;
    charter.written_at = now;
    record::add_charter(writing, caller.home, number, charter, user_of(caller));
    record::append_history(
        writing, actor,
        record::About::parts(std::nullopt, {{record::PartKind::project, number.value}}),
        {"begin_project", "project " + std::to_string(number.value)}, now);
    record::keep_answer(writing, actor, once, {id.text(), {0}, "begin_project"}, now);
    return id.text();
  });
}

Outcome<std::string> save_charter(const Service& service, const Caller& caller,
                                  const Id<Project>& project, const CharterWords& typed,
                                  std::string_view base, std::string_view once) {
  return change_project(
      service, caller, project, {"save_charter", once},
      [&](sql::Writing& writing, const ProjectAccess& access) -> Outcome<Change> {
        TRY(Charter checked, charter_from(typed));
        TRY(Charter charter, with_what_others_wrote(writing, access, std::move(checked), base));
        charter.written_at = service.now();
        record::add_charter(writing, caller.home, {access.number()}, charter, user_of(caller));
        access.touch({record::PartKind::project, access.number()});
        return Change{std::to_string(charter.version),
                      "project " + std::to_string(access.number())};
      });
}

Outcome<std::string> end_project(const Service& service, const Caller& caller,
                                 const Id<Project>& project, const EndDraft& draft,
                                 std::string_view once) {
  return change_project(service, caller, project, {"end_project", once},
                        [&](sql::Writing& writing, const ProjectAccess& access) -> Outcome<Change> {
                          if (!access.of_the_team()) return Refusal("permission.not_found");
                          const auto why = said(draft.why, "project.end_why", "why");
                          const auto keeper = said(draft.keeper, "project.end_keeper", "keeper");
                          std::vector<Fault> faults;
                          for (const auto* one : {&why, &keeper})
                            if (!one->accepted()) faults.push_back(one->refusal().faults().front());
                          if (!faults.empty()) return Refusal(std::move(faults));
                          record::set_ended(writing, access, service.now(),
                                            why.value() + "\n" + keeper.value());
                          return Change{"", "project " + std::to_string(access.number())};
                        });
}

Outcome<std::string> take_project_up(const Service& service, const Caller& caller,
                                     const Id<Project>& project, std::string_view once) {
  return change_project(service, caller, project, {"take_project_up", once},
                        [&](sql::Writing& writing, const ProjectAccess& access) -> Outcome<Change> {
                          if (!access.of_the_team()) return Refusal("permission.not_found");
                          record::set_ended(writing, access, std::nullopt, "");
                          return Change{"", "project " + std::to_string(access.number())};
                        });
}

Outcome<std::string> ask_to_join_project(const Service& service, const Caller& caller,
                                         const Id<Project>& project, std::string_view login,
                                         std::string_view once) {
  return change_project(
      service, caller, project, {"ask_to_join_project", once},
      [&](sql::Writing& writing, const ProjectAccess& access) -> Outcome<Change> {
        if (!access.of_the_team()) return Refusal("permission.not_found");
        const std::string name = lower_ascii(one_line(login));
        if (name.empty()) return Refusal("member.name_missing", "login");
        if (record::project_members(writing, access).size() >= project_members_max)
          return Refusal("member.too_many", "login");
        const auto found = record::login(writing, name);
        if (found && found->home == caller.home && found->user.value != caller.user_no)
          record::ask_to_join(writing, access, found->user, user_of(caller), service.now());
        access.touch({record::PartKind::project_members});
        return Change{"", "project " + std::to_string(access.number())};
      });
}

Outcome<std::string> answer_project(const Service& service, const Caller& caller,
                                    const Id<Project>& project, JoinAnswer answer,
                                    std::string_view once) {
  return change_part(
      service, caller, {record::PartKind::project_members}, {"answer_project", once},
      [&](const sql::Reading&) -> Outcome<OwnProjectsAccess> {
        return Permission::to_own_projects(caller);
      },
      [&](sql::Writing& writing, const OwnProjectsAccess& access) -> Outcome<Change> {
        const auto keys = record::project_keys(writing, caller.home, project);
        const auto said = answer == JoinAnswer::yes ? record::Answer::yes : record::Answer::no;
        if (!keys ||
            !record::answer_to_joining(writing, access, keys->project, said, service.now()))
          return Refusal("permission.not_found");
        return Change{"", "project " + std::to_string(keys->project.value)};
      });
}

Outcome<std::string> leave_project(const Service& service, const Caller& caller,
                                   const Id<Project>& project, std::string_view user,
                                   std::string_view once) {
  return change_project(
      service, caller, project, {"leave_project", once},
      [&](sql::Writing& writing, const ProjectAccess& access) -> Outcome<Change> {
        const auto number = whole_number(user);
        const auto members = record::project_members(writing, access);
        if (!number || std::ranges::find(members, *number, &ProjectMember::user) == members.end() ||
            (!access.of_the_team() && *number != caller.user_no))
          return Refusal("permission.not_found");
        record::end_membership(writing, access, {*number}, service.now());
        return Change{"", "project " + std::to_string(access.number())};
      });
}

}  // namespace alongside::service
