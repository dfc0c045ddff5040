// SPDX-License-Identifier: Apache-2.0
// Who waits and when there is time, on one page.
#include "doors/web/reserve.h"

#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "doors/web/phrases.h"
#include "service/reserve_time.h"

namespace alongside::web {
namespace {

Html time_item(const Asking& asking, const Zone& zone, const ReservedTime& time) {
  const std::string minutes = std::to_string(time.minutes);
  const Html when =
      together(h::b(Text(time_words(asking, zone, time))), Text(" "),
               h::span(cls("small muted"), asking.say_count("reserve.long", time.minutes)));
  if (time.for_whom)
    return h::li(when, h::br(),
                 h::a(href(Url("/people").part(time.for_whom->id.text())),
                      Text(time.for_whom->name.disclose())));
  return h::li(
      when, h::br(),
      post_form(asking, Url("/people/times").part(std::to_string(time.number)).then("/drop"),
                cls("inline"), h::span(asking.say("reserve.free"), Text(" ")),
                h::button(cls("btn line small"), asking.say("reserve.drop"),
                          h::span(cls("vh"), Text(" " + time_words(asking, zone, time))))));
}

http::Response show_form(const FormState& state) {
  const Asking& asking = state.asking;
  return page(
      asking, state.came_back() ? 422 : 200, asking.say("reserve.new"), Place::people,
      h::div(
          cls("wrap narrow page"),
          post_form(asking, Url("/people/times"), cls("stack"), fault_summary(state),
                    h::h1(asking.say("reserve.new")), h::p(cls("lead"), asking.say("reserve.lead")),
                    h::div(cls("q"), text_field(state, {"day", "reserve.day", "", "date"}),
                           text_field(state, {"time", "reserve.time", "", "time"}),
                           text_field(state, {"minutes", "reserve.minutes", "", "number"}, "20")),
                    h::div(cls("q"), tiles(state, "way", asking.say("reserve.way"),
                                           {{"phone", asking.say("reserve.phone")},
                                            {"visit", asking.say("reserve.visit")}},
                                           "")),
                    h::p(h::button(cls("btn wide"), asking.say("reserve.keep"))))));
}

}  // namespace

Html reserved_times_part(const Asking& asking, const service::PeopleView& view) {
  const Zone zone = zone_of(view.site.zone);
  std::vector<Html> items;
  for (const ReservedTime& time : view.times) items.push_back(time_item(asking, zone, time));
  return h::section(cls("card stack-s"), h::h2(asking.say("reserve.title")),
                    items.empty() ? h::p(asking.say("reserve.none")) : h::ul(cls("looks"), items),
                    h::p(cls("noprint"), h::a(cls("btn line small"), href(Url("/people/times")),
                                              asking.say("reserve.new"))));
}

Html give_time_part(const FormState& state, const service::RecordView& view) {
  if (view.free_times.empty()) return {};
  const Asking& asking = state.asking;
  const Zone zone = zone_of(view.site.zone);
  std::vector<Choice> choices;
  for (const ReservedTime& time : view.free_times)
    choices.push_back({std::to_string(time.number), Text(time_words(asking, zone, time))});
  return post_form(asking, Url("/people").part(view.person.id.text()).then("/give-time"),
                   cls("stack-s gap-s"),
                   select_field(state, {"time", "reserve.give", ""}, choices, ""),
                   h::p(h::button(cls("btn line small"), asking.say("reserve.give_it"))));
}

http::Response new_time_page(const Asking& asking) { return show_form({asking, {}}); }

http::Response post_new_time(const Asking& asking) {
  const auto kept = service::keep_time_free(
      asking.service, asking.caller(),
      {std::string(asking.typed("day")), std::string(asking.typed("time")),
       std::string(asking.typed("minutes")), std::string(asking.typed("way"))},
      asking.once());
  if (kept) return http::Response::see_other("/people");
  if (is_not_found(kept.refusal())) return not_found(asking);
  return show_form({asking, kept.refusal().faults()});
}

http::Response post_drop_time(const Asking& asking) {
  const auto dropped =
      service::drop_time(asking.service, asking.caller(), asking.part("time"), asking.once());
  if (!dropped) return not_found(asking);
  return http::Response::see_other("/people");
}

}  // namespace alongside::web
