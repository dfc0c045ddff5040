// SPDX-License-Identifier: Apache-2.0
// Applies numbered migrations once, in order, each in one transaction, and knows them again by
// their fingerprints.
#pragma once

#include <span>

#include "foundation/base/clock.h"
#include "foundation/base/embedded.h"
#include "foundation/sql/database.h"

namespace alongside::sql {

/// Names are "0001_people.sql" and count up from 1. Throws EngineError, with what to do, when the
/// data are newer than this program or a migration is not the one that was applied.
/// Returns how many were applied now.
int migrate(Database& database, std::span<const EmbeddedFile> migrations, Instant now);

/// Throws like migrate, also when a migration is still to be applied. Changes nothing.
void check_versions(Database& database, std::span<const EmbeddedFile> migrations);

/// The statements of a script: split at semicolons, without comments. Text in quotes holds neither.
std::vector<std::string> statements_of(std::string_view script);

}  // namespace alongside::sql
