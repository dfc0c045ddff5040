// SPDX-License-Identifier: Apache-2.0
// The bytes of a resource with what only a server says of it, its id and version, put in or taken
// out; all else stays byte for byte, so that numbers keep their digits.
#pragma once

#include <string>
#include <string_view>

namespace alongside::fhir {

/// A member of an object as it stands in the bytes.
struct MemberBytes {
  std::string_view name;  ///< without quotes, with its escapes
  std::size_t at = 0;     ///< of its first quote
  std::size_t value_at = 0;
  std::size_t end = 0;  ///< after its value
};

/// `json` is an object that was read without a fault.
std::string with_id(std::string_view json, std::string_view id);
/// meta.versionId and meta.lastUpdated as said, whatever they were.
std::string with_version(std::string_view json, std::string_view version,
                         std::string_view last_updated);
/// Without both; a meta of nothing else goes, too.
std::string without_version(std::string_view json);

}  // namespace alongside::fhir
