// SPDX-License-Identifier: Apache-2.0
// What the person lets their supporter see, and nothing besides.
#include "doors/web/supporting.h"

#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "doors/web/phrases.h"
#include "doors/web/plan_parts.h"
#include "doors/web/sign_in.h"
#include "service/contribute.h"
#include "service/read_record.h"
#include "service/support.h"

namespace alongside::web {
namespace {

using service::RecordView;

Url supported_url(std::string_view id) { return Url("/supporting").part(id); }

/// The way in for somebody who can sign in already.
Html as_myself(const Asking& asking, const service::SupportLinkView& link) {
  const service::Caller& caller = asking.caller();
  if (link.home == caller.home && link.person == caller.person)
    return h::p(cls("note"), asking.say("support.not_you"));
  if (link.home != caller.home) return h::p(cls("note"), asking.say("support.other_site"));
  return post_form(
      asking, Url("/support").part(asking.part("token")).then("/as-myself"), cls("card stack-s"),
      h::p(asking.say("support.signed_in_as", {{"name", caller.name}})),
      h::p(h::button(cls("btn wide"), asking.say("support.as_myself", {{"name", caller.name}}))));
}

http::Response show_link(const FormState& state) {
  const Asking& asking = state.asking;
  const auto link = service::support_link(asking.service, asking.part("token"));
  if (!link)
    return page(asking, 404, asking.say("join.over_title"), Place::none,
                h::div(cls("wrap narrow page stack"), h::h1(asking.say("join.over_title")),
                       h::p(asking.say("support.link_over"))));
  const Html way_in =
      asking.signed_in
          ? as_myself(asking, *link)
          : post_form(asking, Url("/support").part(asking.part("token")), cls("card stack"),
                      fault_summary(state),
                      text_field(state, {"name", "join.your_name", "", "text", "name"}),
                      new_sign_in_fields(state),
                      h::p(h::button(cls("btn wide"), asking.say("join.go"))));
  return page(
      asking, state.came_back() ? 422 : 200, asking.say("support.link_title"), Place::none,
      h::div(cls("wrap narrow page stack"), h::h1(asking.say("support.link_title")),
             h::p(cls("lead"), asking.say("support.link_for", {{"name", link->called}})), way_in));
}

Text what_i_may(const Asking& asking, SupportScope scope) {
  switch (scope) {
    case SupportScope::plan:
      return asking.say("supporting.plan");
    case SupportScope::check_ins:
      return asking.say("supporting.check_ins");
    case SupportScope::contribute:
      return asking.say("supporting.contribute");
  }
  return Text({});
}

Html aim_item(const Asking& asking, const RecordView& view, const Aim& aim) {
  const bool more = view.scope && holds_check_ins(*view.scope);
  return h::li(voice(aim.words()), h::br(),
               h::span(cls("small muted"), words_for(asking, aim.statement().horizon)),
               more ? ratings_beside(asking, view, aim) : Html());
}

Html aims_card(const Asking& asking, const RecordView& view) {
  std::vector<Html> items;
  for (const Aim* aim : view.held_aims()) items.push_back(aim_item(asking, view, *aim));
  return h::section(cls("card"), labelled_by("matters"),
                    h::h2(id("matters"), asking.say("person.what_matters")),
                    items.empty() ? h::p(cls("gap-s"), asking.say("person.no_aim_yet"))
                                  : h::ol(cls("looks"), items));
}

http::Response show_supported(const FormState& state) {
  const Asking& asking = state.asking;
  const auto person = Id<Person>::parse(asking.part("person"));
  if (!person) return not_found(asking);
  const auto seen = service::read_record(asking.service, asking.caller(),
                                         RecordOf::supported(*person), "supporter's page");
  if (!seen) return not_found(asking);
  const RecordView& view = seen.value();
  const bool ticks = view.scope && holds_changes(*view.scope);
  const Html said =
      asking.request.query.has("kept") ? saved_notice(asking.say("form.kept")) : Html();
  return page(
      asking, state.came_back() ? 422 : 200, asking.say("supporting.title"), Place::supporting,
      h::div(cls("wrap page stack"), fault_summary(state), said,
             h::div(h::h1(Text(view.person.name.disclose())),
                    h::p(cls("muted"), what_i_may(asking, *view.scope), Text(" "),
                         asking.say("supporting.they_see"))),
             h::div(cls("pair"), h::div(cls("stack"), aims_card(asking, view)),
                    h::div(cls("stack gap-s"),
                           h::div(cls("card"),
                                  plan_lanes(asking, view,
                                             ticks ? PlanReader::supporter : PlanReader::onlooker)),
                           check_ins_card(asking, view)))));
}

}  // namespace

http::Response support_link_page(const Asking& asking) { return show_link({asking, {}}); }

http::Response post_join_as_supporter(const Asking& asking) {
  service::JoinDraft draft;
  draft.name = asking.typed("name");
  draft.login = asking.typed("login");
  draft.password = asking.typed("password");
  draft.again = asking.typed("again");
  const auto joined = service::join_as_supporter(asking.service, asking.part("token"), draft);
  if (!joined) return show_link({asking, joined.refusal().faults()});
  return signed_in_with(asking, draft.login, draft.password);
}

http::Response post_take_on_support(const Asking& asking) {
  const auto taken =
      service::take_on_support(asking.service, asking.caller(), asking.part("token"));
  if (!taken) return support_link_page(asking);
  return http::Response::see_other("/supporting");
}

http::Response supporting_page(const Asking& asking) {
  std::vector<Html> items;
  for (const auto& one : service::whom_i_support(asking.service, asking.caller()))
    items.push_back(h::li(h::a(href(supported_url(one.id.text())), Text(one.name.disclose()))));
  return page(asking, 200, asking.say("supporting.title"), Place::supporting,
              h::div(cls("wrap narrow page stack"), h::h1(asking.say("supporting.title")),
                     items.empty() ? h::p(asking.say("supporting.none"))
                                   : h::div(cls("card"), h::ul(cls("people"), items))));
}

http::Response supported_page(const Asking& asking) { return show_supported({asking, {}}); }

http::Response post_tick_for(const Asking& asking) {
  const auto person = Id<Person>::parse(asking.part("person"));
  if (!person) return not_found(asking);
  const auto ticked = service::tick_for(asking.service, asking.caller(), *person,
                                        asking.typed("action"), asking.once());
  if (ticked)
    return http::Response::see_other(supported_url(person->text()).with("kept", "1").text());
  if (is_not_found(ticked.refusal())) return not_found(asking);
  return show_supported({asking, ticked.refusal().faults()});
}

}  // namespace alongside::web
