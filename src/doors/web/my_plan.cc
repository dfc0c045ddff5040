// SPDX-License-Identifier: Apache-2.0
// The plan and the life around it.
#include "doors/web/my_plan.h"

#include <algorithm>

#include "doors/web/corrections.h"
#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "doors/web/phrases.h"
#include "doors/web/plan_parts.h"
#include "doors/web/together.h"
#include "service/describe_life.h"
#include "service/read_record.h"

namespace alongside::web {
namespace {

using service::RecordView;

Outcome<RecordView> own_record(const Asking& asking, std::string_view what) {
  return service::read_record(asking.service, asking.caller(), RecordOf::own(), what);
}

http::Response show_life(const FormState& state) {
  const Asking& asking = state.asking;
  const auto seen = own_record(asking, "my life");
  if (!seen) return not_found(asking);
  const auto& before = seen.value().circumstances;
  const std::string minutes =
      before && before->to_spare ? std::to_string(before->to_spare->value) : std::string();
  return page(
      asking, state.came_back() ? 422 : 200, asking.say("life.title"), Place::plan,
      h::div(
          cls("wrap narrow page"),
          post_form(
              asking, Url("/me/life"), cls("stack"), fault_summary(state),
              h::h1(asking.say("life.title")), h::p(cls("lead"), asking.say("life.lead")),
              h::div(cls("q"),
                     text_field(
                         state,
                         {"minutes_to_spare", "life.minutes_label", "life.minutes_hint", "number"},
                         minutes),
                     area_field(state,
                                {"commitments", "life.commitments_label", "life.commitments_hint"},
                                3, before ? before->commitments.disclose() : ""),
                     area_field(state, {"strengths", "life.strengths_label", "life.strengths_hint"},
                                3, before ? before->strengths.disclose() : ""),
                     area_field(state, {"helpers", "life.helpers_label", "life.helpers_hint"}, 3,
                                before ? before->helpers.disclose() : "")),
              who_sees(asking, seen.value()),
              h::p(h::button(cls("btn wide"), asking.say("form.save"))))));
}

Html life_card(const Asking& asking, const RecordView& view) {
  const auto& life = view.circumstances;
  const Html link = h::p(cls("gap"), h::a(cls("btn line small"), href(Url("/me/life")),
                                          asking.say(life ? "life.change" : "life.say")));
  if (!life)
    return h::section(cls("card"), h::h2(asking.say("life.title")),
                      h::p(cls("gap-s"), asking.say("life.none_yet")), link);
  std::vector<Html> facts;
  if (life->to_spare)
    facts.push_back(h::p(asking.say_count("life.minutes", life->to_spare->value)));
  for (const auto* words : {&life->commitments, &life->strengths, &life->helpers})
    if (!words->disclose().empty())
      facts.push_back(h::p(Attribute("dir", std::string_view("auto")), Text(words->disclose())));
  return h::section(cls("card"), h::h2(asking.say("life.title")),
                    h::div(cls("stack-s gap-s"), facts), link);
}

Html last_visit_card(const Asking& asking, const RecordView& view) {
  if (!view.last_visit) return {};
  const Zone zone = zone_of(view.site.zone);
  const Html next =
      view.planned
          ? h::p(asking.say("sheet.next", {{"day", planned_words(asking, zone, *view.planned)},
                                           {"name", view.planned->professional}}))
          : Html();
  return h::section(cls("card"), h::h2(asking.say("sheet.last")),
                    h::p(cls("gap-s"), Text(day_words(asking, zone, *view.last_visit))), next,
                    h::p(cls("gap-s"), h::a(cls("btn line small"), href(Url("/me/sheet")),
                                            asking.say("sheet.see"))));
}

Html agreements_card(const Asking& asking, const RecordView& view) {
  const auto current = view.current_agreements();
  std::vector<Html> now;
  std::vector<Html> earlier;
  for (const Agreement& agreement : view.agreements) {
    const bool holds = std::ranges::find(current, &agreement) != current.end();
    (holds ? now : earlier).push_back(h::li(agreement_facts(asking, view, agreement)));
  }
  Html before;
  if (!earlier.empty())
    before = h::details(cls("data"), h::summary(asking.say("plan.earlier")),
                        h::ol(cls("looks"), earlier));
  if (now.empty()) return before;
  return h::section(cls("card"), h::h2(asking.say("plan.what_for")), h::ol(cls("looks"), now),
                    before);
}

}  // namespace

http::Response plan_page(const Asking& asking) {
  const auto seen = own_record(asking, "plan");
  if (!seen) return not_found(asking);
  const RecordView& view = seen.value();
  const Html said =
      asking.request.query.has("kept") ? saved_notice(asking.say("form.kept")) : Html();
  return page(
      asking, 200, asking.say("plan.title"), Place::plan,
      h::div(cls("wrap page stack-l"), said, h::h1(asking.say("plan.title")),
             h::div(cls("pair"), h::div(cls("card"), plan_lanes(asking, view, PlanReader::person)),
                    h::div(cls("stack gap-s"), barriers_card(asking, view, BarrierReader::person),
                           agreements_card(asking, view),
                           corrections_card(asking, view, CorrectionsReader::person),
                           last_visit_card(asking, view), life_card(asking, view),
                           h::p(h::a(cls("btn line small"), href(Url("/me/together")),
                                     asking.say("together.title"))),
                           h::p(cls("small"),
                                h::a(href(Url("/me/wrong")), asking.say("correction.title")))))));
}

http::Response life_page(const Asking& asking) { return show_life({asking, {}}); }

http::Response post_life(const Asking& asking) {
  const auto outcome = service::describe_life(
      asking.service, asking.caller(),
      {std::string(asking.typed("minutes_to_spare")), std::string(asking.typed("commitments")),
       std::string(asking.typed("helpers")), std::string(asking.typed("strengths"))},
      asking.once());
  if (!outcome) return show_life({asking, outcome.refusal().faults()});
  return http::Response::see_other(Url("/me/plan").with("kept", "1").text());
}

}  // namespace alongside::web
