// SPDX-License-Identifier: Apache-2.0
// The option page from both sides.
#include "doors/web/what_could_help.h"

#include <algorithm>
#include <array>

#include "doors/web/option_cells.h"
#include "doors/web/options_grid.h"
#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "doors/web/phrases.h"
#include "service/put_options_together.h"
#include "service/read_record.h"

namespace alongside::web {
namespace {

using service::OptionsView;
using service::RecordView;

/// In the order of aim_themes.
constexpr std::array<std::string_view, aim_themes.size()> theme_keys = {
    "theme.pain",       "theme.sleep",     "theme.breathlessness", "theme.mood",
    "theme.strength",   "theme.diabetes",  "theme.smoking",        "theme.blood_pressure",
    "theme.loneliness", "theme.medicines", "theme.other"};

Url help_url(const std::string& aim) { return Url("/me/help").part(aim); }
Url team_url(std::string_view person, std::string_view aim) {
  return Url("/people").part(person).then("/options").part(aim);
}

Html heading(const Asking& asking, const OptionsView& view) {
  return h::div(cls("opt-head"), h::h1(asking.say("options.title")),
                h::p(cls("quote berry"), voice(view.aim.words())));
}

Html who_picked(const Asking& asking, const OptionsView& view) {
  const Zone zone = zone_of(view.record.site.zone);
  return h::p(asking.say("options.fair", {{"n", std::to_string(view.columns.size())},
                                          {"name", view.set->picked_by},
                                          {"day", day_words(asking, zone, view.set->picked_at)}}));
}

/// What must not be disturbed stands beside the options, in the person's own words.
Html commitments(const Asking& asking, const OptionsView& view) {
  const auto& life = view.record.circumstances;
  if (!life || life->commitments.disclose().empty()) return {};
  return h::p(cls("small"), asking.say("options.must_not_disturb"), Text(" "),
              voice(life->commitments.disclose()));
}

Html brought_notice(const Asking& asking, const OptionsView& view) {
  if (!view.set->brought_at) return {};
  const Zone zone = zone_of(view.record.site.zone);
  return h::p(
      cls("small"), mark(Shape::person), Text(" "),
      asking.say("options.brought_on", {{"day", day_words(asking, zone, *view.set->brought_at)}}));
}

Html bring_form(const FormState& state, const OptionsView& view) {
  const Asking& asking = state.asking;
  return post_form(
      asking, help_url(view.aim.id.text()), options_grid(asking, view, Stars::to_mark),
      h::div(cls("card stack-s gap"),
             area_field(state, {"matters_most", "options.matters_most", "options.matters_hint"}, 2,
                        view.set->matters_most.disclose()),
             brought_notice(asking, view), h::p(h::button(cls("btn"), asking.say("options.bring"))),
             h::p(cls("small muted"), asking.say("options.who_sees"))));
}

http::Response not_picked(const Asking& asking, const OptionsView& view, int status) {
  return page(asking, status, asking.say("options.title"), Place::options,
              h::div(cls("wrap page stack"), heading(asking, view),
                     empty_state(asking.say("options.none_title"), asking.say("options.none_why"),
                                 h::a(cls("btn line"), href(Url("/me/prepare")),
                                      asking.say("options.ask_them")))));
}

http::Response show_options(const FormState& state) {
  const Asking& asking = state.asking;
  const auto aim = Id<Aim>::parse(asking.part("aim"));
  if (!aim) return not_found(asking);
  const auto seen =
      service::look_at_options(asking.service, asking.caller(), RecordOf::own(), *aim);
  if (!seen) return not_found(asking);
  const OptionsView& view = seen.value();
  if (!view.set) return not_picked(asking, view, state.came_back() ? 422 : 200);
  const Html said =
      asking.request.query.has("kept") ? saved_notice(asking.say("options.brought")) : Html();
  return page(asking, state.came_back() ? 422 : 200, asking.say("options.title"), Place::options,
              h::div(cls("wrap page stack options"), fault_summary(state), said,
                     heading(asking, view), who_picked(asking, view), sources_key(asking, view),
                     commitments(asking, view), bring_form(state, view),
                     h::p(h::a(href(Url("/me/trials")), asking.say("trial.title"))),
                     behind_the_numbers(asking, view, Stars::to_mark)));
}

/// The offers of the person's teams, to pick up to three.
Html offer_boxes(const FormState& state, const OptionsView& view) {
  const Asking& asking = state.asking;
  const auto typed = asking.request.form.values("offers");
  std::vector<Html> boxes;
  for (const Offer& offer : view.record.offers) {
    const std::string key = offer.key();
    const PickedOffer* before = view.set ? view.set->picked_offer(key) : nullptr;
    const bool ticked =
        state.came_back() ? std::ranges::find(typed, key) != typed.end() : before != nullptr;
    const std::string reason = "may_not_fit_" + key;
    const std::string box = boxes.empty() ? "offers" : "offers-" + key;
    const std::string words =
        state.value(reason, before != nullptr ? before->may_not_fit.disclose() : std::string());
    const bool open = !words.empty() || state.fault_of(reason) != nullptr;
    boxes.push_back(h::div(
        cls("option"),
        h::div(cls("check"),
               h::input(type("checkbox"), name("offers"), id(box), value(key),
                        Attribute("checked", ticked)),
               h::label(for_(box), Text(offer.name))),
        h::details(
            cls("data"), Attribute("open", open),
            h::summary(id("why-" + key), asking.say("options.may_not_fit")),
            h::div(cls("field"),

                   fault_beside(state, reason),
                   h::textarea(id(reason), name(reason), labelled_by("why-" + key),
                               described_by_fault(state, reason),
                               Attribute("rows", std::string_view("2")),
                               Attribute("dir", std::string_view("auto")), Text("\n" + words))))));
  }
  return h::fieldset(cls("q"), h::legend(asking.say("options.pick_up_to_three")),
                     fault_beside(state, "offers"), boxes);
}

Html put_together_form(const FormState& state, const OptionsView& view, const std::string& person) {
  const Asking& asking = state.asking;
  if (view.record.offers.empty())
    return empty_state(asking.say("options.no_offers"), asking.say("options.no_offers_why"),
                       h::a(cls("btn line"), href(Url("/teams")), asking.say("nav.team")));
  std::vector<Choice> themes;
  for (const std::string_view theme : aim_themes)
    themes.push_back({std::string(theme), theme_words(asking, theme)});
  return post_form(asking, team_url(person, view.aim.id.text()), cls("card stack"),
                   h::h2(asking.say(view.set ? "options.put_anew" : "options.put_together")),
                   h::p(cls("small muted"), asking.say("options.put_together_why")),
                   select_field(state, {"theme", "options.theme", "options.theme_hint"}, themes,
                                view.set ? std::string_view(view.set->theme) : std::string_view()),
                   offer_boxes(state, view),
                   h::p(h::button(cls("btn"), asking.say("options.put"))));
}

http::Response show_put_together(const FormState& state) {
  const Asking& asking = state.asking;
  const auto person = Id<Person>::parse(asking.part("person"));
  const auto aim = Id<Aim>::parse(asking.part("aim"));
  if (!person || !aim) return not_found(asking);
  const auto seen =
      service::look_at_options(asking.service, asking.caller(), RecordOf::person(*person), *aim);
  if (!seen) return not_found(asking);
  const OptionsView& view = seen.value();
  const std::string& who = view.record.person.name.disclose();
  Html grid;
  if (view.set)
    grid = h::div(cls("stack"), who_picked(asking, view), sources_key(asking, view),
                  options_grid(asking, view, Stars::marked),
                  view.set->matters_most.disclose().empty()
                      ? Html()
                      : h::p(asking.say("options.matters_to", {{"name", who}}), Text(" "),
                             voice(view.set->matters_most.disclose())),
                  brought_notice(asking, view), behind_the_numbers(asking, view, Stars::marked));
  const Html form = view.record.relation == Relation::team_member
                        ? put_together_form(state, view, person->text())
                        : Html();
  return page(
      asking, state.came_back() ? 422 : 200, asking.say("options.title"), Place::people,
      h::div(cls("wrap page stack options"), fault_summary(state),
             h::p(h::a(href(Url("/people").part(person->text())), Text(who))),
             heading(asking, view), grid, form,
             h::p(h::a(cls("btn line small"),
                       href(Url("/people").part(person->text()).then("/trial").part(aim->text())),
                       asking.say("trial.title")))));
}

std::vector<std::string> all_typed(const Asking& asking, std::string_view field) {
  std::vector<std::string> values;
  for (const auto& value : asking.request.form.values(field)) values.emplace_back(value);
  return values;
}

}  // namespace

Text theme_words(const Asking& asking, std::string_view theme) {
  const auto place = std::ranges::find(aim_themes, theme) - aim_themes.begin();
  return asking.say(theme_keys.at(static_cast<std::size_t>(place)));
}

http::Response help_page(const Asking& asking) {
  const auto seen =
      service::read_record(asking.service, asking.caller(), RecordOf::own(), "what could help");
  if (!seen) return not_found(asking);
  const RecordView& view = seen.value();
  std::vector<Html> items;
  std::vector<const Aim*> with_options;
  for (const Aim* aim : view.held_aims()) {
    const OptionSet* set = set_of(view.option_sets, aim->number);
    if (set != nullptr) with_options.push_back(aim);
    items.push_back(h::li(
        h::a(href(help_url(aim->id.text())), voice(aim->words())),
        h::p(cls("small muted"),
             set != nullptr ? asking.say_count("options.count",
                                               static_cast<std::int64_t>(set->picked.size()) + 1)
                            : asking.say("options.none_title"))));
  }
  // Most people have one: it is shown at once.
  if (with_options.size() == 1 && items.size() == 1)
    return http::Response::see_other(help_url(with_options.front()->id.text()).text());
  const Html list = items.empty()
                        ? empty_state(asking.say("options.no_aim"), asking.say("options.none_why"),
                                      h::a(cls("btn line"), href(Url("/me/aims/new")),
                                           asking.say("aim.new_title")))
                        : h::div(cls("card"), h::ul(cls("looks"), items));
  return page(asking, 200, asking.say("nav.what_could_help"), Place::options,
              h::div(cls("wrap narrow page stack"), h::h1(asking.say("nav.what_could_help")),
                     h::p(cls("lead"), asking.say("options.lead")), list));
}

http::Response options_page(const Asking& asking) { return show_options({asking, {}}); }

http::Response post_options(const Asking& asking) {
  const auto aim = Id<Aim>::parse(asking.part("aim"));
  if (!aim) return not_found(asking);
  const auto brought = service::bring_to_visit(
      asking.service, asking.caller(), *aim,
      {all_typed(asking, "talk"), std::string(asking.typed("matters_most"))}, asking.once());
  if (brought) return http::Response::see_other(help_url(aim->text()).with("kept", "1").text());
  if (is_not_found(brought.refusal())) return not_found(asking);
  return show_options({asking, brought.refusal().faults()});
}

http::Response put_together_page(const Asking& asking) { return show_put_together({asking, {}}); }

http::Response post_put_together(const Asking& asking) {
  const auto person = Id<Person>::parse(asking.part("person"));
  const auto aim = Id<Aim>::parse(asking.part("aim"));
  if (!person || !aim) return not_found(asking);
  OptionSetDraft draft;
  draft.theme = asking.typed("theme");
  for (const std::string& key : all_typed(asking, "offers"))
    draft.picks.push_back({key, std::string(asking.typed("may_not_fit_" + key))});
  const auto put = service::put_options_together(asking.service, asking.caller(), *person, *aim,
                                                 draft, asking.once());
  if (put) return http::Response::see_other(team_url(person->text(), aim->text()).text());
  if (is_not_found(put.refusal())) return not_found(asking);
  return show_put_together({asking, put.refusal().faults()});
}

http::Response judgements_page(const Asking& asking) {
  return page(asking, 200, asking.say("judgement.title"), Place::none,
              h::div(cls("wrap narrow page stack"), h::h1(asking.say("judgement.title")),
                     h::p(cls("lead"), asking.say("judgement.lead")),
                     h::div(cls("card"), judgements_list(asking))));
}

Html brought_card(const Asking& asking, const RecordView& view) {
  std::vector<Html> items;
  for (const Aim* aim : view.held_aims()) {
    const OptionSet* set = set_of(view.option_sets, aim->number);
    if (set == nullptr || !set->brought_at) continue;
    std::vector<Html> talk;
    for (const std::string& key : set->talk) {
      const PickedOffer* picked = set->picked_offer(key);
      talk.push_back(
          h::li(picked != nullptr ? Text(picked->offer.name) : asking.say("option.carry_on")));
    }
    const std::string& matters = set->matters_most.disclose();
    items.push_back(h::li(
        voice(aim->words()), h::ul(cls("looks"), talk),
        matters.empty() ? Html()
                        : h::p(asking.say("options.matters_most"), Text(" "), voice(matters)),
        h::p(h::a(cls("btn line small"), href(team_url(view.person.id.text(), aim->id.text())),
                  asking.say("options.look_together")))));
  }
  if (items.empty()) return {};
  return h::section(
      cls("card"),
      h::h2(mark(Shape::person), Text(" "),
            asking.say("options.brought_title", {{"name", view.person.name.disclose()}})),
      h::ul(cls("looks"), items));
}

}  // namespace alongside::web
