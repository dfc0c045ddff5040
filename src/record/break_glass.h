// SPDX-License-Identifier: Apache-2.0
// Records opened in an emergency: rows and values.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "coproduction/person.h"
#include "foundation/base/clock.h"
#include "foundation/base/privacy.h"
#include "foundation/sql/database.h"
#include "record/access.h"

namespace alongside::record {

struct Opening {
  std::int64_t number = 0;
  ProfessionalNo by;
  std::string by_name;
  Private<std::string> reason;
  Instant opened_at;
  Instant until;
  std::string reviewed_by;  ///< empty: nobody has looked into it yet
};

/// Newest first.
std::vector<Opening> openings(const sql::Reading& reading, const PersonAccess& access);
/// True while an opening of that professional lasts.
bool has_open(const sql::Reading& reading, HomeNo home, ProfessionalNo by, PersonNo person,
              Instant at);
/// Whoever is called so and was born then, if there is exactly one at the site. Letters of ASCII in
/// any case.
std::optional<PersonNo> person_named(const sql::Reading& reading, HomeNo home,
                                     std::string_view name, Day born);
/// Before anybody has an access: the policy takes it from here. Answers the opening's number.
std::int64_t add_opening(sql::Writing& writing, PersonKey person, ProfessionalNo by,
                         const Private<std::string>& reason, Instant now, Instant until);
void review_opening(sql::Writing& writing, const PersonAccess& access, std::int64_t opening,
                    ProfessionalNo by, Instant now);

}  // namespace alongside::record
