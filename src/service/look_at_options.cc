// SPDX-License-Identifier: Apache-2.0
// Gathers three kinds of knowledge; the rules of what may be said stand in learning.
#include "service/look_at_options.h"

#include <algorithm>

#include "foundation/base/broken.h"
#include "learning/judgements.h"
#include "record/agreements.h"
#include "record/aims.h"
#include "record/findings.h"
#include "record/learning.h"
#include "record/option_sets.h"
#include "record/people.h"
#include "record/ratings.h"
#include "service/act.h"
#include "service/keep_evidence.h"

namespace alongside::service {
namespace {

/// Where the person stands: their latest word, or where they began.
int level_now(const Aim& aim, const std::vector<Rating>& ratings) {
  if (const auto latest = latest_of(Side::person, ratings)) return latest->level.number();
  return level_of(aim.scale ? aim.scale->baseline() : Baseline::below_attained).number();
}

std::optional<ModelCard> model_of(const sql::Reading& reading, const PersonAccess& access,
                                  Instant now) {
  const auto kept = record::newest_release(reading, access);
  if (!kept) return std::nullopt;
  auto release = learning::release_from(kept->content);
  if (!release) return std::nullopt;
  ModelCard card{kept->number, kept->made_at, std::move(*release), false};
  card.out_of_bounds =
      learning::calibration_of(record::predictions_of(reading, access, kept->number, now))
          .out_of_bounds();
  return card;
}

OptionColumn column_of(const PickedOffer& picked, const std::vector<EvidenceCard>& cards) {
  OptionColumn column;
  column.key = picked.offer.key();
  column.picked = picked;
  column.counted_as = picked.offer.counted_as();
  column.minutes = picked.offer.minutes;
  for (const EvidenceCard& card : cards)
    if (card.id == picked.offer.evidence) column.card = card;
  return column;
}

void add_network(OptionsView& view) {
  if (!view.model || view.model->out_of_bounds) return;
  const int start = level_now(view.aim, view.record.ratings_of(view.aim));
  std::vector<learning::OptionReading> readings;
  for (OptionColumn& column : view.columns) {
    column.network = learning::read_option(
        view.model->release,
        {column.counted_as, view.set->theme, view.record.site.name, start, column.own_evidence});
    // Where research and network disagree there is no one number to compare.
    const auto& flags = column.network->adds.verdict.flags;
    if (std::ranges::find(flags, learning::Flag::conflict) == flags.end())
      readings.push_back(*column.network);
  }
  for (const auto& group : learning::told_apart(view.model->release, readings)) {
    std::vector<std::string> keys;
    for (const OptionColumn& column : view.columns)
      if (std::ranges::find(group, column.counted_as) != group.end()) keys.push_back(column.key);
    if (keys.size() > 1) view.alike.push_back(keys);
  }
}

/// Research counts how many more get there; how many anyway is counted in the network, of people
/// who are not there yet, or judged.
void add_research(OptionsView& view) {
  view.without = learning::judged::well_anyway;
  if (view.model && !view.model->out_of_bounds) {
    const int not_there = level_of(Baseline::below_attained).number();
    const auto usual = learning::read_option(
        view.model->release, {std::string(carry_on_action), view.set->theme, view.record.site.name,
                              not_there, std::nullopt});
    view.without_counted = usual.attained.has_value();
    if (usual.attained) view.without = usual.attained->share;
  }
  for (OptionColumn& column : view.columns)
    if (column.card) column.published = learning::published_shares(*column.card, view.without);
}

void add_own_past(OptionsView& view) {
  for (const OwnTry& one :
       own_tries(view.aim, view.record.agreements, view.record.ratings_of(view.aim)))
    for (OptionColumn& column : view.columns)
      if (one.offer == (column.picked ? column.key : std::string())) column.tried = one;
}

/// The newest trial that is over and had the option in it.
void add_own_trials(OptionsView& view, Day today) {
  for (const TrialView& trial : trials_in(view.record, today))
    for (OptionColumn& column : view.columns) {
      const std::string offer = column.picked ? column.key : std::string();
      const bool in_it = trial.plan.aim == view.aim.number && !offer.empty() &&
                         (trial.plan.a.offer == offer || trial.plan.b.offer == offer);
      if (!in_it || !trial.over || column.trial) continue;
      column.trial = trial;
      column.own_evidence = own_evidence(trial, offer);
    }
}

OptionsView gathered(const Service& service, const sql::Reading& reading,
                     const PersonAccess& access, const Aim& aim) {
  OptionsView view{record_of(service, reading, access), aim, {}, {}, 0, false, {}, {}};
  const OptionSet* set = set_of(view.record.option_sets, aim.number);
  if (set == nullptr) return view;
  view.set = *set;
  const Zone zone = Zone::named(view.record.site.zone).value();
  view.model = model_of(reading, access, service.now());
  OptionColumn carry_on;
  carry_on.key = carry_on.counted_as = carry_on_action;
  // Parts of a plan of which nobody said how long they take are no minutes of zero.
  const MinutesAWeek asked = view.record.asked_of_person();
  if (asked.value > 0 || view.record.current_agreements().empty()) carry_on.minutes = asked;
  view.columns.push_back(std::move(carry_on));
  const auto cards = evidence_at(reading, access.person().home);
  for (const PickedOffer& picked : set->picked) {
    view.columns.push_back(column_of(picked, cards));
    OptionColumn& column = view.columns.back();
    column.found = record::findings_about(reading, access.person().home, column.counted_as);
  }
  add_own_past(view);
  add_own_trials(view, zone.day_of(service.now()));
  add_network(view);
  add_research(view);
  return view;
}

/// What the one chosen option is counted under.
std::optional<std::string> chosen_in(const Agreement& agreement, const std::vector<Offer>& offers) {
  std::optional<std::string> found;
  for (const Option& option : agreement.options) {
    if (option.standing != OptionStanding::chosen) continue;
    if (found) return std::nullopt;
    if (option.source == OptionSource::carry_on) found = carry_on_action;
    for (const Offer& offer : offers)
      if (offer.key() == option.offer) found = offer.counted_as();
    if (!found) return std::nullopt;
  }
  return found;
}

}  // namespace

std::string options_page(AimNo aim) { return "options of aim " + std::to_string(aim.value); }

Outcome<OptionsView> look_at_options(const Service& service, const Caller& caller,
                                     const RecordOf& whose, const Id<Aim>& aim) {
  // Which aim it is, and so the entry of the account, is known only after a first look at it.
  AimNo number;
  const auto found = service.database().read([&](const sql::Reading& reading) -> Outcome<Done> {
    TRY(const PersonAccess access,
        Permission::to_record(reading, caller, whose, Doing::look, service.now()));
    for (const Aim& one : record::aims(reading, access))
      if (one.id == aim && one.state == AimState::held) {
        number = one.number;
        return Done{};
      }
    return Refusal("permission.not_found");
  });
  if (!found) return found.refusal();
  return look_into_record(
      service, caller, whose, {"look", options_page(number)},
      [&](const sql::Reading& reading, const PersonAccess& access) -> OptionsView {
        for (const Aim& one : record::aims(reading, access))
          if (one.number == number) return gathered(service, reading, access, one);
        throw BrokenMachine("an aim went away while it was looked at");
      });
}

void predict(const sql::Reading& reading, sql::Writing& writing, const PersonAccess& access,
             const Agreement& agreement, AgreementNo number, Instant now) {
  const auto action = chosen_in(agreement, record::offers_for(reading, access));
  const auto sets = record::option_sets(reading, access);
  if (!action || sets.empty()) return;
  const auto model = model_of(reading, access, now);
  if (!model) return;
  const auto site = record::site(reading, access.person().home);
  const auto ratings = record::ratings(reading, access);
  for (const Aim& aim : record::aims(reading, access)) {
    const OptionSet* set = set_of(sets, aim.number);
    const bool meant = std::ranges::find(agreement.aims, aim.number) != agreement.aims.end();
    if (set == nullptr || !meant) continue;
    const auto of_aim = ratings.find(aim.number);
    const int start =
        level_now(aim, of_aim == ratings.end() ? std::vector<Rating>() : of_aim->second);
    const auto said =
        learning::read_option(model->release, {*action, set->theme, site->name, start, {}});
    if (!said.attained) continue;
    record::add_prediction(
        writing, access,
        {access.person().person, aim.number, number.value, model->version, *action,
         said.attained->share, said.level.mean, said.level.sd,
         record::looked_at(reading, access, options_page(aim.number), set->picked_at), now});
  }
}

}  // namespace alongside::service
