// SPDX-License-Identifier: Apache-2.0
// What a project found, as realist evaluation puts it (Pawson and Tilley 1997): in this context, by
// this mechanism, with this outcome. Negative ones are of the first rank.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/base/clock.h"
#include "foundation/base/outcome.h"

namespace alongside {

enum class FindingKind { worked, partly, did_not_work, not_suitable };
inline constexpr std::array finding_kinds = {FindingKind::worked, FindingKind::partly,
                                             FindingKind::did_not_work, FindingKind::not_suitable};
std::string_view code_of(FindingKind kind);

struct Finding {
  std::int64_t number = 0;
  FindingKind kind = FindingKind::worked;
  std::string context = {}, mechanism = {}, outcome = {};
  std::string data = {};     ///< the numbers behind it; may be empty where there is a story
  std::string story = {};    ///< may be empty where there are data
  std::int64_t measure = 0;  ///< of the project; 0: none
  std::int64_t test = 0;     ///< of the project; 0: none
  std::string action = {};   ///< of an option, by its name in the network; empty: none
  std::string written_by = {};
  Instant written_at = {};
  std::optional<Instant> approved_at = {};  ///< may stand beside the option
};

struct FindingDraft {
  std::string kind = {}, context = {}, mechanism = {}, outcome = {}, data = {}, story = {},
              measure = {}, test = {}, action = {};
};
constexpr std::size_t finding_characters_max = 500;
constexpr std::size_t findings_max = 100;  ///< of a project

/// What may be referred to; actions are those of the team's options.
struct AroundFinding {
  std::vector<std::int64_t> measures, tests;
  std::vector<std::string> actions;
};
/// Refused beside the fields: "finding.kind" (kind), "finding.words_missing" (context, mechanism,
/// outcome), "finding.data_or_story" (data), "finding.long", "finding.unknown" (measure, test,
/// action).
Outcome<Finding> finding_from(const FindingDraft& draft, const AroundFinding& around);

}  // namespace alongside
