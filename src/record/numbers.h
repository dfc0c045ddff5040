// SPDX-License-Identifier: Apache-2.0
// Numbers that belong to an aim, burdens and wishes: rows and values.
#pragma once

#include <optional>
#include <vector>

#include "aim/number.h"
#include "coproduction/wishes.h"
#include "foundation/sql/database.h"
#include "record/access.h"

namespace alongside::record {

/// All of the person's, in the order in which they were stated, each with its answers.
std::vector<AimNumber> numbers(const sql::Reading& reading, const PersonAccess& access);
std::int64_t add_number(sql::Writing& writing, const PersonAccess& access, std::int64_t aim,
                        const NumberQuestion& question, Instant now);
void stop_number(sql::Writing& writing, const PersonAccess& access, std::int64_t number,
                 Instant now);
/// `preparation` is 0 when it was not said in one.
void add_number_answer(sql::Writing& writing, const PersonAccess& access, std::int64_t number,
                       std::int64_t value, std::int64_t preparation, Instant said);
/// What was said to that number in preparations since then, when its line is taken out.
void take_back_number_answers(sql::Writing& writing, const PersonAccess& access,
                              std::int64_t number, Instant since);

enum class BurdenKind { illness, care };
struct Burden {
  BurdenKind kind = BurdenKind::illness;
  std::int64_t value = 0;  ///< 0 none to 4 very much
  Instant said_at;
};
/// Oldest first.
std::vector<Burden> burdens(const sql::Reading& reading, const PersonAccess& access);
void add_burden(sql::Writing& writing, const PersonAccess& access, BurdenKind kind,
                std::int64_t value, std::int64_t preparation, Instant said);
void take_back_burdens(sql::Writing& writing, const PersonAccess& access, BurdenKind kind,
                       Instant since);

Wishes wishes(const sql::Reading& reading, const PersonAccess& access);
void add_wish(sql::Writing& writing, const PersonAccess& access, WishKind kind,
              std::string_view choice, Instant now);

}  // namespace alongside::record
