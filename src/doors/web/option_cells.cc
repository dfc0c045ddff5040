// SPDX-License-Identifier: Apache-2.0
// Research, network, me: three kinds of knowledge, never one number.
#include "doors/web/option_cells.h"

#include <algorithm>
#include <cmath>

#include "doors/web/own_trial.h"
#include "doors/web/parts.h"
#include "doors/web/phrases.h"
#include "foundation/drawing/option_figures.h"

namespace alongside::web {
namespace {

using learning::OptionReading;
using learning::Sureness;
using service::OptionColumn;
using service::OptionsView;

drawing::FigureWords figure(const std::string& id, const std::string& title,
                            const std::string& description) {
  return {id, title, description};
}

Html quiet(const Text& words) { return h::p(cls("small muted"), words); }

/// "46 of 100" with its picture, and how many it did not go well for.
Html hundred(const Asking& asking, const std::string& id, const Text& name, double share) {
  const int count = of_100(share);
  const std::string n = std::to_string(count);
  const std::string rest = std::to_string(100 - count);
  const std::string said = asking.language.say("options.of_100", {{"n", n}});
  return h::div(
      cls("ia"), Html(drawing::draw_hundred(figure(id, name.words(), said), count, "indigo")),
      h::div(h::p(h::b(cls("num"), Text(n)), Text(" "), asking.say("options.of_a_hundred")),
             quiet(asking.say("options.did_not", {{"n", rest}}))));
}

constexpr std::string_view sureness_keys[] = {"options.sure_not_said", "options.sure_not_very",
                                              "options.sure_fairly", "options.sure"};

Html sureness(const Asking& asking, const EvidenceCard& card) {
  const Sureness sure = learning::sureness_of(card);
  const auto step = static_cast<int>(sure);
  return h::p(cls("sure"), Html(drawing::draw_steps(step, "indigo")),
              asking.say(sureness_keys[step]));
}

std::string number_words(double value) {
  const double size = std::abs(value);
  const auto tenths = std::llround(size * 10);
  std::string text = std::to_string(tenths / 10);
  if (tenths % 10 != 0) text += "." + std::to_string(tenths % 10);
  return text;
}

/// What a card says where it gives no share of people.
Html other_scale(const Asking& asking, const EvidenceCard& card) {
  const double low = std::min(std::abs(card.low), std::abs(card.high));
  const double high = std::max(std::abs(card.low), std::abs(card.high));
  const bool crosses = card.low * card.high < 0;
  const auto told = [&](const char* key, double factor) {
    return asking.say(key, {{"n", number_words(card.estimate * factor)},
                            {"low", number_words((crosses ? card.low : low) * factor)},
                            {"high", number_words(high * factor)},
                            {"unit", card.unit}});
  };
  const bool more = card.estimate > 0;
  switch (card.scale) {
    case EffectScale::mean_difference:
      if (crosses) return h::p(asking.say("options.unclear_difference"));
      return h::p(told(more ? "options.higher" : "options.lower", 1));
    case EffectScale::risk_difference:
      if (crosses) return h::p(asking.say("options.unclear_difference"));
      return h::p(told(more ? "options.more_of_100" : "options.fewer_of_100", 100));
    case EffectScale::risk_ratio:
    case EffectScale::rate_ratio:
      return h::p(asking.say("options.where_100",
                             {{"n", std::to_string(std::lround(100 * card.estimate))},
                              {"low", std::to_string(std::lround(100 * card.low))},
                              {"high", std::to_string(std::lround(100 * card.high))}}));
    case EffectScale::odds_ratio:
    case EffectScale::standardised_mean_difference:
      break;
  }
  return h::p(asking.say("options.no_count"));
}

Html expired(const Asking& asking, const EvidenceCard& card) {
  const Day today = zone_of("UTC").day_of(asking.now());
  if (!card.expired(today)) return {};
  return h::p(cls("small"), mark(Shape::missing), Text(" "),
              asking.say("options.expired", {{"day", card.review_by.iso()}}));
}

Html outcome_of(const EvidenceCard& card) {
  return h::p(cls("small muted"), Attribute("lang", std::string_view("en")), Text(card.outcome));
}

/// Why the network says no number.
Html nothing_said(const Asking& asking, const OptionReading& reading) {
  if (reading.adds.standing.persons < learning::judged::persons_early)
    return h::p(asking.say("options.too_few"));
  return h::p(asking.say(
      "options.not_yet",
      {{"n", std::to_string(static_cast<std::int64_t>(reading.adds.standing.persons))}}));
}

Html directions(const Asking& asking, const OptionReading& reading) {
  std::vector<Html> said;
  const auto add = [&](Shape shape, const char* key) {
    said.push_back(h::p(cls("small"), mark(shape), Text(" "), asking.say(key)));
  };
  if (reading.likely_more) add(Shape::better, "options.likely_more");
  if (reading.likely_less) add(Shape::worse, "options.likely_less");
  for (const learning::Flag flag : reading.adds.verdict.flags)
    if (flag == learning::Flag::conflict) add(Shape::usual, "options.conflict");
  if (reading.own_says_otherwise) add(Shape::person, "options.own_says_otherwise");
  return together(h::div(said));
}

std::vector<double> levels_of(const OwnTry& one) {
  std::vector<double> levels;
  if (one.start) levels.push_back(*one.start);
  for (const SaidLevel& said : one.said) levels.push_back(said.level);
  return levels;
}

std::string level_said(const Asking& asking, const Aim& aim, int number) {
  const Level level = Level::from(number).value();
  const std::string words = aim.scale ? aim.scale->words(level) : std::string();
  return words.empty() ? level_name(asking, level, baseline_of(aim)).words() : words;
}

/// Carrying on without an agreement that says so: everything the person said of the aim.
std::optional<OwnTry> lived_so_far(const OptionsView& view) {
  OwnTry one;
  for (const Rating& rating : view.record.ratings_of(view.aim))
    if (rating.side == Side::person)
      one.said.push_back({{}, view.aim.number, rating.rated_at, rating.level.number()});
  if (one.said.empty()) return std::nullopt;
  one.begun = view.aim.stated_at();
  if (view.aim.scale) one.start = level_of(view.aim.scale->baseline()).number();
  return one;
}

}  // namespace

int of_100(double share) {
  return static_cast<int>(std::lround(100 * std::clamp(share, 0.0, 1.0)));
}

std::string letter_of(std::size_t place) { return {static_cast<char>('A' + place)}; }

Text option_name(const Asking& asking, const OptionColumn& column) {
  return column.picked ? Text(column.picked->offer.name) : asking.say("option.carry_on");
}

Html research_cell(const Asking& asking, const OptionsView& view, std::size_t place) {
  const OptionColumn& column = view.columns[place];
  const std::string id = "research-" + letter_of(place);
  if (!column.picked) {
    const bool any =
        std::ranges::any_of(view.columns, [](const auto& c) { return c.published.has_value(); });
    if (!any) return h::p(asking.say("options.compared_with_this"));
    return together(hundred(asking, id, option_name(asking, column), view.without),
                    quiet(asking.say(view.without_counted ? "options.without_counted"
                                                          : "options.without_judged")));
  }
  if (!column.card) return h::p(asking.say("options.no_review"));
  const EvidenceCard& card = *column.card;
  const Html about = together(outcome_of(card), sureness(asking, card), expired(asking, card));
  if (card.aim != view.set->theme) return together(h::p(asking.say("options.other_aim")), about);
  if (!column.published) return together(other_scale(asking, card), about);
  return together(hundred(asking, id, option_name(asking, column), column.published->with),
                  quiet(asking.say("options.could_be",
                                   {{"low", std::to_string(of_100(column.published->low))},
                                    {"high", std::to_string(of_100(column.published->high))}})),
                  about);
}

Html network_cell(const Asking& asking, const OptionsView& view, std::size_t place) {
  const OptionColumn& column = view.columns[place];
  if (!view.model) return h::p(asking.say("options.too_few"));
  if (view.model->out_of_bounds) return h::p(asking.say("options.out_of_bounds"));
  const OptionReading& reading = *column.network;
  if (!reading.attained) return nothing_said(asking, reading);
  const std::string n = std::to_string(of_100(reading.attained->share));
  const std::string low = std::to_string(of_100(reading.attained->low));
  const std::string high = std::to_string(of_100(reading.attained->high));
  const std::string said = asking.language.say("options.about", {{"n", n}}) + " " +
                           asking.language.say("options.could_be", {{"low", low}, {"high", high}});
  const auto persons = static_cast<std::int64_t>(reading.adds.standing.persons);
  const auto sites = static_cast<std::int64_t>(reading.adds.standing.sites);
  return together(
      h::p(h::b(cls("num"), asking.say("options.about_n", {{"n", n}})), Text(" "),
           asking.say("options.of_a_hundred")),
      Html(drawing::draw_likely_range(
          figure("network-" + letter_of(place), option_name(asking, column).words(), said),
          100 * reading.attained->share, 100 * reading.attained->low, 100 * reading.attained->high,
          "moss")),
      quiet(asking.say("options.could_be", {{"low", low}, {"high", high}})),
      quiet(asking.say_count("options.from_people", persons,
                             {{"sites", asking.language.say_count("options.clinics", sites)}})),
      reading.further_away
          ? quiet(asking.say("options.further_away",
                             {{"n", std::to_string(of_100(reading.further_away->share))}}))
          : Html(),
      directions(asking, reading));
}

Html own_cell(const Asking& asking, const OptionsView& view, std::size_t place) {
  const OptionColumn& column = view.columns[place];
  const bool carry_on = !column.picked;
  const Html trial = column.trial ? trial_in_short(asking, *column.trial) : Html();
  if (!trial.empty() && !column.tried) return trial;
  const std::optional<OwnTry> one = column.tried ? column.tried
                                    : carry_on   ? lived_so_far(view)
                                                 : std::nullopt;
  if (!one)
    return h::p(cls("muted"),
                asking.say(carry_on ? "options.nothing_said_yet" : "options.not_tried"));
  const Zone zone = zone_of(view.record.site.zone);
  const Html when = h::p(asking.say(column.tried ? "options.you_chose" : "options.since_you_said",
                                    {{"day", day_words(asking, zone, one->begun)}}));
  const auto levels = levels_of(*one);
  if (!one->last() || levels.empty())
    return together(when, h::p(cls("muted"), asking.say("options.no_level_since")), trial);
  const std::string from = level_said(asking, view.aim, static_cast<int>(levels.front()));
  const std::string to = level_said(asking, view.aim, *one->last());
  const std::string said = from == to
                               ? asking.language.say("options.stayed", {{"level", to}})
                               : asking.language.say("options.went", {{"from", from}, {"to", to}});
  return together(
      when, h::p(Attribute("dir", std::string_view("auto")), Text(said)),
      Html(drawing::draw_small_way(
          figure("own-" + letter_of(place), option_name(asking, column).words(), said), levels)),
      quiet(asking.say("options.other_things")), trial);
}

Html minutes_cell(const Asking& asking, const OptionsView& view, std::size_t place) {
  const OptionColumn& column = view.columns[place];
  if (!column.minutes) return h::p(cls("muted"), asking.say("options.minutes_unknown"));
  const std::int64_t minutes = column.minutes->value;
  std::int64_t most = 60;
  for (const OptionColumn& other : view.columns)
    if (other.minutes) most = std::max(most, other.minutes->value);
  const auto& life = view.record.circumstances;
  const bool over = life && fit_of(*column.minutes, life->to_spare) == Fit::over;
  if (life && life->to_spare) most = std::max(most, life->to_spare->value);
  const std::string said = asking.language.say_count("plan.minutes_a_week", minutes);
  return together(
      h::p(cls("mins"), h::b(cls("num"), Text(std::to_string(minutes))), Text(" "),
           asking.say_count("options.minutes", minutes)),
      Html(drawing::draw_filled_bar(
          figure("minutes-" + letter_of(place), option_name(asking, column).words(), said),
          static_cast<double>(minutes) / static_cast<double>(most), "berry")),
      over ? h::p(cls("small"), asking.say_count("options.over_your_time", life->to_spare->value))
           : Html());
}

}  // namespace alongside::web
