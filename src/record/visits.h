// SPDX-License-Identifier: Apache-2.0
// Visits that lie ahead, and what a team offers: rows and values.
#pragma once

#include <optional>
#include <vector>

#include "coproduction/option.h"
#include "coproduction/person.h"
#include "coproduction/reserved_time.h"
#include "coproduction/visit_mode.h"
#include "foundation/sql/database.h"
#include "record/access.h"

namespace alongside::record {

struct HeldVisit {
  Instant held_at;
  std::string professional;  ///< empty when it is not known who
  std::optional<VisitMode> mode = {};
};
/// Oldest first.
std::vector<HeldVisit> visits_held(const sql::Reading& reading, const PersonAccess& access);

struct PlannedVisit {
  Day day;
  std::string professional;
  std::optional<ReservedTime> time = {};  ///< where one was kept free for it
};
/// The next one; a new one takes the place of the same professional's.
std::optional<PlannedVisit> planned_visit(const sql::Reading& reading, const PersonAccess& access);
void plan_visit(sql::Writing& writing, const PersonAccess& access, ProfessionalNo with, Day day,
                Instant now);
void end_planned_visit(sql::Writing& writing, const PersonAccess& access, ProfessionalNo with,
                       Instant now);
/// The latest visit that this professional held since then.
std::optional<std::int64_t> visit_since(const sql::Reading& reading, const PersonAccess& access,
                                        ProfessionalNo with, Instant since);

/// In force, by name.
std::vector<Offer> offers(const sql::Reading& reading, const TeamAccess& access);
std::vector<Offer> offers(const sql::Reading& reading, const ProjectAccess& access);
/// Of every team at the home: what may be counted.
std::vector<Offer> offers_at(const sql::Reading& reading, const TeamAccess& access);
/// Of all teams that serve the person and that the professional belongs to.
std::vector<Offer> offers_for(const sql::Reading& reading, const PersonAccess& access);
/// A new offer, or a new version of offer `number`. Answers its number.
std::int64_t set_offer(sql::Writing& writing, const TeamAccess& access, const Offer& offer,
                       std::string_view set_by, Instant now);
void end_offer(sql::Writing& writing, const TeamAccess& access, std::int64_t offer, Instant now);

}  // namespace alongside::record
