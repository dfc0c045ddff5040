// SPDX-License-Identifier: Apache-2.0
// The form says before it is sent who will see that it was.
#include "doors/web/break_glass.h"

#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "service/break_glass.h"

namespace alongside::web {
namespace {

http::Response show_form(const FormState& state) {
  const Asking& asking = state.asking;
  return page(
      asking, state.came_back() ? 422 : 200, asking.say("break_glass.title"), Place::people,
      h::div(cls("wrap narrow page"),
             post_form(
                 asking, Url("/people/emergency"), cls("stack"), fault_summary(state),
                 h::h1(asking.say("break_glass.title")),
                 h::p(cls("lead"), asking.say("break_glass.lead")),
                 h::div(cls("q stack-s"),
                        text_field(state, {"name", "break_glass.name", "break_glass.name_hint"}),
                        text_field(state, {"born", "break_glass.born", "", "date"}),
                        area_field(state,
                                   {"reason", "break_glass.reason", "break_glass.reason_hint"}, 3),
                        text_field(state, {"password", "break_glass.password", "", "password",
                                           "current-password"})),
                 h::p(cls("small muted"), asking.say("break_glass.who_sees")),
                 h::p(h::button(cls("btn"), asking.say("break_glass.open"))))));
}

}  // namespace

http::Response break_glass_page(const Asking& asking) { return show_form({asking, {}}); }

http::Response post_break_glass(const Asking& asking) {
  const auto opened = service::break_glass(
      asking.service, asking.caller(),
      {std::string(asking.typed("name")), std::string(asking.typed("born")),
       std::string(asking.typed("reason")), std::string(asking.typed("password"))});
  if (opened) return http::Response::see_other(Url("/people").part(opened.value()).text());
  if (is_not_found(opened.refusal())) return not_found(asking);
  return show_form({asking, opened.refusal().faults()});
}

http::Response post_review_break_glass(const Asking& asking) {
  const auto person = Id<Person>::parse(asking.part("person"));
  if (!person) return not_found(asking);
  const auto reviewed = service::review_break_glass(asking.service, asking.caller(), *person,
                                                    asking.part("opening"), asking.once());
  if (!reviewed) return not_found(asking);
  return http::Response::see_other(Url("/people").part(person->text()).with("kept", "1").text());
}

}  // namespace alongside::web
