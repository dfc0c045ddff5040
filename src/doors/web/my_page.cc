// SPDX-License-Identifier: Apache-2.0
// /me: what matters most, how it is going, who is doing what, who looked.
#include "doors/web/follow_up.h"
#include "doors/web/how_we_worked.h"
#include "doors/web/my_aims.h"
#include "doors/web/own_trial.h"
#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "doors/web/phrases.h"
#include "doors/web/plan_parts.h"
#include "foundation/words/phrase.h"
#include "service/read_record.h"

namespace alongside::web {
namespace {

using service::RecordView;

/// Where the person last saw the aim, in their own words where they described it.
Html state_of(const Asking& asking, const RecordView& view, const Aim& aim) {
  const auto latest = latest_of(Side::person, view.ratings_of(aim));
  const Attainment attainment = attainment_of(view.ratings_of(aim));
  const Shape shape = attainment == Attainment::attained  ? Shape::better
                      : attainment == Attainment::not_yet ? Shape::usual
                                                          : Shape::missing;
  Html sentence;
  if (latest) {
    const std::string day = day_words(asking, zone_of(view.site.zone), latest->rated_at);
    sentence = h::p(asking.say("my_page.you_said", {{"day", day}}), Text(" "),
                    rated_words(asking, *latest));
  }
  return h::div(cls("state"), h::span(cls("chip"), mark(shape, 16), words_for(asking, attainment)),
                sentence);
}

Html move_button(const Asking& asking, const Aim& aim, bool up) {
  Url to = Url("/me/aims").part(aim.id.text()).then("/move");
  return post_form(
      asking, to, cls("inline"),
      h::button(cls("btn line small icon-only"), name("towards"), value(up ? "first" : "last"),
                icon(up ? Icon::up : Icon::down, 19),
                h::span(cls("vh"), asking.say(up ? "my_page.move_up" : "my_page.move_down",
                                              {{"aim", aim.words()}}))));
}

Html aim_row(const Asking& asking, const RecordView& view, const Aim& aim, std::size_t rank,
             std::size_t count) {
  const Url to = Url("/me/aims").part(aim.id.text());
  const ReadBack* read_back = aim.latest_read_back();
  const bool to_answer = read_back != nullptr && read_back->answer == Understood::not_answered;
  Html order;
  if (count > 1)
    order = together(rank > 1 ? move_button(asking, aim, true) : Html(),
                     rank < count ? move_button(asking, aim, false) : Html());
  return h::li(h::div(
      cls("aim"), h::span(cls("rank"), hidden_from_readers(), Text(std::to_string(rank))),
      h::div(
          h::h3(h::span(cls("vh"), asking.say("my_page.aim_number", {{"n", std::to_string(rank)}})),
                h::a(href(to), voice(aim.words()))),
          state_of(asking, view, aim),
          to_answer ? h::p(cls("gap-s"), h::a(cls("btn small"), href(to),
                                              asking.say("my_page.please_answer",
                                                         {{"name", read_back->professional}})))
                    : Html(),
          h::div(cls("row gap-s"), order))));
}

Html hero(const Asking& asking, const RecordView& view, const std::vector<const Aim*>& held) {
  const Html strands = raw_strands();
  if (held.empty())
    return h::section(cls("hero"), strands,
                      h::div(cls("wrap"), h::h1(asking.say("my_page.what_matters")),
                             h::p(cls("say gap-s"), asking.say("my_page.no_wrong_answer")),
                             h::p(cls("gap"), h::a(cls("btn honey"), href(Url("/me/aims/new")),
                                                   asking.say("my_page.say_what_matters")))));
  const Aim& first = *held.front();
  const auto latest = latest_of(Side::person, view.ratings_of(first));
  const Html now =
      latest ? h::p(cls("say"), asking.say("my_page.now"), Text(" "), rated_words(asking, *latest))
             : h::p(cls("say"), asking.say("my_page.not_rated_yet"));
  return h::section(
      cls("hero"), labelled_by("first-aim"), strands,
      h::div(cls("wrap"), h::p(cls("eyebrow"), asking.say("my_page.matters_most")),
             h::h1(cls("voice"), id("first-aim"), Attribute("dir", std::string_view("auto")),
                   asking.say("app.quoted", {{"words", first.words()}})),
             now));
}

Html check_in_card(const Asking& asking) {
  return h::div(cls("h-check"),
                h::a(cls("checkin"), href(Url("/me/check-in")), icon(Icon::tick, 34),
                     h::span(h::b(asking.say("my_page.check_in")),
                             h::span(asking.say("my_page.check_in_how_long"))),
                     icon(Icon::arrow, 26)));
}

/// Said only to those who asked for it, a week after the last one; one press ends it.
Html weekly_card(const Asking& asking, const RecordView& view) {
  if (view.wishes.rhythm != Rhythm::weekly) return {};
  const auto lately = [&](Instant at) { return asking.now().utc_ms - at.utc_ms < 7 * ms_a_day; };
  for (const auto& [aim, ratings] : view.ratings)
    if (const auto latest = latest_of(Side::person, ratings); latest && lately(latest->rated_at))
      return {};
  for (const AimNumber& number : view.numbers)
    if (const auto latest = number.latest(); latest && lately(latest->said_at)) return {};
  return h::section(
      cls("card quiet"), h::p(asking.say("rhythm.its_time")),
      h::p(cls("gap-s"),
           h::a(cls("btn small"), href(Url("/me/check-in")), asking.say("my_page.check_in"))),
      post_form(asking, Url("/me/together"),
                h::button(cls("link"), name("rhythm"), value("none"), asking.say("rhythm.stop"))));
}

Html prepare_card(const Asking& asking, const RecordView& view) {
  const bool sent = !view.prepared.empty();
  const Text words =
      sent ? asking.say("prepare.card_sent",
                        {{"day", day_words(asking, zone_of(view.site.zone),
                                           view.prepared.front().sent_at.value_or(asking.now()))}})
           : asking.say("prepare.card_why");
  return h::section(cls("card quiet"), labelled_by("prepare"),
                    h::h2(id("prepare"), asking.say("prepare.card")), h::p(cls("gap-s"), words),
                    h::p(cls("gap-s"), h::a(cls("btn line small"), href(Url("/me/prepare")),
                                            asking.say("prepare.card_go"))));
}

Html let_go_list(const Asking& asking, const RecordView& view) {
  std::vector<Html> items;
  for (const Aim& aim : view.aims)
    if (aim.state == AimState::let_go)
      items.push_back(h::li(h::a(href(Url("/me/aims").part(aim.id.text())), voice(aim.words()))));
  if (items.empty()) return {};
  return h::details(cls("data"), h::summary(asking.say("my_page.let_go")),
                    h::ul(cls("looks"), items));
}

Html aims_card(const Asking& asking, const RecordView& view, const std::vector<const Aim*>& held) {
  std::vector<Html> rows;
  for (std::size_t i = 0; i < held.size(); ++i)
    rows.push_back(aim_row(asking, view, *held[i], i + 1, held.size()));
  return h::section(
      cls("card h-aims"), labelled_by("all-aims"),
      h::h2(id("all-aims"), asking.say("my_page.all_aims")), h::ol(cls("aims"), rows),
      h::p(cls("row gap-s"), h::a(cls("btn line small"), href(Url("/me/aims/new")),
                                  icon(Icon::plus, 19), asking.say("my_page.add_aim"))),
      let_go_list(asking, view));
}

Html looks_card(const Asking& asking, const RecordView& view) {
  std::vector<Html> looks;
  for (const auto& entry : view.latest_looks)
    looks.push_back(h::li(history_words(asking, entry.act, entry.what, entry.actor_name), h::br(),
                          h::span(cls("small muted"), Text(words::moment_in_words(
                                                          asking.language, zone_of(view.site.zone),
                                                          entry.at, asking.now())))));
  return h::section(cls("card quiet noprint"), labelled_by("looked"),
                    h::h2(id("looked"), asking.say("my_page.who_looked")),
                    looks.empty() ? h::p(cls("small gap-s"), asking.say("my_page.nobody_looked"))
                                  : h::ul(cls("looks small gap-s"), looks),
                    h::p(h::a(href(Url("/me/sharing")), asking.say("my_page.every_look"))));
}

}  // namespace

http::Response my_page(const Asking& asking) {
  const auto view =
      service::read_record(asking.service, asking.caller(), RecordOf::own(), "own page");
  if (!view) return not_found(asking);
  const auto held = view.value().held_aims();
  std::vector<Html> due;
  for (const Aim* aim : held) due.push_back(follow_up_card(asking, view.value(), *aim));
  Html rest = h::div(cls("stack-l h-rest"), trial_today(asking, view.value()), due,
                     weekly_card(asking, view.value()), how_we_worked_card(asking),
                     prepare_card(asking, view.value()),
                     plan_lanes(asking, view.value(), PlanReader::person),
                     looks_card(asking, view.value()));
  Html home;
  if (held.empty()) {
    home = h::div(cls("wrap narrow page stack-l"), prepare_card(asking, view.value()),
                  let_go_list(asking, view.value()), looks_card(asking, view.value()));
  } else {
    home = h::div(cls("wrap"), h::div(cls("home"), check_in_card(asking),
                                      aims_card(asking, view.value(), held), rest));
  }
  const Html thanks = asking.request.query.has("thanks")
                          ? h::div(cls("wrap"), saved_notice(asking.say("relationship.thanks")))
                          : Html();
  return page(asking, 200, asking.say("my_page.title"), Place::my_aims,
              together(thanks, hero(asking, view.value(), held), home));
}

}  // namespace alongside::web
