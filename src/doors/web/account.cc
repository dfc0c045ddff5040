// SPDX-License-Identifier: Apache-2.0
// What belongs to a sign-in and to nobody's record.
#include "doors/web/account.h"

#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "doors/web/sign_in.h"
#include "service/change_password.h"

namespace alongside::web {
namespace {

Html password_form(const FormState& state) {
  const Asking& asking = state.asking;
  return h::details(
      cls("data card"), Attribute("open", state.came_back()),
      h::summary(asking.say("account.change_password")),
      post_form(asking, Url("/account/password"), cls("stack gap-s"), fault_summary(state),
                text_field(state, {"password", "account.password_now", "", "password",
                                   "current-password"}),
                text_field(state, {"new_password", "join.password", "join.password_hint",
                                   "password", "new-password"}),
                text_field(state, {"again", "join.again", "", "password", "new-password"}),
                h::p(cls("small muted"), asking.say("account.others_end")),
                h::p(h::button(cls("btn"), asking.say("account.keep_password")))));
}

Html sessions_part(const Asking& asking) {
  const std::int64_t open = service::sessions_open(asking.service, asking.caller());
  if (open < 2) return h::p(cls("small muted"), asking.say("account.only_here"));
  return post_form(asking, Url("/account/elsewhere"), cls("stack-s"),
                   h::p(asking.say_count("account.open", open)),
                   h::p(h::button(cls("btn line small"), asking.say("account.end_others"))));
}

http::Response show_account(const FormState& state) {
  const Asking& asking = state.asking;
  const service::Caller& caller = asking.caller();
  Html said;
  if (asking.request.query.has("changed")) said = saved_notice(asking.say("account.changed"));
  if (asking.request.query.has("ended")) said = saved_notice(asking.say("account.ended"));
  return page(
      asking, state.came_back() ? 422 : 200, asking.say("account.title"), Place::none,
      h::div(cls("wrap narrow page stack"), said, h::h1(Text(caller.name)),
             h::p(cls("lead"), asking.say("account.help")),
             caller.person
                 ? together(h::p(h::a(href(Url("/me/sharing")), asking.say("sharing.title"))),
                            h::p(h::a(href(Url("/me/data")), asking.say("my_data.title"))))
                 : Html(),
             asking.caller().person
                 ? h::p(h::a(href(Url("/me/sharing")), asking.say("nav.who_looked")))
                 : Html(),
             h::p(h::a(href(Url("/projects")), asking.say("project.title"))),
             caller.professional ? h::p(h::a(href(Url("/journal")), asking.say("journal.title")))
                                 : Html(),
             h::p(h::a(href(Url("/programs")), asking.say("program.list"))),
             h::p(h::a(href(Url("/effort")), asking.say("effort.title"))), password_form(state),
             sessions_part(asking),
             post_form(asking, Url("/sign-out"),
                       h::button(cls("btn"), asking.say("account.sign_out")))));
}

}  // namespace

http::Response account_page(const Asking& asking) { return show_account({asking, {}}); }

http::Response post_password(const Asking& asking) {
  const auto cookie = service::change_password(
      asking.service, asking.caller(),
      {std::string(asking.typed("password")), std::string(asking.typed("new_password")),
       std::string(asking.typed("again"))});
  if (!cookie) return show_account({asking, cookie.refusal().faults()});
  return with_session(asking, cookie.value(), Url("/account").with("changed", "1").text());
}

http::Response post_sign_out_elsewhere(const Asking& asking) {
  service::sign_out_elsewhere(asking.service, asking.caller(),
                              asking.request.cookie(session_cookie(asking.settings)));
  return http::Response::see_other(Url("/account").with("ended", "1").text());
}

}  // namespace alongside::web
