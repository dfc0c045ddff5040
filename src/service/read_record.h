// SPDX-License-Identifier: Apache-2.0
// One person's record, as they see it and as their professionals see it; and who looked.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "aim/aim.h"
#include "context/circumstances.h"
#include "context/site.h"
#include "coproduction/agreement.h"
#include "coproduction/barrier.h"
#include "coproduction/correction.h"
#include "coproduction/option_set.h"
#include "coproduction/own_trial.h"
#include "coproduction/preparation.h"
#include "coproduction/wishes.h"
#include "improvement/attainment.h"
#include "improvement/follow_up.h"
#include "record/agreements.h"
#include "record/break_glass.h"
#include "record/history.h"
#include "record/instruments.h"
#include "record/visits.h"
#include "service/caller.h"
#include "service/permission.h"
#include "service/service.h"

namespace alongside::service {

using record::CheckIn;
using record::history_on_a_page;
using record::HistoryEntry;
using record::InstrumentAnswered;
using record::Opening;
using record::OwnEntries;
using record::PlannedVisit;

/// Everything one page about a person may show: copies, taken from one state of the data.
struct RecordView {
  Relation relation = Relation::self;  ///< by which it was reached
  std::optional<SupportScope> scope;   ///< a supporter's; what it does not hold is empty here
  Person person;
  Site site;
  std::vector<Aim> aims;
  std::map<AimNo, std::vector<Rating>> ratings;
  std::vector<Agreement> agreements;
  std::optional<Circumstances> circumstances;
  std::vector<Professional> care_team;
  std::vector<CheckIn> check_ins;  ///< the latest few
  std::optional<Instant> last_visit;
  std::vector<HistoryEntry> latest_looks;  ///< the latest few by others
  std::vector<Opening> openings;           ///< in an emergency, newest first
  std::vector<AimNumber> numbers = {};
  std::vector<Preparation> prepared = {};        ///< sent since the last visit
  std::optional<Instant> asked_to_prepare = {};  ///< when the code that holds was made
  Wishes wishes = {};
  std::optional<PlannedVisit> planned = {};
  std::vector<Offer> offers = {};                 ///< of the person's teams
  std::vector<Barrier> barriers = {};             ///< that still stand
  std::vector<InstrumentAnswered> answered = {};  ///< questionnaires, newest first
  std::map<AimNo, ChosenStep> steps = {};         ///< the latest for each aim
  std::vector<Correction> corrections = {};       ///< what the person says is wrong, newest first
  std::vector<ReservedTime> free_times = {};      ///< that the professional who looks keeps free
  std::vector<OptionSet> option_sets = {};        ///< newest first
  std::vector<TrialPlan> own_trials = {};         ///< newest first

  const Aim* aim(const Id<Aim>& id) const;
  std::vector<const Aim*> held_aims() const;
  const std::vector<Rating>& ratings_of(const Aim& aim) const;
  /// The agreements that hold now: the newest for each aim that is held, newest first.
  std::vector<const Agreement*> current_agreements() const;
  /// What all of them ask of the person together, a week.
  MinutesAWeek asked_of_person() const;
};

/// What an access shows, without an account of it: for acts that write their own.
RecordView record_of(const Service& service, const sql::Reading& reading,
                     const PersonAccess& access);
/// Accounted for as a look at `page`. Refused like a record that does not exist.
Outcome<RecordView> read_record(const Service& service, const Caller& caller, const RecordOf& whose,
                                std::string_view page);

struct HistoryView {
  std::vector<HistoryEntry> entries;
  std::int64_t count = 0;
  Site site;
  std::vector<Opening> openings;
  std::vector<Supporter> supporters;
};
/// The caller's own; `page` from 0.
Outcome<HistoryView> read_history(const Service& service, const Caller& caller, OwnEntries own,
                                  std::int64_t page);

}  // namespace alongside::service
