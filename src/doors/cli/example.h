// SPDX-License-Identifier: Apache-2.0
// The example clinic: two years of coproduction, invented from a seed over people who came in by
// import, and made by the same acts that users perform.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "coproduction/option.h"
#include "foundation/base/clock.h"
#include "foundation/base/outcome.h"
#include "service/service.h"

namespace alongside::cli {

/// One believable aim with its levels and what both sides may do about it, from examples/clinic.
struct AimIdea {
  std::string words;
  std::string restated;         ///< how the same person may say it later; may be empty
  std::string theme = "other";  ///< what it is about (coproduction/option_set.h)
  std::string situation;
  std::string horizon;
  std::string as_understood;
  std::string now;
  std::string there;
  std::string better;                                      ///< may be empty
  std::vector<std::pair<std::string, std::int64_t>> mine;  ///< what the person does, minutes a week
  std::vector<std::string> teams;                          ///< what the team does
  std::vector<std::string> lines;                          ///< what may be written at a check-in
};
/// Blocks of "name: value" lines, an empty line between two aims. Refused: a block without words,
/// now, there, mine or team (field: the line's number).
Outcome<std::vector<AimIdea>> aim_ideas_from(std::string_view text);

/// Something that teams offer, from examples/clinic, and what it adds to the made-up lives.
struct OfferIdea {
  OfferDraft offer;
  std::vector<std::string> themes;
  double adds = 0;  ///< levels
};
/// The same blocks. Refused: a block without offer, asks or themes (field: the line's number).
Outcome<std::vector<OfferIdea>> offer_ideas_from(std::string_view text);

/// What the example clinic is made of.
struct ExampleIdeas {
  std::vector<AimIdea> aims;
  std::vector<OfferIdea> offers;
};

struct ExampleReport {
  std::int64_t people = 0;
  std::int64_t aims = 0;
  std::int64_t agreements = 0;
  std::int64_t check_ins = 0;
  std::int64_t visits = 0;
};

/// Lives through the two years that end `today`, moving `clock` (which `service` uses) day by day,
/// and makes the example sign-ins. `progress` is told each month.
ExampleReport live_two_years(const service::Service& service, StillClock& clock, Instant today,
                             const ExampleIdeas& ideas, std::uint64_t seed,
                             const std::function<void(int month)>& progress);

}  // namespace alongside::cli
