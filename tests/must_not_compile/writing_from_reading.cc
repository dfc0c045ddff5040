// SPDX-License-Identifier: Apache-2.0
// Whoever may read may not write.
#include "foundation/sql/database.h"

using namespace alongside;

std::int64_t act(sql::Database& database) {
#ifdef RIGHT
  return database.write(
      [](sql::Writing& writing) { return writing.execute("DELETE FROM numbers"); });
#else
  return database.read(
      [](const sql::Reading& reading) { return reading.execute("DELETE FROM numbers"); });
#endif
}
