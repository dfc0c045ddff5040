// SPDX-License-Identifier: Apache-2.0
// Both sides do their part: the person checks in and ticks, the professional ticks what they
// promised; a supporter ticks for the person.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "aim/aim.h"
#include "coproduction/agreement.h"
#include "coproduction/check_in.h"
#include "record/agreements.h"
#include "service/caller.h"
#include "service/service.h"

namespace alongside::service {

constexpr std::size_t check_in_line_characters_max = 400;

/// One level for one aim, parts done today ("3.1" is action 1 of agreement 3), a line. All
/// optional, but not all empty ("check_in.empty"). What was said without signal counts from when it
/// was said.
struct CheckInDraft {
  std::string aim;
  std::string level;
  std::vector<std::string> done;
  std::string line;
  std::vector<std::pair<std::int64_t, std::string>> numbers = {};  ///< which, and 0 to 10
  std::string care = {};  ///< how much work care is, 0 to 4
  std::string said = {};  ///< when, as a phone without signal says: UTC milliseconds
};

/// "3.1" as agreement 3, action 1, which must stand on that side ("check_in.action_unknown", field
/// "done").
Outcome<record::ActionKey> action_on(const sql::Reading& reading, const PersonAccess& access,
                                     std::string_view text, Side side);

/// Answers the aim's identifier, or empty. The level is kept as the person's own rating.
Outcome<std::string> check_in(const Service& service, const Caller& caller,
                              const CheckInDraft& draft, std::string_view once);

/// A professional ticks an action of the professional side ("3.1") as done today.
Outcome<std::string> tick_promise(const Service& service, const Caller& caller,
                                  const Id<Person>& person, std::string_view action,
                                  std::string_view once);

/// A supporter who may ticks an action of the person's own side ("3.1") as done today.
Outcome<std::string> tick_for(const Service& service, const Caller& caller,
                              const Id<Person>& person, std::string_view action,
                              std::string_view once);

}  // namespace alongside::service
