// SPDX-License-Identifier: Apache-2.0
// The model's terms in a person's language: one key for each, and levels in the person's own words.
#pragma once

#include <optional>
#include <string>

#include "aim/aim.h"
#include "coproduction/agreement.h"
#include "coproduction/formula.h"
#include "coproduction/visit_mode.h"
#include "doors/web/asking.h"
#include "doors/web/html.h"
#include "improvement/attainment.h"
#include "improvement/chart.h"
#include "improvement/measure.h"
#include "service/read_record.h"

namespace alongside::web {

Text words_for(const Asking& asking, Horizon horizon);
Text words_for(const Asking& asking, std::optional<Horizon> horizon);
Text words_for(const Asking& asking, Situation situation);
Text words_for(const Asking& asking, SharedWork degree);
Text words_for(const Asking& asking, VisitMode mode);
Text words_for(const Asking& asking, ResponseKind kind);
Text words_for(const Asking& asking, SupportScope scope);
Text words_for(const Asking& asking, OptionStanding standing);
Text words_for(const Asking& asking, Slot slot);
/// "Chosen: the hand course, version 2. Rosa says: ..."
std::string option_line(const Asking& asking, const Option& option);
Text words_for(const Asking& asking, MeasureChart chart);
Text words_for(const Asking& asking, Family family);
Text words_for(const Asking& asking, Verdict verdict);
Text words_for(const Asking& asking, Attainment attainment);

/// "Tuesday 24 November, 15:00, by phone"
std::string planned_words(const Asking& asking, const Zone& zone,
                          const service::PlannedVisit& planned);
std::string time_words(const Asking& asking, const Zone& zone, const ReservedTime& time);

/// A level's standard name: "Attained", "Now" ...
Text level_name(const Asking& asking, Level level, Baseline baseline);
Baseline baseline_of(const Aim& aim);
/// The name and, where the person described it, their own words.
Html level_words(const Asking& asking, const Aim& aim, Level level);
/// What somebody said: the level's name, and its words as they were then.
Html rated_words(const Asking& asking, const Rating& rating);
/// "level_-2" to "level_2": the field in which a level is typed.
std::string level_field(Level level);

/// Who opened a record in an emergency, when, and why.
Html opening_words(const Asking& asking, const std::string& zone, const service::Opening& opening);

/// Day and month for today's reader, in the site's zone.
std::string day_words(const Asking& asking, const Zone& zone, Instant at);
std::string due_words(const Asking& asking, const Zone& zone, Day due);
Zone zone_of(const std::string& name);

/// "Dr Lind looked at your page": one sentence for an entry of the history.
Text history_words(const Asking& asking, const std::string& act, const std::string& what,
                   const std::string& actor);

}  // namespace alongside::web
