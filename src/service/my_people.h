// SPDX-License-Identifier: Apache-2.0
// The people whom a professional's teams serve: a list, filtered and paged in the database.
#pragma once

#include <vector>

#include "record/people.h"
#include "record/reserved_times.h"
#include "record/waiting.h"
#include "service/caller.h"
#include "service/service.h"

namespace alongside::service {

using record::people_on_a_page;
using record::PersonInList;
using record::waiting_max;

struct PeopleView {
  std::vector<PersonInList> people;
  std::int64_t count = 0;
  Site site;
  std::vector<Waiting> waiting = {};     ///< on the first page of the whole list only
  std::vector<ReservedTime> times = {};  ///< kept free from today on; there, too
};
/// Refused for somebody who is no professional. Accounted for in each listed person's history.
Outcome<PeopleView> my_people(const Service& service, const Caller& caller,
                              std::string_view name_part, std::int64_t page);

/// The teams that a professional belongs to. Refused for somebody who is none.
Outcome<std::vector<Team>> my_teams(const Service& service, const Caller& caller);

}  // namespace alongside::service
