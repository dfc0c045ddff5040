// SPDX-License-Identifier: Apache-2.0
// Holds a resource against the structure, the required codes and the invariants of FHIR R4.
#pragma once

#include <vector>

#include "foundation/base/json_value.h"
#include "foundation/fhir/issue.h"

namespace alongside::fhir {

constexpr std::size_t issues_max = 50;  ///< no more are named of one resource

/// One issue a fault, in the order of the resource's members: unknown members (with R4's name for
/// one of STU3 or R5), wrong JSON types, lists where one belongs and the other way round, two of a
/// choice, empty objects and lists, values that are none, codes outside a required set that is
/// listed, what must be there, broken invariants. Extensions of all kinds are taken. Empty: R4.
std::vector<Issue> validate(const JsonValue& resource);

}  // namespace alongside::fhir
