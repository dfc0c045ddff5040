// SPDX-License-Identifier: Apache-2.0
// Who can read it is said before anything is asked.
#include "doors/web/journal.h"

#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "doors/web/phrases.h"
#include "doors/web/projects.h"
#include "foundation/base/text.h"
#include "foundation/words/phrase.h"
#include "reflection/joy.h"
#include "service/my_people.h"
#include "service/reflect.h"
#include "service/say_joy.h"

namespace alongside::web {
namespace {

using service::JournalView;

constexpr std::size_t first_words = 120;

Url entry_url(std::int64_t number) { return Url("/journal").part(std::to_string(number)); }

Html said(const std::string& words) {
  return h::span(Attribute("dir", std::string_view("auto")), Text(words));
}

/// A question for each week of the year, in turn.
Text prompt_of(const Asking& asking, Day today) {
  constexpr std::array<std::string_view, 6> prompts = {
      "journal.prompt_taught", "journal.prompt_surprised", "journal.prompt_unsaid",
      "journal.prompt_theirs", "journal.prompt_joy",       "journal.prompt_again"};
  constexpr std::int64_t days_a_week = 7;
  return asking.say(prompts[static_cast<std::size_t>(today.number / days_a_week) % prompts.size()]);
}

Html joy_card(const FormState& state, const Team& team) {
  const Asking& asking = state.asking;
  const std::vector<Choice> choices = {{"4", Html(asking.say("joy.4"))},
                                       {"3", Html(asking.say("joy.3"))},
                                       {"2", Html(asking.say("joy.2"))},
                                       {"1", Html(asking.say("joy.1"))},
                                       {"0", Html(asking.say("joy.0"))}};
  return post_form(asking, Url("/teams").part(team.id.text()).then("/joy"), cls("card stack-s"),
                   h::h2(asking.say("joy.title")),
                   h::p(cls("small muted"),
                        asking.say("joy.who_sees",
                                   {{"team", team.name}, {"n", std::to_string(joy_answers_min)}})),
                   tiles(state, "joy", asking.say("joy.ask"), choices, ""),
                   h::p(h::button(cls("btn"), asking.say("joy.answer"))));
}

Html again_form(const FormState& state, const JournalEntry& entry) {
  const Asking& asking = state.asking;
  return post_form(
      asking, entry_url(entry.number).then("/again"), cls("card stack-s"),
      h::h2(asking.say("journal.again_title")),
      h::p(cls("voice"), said(first_characters(entry.happened, first_words)), Text(" "),
           h::span(cls("small muted"), Text(words::date_in_words(asking.language, entry.day)))),
      area_field(state, {"came_of_it", "journal.came_of_it", ""}, 2),
      area_field(state, {"differently", "journal.differently", ""}, 2),
      h::p(h::button(cls("btn"), asking.say("form.save"))));
}

Html eliciting_card(const Asking& asking, const Eliciting& eliciting) {
  std::vector<Html> items;
  for (const Text& words : eliciting_words(asking, eliciting)) items.push_back(h::li(words));
  return h::section(cls("card"), h::h2(asking.say("eliciting.title")),
                    h::p(cls("small muted"), asking.say("eliciting.who_sees")),
                    h::ul(cls("looks"), items));
}

Html noticed_card(const Asking& asking, const Noticed& noticed) {
  const Attribute col("scope", std::string_view("col"));
  const Attribute row("scope", std::string_view("row"));
  std::vector<Html> rows;
  std::int64_t sum = 0;
  for (std::size_t where = 0; where < noticed_in.size(); ++where) {
    const std::int64_t product = noticed[0][where];
    const std::int64_t service = noticed[1][where];
    sum += product + service;
    rows.push_back(h::tr(h::th(row, words_for(asking, noticed_in[where])),
                         h::td(Text(std::to_string(product))),
                         h::td(Text(std::to_string(service)))));
  }
  if (sum == 0) return {};
  return h::section(cls("card scroll"), h::h2(asking.say("journal.noticed_title")),
                    h::table(cls("plain num"),
                             h::thead(h::tr(h::th(col, asking.say("journal.where_short")),
                                            h::th(col, words_for(asking, Thinking::product)),
                                            h::th(col, words_for(asking, Thinking::service)))),
                             h::tbody(rows)));
}

Html entry_item(const Asking& asking, const JournalEntry& entry) {
  const Text kind =
      entry.thinking ? words_for(asking, *entry.thinking) : asking.say("journal.kind_reflection");
  return h::li(h::a(cls("stand-alone"), href(entry_url(entry.number)),
                    said(first_characters(one_line(entry.happened), first_words))),
               h::br(),
               h::span(cls("small muted"), Text(words::date_in_words(asking.language, entry.day)),
                       Text(" · "), kind),
               entry.in_log
                   ? together(Text(" "), h::span(cls("chip"), asking.say("journal.chosen")))
                   : Html());
}

Html entries_card(const Asking& asking, const JournalView& view) {
  std::vector<Html> items;
  for (const JournalEntry& entry : view.entries) items.push_back(entry_item(asking, entry));
  return h::section(
      cls("card"), h::h2(asking.say("journal.entries")),
      items.empty() ? h::p(cls("muted"), asking.say("journal.none")) : h::ul(cls("looks"), items),
      pager(asking, Url("/journal"), asking.page_number(), view.count, service::entries_on_a_page));
}

http::Response show_journal(const FormState& state) {
  const Asking& asking = state.asking;
  const auto seen = service::read_journal(asking.service, asking.caller(), asking.page_number());
  if (!seen) return not_found(asking);
  const JournalView& view = seen.value();
  const Day today = zone_of(view.zone).day_of(asking.now());
  std::vector<Html> questions;
  // One of each at a time: an answer brings the next.
  const auto teams = service::joy_waits_for(asking.service, asking.caller());
  if (!teams.empty()) questions.push_back(joy_card(state, teams.front()));
  if (!view.waiting.empty()) questions.push_back(again_form(state, view.waiting.front()));
  return page(
      asking, state.came_back() ? 422 : 200, asking.say("journal.title"), Place::none,
      h::div(
          cls("wrap narrow page stack project-page"), fault_summary(state),
          asking.request.query.has("kept") ? saved_notice(asking.say("form.kept")) : Html(),
          h::h1(asking.say("journal.title")), h::p(cls("lead"), asking.say("journal.lead")),
          h::section(
              cls("card stack-s"), h::p(cls("voice"), prompt_of(asking, today)),
              h::p(cls("row"),
                   h::a(cls("btn"), href(Url("/journal/new")), asking.say("journal.write_case")),
                   h::a(cls("btn line"), href(Url("/journal/new").with("kind", "noticing")),
                        asking.say("journal.write_noticing")))),
          questions, entries_card(asking, view), noticed_card(asking, view.noticed),
          eliciting_card(asking, view.eliciting),
          h::p(h::a(cls("stand-alone"), href(Url("/journal/log")), asking.say("journal.to_log")))));
}

std::vector<Choice> interval_choices(const Asking& asking) {
  return {{"14", Html(asking.say("journal.again_14"))},
          {"28", Html(asking.say("journal.again_28"))},
          {"91", Html(asking.say("journal.again_91"))}};
}

Html noticing_fields(const FormState& state, const JournalEntry& entry) {
  const Asking& asking = state.asking;
  std::vector<Choice> thinking, where;
  for (const Thinking one : ways_of_thinking)
    thinking.push_back({std::string(code_of(one)), Html(words_for(asking, one))});
  for (const NoticedIn one : noticed_in)
    where.push_back({std::string(code_of(one)), Html(words_for(asking, one))});
  return together(tiles(state, "thinking", asking.say("journal.ask_thinking"), thinking,
                        entry.thinking ? code_of(*entry.thinking) : ""),
                  tiles(state, "where", asking.say("journal.ask_where"), where,
                        entry.where ? code_of(*entry.where) : ""));
}

Html entry_form(const FormState& state, const JournalEntry& entry, const Url& to) {
  const Asking& asking = state.asking;
  const bool noticing = entry.kind == EntryKind::noticing;
  const bool in_log = state.came_back() ? asking.typed("in_log") == "yes" : entry.in_log;
  const Html box = asking.say("journal.take_along");
  return post_form(
      asking, to, cls("card stack"),
      h::input(type("hidden"), name("kind"), value(code_of(entry.kind))),
      h::input(type("hidden"), name("base"), value(std::to_string(entry.version))),
      area_field(
          state,
          {"happened", noticing ? "journal.noticed" : "journal.happened", "journal.no_names"}, 4,
          entry.happened),
      noticing ? noticing_fields(state, entry) : Html(),
      area_field(state, {"learnt", "journal.learnt", ""}, 3, entry.learnt),
      h::div(
          cls("two"), text_field(state, {"day", "journal.day_field", "", "date"}, entry.day.iso()),
          select_field(
              state, {"again", "journal.ask_again", "journal.again_hint"}, interval_choices(asking),
              entry.again_after_days > 0 ? std::to_string(entry.again_after_days) : std::string())),
      text_field(state, {"minutes", "journal.minutes_field", "journal.minutes_hint", "number"},
                 entry.minutes > 0 ? std::to_string(entry.minutes) : std::string()),
      in_log ? ticked_box("in_log", "yes", box) : check_box(state, "in_log", "yes", box),
      h::p(h::button(cls("btn"), asking.say("form.save"))));
}

http::Response show_new_entry(const FormState& state) {
  const Asking& asking = state.asking;
  const auto seen = service::read_journal(asking.service, asking.caller(), 0);
  if (!seen) return not_found(asking);
  const std::string_view kind =
      state.came_back() ? asking.typed("kind") : asking.request.query.value("kind");
  JournalEntry entry;
  entry.kind = kind == code_of(EntryKind::noticing) ? EntryKind::noticing : EntryKind::reflection;
  entry.day = zone_of(seen.value().zone).day_of(asking.now());
  entry.again_after_days = entry.kind == EntryKind::reflection ? again_after_days[1] : 0;
  const Text title = asking.say(entry.kind == EntryKind::noticing ? "journal.write_noticing"
                                                                  : "journal.write_case");
  return page(asking, state.came_back() ? 422 : 200, title, Place::none,
              h::div(cls("wrap narrow page stack"),
                     h::p(h::a(href(Url("/journal")), asking.say("journal.title"))),
                     fault_summary(state), h::h1(title),
                     h::p(cls("lead"),
                          asking.say(entry.kind == EntryKind::noticing ? "journal.lead_noticing"
                                                                       : "journal.only_you")),
                     entry_form(state, entry, Url("/journal"))));
}

Html again_said(const Asking& asking, const LookedAgain& again) {
  const auto fact = [&](std::string_view key, const std::string& words) {
    return words.empty() ? Html() : together(h::dt(asking.say(key)), h::dd(said(words)));
  };
  return h::section(cls("card project-page"), h::h2(asking.say("journal.looked_again")),
                    h::dl(cls("facts"), fact("journal.came_of_it", again.came_of_it),
                          fact("journal.differently", again.differently)));
}

/// One good thing may be told in the huddle: by its writer's choice, in words that they see first.
Html share_forms(const FormState& state, const JournalEntry& entry) {
  const Asking& asking = state.asking;
  const auto teams = service::my_teams(asking.service, asking.caller());
  if (!teams) return {};
  constexpr std::size_t told_characters = 200;
  std::vector<Html> forms;
  for (const Team& team : teams.value())
    forms.push_back(post_form(asking, Url("/teams").part(team.id.text()).then("/huddle/note"),
                              cls("stack-s"), h::input(type("hidden"), name("kind"), value("good")),
                              h::label(for_("words-" + team.id.text()),
                                       asking.say("journal.share_words", {{"team", team.name}})),
                              h::textarea(id("words-" + team.id.text()), name("words"),
                                          Attribute("rows", std::string_view("3")),
                                          Text(first_characters(entry.happened, told_characters))),
                              h::p(h::button(cls("btn line small"), asking.say("journal.share")))));
  return h::details(cls("data card"), h::summary(asking.say("journal.share_title")),
                    h::p(cls("small muted"), asking.say("journal.share_hint")), forms);
}

http::Response show_entry(const FormState& state) {
  const Asking& asking = state.asking;
  const auto seen = service::read_entry(asking.service, asking.caller(), asking.part("entry"));
  if (!seen) return not_found(asking);
  const JournalEntry& entry = seen.value();
  const Text title =
      asking.say("journal.entry_of", {{"day", words::date_in_words(asking.language, entry.day)}});
  const Url url = entry_url(entry.number);
  if (entry.out_at && !state.came_back())
    return page(asking, 200, title, Place::none,
                h::div(cls("wrap narrow page stack"),
                       h::p(h::a(href(Url("/journal")), asking.say("journal.title"))), h::h1(title),
                       h::p(asking.say("journal.is_out")),
                       post_form(asking, Url(url).then("/back"),
                                 h::button(cls("btn"), asking.say("journal.take_back")))));
  const bool again_faults =
      state.fault_of("came_of_it") != nullptr || state.fault_of("differently") != nullptr;
  return page(
      asking, state.came_back() ? 422 : 200, title, Place::none,
      h::div(cls("wrap narrow page stack"),
             h::p(h::a(href(Url("/journal")), asking.say("journal.title"))), fault_summary(state),
             asking.request.query.has("kept") ? saved_notice(asking.say("form.kept")) : Html(),
             h::h1(title), again_faults ? again_form(state, entry) : Html(),
             entry.again ? again_said(asking, *entry.again) : Html(),
             entry_form(again_faults ? FormState{asking, {}} : state, entry, url),
             share_forms(state, entry),
             post_form(asking, Url(url).then("/out"),
                       h::button(cls("btn line small"), asking.say("journal.take_out")))));
}

EntryDraft draft_of(const Asking& asking) {
  const auto typed = [&](std::string_view field) { return typed_in(asking, field); };
  return {typed("kind"),  typed("day"),     typed("happened"), typed("learnt"), typed("thinking"),
          typed("where"), typed("minutes"), typed("in_log"),   typed("again")};
}

Url this_entry(const Asking& asking) { return Url("/journal").part(asking.part("entry")); }

}  // namespace

Text words_for(const Asking& asking, Thinking thinking) {
  return asking.say(thinking == Thinking::product ? "journal.product" : "journal.service");
}

Text words_for(const Asking& asking, NoticedIn where) {
  switch (where) {
    case NoticedIn::organising:
      return asking.say("journal.organising");
    case NoticedIn::assessing:
      return asking.say("journal.assessing");
    case NoticedIn::improving:
      return asking.say("journal.improving");
    case NoticedIn::educating:
      return asking.say("journal.educating");
  }
  return Text({});
}

std::vector<Text> eliciting_words(const Asking& asking, const Eliciting& eliciting) {
  if (eliciting.visits < eliciting_visits_min)
    return {asking.say("eliciting.too_few", {{"n", std::to_string(eliciting_visits_min)}})};
  const auto count = [](std::int64_t number) { return std::to_string(number); };
  std::vector<Text> lines = {asking.say(
      "eliciting.asked", {{"asked", count(eliciting.asked)}, {"visits", count(eliciting.visits)}})};
  if (eliciting.read_back > 0)
    lines.push_back(asking.say("eliciting.understood", {{"yes", count(eliciting.understood)},
                                                        {"n", count(eliciting.read_back)}}));
  if (eliciting.soon + eliciting.long_term > 0)
    lines.push_back(asking.say("eliciting.horizons", {{"soon", count(eliciting.soon)},
                                                      {"long", count(eliciting.long_term)}}));
  if (eliciting.in_their_writing + eliciting.written_down > 0)
    lines.push_back(asking.say("eliciting.writing", {{"theirs", count(eliciting.in_their_writing)},
                                                     {"written", count(eliciting.written_down)}}));
  return lines;
}

http::Response journal_page(const Asking& asking) { return show_journal({asking, {}}); }

http::Response new_entry_page(const Asking& asking) { return show_new_entry({asking, {}}); }

http::Response post_entry(const Asking& asking) {
  return done_or_again(
      asking,
      service::write_entry(asking.service, asking.caller(), draft_of(asking), asking.once()),
      Url("/journal").with("kept", "1"), show_new_entry);
}

http::Response entry_page(const Asking& asking) { return show_entry({asking, {}}); }

http::Response post_change_entry(const Asking& asking) {
  return done_or_again(asking,
                       service::change_entry(asking.service, asking.caller(),
                                             {asking.part("entry"), asking.typed("base")},
                                             draft_of(asking), asking.once()),
                       this_entry(asking).with("kept", "1"), show_entry);
}

http::Response post_look_again(const Asking& asking) {
  return done_or_again(
      asking,
      service::look_again(asking.service, asking.caller(), asking.part("entry"),
                          {typed_in(asking, "came_of_it"), typed_in(asking, "differently")},
                          asking.once()),
      this_entry(asking).with("kept", "1"), show_entry);
}

http::Response post_entry_out(const Asking& asking) {
  return done_or_again(asking,
                       service::move_entry(asking.service, asking.caller(), asking.part("entry"),
                                           service::EntryMove::out, asking.once()),
                       this_entry(asking), show_entry);
}

http::Response post_entry_back(const Asking& asking) {
  return done_or_again(asking,
                       service::move_entry(asking.service, asking.caller(), asking.part("entry"),
                                           service::EntryMove::back, asking.once()),
                       this_entry(asking), show_entry);
}

http::Response post_joy(const Asking& asking) {
  const auto team = Id<Team>::parse(asking.part("team"));
  if (!team) return not_found(asking);
  return done_or_again(
      asking,
      service::say_joy(asking.service, asking.caller(), *team, asking.typed("joy"), asking.once()),
      Url("/journal").with("kept", "1"), show_journal);
}

}  // namespace alongside::web
