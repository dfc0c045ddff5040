// SPDX-License-Identifier: Apache-2.0
// A person goes, and every row of theirs with them.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/sql/database.h"
#include "record/accounts.h"
#include "record/part.h"

namespace alongside::record {

/// A part of somebody else's record that named the one who went.
struct NamedElsewhere {
  PersonNo person;
  Part part;
};

/// Removes the person's rows in every table but the history, their sign-in, supporters who support
/// nobody else, and resources that came in about them. Their number and those of removed users are
/// kept as given. Answers what else changed, for the account of those whose record it is.
std::vector<NamedElsewhere> erase_person(sql::Writing& writing, const PersonAccess& access,
                                         Instant now);
/// Those whom an import must not bring back, by digests of the references under which they came.
class ErasedPeople {
 public:
  explicit ErasedPeople(const sql::Reading& reading);
  /// True when the resource is about one of them, and so is not to be kept. From one about others,
  /// references to them are taken out of `content`.
  bool take_out(std::string_view type, std::string_view id, std::string& content) const;
  /// Came in under that reference and was erased.
  bool hold(std::string_view reference) const;

 private:
  std::set<std::string> digests_;
};

}  // namespace alongside::record
