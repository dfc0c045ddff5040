// SPDX-License-Identifier: Apache-2.0
// The parts of one person's Bundle, in the order of the essay's formula.
#pragma once

#include "doors/exchange/fhir_writer.h"
#include "service/take_along.h"

namespace alongside::exchange {

/// Aims with their words, levels, judgements and numbers; their order.
void write_aims(FhirWriter& fhir, const service::Everything& all);
/// Their life, burdens, wishes, and what stood in the way.
void write_life(FhirWriter& fhir, const service::Everything& all);
/// Agreements with options, actions and deeds.
void write_plans(FhirWriter& fhir, const service::Everything& all);
/// Visits, preparations, check-ins, questionnaires.
void write_visits(FhirWriter& fhir, const service::Everything& all);
/// Supporters, corrections, emergencies, who looked.
void write_account(FhirWriter& fhir, const service::Everything& all);

/// "Goal/<id>" of an aim of the record; beside everybody's resources the reference by which it came
/// in, if it did.
std::string goal_reference(const FhirWriter& fhir, const service::Everything& all, AimNo aim);

}  // namespace alongside::exchange
