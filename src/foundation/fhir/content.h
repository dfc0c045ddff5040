// SPDX-License-Identifier: Apache-2.0
// The bytes of a resource with what only a server says of it, its id and version, put in or taken
// out; all else stays byte for byte, so that numbers keep their digits.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::fhir {

/// A member of an object as it stands in the bytes.
struct MemberBytes {
  std::string_view name;  ///< without quotes, with its escapes
  std::size_t at = 0;     ///< of its first quote
  std::size_t value_at = 0;
  std::size_t end = 0;  ///< after its value
};

/// What a resource says it is, without reading it whole; nothing where it is not said plainly. No
/// check of anything.
struct Called {
  std::string_view type;
  std::string_view id;
};
std::optional<Called> called(std::string_view json);

/// `json` is an object that was read without a fault.
std::string with_id(std::string_view json, std::string_view id);
/// With a member of that name, in place of one that was there; `value` is JSON.
std::string with_member(std::string_view json, std::string_view name, std::string_view value);
/// meta.versionId and meta.lastUpdated as said, whatever they were.
std::string with_version(std::string_view json, std::string_view version,
                         std::string_view last_updated);
/// The bytes of a member of each object in a list that is a member itself: of "entry" the
/// "resource"; empty where an object has none.
std::vector<std::string_view> members_of_each(std::string_view json, std::string_view list,
                                              std::string_view member);
/// JSON breaks its lines only between values.
std::string on_one_line(std::string_view json);
/// With other texts where `instead(member, text)` gives one; `member` is the name before the text.
std::string with_texts(std::string_view json,
                       const std::function<std::optional<std::string>(
                           std::string_view member, const std::string& text)>& instead);
/// Without both; a meta of nothing else goes, too.
std::string without_version(std::string_view json);

}  // namespace alongside::fhir
