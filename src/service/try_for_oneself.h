// SPDX-License-Identifier: Apache-2.0
// Person and professional plan a trial of the person's own; the person may stop it at any time;
// what it says, once it is over, is theirs.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "coproduction/own_trial.h"
#include "learning/own_trial.h"
#include "service/caller.h"
#include "service/permission.h"
#include "service/read_record.h"
#include "service/service.h"

namespace alongside::service {

/// From the agreement that holds for the aim; together, in the room. Answers the trial's number.
/// Refused like trial_plan_from, without an agreement ("trial.no_agreement"), and while another
/// trial of the person is under way ("trial.one_at_a_time").
Outcome<std::string> begin_own_trial(const Service& service, const Caller& caller,
                                     const Id<Person>& person, const Id<Aim>& aim,
                                     const TrialDraft& draft, std::string_view once);

/// Only the person. Refused: "permission.not_found"; words over reason_characters_max letters
/// ("why").
Outcome<std::string> stop_own_trial(const Service& service, const Caller& caller,
                                    std::string_view trial, std::string_view why,
                                    std::string_view once);

struct TrialView {
  TrialPlan plan;
  AimNumber number;
  std::vector<TrialValue> values;
  bool over = false;
  TrialDay today;
  /// Once it is over: what its days say of B less A, higher is better for the person.
  std::optional<learning::TrialReading> reading;
};
struct TrialsView {
  RecordView record;
  Day today;
  std::vector<TrialView> trials;  ///< newest first
};
/// Accounted for as a look at "own trials".
Outcome<TrialsView> read_own_trials(const Service& service, const Caller& caller,
                                    const RecordOf& whose);

/// What a record's trials say, without an account of it.
std::vector<TrialView> trials_in(const RecordView& record, Day today);

/// What the trial's own days say that the option adds to carrying on, in reference sds, without
/// what was believed before; nothing where it is not over, did not compare with carrying on, or
/// says too little.
std::optional<learning::Belief> own_evidence(const TrialView& trial, std::string_view offer);

}  // namespace alongside::service
