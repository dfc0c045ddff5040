// SPDX-License-Identifier: Apache-2.0
// FHIR's Goal as an aim, and the follow-up score that the person gave it (HL7 Person-Centered
// Outcomes 1.0.0). A Goal is an aim only when its expressedBy is its own subject.
#pragma once

#include "doors/exchange/resource.h"
#include "service/take_in_aims.h"

namespace alongside::exchange {

/// Any Goal; whether it is an aim is said by IncomingAim::voice.
bool is_goal(const ResourceReader& resource);
service::IncomingAim aim_from(const ResourceReader& goal);

/// An Observation with LOINC 107334-5 whose performer is its subject.
bool is_own_score(const ResourceReader& resource);
/// Without a level when its status or its value says no final score.
service::IncomingRating rating_from(const ResourceReader& observation);

}  // namespace alongside::exchange
