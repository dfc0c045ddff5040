// SPDX-License-Identifier: Apache-2.0
// One page with every right, and the one act that cannot be taken back.
#include "doors/web/my_data.h"

#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "doors/web/phrases.h"
#include "doors/web/sign_in.h"
#include "service/erase_record.h"

namespace alongside::web {
namespace {

Html right(const Asking& asking, const Url& to, std::string_view title, std::string_view why) {
  return h::section(cls("card stack-s"), h::h2(h::a(href(to), asking.say(title))),
                    h::p(asking.say(why)));
}

/// What an erasure leaves, each with its reason.
Html what_stays(const Asking& asking) {
  return h::section(
      cls("card stack-s"), h::h2(asking.say("erase.stays")),
      h::ul(cls("looks"), h::li(asking.say("erase.stays_account")),
            h::li(asking.say("erase.stays_others")), h::li(asking.say("erase.stays_answers")),
            h::li(asking.say("erase.stays_backups"))));
}

http::Response show_erase(const FormState& state) {
  const Asking& asking = state.asking;
  return page(
      asking, state.came_back() ? 422 : 200, asking.say("erase.title"), Place::sharing,
      h::div(
          cls("wrap narrow page"),
          post_form(
              asking, Url("/me/erase"), cls("stack"), fault_summary(state),
              h::h1(asking.say("erase.title")), h::p(cls("lead"), asking.say("erase.lead")),
              h::section(cls("card stack-s"), h::h2(asking.say("erase.goes")),
                         h::p(asking.say("erase.goes_what")),
                         h::p(h::a(href(Url("/me/everything")), asking.say("everything.first")))),
              what_stays(asking),
              h::div(cls("q stack-s"), fault_beside(state, "understood-yes"),
                     check_box(state, "understood", "yes", asking.say("erase.understood")),
                     text_field(state, {"password", "account.password_now", "", "password",
                                        "current-password"})),
              h::p(cls("row"), h::button(cls("btn"), asking.say("erase.do")),
                   h::a(cls("btn line"), href(Url("/me/data")), asking.say("erase.not"))))));
}

}  // namespace

http::Response my_data_page(const Asking& asking) {
  return page(asking, 200, asking.say("my_data.title"), Place::sharing,
              h::div(cls("wrap narrow page stack"), h::h1(asking.say("my_data.title")),
                     h::p(cls("lead"), asking.say("my_data.lead")),
                     right(asking, Url("/me/everything"), "everything.title", "everything.why"),
                     right(asking, Url("/me/wrong"), "correction.title", "correction.lead"),
                     right(asking, Url("/me/sharing"), "sharing.title", "my_data.sharing_why"),
                     right(asking, Url("/programs"), "program.list", "program.list_lead"),
                     right(asking, Url("/me/erase"), "erase.title", "erase.lead")));
}

http::Response everything_file(const Asking& asking) {
  const auto all = service::take_along(asking.service, asking.caller());
  if (!all) return not_found(asking);
  http::Response response{200, {}, asking.as_bundle(all.value(), asking.now())};
  response.with("Content-Type", "application/fhir+json");
  response.with("Content-Disposition", "attachment; filename=\"alongside-record.json\"");
  return response;
}

http::Response erase_page(const Asking& asking) { return show_erase({asking, {}}); }

http::Response post_erase(const Asking& asking) {
  const auto erased = service::erase_record(
      asking.service, asking.caller(),
      {std::string(asking.typed("password")), asking.typed("understood") == "yes"});
  if (!erased) {
    if (is_not_found(erased.refusal())) return not_found(asking);
    // The box is named with what it says, so that its fault leads to it.
    std::vector<Fault> faults = erased.refusal().faults();
    for (Fault& fault : faults)
      if (fault.field == "understood") fault.field = "understood-yes";
    return show_erase({asking, std::move(faults)});
  }
  return signed_out_to(asking, "/erased");
}

http::Response erased_page(const Asking& asking) {
  if (asking.signed_in) return home(asking);  // Nothing of theirs was erased.
  return page(asking, 200, asking.say("erase.done"), Place::none,
              h::div(cls("wrap narrow page stack"), h::h1(asking.say("erase.done")),
                     h::p(cls("lead"), asking.say("erase.done_lead")), what_stays(asking),
                     h::p(asking.say("erase.thanks"))));
}

}  // namespace alongside::web
