// SPDX-License-Identifier: Apache-2.0
// Invariants 1 and 2 of the product at the door of FHIR.
#include "doors/exchange/server/rules.h"

#include "doors/exchange/fhir_writer.h"
#include "doors/exchange/spoken_aim.h"

namespace alongside::exchange {
namespace {

constexpr int codings_looked_at = 16;
constexpr int references_looked_at = 64;

/// Whether a code of that system (empty: of any) stands among the codings below.
bool has_code(const ResourceReader& resource, const std::string& codings, std::string_view system,
              std::string_view code) {
  for (int i = 0; i < codings_looked_at; ++i) {
    const std::string at = codings + "/" + std::to_string(i);
    if (!resource.has(at)) return false;
    if (resource.at(at + "/code") == code &&
        (system.empty() || resource.at(at + "/system") == system))
      return true;
  }
  return false;
}

/// "achieved", "not-achieved", or empty.
std::string judged(const ResourceReader& goal) {
  for (const std::string_view code : {"achieved", "not-achieved"})
    if (has_code(goal, "/achievementStatus/coding", {}, code)) return std::string(code);
  return {};
}

bool is_aim(const ResourceReader& goal) {
  const auto said = goal.at("/expressedBy/reference");
  return said && said->find("Patient/") != std::string::npos &&
         said == goal.at("/subject/reference");
}

std::optional<Issue> judged_by_another(const ResourceReader& goal, const service::Program& program,
                                       const std::optional<std::string>& before) {
  if (goal.type() != "Goal" || program.is_the_person() || !is_aim(goal) || judged(goal).empty())
    return std::nullopt;
  ResourceReader earlier;
  if (before && earlier.read_again(*before) && is_aim(earlier) && judged(earlier) == judged(goal))
    return std::nullopt;
  return Issue{"business-rule", "Goal.achievementStatus",
               "Only the person says whether their aim is attained. Send a practitioner score "
               "(LOINC 107333-7) instead."};
}

/// A professional's program says nothing in the person's name, and takes nothing of it back.
std::optional<Issue> in_their_name(const ResourceReader& resource,
                                   const service::Program& program) {
  if (program.let_in_by != service::LetInBy::a_professional) return std::nullopt;
  if (is_own_score(resource))
    return Issue{"business-rule", "Observation.performer",
                 "Only the person says where their aim is. Send a practitioner score (LOINC "
                 "107333-7) instead."};
  if (resource.type() == "Goal" && is_aim(resource))
    return Issue{"business-rule", "Goal.expressedBy",
                 "Only the person says what matters to them. Send a goal without their voice."};
  return std::nullopt;
}

std::optional<Issue> one_sided(const ResourceReader& plan) {
  if (plan.type() != "CarePlan" ||
      !has_code(plan, "/meta/tag", own_code("concept", "").system, "agreement"))
    return std::nullopt;
  bool persons = false;
  bool professionals = false;
  const auto take = [&](const std::optional<std::string>& reference) {
    if (!reference) return;
    const bool theirs = reference->find("Patient/") != std::string::npos ||
                        reference->find("RelatedPerson/") != std::string::npos;
    (theirs ? persons : professionals) = true;
  };
  take(plan.at("/author/reference"));
  for (int i = 0; i < references_looked_at; ++i)
    take(plan.at("/contributor/" + std::to_string(i) + "/reference"));
  if (persons && professionals) return std::nullopt;
  return Issue{"business-rule", "CarePlan.contributor",
               "An agreement names both sides: the person, and a professional. Name the side that "
               "is not there as author or contributor."};
}

}  // namespace

std::optional<Issue> broken_rule(const ResourceReader& resource, const service::Program& program,
                                 const std::optional<std::string>& before) {
  if (auto issue = judged_by_another(resource, program, before)) return issue;
  if (auto issue = in_their_name(resource, program)) return issue;
  ResourceReader earlier;
  if (before && earlier.read_again(*before))
    if (auto issue = in_their_name(earlier, program)) return issue;
  return one_sided(resource);
}

std::optional<Issue> may_not_be_deleted(const ResourceReader& resource,
                                        const service::Program& program) {
  return in_their_name(resource, program);
}

}  // namespace alongside::exchange
