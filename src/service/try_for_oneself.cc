// SPDX-License-Identifier: Apache-2.0
// Plans, days, and what they say.
#include "service/try_for_oneself.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "foundation/base/text.h"
#include "learning/judgements.h"
#include "record/agreements.h"
#include "record/aims.h"
#include "record/numbers.h"
#include "record/own_trials.h"
#include "record/people.h"
#include "service/act.h"

namespace alongside::service {
namespace {

constexpr double z80 = 1.2815515655446004;

const Aim* held(const std::vector<Aim>& aims, const Id<Aim>& id) {
  for (const Aim& aim : aims)
    if (aim.id == id && aim.state == AimState::held) return &aim;
  return nullptr;
}

/// The newest agreement for the aim.
const Agreement* agreement_for(const std::vector<Agreement>& agreements, AimNo aim) {
  for (const Agreement& agreement : agreements)
    if (std::ranges::find(agreement.aims, aim) != agreement.aims.end()) return &agreement;
  return nullptr;
}

/// In points of the number: what is believed of an action and of how people differ is in reference
/// sds, and days of one person differ by less than people do.
learning::OwnTrial days_of(const TrialView& view) {
  namespace judged = learning::judged;
  learning::OwnTrial trial;
  const double sd = std::hypot(judged::action_sd, judged::between_person_sd);
  trial.expected = learning::Belief{0, sd * judged::number_sd};
  trial.worthwhile = judged::own_worthwhile_sds * judged::number_sd;
  const bool down = view.number.question.heading == Heading::down;
  for (const TrialValue& value : view.values) {
    const double y = value.value ? static_cast<double>(down ? -*value.value : *value.value)
                                 : std::numeric_limits<double>::quiet_NaN();
    trial.series.time.push_back(static_cast<double>(value.day.number));
    trial.series.y.push_back(y);
    trial.series.phase.push_back(value.is_b ? 1 : 0);
  }
  // A trial that was stopped early did not have all the orders that chance drew among.
  if (!view.plan.stopped_at)
    trial.design = inference::TrialDesign{inference::TrialDesign::Kind::blocks, 0, 0,
                                          static_cast<std::size_t>(view.plan.block_days), 1};
  return trial;
}

}  // namespace

Outcome<std::string> begin_own_trial(const Service& service, const Caller& caller,
                                     const Id<Person>& person, const Id<Aim>& aim,
                                     const TrialDraft& draft, std::string_view once) {
  return change_record(
      service, caller, RecordOf::person(person), {"begin_own_trial", once},
      [&](sql::Writing& writing, const PersonAccess& access) -> Outcome<Change> {
        CHECK(only_a_professional(access));
        const auto aims = record::aims(writing, access);
        const Aim* of = held(aims, aim);
        if (of == nullptr) return Refusal("permission.not_found");
        const Zone zone = Zone::named(record::site(writing, caller.home)->zone).value();
        const Day today = zone.day_of(service.now());
        for (const TrialPlan& known : record::own_trials(writing, access))
          if (!is_over(known, today)) return Refusal("trial.one_at_a_time");
        const auto agreements = record::agreements(writing, access);
        const Agreement* agreement = agreement_for(agreements, of->number);
        if (agreement == nullptr) return Refusal("trial.no_agreement");
        TRY(const TrialPlan plan,
            trial_plan_from(draft, *agreement, of->number, record::numbers(writing, access), today,
                            service.randomness));
        const std::int64_t number =
            record::add_own_trial(writing, access, plan, *caller.professional, service.now());
        return Change{std::to_string(number), "trial " + std::to_string(number)};
      });
}

Outcome<std::string> stop_own_trial(const Service& service, const Caller& caller,
                                    std::string_view trial, std::string_view why,
                                    std::string_view once) {
  return change_record(service, caller, RecordOf::own(), {"stop_own_trial", once},
                       [&](sql::Writing& writing, const PersonAccess& access) -> Outcome<Change> {
                         CHECK(only_the_person(access));
                         std::string words = tidied(std::string(why));
                         if (characters(words) > reason_characters_max)
                           return Refusal("option.reason_long", "why");
                         for (const TrialPlan& known : record::own_trials(writing, access)) {
                           if (std::to_string(known.number) != trial || known.stopped_at) continue;
                           record::stop_own_trial(writing, access, known.number,
                                                  Private(std::move(words)), service.now());
                           return Change{"", "trial " + std::to_string(known.number)};
                         }
                         return Refusal("permission.not_found");
                       });
}

std::vector<TrialView> trials_in(const RecordView& record, Day today) {
  const Zone zone = Zone::named(record.site.zone).value();
  std::vector<TrialView> trials;
  for (const TrialPlan& plan : record.own_trials) {
    const auto number = std::ranges::find(record.numbers, plan.asked, &AimNumber::number);
    if (number == record.numbers.end()) continue;
    TrialView view{plan,
                   *number,
                   trial_values(plan, *number, zone, today),
                   is_over(plan, today),
                   day_in(plan, today),
                   {}};
    const bool any =
        std::ranges::any_of(view.values, [](const TrialValue& v) { return v.value.has_value(); });
    if (view.over && any) view.reading = learning::read_trial(days_of(view));
    trials.push_back(std::move(view));
  }
  return trials;
}

Outcome<TrialsView> read_own_trials(const Service& service, const Caller& caller,
                                    const RecordOf& whose) {
  return look_into_record(service, caller, whose, {"look", "own trials"},
                          [&](const sql::Reading& reading, const PersonAccess& access) {
                            RecordView record = record_of(service, reading, access);
                            const Day today =
                                Zone::named(record.site.zone).value().day_of(service.now());
                            auto trials = trials_in(record, today);
                            return TrialsView{std::move(record), today, std::move(trials)};
                          });
}

std::optional<learning::Belief> own_evidence(const TrialView& trial, std::string_view offer) {
  if (!trial.reading || trial.reading->verdict == learning::TrialVerdict::too_early)
    return std::nullopt;
  const bool b_is_it = trial.plan.b.offer == offer && trial.plan.a.option == 0;
  const bool a_is_it = trial.plan.a.offer == offer && trial.plan.b.option == 0;
  if (offer.empty() || (!b_is_it && !a_is_it)) return std::nullopt;
  const learning::TrialReading& reading = *trial.reading;
  const double after = (reading.high80 - reading.low80) / (2 * z80);
  const double before = reading.expected.sd;
  const double information = 1 / (after * after) - 1 / (before * before);
  if (information <= 0) return std::nullopt;
  const double mean =
      (reading.mean / (after * after) - reading.expected.mean / (before * before)) / information;
  return learning::Belief{(b_is_it ? mean : -mean) / learning::judged::number_sd,
                          std::sqrt(1 / information) / learning::judged::number_sd};
}

}  // namespace alongside::service
