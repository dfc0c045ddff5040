// SPDX-License-Identifier: Apache-2.0
// Everything that is kept about a person, for them to take along.
#pragma once

#include "record/learning.h"
#include "record/numbers.h"
#include "record/resources.h"
#include "service/read_record.h"

namespace alongside::service {

using record::Burden;
using record::BurdenKind;
using record::DoneOn;
using record::HeldVisit;

/// Where a page shows the latest, all of it; in the order in which it was said unless a member says
/// otherwise.
struct Everything {
  RecordView record;
  std::vector<CheckIn> check_ins;  ///< with words, newest first
  std::vector<DoneOn> deeds;
  std::vector<Preparation> preparations;
  std::vector<Burden> burdens;
  std::vector<HeldVisit> visits;
  std::vector<Barrier> barriers;  ///< newest first
  std::vector<Circumstances> circumstances;
  std::vector<Supporter> supporters;                ///< newest first
  std::vector<HistoryEntry> history;                ///< who looked and who did, newest first
  std::vector<record::KeptResource> resources;      ///< FHIR, as they came in about the person
  std::vector<record::KeptPrediction> predictions;  ///< what the model expected when they chose
  std::string source;                               ///< under which they came in, "Patient/57a5"
};

/// One's own. Accounted for as "take_along".
Outcome<Everything> take_along(const Service& service, const Caller& caller);

}  // namespace alongside::service
