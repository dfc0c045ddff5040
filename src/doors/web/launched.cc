// SPDX-License-Identifier: Apache-2.0
// The browser holds a secret; what it opens stays in the server.
#include "doors/web/launched.h"

#include <algorithm>

#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "doors/web/phrases.h"
#include "doors/web/sign_in.h"
#include "doors/web/today.h"
#include "foundation/words/phrase.h"
#include "service/launch.h"
#include "service/my_people.h"

namespace alongside::web {
namespace {

using service::HereAs;
using service::Launched;

std::string_view browser_of(const Asking& asking) {
  return asking.request.cookie(launch_cookie(asking.settings));
}

http::Response sent_on(const Asking& asking, std::string location, std::string_view browser) {
  return http::Response::see_other(std::move(location))
      .with("Set-Cookie", cookie_text(asking.settings, {launch_cookie(asking.settings), browser}));
}

/// In plain words what went wrong between two systems, and what to do.
http::Response stopped(const Asking& asking, const Refusal& refusal) {
  return page(asking, 422, asking.say("launch.stopped"), Place::none,
              h::div(cls("wrap narrow page stack"), h::h1(asking.say("launch.stopped")),
                     h::p(asking.say(refusal.key())), h::p(asking.say("launch.again")),
                     h::p(h::a(cls("btn"), href(Url("/")), asking.say("not_found.home")))));
}

/// What was done, told once at the top of the page.
Html news(const Asking& asking) {
  if (asking.request.query.has("kept")) return saved_notice(asking.say("launch.kept"));
  if (asking.request.query.has("linked")) return saved_notice(asking.say("launch.linked"));
  if (asking.request.query.value("sent") == "document")
    return saved_notice(asking.say("launch.sent_document"));
  if (asking.request.query.has("sent")) return saved_notice(asking.say("launch.sent"));
  return {};
}

Text heading_of(const Asking& asking, std::string_view type) {
  if (type == "Goal") return asking.say("launch.goals");
  if (type == "CarePlan") return asking.say("launch.plans");
  if (type == "Condition") return asking.say("launch.conditions");
  if (type == "MedicationRequest") return asking.say("launch.medicines");
  if (type == "Observation") return asking.say("launch.observations");
  if (type == "CareTeam") return asking.say("launch.teams");
  return asking.say("launch.close_ones");
}

Html shown_there(const Asking& asking, const Launched& launched) {
  std::vector<Html> parts;
  std::vector<Html> unread;
  for (const service::ShownThere& one : launched.shown) {
    if (!one.read) unread.push_back(h::li(heading_of(asking, one.type)));
    if (one.count == 0) continue;
    std::vector<Html> lines;
    for (const std::string& line : one.lines)
      lines.push_back(h::li(Attribute("dir", std::string_view("auto")), Text(line)));
    const std::int64_t more = one.count - static_cast<std::int64_t>(one.lines.size());
    if (more > 0) lines.push_back(h::li(cls("muted"), asking.say_count("launch.more", more)));
    parts.push_back(h::section(h::h3(heading_of(asking, one.type)), h::ul(cls("plain"), lines)));
  }
  if (parts.empty()) parts.push_back(h::p(asking.say("launch.shows_nothing")));
  if (!unread.empty())
    parts.push_back(together(h::p(cls("small muted"), asking.say("launch.not_read")),
                             h::ul(cls("small muted"), unread)));
  return h::section(
      cls("card stack-s"), labelled_by("there"),
      h::h2(id("there"), asking.say("launch.shows", {{"system", launched.system.name}})),
      h::p(cls("small muted"), asking.say("launch.not_stored")), parts);
}

Html keep_form(const FormState& state, const Launched& launched) {
  const Asking& asking = state.asking;
  const auto teams = service::my_teams(asking.service, asking.caller());
  if (!teams || teams.value().empty()) return h::p(asking.say("launch.no_team"));
  std::vector<Choice> choices;
  for (const Team& team : teams.value()) choices.push_back({team.id.text(), Html(Text(team.name))});
  const Html which =
      choices.size() == 1
          ? h::input(type("hidden"), name("team"), value(choices.front().value))
          : tiles(state, "team", asking.say("launch.which_team"), choices, state.value("team"));
  return post_form(asking, Url("/launched/keep"), cls("card stack-s"),
                   h::h2(asking.say("launch.keep_title", {{"name", launched.person.name}})),
                   h::p(asking.say("launch.keep_why", {{"system", launched.system.name}})), which,
                   h::p(h::button(cls("btn"), asking.say("launch.keep"))));
}

Html served_card(const Asking& asking, const Launched& launched, const Id<Person>& person) {
  const Html send =
      launched.takes_plan
          ? post_form(
                asking, Url("/launched/send"),
                h::p(cls("small"),
                     asking.say("launch.send_why", {{"system", launched.system.name}})),
                h::p(h::button(cls("btn line"),
                               asking.say("launch.send", {{"system", launched.system.name}}))))
          : h::p(cls("small muted"),
                 asking.say("launch.takes_nothing_card", {{"system", launched.system.name}}));
  return h::section(
      cls("card stack-s"), labelled_by("here"), h::h2(id("here"), asking.say("launch.here")),
      h::p(h::a(cls("btn"), href(Url("/people").part(person.text())),
                asking.say("launch.open", {{"name", launched.person.name}}))),
      send,
      post_form(
          asking, Url("/launched/keep"),
          h::p(cls("small"), asking.say("launch.keep_again", {{"system", launched.system.name}})),
          h::p(h::button(cls("btn line small"), asking.say("launch.keep")))));
}

/// What can be done, above what the other system shows. Where nothing can, it shows nothing either.
Html what_now(const FormState& state, const Launched& launched) {
  const Asking& asking = state.asking;
  const auto where = service::where_launched(asking.service, asking.caller(), launched.person);
  switch (where.here) {
    case HereAs::served:
      return together(served_card(asking, launched, *where.person), shown_there(asking, launched));
    case HereAs::elsewhere:
      return note(Html(asking.say("launch.elsewhere", {{"name", launched.person.name}})));
    case HereAs::somebody_else:
      return note(Html(asking.say("launch.somebody_else", {{"system", launched.system.name}})));
    case HereAs::unknown:
      return together(keep_form(state, launched), shown_there(asking, launched));
  }
  return {};
}

Html link_card(const FormState& state, const Launched& launched) {
  const Asking& asking = state.asking;
  if (launched.identity.empty() || asking.caller().administrator ||
      service::is_linked(asking.service, asking.caller(), launched.identity))
    return {};
  return post_form(
      asking, Url("/launched/link"), cls("card stack-s"), h::h2(asking.say("launch.link_title")),
      h::p(asking.say("launch.link_why", {{"system", launched.system.name}})),
      text_field(state, {"password", "launch.link_password", "", "password", "current-password"}),
      h::p(h::button(cls("btn line"), asking.say("launch.link"))));
}

http::Response show_launched(const FormState& state) {
  const Asking& asking = state.asking;
  if (asking.others == nullptr) return not_found(asking);
  const auto launched = asking.others->look(browser_of(asking), asking.caller());
  if (!launched) return stopped(asking, launched.refusal());
  const service::LaunchedPerson& person = launched.value().person;
  const Html born =
      person.born ? h::p(cls("muted"),
                         asking.say("launch.born",
                                    {{"day", words::date_in_words(asking.language, *person.born)}}))
                  : Html();
  return page(
      asking, state.came_back() ? 422 : 200, Text(person.name), Place::people,
      h::div(cls("wrap narrow page stack"),
             h::div(h::h1(Attribute("dir", std::string_view("auto")), Text(person.name)), born,
                    h::p(cls("lead"),
                         asking.say("launch.open_in", {{"system", launched.value().system.name}}))),
             news(asking), fault_summary(state), what_now(state, launched.value()),
             link_card(state, launched.value()),
             post_form(asking, Url("/launched/end"),
                       h::p(h::button(cls("btn line small"), asking.say("launch.close"))))));
}

/// The team that was chosen, or the only one there is.
std::optional<Id<Team>> team_chosen(const Asking& asking) {
  const auto teams = service::my_teams(asking.service, asking.caller());
  if (!teams) return std::nullopt;
  for (const Team& team : teams.value())
    if (team.id.text() == asking.typed("team")) return team.id;
  return std::nullopt;
}

}  // namespace

std::string_view launch_cookie(const Settings& settings) {
  return settings.encrypted() ? "__Host-alongside_launch" : "alongside_launch";
}

http::Response launch_page(const Asking& asking) {
  if (asking.others == nullptr) return not_found(asking);
  const auto begun = asking.others->begin({std::string(asking.request.query.value("iss")),
                                           std::string(asking.request.query.value("launch")),
                                           address_here(asking, Url("/launch/back"))});
  if (!begun) return stopped(asking, begun.refusal());
  return sent_on(asking, begun.value().go_to, begun.value().browser);
}

http::Response launch_back_page(const Asking& asking) {
  if (asking.others == nullptr) return not_found(asking);
  const http::Fields& query = asking.request.query;
  const auto step = asking.others->come_back(
      {browser_of(asking), query.value("state"), query.value("code"), query.value("error")});
  if (!step) return stopped(asking, step.refusal());
  http::Response response = sent_on(asking, "/launched", step.value().browser);
  // Whoever is signed in there as somebody else here is not served as the one before them.
  const bool same = asking.signed_in &&
                    service::is_linked(asking.service, asking.caller(), step.value().identity);
  if (same) return response;
  if (const auto session = service::sign_in_from_outside(asking.service, step.value().identity))
    response.with("Set-Cookie",
                  cookie_text(asking.settings, {session_cookie(asking.settings), *session}));
  return response;
}

http::Response launched_page(const Asking& asking) { return show_launched({asking, {}}); }

http::Response post_keep_launched(const Asking& asking) {
  if (asking.others == nullptr) return not_found(asking);
  const auto launched = asking.others->look(browser_of(asking), asking.caller());
  if (!launched) return stopped(asking, launched.refusal());
  const auto where =
      service::where_launched(asking.service, asking.caller(), launched.value().person);
  if (where.here == HereAs::elsewhere || where.here == HereAs::somebody_else)
    return not_found(asking);
  const auto team = team_chosen(asking);
  if (where.here == HereAs::unknown && !team)
    return show_launched({asking, {{"launch.team_missing", "team"}}});
  const auto kept = asking.others->keep(browser_of(asking));
  if (!kept) return stopped(asking, kept.refusal());
  if (where.here == HereAs::served) return http::Response::see_other("/launched?kept=1");
  const auto person = service::take_on_launched(asking.service, asking.caller(), *team,
                                                launched.value().person, launched.value().system);
  if (!person) return show_launched({asking, person.refusal().faults()});
  return http::Response::see_other("/launched?kept=1");
}

http::Response post_send_launched(const Asking& asking) {
  if (asking.others == nullptr) return not_found(asking);
  const auto launched = asking.others->look(browser_of(asking), asking.caller());
  if (!launched) return stopped(asking, launched.refusal());
  const auto where =
      service::where_launched(asking.service, asking.caller(), launched.value().person);
  if (where.here != HereAs::served) return not_found(asking);
  const auto all = service::what_to_send(asking.service, asking.caller(), *where.person,
                                         launched.value().system);
  if (!all) return not_found(asking);
  const auto sent =
      asking.others->send(browser_of(asking), all.value(), sheet_text(asking, all.value().record));
  if (!sent) return show_launched({asking, sent.refusal().faults()});
  return http::Response::see_other(sent.value().document ? "/launched?sent=document"
                                                         : "/launched?sent=plan");
}

http::Response post_link_launched(const Asking& asking) {
  if (asking.others == nullptr) return not_found(asking);
  const auto launched = asking.others->look(browser_of(asking), asking.caller());
  if (!launched) return stopped(asking, launched.refusal());
  const auto linked = service::link_outside_identity(
      asking.service, asking.caller(), launched.value().identity, asking.typed("password"));
  if (linked) return http::Response::see_other("/launched?linked=1");
  return is_not_found(linked.refusal()) ? not_found(asking)
                                        : show_launched({asking, linked.refusal().faults()});
}

http::Response post_end_launched(const Asking& asking) {
  if (asking.others != nullptr) asking.others->end(browser_of(asking));
  return http::Response::see_other("/people").with(
      "Set-Cookie", cookie_text(asking.settings, {launch_cookie(asking.settings), "", "/", 0}));
}

http::Response public_keys(const Asking& asking) {
  if (asking.others == nullptr) return not_found(asking);
  http::Response response = http::Response::text(200, asking.others->public_keys());
  for (auto& [name, value] : response.headers)
    if (name == "Content-Type") value = "application/jwk-set+json";
  return response;
}

}  // namespace alongside::web
