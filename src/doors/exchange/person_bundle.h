// SPDX-License-Identifier: Apache-2.0
// One person's whole record as a FHIR R4 Bundle, for them to take along.
#pragma once

#include <string>

#include "service/take_along.h"

namespace alongside::exchange {

/// A Bundle of type `collection`: the person's record after HL7's Person-Centered Outcomes guide
/// 1.0.0 (research/fhir.md, section 1), then what came in about them, byte for byte. References
/// point inside the bundle; professionals are named and not referred to.
std::string person_bundle(const service::Everything& all, Instant now);

}  // namespace alongside::exchange
