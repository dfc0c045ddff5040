// SPDX-License-Identifier: Apache-2.0
// How a team and its partners see the value they make together, each side in its own column, taken
// again each quarter: six domains and four ways of making value (chain, shop, network, access) of
// the coproduction value self-assessment (Int J Qual Health Care 2021;33 Suppl 2:ii48). Words of
// our own; no sum over lines, and no team beside another.
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

/// Six domains: talking with each other, what people can do themselves, how those who help are
/// linked, what care costs people and everybody, how work is for professionals, getting to the care
/// that fits. Then four ways: the same good steps for all, a solution made for one person, people
/// brought together, and doors kept open for whoever needs them.
enum class PassportLine {
  communication,
  self_efficacy,
  interconnectedness,
  cost,
  professional_experience,
  right_care,
  chain,
  shop,
  network,
  access
};
inline constexpr std::array passport_lines = {PassportLine::communication,
                                              PassportLine::self_efficacy,
                                              PassportLine::interconnectedness,
                                              PassportLine::cost,
                                              PassportLine::professional_experience,
                                              PassportLine::right_care,
                                              PassportLine::chain,
                                              PassportLine::shop,
                                              PassportLine::network,
                                              PassportLine::access};
std::string_view code_of(PassportLine line);
constexpr bool is_domain(PassportLine line) { return line < PassportLine::chain; }

/// 0 hardly, 1 in places, 2 mostly, 3 always, or of a way of making value: hardly any of our work,
/// some, much, most.
constexpr std::int64_t passport_level_max = 3;
constexpr std::size_t passport_characters_max = 300;
constexpr std::int64_t passport_days_between = 91;
constexpr std::size_t passports_max = 200;  ///< of a team

struct PassportView {
  std::optional<std::int64_t> professionals = {}, partners = {};  ///< 0 to 3; none: not said
  std::string seen = {};                                          ///< what it looks like here
  std::string next_step = {};
  bool operator==(const PassportView&) const = default;
};
struct ValuePassport {
  std::int64_t number = 0;  ///< of the team, from 1
  Day as_of = {};
  std::array<PassportView, passport_lines.size()> lines = {};
  std::string written_by = {};  ///< empty: somebody who left
  Instant written_at = {};
  const PassportView& at(PassportLine line) const { return lines[static_cast<std::size_t>(line)]; }
};

struct PassportLineDraft {
  std::string professionals = {}, partners = {}, seen = {}, next_step = {};
};
struct PassportDraft {
  std::string as_of = {};
  std::array<PassportLineDraft, passport_lines.size()> lines = {};
};
/// Refused beside the fields: "value.day" (as_of: no day, or one after `today`), "value.level"
/// (<line>_professionals, <line>_partners), "value.long" (<line>_seen, <line>_next), and
/// "value.nothing" (as_of) where nothing at all was said.
Outcome<ValuePassport> passport_from(const PassportDraft& draft, Day today);
/// "communication_seen".
std::string passport_field(PassportLine line, std::string_view part);

/// Where both sides said something and differ by two steps or more: worth a talk.
std::vector<PassportLine> seen_differently(const ValuePassport& passport);

}  // namespace alongside
