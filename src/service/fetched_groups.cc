// SPDX-License-Identifier: Apache-2.0
// One row a group, which the next fetch asks from.
#include "service/fetched_groups.h"

#include "record/record_systems.h"

namespace alongside::service {

std::optional<std::string> group_fetched_until(const Service& service, std::string_view system,
                                               std::string_view group) {
  return service.database().read(
      [&](const sql::Reading& reading) { return record::fetched_until(reading, system, group); });
}

void note_group_fetched(const Service& service, std::string_view system, std::string_view group,
                        std::string_view until) {
  service.database().write([&](sql::Writing& writing) {
    record::set_fetched_until(writing, system, group, until, service.now());
  });
}

}  // namespace alongside::service
