// SPDX-License-Identifier: Apache-2.0
// FHIR's Goal as an aim, and the follow-up score that the person gave it (HL7 Person-Centered
// Outcomes 1.0.0). A Goal is an aim only when its expressedBy is its own subject.
#pragma once

#include <string_view>

#include "doors/exchange/resource.h"
#include "service/take_in_aims.h"

namespace alongside::exchange {

/// Any Goal; whether it is an aim is said by IncomingAim::voice.
bool is_goal(const ResourceReader& resource);
service::IncomingAim aim_from(const ResourceReader& goal);

/// LOINC's code of a score that the person gave.
constexpr std::string_view score_by_the_person = "107334-5";
/// An Observation with that code whose performer is its subject.
bool is_own_score(const ResourceReader& resource);
/// Without a level when its status or its value says no final score.
service::IncomingRating rating_from(const ResourceReader& observation);

}  // namespace alongside::exchange
