// SPDX-License-Identifier: Apache-2.0
// The way in and the way out.
#include "doors/web/sign_in.h"

#include <algorithm>
#include <charconv>

#include "doors/web/door.h"
#include "doors/web/launched.h"
#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "foundation/base/text.h"
#include "service/launch.h"
#include "service/manage_people.h"

namespace alongside::web {
namespace {

/// Where somebody goes on after signing in; nowhere else than here.
std::string_view then_of(const Asking& asking) {
  const std::string_view then = asking.request.method == http::Method::post
                                    ? asking.typed("then")
                                    : asking.request.query.value("then");
  // As authorize_again writes it: no byte that an address does not hold.
  const bool plain = std::ranges::all_of(then, [](char c) { return c > ' ' && c < '\x7f'; });
  const bool known = then == "launched" || (plain && then.starts_with("/authorize?"));
  return known ? then : std::string_view();
}

std::string_view why_first(std::string_view then) {
  return then == "launched" ? "launch.sign_in_first" : "program.sign_in_first";
}

Html example_list(const Asking& asking) {
  std::vector<Html> items;
  for (const auto& entry : service::example_sign_ins(asking.service)) {
    const Shape shape = entry.side == "person" ? Shape::person : Shape::team;
    items.push_back(h::li(post_form(
        asking, Url("/sign-in"), h::input(type("hidden"), name("login"), value(entry.login)),
        h::input(type("hidden"), name("password"), value(service::example_password)),
        then_of(asking).empty() ? Html()
                                : h::input(type("hidden"), name("then"), value(then_of(asking))),
        h::button(cls("btn line small"), mark(shape, 14), Text(" "), Text(entry.name)), Text(" "),
        h::code(Text(entry.login)))));
  }
  if (items.empty()) return {};
  return h::section(cls("card"), h::h2(asking.say("sign_in.examples")),
                    h::p(cls("small muted"), asking.say("sign_in.examples_why",
                                                        {{"password", service::example_password}})),
                    h::ul(cls("stack-s gap-s"), items));
}

http::Response show_sign_in(const FormState& state) {
  const Asking& asking = state.asking;
  const std::string_view then = then_of(asking);
  http::Response response = page(
      asking, state.came_back() ? 422 : 200, asking.say("sign_in.title"), Place::none,
      h::div(cls("wrap narrow page stack"), h::h1(asking.say("sign_in.title")),
             then.empty() ? Html() : note(Html(asking.say(why_first(then)))),
             post_form(asking, Url("/sign-in"), cls("card stack"), fault_summary(state),
                       then.empty() ? Html() : h::input(type("hidden"), name("then"), value(then)),
                       text_field(state, {"login", "sign_in.login", "", "text", "username"}),
                       text_field(state, {"password", "sign_in.password", "", "password",
                                          "current-password"}),
                       h::p(h::button(cls("btn wide"), asking.say("sign_in.go")))),
             example_list(asking), h::p(cls("small muted"), asking.say("sign_in.no_sign_in"))));
  if (then.starts_with('/'))
    response.with("Content-Security-Policy",
                  http::content_policy("", true) + "; frame-ancestors 'none'");
  return response;
}

http::Response show_join(const FormState& state) {
  const Asking& asking = state.asking;
  const auto view = service::invitation_for(asking.service, asking.part("token"));
  if (!view)
    return page(asking, 404, asking.say("join.over_title"), Place::none,
                h::div(cls("wrap narrow page stack"), h::h1(asking.say("join.over_title")),
                       h::p(asking.say("join.invitation_over"))));
  const Html who = view->first_administrator
                       ? text_field(state, {"name", "join.your_name", "", "text", "name"})
                       : h::p(asking.say("join.for", {{"name", view->name}}));
  return page(asking, state.came_back() ? 422 : 200, asking.say("join.title"), Place::none,
              h::div(cls("wrap narrow page"),
                     post_form(asking, Url("/join").part(asking.part("token")), cls("card stack"),
                               fault_summary(state), h::h1(asking.say("join.title")), who,
                               view->asks_clinic ? text_field(state, {"clinic", "join.clinic",
                                                                      "join.clinic_hint"})
                                                 : Html(),
                               new_sign_in_fields(state),
                               h::p(h::button(cls("btn wide"), asking.say("join.go"))))));
}

Html invite_button(const Asking& asking, const service::Invitee& invitee) {
  if (!invitee.login.empty()) return Html(Text(invitee.login));
  return post_form(
      asking, Url("/admin/invite"),
      h::input(type("hidden"), name("home"), value(std::to_string(invitee.home.value))),
      h::input(type("hidden"), name("side"), value(code_of(invitee.side))),
      h::input(type("hidden"), name("number"), value(std::to_string(invitee.number))),
      h::button(cls("btn line small"), asking.say("admin.invite")));
}

http::Response show_admin(const Asking& asking, const std::string& part, const Html& news) {
  const auto found = service::people_to_invite(asking.service, asking.caller(), part);
  if (!found) return not_found(asking);
  std::vector<Html> rows;
  for (const service::Invitee& invitee : found.value())
    rows.push_back(h::tr(h::th(Attribute("scope", std::string_view("row")),
                               mark(invitee.side == Side::person ? Shape::person : Shape::team, 14),
                               Text(" "), Text(invitee.name)),
                         h::td(Text(invitee.site)), h::td(invite_button(asking, invitee))));
  const Html search =
      post_form(asking, Url("/admin/search"), cls("card stack-s"),
                Attribute("role", std::string_view("search")),
                h::label(for_("name"), asking.say("people.find")),
                h::input(id("name"), name("name"), type("search"), value(part)),
                h::p(h::button(cls("btn line small"), asking.say("people.search"))));
  const Html list =
      rows.empty()
          ? h::p(asking.say("admin.nobody_yet"))
          : h::div(cls("card scroll"),
                   h::table(cls("plain"),
                            h::thead(h::tr(h::th(Attribute("scope", std::string_view("col")),
                                                 asking.say("admin.name")),
                                           h::th(Attribute("scope", std::string_view("col")),
                                                 asking.say("admin.site")),
                                           h::th(Attribute("scope", std::string_view("col")),
                                                 asking.say("admin.sign_in")))),
                            h::tbody(rows)));
  return page(
      asking, 200, asking.say("admin.title"), Place::admin,
      h::div(cls("wrap page stack"), h::h1(asking.say("admin.title")),
             h::p(cls("lead"), asking.say("admin.lead")),
             h::p(h::a(href(Url("/admin/instruments")), asking.say("instrument.title")),
                  Text(" · "), h::a(href(Url("/admin/systems")), asking.say("system.title")),
                  Text(" · "), h::a(href(Url("/admin/programs")), asking.say("program.admin"))),
             news, search, list,
             found.value().size() < service::invitees_max
                 ? Html()
                 : h::p(asking.say("people.more_than_shown"))));
}

}  // namespace

std::string_view session_cookie(const Settings& settings) {
  return settings.encrypted() ? "__Host-alongside_session" : "alongside_session";
}

http::Response with_session(const Asking& asking, std::string_view cookie, std::string location) {
  return http::Response::see_other(std::move(location))
      .with("Set-Cookie", cookie_text(asking.settings, {session_cookie(asking.settings), cookie}));
}

http::Response home(const Asking& asking) {
  if (!asking.signed_in) return http::Response::see_other("/sign-in");
  const service::Caller& caller = asking.caller();
  return http::Response::see_other(caller.person          ? "/me"
                                   : caller.professional  ? "/people"
                                   : caller.administrator ? "/admin"
                                                          : "/supporting");
}

http::Response sign_in_page(const Asking& asking) {
  if (asking.signed_in) return home(asking);
  return show_sign_in({asking, {}});
}

http::Response post_sign_in(const Asking& asking) {
  const auto cookie =
      service::sign_in(asking.service, asking.typed("login"), asking.typed("password"));
  if (!cookie) return show_sign_in({asking, cookie.refusal().faults()});
  const std::string_view then = then_of(asking);
  return with_session(asking, cookie.value(),
                      then.empty()         ? "/"
                      : then == "launched" ? "/launched"
                                           : std::string(then));
}

http::Response post_sign_out(const Asking& asking) {
  if (asking.others != nullptr)
    asking.others->end(asking.request.cookie(launch_cookie(asking.settings)));
  service::sign_out(asking.service, asking.request.cookie(session_cookie(asking.settings)));
  return signed_out_to(asking, "/sign-in");
}

http::Response signed_out_to(const Asking& asking, std::string location) {
  http::Response response = http::Response::see_other(std::move(location));
  response.with("Set-Cookie",
                cookie_text(asking.settings, {session_cookie(asking.settings), "", "/", 0}));
  response.with("Clear-Site-Data", "\"cache\", \"cookies\", \"storage\"");
  return response;
}

http::Response post_language(const Asking& asking) {
  const std::string code(asking.typed("language"));
  const std::string known = code == "sv" ? "sv" : "en";
  if (asking.signed_in) service::choose_language(asking.service, asking.caller(), known);
  http::Response response = http::Response::see_other("/");
  response.with("Set-Cookie",
                cookie_text(asking.settings, {"alongside_language", known, "/", a_year}));
  return response;
}

Html new_sign_in_fields(const FormState& state) {
  return together(text_field(state, {"login", "join.login", "join.login_hint", "text", "username"}),
                  text_field(state, {"password", "join.password", "join.password_hint", "password",
                                     "new-password"}),
                  text_field(state, {"again", "join.again", "", "password", "new-password"}));
}

http::Response signed_in_with(const Asking& asking, std::string_view login,
                              std::string_view password) {
  const auto cookie = service::sign_in(asking.service, login, password);
  return cookie ? with_session(asking, cookie.value(), "/") : http::Response::see_other("/sign-in");
}

http::Response join_page(const Asking& asking) { return show_join({asking, {}}); }

http::Response post_join(const Asking& asking) {
  const auto outcome =
      service::join(asking.service, asking.part("token"),
                    {std::string(asking.typed("name")), std::string(asking.typed("clinic")),
                     asking.settings.zone, std::string(asking.typed("login")),
                     std::string(asking.typed("password")), std::string(asking.typed("again"))});
  if (!outcome) return show_join({asking, outcome.refusal().faults()});
  return signed_in_with(asking, asking.typed("login"), asking.typed("password"));
}

http::Response admin_page(const Asking& asking) { return show_admin(asking, "", {}); }

http::Response post_admin_search(const Asking& asking) {
  return show_admin(asking, one_line(asking.typed("name")), {});
}

http::Response post_invite(const Asking& asking) {
  const auto number_of = [&](std::string_view field) {
    const std::string_view text = asking.typed(field);
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
  };
  const Side side = side_from(asking.typed("side")).value_or(Side::person);
  const auto invited = service::invite(asking.service, asking.caller(), {number_of("home")}, side,
                                       number_of("number"));
  if (!invited) return not_found(asking);
  const std::string link = address_here(asking, Url("/join").part(invited.value().token));
  return show_admin(asking, "",
                    h::div(cls("done"), Attribute("role", std::string_view("status")),
                           h::p(asking.say("admin.give_link", {{"name", invited.value().name}})),
                           h::p(h::code(Text(link)))));
}

}  // namespace alongside::web
