// SPDX-License-Identifier: Apache-2.0
// What a part of the data holds, as one fingerprint; and which parts there are.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "coproduction/person.h"
#include "foundation/sql/database.h"
#include "record/part.h"

namespace alongside::record {

/// Whose part: a person's, or with nobody the home's own.
struct PartAt {
  std::optional<PersonNo> person;
  Part part;
  auto operator<=>(const PartAt&) const = default;
};

/// SHA-256 over all columns of all rows of the part in their order, each with its length before it,
/// so that no two contents give the same bytes. Of no rows: the fingerprint of nothing.
std::string content_hash(const sql::Reading& reading, HomeNo home, const PartAt& at);

/// Every part that has rows now.
std::vector<PartAt> parts_there(const sql::Reading& reading, HomeNo home);

}  // namespace alongside::record
