// SPDX-License-Identifier: Apache-2.0
// Groups in a fixed order; within one by name. No score, no red list.
#include "doors/web/waiting.h"

#include "doors/web/parts.h"
#include "doors/web/phrases.h"
#include "service/my_people.h"

namespace alongside::web {
namespace {

Text title_of(const Asking& asking, WaitsFor reason) {
  switch (reason) {
    case WaitsFor::alert:
      return asking.say("waits.alert");
    case WaitsFor::wrong:
      return asking.say("waits.wrong");
    case WaitsFor::stuck:
      return asking.say("waits.stuck");
    case WaitsFor::sent:
      return asking.say("waits.sent");
    case WaitsFor::promise:
      return asking.say("waits.promise");
    case WaitsFor::visit:
      return asking.say("waits.visit");
    case WaitsFor::not_asked:
      return asking.say("waits.not_asked");
    case WaitsFor::follow_up:
      return asking.say("waits.follow_up");
    case WaitsFor::reach_out:
      return asking.say("waits.reach_out");
  }
  return Text({});
}

Html row_of(const Asking& asking, const Zone& zone, const Waiting& waiting) {
  const std::string day = waiting.day  ? due_words(asking, zone, *waiting.day)
                          : waiting.at ? day_words(asking, zone, *waiting.at)
                                       : std::string();
  return h::li(h::a(
      href(Url("/people").part(waiting.person.id.text())),
      h::b(Text(waiting.person.name.disclose())), Text(" "), h::span(cls("small muted"), Text(day)),
      waiting.reach_by
          ? h::span(cls("small muted"), Text(" · "), words_for(asking, *waiting.reach_by))
          : Html()));
}

}  // namespace

Text words_for(const Asking& asking, ReachBy way) {
  switch (way) {
    case ReachBy::phone:
      return asking.say("reach.phone");
    case ReachBy::letter:
      return asking.say("reach.letter");
    case ReachBy::message:
      return asking.say("reach.message");
    case ReachBy::at_visits:
      return asking.say("reach.at_visits");
  }
  return Text({});
}

Html waiting_part(const Asking& asking, const Zone& zone, const std::vector<Waiting>& waiting) {
  if (waiting.empty()) return h::p(cls("card quiet"), asking.say("waits.nobody"));
  std::vector<Html> groups;
  for (const WaitsFor reason : waits_for_all) {
    std::vector<Html> rows;
    for (const Waiting& one : waiting)
      if (one.reason == reason) rows.push_back(row_of(asking, zone, one));
    if (rows.empty()) continue;
    const std::string count =
        std::to_string(rows.size()) + (rows.size() == service::waiting_max ? "+" : "");
    groups.push_back(h::details(cls("card data"), Attribute("open", rows.size() <= 5),
                                h::summary(title_of(asking, reason), Text(" (" + count + ")")),
                                h::ul(cls("people"), rows)));
  }
  return h::div(cls("balance waits"), groups);
}

}  // namespace alongside::web
