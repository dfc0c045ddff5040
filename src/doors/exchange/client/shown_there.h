// SPDX-License-Identifier: Apache-2.0
// What another system holds about one person, read for a moment and not stored.
#pragma once

#include <string>
#include <vector>

#include "doors/exchange/client/smart.h"
#include "service/launch.h"

namespace alongside::exchange {

constexpr std::size_t lines_shown_a_type = 8;
constexpr std::size_t resources_a_type_max = 500;

/// One person there: what a page shows, and the resources themselves, a line each.
struct ReadThere {
  service::LaunchedPerson person;
  std::vector<service::ShownThere> shown;
  std::vector<std::string> resources;
};
/// Refused: "launch.not_reached"; "launch.refused" where not even the person may be read.
Outcome<ReadThere> read_there(const http::Client& client, const std::string& base,
                              const SmartKey& key);

/// A resource in a few words: "HbA1c: 6.1 %". Empty where it says none.
std::string in_a_line(const JsonValue& resource);

}  // namespace alongside::exchange
