// SPDX-License-Identifier: Apache-2.0
// Options for one aim side by side: what research found, what the network has seen, what happened
// to this person; and where each number comes from.
#pragma once

#include <optional>
#include <vector>

#include "change/finding.h"
#include "coproduction/option_set.h"
#include "improvement/tried_option.h"
#include "learning/calibration.h"
#include "learning/option_reading.h"
#include "learning/published.h"
#include "science/evidence_card.h"
#include "service/read_record.h"
#include "service/try_for_oneself.h"

namespace alongside::service {

struct OptionColumn {
  std::string key;                    ///< an offer's, or carry_on_action
  std::optional<PickedOffer> picked;  ///< nothing: carrying on as now
  std::string counted_as;             ///< what the network counts it under
  std::optional<MinutesAWeek> minutes;
  std::optional<EvidenceCard> card;
  std::optional<learning::SharesOfPeople> published;  ///< counts; nothing where the card has none
  std::optional<learning::OptionReading> network;     ///< nothing before the first release
  std::optional<OwnTry> tried;                        ///< the person's latest
  std::optional<TrialView> trial;                     ///< of their own, that is over
  std::optional<learning::Belief> own_evidence;       ///< of it, in sds
  std::vector<Finding> found;                         ///< by teams of the site, who let it be read
};

/// How the clinic's model stands, beside every number of it.
struct ModelCard {
  std::int64_t version = 0;
  Instant made_at;
  learning::Release release;
  bool out_of_bounds = false;  ///< its predictions did not come true: it says nothing until anew
};

struct OptionsView {
  RecordView record;
  Aim aim;
  std::optional<OptionSet> set;                 ///< nothing: the team has not picked options yet
  std::vector<OptionColumn> columns;            ///< carrying on first, then as picked
  double without = 0;                           ///< for whom it goes well of those who carry on
  bool without_counted = false;                 ///< counted in the network, or a judgement
  std::vector<std::vector<std::string>> alike;  ///< keys that cannot be told apart
  std::optional<ModelCard> model;
};

/// The page's word in the account of looks, for one aim.
std::string options_page(AimNo aim);

/// For the person and for a professional who serves them. Accounted for as a look. Refused for an
/// aim that is not held.
Outcome<OptionsView> look_at_options(const Service& service, const Caller& caller,
                                     const RecordOf& whose, const Id<Aim>& aim);

/// What the model says of the option that an agreement chose for an aim, before it is known how it
/// goes; nothing where no set, no release or not one option stands behind it.
void predict(const sql::Reading& reading, sql::Writing& writing, const PersonAccess& access,
             const Agreement& agreement, AgreementNo number, Instant now);

}  // namespace alongside::service
