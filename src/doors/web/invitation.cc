// SPDX-License-Identifier: Apache-2.0
// The letter is shown once: the code is kept nowhere.
#include "doors/web/invitation.h"

#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "doors/web/phrases.h"
#include "foundation/drawing/qr.h"
#include "service/invite_to_prepare.h"
#include "service/read_record.h"

namespace alongside::web {

http::Response post_invite_to_prepare(const Asking& asking) {
  const auto person = Id<Person>::parse(asking.part("person"));
  if (!person) return not_found(asking);
  const auto code =
      service::invite_to_prepare(asking.service, asking.caller(), *person, asking.once());
  if (!code) return not_found(asking);
  const Url back = Url("/people").part(person->text());
  // Sent twice: the code was shown the first time, and nobody has kept it since.
  if (code.value().empty()) return http::Response::see_other(back.text());
  const auto seen = service::read_record(asking.service, asking.caller(), RecordOf::person(*person),
                                         "invitation");
  if (!seen) return not_found(asking);
  const std::string link = address_here(asking, Url("/prepare").part(code.value()));
  const std::string& who = seen.value().person.name.disclose();
  const Instant until{asking.now().utc_ms + service::prepare_days * ms_a_day};
  const std::string last_day = day_words(asking, zone_of(seen.value().site.zone), until);
  return page(
      asking, 200, asking.say("invite.title"), Place::people,
      h::div(cls("wrap narrow page stack letter"),
             h::p(cls("done noprint"), Attribute("role", std::string_view("status")),
                  asking.say("invite.made", {{"name", who}})),
             h::p(Text(seen.value().site.name)), h::h1(asking.say("invite.dear", {{"name", who}})),
             h::p(cls("lead"), asking.say("invite.why")),
             h::div(cls("card stack-s"), h::p(asking.say("invite.scan")),
                    Html(drawing::qr_code(link, asking.say("invite.qr").words())),
                    h::p(asking.say("invite.or_type"), h::br(),
                         h::code(Text(address_here(asking, Url("/prepare"))))),
                    h::p(cls("code"), h::strong(Text(service::code_in_two(code.value())))),
                    h::p(cls("small"), asking.say("invite.until", {{"day", last_day}}))),
             h::p(asking.say("invite.your_choice")),
             h::details(cls("data noprint"), h::summary(asking.say("invite.link")),
                        h::p(h::code(Text(link)))),
             h::p(cls("row noprint"), h::a(cls("btn"), href(back), asking.say("invite.back")),
                  h::a(cls("btn line"), href(Url(back).then("/prepare/paper")),
                       asking.say("invite.paper")))));
}

}  // namespace alongside::web
