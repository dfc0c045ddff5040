// SPDX-License-Identifier: Apache-2.0
// The shapes of FHIR R4: which members a resource or a type has, how often, of which type.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "foundation/base/embedded.h"

namespace alongside::fhir {

/// One member as JSON names it: a choice such as value[x] has one for each of its types.
struct Member {
  std::string name;            ///< "valueQuantity"
  std::string_view element;    ///< "value": as FHIRPath names it
  std::string_view type;       ///< "Quantity", "code", "Resource", or the path of a shape
  std::string_view value_set;  ///< of a required binding that is listed code by code; else empty
  bool choice = false;
  bool many = false;
};
struct Shape {
  std::string_view path;                        ///< "Observation.component"
  std::vector<Member> members = {};             ///< by name
  std::vector<std::string_view> required = {};  ///< elements
  bool resource = false;
  const Member* member(std::string_view name) const;
};
/// Of a resource, a type or a part of one; nullptr for what R4 does not have.
const Shape* shape(std::string_view path);
/// "Account" to "VisionPrescription", without those that only others are made of.
std::vector<std::string_view> resource_types();
/// True for "code", "dateTime" and so on, which JSON holds in one value.
bool is_primitive(std::string_view type);

/// A table of library/fhir, as this binary carries it.
std::string_view table(std::string_view name);

/// Whether the set has the code, of whatever system.
bool has_code(std::string_view value_set, std::string_view code);
/// Whether codes of that system are in the set at all.
bool has_system(std::string_view value_set, std::string_view system);

}  // namespace alongside::fhir
