// SPDX-License-Identifier: Apache-2.0
// By what resources of FHIR R4 can be sought, and where in a resource it stands.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "foundation/base/json_value.h"

namespace alongside::fhir {

enum class ParameterKind { token, reference, date, string, uri, quantity, number };
std::string_view name_of(ParameterKind kind);

struct SearchParameter {
  std::string_view base;  ///< "Observation"; "Resource" for what every type has
  std::string_view name;
  ParameterKind kind;
  std::string_view path;  ///< FHIRPath of R4's own table, the part about this type
};

/// Of that type or of every type; nullptr for what R4 does not have or what we do not seek by.
const SearchParameter* search_parameter(std::string_view type, std::string_view name);
/// Those of that type, by name, without those of every type.
std::vector<const SearchParameter*> search_parameters(std::string_view type);

/// What stands at a path such as "Goal.target.due.ofType(date)" or
/// "Goal.subject.where(resolve() is Patient)", several joined by " | ": in the order of the
/// resource. `exists()` gives a boolean. The values look into `resource`.
std::vector<const JsonValue*> values_at(const JsonValue& resource, std::string_view path);

}  // namespace alongside::fhir
