// SPDX-License-Identifier: Apache-2.0
// What each side has to be told of the other, and the list itself.
#include "doors/web/record_systems.h"

#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "service/record_systems.h"

namespace alongside::web {
namespace {

constexpr std::string_view scopes_needed = "launch openid fhirUser patient/*.rs";

Html told(const Asking& asking, std::string_view key, const Url& path) {
  return together(h::dt(asking.say(key)), h::dd(h::code(Text(address_here(asking, path)))));
}

/// What the people who run the other system ask for.
Html about_us(const Asking& asking) {
  return h::section(
      cls("card stack-s"), labelled_by("us"), h::h2(id("us"), asking.say("system.about_us")),
      h::p(cls("small"), asking.say("system.about_us_why")),
      h::dl(told(asking, "system.launch_url", Url("/launch")),
            told(asking, "system.redirect_url", Url("/launch/back")),
            told(asking, "system.keys_url", Url("/.well-known/jwks.json")),
            h::dt(asking.say("system.scopes")), h::dd(h::code(Text(std::string(scopes_needed))))));
}

Html item(const Asking& asking, const service::RecordSystem& system) {
  return h::li(h::b(Text(system.name)), h::br(), h::code(Text(system.address)), h::br(),
               h::span(cls("small muted"),
                       asking.say(system.signs ? "system.signed_with_key" : "system.without_key")),
               post_form(asking, Url("/admin/systems").part(system.id).then("/end"),
                         h::button(cls("btn line small"), asking.say("system.end"),
                                   h::span(cls("vh"), Text(" " + system.name)))));
}

http::Response show(const FormState& state) {
  const Asking& asking = state.asking;
  const auto systems = service::named_record_systems(asking.service, asking.caller());
  if (!systems) return not_found(asking);
  std::vector<Html> items;
  for (const auto& system : systems.value()) items.push_back(item(asking, system));
  const Html list =
      items.empty() ? h::p(asking.say("system.none_yet")) : h::ul(cls("looks"), items);
  const Html form = post_form(
      asking, Url("/admin/systems"), cls("card stack"), fault_summary(state),
      h::h2(asking.say("system.add")),
      text_field(state, {"name", "system.name", "system.name_hint"}),
      text_field(state, {"address", "system.address", "system.address_hint"}),
      text_field(state, {"client_id", "system.client_id", "system.client_id_hint"}),
      area_field(state, {"also", "system.also", "system.also_hint"}, 2),
      check_box(state, "signs", "yes", Html(asking.say("system.signs"))),
      check_box(state, "private_network", "yes", Html(asking.say("system.private_network"))),
      h::p(h::button(cls("btn"), asking.say("system.add"))));
  return page(
      asking, state.came_back() ? 422 : 200, asking.say("system.title"), Place::admin,
      h::div(
          cls("wrap narrow page stack"),
          h::div(h::h1(asking.say("system.title")), h::p(cls("lead"), asking.say("system.lead"))),
          asking.request.query.has("added") ? saved_notice(asking.say("system.added")) : Html(),
          h::section(cls("card stack-s"), labelled_by("those"),
                     h::h2(id("those"), asking.say("system.those")), list),
          form, about_us(asking)));
}

}  // namespace

http::Response record_systems_page(const Asking& asking) { return show({asking, {}}); }

http::Response post_record_system(const Asking& asking) {
  const auto named = service::name_record_system(
      asking.service, asking.caller(),
      {std::string(asking.typed("name")), std::string(asking.typed("address")),
       std::string(asking.typed("client_id")), std::string(asking.typed("also")),
       asking.typed("signs") == "yes", asking.typed("private_network") == "yes"});
  if (!named)
    return is_not_found(named.refusal()) ? not_found(asking)
                                         : show({asking, named.refusal().faults()});
  return http::Response::see_other("/admin/systems?added=1");
}

http::Response post_end_record_system(const Asking& asking) {
  const auto ended =
      service::end_record_system(asking.service, asking.caller(), asking.part("system"));
  return ended ? http::Response::see_other("/admin/systems") : not_found(asking);
}

}  // namespace alongside::web
