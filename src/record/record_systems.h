// SPDX-License-Identifier: Apache-2.0
// Other record systems of the clinic's surroundings, and which of their users are users here.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/base/clock.h"
#include "foundation/sql/database.h"
#include "record/access.h"
#include "record/accounts.h"

namespace alongside::record {

struct RecordSystem {
  std::string id;  ///< ours
  std::string name;
  std::string address;            ///< "https://ehr.example/fhir", without a slash at its end
  std::string client_id;          ///< what it calls us
  std::vector<std::string> also;  ///< other addresses that belong to it: its sign-in, its files
  bool signs = true;              ///< it knows our key, with which we sign who we are
  bool private_network = false;   ///< it may stand in one
};

/// By name.
std::vector<RecordSystem> record_systems(const sql::Reading& reading);
void add_record_system(sql::Writing& writing, const AdministratorAccess& access,
                       const RecordSystem& system, Instant now);
/// With what was fetched from it; false where there is none.
bool remove_record_system(sql::Writing& writing, const AdministratorAccess& access,
                          std::string_view id);

/// `identity`: a digest of who says so and of whom.
std::optional<std::pair<HomeNo, UserNo>> user_known_as(const sql::Reading& reading,
                                                       std::string_view identity);
void link_identity(sql::Writing& writing, std::string_view identity, HomeNo home, UserNo user,
                   Instant now);
void unlink_identities(sql::Writing& writing, HomeNo home, UserNo user);

/// As the other system wrote its transactionTime; nothing before the first fetch.
std::optional<std::string> fetched_until(const sql::Reading& reading, std::string_view system,
                                         std::string_view group);
void set_fetched_until(sql::Writing& writing, std::string_view system, std::string_view group,
                       std::string_view until, Instant now);

}  // namespace alongside::record
