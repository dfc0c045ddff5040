// SPDX-License-Identifier: Apache-2.0
// What people say before they meet: rows and values.
#pragma once

#include <optional>
#include <vector>

#include "coproduction/preparation.h"
#include "foundation/sql/database.h"
#include "record/access.h"

namespace alongside::record {

/// Whose draft it is: the person's own, on whatever device (0), or that of somebody who writes for
/// them.
struct PrepOwner {
  PrepWriter writer = PrepWriter::person;
  std::int64_t user = 0;
  std::string_view name = {};
};

/// The one that is not sent yet; nothing when there is none.
std::optional<Preparation> preparation_begun(const sql::Reading& reading,
                                             const PersonAccess& access, const PrepOwner& owner);
/// The latest that this writer sent since `since`.
std::optional<Preparation> preparation_sent(const sql::Reading& reading, const PersonAccess& access,
                                            const PrepOwner& owner, Instant since);
/// The latest that each writer sent since `since`: the person's first, then newest first.
std::vector<Preparation> preparations_sent(const sql::Reading& reading, const PersonAccess& access,
                                           Instant since);

/// Every one that was sent, and what the person themselves has begun; oldest first.
std::vector<Preparation> all_preparations(const sql::Reading& reading, const PersonAccess& access);

std::int64_t begin_preparation(sql::Writing& writing, const PersonAccess& access,
                               const PrepOwner& owner, Instant now);
/// The lines take the place of those before.
void set_lines(sql::Writing& writing, const PersonAccess& access, std::int64_t preparation,
               const std::vector<PrepLine>& lines);
void take_out_line(sql::Writing& writing, const PersonAccess& access, std::int64_t preparation,
                   const PrepAsked& asked, bool out);
void send_preparation(sql::Writing& writing, const PersonAccess& access, std::int64_t preparation,
                      Instant now);

}  // namespace alongside::record
