// SPDX-License-Identifier: Apache-2.0
// A plan, today's turn, and a result that may be "too early to say".
#include "doors/web/own_trial.h"

#include <algorithm>
#include <cmath>

#include "doors/web/option_cells.h"
#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "doors/web/phrases.h"
#include "foundation/drawing/option_figures.h"

namespace alongside::web {
namespace {

using learning::TrialReading;
using learning::TrialVerdict;
using service::RecordView;
using service::TrialsView;
using service::TrialView;

Url trial_url(std::int64_t number) { return Url("/me/trials").part(std::to_string(number)); }
Url plan_url(std::string_view person, std::string_view aim) {
  return Url("/people").part(person).then("/trial").part(aim);
}

Text arm_name(const Asking& asking, const TrialArm& arm) {
  return arm.option == 0 ? asking.say("option.carry_on") : Text(arm.words.disclose());
}

std::string one_decimal(double value) {
  const auto tenths = std::llround(std::abs(value) * 10);
  return (value < 0 && tenths > 0 ? "-" : "") + std::to_string(tenths / 10) + "." +
         std::to_string(tenths % 10);
}

const TrialPlan* under_way(const RecordView& view, Day today) {
  for (const TrialPlan& plan : view.own_trials)
    if (!is_over(plan, today)) return &plan;
  return nullptr;
}

Day today_of(const Asking& asking, const RecordView& view) {
  return zone_of(view.site.zone).day_of(asking.now());
}

Html turn_words(const Asking& asking, const TrialPlan& plan, const TrialDay& day) {
  const std::string name = arm_name(asking, day.is_b ? plan.b : plan.a).words();
  switch (day.is) {
    case TrialDay::Is::before:
      return h::p(asking.say("trial.not_begun", {{"day", plan.begins.iso()}}));
    case TrialDay::Is::washing_out:
      return h::p(h::b(asking.say("trial.today_is", {{"what", name}})), Text(" "),
                  asking.say("trial.washing_out"));
    case TrialDay::Is::counting:
      return h::p(h::b(asking.say("trial.today_is", {{"what", name}})), Text(" "),
                  asking.say("trial.day_of",
                             {{"n", std::to_string(day.day)}, {"of", std::to_string(day.of)}}));
    case TrialDay::Is::over:
      break;
  }
  return h::p(asking.say("trial.over"));
}

/// The plan in words: what, for how long, and how far it has come.
Html plan_words(const Asking& asking, const TrialView& trial) {
  const TrialPlan& plan = trial.plan;
  const auto answered =
      std::ranges::count_if(trial.values, [](const TrialValue& v) { return v.value.has_value(); });
  return h::div(
      cls("stack-s"),
      h::p(asking.say("trial.compares", {{"a", arm_name(asking, plan.a).words()},
                                         {"b", arm_name(asking, plan.b).words()}})),
      h::p(cls("small"), asking.say("trial.how_long", {{"blocks", std::to_string(2 * plan.pairs())},
                                                       {"days", std::to_string(plan.block_days)},
                                                       {"from", plan.begins.iso()},
                                                       {"to", last_day_of(plan).iso()}})),
      h::p(cls("small"), asking.say("trial.asks"), Text(" "),
           h::b(Text(trial.number.question.words.disclose()))),
      h::p(cls("small"), asking.say("trial.stop_rule"), Text(" "),
           voice(plan.stop_rule.disclose())),
      h::p(cls("small muted"),
           asking.say("trial.answered", {{"n", std::to_string(answered)},
                                         {"of", std::to_string(trial.values.size())}})));
}

Html blocks_list(const Asking& asking, const TrialPlan& plan) {
  std::vector<Html> items;
  for (const TrialBlock& block : blocks_of(plan))
    items.push_back(
        h::li(asking.say(block.counts == block.from ? "trial.block" : "trial.block_washing",
                         {{"what", arm_name(asking, block.is_b ? plan.b : plan.a).words()},
                          {"from", block.from.iso()},
                          {"counts", block.counts.iso()},
                          {"to", block.to.iso()}})));
  return h::details(cls("data"), h::summary(asking.say("trial.order")),
                    h::p(cls("small muted"), asking.say("trial.drawn")),
                    h::ol(cls("looks small"), items));
}

Html stop_form(const FormState& state, const TrialView& trial) {
  const Asking& asking = state.asking;
  return post_form(asking, Url(trial_url(trial.plan.number)).then("/stop"), cls("stack-s"),
                   area_field(state, {"why", "trial.why_stop", "trial.why_hint"}, 2),
                   h::p(h::button(cls("btn line"), asking.say("trial.stop"))));
}

constexpr std::string_view verdict_keys[] = {"trial.too_early", "trial.b_better", "trial.a_better",
                                             "trial.either_way"};

/// A difference as the person's number has it.
struct Difference {
  double mean, low, high;
};
Difference as_answered(const TrialView& trial) {
  const TrialReading& reading = *trial.reading;
  if (trial.number.question.heading == Heading::up)
    return {reading.mean, reading.low80, reading.high80};
  return {-reading.mean, -reading.high80, -reading.low80};
}

/// "1.2 lower"
std::string higher_or_lower(const Asking& asking, double points) {
  return asking.language.say(points < 0 ? "trial.lower" : "trial.higher",
                             {{"n", one_decimal(std::abs(points))}});
}

Html second_opinion(const Asking& asking, const TrialReading& reading) {
  if (!reading.test) return h::p(cls("small muted"), asking.say("trial.no_second_opinion"));
  const auto n = [](std::int64_t number) { return std::to_string(number); };
  return h::p(cls("small"),
              asking.say("trial.second_opinion", {{"orders", n(reading.test->arrangements)},
                                                  {"far", n(reading.test->as_far)}}),
              Text(" "), asking.say("trial.smallest", {{"orders", n(reading.test->arrangements)}}));
}

std::string stated(const std::optional<std::int64_t>& value) {
  return value ? std::to_string(*value) : std::string();
}

Html days_table(const Asking& asking, const TrialView& trial) {
  const Attribute col("scope", std::string_view("col"));
  std::vector<Html> rows;
  for (const TrialValue& value : trial.values)
    rows.push_back(h::tr(
        h::th(Attribute("scope", std::string_view("row")), Text(value.day.iso())),
        h::td(arm_name(asking, value.is_b ? trial.plan.b : trial.plan.a)),
        h::td(value.value ? Html(Text(stated(value.value))) : Html(asking.say("trial.none")))));
  return h::details(cls("data"), h::summary(asking.say("trial.days")),
                    h::div(cls("scroll"), Attribute("tabindex", std::string_view("0")),
                           label(asking.say("trial.days")),
                           h::table(cls("plain"),
                                    h::thead(h::tr(h::th(col, asking.say("way.day")),
                                                   h::th(col, asking.say("trial.what")),
                                                   h::th(col, asking.say("way.answer")))),
                                    h::tbody(rows))));
}

Html trial_card(const FormState& state, const TrialView& trial, bool own) {
  const Asking& asking = state.asking;
  std::vector<Html> parts{plan_words(asking, trial)};
  if (trial.plan.stopped_at) {
    parts.push_back(h::p(asking.say("trial.was_stopped")));
    if (!trial.plan.stopped_why.disclose().empty())
      parts.push_back(h::p(voice(trial.plan.stopped_why.disclose())));
  }
  if (trial.over) {
    parts.push_back(trial_result(asking, trial));
  } else {
    parts.insert(parts.begin(), turn_words(asking, trial.plan, trial.today));
    parts.push_back(h::p(cls("small muted"), asking.say("trial.no_peeking")));
    parts.push_back(blocks_list(asking, trial.plan));
    if (own) {
      parts.push_back(h::p(
          h::a(cls("btn"), href(Url("/me/check-in")), asking.say("my_page.check_in")), Text(" "),
          h::a(cls("btn line"), href(Url(trial_url(trial.plan.number)).then("/calendar.ics")),
               asking.say("trial.calendar"))));
      parts.push_back(stop_form(state, trial));
    }
  }
  parts.push_back(days_table(asking, trial));
  return h::section(cls("card stack-s"), parts);
}

http::Response show_trials(const FormState& state) {
  const Asking& asking = state.asking;
  const auto seen = service::read_own_trials(asking.service, asking.caller(), RecordOf::own());
  if (!seen) return not_found(asking);
  std::vector<Html> cards;
  for (const TrialView& trial : seen.value().trials)
    cards.push_back(trial_card(state, trial, true));
  const Html body = cards.empty()
                        ? empty_state(asking.say("trial.none_title"), asking.say("trial.none_why"),
                                      h::a(cls("btn line"), href(Url("/me/help")),
                                           asking.say("nav.what_could_help")))
                        : h::div(cls("stack"), cards);
  return page(
      asking, state.came_back() ? 422 : 200, asking.say("trial.title"), Place::options,
      h::div(cls("wrap narrow page stack"), fault_summary(state), h::h1(asking.say("trial.title")),
             h::p(cls("lead"), asking.say("trial.lead")), body));
}

/// The options of the agreement that holds for the aim, and carrying on.
std::vector<Choice> arms(const Asking& asking, const RecordView& view, const Aim& aim) {
  std::vector<Choice> choices{{"0", asking.say("option.carry_on")}};
  for (const Agreement& agreement : view.agreements) {
    if (std::ranges::find(agreement.aims, aim.number) == agreement.aims.end()) continue;
    for (std::size_t i = 0; i < agreement.options.size(); ++i)
      if (agreement.options[i].source != OptionSource::carry_on)
        choices.push_back({std::to_string(i + 1), Text(agreement.options[i].words.disclose())});
    break;
  }
  return choices;
}

std::vector<Choice> numbers_of(const RecordView& view, const Aim& aim) {
  std::vector<Choice> choices;
  for (const AimNumber& number : view.numbers)
    if (number.asked && number.aim == aim.number.value)
      choices.push_back({std::to_string(number.number), Text(number.question.words.disclose())});
  return choices;
}

Html plan_form(const FormState& state, const RecordView& view, const Aim& aim,
               const std::string& person) {
  const Asking& asking = state.asking;
  const auto options = arms(asking, view, aim);
  const auto numbers = numbers_of(view, aim);
  if (options.size() < 2)
    return empty_state(asking.say("trial.no_options"), asking.say("trial.no_options_why"),
                       h::a(cls("btn line"), href(Url("/people").part(person).then("/agree")),
                            asking.say("person.agree")));
  if (numbers.empty()) return note(h::p(asking.say("trial.no_number")));
  return post_form(
      asking, plan_url(person, aim.id.text()), cls("card stack"), h::h2(asking.say("trial.plan")),
      h::p(cls("small muted"), asking.say("trial.plan_why")),
      h::div(cls("two"), select_field(state, {"a", "trial.a", ""}, options, "0"),
             select_field(state, {"b", "trial.b", ""}, options, "")),
      select_field(
          state, {"number", "trial.number", "trial.number_hint"}, numbers,
          numbers.size() == 1 ? std::string_view(numbers.front().value) : std::string_view()),
      h::div(cls("two"),
             text_field(state,
                        {"block_days", "trial.block_days", "trial.block_days_hint", "number"}, "7"),
             text_field(state, {"pairs", "trial.pairs", "trial.pairs_hint", "number"}, "3")),
      h::div(
          cls("two"),
          text_field(state, {"washout_a", "trial.washout_a", "trial.washout_hint", "number"}, "0"),
          text_field(state, {"washout_b", "trial.washout_b", "trial.washout_hint", "number"}, "0")),
      area_field(state, {"stop_rule", "trial.stop_when", "trial.stop_hint"}, 2),
      text_field(state, {"begins", "trial.begins", "", "date"},
                 today_of(asking, view).plus(1).iso()),
      fault_beside(state, "suits"), check_box(state, "suits", "yes", asking.say("trial.suits")),
      h::p(h::button(cls("btn"), asking.say("trial.begin"))));
}

http::Response show_plan(const FormState& state) {
  const Asking& asking = state.asking;
  const auto person = Id<Person>::parse(asking.part("person"));
  const auto aim_id = Id<Aim>::parse(asking.part("aim"));
  if (!person || !aim_id) return not_found(asking);
  const auto seen =
      service::read_own_trials(asking.service, asking.caller(), RecordOf::person(*person));
  if (!seen) return not_found(asking);
  const RecordView& view = seen.value().record;
  const Aim* aim = view.aim(*aim_id);
  if (aim == nullptr || aim->state != AimState::held) return not_found(asking);
  std::vector<Html> cards;
  for (const TrialView& trial : seen.value().trials)
    if (trial.plan.aim == aim->number) cards.push_back(trial_card(state, trial, false));
  const bool may =
      view.relation == Relation::team_member && under_way(view, seen.value().today) == nullptr;
  return page(
      asking, state.came_back() ? 422 : 200, asking.say("trial.title"), Place::people,
      h::div(
          cls("wrap narrow page stack"), fault_summary(state),
          h::p(h::a(href(Url("/people").part(person->text())), Text(view.person.name.disclose()))),
          h::h1(asking.say("trial.title")), h::p(cls("quote berry"), voice(aim->words())), cards,
          may ? plan_form(state, view, *aim, person->text()) : Html()));
}

std::string stamp(Day day) {
  std::string text;
  for (const char c : day.iso())
    if (c != '-') text += c;
  return text;
}

}  // namespace

Html trial_today(const Asking& asking, const RecordView& view) {
  const Day today = today_of(asking, view);
  const TrialPlan* plan = under_way(view, today);
  if (plan == nullptr) return {};
  return h::div(cls("done stack-s"), turn_words(asking, *plan, day_in(*plan, today)),
                h::p(cls("small"), h::a(href(Url("/me/trials")), asking.say("trial.title"))));
}

std::int64_t trial_number(const Asking& asking, const RecordView& view) {
  const Day today = today_of(asking, view);
  const TrialPlan* plan = under_way(view, today);
  return plan != nullptr && day_in(*plan, today).is == TrialDay::Is::counting ? plan->asked : 0;
}

Html trial_in_short(const Asking& asking, const TrialView& trial) {
  if (!trial.reading)
    return h::p(h::b(asking.say("trial.too_early")), Text(" "), asking.say("trial.no_day"));
  const std::string a = arm_name(asking, trial.plan.a).words();
  const std::string b = arm_name(asking, trial.plan.b).words();
  const Html verdict = h::p(h::b(
      asking.say(verdict_keys[static_cast<int>(trial.reading->verdict)], {{"a", a}, {"b", b}})));
  if (trial.reading->verdict == TrialVerdict::too_early) return verdict;
  const Difference difference = as_answered(trial);
  return together(verdict, h::p(asking.say("trial.difference",
                                           {{"a", a},
                                            {"b", b},
                                            {"n", higher_or_lower(asking, difference.mean)},
                                            {"low", higher_or_lower(asking, difference.low)},
                                            {"high", higher_or_lower(asking, difference.high)}})));
}

Html trial_result(const Asking& asking, const TrialView& trial) {
  if (!trial.reading) return trial_in_short(asking, trial);
  const TrialReading& reading = *trial.reading;
  const std::string a = arm_name(asking, trial.plan.a).words();
  const std::string b = arm_name(asking, trial.plan.b).words();
  const bool early = reading.verdict == TrialVerdict::too_early;
  const auto days = [](std::size_t n) { return std::to_string(n); };
  return h::div(
      cls("stack-s"), trial_in_short(asking, trial),
      early
          ? Html()
          : Html(h::p(asking.say(
                "trial.chance", {{"b", b}, {"n", std::to_string(of_100(reading.chance_better))}}))),
      h::p(cls("small"), asking.say("trial.from_days", {{"a", a},
                                                        {"b", b},
                                                        {"days_a", days(reading.days_a)},
                                                        {"days_b", days(reading.days_b)}})),
      second_opinion(asking, reading), h::p(cls("small muted"), asking.say("trial.yours_alone")));
}

http::Response trials_page(const Asking& asking) { return show_trials({asking, {}}); }

http::Response post_stop_trial(const Asking& asking) {
  const auto stopped = service::stop_own_trial(
      asking.service, asking.caller(), asking.part("trial"), asking.typed("why"), asking.once());
  if (stopped) return http::Response::see_other(Url("/me/trials").text());
  if (is_not_found(stopped.refusal())) return not_found(asking);
  return show_trials({asking, stopped.refusal().faults()});
}

http::Response trial_calendar(const Asking& asking) {
  const auto seen = service::read_own_trials(asking.service, asking.caller(), RecordOf::own());
  if (!seen) return not_found(asking);
  for (const TrialView& trial : seen.value().trials) {
    if (std::to_string(trial.plan.number) != asking.part("trial") || trial.over) continue;
    const std::string number = std::to_string(trial.plan.number);
    std::string text =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Alongside//Own trial//EN\r\n"
        "CALSCALE:GREGORIAN\r\n";
    const auto event = [&](const std::string& id, Day day, const std::string& rule,
                           const char* key) {
      text += "BEGIN:VEVENT\r\nUID:trial-" + number + "-" + id +
              "@alongside\r\nDTSTAMP:" + stamp(zone_of("UTC").day_of(asking.now())) +
              "T000000Z\r\nDTSTART;VALUE=DATE:" + stamp(day) + "\r\n" + rule +
              "SUMMARY:" + asking.language.say(key) + "\r\nEND:VEVENT\r\n";
    };
    event("daily", trial.plan.begins,
          "RRULE:FREQ=DAILY;UNTIL=" + stamp(last_day_of(trial.plan)) + "\r\n",
          "trial.reminder_daily");
    const auto blocks = blocks_of(trial.plan);
    for (std::size_t i = 1; i < blocks.size(); ++i)
      if (blocks[i].is_b != blocks[i - 1].is_b)
        event("turn-" + std::to_string(i), blocks[i].from, "", "trial.reminder_turn");
    text += "END:VCALENDAR\r\n";
    http::Response file{200, {}, text};
    file.with("Content-Type", "text/calendar; charset=utf-8")
        .with("Content-Disposition", "attachment; filename=\"reminders.ics\"");
    return file;
  }
  return not_found(asking);
}

http::Response plan_trial_page(const Asking& asking) { return show_plan({asking, {}}); }

http::Response post_plan_trial(const Asking& asking) {
  const auto person = Id<Person>::parse(asking.part("person"));
  const auto aim = Id<Aim>::parse(asking.part("aim"));
  if (!person || !aim) return not_found(asking);
  const auto typed = [&](std::string_view field) { return std::string(asking.typed(field)); };
  const auto begun = service::begin_own_trial(
      asking.service, asking.caller(), *person, *aim,
      {typed("a"), typed("b"), typed("number"), typed("block_days"), typed("pairs"),
       typed("washout_a"), typed("washout_b"), typed("stop_rule"), typed("begins"), typed("suits")},
      asking.once());
  if (begun) return http::Response::see_other(plan_url(person->text(), aim->text()).text());
  if (is_not_found(begun.refusal())) return not_found(asking);
  return show_plan({asking, begun.refusal().faults()});
}

}  // namespace alongside::web
