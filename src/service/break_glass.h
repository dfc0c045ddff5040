// SPDX-License-Identifier: Apache-2.0
// In an emergency a professional of the site opens a record that no team of theirs serves: for an
// hour, to look. The person sees it with the reason, and a colleague looks into it.
#pragma once

#include "service/caller.h"
#include "service/permission.h"
#include "service/service.h"

namespace alongside::service {

constexpr std::int64_t break_glass_minutes = 60;
constexpr std::size_t reason_characters_min = 15;
constexpr std::size_t reason_characters_max = 400;

struct BreakGlassDraft {
  std::string name;
  std::string born;  ///< "1950-06-01"
  std::string reason;
  std::string password;  ///< the caller's own, once more
};
/// Answers the person's identifier; while an opening lasts, a second one only answers. Refused for
/// whoever is no professional, and beside the fields: a reason that is too short or too long, a
/// wrong password, nobody (or more than one) of that name and day at the caller's site.
Outcome<std::string> break_glass(const Service& service, const Caller& caller,
                                 const BreakGlassDraft& draft);

/// Somebody of the person's own team has looked into an opening. Refused for the one who opened.
Outcome<std::string> review_break_glass(const Service& service, const Caller& caller,
                                        const Id<Person>& person, std::string_view opening,
                                        std::string_view once);

}  // namespace alongside::service
