// SPDX-License-Identifier: Apache-2.0
// Decisions before first, then what is new, then what is in the way and what went well.
#include "doors/web/huddle.h"

#include <algorithm>

#include "doors/web/measure_figure.h"
#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "doors/web/phrases.h"
#include "doors/web/projects.h"
#include "doors/web/sign_in.h"
#include "doors/web/together.h"
#include "doors/web/tests_of_change.h"
#include "foundation/words/phrase.h"
#include "service/hold_huddle.h"

namespace alongside::web {
namespace {

using service::HuddleView;

constexpr std::int64_t days_until_next = 7;

Url huddle_url(const Asking& asking) {
  return Url("/teams").part(asking.part("team")).then("/huddle");
}

Html note_item(const Asking& asking, const HuddleView& view, const HuddleNote& note) {
  const Zone zone = zone_of(view.zone);
  const Html owner =
      note.owner.empty()
          ? Html()
          : together(h::br(), h::span(cls("small"),
                                      asking.say("huddle.who_by_when",
                                                 {{"name", note.owner},
                                                  {"day", due_words(asking, zone, *note.due)}})));
  const Html state =
      note.ended_at
          ? h::span(cls("chip"), asking.say("huddle.done"))
          : post_form(asking, huddle_url(asking).then("/note/done"), cls("inline"),
                      h::input(type("hidden"), name("note"), value(std::to_string(note.number))),
                      h::button(cls("btn line small"), asking.say("huddle.is_done"),
                                h::span(cls("vh"), Text(" " + note.words))));
  return h::li(h::b(Attribute("dir", std::string_view("auto")), Text(note.words)), owner, Text(" "),
               state);
}

Html notes_of(const Asking& asking, const HuddleView& view, HuddleNoteKind kind,
              std::string_view title_key, std::string_view none_key) {
  std::vector<Html> items;
  for (const HuddleNote& note : view.notes)
    if (note.kind == kind) items.push_back(note_item(asking, view, note));
  return h::section(
      cls("card"), h::h2(asking.say(title_key)),
      items.empty() ? h::p(cls("muted"), asking.say(none_key)) : h::ul(cls("looks"), items));
}

Html counts_card(const Asking& asking, const HuddleView& view) {
  std::vector<Html> items;
  const auto say = [&](std::string_view key, std::int64_t count) {
    if (count > 0) items.push_back(h::li(asking.say_count(key, count)));
  };
  say("huddle.not_asked", view.counts.not_asked);
  say("huddle.overdue", view.counts.overdue);
  for (const auto& [kind, count] : view.counts.barriers)
    items.push_back(h::li(
        asking.say_count("huddle.barrier", count, {{"what", words_for(asking, kind).words()}})));
  const Html way = view.of_the_team
                       ? Html(h::p(cls("small"), h::a(cls("stand-alone"), href(Url("/people")),
                                                      asking.say("huddle.see_who"))))
                       : Html(h::p(cls("small muted"), asking.say("huddle.few_not_told")));
  return h::section(cls("card"), h::h2(asking.say("huddle.this_week")),
                    !items.empty() ? Html(h::ul(cls("looks"), items))
                    : view.of_the_team
                        ? Html(h::p(cls("muted"), asking.say("huddle.nothing_waits")))
                        : Html(),
                    way);
}

Html sign_item(const Asking& asking, const HuddleView& view, const service::NewSign& sign) {
  Url to = sign.project ? Url("/projects").part(sign.project->id.text())
                        : Url("/teams").part(view.team.id.text());
  to.then("/measures").part(sign.project ? std::to_string(sign.number) : sign.chart.measure.id);
  return h::li(h::div(h::h3(h::a(href(to), measure_words(asking, sign.chart.measure, "name"))),
                      h::p(cls("verdict"), mark(shape_of(sign.chart.reading.verdict), 16),
                           h::span(Text(chart_sentence(asking, sign.chart))))),
               Html(drawing::draw_small(ink_of(asking, sign.chart))));
}

Html signs_card(const Asking& asking, const HuddleView& view) {
  std::vector<Html> items;
  for (const service::NewSign& sign : view.signs) items.push_back(sign_item(asking, view, sign));
  return h::section(cls("card"), h::h2(asking.say("huddle.signs")),
                    items.empty() ? h::p(cls("muted"), asking.say("huddle.no_change"))
                                  : h::ul(cls("balance"), items));
}

Html tests_card(const Asking& asking, const HuddleView& view) {
  std::vector<Html> items;
  for (const service::TestGoingOn& one : view.tests) {
    Url to = Url("/projects").part(one.project.id.text());
    to.then("/tests").part(std::to_string(one.test.number));
    items.push_back(h::li(h::b(h::a(href(to), Text(one.test.plan.title))), h::br(),
                          h::span(cls("small"), prediction_words(asking, one.test.plan)), h::br(),
                          h::span(cls("small"), test_in_short(asking, one.test)), Text(" "),
                          h::span(cls("small muted"), Text(one.test.plan.who))));
  }
  return h::section(cls("card"), h::h2(asking.say("huddle.tests")),
                    items.empty() ? h::p(cls("muted"), asking.say("huddle.no_test"))
                                  : h::ul(cls("looks"), items));
}

Html note_form(const FormState& state, const HuddleView& view) {
  const Asking& asking = state.asking;
  const std::vector<Choice> kinds = {{"decision", Html(asking.say("huddle.kind_decision"))},
                                     {"friction", Html(asking.say("huddle.kind_friction"))},
                                     {"good", Html(asking.say("huddle.kind_good"))}};
  const std::string next_week = zone_of(view.zone).day_of(asking.now()).plus(days_until_next).iso();
  return post_form(asking, huddle_url(asking).then("/note"), cls("card stack-s no-print"),
                   id("note"), h::h2(asking.say("huddle.write")),
                   tiles(state, "kind", asking.say("huddle.what_is_it"), kinds, "decision", false),
                   text_field(state, {"words", "huddle.words", "huddle.words_hint"}),
                   h::div(cls("two"), text_field(state, {"owner", "huddle.owner", ""}),
                          text_field(state, {"due", "huddle.due", "", "date"}, next_week)),
                   h::p(h::button(cls("btn"), asking.say("huddle.keep"))));
}

Html begin_or_close(const FormState& state, const HuddleView& view) {
  const Asking& asking = state.asking;
  if (!view.huddle || view.huddle->closed_at) {
    const Html last =
        view.huddle
            ? h::p(
                  cls("small muted"),
                  asking.say("huddle.last",
                             {{"day", day_words(asking, zone_of(view.zone), view.huddle->begun_at)},
                              {"colleagues", std::to_string(view.huddle->colleagues)},
                              {"partners", std::to_string(view.huddle->partners)}}))
            : Html();
    return h::div(last, post_form(asking, huddle_url(asking).then("/begin"), cls("no-print"),
                                  h::button(cls("btn"), asking.say("huddle.begin"))));
  }
  return post_form(
      asking, huddle_url(asking).then("/close"), cls("card stack-s no-print"),
      h::h2(asking.say("huddle.end")),
      h::div(cls("two"), text_field(state, {"colleagues", "huddle.colleagues", "", "number"}),
             text_field(state, {"partners", "huddle.partners", "", "number"})),
      h::p(h::button(cls("btn line"), asking.say("huddle.end_now"))));
}

/// Since when it goes on; script counts the minutes.
Html clock_of(const Asking& asking, const HuddleView& view) {
  if (!view.huddle || view.huddle->closed_at) return {};
  const std::string began =
      words::time_in_words(asking.language, zone_of(view.zone), view.huddle->begun_at);
  return h::p(cls("lead"), Attribute("data-since", std::to_string(view.huddle->begun_at.utc_ms)),
              Attribute("data-minutes", asking.say("huddle.minutes").words()),
              asking.say("huddle.goes_on", {{"time", began}}));
}

http::Response show_huddle(const FormState& state) {
  const Asking& asking = state.asking;
  const auto team = Id<Team>::parse(asking.part("team"));
  if (!team) return not_found(asking);
  const auto seen = service::read_huddle(asking.service, asking.caller(), *team);
  if (!seen) return not_found(asking);
  const HuddleView& view = seen.value();
  const bool on = view.huddle && !view.huddle->closed_at;
  return page(asking, state.came_back() ? 422 : 200, asking.say("huddle.title"), Place::team,
              h::div(cls("wrap page stack project-page"), fault_summary(state),
                     h::h1(asking.say("huddle.title_of", {{"team", view.team.name}})),
                     clock_of(asking, view), on ? Html() : begin_or_close(state, view),
                     h::div(cls("charts"), id("live"),
                            Attribute("data-live", huddle_url(asking).then("/events").text()),
                            Attribute("data-mark", view.mark),
                            h::div(cls("stack"),
                                   notes_of(asking, view, HuddleNoteKind::decision,
                                            "huddle.decisions", "huddle.no_decision"),
                                   counts_card(asking, view), signs_card(asking, view)),
                            h::div(cls("stack"), tests_card(asking, view),
                                   notes_of(asking, view, HuddleNoteKind::friction,
                                            "huddle.frictions", "huddle.no_friction"),
                                   notes_of(asking, view, HuddleNoteKind::good, "huddle.goods",
                                            "huddle.no_good"))),
                     note_form(state, view), on ? begin_or_close(state, view) : Html()));
}

template <class Act>
http::Response acted(const Asking& asking, Act act) {
  const auto team = Id<Team>::parse(asking.part("team"));
  if (!team) return not_found(asking);
  return done_or_again(asking, act(*team), huddle_url(asking), show_huddle);
}

}  // namespace

http::Response huddle_page(const Asking& asking) { return show_huddle({asking, {}}); }

http::Response huddle_events(const Asking& asking) {
  const auto team = Id<Team>::parse(asking.part("team"));
  if (!team || !service::huddle_mark(asking.service, asking.caller(), *team))
    return not_found(asking);
  // Asked again and again, after the request is gone: by copies, and by the session anew each time.
  const std::string session(asking.request.cookie(session_cookie(asking.settings)));
  return http::Response::events(
      [&service = asking.service, session, team = *team]() -> std::optional<std::string> {
        const auto who = service::still_signed_in(service, session);
        if (!who) return std::nullopt;
        auto mark = service::huddle_mark(service, who->caller, team);
        if (!mark) return std::nullopt;
        return std::move(mark).value();
      });
}

http::Response post_begin_huddle(const Asking& asking) {
  return acted(asking, [&](const Id<Team>& team) {
    return service::begin_huddle(asking.service, asking.caller(), team, asking.once());
  });
}

http::Response post_huddle_note(const Asking& asking) {
  return acted(asking, [&](const Id<Team>& team) {
    return service::note_in_huddle(asking.service, asking.caller(), team,
                                   {typed_in(asking, "kind"), typed_in(asking, "words"),
                                    typed_in(asking, "owner"), typed_in(asking, "due")},
                                   asking.once());
  });
}

http::Response post_end_huddle_note(const Asking& asking) {
  return acted(asking, [&](const Id<Team>& team) {
    return service::end_huddle_note(asking.service, asking.caller(), team, asking.typed("note"),
                                    asking.once());
  });
}

http::Response post_close_huddle(const Asking& asking) {
  return acted(asking, [&](const Id<Team>& team) {
    return service::close_huddle(asking.service, asking.caller(), team,
                                 {typed_in(asking, "colleagues"), typed_in(asking, "partners")},
                                 asking.once());
  });
}

}  // namespace alongside::web
