// SPDX-License-Identifier: Apache-2.0
// Who works on what.
#include "doors/web/projects.h"

#include <algorithm>

#include "change/charter.h"
#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "service/read_project.h"
#include "service/run_project.h"

namespace alongside::web {
namespace {

Url url_of(const Project& project) { return Url("/projects").part(project.id.text()); }

Html project_item(const Asking& asking, const Project& project) {
  return h::li(h::a(
      href(url_of(project)), h::b(Attribute("dir", std::string_view("auto")), Text(project.name)),
      h::br(), h::span(cls("small muted"), Text(project.team.name)),
      project.ended_at ? together(Text(" "), h::span(cls("chip"), asking.say("project.ended")))
                       : Html()));
}

Html asked_card(const Asking& asking, const Project& project) {
  const auto answer = [&](std::string_view code, std::string_view key, std::string_view look) {
    return post_form(
        asking, url_of(project).then("/answer"), cls("inline"),
        h::input(type("hidden"), name("answer"), value(code)),
        h::button(cls_of(look), asking.say(key), h::span(cls("vh"), Text(" " + project.name))));
  };
  return h::section(cls("card stack-s"),
                    h::h2(asking.say("project.asked_title", {{"team", project.team.name}})),
                    h::p(h::b(Attribute("dir", std::string_view("auto")), Text(project.name))),
                    h::p(asking.say("project.asked_what")),
                    h::div(cls("row"), answer("yes", "project.say_yes", "btn small"),
                           answer("no", "project.say_no", "btn line small")));
}

Html begin_form(const FormState& state, const std::vector<Team>& teams) {
  const Asking& asking = state.asking;
  if (teams.empty()) return {};
  std::vector<Choice> choices;
  for (const Team& team : teams) choices.push_back({team.id.text(), Html(Text(team.name))});
  const Html which = teams.size() == 1
                         ? h::input(type("hidden"), name("team"), value(teams.front().id.text()))
                         : tiles(state, "team", asking.say("project.which_team"), choices, "");
  return post_form(asking, Url("/projects"), cls("card stack"), h::h2(asking.say("project.begin")),
                   text_field(state, {"name", "project.name", "project.name_hint"}), which,
                   h::p(h::button(cls("btn"), asking.say("project.begin_now"))));
}

http::Response show_projects(const FormState& state) {
  const Asking& asking = state.asking;
  const service::MyProjects mine = service::my_projects(asking.service, asking.caller());
  std::vector<Html> asked;
  for (const Project& project : mine.asked) asked.push_back(asked_card(asking, project));
  std::vector<Html> items;
  for (const Project& project : mine.projects) items.push_back(project_item(asking, project));
  const Html list =
      items.empty()
          ? empty_state(asking.say("project.none"), asking.say("project.none_why"),
                        mine.teams.empty() ? Html(h::p(asking.say("project.none_ask"))) : Html())
          : Html(h::div(cls("card"), h::ul(cls("people"), items)));
  return page(
      asking, state.came_back() ? 422 : 200, asking.say("project.title"), Place::projects,
      h::div(cls("wrap narrow page stack"), fault_summary(state),
             h::h1(asking.say("project.title")), h::p(cls("lead"), asking.say("project.lead")),
             asked, list, begin_form(state, mine.teams)));
}

Html member_item(const Asking& asking, const service::ProjectView& view,
                 const ProjectMember& member) {
  const bool may = view.of_the_team || member.user == view.user;
  const Text state = asking.say(member.partner ? "member.partner" : "member.colleague");
  const Html leave =
      may ? post_form(
                asking, project_url(asking).then("/leave"), cls("inline"),
                h::input(type("hidden"), name("user"), value(std::to_string(member.user))),
                h::button(cls("btn line small"),
                          asking.say(member.user == view.user ? "member.leave" : "member.let_go"),
                          h::span(cls("vh"), Text(" " + member.name))))
          : Html();
  return h::li(mark(member.partner ? Shape::person : Shape::team, 16), Text(" "),
               h::b(Text(member.name)), Text(" "), h::span(cls("small muted"), state), Text(" "),
               leave);
}

Html ask_form(const FormState& state) {
  return post_form(state.asking, project_url(state.asking).then("/members"), cls("card stack-s"),
                   h::h2(state.asking.say("member.ask")),
                   text_field(state, {"login", "member.login", "member.login_hint"}),
                   h::p(h::button(cls("btn"), state.asking.say("member.ask_now"))));
}

Html end_form(const FormState& state, const Project& project) {
  const Asking& asking = state.asking;
  if (project.ended_at)
    return post_form(asking, project_url(asking).then("/take-up"), cls("card stack-s"),
                     h::h2(asking.say("project.ended")),
                     h::p(Attribute("dir", std::string_view("auto")), Text(project.ended_why)),
                     h::p(h::button(cls("btn line"), asking.say("project.take_up"))));
  return post_form(asking, project_url(asking).then("/end"), cls("card stack-s"),
                   h::h2(asking.say("project.end")), h::p(asking.say("project.end_lead")),
                   area_field(state, {"why", "project.why", ""}, 2),
                   text_field(state, {"keeper", "project.keeper", "project.keeper_hint"}),
                   h::p(h::button(cls("btn line"), asking.say("project.end_now"))));
}

http::Response show_members(const FormState& state) {
  const Asking& asking = state.asking;
  const auto id = project_asked(asking);
  if (!id) return not_found(asking);
  const auto seen = service::read_project(asking.service, asking.caller(), *id);
  if (!seen) return not_found(asking);
  const service::ProjectView& view = seen.value();
  std::vector<Html> items;
  for (const ProjectMember& member : view.members)
    // Who was asked and did not answer stands nowhere: it would tell that the name exists.
    if (member.state == Membership::joined) items.push_back(member_item(asking, view, member));
  const Html said =
      asking.request.query.has("asked") ? saved_notice(asking.say("member.asked_said")) : Html();
  return page(
      asking, state.came_back() ? 422 : 200, asking.say("member.title"), Place::projects,
      h::div(cls("wrap narrow page stack"),
             h::p(h::a(href(project_url(asking)), Text(view.project.name))), fault_summary(state),
             said, h::h1(asking.say("member.title")),
             h::p(cls("lead"), asking.say("member.lead", {{"team", view.project.team.name}})),
             items.empty() ? h::p(asking.say("member.none"))
                           : h::div(cls("card"), h::ul(cls("looks"), items)),
             h::p(cls("small muted"), asking.say("member.what_they_see")),
             view.of_the_team ? together(ask_form(state), end_form(state, view.project)) : Html()));
}

}  // namespace

std::optional<Id<Project>> project_asked(const Asking& asking) {
  return Id<Project>::parse(asking.part("project"));
}

Url project_url(const Asking& asking) { return Url("/projects").part(asking.part("project")); }

std::string typed_in(const Asking& asking, std::string_view field) {
  return std::string(asking.typed(field));
}

http::Response done_or_again(const Asking& asking, const Outcome<std::string>& done, const Url& to,
                             const std::function<http::Response(const FormState&)>& again) {
  if (done) return http::Response::see_other(to.text());
  if (is_not_found(done.refusal())) return not_found(asking);
  return again({asking, done.refusal().faults()});
}

http::Response projects_page(const Asking& asking) { return show_projects({asking, {}}); }

http::Response post_project(const Asking& asking) {
  const auto team = Id<Team>::parse(asking.typed("team"));
  if (!team) return show_projects({asking, {{"project.team_missing", "team"}}});
  const auto begun = service::begin_project(asking.service, asking.caller(), *team,
                                            asking.typed("name"), asking.once());
  return done_or_again(asking, begun, Url("/projects").part(begun ? begun.value() : std::string()),
                       show_projects);
}

http::Response post_project_answer(const Asking& asking) {
  const auto id = project_asked(asking);
  const bool yes = asking.typed("answer") == "yes";
  if (!id || (!yes && asking.typed("answer") != "no")) return not_found(asking);
  const auto said = service::answer_project(
      asking.service, asking.caller(), *id,
      yes ? service::JoinAnswer::yes : service::JoinAnswer::no, asking.once());
  return done_or_again(asking, said, yes ? project_url(asking) : Url("/projects"), show_projects);
}

http::Response members_page(const Asking& asking) { return show_members({asking, {}}); }

http::Response post_member(const Asking& asking) {
  const auto id = project_asked(asking);
  if (!id) return not_found(asking);
  return done_or_again(asking,
                       service::ask_to_join_project(asking.service, asking.caller(), *id,
                                                    asking.typed("login"), asking.once()),
                       project_url(asking).then("/members").with("asked", "1"), show_members);
}

http::Response post_leave_project(const Asking& asking) {
  const auto id = project_asked(asking);
  if (!id) return not_found(asking);
  const bool oneself = asking.typed("user") == std::to_string(asking.caller().user_no);
  return done_or_again(asking,
                       service::leave_project(asking.service, asking.caller(), *id,
                                              asking.typed("user"), asking.once()),
                       oneself ? Url("/projects") : project_url(asking).then("/members"),
                       show_members);
}

http::Response post_end_project(const Asking& asking) {
  const auto id = project_asked(asking);
  if (!id) return not_found(asking);
  return done_or_again(
      asking,
      service::end_project(asking.service, asking.caller(), *id,
                           {typed_in(asking, "why"), typed_in(asking, "keeper")}, asking.once()),
      project_url(asking), show_members);
}

http::Response post_take_project_up(const Asking& asking) {
  const auto id = project_asked(asking);
  if (!id) return not_found(asking);
  return done_or_again(
      asking, service::take_project_up(asking.service, asking.caller(), *id, asking.once()),
      project_url(asking), show_members);
}

}  // namespace alongside::web
