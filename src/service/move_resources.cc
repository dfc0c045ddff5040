// SPDX-License-Identifier: Apache-2.0
// One transaction for each batch that the door hands over.
#include "service/move_resources.h"

namespace alongside::service {

Program owner_of_data() {
  Program program;
  program.name = "The owner of the data";
  program.owner = true;
  return program;
}

void keep_older_versions(const Service& service, std::span<OlderResource> versions) {
  service.database().write([&](sql::Writing& writing) {
    const record::ErasedPeople erased(writing);
    for (OlderResource& one : versions)
      if (!erased.take_out(one.version.type, one.version.id, one.version.content))
        record::keep_older_version(writing, one.version, one.restricted);
  });
}

void set_latest_versions(const Service& service, std::span<const LatestIs> latest) {
  service.database().write([&](sql::Writing& writing) {
    for (const LatestIs& one : latest)
      record::set_latest_version(writing, one.type, one.id, one.version, one.at);
  });
}

std::vector<ResourceVersion> without_index(const Service& service, std::int64_t count) {
  return service.database().read(
      [&](const sql::Reading& reading) { return record::without_index(reading, count); });
}

void put_in_index(const Service& service, std::span<const OlderResource> resources) {
  service.database().write([&](sql::Writing& writing) {
    for (const OlderResource& one : resources)
      record::put_in_index(writing, one.version, one.restricted, one.codes);
  });
}

}  // namespace alongside::service
