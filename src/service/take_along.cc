// SPDX-License-Identifier: Apache-2.0
// Gathers all lists of one person from one state of the data.
#include "service/take_along.h"

#include <limits>

#include "record/barriers.h"
#include "record/people.h"
#include "record/preparations.h"
#include "record/resources.h"
#include "record/supporters.h"
#include "service/act.h"

namespace alongside::service {
namespace {

std::vector<record::KeptResource> resources_about(const sql::Reading& reading,
                                                  const std::string& source) {
  auto kept = record::resources_with(reading, source);
  std::erase_if(kept, [](const record::KeptResource& one) { return !one.about_them; });
  return kept;
}

}  // namespace

Outcome<Everything> take_along(const Service& service, const Caller& caller) {
  return look_into_record(service, caller, RecordOf::own(), {"take_along", ""},
                          [&](const sql::Reading& reading, const PersonAccess& access) {
                            const std::string source = record::source_of(reading, access);
                            return Everything{
                                record_of(service, reading, access),
                                record::check_ins(reading, access, std::numeric_limits<int>::max()),
                                record::deeds(reading, access),
                                record::all_preparations(reading, access),
                                record::burdens(reading, access),
                                record::visits_held(reading, access),
                                record::all_barriers(reading, access),
                                record::all_circumstances(reading, access),
                                record::supporters(reading, access),
                                record::whole_history_of(reading, access),
                                resources_about(reading, source),
                                record::predictions_about(reading, access),
                                source};
                          });
}

}  // namespace alongside::service
