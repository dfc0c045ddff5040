// SPDX-License-Identifier: Apache-2.0
// The second engine: PostgreSQL 15 by libpq, behind the same interface, for who has outgrown one
// file.
#pragma once

#include <memory>
#include <string>

#include "foundation/sql/database.h"

namespace alongside::sql {

/// True for "postgres://..." and "postgresql://...".
bool is_postgres_url(const std::string& database);

/// A database by its URL. Nothing is opened before the first connection; then EngineError says, in
/// libpq's words and without the password, why there is none. The server must hold text in UTF-8.
std::unique_ptr<Engine> postgres_database(const std::string& url);

/// Gives a role what a server needs on all tables of the schema: to read, add, change and remove
/// rows, but of `append_only` tables only to read and add, and of `never_read` ones only to add.
/// Run as the tables' owner. Throws EngineError when there is no such role, or its name is not of
/// letters, digits and _.
void grant(Database& database, const std::string& role, const std::vector<std::string>& append_only,
           const std::vector<std::string>& never_read);

/// "?1" as "$1", outside quotes and comments.
std::string with_dollar_places(std::string_view statement);

}  // namespace alongside::sql
