// SPDX-License-Identifier: Apache-2.0
// Who looked and who changed, by day; who supports me.
#include "doors/web/sharing.h"

#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "doors/web/phrases.h"
#include "doors/web/supporters.h"
#include "foundation/words/phrase.h"
#include "service/read_record.h"

namespace alongside::web {
namespace {

/// In which role, why they could, and which parts of the record a look showed.
Text why_words(const Asking& asking, const service::HistoryEntry& entry) {
  std::string words;
  const auto say = [&](const Text& text) { words += text.words() + ". "; };
  if (!entry.actor_role.empty()) words += entry.actor_role + ". ";
  if (entry.relation == "team_member") say(asking.say("history.why_team"));
  if (entry.relation == "invited") say(asking.say("history.why_code"));
  if (entry.relation == "supporter") say(asking.say("history.why_supporter"));
  if (entry.relation == "break_glass") say(asking.say("history.why_emergency"));
  if (entry.relation == "client") say(asking.say("history.why_program"));
  if (entry.relation.empty() && entry.act == "import") say(asking.say("history.why_import"));
  if (entry.act == "look")
    say(asking.say(entry.relation == "supporter" ? "history.class_supporter"
                   : entry.what == "list"        ? "history.class_list"
                                                 : "history.class_record"));
  return Text(words);
}

/// Who opened the record in an emergency and why; nothing when nobody did.
Html emergencies(const Asking& asking, const service::HistoryView& view) {
  std::vector<Html> items;
  for (const auto& opening : view.openings)
    items.push_back(h::li(opening_words(asking, view.site.zone, opening)));
  if (items.empty()) return {};
  return h::section(cls("card"), h::h2(asking.say("break_glass.yours")),
                    h::ul(cls("looks"), items));
}

Html entry_item(const Asking& asking, const Zone& zone, const service::HistoryEntry& entry) {
  // Whom the person asked stands on their side.
  const bool own_side = entry.actor_side == "person" || entry.relation == "supporter";
  return h::li(mark(own_side ? Shape::person : Shape::team, 14), Text(" "),
               history_words(asking, entry.act, entry.what, entry.actor_name), h::br(),
               h::span(cls("small muted"), why_words(asking, entry),
                       Text(words::time_in_words(asking.language, zone, entry.at))));
}

/// Newest first, a heading for each day.
Html entries_by_day(const Asking& asking, const service::HistoryView& view) {
  const Zone zone = zone_of(view.site.zone);
  std::vector<Html> days;
  std::vector<Html> rows;
  const auto close_day = [&](Instant at) {
    days.push_back(together(h::h3(Text(day_words(asking, zone, at))), h::ul(cls("looks"), rows)));
    rows.clear();
  };
  for (std::size_t i = 0; i < view.entries.size(); ++i) {
    const auto& entry = view.entries[i];
    rows.push_back(entry_item(asking, zone, entry));
    const bool last = i + 1 == view.entries.size();
    if (last || zone.day_of(view.entries[i + 1].at) != zone.day_of(entry.at)) close_day(entry.at);
  }
  if (days.empty()) return h::p(asking.say("my_page.nobody_looked"));
  return h::section(cls("card stack"), labelled_by("looks"),
                    h::h2(id("looks"), asking.say("sharing.looks")), days);
}

}  // namespace

http::Response sharing_page(const Asking& asking) {
  const bool own = asking.request.query.has("own");
  const auto view = service::read_history(
      asking.service, asking.caller(),
      own ? service::OwnEntries::shown : service::OwnEntries::hidden, asking.page_number());
  if (!view) return not_found(asking);
  const Html said =
      asking.request.query.has("ended") ? saved_notice(asking.say("support.ended")) : Html();
  Url base("/me/sharing");
  if (own) base.with("own", "1");
  Url other("/me/sharing");
  if (!own) other.with("own", "1");
  return page(
      asking, 200, asking.say("sharing.title"), Place::sharing,
      h::div(cls("wrap narrow page stack"), said, h::h1(asking.say("sharing.title")),
             h::p(cls("lead"), asking.say("sharing.lead")), emergencies(asking, view.value()),
             supporters_card(asking, view.value()),
             h::p(h::a(cls("btn line small"), href(Url("/me/data")), asking.say("my_data.title"))),
             h::p(h::a(href(other), asking.say(own ? "sharing.hide_own" : "sharing.show_own"))),
             entries_by_day(asking, view.value()),
             pager(asking, base, asking.page_number(), view.value().count,
                   service::history_on_a_page)));
}

}  // namespace alongside::web
