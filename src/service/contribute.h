// SPDX-License-Identifier: Apache-2.0
// Both sides do their part: the person checks in and ticks, the professional ticks what they
// promised; a supporter ticks for the person.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "aim/aim.h"
#include "coproduction/agreement.h"
#include "service/caller.h"
#include "service/service.h"

namespace alongside::service {

constexpr std::size_t check_in_line_characters_max = 400;

/// One level for one aim, parts done today ("3.1" is action 1 of agreement 3), a line. All
/// optional, but not all empty ("check_in.empty").
struct CheckInDraft {
  std::string aim;
  std::string level;
  std::vector<std::string> done;
  std::string line;
};
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
