// SPDX-License-Identifier: Apache-2.0
// Numbers of the person's own.
#include "doors/web/numbers.h"

#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "doors/web/phrases.h"
#include "service/ask_number.h"

namespace alongside::web {
namespace {

using service::RecordView;

Url numbers_url(const Aim& aim) { return Url("/me/aims").part(aim.id.text()).then("/numbers"); }

http::Response show_form(const FormState& state) {
  const Asking& asking = state.asking;
  const auto aim_id = Id<Aim>::parse(asking.part("aim"));
  if (!aim_id) return not_found(asking);
  const auto view =
      service::read_record(asking.service, asking.caller(), RecordOf::own(), "own aim");
  const Aim* aim = view ? view.value().aim(*aim_id) : nullptr;
  if (aim == nullptr) return not_found(asking);
  return page(
      asking, state.came_back() ? 422 : 200, asking.say("number.title"), Place::my_aims,
      h::div(
          cls("wrap narrow page"),
          post_form(
              asking, numbers_url(*aim), cls("stack"), fault_summary(state),
              h::h1(asking.say("number.title")), h::p(cls("quote berry"), voice(aim->words())),
              h::p(cls("lead"), asking.say("number.lead")),
              h::div(cls("q"),
                     text_field(state, {"number_words", "number.words_label", "number.words_hint"}),
                     text_field(state, {"at_zero", "number.zero_label", ""}),
                     text_field(state, {"at_ten", "number.ten_label", ""})),
              h::div(cls("q"),
                     tiles(state, "heading", asking.say("number.heading_label"),
                           {{"down", asking.say("number.down")}, {"up", asking.say("number.up")}},
                           "")),
              h::p(h::button(cls("btn wide"), asking.say("number.keep"))))));
}

}  // namespace

Html numbers_card(const Asking& asking, const RecordView& view, const Aim& aim) {
  std::vector<Html> items;
  for (const AimNumber& number : view.numbers) {
    if (number.aim != aim.number.value || !number.asked) continue;
    const auto latest = number.latest();
    const Text last =
        latest ? asking.say("number.latest",
                            {{"n", std::to_string(latest->value)},
                             {"day", day_words(asking, zone_of(view.site.zone), latest->said_at)}})
               : asking.say("number.no_answer_yet");
    items.push_back(h::li(
        h::b(Text(number.question.words.disclose())), h::br(), h::span(cls("small"), last),
        post_form(asking, numbers_url(aim).then("/stop"), cls("inline"),
                  h::input(type("hidden"), name("number"), value(std::to_string(number.number))),
                  h::button(cls("btn line small"), asking.say("number.stop"),
                            h::span(cls("vh"), Text(" " + number.question.words.disclose()))))));
  }
  const Html add = items.size() < numbers_of_an_aim_max && aim.state == AimState::held
                       ? h::p(cls("gap-s"), h::a(cls("btn line small"), href(numbers_url(aim)),
                                                 asking.say("number.add")))
                       : Html();
  return h::section(
      cls("card"), h::h2(asking.say("number.yours")),
      items.empty() ? h::p(cls("gap-s"), asking.say("number.none")) : h::ul(cls("looks"), items),
      add);
}

http::Response number_page(const Asking& asking) { return show_form({asking, {}}); }

http::Response post_number(const Asking& asking) {
  const auto aim = Id<Aim>::parse(asking.part("aim"));
  if (!aim) return not_found(asking);
  const auto kept = service::ask_number(
      asking.service, asking.caller(), *aim,
      {std::string(asking.typed("number_words")), std::string(asking.typed("at_zero")),
       std::string(asking.typed("at_ten")), std::string(asking.typed("heading"))},
      asking.once());
  if (kept)
    return http::Response::see_other(Url("/me/aims").part(aim->text()).with("kept", "1").text());
  if (is_not_found(kept.refusal())) return not_found(asking);
  return show_form({asking, kept.refusal().faults()});
}

http::Response post_stop_number(const Asking& asking) {
  const auto aim = Id<Aim>::parse(asking.part("aim"));
  if (!aim) return not_found(asking);
  const auto stopped = service::stop_number(asking.service, asking.caller(), *aim,
                                            asking.typed("number"), asking.once());
  if (!stopped) return not_found(asking);
  return http::Response::see_other(Url("/me/aims").part(aim->text()).with("kept", "1").text());
}

}  // namespace alongside::web
