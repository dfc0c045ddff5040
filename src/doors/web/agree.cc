// SPDX-License-Identifier: Apache-2.0
// /people/{person}/agree: what both sides will do, recorded together on one screen.
#include "service/agree.h"

#include <algorithm>

#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "doors/web/people.h"
#include "doors/web/phrases.h"
#include "doors/web/plan_parts.h"
#include "service/read_record.h"

namespace alongside::web {
namespace {

using service::RecordView;

/// Rows on the form: two for each side are shown, more unfold.
constexpr std::size_t rows_a_side = 3;
constexpr std::size_t rows_shown = 2;

std::string field_of(std::size_t row, std::string_view part) {
  return "action_" + std::to_string(row) + "_" + std::string(part);
}

/// Who of the care team does it; the one who is signed in stands chosen.
Html owner_field(const FormState& state, const RecordView& view, std::size_t row) {
  std::vector<Choice> choices;
  std::string chosen;
  for (const Professional& member : view.care_team) {
    choices.push_back({member.id.text(), Text(member.name)});
    if (member.number == state.asking.caller().professional) chosen = member.id.text();
  }
  return select_field(state, {field_of(row, "owner"), "agree.who", ""}, choices, chosen);
}

Html action_row(const FormState& state, const RecordView& view, std::size_t row, Side side) {
  return h::div(
      cls_of(side == Side::person ? "part you" : "part"),
      h::input(type("hidden"), name(field_of(row, "side")), value(code_of(side))),
      area_field(state, {field_of(row, "words"), "agree.will_do", ""}, 2),
      side == Side::professional ? owner_field(state, view, row) : Html(),
      h::div(cls("two gap-s"),
             text_field(state, {field_of(row, "due"), "agree.by_when", "", "date"}),
             text_field(state, {field_of(row, "minutes"), "agree.minutes", "", "number"})));
}

Html side_rows(const FormState& state, const RecordView& view, Side side, const Text& title) {
  const std::size_t first = side == Side::person ? 0 : rows_a_side;
  std::vector<Html> shown;
  std::vector<Html> more;
  for (std::size_t i = 0; i < rows_a_side; ++i)
    (i < rows_shown ? shown : more).push_back(action_row(state, view, first + i, side));
  return h::fieldset(
      cls_of(side == Side::person ? "lane you stack-s" : "lane stack-s"),
      h::legend(cls("label"), mark(side == Side::person ? Shape::person : Shape::team), Text(" "),
                title),
      h::div(cls("stack-s"), shown),
      h::details(cls("data"), Attribute("open", state.came_back()),
                 h::summary(state.asking.say("agree.one_more")), more));
}

Html aims_to_choose(const FormState& state, const RecordView& view) {
  std::vector<Html> boxes;
  const auto chosen = state.asking.request.form.values("aims");
  bool first = true;
  for (const Aim* aim : view.held_aims()) {
    const std::string& aim_id = aim->id.text();
    const bool ticked =
        state.came_back() ? std::ranges::find(chosen, aim_id) != chosen.end() : first;
    boxes.push_back(
        h::div(cls("check"),
               h::input(type("checkbox"), name("aims"), id(first ? "aims" : "aims-" + aim_id),
                        value(aim_id), Attribute("checked", ticked)),
               h::label(for_(first ? "aims" : "aims-" + aim_id), voice(aim->words()))));
    first = false;
  }
  return h::fieldset(cls("q"), h::legend(state.asking.say("agree.for_which_aim")),
                     fault_beside(state, "aims"), boxes);
}

template <class Terms>
std::vector<Choice> choices_of(const Asking& asking, const Terms& terms) {
  std::vector<Choice> choices;
  for (const auto term : terms)
    choices.push_back({std::string(code_of(term)), words_for(asking, term)});
  return choices;
}

http::Response show_agree(const FormState& state) {
  const Asking& asking = state.asking;
  const auto person = Id<Person>::parse(asking.part("person"));
  if (!person) return not_found(asking);
  const auto seen =
      service::read_record(asking.service, asking.caller(), RecordOf::person(*person), "agree");
  if (!seen || seen.value().relation != Relation::team_member) return not_found(asking);
  const RecordView& view = seen.value();
  const std::string& who = view.person.name.disclose();
  const auto& life = view.circumstances;
  const Html spare = life && life->to_spare
                         ? h::p(asking.say_count("life.minutes", life->to_spare->value))
                         : Html();
  if (view.held_aims().empty())
    return page(asking, 200, asking.say("agree.title"), Place::people,
                h::div(cls("wrap narrow page stack"), h::h1(asking.say("agree.title")),
                       h::p(asking.say("agree.aim_first", {{"name", who}})),
                       h::p(h::a(cls("btn"), href(Url("/people").part(person->text())),
                                 asking.say("agree.back")))));
  return page(
      asking, state.came_back() ? 422 : 200, asking.say("agree.title"), Place::people,
      h::div(
          cls("wrap page"),
          post_form(
              asking, Url("/people").part(person->text()).then("/agree"), cls("stack"),
              fault_summary(state),
              h::div(h::h1(asking.say("agree.title")),
                     h::p(cls("muted"), asking.say("agree.lead", {{"name", who}})), spare),
              aims_to_choose(state, view), fault_beside(state, "actions"),
              h::div(cls("lanes"), id("actions"),
                     side_rows(state, view, Side::person,
                               asking.say("plan.person", {{"name", who}})),
                     side_rows(state, view, Side::professional, asking.say("plan.team"))),
              h::div(
                  cls("lanes"),
                  h::div(cls("q"), tiles(state, "shared_work", asking.say("agree.shared_work"),
                                         choices_of(asking, shared_work_degrees), "")),
                  h::div(cls("q"), tiles(state, "response_kind", asking.say("agree.response_kind"),
                                         choices_of(asking, response_kinds), ""))),
              h::div(cls("q"),
                     area_field(state, {"note", "agree.note_label", "agree.note_hint"}, 2)),
              h::p(cls("small muted"), asking.say("agree.who_sees", {{"name", who}})),
              h::p(h::button(cls("btn"), asking.say("agree.we_both_agree"))))));
}

AgreementDraft draft_from(const Asking& asking) {
  AgreementDraft draft;
  draft.shared_work = asking.typed("shared_work");
  draft.response_kind = asking.typed("response_kind");
  draft.note = asking.typed("note");
  for (std::size_t row = 0; row < 2 * rows_a_side; ++row)
    draft.actions.push_back({std::string(asking.typed(field_of(row, "side"))),
                             std::string(asking.typed(field_of(row, "words"))),
                             std::string(asking.typed(field_of(row, "due"))),
                             std::string(asking.typed(field_of(row, "minutes"))),
                             std::string(asking.typed(field_of(row, "owner")))});
  return draft;
}

}  // namespace

http::Response agree_page(const Asking& asking) { return show_agree({asking, {}}); }

http::Response post_agree(const Asking& asking) {
  const auto person = Id<Person>::parse(asking.part("person"));
  if (!person) return not_found(asking);
  std::vector<std::string> aims;
  for (const std::string_view aim : asking.request.form.values("aims")) aims.emplace_back(aim);
  const auto outcome = service::agree(asking.service, asking.caller(), *person, draft_from(asking),
                                      aims, asking.once());
  if (outcome)
    return http::Response::see_other(Url("/people").part(person->text()).with("kept", "1").text());
  if (is_not_found(outcome.refusal())) return not_found(asking);
  return show_agree({asking, outcome.refusal().faults()});
}

}  // namespace alongside::web
