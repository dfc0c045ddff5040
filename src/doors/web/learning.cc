// SPDX-License-Identifier: Apache-2.0
// The network that learns, as a team sees it.
#include "doors/web/learning.h"

#include <cmath>

#include "doors/web/option_cells.h"
#include "doors/web/options_grid.h"
#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "doors/web/phrases.h"
#include "foundation/drawing/option_figures.h"
#include "learning/network_fit.h"
#include "service/learn_from_records.h"

namespace alongside::web {
namespace {

using learning::Calibration;
using service::LearningView;

Url learning_url(const Id<Team>& team) { return Url("/teams").part(team.text()).then("/learning"); }

std::string whole(double value) { return std::to_string(static_cast<std::int64_t>(value)); }

std::string two_decimals(double value) {
  const auto hundredths = std::llround(std::abs(value) * 100);
  const std::string rest = std::to_string(hundredths % 100);
  return (value < 0 && hundredths > 0 ? "-" : "") + std::to_string(hundredths / 100) + "." +
         (rest.size() < 2 ? "0" : "") + rest;
}

Attribute col() { return {"scope", std::string_view("col")}; }
Attribute row_head() { return {"scope", std::string_view("row")}; }

constexpr std::string_view status_keys[] = {"model.not_yet", "model.science_only", "model.early",
                                            "model.established"};

Html actions_table(const Asking& asking, const learning::Release& release) {
  std::vector<Html> rows;
  const learning::NetworkFit fit = learning::read_actions(release);
  for (const learning::ActionReading& one : fit.actions) {
    const bool said = one.verdict.status >= learning::Status::early;
    const bool few = one.standing.persons < learning::judged::persons_early;
    rows.push_back(h::tr(
        h::th(row_head(), Text(one.action)),
        h::td(few ? asking.say("learning.fewer_than_ten") : Text(whole(one.standing.persons))),
        h::td(asking.say(status_keys[static_cast<int>(one.verdict.status)])),
        h::td(said ? asking.say("learning.adds", {{"n", two_decimals(one.mean)},
                                                  {"low", two_decimals(one.low80)},
                                                  {"high", two_decimals(one.high80)}})
                   : asking.say("learning.no_number"))));
  }
  return h::div(cls("scroll"), Attribute("tabindex", std::string_view("0")),
                Attribute("role", std::string_view("region")), label(asking.say("learning.model")),
                h::table(cls("plain"),
                         h::thead(h::tr(h::th(col(), asking.say("learning.action")),
                                        h::th(col(), asking.say("learning.people")),
                                        h::th(col(), asking.say("learning.status")),
                                        h::th(col(), asking.say("learning.what_it_adds")))),
                         h::tbody(rows)),
                h::p(cls("small muted"),
                     asking.say("learning.by_chance", {{"n", two_decimals(fit.expected_false)}})));
}

Html release_card(const Asking& asking, const LearningView& view, const Id<Team>& team) {
  const Html again = post_form(asking, Url(learning_url(team)).then("/release"),
                               h::p(h::button(cls("btn"), asking.say("learning.again"))));
  const Html own =
      h::p(asking.say("learning.own", {{"n", std::to_string(view.own_choices)},
                                       {"said", std::to_string(view.own_with_level)}}));
  if (!view.newest)
    return h::section(cls("card stack-s"), h::h2(asking.say("learning.model")),
                      h::p(asking.say("model.none")), own, again);
  const learning::Release& release = *view.newest;
  return h::section(
      cls("card stack-s"), h::h2(asking.say("learning.model")),
      h::p(asking.say(
          "model.version",
          {{"n", std::to_string(release.version)},
           {"day", release.made.iso()},
           {"from", release.from.iso()},
           {"to", release.to.iso()},
           {"people", std::to_string(release.persons)},
           {"rows", std::to_string(release.rows)},
           {"clinics", asking.language.say_count("options.clinics",
                                                 static_cast<std::int64_t>(release.sites))}})),
      actions_table(asking, release), own, again);
}

/// Five bins: what was said, and how many of them then were there.
Html bins_table(const Asking& asking, const Calibration& calibration, const std::string& id) {
  std::vector<Html> rows;
  for (std::size_t i = 0; i < learning::calibration_bins; ++i) {
    const learning::CalibrationBin& bin = calibration.bins[i];
    const std::string band = std::to_string(20 * i) + "–" + std::to_string(20 * (i + 1));
    if (static_cast<double>(bin.predictions) < learning::judged::persons_early) {
      const bool none = bin.predictions == 0;
      rows.push_back(h::tr(h::th(row_head(), Text(band)),
                           h::td(asking.say(none ? "learning.none" : "learning.fewer_than_ten")),
                           h::td(), h::td(), h::td()));
      continue;
    }
    const std::string said = std::to_string(of_100(bin.predicted));
    const std::string came = std::to_string(of_100(bin.observed));
    const std::string name = id + "-" + std::to_string(i);
    const std::string words = asking.language.say("learning.bin", {{"said", said}, {"came", came}});
    rows.push_back(h::tr(
        h::th(row_head(), Text(band)), h::td(Text(std::to_string(bin.predictions))),
        h::td(Text(said)), h::td(Text(came)),
        h::td(Html(drawing::draw_likely_range(
            {name, words, words}, 100 * bin.observed, 100 * std::min(bin.predicted, bin.observed),
            100 * std::max(bin.predicted, bin.observed), "moss")))));
  }
  return h::div(cls("scroll"), Attribute("tabindex", std::string_view("0")),
                Attribute("role", std::string_view("region")),
                Attribute("aria-label", asking.language.say("learning.calibration") + " " + id),
                h::table(cls("plain"),
                         h::thead(h::tr(h::th(col(), asking.say("learning.chance_said")),
                                        h::th(col(), asking.say("learning.predictions")),
                                        h::th(col(), asking.say("learning.said_of_100")),
                                        h::th(col(), asking.say("learning.came_of_100")),
                                        h::th(col(), asking.say("learning.apart")))),
                         h::tbody(rows)));
}

Html scores(const Asking& asking, const Calibration& calibration) {
  const Html slope =
      calibration.slope
          ? h::p(asking.say("learning.slope", {{"n", two_decimals(*calibration.slope)}}))
          : Html();
  return together(
      h::p(asking.say("learning.brier", {{"n", two_decimals(calibration.brier)},
                                         {"base", two_decimals(calibration.brier_base)}})),
      slope, h::p(asking.say("learning.cover", {{"n", std::to_string(of_100(calibration.cover))}})),
      h::p(cls("small muted"),
           asking.say("learning.seen", {{"n", std::to_string(calibration.seen)},
                                        {"count", std::to_string(calibration.outcomes)}})));
}

Html calibration_card(const Asking& asking, const LearningView& view) {
  std::vector<Html> quarters;
  for (auto one = view.quarters.rbegin(); one != view.quarters.rend(); ++one) {
    // Fewer would be about somebody.
    if (static_cast<double>(one->calibration.outcomes) < learning::judged::persons_early) continue;
    const std::string id = std::to_string(one->year) + "q" + std::to_string(one->quarter);
    quarters.push_back(
        h::details(cls("data"), Attribute("open", one == view.quarters.rbegin()),
                   h::summary(asking.say("learning.quarter",
                                         {{"year", std::to_string(one->year)},
                                          {"q", std::to_string(one->quarter)},
                                          {"n", std::to_string(one->calibration.outcomes)}})),
                   bins_table(asking, one->calibration, id), scores(asking, one->calibration)));
  }
  const bool out = view.of_newest && view.of_newest->out_of_bounds();
  return h::section(
      cls("card stack-s"), h::h2(asking.say("learning.calibration")),
      h::p(cls("small muted"), asking.say("learning.calibration_why")),
      out ? note(h::p(asking.say("learning.out_of_bounds"))) : Html(),
      quarters.empty() ? h::p(asking.say("learning.no_outcome_yet")) : together(h::div(quarters)));
}

Html sums_item(const Asking& asking, const service::SumsFromElsewhere& sums, const Id<Team>& team) {
  std::string names;
  for (const std::string& site : sums.sites) names += (names.empty() ? "" : ", ") + site;
  return h::li(
      h::b(Text(names)),
      h::p(cls("small"), asking.say("learning.sums_of", {{"people", std::to_string(sums.persons)},
                                                         {"rows", std::to_string(sums.rows)},
                                                         {"from", sums.from.iso()},
                                                         {"to", sums.to.iso()},
                                                         {"name", sums.added_by}})),
      post_form(asking, Url(learning_url(team)).then("/sums/end"), cls("inline"),
                h::input(type("hidden"), name("number"), value(std::to_string(sums.number))),
                h::button(cls("btn line small"), asking.say("learning.take_out"),
                          h::span(cls("vh"), Text(" " + names)))));
}

Html sums_card(const FormState& state, const LearningView& view, const Id<Team>& team) {
  const Asking& asking = state.asking;
  std::vector<Html> items;
  for (const service::SumsFromElsewhere& sums : view.sums)
    items.push_back(sums_item(asking, sums, team));
  return h::section(
      cls("card stack-s"), h::h2(asking.say("learning.sums")),
      h::p(cls("small muted"), asking.say("learning.sums_why")),
      items.empty() ? h::p(asking.say("learning.no_sums")) : h::ul(cls("looks"), items),
      post_form(asking, Url(learning_url(team)).then("/sums"), cls("stack-s"),
                area_field(state, {"sums", "learning.paste", "learning.paste_hint"}, 4),
                h::p(h::button(cls("btn line"), asking.say("learning.take_in")))),
      post_form(asking, Url(learning_url(team)).then("/share"), cls("stack-s"),
                h::p(cls("small muted"), asking.say("learning.share_why")),
                fault_beside(state, "share"),
                h::p(h::button(cls("btn line"), asking.say("learning.share")))));
}

http::Response show_learning(const FormState& state) {
  const Asking& asking = state.asking;
  const auto team = Id<Team>::parse(asking.part("team"));
  if (!team) return not_found(asking);
  const auto seen = service::read_learning(asking.service, asking.caller(), *team);
  if (!seen) return not_found(asking);
  const LearningView& view = seen.value();
  const Html said =
      asking.request.query.has("kept") ? saved_notice(asking.say("form.kept")) : Html();
  return page(asking, state.came_back() ? 422 : 200, asking.say("learning.title"), Place::team,
              h::div(cls("wrap page stack"), fault_summary(state), said,
                     h::p(h::a(href(Url("/teams").part(team->text())), Text(view.team.name))),
                     h::div(h::h1(asking.say("learning.title")),
                            h::p(cls("lead"), asking.say("learning.lead"))),
                     release_card(asking, view, *team), calibration_card(asking, view),
                     sums_card(state, view, *team),
                     h::p(h::a(href(Url("/evidence")), asking.say("evidence.title")), Text(" "),
                          h::a(href(Url("/judgements")), asking.say("judgement.title")))));
}

template <class Act>
http::Response act_on_learning(const Asking& asking, Act act) {
  const auto team = Id<Team>::parse(asking.part("team"));
  if (!team) return not_found(asking);
  const Outcome<std::string> done = act(*team);
  if (done) return http::Response::see_other(learning_url(*team).with("kept", "1").text());
  if (is_not_found(done.refusal())) return not_found(asking);
  return show_learning({asking, done.refusal().faults()});
}

}  // namespace

http::Response learning_page(const Asking& asking) { return show_learning({asking, {}}); }

http::Response post_learn(const Asking& asking) {
  return act_on_learning(asking, [&](const Id<Team>& team) {
    return service::learn_from_records(asking.service, asking.caller(), team, asking.once());
  });
}

http::Response post_sums(const Asking& asking) {
  return act_on_learning(asking, [&](const Id<Team>& team) {
    return service::take_in_sums(asking.service, asking.caller(), team, asking.typed("sums"),
                                 asking.once());
  });
}

http::Response post_end_sums(const Asking& asking) {
  return act_on_learning(asking, [&](const Id<Team>& team) {
    return service::take_out_sums(asking.service, asking.caller(), team, asking.typed("number"),
                                  asking.once());
  });
}

http::Response post_share_sums(const Asking& asking) {
  const auto team = Id<Team>::parse(asking.part("team"));
  if (!team) return not_found(asking);
  const auto shared = service::share_sums(asking.service, asking.caller(), *team, asking.once());
  if (!shared) {
    if (is_not_found(shared.refusal())) return not_found(asking);
    return show_learning({asking, shared.refusal().faults()});
  }
  http::Response file{200, {}, shared.value()};
  file.with("Content-Type", "application/json; charset=utf-8")
      .with("Content-Disposition", "attachment; filename=\"alongside-sums.json\"");
  return file;
}

}  // namespace alongside::web
