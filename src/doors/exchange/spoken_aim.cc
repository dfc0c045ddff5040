// SPDX-License-Identifier: Apache-2.0
// Goal and Observation of the Person-Centered Outcomes guide in our words: aim, levels, rating.
#include "doors/exchange/spoken_aim.h"

#include <algorithm>
#include <array>

#include "foundation/base/text.h"

namespace alongside::exchange {
namespace {

constexpr std::string_view loinc = "http://loinc.org";
constexpr std::string_view scale_extension =
    "http://hl7.org/fhir/us/pco/StructureDefinition/pco-goal-attainment-scaling";
constexpr int extensions_looked_at = 64;
constexpr int codings_looked_at = 8;

/// LOINC answer list LL6900-6, from -2 to +2.
constexpr std::array<std::string_view, 5> level_codes = {"LA34484-8", "LA34483-0", "LA34481-4",
                                                         "LA34480-6", "LA34479-8"};

std::string text_at(const ResourceReader& resource, const std::string& pointer) {
  return resource.at(pointer).value_or("");
}

/// The place of a coding's level in level_codes.
std::optional<std::size_t> level_at(const ResourceReader& resource, const std::string& coding) {
  if (resource.at(coding + "/system") != loinc) return std::nullopt;
  const auto* found = std::ranges::find(level_codes, text_at(resource, coding + "/code"));
  if (found == level_codes.end()) return std::nullopt;
  return static_cast<std::size_t>(found - level_codes.begin());
}

LevelWords levels_of(const ResourceReader& goal) {
  LevelWords levels;
  for (int i = 0; i < extensions_looked_at; ++i) {
    const std::string extension = "/extension/" + std::to_string(i);
    if (!goal.has(extension)) break;
    if (goal.at(extension + "/url") != scale_extension) continue;
    std::optional<std::size_t> level;
    std::string words;
    for (int part = 0; goal.has(extension + "/extension/" + std::to_string(part)); ++part) {
      const std::string inner = extension + "/extension/" + std::to_string(part);
      const std::string url = text_at(goal, inner + "/url");
      if (url == "level") level = level_at(goal, inner + "/valueCoding");
      // The guide's own examples say "text" where its profile says "progressText".
      if (url == "progressText" || url == "text") words = text_at(goal, inner + "/valueString");
    }
    if (level) levels[*level] = words;
  }
  return levels;
}

service::Standing standing_of(const std::string& lifecycle) {
  if (lifecycle == "entered-in-error") return service::Standing::error;
  const bool over = lifecycle == "completed" || lifecycle == "cancelled" || lifecycle == "rejected";
  return over ? service::Standing::over : service::Standing::holds;
}

std::optional<Horizon> horizon_of_goal(const ResourceReader& goal) {
  const auto start = Day::from_iso(text_at(goal, "/startDate"));
  const auto due = Day::from_iso(text_at(goal, "/target/0/dueDate"));
  if (!start || !due) return std::nullopt;
  return horizon_of(due->number - start->number);
}

std::optional<Instant> instant_at(const ResourceReader& resource, const std::string& pointer) {
  const auto text = resource.at(pointer);
  return text ? instant_from_fhir(*text) : std::nullopt;
}

}  // namespace

bool is_goal(const ResourceReader& resource) { return resource.type() == "Goal"; }

service::IncomingAim aim_from(const ResourceReader& goal) {
  service::IncomingAim aim;
  aim.reference = "Goal/" + goal.id();
  aim.content_hash = goal.content_hash();
  aim.person = text_at(goal, "/subject/reference");
  const bool own =
      aim.person.starts_with("Patient/") && text_at(goal, "/expressedBy/reference") == aim.person;
  aim.voice = own ? service::Voice::the_person : service::Voice::somebody_else;
  aim.standing = standing_of(text_at(goal, "/lifecycleStatus"));
  aim.words = text_at(goal, "/description/text");
  aim.horizon = horizon_of_goal(goal);
  aim.levels = levels_of(goal);
  aim.stated = instant_at(goal, "/startDate");
  if (!aim.stated) aim.stated = goal.last_updated();
  return aim;
}

bool is_own_score(const ResourceReader& resource) {
  if (resource.type() != "Observation") return false;
  const std::string subject = text_at(resource, "/subject/reference");
  if (subject.empty() || text_at(resource, "/performer/0/reference") != subject) return false;
  for (int i = 0; resource.has("/code/coding/" + std::to_string(i)); ++i) {
    const std::string coding = "/code/coding/" + std::to_string(i);
    if (resource.at(coding + "/system") == loinc &&
        resource.at(coding + "/code") == score_by_the_person)
      return true;
  }
  return false;
}

service::IncomingRating rating_from(const ResourceReader& observation) {
  service::IncomingRating rating;
  rating.reference = "Observation/" + observation.id();
  rating.content_hash = observation.content_hash();
  rating.person = text_at(observation, "/subject/reference");
  rating.aim = text_at(observation, "/focus/0/reference");
  const std::string status = text_at(observation, "/status");
  const bool said = status == "final" || status == "amended" || status == "corrected";
  rating.standing = said ? service::Standing::holds : service::Standing::error;
  std::optional<std::size_t> level;
  for (int i = 0; !level && i < codings_looked_at; ++i)
    level = level_at(observation, "/valueCodeableConcept/coding/" + std::to_string(i));
  if (level) rating.level = Level::from(static_cast<std::int64_t>(*level) - 2).value();
  rating.rated = instant_at(observation, "/effectiveDateTime");
  if (!rating.rated) rating.rated = instant_at(observation, "/issued");
  return rating;
}

}  // namespace alongside::exchange
