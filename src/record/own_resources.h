// SPDX-License-Identifier: Apache-2.0
// Which resources of FHIR show what somebody said and agreed here, and how far they are up to date.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/sql/database.h"
#include "record/access.h"
#include "record/history.h"

namespace alongside::record {

/// Type and identifier, and the content as it was written last.
using OwnResources = std::map<std::pair<std::string, std::string>, std::string>;
OwnResources own_resources(const sql::Reading& reading, const PersonAccess& access);
void keep_own_resource(sql::Writing& writing, const PersonAccess& access, std::string_view type,
                       std::string_view id, std::string_view content_hash);
void forget_own_resource(sql::Writing& writing, const PersonAccess& access, std::string_view type,
                         std::string_view id);

/// People whose record changed after what is shown of their home.
struct Changed {
  std::vector<PersonKey> people;
  std::vector<Head> heads;  ///< up to there
};
Changed changed_since_shown(const sql::Reading& reading);
void set_shown_until(sql::Writing& writing, const Head& head);

}  // namespace alongside::record
