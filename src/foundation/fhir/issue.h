// SPDX-License-Identifier: Apache-2.0
// What is wrong with a resource, as OperationOutcome.issue says it.
#pragma once

#include <string>

namespace alongside::fhir {

/// Never holds a value from the resource: only where, and which rule.
struct Issue {
  std::string code;        ///< structure, required, value, code-invalid, invariant
  std::string expression;  ///< "Patient.birthDate"; empty for the whole
  std::string reason;      ///< a sentence for the person who sent it
  bool operator==(const Issue&) const = default;
};

}  // namespace alongside::fhir
