// SPDX-License-Identifier: Apache-2.0
// The whole record in plain words, part by part, for screen and paper.
#include <algorithm>

#include "doors/web/corrections.h"
#include "doors/web/follow_up.h"
#include "doors/web/instruments.h"
#include "doors/web/my_data.h"
#include "doors/web/option_cells.h"
#include "doors/web/own_trial.h"
#include "doors/web/page.h"
#include "doors/web/parts.h"
#include "doors/web/phrases.h"
#include "doors/web/plan_parts.h"
#include "doors/web/prepared.h"
#include "doors/web/together.h"
#include "doors/web/waiting.h"
#include "foundation/words/phrase.h"

namespace alongside::web {
namespace {

using service::Everything;

constexpr std::string_view file_name = "alongside-record.json";
/// The page holds the latest of who looked; the file holds all.
constexpr std::size_t looks_on_the_page = 200;

Html words_of(const std::string& words) {
  return words.empty() ? Html() : h::p(Attribute("dir", std::string_view("auto")), Text(words));
}

class Pages {
 public:
  Pages(const Asking& asking, const Everything& all)
      : asking_(asking), all_(all), zone_(zone_of(all.record.site.zone)) {}

  std::vector<Html> parts() const {
    return {
        part("everything.who", who()),
        part("person.what_matters", aims()),
        part("life.title", life()),
        part("plan.what_for", agreements()),
        part("nav.what_could_help", options()),
        part("trial.title", trials()),
        part("model.expected", predictions()),
        part("everything.visits", visits()),
        part("everything.prepared", preparations()),
        part("everything.check_ins", check_ins()),
        part("everything.burdens", burdens()),
        part("everything.barriers", barriers()),
        scores_card(asking_, all_.record.site.zone, all_.record.answered, ScoresReader::everything),
        part("together.title", wishes()),
        part("support.yours", supporters()),
        corrections_card(asking_, all_.record, CorrectionsReader::onlooker),
        part("break_glass.yours", openings()),
        part("everything.elsewhere", resources()),
        part("sharing.title", looks())};
  }

 private:
  using Items = std::vector<Html>;

  std::string day(Instant at) const { return day_words(asking_, zone_, at); }
  Html dated(Instant at, const Html& what) const {
    return h::li(what, Text(" "), h::span(cls("small muted"), Text(day(at))));
  }
  /// A card with its heading; nothing when there is nothing in it.
  Html part(std::string_view title, const Items& items) const {
    if (items.empty()) return {};
    return h::section(cls("card"), h::h2(asking_.say(title)), h::ul(cls("looks"), items));
  }

  Items who() const {
    const Person& person = all_.record.person;
    Items items{h::li(h::b(Text(person.name.disclose()))), h::li(Text(all_.record.site.name))};
    if (person.born)
      items.push_back(h::li(asking_.say("break_glass.born"), Text(": " + person.born->iso())));
    for (const Professional& professional : all_.record.care_team)
      items.push_back(h::li(Text(professional.name + " · " + professional.role)));
    return items;
  }

  Items aims() const {
    Items items;
    for (const Aim& aim : all_.record.aims) items.push_back(h::li(aim_in_full(aim)));
    return items;
  }

  Html aim_in_full(const Aim& aim) const {
    Items lines;
    for (auto version = aim.versions.rbegin(); version != aim.versions.rend(); ++version)
      lines.push_back(dated(version->stated_at, voice(version->statement.words.disclose())));
    const AimStatement& statement = aim.statement();
    lines.push_back(h::li(words_for(asking_, statement.horizon)));
    if (statement.situation) lines.push_back(h::li(words_for(asking_, *statement.situation)));
    if (statement.importance)
      lines.push_back(h::li(
          asking_.say("everything.importance", {{"n", std::to_string(*statement.importance)}})));
    if (statement.confidence)
      lines.push_back(h::li(
          asking_.say("everything.confidence", {{"n", std::to_string(*statement.confidence)}})));
    if (aim.state == AimState::let_go) lines.push_back(h::li(asking_.say("everything.let_go")));
    if (aim.scale)
      for (const Level level : levels_from_the_top())
        if (!aim.scale->words(level).empty())
          lines.push_back(h::li(level_words(asking_, aim, level)));
    for (const ReadBack& back : aim.read_backs) {
      lines.push_back(
          dated(back.read_at, together(asking_.say("read_back.by", {{"name", back.professional}}),
                                       Text(": " + back.as_understood.disclose()))));
      if (!back.correction.disclose().empty())
        lines.push_back(h::li(voice(back.correction.disclose())));
    }
    for (const Rating& rating : all_.record.ratings_of(aim))
      lines.push_back(dated(rating.rated_at, together(Text(rating.side == Side::person
                                                               ? all_.record.person.name.disclose()
                                                               : rating.by),
                                                      Text(": "), rated_words(asking_, rating))));
    for (const AimNumber& number : all_.record.numbers)
      if (number.aim == aim.number.value) lines.push_back(h::li(number_in_full(number)));
    const auto step = all_.record.steps.find(aim.number);
    if (step != all_.record.steps.end())
      lines.push_back(dated(step->second.chosen_at, words_for(asking_, step->second.step)));
    return h::ul(cls("plain"), lines);
  }

  Html number_in_full(const AimNumber& number) const {
    std::string answers;
    for (const NumberAnswer& answer : number.answers)
      answers += (answers.empty() ? "" : "; ") + std::to_string(answer.value) + " (" +
                 day(answer.said_at) + ")";
    return together(h::b(Text(number.question.words.disclose())),
                    Text(" 0: " + number.question.at_zero.disclose() +
                         ", 10: " + number.question.at_ten.disclose() + ". " + answers));
  }

  Items life() const {
    Items items;
    for (auto life = all_.circumstances.rbegin(); life != all_.circumstances.rend(); ++life)
      items.push_back(dated(
          life->stated_at,
          together(life->to_spare ? h::p(asking_.say_count("life.minutes", life->to_spare->value))
                                  : Html(),
                   words_of(life->commitments.disclose()), words_of(life->strengths.disclose()),
                   words_of(life->helpers.disclose()))));
    return items;
  }

  Items agreements() const {
    Items items;
    for (const Agreement& agreement : all_.record.agreements) {
      Items actions;
      for (const Action& action : agreement.actions)
        actions.push_back(h::li(action_in_full(agreement, action)));
      items.push_back(
          h::li(agreement_facts(asking_, all_.record, agreement), words_of(agreement.standard),
                words_of(agreement.disturbs_how.disclose()), h::ul(cls("plain"), actions)));
    }
    return items;
  }

  Html action_in_full(const Agreement& agreement, const Action& action) const {
    std::string text =
        (action.side == Side::person ? all_.record.person.name.disclose() : action.owner) + ": " +
        action.words.disclose();
    if (action.due)
      text +=
          ". " + asking_.say("plan.by", {{"day", due_words(asking_, zone_, *action.due)}}).words();
    if (action.minutes)
      text += ". " + asking_.say_count("plan.minutes_a_week", action.minutes->value).words();
    std::string done;
    for (const service::DoneOn& deed : all_.deeds)
      if (deed.agreement == agreement.number && deed.action == action.number)
        done += (done.empty() ? " ✓ " : ", ") + deed.day.iso();
    return together(Text(text), h::span(cls("small muted"), Text(done)));
  }

  Items visits() const {
    Items items;
    for (const service::HeldVisit& visit : all_.visits)
      items.push_back(dated(visit.held_at, Text(visit.professional)));
    if (all_.record.planned)
      items.push_back(h::li(asking_.say(
          "visit.planned", {{"day", planned_words(asking_, zone_, *all_.record.planned)},
                            {"name", all_.record.planned->professional}})));
    return items;
  }

  Items preparations() const {
    const PreparedAbout about{all_.record.aims, all_.record.numbers,
                              all_.record.person.name.disclose()};
    Items items;
    for (const Preparation& made : all_.preparations) {
      Items lines;
      for (const PrepLine& line : made.lines)
        lines.push_back(
            h::li(h::b(question_words(asking_, about, line.asked)), Text(" "),
                  line.answer ? answer_words(asking_, about, line.asked, line.answer->disclose())
                              : Html(asking_.say("form.not_said")),
                  line.taken_out
                      ? h::span(cls("small muted"), Text(" "), asking_.say("everything.taken_out"))
                      : Html()));
      items.push_back(
          dated(made.sent_at.value_or(made.begun_at),
                together(made.sent_at ? Html() : Html(asking_.say("everything.not_sent")),
                         Text(made.writer_name), h::ul(cls("plain"), lines))));
    }
    return items;
  }

  Items check_ins() const {
    Items items;
    for (const service::CheckIn& check_in : all_.check_ins)
      items.push_back(dated(check_in.made_at, voice(check_in.line.disclose())));
    return items;
  }

  Items burdens() const {
    Items items;
    for (const service::Burden& burden : all_.burdens)
      items.push_back(
          dated(burden.said_at,
                together(asking_.say(burden.kind == service::BurdenKind::illness ? "prepare.illness"
                                                                                 : "prepare.care"),
                         Text(" "), burden_words(asking_, burden.value))));
    return items;
  }

  Items barriers() const {
    Items items;
    for (const Barrier& barrier : all_.barriers)
      items.push_back(dated(barrier.said_at, together(words_for(asking_, barrier.kind),
                                                      words_of(barrier.words.disclose()))));
    return items;
  }

  Items options() const {
    Items items;
    for (const OptionSet& set : all_.record.option_sets) {
      std::string names = asking_.language.say("option.carry_on");
      Html fit;
      for (const PickedOffer& picked : set.picked) {
        names += ", " + picked.offer.name;
        fit += words_of(picked.may_not_fit.disclose());
      }
      items.push_back(
          dated(set.picked_at, together(Text(names), fit, words_of(set.matters_most.disclose()))));
    }
    return items;
  }

  Items trials() const {
    Items items;
    const Day today = zone_.day_of(asking_.now());
    for (const service::TrialView& trial : service::trials_in(all_.record, today))
      items.push_back(
          dated(trial.plan.made_at,
                together(Text(arm_words(trial.plan.a) + " / " + arm_words(trial.plan.b)),
                         words_of(trial.plan.stop_rule.disclose()),
                         words_of(trial.plan.stopped_why.disclose()),
                         trial.over ? trial_in_short(asking_, trial) : Html())));
    return items;
  }

  std::string arm_words(const TrialArm& arm) const {
    return arm.option == 0 ? asking_.language.say("option.carry_on") : arm.words.disclose();
  }

  Items predictions() const {
    Items items;
    for (const auto& one : all_.predictions)
      items.push_back(
          dated(one.made_at,
                asking_.say("model.expected_of",
                            {{"what", one.action}, {"n", std::to_string(of_100(one.attained))}})));
    return items;
  }

  Items wishes() const {
    const Wishes& wishes = all_.record.wishes;
    Items items;
    if (wishes.rhythm) items.push_back(h::li(words_for(asking_, *wishes.rhythm)));
    if (wishes.reach_by) items.push_back(h::li(words_for(asking_, *wishes.reach_by)));
    if (wishes.write_down)
      items.push_back(h::li(asking_.say("prepare.write_down"), Text(" "),
                            asking_.say(*wishes.write_down ? "form.yes" : "form.no")));
    return items;
  }

  Items supporters() const {
    Items items;
    for (const Supporter& supporter : all_.supporters)
      items.push_back(dated(supporter.asked_at,
                            together(h::b(supporter.called.empty() ? asking_.say("history.no_name")
                                                                   : Text(supporter.called)),
                                     Text(" "), words_for(asking_, supporter.scope))));
    return items;
  }

  Items openings() const {
    Items items;
    for (const service::Opening& opening : all_.record.openings)
      items.push_back(h::li(opening_words(asking_, all_.record.site.zone, opening)));
    return items;
  }

  Items resources() const {
    if (all_.resources.empty()) return {};
    return {h::li(asking_.say_count("everything.resources",
                                    static_cast<std::int64_t>(all_.resources.size())))};
  }

  Items looks() const {
    Items items;
    for (std::size_t i = 0; i < std::min(looks_on_the_page, all_.history.size()); ++i) {
      const service::HistoryEntry& entry = all_.history[i];
      items.push_back(h::li(
          history_words(asking_, entry.act, entry.what, entry.actor_name), Text(" "),
          h::span(cls("small muted"),
                  Text(words::moment_in_words(asking_.language, zone_, entry.at, asking_.now())))));
    }
    if (all_.history.size() > looks_on_the_page)
      items.push_back(h::li(
          asking_.say("everything.looks_more", {{"n", std::to_string(all_.history.size())}})));
    return items;
  }

  const Asking& asking_;
  const Everything& all_;
  Zone zone_;
};

}  // namespace

http::Response everything_page(const Asking& asking) {
  const auto all = service::take_along(asking.service, asking.caller());
  if (!all) return not_found(asking);
  const service::RecordView& view = all.value().record;
  const std::string today = day_words(asking, zone_of(view.site.zone), asking.now());
  const Html file = h::a(cls("btn line"), href(Url("/me/everything.json")),
                         Attribute("download", file_name), asking.say("everything.file"));
  return page(
      asking, 200, asking.say("everything.title"), Place::sharing,
      h::div(cls("wrap narrow page stack"),
             h::div(h::h1(asking.say("everything.title")),
                    h::p(cls("muted"),
                         asking.say("everything.of",
                                    {{"name", view.person.name.disclose()}, {"day", today}}))),
             h::div(cls("card stack-s noprint"), h::p(asking.say("everything.how")), h::p(file),
                    h::p(cls("small muted"), asking.say("everything.file_why"))),
             Pages(asking, all.value()).parts()));
}

}  // namespace alongside::web
