// SPDX-License-Identifier: Apache-2.0
// Licences, questions and scores.
#include "doors/web/instruments.h"

#include <cmath>

#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "doors/web/phrases.h"
#include "service/use_instruments.h"

namespace alongside::web {
namespace {

std::string number_words(double number) {
  const auto tenths = std::llround(number * 10);
  std::string words = std::to_string(tenths / 10);
  if (tenths % 10 != 0) words += "." + std::to_string(tenths % 10);
  return words;
}

const service::InstrumentOn* switched(const std::vector<service::InstrumentOn>& on,
                                      std::string_view id) {
  for (const auto& one : on)
    if (one.instrument == id) return &one;
  return nullptr;
}

Html facts(const Asking& asking, const Instrument& instrument) {
  const auto line = [&](std::string_view key, const std::string& words) {
    return words.empty() ? Html()
                         : h::p(cls("small"), h::b(asking.say(key)), Text(" "), Text(words));
  };
  return together(
      line("instrument.holder", instrument.holder), line("instrument.licence", instrument.licence),
      line("instrument.notice", instrument.notice), line("instrument.source", instrument.source),
      line("instrument.checked", instrument.checked));
}

Html switch_form(const FormState& state, const Instrument& instrument, bool here) {
  const Asking& asking = state.asking;
  const FormState fresh{asking, {}};
  const FormState& own = here ? state : fresh;
  std::vector<Html> fields;
  const auto field = [&](std::string_view part, std::string_view key, std::string_view hint) {
    const std::string own_id = std::string(part) + "-" + instrument.id;
    const Fault* fault = own.fault_of(part);
    fields.push_back(h::div(
        cls("field"), h::label(for_(own_id), asking.say(key)), h::p(cls("hint"), asking.say(hint)),
        fault == nullptr ? Html() : h::p(cls("fault"), asking.say(fault->key)),
        h::input(id(own_id), name(part), type("text"), value(here ? own.value(part) : ""),
                 Attribute("autocomplete", std::string_view("off")))));
  };
  if (instrument.permission_needed)
    field("permission", "instrument.permission", "instrument.permission_hint");
  if (instrument.alert_item) {
    field("who_answers", "instrument.who_answers", "instrument.who_answers_hint");
    field("hours", "instrument.hours", "instrument.hours_hint");
  }
  return post_form(asking, Url("/admin/instruments").part(instrument.id).then("/on"),
                   cls("stack-s"), fields,
                   h::button(cls("btn line small"), asking.say("instrument.on"),
                             h::span(cls("vh"), Text(" " + instrument.title))));
}

Html registry_item(const FormState& state, const Instrument& instrument,
                   const service::InstrumentOn* on) {
  const Asking& asking = state.asking;
  const bool here = state.came_back() && asking.part("instrument") == instrument.id;
  Html action;
  if (instrument.items.empty())
    action = h::p(cls("small"), asking.say("instrument.empty_place"));
  else if (on != nullptr)
    action = together(
        h::p(cls("chip"), mark(Shape::better, 14), asking.say("instrument.is_on"),
             Text(on->by.who_answers.empty() ? std::string()
                                             : " · " + on->by.who_answers + ", " + on->by.hours)),
        post_form(asking, Url("/admin/instruments").part(instrument.id).then("/off"), cls("inline"),
                  h::button(cls("btn line small"), asking.say("instrument.off"),
                            h::span(cls("vh"), Text(" " + instrument.title)))));
  else
    action = switch_form(state, instrument, here);
  return h::section(cls("card stack-s"), h::h2(Text(instrument.title)),
                    here ? fault_summary(state) : Html(), action,
                    h::details(cls("data"), h::summary(asking.say("instrument.licence_and_source")),
                               facts(asking, instrument)));
}

http::Response show_registry(const FormState& state) {
  const Asking& asking = state.asking;
  const auto on = service::instruments_switched(asking.service, asking.caller());
  if (!on) return not_found(asking);
  std::vector<Html> items;
  for (const Instrument& instrument : instruments())
    items.push_back(registry_item(state, instrument, switched(on.value(), instrument.id)));
  return page(asking, state.came_back() ? 422 : 200, asking.say("instrument.title"), Place::admin,
              h::div(cls("wrap narrow page stack"),
                     h::div(h::h1(asking.say("instrument.title")),
                            h::p(cls("lead"), asking.say("instrument.lead"))),
                     items));
}

/// Who answers for what is said here, in words; or that nobody does.
Html who_watches(const Asking& asking, const service::InstrumentOn& on, bool somebody_serves) {
  if (on.by.who_answers.empty() || !somebody_serves)
    return h::p(cls("small muted"), asking.say("instrument.nobody_watches"));
  return h::div(cls("note"),
                h::p(asking.say("instrument.somebody_watches",
                                {{"name", on.by.who_answers}, {"hours", on.by.hours}})));
}

Html item_part(const FormState& state, const Instrument& instrument, std::size_t item) {
  const std::string field = "item_" + std::to_string(item);
  const Text words(instrument.items[item].words);
  if (instrument.items[item].kind == ItemKind::days)
    return h::div(
        cls("q"), Attribute("lang", instrument.language),
        h::div(cls("field short"), h::label(for_(field), words), fault_beside(state, field),
               h::input(id(field), name(field), type("text"),
                        Attribute("inputmode", std::string_view("numeric")),
                        value(state.value(field)))));
  std::vector<Choice> choices;
  for (const InstrumentAnswer& answer : instrument.answers)
    choices.push_back({std::to_string(answer.value), Text(answer.words)});
  return h::div(cls("q"), Attribute("lang", instrument.language),
                tiles(state, field, words, choices, ""));
}

http::Response show_instrument(const FormState& state) {
  const Asking& asking = state.asking;
  const Instrument* instrument = instrument_of(asking.part("instrument"));
  const auto seen = service::read_questions(asking.service, asking.caller());
  const service::InstrumentOn* on =
      seen && instrument != nullptr ? switched(seen.value().on, instrument->id) : nullptr;
  if (on == nullptr) return not_found(asking);
  std::vector<Html> items;
  for (std::size_t i = 0; i < instrument->items.size(); ++i)
    items.push_back(item_part(state, *instrument, i));
  return page(
      asking, state.came_back() ? 422 : 200, Text(instrument->title), Place::check_in,
      h::div(
          cls("wrap narrow page"),
          post_form(asking, Url("/me/questions").part(instrument->id), cls("stack"),
                    fault_summary(state),
                    h::div(h::h1(Attribute("lang", instrument->language), Text(instrument->title)),
                           h::p(cls("lead"), Attribute("lang", instrument->language),
                                Text(instrument->recall)),
                           h::p(cls("muted"), asking.say("instrument.your_team_sees"))),
                    who_watches(asking, *on, seen.value().somebody_serves), items,
                    h::p(cls("small muted"), Attribute("lang", instrument->language),
                         Text(instrument->notice)),
                    h::p(h::button(cls("btn wide"), asking.say("form.save"))))));
}

/// To the professional what to do, to the person where to turn.
Html alert_words(const Asking& asking, const service::InstrumentAnswered& answered,
                 ScoresReader reader) {
  if (!answered.alerted || (reader == ScoresReader::professional && answered.looked_into))
    return {};
  const std::string_view key =
      reader == ScoresReader::professional ? "instrument.alerted" : "instrument.alerted_yours";
  return h::p(cls("note"), mark(Shape::worse), h::b(asking.say(key)));
}

}  // namespace

Html scores_card(const Asking& asking, const std::string& zone,
                 const std::vector<service::InstrumentAnswered>& answered, ScoresReader reader) {
  const std::size_t shown_max = reader == ScoresReader::everything ? answered.size() : 6;
  std::vector<Html> items;
  for (const auto& one : answered) {
    const Instrument* instrument = instrument_of(one.instrument);
    if (instrument == nullptr || items.size() >= shown_max) continue;
    const Text score =
        one.score ? asking.say("instrument.score", {{"value", number_words(*one.score)},
                                                    {"low", number_words(instrument->low)},
                                                    {"high", number_words(instrument->high)}})
                  : asking.say("instrument.no_score");
    items.push_back(
        h::li(h::b(Text(instrument->title)), h::br(), score, Text(" "),
              h::span(cls("small muted"), Text(day_words(asking, zone_of(zone), one.answered_at))),
              alert_words(asking, one, reader)));
  }
  if (items.empty()) return {};
  return h::section(cls("card"), h::h2(asking.say("instrument.answered")),
                    h::ul(cls("looks"), items));
}

http::Response instruments_page(const Asking& asking) { return show_registry({asking, {}}); }

http::Response post_instrument_on(const Asking& asking) {
  const auto on = service::switch_instrument_on(
      asking.service, asking.caller(), asking.part("instrument"),
      {std::string(asking.typed("permission")), std::string(asking.typed("who_answers")),
       std::string(asking.typed("hours"))});
  if (on) return http::Response::see_other("/admin/instruments");
  if (is_not_found(on.refusal())) return not_found(asking);
  return show_registry({asking, on.refusal().faults()});
}

http::Response post_instrument_off(const Asking& asking) {
  const auto off =
      service::switch_instrument_off(asking.service, asking.caller(), asking.part("instrument"));
  if (!off) return not_found(asking);
  return http::Response::see_other("/admin/instruments");
}

http::Response post_look_into_alerts(const Asking& asking) {
  const auto person = Id<Person>::parse(asking.part("person"));
  if (!person) return not_found(asking);
  const auto done =
      service::look_into_alerts(asking.service, asking.caller(), *person, asking.once());
  if (!done) return not_found(asking);
  return http::Response::see_other(Url("/people").part(person->text()).with("kept", "1").text());
}

http::Response questions_page(const Asking& asking) {
  const auto seen = service::read_questions(asking.service, asking.caller());
  if (!seen) return not_found(asking);
  std::vector<Html> items;
  for (const auto& on : seen.value().on)
    if (const Instrument* instrument = instrument_of(on.instrument))
      items.push_back(
          h::li(h::a(href(Url("/me/questions").part(instrument->id)),
                     Attribute("lang", instrument->language), Text(instrument->title))));
  return page(asking, 200, asking.say("instrument.questions"), Place::check_in,
              h::div(cls("wrap narrow page stack"), h::h1(asking.say("instrument.questions")),
                     items.empty() ? h::p(asking.say("instrument.none_on"))
                                   : h::div(cls("card"), h::ul(cls("people"), items)),
                     scores_card(asking, seen.value().site.zone, seen.value().answered,
                                 ScoresReader::person)));
}

http::Response instrument_page(const Asking& asking) { return show_instrument({asking, {}}); }

http::Response post_instrument(const Asking& asking) {
  const Instrument* instrument = instrument_of(asking.part("instrument"));
  if (instrument == nullptr) return not_found(asking);
  std::vector<std::string> typed;
  for (std::size_t i = 0; i < instrument->items.size(); ++i)
    typed.emplace_back(asking.typed("item_" + std::to_string(i)));
  const auto answered = service::answer_instrument(asking.service, asking.caller(), instrument->id,
                                                   typed, asking.once());
  if (answered) return http::Response::see_other("/me/questions");
  if (is_not_found(answered.refusal())) return not_found(asking);
  return show_instrument({asking, answered.refusal().faults()});
}

}  // namespace alongside::web
