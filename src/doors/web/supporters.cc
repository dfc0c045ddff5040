// SPDX-License-Identifier: Apache-2.0
// What somebody close may see, said before the link is made and shown as long as it holds.
#include "doors/web/supporters.h"

#include <algorithm>

#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "doors/web/phrases.h"
#include "service/support.h"

namespace alongside::web {
namespace {

http::Response show_form(const FormState& state) {
  const Asking& asking = state.asking;
  std::vector<Choice> scopes;
  for (const SupportScope scope :
       {SupportScope::plan, SupportScope::check_ins, SupportScope::contribute})
    scopes.push_back({std::string(code_of(scope)), Html(words_for(asking, scope))});
  std::vector<Choice> lengths;
  for (const int days : support_days)
    lengths.push_back({std::to_string(days), Html(asking.say_count("support.days", days))});
  return page(
      asking, state.came_back() ? 422 : 200, asking.say("support.title"), Place::sharing,
      h::div(
          cls("wrap narrow page"),
          post_form(
              asking, Url("/me/supporters/new"), cls("stack"), fault_summary(state),
              h::h1(asking.say("support.title")), h::p(cls("lead"), asking.say("support.lead")),
              h::div(cls("q"),
                     text_field(state, {"called", "support.called", "support.called_hint"})),
              h::div(cls("q"), tiles(state, "scope", asking.say("support.scope"), scopes,
                                     state.value("scope"))),
              h::div(cls("q"), tiles(state, "days", asking.say("support.how_long"), lengths,
                                     state.value("days", std::to_string(support_days_standard)))),
              h::p(cls("small muted"), asking.say("support.never")),
              h::p(h::button(cls("btn wide"), asking.say("support.make"))))));
}

http::Response show_link(const Asking& asking, const std::string& token) {
  const std::string called(asking.typed("called"));
  return page(asking, 200, asking.say("support.made_title"), Place::sharing,
              h::div(cls("wrap narrow page stack"), h::h1(asking.say("support.made_title")),
                     h::div(cls("done"), Attribute("role", std::string_view("status")),
                            h::p(asking.say("support.give_link", {{"name", called}})),
                            h::p(h::code(Text(address_here(asking, Url("/support").part(token)))))),
                     h::p(cls("small muted"), asking.say("support.only_now")),
                     h::p(h::a(cls("btn"), href(Url("/me/sharing")), asking.say("support.back")))));
}

Html supporter_item(const Asking& asking, const Zone& zone, const Supporter& supporter) {
  const Text state =
      supporter.accepted
          ? asking.say("support.until", {{"day", day_words(asking, zone, supporter.until)}})
      : supporter.link_too_old(asking.now()) ? asking.say("support.link_too_old")
                                             : asking.say("support.not_used_yet");
  const Url end = Url("/me/supporters").part(std::to_string(supporter.number)).then("/end");
  const Text called =
      supporter.called.empty() ? asking.say("history.no_name") : Text(supporter.called);
  return h::li(h::b(called), h::br(), h::span(cls("small"), words_for(asking, supporter.scope)),
               h::br(), h::span(cls("small muted"), state),
               post_form(asking, end,
                         h::button(cls("btn line small"), asking.say("support.end"),
                                   h::span(cls("vh"), Text(" " + supporter.called)))));
}

}  // namespace

Html supporters_card(const Asking& asking, const service::HistoryView& view) {
  const Zone zone = zone_of(view.site.zone);
  std::vector<Html> items;
  for (const Supporter& supporter : view.supporters)
    if (supporter.holds(asking.now())) items.push_back(supporter_item(asking, zone, supporter));
  return h::section(
      cls("card stack-s"), labelled_by("supporters"),
      h::h2(id("supporters"), asking.say("support.yours")),
      items.empty() ? h::p(asking.say("support.nobody_yet")) : h::ul(cls("looks"), items),
      h::p(
          h::a(cls("btn line small"), href(Url("/me/supporters/new")), asking.say("support.ask"))));
}

http::Response new_supporter_page(const Asking& asking) { return show_form({asking, {}}); }

http::Response post_new_supporter(const Asking& asking) {
  const auto token = service::ask_for_support(
      asking.service, asking.caller(),
      {std::string(asking.typed("called")), std::string(asking.typed("scope")),
       std::string(asking.typed("days"))},
      asking.once());
  if (!token) return show_form({asking, token.refusal().faults()});
  // Sent twice: the link was shown the first time, and nobody has kept it since.
  if (token.value().empty()) return http::Response::see_other("/me/sharing");
  return show_link(asking, token.value());
}

http::Response post_end_support(const Asking& asking) {
  const auto ended = service::end_support(asking.service, asking.caller(), asking.part("supporter"),
                                          asking.once());
  if (!ended) return not_found(asking);
  return http::Response::see_other(Url("/me/sharing").with("ended", "1").text());
}

}  // namespace alongside::web
