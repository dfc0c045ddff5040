// SPDX-License-Identifier: Apache-2.0
// Neither side writes over the other: the words, and the answer beside them.
#include "doors/web/corrections.h"

#include <algorithm>

#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "doors/web/phrases.h"
#include "service/put_right.h"

namespace alongside::web {
namespace {

using service::RecordView;

Text about_words(const Asking& asking, CorrectionAbout about) {
  switch (about) {
    case CorrectionAbout::identity:
      return asking.say("correction.identity");
    case CorrectionAbout::agreement:
      return asking.say("correction.agreement");
    case CorrectionAbout::read_back:
      return asking.say("correction.read_back");
    case CorrectionAbout::judgement:
      return asking.say("correction.judgement");
    case CorrectionAbout::visit:
      return asking.say("correction.visit");
    case CorrectionAbout::other:
      return asking.say("correction.other");
  }
  return Text({});
}

Text plan_of(const Asking& asking, const RecordView& view, const Agreement& agreement) {
  return asking.say("correction.plan_of",
                    {{"day", day_words(asking, zone_of(view.site.zone), agreement.agreed_at)}});
}

Html correction_item(const Asking& asking, const RecordView& view, const Correction& correction,
                     CorrectionsReader reader) {
  const Zone zone = zone_of(view.site.zone);
  const bool open = correction.answer == CorrectionAnswer::waiting;
  Html button;
  if (open && reader == CorrectionsReader::professional)
    button = h::p(h::a(cls("btn line small"),
                       href(Url("/people")
                                .part(view.person.id.text())
                                .then("/corrections")
                                .part(std::to_string(correction.number))),
                       asking.say("correction.answer")));
  return h::li(h::b(about_words(asking, view, correction)), Text(" "),
               h::span(cls("small muted"), Text(day_words(asking, zone, correction.said_at))),
               h::br(), voice(correction.words.disclose()), h::br(),
               h::span(cls("small"), Attribute("dir", std::string_view("auto")),
                       answer_words(asking, zone, correction)),
               button);
}

std::vector<Choice> what_could_be_wrong(const Asking& asking, const RecordView& view) {
  std::vector<Choice> choices;
  for (const CorrectionAbout about : corrections_about) {
    if (about != CorrectionAbout::agreement) {
      choices.push_back({std::string(code_of(about)), about_words(asking, about)});
      continue;
    }
    for (const Agreement& agreement : view.agreements)
      choices.push_back({"agreement." + std::to_string(agreement.number.value),
                         plan_of(asking, view, agreement)});
  }
  return choices;
}

http::Response show_wrong(const FormState& state) {
  const Asking& asking = state.asking;
  const auto seen =
      service::read_record(asking.service, asking.caller(), RecordOf::own(), "what is wrong");
  if (!seen) return not_found(asking);
  const RecordView& view = seen.value();
  const Html said =
      asking.request.query.has("kept") ? saved_notice(asking.say("correction.kept")) : Html();
  return page(
      asking, state.came_back() ? 422 : 200, asking.say("correction.title"), Place::sharing,
      h::div(
          cls("wrap narrow page stack"), said,
          post_form(
              asking, Url("/me/wrong"), cls("stack"), fault_summary(state),
              h::h1(asking.say("correction.title")),
              h::p(cls("lead"), asking.say("correction.lead")),
              h::div(cls("q"),
                     select_field(state, {"about", "correction.about", ""},
                                  what_could_be_wrong(asking, view), ""),
                     area_field(state, {"words", "correction.words", "correction.words_hint"}, 4)),
              h::p(cls("small muted"), asking.say("correction.who_sees")),
              h::p(h::button(cls("btn wide"), asking.say("correction.send")))),
          corrections_card(asking, view, CorrectionsReader::person)));
}

http::Response show_correction(const FormState& state) {
  const Asking& asking = state.asking;
  const auto person = Id<Person>::parse(asking.part("person"));
  if (!person) return not_found(asking);
  const auto seen = service::read_record(asking.service, asking.caller(), RecordOf::person(*person),
                                         "what is wrong");
  if (!seen || seen.value().relation != Relation::team_member) return not_found(asking);
  const RecordView& view = seen.value();
  const auto found = std::ranges::find_if(view.corrections, [&](const Correction& one) {
    return std::to_string(one.number) == asking.part("correction");
  });
  if (found == view.corrections.end()) return not_found(asking);
  const Url here =
      Url("/people").part(person->text()).then("/corrections").part(std::to_string(found->number));
  Html identity;
  if (found->about == CorrectionAbout::identity)
    identity =
        together(h::p(cls("small"), asking.say("correction.identity_right")),
                 text_field(state, {"name", "correction.name", ""}, view.person.name.disclose()),
                 text_field(state, {"born", "break_glass.born", "", "date"},
                            view.person.born ? view.person.born->iso() : std::string()));
  return page(
      asking, state.came_back() ? 422 : 200, asking.say("correction.answer_title"), Place::people,
      h::div(
          cls("wrap narrow page"),
          post_form(
              asking, here, cls("stack"), fault_summary(state),
              h::div(h::h1(asking.say("correction.answer_title")),
                     h::p(cls("lead"), Text(view.person.name.disclose()))),
              h::div(
                  cls("card stack-s"), h::p(h::b(about_words(asking, view, *found))),
                  h::p(voice(found->words.disclose())),
                  h::p(cls("small muted"), answer_words(asking, zone_of(view.site.zone), *found))),
              h::div(cls("q"), tiles(state, "answer", asking.say("correction.your_answer"),
                                     {{"put_right", asking.say("correction.is_put_right")},
                                      {"seen_differently", asking.say("correction.is_different")}},
                                     "")),
              h::div(
                  cls("q"),
                  area_field(state, {"reason", "correction.reason", "correction.reason_hint"}, 3),
                  identity),
              h::p(cls("small muted"), asking.say("correction.both_stay")),
              h::p(h::button(cls("btn wide"), asking.say("correction.keep_answer"))))));
}

}  // namespace

Text about_words(const Asking& asking, const RecordView& view, const Correction& correction) {
  for (const Agreement& agreement : view.agreements)
    if (correction.about == CorrectionAbout::agreement &&
        agreement.number.value == correction.agreement)
      return plan_of(asking, view, agreement);
  return about_words(asking, correction.about);
}

Text answer_words(const Asking& asking, const Zone& zone, const Correction& correction) {
  if (correction.answer == CorrectionAnswer::waiting)
    return asking.say(
        "correction.waits",
        {{"day", day_words(asking, zone,
                           Instant{correction.said_at.utc_ms + correction_days * ms_a_day})}});
  const std::string day = day_words(asking, zone, correction.answered_at.value_or(Instant{0}));
  const std::string& reason = correction.reason.disclose();
  const Text outcome =
      asking.say(correction.answer == CorrectionAnswer::put_right ? "correction.was_put_right"
                                                                  : "correction.was_different",
                 {{"name", correction.answered_by}, {"day", day}});
  return reason.empty() ? outcome : Text(outcome.words() + " " + reason);
}

Html corrections_card(const Asking& asking, const RecordView& view, CorrectionsReader reader) {
  if (view.corrections.empty()) return {};
  std::vector<Html> items;
  for (const Correction& correction : view.corrections)
    items.push_back(correction_item(asking, view, correction, reader));
  const Text title = reader == CorrectionsReader::person
                         ? asking.say("correction.yours")
                         : asking.say("correction.theirs", {{"name", view.person.name.disclose()}});
  return h::section(cls("card"), h::h2(mark(Shape::person), Text(" "), title),
                    h::ul(cls("looks"), items));
}

http::Response wrong_page(const Asking& asking) { return show_wrong({asking, {}}); }

http::Response post_wrong(const Asking& asking) {
  const auto said = service::say_what_is_wrong(
      asking.service, asking.caller(),
      {std::string(asking.typed("about")), std::string(asking.typed("words"))}, asking.once());
  if (said) return http::Response::see_other(Url("/me/wrong").with("kept", "1").text());
  if (is_not_found(said.refusal())) return not_found(asking);
  return show_wrong({asking, said.refusal().faults()});
}

http::Response correction_page(const Asking& asking) { return show_correction({asking, {}}); }

http::Response post_correction(const Asking& asking) {
  const auto person = Id<Person>::parse(asking.part("person"));
  if (!person) return not_found(asking);
  const auto answered = service::answer_correction(
      asking.service, asking.caller(), *person, asking.part("correction"),
      {{std::string(asking.typed("answer")), std::string(asking.typed("reason"))},
       std::string(asking.typed("name")),
       std::string(asking.typed("born"))},
      asking.once());
  if (answered)
    return http::Response::see_other(Url("/people").part(person->text()).with("kept", "1").text());
  if (is_not_found(answered.refusal())) return not_found(asking);
  return show_correction({asking, answered.refusal().faults()});
}

}  // namespace alongside::web
