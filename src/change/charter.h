// SPDX-License-Identifier: Apache-2.0
// A project's charter: what is to become better, for whom, how much and by when, and the formula as
// seven slots in words (Batalden 2018). A completeness check and never arithmetic.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "coproduction/formula.h"
#include "foundation/base/clock.h"
#include "foundation/base/id.h"
#include "foundation/base/outcome.h"

namespace alongside {

/// One person's own work on a habit or illness with helpers, a team's, a site's, several sites'.
enum class ProjectScale { personal, team, site, network };
inline constexpr std::array project_scales = {ProjectScale::personal, ProjectScale::team,
                                              ProjectScale::site, ProjectScale::network};
std::string_view code_of(ProjectScale scale);
std::optional<ProjectScale> project_scale_from(std::string_view code);

/// name, scale; what health is gained; the aim as for whom, what, how much, by which day; then the
/// seven slots of the formula, in its order.
enum class CharterField {
  name,
  scale,
  health_gain,
  for_whom,
  what,
  how_much,
  by,
  aim,
  science,
  context,
  improvement,
  connecting,
  contextualising,
  testing
};
inline constexpr std::array charter_fields = {CharterField::name,
                                              CharterField::scale,
                                              CharterField::health_gain,
                                              CharterField::for_whom,
                                              CharterField::what,
                                              CharterField::how_much,
                                              CharterField::by,
                                              CharterField::aim,
                                              CharterField::science,
                                              CharterField::context,
                                              CharterField::improvement,
                                              CharterField::connecting,
                                              CharterField::contextualising,
                                              CharterField::testing};
std::string_view code_of(CharterField field);
CharterField field_of(Slot slot);

constexpr std::size_t project_name_characters_max = 80;
constexpr std::size_t charter_characters_max = 600;
using CharterWords = std::array<std::string, charter_fields.size()>;  ///< in the fields' order

struct Charter {
  std::int64_t version = 0;  ///< from 1
  CharterWords words = {};
  std::string written_by = {};  ///< empty: somebody who left
  Instant written_at = {};

  const std::string& at(CharterField field) const { return words[static_cast<std::size_t>(field)]; }
  std::string& at(CharterField field) { return words[static_cast<std::size_t>(field)]; }
  ProjectScale scale() const {
    return project_scale_from(at(CharterField::scale)).value_or(ProjectScale::team);
  }
  std::optional<Day> by() const { return Day::from_iso(at(CharterField::by)); }
};

/// A draft may leave all but the name empty. Refused, beside the fields by their codes:
/// "charter.name_missing", "charter.name_long", "charter.scale_missing", "charter.by_wrong",
/// "charter.long".
Outcome<Charter> charter_from(const CharterWords& typed);

std::vector<Slot> empty_slots(const Charter& charter);

/// What a first test of change waits for: the essay asks for it before anything is tried.
enum class Awaited { patients_aim, health_gain, setting, driver, change_idea };
std::string_view code_of(Awaited awaited);
struct AroundCharter {
  bool place_described = false;  ///< a profile of the place stands
  bool has_driver = false;
  bool has_change_idea = false;
};
std::vector<Awaited> awaited_before_tests(const Charter& charter, const AroundCharter& around);

}  // namespace alongside
