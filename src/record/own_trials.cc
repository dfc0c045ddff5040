// SPDX-License-Identifier: Apache-2.0
// Plans with the order that chance drew.
#include "record/own_trials.h"

namespace alongside::record {

using sql::Reading;
using sql::Row;
using sql::Writing;

namespace {

TrialPlan plan_from(const Row& row) {
  TrialPlan plan;
  plan.number = row.integer(0);
  plan.aim = {row.integer(1)};
  plan.agreement = {row.integer(2)};
  plan.a = {row.integer(3), std::string(row.text(4)), Private(std::string(row.text(5))),
            row.integer(6)};
  plan.b = {row.integer(7), std::string(row.text(8)), Private(std::string(row.text(9))),
            row.integer(10)};
  plan.asked = row.integer(11);
  plan.block_days = row.integer(12);
  for (const char first : row.text(13)) plan.b_first.push_back(first == 'b');
  plan.stop_rule = Private(std::string(row.text(14)));
  plan.begins = {row.integer(15)};
  plan.made_with = std::string(row.text(16));
  plan.made_at = {row.integer(17)};
  if (const auto stopped = row.maybe_integer(18)) plan.stopped_at = Instant{*stopped};
  plan.stopped_why = Private(std::string(row.text(19)));
  return plan;
}

std::string drawn_text(const TrialPlan& plan) {
  std::string text;
  for (const bool b_first : plan.b_first) text += b_first ? 'b' : 'a';
  return text;
}

}  // namespace

std::vector<TrialPlan> own_trials(const Reading& reading, const PersonAccess& access) {
  return reading.all(
      "SELECT t.trial_no, t.aim_no, t.agreement_no, t.a_option, t.a_offer, t.a_words, "
      "t.a_washout_days, t.b_option, t.b_offer, t.b_words, t.b_washout_days, t.number_no, "
      "t.block_days, t.drawn, t.stop_rule, t.begins_day, p.name, t.made_ms, t.stopped_ms, "
      "t.stopped_why FROM own_trials t JOIN professionals p ON p.home_id = t.home_id "
      "AND p.professional_no = t.made_with WHERE t.home_id = ?1 AND t.person_no = ?2 "
      "ORDER BY t.trial_no DESC",
      {access.home(), access.number()}, plan_from);
}

std::int64_t add_own_trial(Writing& writing, const PersonAccess& access, const TrialPlan& plan,
                           ProfessionalNo with, Instant now) {
  const std::int64_t number = writing.integer(
      "SELECT coalesce(max(trial_no), 0) + 1 FROM own_trials WHERE home_id = ?1 "
      "AND person_no = ?2",
      {access.home(), access.number()});
  access.touch({PartKind::own_trial, number});
  writing.execute(
      "INSERT INTO own_trials (home_id, person_no, trial_no, aim_no, agreement_no, a_option, "
      "a_offer, a_words, a_washout_days, b_option, b_offer, b_words, b_washout_days, number_no, "
      "block_days, drawn, stop_rule, begins_day, made_with, made_ms, stopped_why) VALUES (?1, ?2, "
      "?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, '')",
      {access.home(),
       access.number(),
       number,
       plan.aim.value,
       plan.agreement.value,
       plan.a.option,
       plan.a.offer,
       plan.a.words.disclose(),
       plan.a.washout_days,
       plan.b.option,
       plan.b.offer,
       plan.b.words.disclose(),
       plan.b.washout_days,
       plan.asked,
       plan.block_days,
       drawn_text(plan),
       plan.stop_rule.disclose(),
       plan.begins.number,
       with.value,
       now.utc_ms});
  return number;
}

void stop_own_trial(Writing& writing, const PersonAccess& access, std::int64_t trial,
                    const Private<std::string>& why, Instant now) {
  access.touch({PartKind::own_trial, trial});
  writing.execute(
      "UPDATE own_trials SET stopped_ms = ?4, stopped_why = ?5 WHERE home_id = ?1 "
      "AND person_no = ?2 AND trial_no = ?3 AND stopped_ms IS NULL",
      {access.home(), access.number(), trial, now.utc_ms, why.disclose()});
}

}  // namespace alongside::record
