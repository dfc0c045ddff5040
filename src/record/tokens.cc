// SPDX-License-Identifier: Apache-2.0
// One row a key; whoever has only the row cannot come in with it.
#include "record/tokens.h"

namespace alongside::record {

std::optional<AccessToken> access_token(const sql::Reading& reading, std::string_view digest,
                                        Instant now) {
  return reading.first(
      "SELECT digest, name, scope, patient, issued_ms, expires_ms FROM access_tokens "
      "WHERE home_id = 0 AND digest = ?1 AND expires_ms > ?2",
      {digest, now.utc_ms}, [](const sql::Row& row) {
        return AccessToken{std::string(row.text(0)), std::string(row.text(1)),
                           std::string(row.text(2)), std::string(row.text(3)),
                           {row.integer(4)},         {row.integer(5)}};
      });
}

bool keep_access_token(sql::Writing& writing, const AccessToken& token) {
  return writing.execute(
             "INSERT INTO access_tokens (home_id, digest, name, scope, patient, issued_ms, "
             "expires_ms) VALUES (0, ?1, ?2, ?3, ?4, ?5, ?6) "
             "ON CONFLICT (home_id, digest) DO NOTHING",
             {token.digest, token.name, token.scope, token.patient, token.issued.utc_ms,
              token.expires.utc_ms}) == 1;
}

void forget_tokens_before(sql::Writing& writing, Instant time) {
  writing.execute("DELETE FROM access_tokens WHERE home_id = 0 AND expires_ms < ?1", {time.utc_ms});
}

}  // namespace alongside::record
