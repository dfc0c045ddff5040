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

/// What could be done, in the order of the form: carrying on first, then what the person did
/// before, what the team offers, and something else.
struct Possible {
  OptionSource source;
  std::string key;
  std::string words;
  Html about;
};

constexpr std::size_t done_before_max = 4;

std::vector<Possible> possible(const Asking& asking, const RecordView& view) {
  std::vector<Possible> all{
      {OptionSource::carry_on, "", asking.language.say("option.carry_on"), {}}};
  for (const Agreement& agreement : view.agreements)
    for (const Action& action : agreement.actions)
      if (action.side == Side::person && action.times_done > 0 && all.size() <= done_before_max)
        all.push_back(
            {OptionSource::own_history, action_key(agreement, action), action.words.disclose(),
             asking.say("option.did_before", {{"n", std::to_string(action.times_done)}})});
  for (const Offer& offer : view.offers)
    all.push_back({OptionSource::offered, offer.key(), offer.name,
                   offer.minutes ? asking.say("option.offered_minutes",
                                              {{"n", std::to_string(offer.minutes->value)}})
                                 : asking.say("option.offered")});
  all.push_back({OptionSource::other, "", "", {}});
  return all;
}

std::string option_field(std::size_t row, std::string_view part) {
  return "option_" + std::to_string(row) + "_" + std::string(part);
}

Html reason_field(const FormState& state, const std::string& field, const Text& label) {
  return h::div(
      cls("field"), h::label(for_(field), label), fault_beside(state, field),
      h::textarea(id(field), name(field), described_by_fault(state, field),
                  Attribute("rows", std::string_view("2")),
                  Attribute("dir", std::string_view("auto")), Text("\n" + state.value(field))));
}

Html option_part(const FormState& state, const RecordView& view, const Possible& option,
                 std::size_t row) {
  const Asking& asking = state.asking;
  const std::string standing = option_field(row, "standing");
  std::vector<Choice> choices;
  for (const OptionStanding one : option_standings)
    choices.push_back({std::string(code_of(one)), words_for(asking, one)});
  const bool other = option.source == OptionSource::other;
  const Text legend = other ? asking.say("option.something_else") : Text(option.words);
  const bool open = !state.value(option_field(row, "person")).empty() ||
                    !state.value(option_field(row, "professional")).empty();
  return h::div(
      cls("option"),
      h::input(type("hidden"), name(option_field(row, "source")), value(code_of(option.source))),
      h::input(type("hidden"), name(option_field(row, "key")), value(option.key)),
      tiles(state, standing, legend, choices, ""),
      option.about.empty() ? Html() : h::p(cls("small muted"), option.about),
      other ? text_field(state, {option_field(row, "words"), "option.something_else", ""}) : Html(),
      h::details(cls("data"), Attribute("open", open), h::summary(asking.say("option.why")),
                 reason_field(
                     state, option_field(row, "person"),
                     asking.say("option.persons_reason", {{"name", view.person.name.disclose()}})),
                 reason_field(state, option_field(row, "professional"),
                              asking.say("option.professionals_reason"))));
}

Html options_part(const FormState& state, const RecordView& view) {
  std::vector<Html> parts;
  const auto all = possible(state.asking, view);
  for (std::size_t row = 0; row < all.size(); ++row)
    parts.push_back(option_part(state, view, all[row], row));
  return h::section(cls("q"), id("options"), h::h2(state.asking.say("option.title")),
                    h::p(cls("small muted"), state.asking.say("option.hint")),
                    h::div(cls("options"), parts));
}

/// The plan is held against what it must not disturb, where the person said that.
Html commitments_part(const FormState& state, const RecordView& view) {
  const auto& life = view.circumstances;
  if (!life || life->commitments.disclose().empty()) return {};
  const Asking& asking = state.asking;
  return h::div(
      cls("q"), h::p(asking.say("agree.must_not", {{"words", life->commitments.disclose()}})),
      tiles(state, "disturbs", asking.say("agree.disturbs"),
            {{"no", asking.say("agree.disturbs_no")}, {"yes", asking.say("agree.disturbs_yes")}},
            ""),
      text_field(state, {"disturbs_how", "agree.disturbs_how", ""}));
}

Html differently_part(const FormState& state, const RecordView& view) {
  const Asking& asking = state.asking;
  return h::details(
      cls("data q"),
      Attribute("open",
                !state.value("persons_view").empty() || !state.value("professionals_view").empty()),
      h::summary(asking.say("agree.differently")),
      reason_field(state, "persons_view",
                   asking.say("agree.persons_view", {{"name", view.person.name.disclose()}})),
      reason_field(state, "professionals_view", asking.say("agree.professionals_view")));
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
              aims_to_choose(state, view), options_part(state, view),
              fault_beside(state, "actions"),
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
              commitments_part(state, view), differently_part(state, view),
              h::div(cls("q"), text_field(state, {"look_again", "agree.look_again", "", "date"})),
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
  draft.disturbs = asking.typed("disturbs");
  draft.disturbs_how = asking.typed("disturbs_how");
  draft.persons_view = asking.typed("persons_view");
  draft.professionals_view = asking.typed("professionals_view");
  draft.look_again = asking.typed("look_again");
  for (std::size_t row = 0; asking.request.form.has(option_field(row, "source")); ++row)
    draft.options.push_back({std::string(asking.typed(option_field(row, "source"))),
                             std::string(asking.typed(option_field(row, "key"))),
                             std::string(asking.typed(option_field(row, "words"))),
                             std::string(asking.typed(option_field(row, "standing"))),
                             std::string(asking.typed(option_field(row, "person"))),
                             std::string(asking.typed(option_field(row, "professional")))});
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
    return http::Response::see_other(
        Url("/people").part(person->text()).then("/today").with("kept", "1").text());
  if (is_not_found(outcome.refusal())) return not_found(asking);
  return show_agree({asking, outcome.refusal().faults()});
}

}  // namespace alongside::web
