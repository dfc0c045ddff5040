// SPDX-License-Identifier: Apache-2.0
// A visit: what the person says in it is written down when they let others do that, and it is
// closed with one press.
#pragma once

#include <string>
#include <vector>

#include "aim/aim.h"
#include "service/caller.h"
#include "service/permission.h"
#include "service/service.h"

namespace alongside::service {

/// The same visit pressed twice within this time is one visit.
constexpr std::int64_t one_visit_hours = 4;

/// A professional notes that a visit took place, where no other system says so. `mode`: how they
/// met, or empty; "visit.mode_unclear" (mode) for any other.
Outcome<std::string> hold_visit(const Service& service, const Caller& caller,
                                const Id<Person>& person, std::string_view once,
                                std::string_view mode = {});

/// What was said of one aim.
struct SaidOfAim {
  std::string aim;
  bool still_right = false;
  std::string level;         ///< the person's, written down; empty: not said
  std::string professional;  ///< the professional's own view; empty: not said
};
struct VisitDraft {
  std::vector<SaidOfAim> said;
  bool same_plan = false;              ///< the agreements that hold stay as they are
  std::string next_day;                ///< "2026-12-01", or empty
  bool talked_about_barriers = false;  ///< what stands in the way was on the screen
  std::string mode = {};               ///< how they met (coproduction/visit_mode.h), or empty
};

/// The visit with all that was said in it, at once. Refused: "visit.not_written_down" (field
/// "level_<aim>") for a level of the person's when they did not let others write for them; a level
/// or a day that is none ("visit.day_unclear", field "next_day").
Outcome<std::string> close_visit(const Service& service, const Caller& caller,
                                 const Id<Person>& person, const VisitDraft& draft,
                                 std::string_view once);

/// The day of the next visit. Refused: "visit.day_unclear" (field "next_day").
Outcome<std::string> plan_visit(const Service& service, const Caller& caller,
                                const Id<Person>& person, std::string_view day,
                                std::string_view once);

/// A new aim, said in the room in the person's words. Refused like AimStatement::from, and with
/// "visit.not_written_down" (field "words").
Outcome<std::string> write_aim_down(const Service& service, const Caller& caller,
                                    const Id<Person>& person, std::string_view words,
                                    std::string_view once);

}  // namespace alongside::service
