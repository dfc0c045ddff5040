// SPDX-License-Identifier: Apache-2.0
// What a clinic learns from: choices with the levels that followed, predictions, and releases of
// the model: rows and values. Nobody's words are among them.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "foundation/sql/database.h"
#include "improvement/tried_option.h"
#include "learning/calibration.h"
#include "record/access.h"

namespace alongside::record {

/// Of everybody at the team's home, by person, aim and time; for sums that are about nobody. Every
/// agreement for an aim is there: without an action where nobody can count what was chosen.
std::vector<ChosenOption> chosen_options(const sql::Reading& reading, const TeamAccess& access);
std::vector<SaidLevel> said_levels(const sql::Reading& reading, const TeamAccess& access);

struct KeptRelease {
  std::int64_t number = 0;
  std::string made_by;
  Instant made_at;
  std::string content;  ///< JSON, as learning/release writes it
};
/// The newest; whoever may see a record may see what its numbers come from.
std::optional<KeptRelease> newest_release(const sql::Reading& reading, const PersonAccess& access);
std::optional<KeptRelease> newest_release(const sql::Reading& reading, const TeamAccess& access);
std::int64_t next_release_number(const sql::Reading& reading, const TeamAccess& access);
void add_release(sql::Writing& writing, const TeamAccess& access, const KeptRelease& release);

struct KeptPrediction {
  PersonNo person;
  AimNo aim;
  std::int64_t agreement = 0;
  std::int64_t release = 0;
  std::string action;
  double attained = 0;      ///< chance, kept in millionths
  double mean = 0, sd = 1;  ///< of the level, kept in thousandths
  bool seen = false;
  Instant made_at;
};
void add_prediction(sql::Writing& writing, const PersonAccess& access,
                    const KeptPrediction& prediction);
/// Of one person, oldest first.
std::vector<KeptPrediction> predictions_about(const sql::Reading& reading,
                                              const PersonAccess& access);
/// Of everybody at the team's home whose twelve weeks have passed, oldest first, with the last
/// level that the person said from day 28 to day 84, before anything else was agreed.
std::vector<learning::Prediction> predictions(const sql::Reading& reading, const TeamAccess& access,
                                              Instant now);
/// The same of one release alone: whoever may see its numbers may see whether they come true.
std::vector<learning::Prediction> predictions_of(const sql::Reading& reading,
                                                 const PersonAccess& access, std::int64_t release,
                                                 Instant now);

/// Sums that another clinic shared, as they came.
struct KeptSums {
  std::int64_t number = 0;
  std::string added_by;
  Instant added_at;
  std::string content;  ///< JSON, as learning/outcome_sums writes it
};
/// That count now, oldest first.
std::vector<KeptSums> sums_from_elsewhere(const sql::Reading& reading, const TeamAccess& access);
std::int64_t add_sums(sql::Writing& writing, const TeamAccess& access, const KeptSums& sums);
void end_sums(sql::Writing& writing, const TeamAccess& access, std::int64_t number, Instant now);

/// Persons whose rows left the clinic in sums.
std::set<std::int64_t> shared_people(const sql::Reading& reading, const TeamAccess& access);
std::int64_t next_share_number(const sql::Reading& reading, const TeamAccess& access);
void add_share(sql::Writing& writing, const TeamAccess& access, const KeptSums& share,
               const std::set<std::int64_t>& people);
/// As it left; empty for a number that is none.
std::string share_content(const sql::Reading& reading, const TeamAccess& access,
                          std::int64_t share);

/// Whether somebody on the person's side looked at that page of theirs since then.
bool looked_at(const sql::Reading& reading, const PersonAccess& access, std::string_view page,
               Instant since);

}  // namespace alongside::record
