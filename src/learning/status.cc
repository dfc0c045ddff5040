// SPDX-License-Identifier: Apache-2.0
// The rules; their thresholds stand in judgements.h.
#include "learning/status.h"

#include "learning/judgements.h"

namespace alongside::learning {
namespace {

bool conflicts(const Standing& standing) {
  return standing.conflict_p && *standing.conflict_p < judged::conflict_below;
}

Status status_of(const Standing& standing) {
  if (standing.persons < judged::persons_early)
    return standing.certainty && *standing.certainty != Certainty::very_low ? Status::science_only
                                                                            : Status::not_yet;
  if (standing.width80 > judged::width_most || standing.information < judged::information_least)
    return Status::not_yet;
  const bool enough = standing.persons >= judged::persons_established &&
                      standing.sites >= judged::sites_enough &&
                      standing.completeness >= judged::completeness_enough;
  return enough && !conflicts(standing) ? Status::established : Status::early;
}

Claim claim_of(const Standing& standing, Status status) {
  if (status == Status::not_yet) return Claim::none;
  if (status == Status::science_only) return Claim::published;
  if (standing.persons_reference < judged::persons_compared) return Claim::described;
  const bool drawn = standing.randomised >= judged::randomised_tested &&
                     standing.randomised_reference >= judged::randomised_tested;
  return drawn ? Claim::tested : Claim::compared;
}

}  // namespace

std::string_view name_of(Status status) {
  constexpr std::string_view names[] = {"not_yet", "science_only", "early", "established"};
  return names[static_cast<int>(status)];
}
std::string_view name_of(Claim claim) {
  constexpr std::string_view names[] = {"none", "published", "described", "compared", "tested"};
  return names[static_cast<int>(claim)];
}
std::string_view name_of(Flag flag) {
  constexpr std::string_view names[] = {"conflict", "incomplete", "few_sites"};
  return names[static_cast<int>(flag)];
}

Verdict verdict_on(const Standing& standing) {
  Verdict verdict;
  verdict.status = status_of(standing);
  verdict.claim = claim_of(standing, verdict.status);
  if (conflicts(standing)) verdict.flags.push_back(Flag::conflict);
  if (standing.completeness < judged::completeness_enough)
    verdict.flags.push_back(Flag::incomplete);
  if (standing.sites < judged::sites_enough) verdict.flags.push_back(Flag::few_sites);
  return verdict;
}

TippingPoint tipping_point(double total, double followed, double mean, double sd, double mid) {
  TippingPoint point{total - followed, followed / total, {}, {}};
  if (point.missing <= 0) return point;
  point.mean = (mid * total - mean * followed) / point.missing;
  if (sd > 0) point.shift_in_sd = (*point.mean - mean) / sd;
  return point;
}

}  // namespace alongside::learning
