// SPDX-License-Identifier: Apache-2.0
// A clinic learns: it fits its model anew from what its people lived and from other clinics' sums,
// shares its own sums, and looks whether predictions came true.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "learning/calibration.h"
#include "learning/release.h"
#include "service/caller.h"
#include "service/permission.h"
#include "service/service.h"

namespace alongside::service {

struct SumsFromElsewhere {
  std::int64_t number = 0;
  std::vector<std::string> sites;
  std::int64_t persons = 0, rows = 0;
  Day from, to;
  std::string added_by;
  Instant added_at;
};

struct LearningView {
  Team team;
  std::string zone;
  std::size_t own_choices = 0;               ///< choices whose twelve weeks have passed
  std::size_t own_with_level = 0;            ///< of which the person said where they then were
  std::vector<SumsFromElsewhere> sums = {};  ///< of other clinics, that count now
  std::optional<learning::Release> newest = {};
  std::optional<Instant> made_at = {};
  std::string made_by = {};
  std::vector<learning::CalibrationQuarter> quarters = {};
  std::optional<learning::Calibration> of_newest = {};
};
/// Members of the team.
Outcome<LearningView> read_learning(const Service& service, const Caller& caller,
                                    const Id<Team>& team);

/// A new release, and its number. Refused: "learning.nothing_yet" where no choice has an outcome,
/// "learning.no_one_carried_on" where nobody carried on as before.
Outcome<std::string> learn_from_records(const Service& service, const Caller& caller,
                                        const Id<Team>& team, std::string_view once);

/// Sums that another clinic shared; the same epoch of a site takes the place of the old. Refused,
/// beside "sums": what outcome_sums_from refuses ("learning.not_json" …), sums of this clinic's own
/// site ("learning.own_sums"), and sums that count otherwise ("learning.other_units").
Outcome<std::string> take_in_sums(const Service& service, const Caller& caller,
                                  const Id<Team>& team, std::string_view text,
                                  std::string_view once);
/// Refused: "learning.sums_gone" where they were taken out before.
Outcome<std::string> take_out_sums(const Service& service, const Caller& caller,
                                   const Id<Team>& team, std::string_view number,
                                   std::string_view once);

/// What may leave this clinic, as JSON: only people whose rows did not leave before, so that no
/// difference of two files is a person. Refused: "learning.too_few_to_share" (field "share").
Outcome<std::string> share_sums(const Service& service, const Caller& caller, const Id<Team>& team,
                                std::string_view once);

}  // namespace alongside::service
