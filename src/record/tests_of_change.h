// SPDX-License-Identifier: Apache-2.0
// Tests of change: rows and values. The database holds the gate of invariant 4 as well: a datum
// names the lock that was there before it.
#pragma once

#include <string_view>
#include <vector>

#include "change/test_of_change.h"
#include "foundation/sql/database.h"
#include "record/access.h"
#include "record/accounts.h"

namespace alongside::record {

/// With their data, in the order in which they came.
std::vector<TestOfChange> tests_of_change(const sql::Reading& reading, const ProjectAccess& access);

/// Answers its number.
std::int64_t add_test(sql::Writing& writing, const ProjectAccess& access, const TestPlan& plan,
                      UserNo written_by, Instant now);
/// Only while it is not locked; answers whether it was changed.
bool change_plan(sql::Writing& writing, const ProjectAccess& access, std::int64_t test,
                 const TestPlan& plan, UserNo written_by, Instant now);
void lock_prediction(sql::Writing& writing, const ProjectAccess& access, std::int64_t test,
                     UserNo locked_by, Instant now);
/// Of a test that is locked.
void add_datum(sql::Writing& writing, const ProjectAccess& access, const TestOfChange& test,
               const TestDatum& datum, UserNo noted_by);
void take_datum_back(sql::Writing& writing, const ProjectAccess& access, std::int64_t test,
                     std::int64_t datum, Instant now);
void set_learnt(sql::Writing& writing, const ProjectAccess& access, std::int64_t test,
                std::string_view learnt, Instant now);
void set_decision(sql::Writing& writing, const ProjectAccess& access, std::int64_t test,
                  const Decided& decided, Instant now);

}  // namespace alongside::record
