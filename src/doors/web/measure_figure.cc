// SPDX-License-Identifier: Apache-2.0
// The same numbers in words, ink and cells.
#include "doors/web/measure_figure.h"

#include <algorithm>
#include <cmath>

#include "doors/web/phrases.h"
#include "doors/web/recorded_measure.h"
#include "foundation/drawing/icons.h"
#include "foundation/words/phrase.h"

namespace alongside::web {
namespace {

using service::MeasuredChart;

drawing::Shape drawn_shape(Mark mark) {
  switch (mark) {
    case Mark::better:
    case Mark::different:
      return drawing::Shape::diamond;
    case Mark::worse:
      return drawing::Shape::square;
    case Mark::usual:
      return drawing::Shape::ring;
    case Mark::missing:
      return drawing::Shape::none;
  }
  return drawing::Shape::none;
}

/// One sentence for the pattern that a chosen rule set named.
Text pattern_words(const Asking& asking, const statistics::ZoneRule& rule) {
  const std::string window = std::to_string(rule.window);
  const std::string needed = std::to_string(rule.needed);
  const std::string sigmas = std::to_string(std::lround(rule.sigmas));
  switch (rule.pattern) {
    case statistics::Pattern::outside:
      return asking.say("reason.outside_limits");
    case statistics::Pattern::one_side:
      return asking.say("pattern.one_side", {{"n", window}});
    case statistics::Pattern::trend:
      return asking.say("pattern.trend", {{"n", window}});
    case statistics::Pattern::alternating:
      return asking.say("pattern.alternating", {{"n", window}});
    case statistics::Pattern::beyond:
      return asking.say("pattern.beyond", {{"k", needed}, {"n", window}, {"sigmas", sigmas}});
    case statistics::Pattern::within:
      return asking.say("pattern.within", {{"n", window}});
    case statistics::Pattern::avoiding:
      return asking.say("pattern.avoiding", {{"n", window}});
  }
  return Text({});
}

drawing::VariationSign variation_sign(const Standing& standing) {
  if (standing.variation == Variation::usual) return drawing::VariationSign::usual;
  return drawing::moving(standing.way > 0, is_wanted(standing.variation));
}

Text variation_words(const Asking& asking, Variation variation) {
  switch (variation) {
    case Variation::usual:
      return asking.say("variation.usual");
    case Variation::better:
      return asking.say("variation.better");
    case Variation::worse:
      return asking.say("variation.worse");
    case Variation::different:
      return asking.say("variation.different");
  }
  return Text({});
}

Html assurance_words(const Asking& asking, const MeasuredChart& chart) {
  using statistics::Assurance;
  const auto with = [&](drawing::AssuranceSign sign, const Text& words) {
    const std::string id = "target-" + chart.measure.id;
    return together(h::br(), Html(drawing::draw(sign, id, words.words())), Text(" "), words);
  };
  switch (chart.reading.standing.assurance) {
    case Assurance::none:
      return Html();
    case Assurance::consistent_pass:
      return with(drawing::AssuranceSign::reached, asking.say("assurance.reached"));
    case Assurance::consistent_fail:
      return with(drawing::AssuranceSign::not_reached, asking.say("assurance.not_reached"));
    case Assurance::inconsistent:
      return with(drawing::AssuranceSign::sometimes, asking.say("assurance.sometimes"));
  }
  return Html();
}

/// What the ink shows at one point, in words.
std::string said_of(const Asking& asking, const ChartReading& reading, const ChartPoint& point) {
  std::vector<std::string> parts;
  const auto say = [&](std::string_view key) { parts.push_back(asking.language.say(key)); };
  if (point.mark == Mark::better) say("chart.key_better");
  if (point.mark == Mark::worse) say("chart.key_worse");
  if (point.mark == Mark::different) say("chart.key_different");
  if (point.left_out) say("chart.key_left_out");
  if (point.begins_phase) say("chart.key_phase");
  const auto with = [&](std::string_view key, double value) {
    parts.push_back(asking.language.say(key, {{"n", number_on(reading.scale, value)}}));
  };
  if (point.target) with("chart.target", *point.target);
  if (point.second) with("chart.second", *point.second);
  if (!point.note.empty()) parts.push_back(point.note);
  std::string words;
  for (const std::string& part : parts) words += (words.empty() ? "" : "; ") + part;
  return words;
}

/// Only what a team can act on has words here.
std::string_view caution_key(statistics::ChartWarning warning, const ChartReading& reading) {
  using statistics::ChartWarning;
  switch (warning) {
    case ChartWarning::zero_variation:
      return "caution.all_alike";
    case ChartWarning::trial_limits:
      return "caution.trial";
    case ChartWarning::few_useful_points:
      return "caution.few_points";
    case ChartWarning::autocorrelation:
      return reading.diagnosis.autocorrelation > 0 ? "caution.remembers" : "caution.see_saw";
    case ChartWarning::overdispersion:
      return reading.diagnosis.sigma_z > 1 ? "caution.varies_more" : "caution.varies_less";
    case ChartWarning::sparse_counts:
      return "caution.sparse";
    case ChartWarning::zero_denominator:
      return "caution.nobody";
    case ChartWarning::no_baseline:
      return "caution.one_month";
    default:
      return {};
  }
}

/// What a number on this chart is.
std::string_view latest_key(const ChartReading& reading) {
  const MeasureChart chart = reading.drawn;
  if (chart == MeasureChart::cusum) return "chart.latest_sum";
  if (chart == MeasureChart::ewma) return "chart.latest_mean";
  if (chart == MeasureChart::mr) return "chart.latest_difference";
  const bool days = reading.spacing == Spacing::days;
  if (reading.scale == ChartScale::out_of_100)
    return days ? "chart.usual_and_latest_day" : "chart.usual_and_latest";
  return days ? "chart.usual_and_latest_count_day" : "chart.usual_and_latest_count";
}

std::string short_time(const Asking& asking, const ChartReading& reading, const ChartPoint& point) {
  const std::string month = words::short_month(asking.language, point.month);
  if (reading.spacing == Spacing::months) return month;
  return std::to_string(point.day.day_of_month()) + " " + month;
}

Text own_words(const Asking& asking, const Measure& measure, std::string_view part) {
  if (part == "name") return Text(measure.name);
  if (measure.over_records) {
    const OverRecords& over = *measure.over_records;
    if (part == "numerator") return words_for(asking, over.counts);
    if (part == "denominator") return words_for(asking, unit_of(over.counts.fact));
  }
  if (part == "numerator") return Text(measure.numerator);
  if (part == "denominator") return Text(measure.denominator);
  switch (measure.counted) {
    case CountedAs::share:
      return asking.say("own_measure.unit_share");
    case CountedAs::rate:
      return asking.say("own_measure.unit_rate", {{"n", std::to_string(measure.per)}});
    case CountedAs::count:
      return asking.say("own_measure.unit_count");
    case CountedAs::value:
      return asking.say("own_measure.unit_value");
  }
  return Text({});
}

/// The reasons that a series of points can have.
std::string_view choice_key(statistics::ChoiceReason reason) {
  using statistics::ChoiceReason;
  switch (reason) {
    case ChoiceReason::shares:
      return "choice.shares";
    case ChoiceReason::shares_wider:
      return "choice.shares_wider";
    case ChoiceReason::rates:
      return "choice.rates";
    case ChoiceReason::rates_wider:
      return "choice.rates_wider";
    case ChoiceReason::counts:
      return "choice.counts";
    case ChoiceReason::rare_events:
      return "choice.rare_events";
    default:
      return "choice.single_values";
  }
}

}  // namespace

std::string time_words(const Asking& asking, const ChartReading& reading, const ChartPoint& point) {
  return reading.spacing == Spacing::months ? words::month_in_words(asking.language, point.month)
                                            : words::date_in_words(asking.language, point.day);
}

Html why_this_chart(const Asking& asking, const ChartReading& reading) {
  if (!reading.has_limits || !reading.chosen_because) return {};
  return h::p(cls("small muted"), words_for(asking, reading.chart), Text(". "),
              asking.say(choice_key(*reading.chosen_because)));
}

Html cautions(const Asking& asking, const MeasuredChart& chart) {
  const ChartReading& reading = chart.reading;
  std::vector<Html> items;
  for (std::size_t i = 0; i < statistics::chart_warnings; ++i) {
    const auto warning = static_cast<statistics::ChartWarning>(i);
    const std::string_view key = caution_key(warning, reading);
    if (reading.diagnosis.warnings.has(warning) && !key.empty())
      items.push_back(h::li(asking.say(key)));
  }
  if (!statistics::is_missing(reading.false_alarms)) {
    const std::string share = std::to_string(std::lround(reading.false_alarms * 100));
    items.push_back(h::li(asking.say("caution.false_alarms", {{"n", share}})));
  }
  if (reading.goal_not_shown) items.push_back(h::li(asking.say("caution.no_goal")));
  const ChartPoint* last = latest_point(reading);
  if (last != nullptr && last->month == chart.last && !chart.measure.typed())
    items.push_back(h::li(asking.say("caution.month_goes_on")));
  for (const Month month : reading.proposals)
    items.push_back(h::li(asking.say("caution.proposal",
                                     {{"month", words::month_in_words(asking.language, month)}})));
  if (items.empty()) return Html();
  return together(h::h2(asking.say("caution.title")), h::ul(cls("stack-s"), items));
}

namespace {

std::string told(const Asking& asking, const Measure& measure, const MonthCount& month) {
  if (measure.counted == CountedAs::value)
    return month.value ? number_on(ChartScale::count, *month.value)
                       : asking.language.say("chart.missing");
  if (month.share.of == 0) return asking.language.say("chart.missing");
  const std::string count = std::to_string(month.share.count);
  return measure.counted == CountedAs::count ? count
                                             : count + " / " + std::to_string(month.share.of);
}

}  // namespace

Html since_huddle_words(const Asking& asking, const MeasuredChart& chart, const std::string& zone) {
  if (!chart.since) return {};
  const std::string day =
      words::date_in_words(asking.language, zone_of(zone).day_of(chart.since->kept_at));
  std::vector<Html> items;
  for (const MonthChange& change : chart.since->changed)
    items.push_back(h::li(asking.say(
        "numbers.changed", {{"day", words::month_in_words(asking.language, change.before.month)},
                            {"before", told(asking, chart.measure, change.before)},
                            {"after", told(asking, chart.measure, change.after)}})));
  if (items.empty()) return h::p(cls("small muted"), asking.say("late.nothing", {{"day", day}}));
  return h::details(cls("data"), h::summary(asking.say("late.title", {{"day", day}})),
                    h::p(cls("small muted"), asking.say("late.lead")),
                    h::ul(cls("looks small"), items));
}

Text measure_words(const Asking& asking, const Measure& measure, std::string_view part) {
  if (measure.own()) return own_words(asking, measure, part);
  return asking.say("measure." + measure.id + "." + std::string(part));
}

Shape shape_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::better:
      return Shape::better;
    case Verdict::worse:
      return Shape::worse;
    case Verdict::nothing_yet:
      return Shape::missing;
    default:
      return Shape::usual;
  }
}

std::string number_on(ChartScale scale, double value) {
  if (scale == ChartScale::out_of_100) return std::to_string(std::lround(value * 100));
  if (value != 0 && std::abs(value) < 1 && scale == ChartScale::count) {
    // Small rates would all be told as 0.
    std::string text = std::to_string(std::lround(std::abs(value) * 1000) + 1000).substr(1);
    while (text.size() > 1 && text.back() == '0') text.pop_back();
    return (value < 0 ? "-0." : "0.") + text;
  }
  const long tenths = std::lround(value * 10);
  const std::string sign = tenths < 0 ? "-" : "";
  const long size = std::labs(tenths);
  return sign + std::to_string(size / 10) + (size % 10 == 0 ? "" : "." + std::to_string(size % 10));
}

const ChartPoint* latest_point(const ChartReading& reading) {
  for (auto point = reading.points.rbegin(); point != reading.points.rend(); ++point)
    if (point->value) return &*point;
  return nullptr;
}

Text reason_words(const Asking& asking, const ChartReading& reading) {
  switch (reading.reason) {
    case Reason::outside_limits:
      return asking.say("reason.outside_limits");
    case Reason::long_run:
      return asking.say("reason.long_run", {{"n", std::to_string(reading.runs.longest_run)},
                                            {"max", std::to_string(reading.runs.longest_run_max)}});
    case Reason::few_crossings:
      return asking.say("reason.few_crossings",
                        {{"n", std::to_string(reading.runs.crossings)},
                         {"min", std::to_string(reading.runs.crossings_min)}});
    case Reason::pattern:
      return pattern_words(asking, reading.pattern);
    case Reason::none:
      break;
  }
  return asking.say(reading.verdict == Verdict::too_early ? "reason.too_early" : "reason.none");
}

std::string chart_sentence(const Asking& asking, const MeasuredChart& chart) {
  const ChartReading& reading = chart.reading;
  const ChartPoint* latest = latest_point(reading);
  const std::string verdict = words_for(asking, reading.verdict).words();
  if (latest == nullptr || !reading.centre) return verdict;
  const std::string month = time_words(asking, reading, *latest);
  const std::string last = number_on(reading.scale, *latest->value);
  const std::string usual = number_on(reading.scale, *reading.centre);
  return verdict + " " +
         asking.language.say(latest_key(reading),
                             {{"usual", usual}, {"latest", last}, {"month", month}});
}

drawing::ControlChart ink_of(const Asking& asking, const MeasuredChart& chart) {
  const ChartReading& reading = chart.reading;
  drawing::ControlChart ink;
  ink.id = chart.measure.id + chart.part;
  ink.title = measure_words(asking, chart.measure, "name").words();
  ink.description = chart_sentence(asking, chart);
  ink.reading = asking.language.has("app.direction_rtl") ? drawing::Reading::right_to_left
                                                         : drawing::Reading::left_to_right;
  for (const ChartPoint& point : reading.points) {
    drawing::ChartMark mark{short_time(asking, reading, point), point.value, point.lower,
                            point.upper, drawn_shape(point.mark)};
    if (point.left_out && point.value) mark.shape = drawing::Shape::cross;
    mark.centre = point.centre;
    mark.begins_phase = point.begins_phase;
    mark.second = point.second;
    // A sum downwards beyond its limit has the mark; the one upwards has its own sign or none.
    if (point.second && point.lower && *point.second < *point.lower) {
      mark.second_shape = mark.shape;
      if (point.value && point.upper && *point.value <= *point.upper)
        mark.shape = drawing::Shape::ring;
    }
    mark.target = point.target;
    if (!point.note.empty()) ink.notes.push_back({ink.points.size(), point.note});
    ink.points.push_back(std::move(mark));
  }
  ink.centre = reading.centre;
  if (reading.scale != ChartScale::out_of_100) ink.axis = drawing::axis_over(ink.points, {});
  const auto say = [&](std::string_view key, double value) {
    return asking.language.say(key, {{"n", number_on(reading.scale, value)}});
  };
  if (reading.centre) ink.centre_label = say("chart.usual", *reading.centre);
  ink.upper_label = asking.language.say("chart.top");
  ink.lower_label = asking.language.say("chart.bottom");
  if (const ChartPoint* latest = latest_point(reading))
    ink.latest_label = say("chart.latest", *latest->value);
  if (!reading.points.empty() && reading.points.back().target)
    ink.target_label = say("chart.target", *reading.points.back().target);
  return ink;
}

Html drawn(const Asking& asking, const MeasuredChart& chart) {
  if (!chart.reading.centre) return h::p(cls("gap"), asking.say("chart.nothing_to_draw"));
  const auto ink = ink_of(asking, chart);
  return h::div(cls("drawn"), Attribute("data-read", asking.say("chart.read_points").words()),
                h::div(cls("only-wide"), Html(drawing::draw(ink, drawing::Width::wide))),
                h::div(cls("only-narrow"), Html(drawing::draw(ink, drawing::Width::narrow))));
}

Html key_of(const Asking& asking, const ChartReading& reading) {
  std::vector<Html> items;
  const auto add = [&](Mark drawn, Shape shape, std::string_view key) {
    for (const ChartPoint& point : reading.points)
      if (point.mark == drawn) {
        items.push_back(h::li(mark(shape, 16), asking.say(key)));
        return;
      }
  };
  const auto has = [&](auto part) {
    return std::ranges::any_of(
        reading.points, [&](const ChartPoint& point) { return static_cast<bool>(point.*part); });
  };
  add(Mark::usual, Shape::usual, "chart.key_usual");
  add(Mark::better, Shape::better, "chart.key_better");
  add(Mark::worse, Shape::worse, "chart.key_worse");
  add(Mark::different, Shape::better, "chart.key_different");
  if (has(&ChartPoint::left_out))
    items.push_back(h::li(Text("× "), asking.say("chart.key_left_out")));
  if (has(&ChartPoint::begins_phase))
    items.push_back(h::li(Text("┊ "), asking.say("chart.key_phase")));
  if (has(&ChartPoint::target)) items.push_back(h::li(Text("╌ "), asking.say("chart.key_target")));
  if (has(&ChartPoint::second)) items.push_back(h::li(Text("╌ "), asking.say("chart.key_second")));
  return h::ul(cls("key"), items);
}

Html numbers_table(const Asking& asking, const MeasuredChart& chart, Columns columns) {
  const ChartReading& reading = chart.reading;
  const bool spoken = columns == Columns::spoken;
  const bool sized =
      reading.counted_as == CountedAs::share || reading.counted_as == CountedAs::rate;
  const auto number = [&](double value) { return number_on(reading.scale, value); };
  std::vector<Html> rows;
  for (const ChartPoint& point : reading.points) {
    const Text value = point.value ? Text(number(*point.value)) : asking.say("chart.missing");
    const Text limits = point.lower && point.upper
                            ? Text(number(*point.lower) + "–" + number(*point.upper))
                            : Text("");
    rows.push_back(h::tr(h::th(Attribute("scope", std::string_view("row")),
                               Text(time_words(asking, reading, point))),
                         sized ? h::td(Text(std::to_string(point.share.of))) : Html(),
                         sized ? h::td(Text(std::to_string(point.share.count))) : Html(),
                         h::td(value), h::td(limits),
                         spoken ? h::td(Text(said_of(asking, reading, point))) : Html()));
  }
  const auto column = [&](std::string_view key) {
    return h::th(Attribute("scope", std::string_view("col")), asking.say(key));
  };
  const bool share = reading.scale == ChartScale::out_of_100;
  return h::div(
      cls("scroll"), Attribute("tabindex", std::string_view("0")),
      Attribute("role", std::string_view("region")), label(asking.say("chart.numbers")),
      h::table(cls("plain num"),
               h::thead(h::tr(column("chart.month"), sized ? column("chart.of") : Html(),
                              sized ? column("chart.counted") : Html(),
                              column(share ? "chart.out_of_100" : "chart.on_the_chart"),
                              column("chart.range"), spoken ? column("chart.says") : Html())),
               h::tbody(rows)));
}

Html signs_of(const Asking& asking, const MeasuredChart& chart) {
  const Standing& standing = chart.reading.standing;
  const Text words = variation_words(asking, standing.variation);
  return together(
      Html(drawing::draw(variation_sign(standing), "moves-" + chart.measure.id, words.words())),
      Text(" "), words, assurance_words(asking, chart));
}

}  // namespace alongside::web
