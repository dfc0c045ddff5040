// SPDX-License-Identifier: Apache-2.0
// Resources with their versions, from one instance to another.
#pragma once

#include <span>
#include <vector>

#include "service/resource_work.h"

namespace alongside::service {

/// Whoever owns the data folder, at its command line.
Program owner_of_data();

struct OlderResource {
  ResourceVersion version;
  bool restricted = false;
  std::string codes = std::string(record::any_code);
};
/// Those that are here already stay as they are; nothing comes back about people who had their
/// record erased.
void keep_older_versions(const Service& service, std::span<OlderResource> versions);

struct LatestIs {
  std::string type;
  std::string id;
  std::int64_t version = 0;
  Instant at;
};
void set_latest_versions(const Service& service, std::span<const LatestIs> latest);

/// Resources that came in before people and secrets were indexed, at most `count`; none when all
/// are.
std::vector<ResourceVersion> without_index(const Service& service, std::int64_t count);
void put_in_index(const Service& service, std::span<const OlderResource> resources);

}  // namespace alongside::service
