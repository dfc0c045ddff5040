// SPDX-License-Identifier: Apache-2.0
// Four steps: what matters today, what we see, what we agree, before you go. Nothing is required.
#include "doors/web/today.h"

#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "doors/web/phrases.h"
#include "doors/web/plan_parts.h"
#include "doors/web/prepared.h"
#include "doors/web/together.h"
#include "doors/web/way.h"
#include "doors/web/what_could_help.h"
#include "service/hold_visit.h"
#include "service/read_record.h"

namespace alongside::web {
namespace {

using service::RecordView;

constexpr std::size_t aims_shown = 3;
/// A word that was said this lately is not asked for again.
constexpr std::int64_t said_lately_ms = 14 * ms_a_day;

Url today_url(const RecordView& view) {
  return Url("/people").part(view.person.id.text()).then("/today");
}

Html matters_today(const Asking& asking, const RecordView& view) {
  const std::string& person = view.person.name.disclose();
  std::vector<Html> parts;
  for (const Preparation& preparation : view.prepared) {
    if (preparation.writer != PrepWriter::person)
      parts.push_back(h::h3(
          asking.say("prepare.by_other", {{"writer", preparation.writer_name}, {"name", person}})));
    parts.push_back(prepared_lines(asking, {view.aims, view.numbers, person}, preparation,
                                   [](const PrepLine&) { return Html(); }));
  }
  const Zone zone = zone_of(view.site.zone);
  for (const auto& line : view.check_ins) {
    if (view.last_visit && line.made_at < *view.last_visit) continue;
    parts.push_back(h::p(
        voice(line.line.disclose()), h::br(),
        h::span(cls("small muted"),
                asking.say("visit.last_line",
                           {{"name", person}, {"day", day_words(asking, zone, line.made_at)}}))));
  }
  if (parts.empty()) parts.push_back(h::p(cls("muted"), asking.say("prepare.not_asked")));
  return h::section(cls("card"), labelled_by("t1"),
                    h::h2(id("t1"), asking.say("visit.matters_today")), parts);
}

/// One tap, unless the person said so themselves a few days ago.
Html still_right(const FormState& state, const RecordView& view, const Aim& aim) {
  const Asking& asking = state.asking;
  if (aim.confirmed_at && asking.now().utc_ms - aim.confirmed_at->utc_ms < said_lately_ms)
    return h::p(
        mark(Shape::person, 16), Text(" "),
        asking.say("visit.said_right",
                   {{"name", view.person.name.disclose()},
                    {"day", day_words(asking, zone_of(view.site.zone), *aim.confirmed_at)}}));
  return check_box(state, "right", aim.id.text(), h::b(asking.say("visit.still_right")));
}

Html level_choice(const FormState& state, const Aim& aim, const std::string& field,
                  const Text& legend) {
  std::vector<Choice> choices;
  for (const Level level : levels_from_the_top())
    choices.push_back({std::to_string(level.number()), level_words(state.asking, aim, level)});
  return tiles(state, field, legend, choices, "");
}

Html where_it_is(const FormState& state, const RecordView& view, const Aim& aim) {
  if (!aim.scale) return {};
  const Asking& asking = state.asking;
  const std::string& person = view.person.name.disclose();
  const std::string field = "level_" + aim.id.text();
  const bool may = view.wishes.write_down.value_or(false);
  const bool fault = state.fault_of(field) != nullptr;
  const Html says = h::details(
      cls("data"), Attribute("open", fault),
      h::summary(asking.say("visit.person_says", {{"name", person}})),
      may ? level_choice(state, aim, field, asking.say("visit.person_says", {{"name", person}}))
          : h::p(cls("small muted"), asking.say("visit.own_page", {{"name", person}})),
      fault_beside(state, field));
  const Html beside =
      h::details(cls("data"), h::summary(asking.say("visit.your_view")),
                 level_choice(state, aim, "view_" + aim.id.text(), asking.say("visit.your_view")));
  return together(ratings_beside(asking, view, aim), says, beside);
}

Html aim_today(const FormState& state, const RecordView& view, const Aim& aim) {
  const Zone zone = zone_of(view.site.zone);
  std::vector<Html> numbers;
  for (const AimNumber& number : view.numbers)
    if (number.aim == aim.number.value && number.asked)
      numbers.push_back(number_over_time(state.asking, zone, number));
  return h::div(cls("stack-s"), h::p(cls("quote berry"), voice(aim.words())),
                still_right(state, view, aim), numbers, where_it_is(state, view, aim));
}

Html aims_today(const FormState& state, const RecordView& view) {
  std::vector<Html> parts;
  const auto held = view.held_aims();
  for (std::size_t i = 0; i < held.size() && i < aims_shown; ++i)
    parts.push_back(aim_today(state, view, *held[i]));
  if (parts.empty()) parts.push_back(h::p(state.asking.say("visit.no_aim")));
  return h::section(cls("card stack"), labelled_by("t2"),
                    h::h2(id("t2"), state.asking.say("visit.what_we_see")), parts);
}

Html plan_today(const FormState& state, const RecordView& view) {
  const Asking& asking = state.asking;
  const Html same = view.current_agreements().empty()
                        ? Html()
                        : check_box(state, "same_plan", "yes", h::b(asking.say("visit.same_plan")));
  return h::section(cls("card stack-s"), labelled_by("t3"),
                    h::h2(id("t3"), asking.say("visit.what_we_agree")),
                    plan_lanes(asking, view, PlanReader::onlooker), same,
                    h::p(h::a(cls("btn line small"),
                              href(Url("/people").part(view.person.id.text()).then("/agree")),
                              asking.say("visit.agree_new"))));
}

Html close_today(const FormState& state) {
  return h::section(cls("card stack-s"), labelled_by("t4"),
                    h::h2(id("t4"), state.asking.say("visit.close_title")),
                    text_field(state, {"next_day", "visit.next", "visit.next_hint", "date"}),
                    h::p(h::button(cls("btn"), state.asking.say("visit.close"))));
}

Html new_aim(const FormState& state, const RecordView& view) {
  const Asking& asking = state.asking;
  if (!view.wishes.write_down.value_or(false))
    return h::p(cls("small muted noprint"),
                asking.say("visit.own_page", {{"name", view.person.name.disclose()}}));
  return post_form(asking, Url("/people").part(view.person.id.text()).then("/aims"),
                   cls("card stack-s noprint"), h::h2(asking.say("visit.something_new")),
                   area_field(state, {"words", "visit.in_their_words", ""}, 2),
                   h::p(h::button(cls("btn line small"), asking.say("visit.add"))));
}

/// Hidden at once when somebody comes in; works without script.
Html cover(const Asking& asking) {
  return h::div(id("cover"), cls("cover"), h::p(asking.say("visit.covered")),
                h::p(h::a(cls("btn honey"), Attribute("href", std::string_view("#main")),
                          asking.say("visit.uncover"))));
}

http::Response show_today(const FormState& state) {
  const Asking& asking = state.asking;
  const auto person = Id<Person>::parse(asking.part("person"));
  if (!person) return not_found(asking);
  const auto seen =
      service::read_record(asking.service, asking.caller(), RecordOf::person(*person), "visit");
  if (!seen || seen.value().relation != Relation::team_member) return not_found(asking);
  const RecordView& view = seen.value();
  const std::string day = day_words(asking, zone_of(view.site.zone), asking.now());
  const Html said = asking.request.query.has("added")  ? saved_notice(asking.say("visit.added"))
                    : asking.request.query.has("kept") ? saved_notice(asking.say("form.kept"))
                                                       : Html();
  return page(
      asking, state.came_back() ? 422 : 200, asking.say("visit.title"), Place::people,
      h::div(cls("wrap page stack"), fault_summary(state), said,
             h::div(h::h1(asking.say("visit.title")),
                    h::p(cls("muted"),
                         asking.say("visit.both", {{"name", view.person.name.disclose()},
                                                   {"professional", asking.caller().name},
                                                   {"day", day}})),
                    h::p(cls("noprint"),
                         h::a(cls("btn line small"), Attribute("href", std::string_view("#cover")),
                              asking.say("visit.cover")))),
             post_form(asking, today_url(view), cls("stack"), matters_today(asking, view),
                       brought_card(asking, view),
                       barriers_card(asking, view, BarrierReader::professional),
                       aims_today(state, view), plan_today(state, view), close_today(state)),
             new_aim(state, view), cover(asking)));
}

service::VisitDraft draft_from(const Asking& asking) {
  service::VisitDraft draft;
  draft.same_plan = asking.typed("same_plan") == "yes";
  draft.next_day = asking.typed("next_day");
  draft.talked_about_barriers = true;
  const auto said_of = [&](std::string_view aim) -> service::SaidOfAim& {
    for (service::SaidOfAim& said : draft.said)
      if (said.aim == aim) return said;
    draft.said.push_back({std::string(aim), false, "", ""});
    return draft.said.back();
  };
  for (const auto& [field, value] : asking.request.form.pairs()) {
    if (field == "right") said_of(value).still_right = true;
    if (field.starts_with("level_")) said_of(std::string_view(field).substr(6)).level = value;
    if (field.starts_with("view_")) said_of(std::string_view(field).substr(5)).professional = value;
  }
  return draft;
}

}  // namespace

http::Response today_page(const Asking& asking) { return show_today({asking, {}}); }

http::Response post_today(const Asking& asking) {
  const auto person = Id<Person>::parse(asking.part("person"));
  if (!person) return not_found(asking);
  const auto closed = service::close_visit(asking.service, asking.caller(), *person,
                                           draft_from(asking), asking.once());
  if (closed)
    return http::Response::see_other(Url("/people").part(person->text()).then("/sheet").text());
  if (is_not_found(closed.refusal())) return not_found(asking);
  return show_today({asking, closed.refusal().faults()});
}

http::Response post_write_aim_down(const Asking& asking) {
  const auto person = Id<Person>::parse(asking.part("person"));
  if (!person) return not_found(asking);
  const auto written = service::write_aim_down(asking.service, asking.caller(), *person,
                                               asking.typed("words"), asking.once());
  if (written)
    return http::Response::see_other(
        Url("/people").part(person->text()).then("/today").with("added", "1").text());
  if (is_not_found(written.refusal())) return not_found(asking);
  return show_today({asking, written.refusal().faults()});
}

}  // namespace alongside::web
