// SPDX-License-Identifier: Apache-2.0
// An aim's levels are shown here, and translated by the keys below.
#include "doors/web/phrases.h"

#include <map>

#include "doors/web/parts.h"
#include "foundation/words/phrase.h"

namespace alongside::web {

Text words_for(const Asking& asking, std::optional<Horizon> horizon) {
  return horizon ? words_for(asking, *horizon) : asking.say("horizon.not_said");
}

Text words_for(const Asking& asking, Horizon horizon) {
  switch (horizon) {
    case Horizon::soon:
      return asking.say("horizon.soon");
    case Horizon::this_year:
      return asking.say("horizon.this_year");
    case Horizon::long_term:
      return asking.say("horizon.long_term");
  }
  return Text({});
}

Text words_for(const Asking& asking, Situation situation) {
  switch (situation) {
    case Situation::staying_well:
      return asking.say("situation.staying_well");
    case Situation::living_with:
      return asking.say("situation.living_with");
    case Situation::acute:
      return asking.say("situation.acute");
    case Situation::recovering:
      return asking.say("situation.recovering");
    case Situation::end_of_life:
      return asking.say("situation.end_of_life");
  }
  return Text({});
}

Text words_for(const Asking& asking, VisitMode mode) {
  switch (mode) {
    case VisitMode::in_the_room:
      return asking.say("visit.in_the_room");
    case VisitMode::at_home:
      return asking.say("visit.at_home");
    case VisitMode::at_a_distance:
      return asking.say("visit.at_a_distance");
    case VisitMode::in_hospital:
      return asking.say("visit.in_hospital");
    case VisitMode::emergency:
      return asking.say("visit.emergency");
  }
  return Text({});
}

Text words_for(const Asking& asking, SharedWork degree) {
  switch (degree) {
    case SharedWork::conversation:
      return asking.say("shared_work.conversation");
    case SharedWork::planning_together:
      return asking.say("shared_work.planning_together");
    case SharedWork::doing_together:
      return asking.say("shared_work.doing_together");
  }
  return Text({});
}

Text words_for(const Asking& asking, SupportScope scope) {
  switch (scope) {
    case SupportScope::plan:
      return asking.say("support_scope.plan");
    case SupportScope::check_ins:
      return asking.say("support_scope.check_ins");
    case SupportScope::contribute:
      return asking.say("support_scope.contribute");
  }
  return Text({});
}

Text words_for(const Asking& asking, MeasureChart chart) {
  switch (chart) {
    case MeasureChart::p:
      return asking.say("measure_chart.p");
    case MeasureChart::pp:
      return asking.say("measure_chart.pp");
    case MeasureChart::run:
      return asking.say("measure_chart.run");
    case MeasureChart::i:
      return asking.say("measure_chart.i");
    case MeasureChart::ip:
      return asking.say("measure_chart.ip");
    case MeasureChart::mr:
      return asking.say("measure_chart.mr");
    case MeasureChart::u:
      return asking.say("measure_chart.u");
    case MeasureChart::up:
      return asking.say("measure_chart.up");
    case MeasureChart::np:
      return asking.say("measure_chart.np");
    case MeasureChart::c:
      return asking.say("measure_chart.c");
    case MeasureChart::cp:
      return asking.say("measure_chart.cp");
    case MeasureChart::ewma:
      return asking.say("measure_chart.ewma");
    case MeasureChart::cusum:
      return asking.say("measure_chart.cusum");
  }
  return Text({});
}

Text words_for(const Asking& asking, ResponseKind kind) {
  switch (kind) {
    case ResponseKind::standardised:
      return asking.say("response_kind.standardised");
    case ResponseKind::customised:
      return asking.say("response_kind.customised");
    case ResponseKind::flexible:
      return asking.say("response_kind.flexible");
  }
  return Text({});
}

Text words_for(const Asking& asking, OptionStanding standing) {
  switch (standing) {
    case OptionStanding::considered:
      return asking.say("option.considered");
    case OptionStanding::chosen:
      return asking.say("option.chosen");
    case OptionStanding::refused:
      return asking.say("option.refused");
  }
  return Text({});
}

Text words_for(const Asking& asking, Slot slot) {
  switch (slot) {
    case Slot::aim:
      return asking.say("formula.aim");
    case Slot::science:
      return asking.say("formula.science");
    case Slot::context:
      return asking.say("formula.context");
    case Slot::improvement:
      return asking.say("formula.improvement");
    case Slot::connecting:
      return asking.say("formula.connecting");
    case Slot::contextualising:
      return asking.say("formula.contextualising");
    case Slot::testing:
      return asking.say("formula.testing");
  }
  return Text({});
}

std::string option_line(const Asking& asking, const Option& option) {
  std::string line = words_for(asking, option.standing).words() + ": ";
  line += option.source == OptionSource::carry_on ? asking.language.say("option.carry_on")
                                                  : option.words.disclose();
  if (!option.version.empty())
    line += ", " + asking.language.say("offer.version", {{"n", option.version}});
  line += ".";
  for (const auto* reason : {&option.persons_reason, &option.professionals_reason})
    if (!reason->disclose().empty()) line += " " + reason->disclose();
  return line;
}

Text words_for(const Asking& asking, Family family) {
  switch (family) {
    case Family::elicited:
      return asking.say("family.elicited");
    case Family::addressed:
      return asking.say("family.addressed");
    case Family::attained:
      return asking.say("family.attained");
    case Family::relationship:
      return asking.say("family.relationship");
    case Family::burden:
      return asking.say("family.burden");
    case Family::joy:
      return asking.say("family.joy");
    case Family::equity:
      return asking.say("family.equity");
    case Family::project:
      return asking.say("family.project");
  }
  return Text({});
}

Text words_for(const Asking& asking, Verdict verdict) {
  switch (verdict) {
    case Verdict::nothing_yet:
      return asking.say("verdict.nothing_yet");
    case Verdict::too_early:
      return asking.say("verdict.too_early");
    case Verdict::usual:
      return asking.say("verdict.usual");
    case Verdict::earlier:
      return asking.say("verdict.earlier");
    case Verdict::better:
      return asking.say("verdict.better");
    case Verdict::worse:
      return asking.say("verdict.worse");
    case Verdict::mixed:
      return asking.say("verdict.mixed");
    case Verdict::different:
      return asking.say("verdict.different");
  }
  return Text({});
}

Text words_for(const Asking& asking, Attainment attainment) {
  switch (attainment) {
    case Attainment::not_rated:
      return asking.say("attainment.not_rated");
    case Attainment::not_yet:
      return asking.say("attainment.not_yet");
    case Attainment::attained:
      return asking.say("attainment.attained");
  }
  return Text({});
}

Text level_name(const Asking& asking, Level level, Baseline baseline) {
  if (level == level_of(baseline)) return asking.say("level.now");
  switch (level.number()) {
    case 2:
      return asking.say("level.much_better");
    case 1:
      return asking.say("level.better");
    case 0:
      return asking.say("level.attained");
    case -1:
      return asking.say("level.partly");
    default:
      return asking.say("level.worse");
  }
}

namespace {

Html named(const Asking& asking, Level level, Baseline baseline, const std::string& own) {
  const Text name = level_name(asking, level, baseline);
  if (own.empty()) return h::span(name);
  return h::span(h::b(name), h::br(),
                 h::span(Attribute("dir", std::string_view("auto")), Text(own)));
}

}  // namespace

Baseline baseline_of(const Aim& aim) {
  return aim.scale ? aim.scale->baseline() : Baseline::below_attained;
}

Html level_words(const Asking& asking, const Aim& aim, Level level) {
  return named(asking, level, baseline_of(aim),
               aim.scale ? aim.scale->words(level) : std::string());
}

Html rated_words(const Asking& asking, const Rating& rating) {
  return named(asking, rating.level, rating.baseline, rating.level_words.disclose());
}

std::string level_field(Level level) { return "level_" + std::to_string(level.number()); }

Zone zone_of(const std::string& name) {
  auto zone = Zone::named(name);
  return zone ? std::move(zone).value() : Zone::utc();
}

std::string day_words(const Asking& asking, const Zone& zone, Instant at) {
  return words::day_in_words(asking.language, zone.day_of(at), zone.day_of(asking.now()));
}

std::string due_words(const Asking& asking, const Zone& zone, Day due) {
  return words::day_in_words(asking.language, due, zone.day_of(asking.now()));
}

Text history_words(const Asking& asking, const std::string& act, const std::string& what,
                   const std::string& actor) {
  static const std::map<std::string, std::string_view, std::less<>> keys = {
      {"look", "history.look"},
      {"state_aim", "history.state_aim"},
      {"restate_aim", "history.restate_aim"},
      {"say_levels", "history.say_levels"},
      {"order_aims", "history.order_aims"},
      {"let_go_of_aim", "history.let_go_of_aim"},
      {"take_up_aim", "history.take_up_aim"},
      {"read_aim_back", "history.read_aim_back"},
      {"answer_read_back", "history.answer_read_back"},
      {"describe_life", "history.describe_life"},
      {"agree", "history.agree"},
      {"put_options_together", "history.put_options_together"},
      {"bring_to_visit", "history.bring_to_visit"},
      {"begin_own_trial", "history.begin_own_trial"},
      {"stop_own_trial", "history.stop_own_trial"},
      {"check_in", "history.check_in"},
      {"keep_promise", "history.keep_promise"},
      {"judge_attainment", "history.judge_attainment"},
      {"hold_visit", "history.hold_visit"},
      {"invite", "history.invite"},
      {"import", "history.import"},
      {"look_by_program", "history.look_by_program"},
      {"change_by_program", "history.change_by_program"},
      {"let_program_in", "history.let_program_in"},
      {"end_let_in", "history.end_let_in"},
      {"take_on", "history.take_on"},
      {"send_to_record_system", "history.send_to_record_system"},
      {"join", "history.join"},
      {"change_password", "history.change_password"},
      {"ask_for_support", "history.ask_for_support"},
      {"end_support", "history.end_support"},
      {"take_on_support", "history.take_on_support"},
      {"tick_for", "history.tick_for"},
      {"break_glass", "history.break_glass"},
      {"review_break_glass", "history.review_break_glass"},
      {"prepare", "history.prepare"},
      {"send_preparation", "history.send_preparation"},
      {"invite_to_prepare", "history.invite_to_prepare"},
      {"ask_number", "history.ask_number"},
      {"look_into_alerts", "history.look_into_alerts"},
      {"answer_instrument", "history.answer_instrument"},
      {"say_how_we_worked", "history.say_how_we_worked"},
      {"say_stuck", "history.say_stuck"},
      {"no_longer_stuck", "history.no_longer_stuck"},
      {"choose_next_step", "history.choose_next_step"},
      {"set_wishes", "history.set_wishes"},
      {"write_aim_down", "history.write_aim_down"},
      {"plan_visit", "history.plan_visit"},
      {"stop_number", "history.stop_number"},
      {"say_what_is_wrong", "history.say_what_is_wrong"},
      {"answer_correction", "history.answer_correction"},
      {"take_along", "history.take_along"},
      {"helper_erased", "history.helper_erased"}};
  // A person with a code has no sign-in; whoever was erased has none any more.
  const std::string name = actor.empty() ? asking.say("history.no_name").words() : actor;
  if (act == "look" && what == "supported")
    return asking.say("history.look_supported", {{"name", name}});
  if (act == "look" && what == "list") return asking.say("history.look_list", {{"name", name}});
  const auto found = keys.find(act);
  const std::string_view key =
      found == keys.end() ? std::string_view("history.other") : found->second;
  return asking.say(key, {{"name", name}});
}

std::string time_words(const Asking& asking, const Zone& zone, const ReservedTime& time) {
  const std::string way =
      asking.say(time.way == MeetBy::phone ? "reserve.phone" : "reserve.visit").words();
  return asking
      .say("reserve.at", {{"day", due_words(asking, zone, time.day)},
                          {"time", clock_time(time.minute)},
                          {"way", way}})
      .words();
}

std::string planned_words(const Asking& asking, const Zone& zone,
                          const service::PlannedVisit& planned) {
  return planned.time ? time_words(asking, zone, *planned.time)
                      : due_words(asking, zone, planned.day);
}

Html opening_words(const Asking& asking, const std::string& zone, const service::Opening& opening) {
  const std::string when =
      words::moment_in_words(asking.language, zone_of(zone), opening.opened_at, asking.now());
  const Text outcome = opening.reviewed_by.empty()
                           ? asking.say("break_glass.not_reviewed")
                           : asking.say("break_glass.reviewed", {{"name", opening.reviewed_by}});
  return together(h::b(asking.say("break_glass.by", {{"name", opening.by_name}})), Text(" "),
                  h::span(cls("small muted"), Text(when)), h::br(),
                  voice(opening.reason.disclose()), h::br(), h::span(cls("small muted"), outcome));
}

}  // namespace alongside::web
