// SPDX-License-Identifier: Apache-2.0
// Resources by the identifiers that other systems gave them.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/sql/database.h"

namespace alongside::record {

struct Identifier {
  std::string system;  ///< empty where none is said
  std::string value;
  bool operator==(const Identifier&) const = default;
};

/// "Organization?identifier=https://a.example|7", percent-encoded or not.
struct ByIdentifier {
  std::string type;
  std::optional<std::string> system;  ///< nothing: of any system
  std::string value;
  bool operator==(const ByIdentifier&) const = default;
};
std::optional<ByIdentifier> by_identifier(std::string_view reference);

/// In place of those that were there.
void set_identifiers(sql::Writing& writing, std::string_view type, std::string_view id,
                     std::span<const Identifier> identifiers);
/// Beside those that are there. Those of over 1,000 bytes are not looked for: PostgreSQL's index
/// takes a third of a page.
void add_identifiers(sql::Writing& writing, std::string_view type, std::string_view id,
                     std::span<const Identifier> identifiers);
std::vector<Identifier> identifiers_of(const sql::Reading& reading, std::string_view type,
                                       std::string_view id);
/// How others may refer to a resource: "Patient/57a5" first, then by each identifier that no other
/// of its type has.
std::vector<std::string> references_of(const sql::Reading& reading, const std::string& reference);
/// Two at most: none or several are no answer.
std::vector<std::string> ids_with(const sql::Reading& reading, const ByIdentifier& asked);

}  // namespace alongside::record
