// SPDX-License-Identifier: Apache-2.0
// What a program has to be told of us, and the list itself.
#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "doors/web/programs.h"
#include "service/known_programs.h"

namespace alongside::web {
namespace {

Html item(const Asking& asking, const service::KnownProgram& program) {
  std::vector<Html> returns;
  for (const std::string& address : program.returns)
    returns.push_back(together(h::br(), h::code(Text(address))));
  return h::li(h::b(Text(program.name)), h::br(),
               h::span(cls("small"), asking.say("program.client_id"), Text(" ")),
               h::code(Text(program.id)), returns, h::br(),
               h::span(cls("small muted"),
                       asking.say(program.secret_digest.empty() ? "program.without_secret"
                                                                : "program.with_secret")),
               post_form(asking, Url("/admin/programs").part(program.id).then("/end"),
                         h::button(cls("btn line small"), asking.say("program.remove"),
                                   h::span(cls("vh"), Text(" " + program.name)))));
}

/// The secret, once.
Html added(const Asking& asking, const service::NamedProgram& named) {
  const Html secret = named.secret.empty() ? Html()
                                           : together(h::p(asking.say("program.secret_once")),
                                                      h::p(h::code(Text(named.secret))));
  return h::div(cls("done"), Attribute("role", std::string_view("status")),
                h::p(asking.say("program.added", {{"program", named.program.name}})),
                h::p(asking.say("program.client_id"), Text(" "), h::code(Text(named.program.id))),
                secret);
}

http::Response show(const FormState& state, const Html& news) {
  const Asking& asking = state.asking;
  const auto programs = service::programs_named(asking.service, asking.caller());
  if (!programs) return not_found(asking);
  std::vector<Html> items;
  for (const auto& program : programs.value()) items.push_back(item(asking, program));
  const Html list =
      items.empty() ? h::p(asking.say("program.none_yet")) : h::ul(cls("looks"), items);
  const Html form =
      post_form(asking, Url("/admin/programs"), cls("card stack"), fault_summary(state),
                h::h2(asking.say("program.add")),
                text_field(state, {"name", "program.name", "program.name_hint"}),
                area_field(state, {"returns", "program.returns", "program.returns_hint"}, 3),
                check_box(state, "keeps_secret", "yes", Html(asking.say("program.keeps_secret"))),
                h::p(h::button(cls("btn"), asking.say("program.add"))));
  const Html about_us = h::section(cls("card stack-s"), labelled_by("us"),
                                   h::h2(id("us"), asking.say("program.about_us")),
                                   h::p(cls("small"), asking.say("program.about_us_why")),
                                   h::p(h::code(Text(address_here(asking, Url("/fhir"))))));
  return page(asking, state.came_back() ? 422 : 200, asking.say("program.admin"), Place::admin,
              h::div(cls("wrap narrow page stack"),
                     h::div(h::h1(asking.say("program.admin")),
                            h::p(cls("lead"), asking.say("program.admin_lead"))),
                     news,
                     h::section(cls("card stack-s"), labelled_by("those"),
                                h::h2(id("those"), asking.say("program.those")), list),
                     form, about_us));
}

}  // namespace

http::Response known_programs_page(const Asking& asking) { return show({asking, {}}, {}); }

http::Response post_known_program(const Asking& asking) {
  const auto named = service::name_program(
      asking.service, asking.caller(),
      {std::string(asking.typed("name")), std::string(asking.typed("returns")),
       asking.typed("keeps_secret") == "yes"});
  if (named) return show({asking, {}}, added(asking, named.value()));
  return is_not_found(named.refusal()) ? not_found(asking)
                                       : show({asking, named.refusal().faults()}, {});
}

http::Response post_end_known_program(const Asking& asking) {
  const auto ended = service::end_program(asking.service, asking.caller(), asking.part("program"));
  return ended ? http::Response::see_other("/admin/programs") : not_found(asking);
}

}  // namespace alongside::web
