// SPDX-License-Identifier: Apache-2.0
// A group of people from another record system (Bulk Data Access 2.0, Group/$export), asked for
// with our own key (SMART Backend Services), then imported like any folder.
#pragma once

#include <functional>
#include <string>

#include "doors/exchange/import.h"
#include "foundation/jose/signing_key.h"
#include "service/record_systems.h"

namespace alongside::exchange {

/// How long a system may take to make the files ready.
constexpr std::int64_t group_hours_max = 24;
constexpr std::int64_t seconds_between_questions = 10;

/// By its name or its address. Throws std::runtime_error where nobody named it.
service::RecordSystem system_named(const service::Service& service, const std::string& name);

struct GroupWish {
  service::RecordSystem system;
  std::string group;  ///< its id there
  bool all = false;   ///< not only what changed since the last time
  std::string files;  ///< a new folder for what comes
  std::string errors;
};
struct GroupWays {
  const jose::SigningKey& key;
  std::function<void(std::int64_t seconds)> wait;
  std::function<void(const std::string& what)> say;  ///< how far it is, for whoever watches
  std::function<void(const std::string& file, std::int64_t lines)> progress;
};
struct FetchedGroup {
  ImportReport report;
  std::string since;      ///< what was asked for; empty: everything
  std::string until;      ///< the system's transactionTime
  bool left_out = false;  ///< it says that it could not give everything: asked for again next time
};

/// The next time begins where this ended, unless a file was cut short. Refused: "launch.*" as
/// smart.h says, "fetch.no_key" (it
/// does not know ours), "fetch.refused" (no export of that group for us), "fetch.too_slow",
/// "fetch.no_manifest", "fetch.file" (one of the files did not come whole; nothing was imported).
Outcome<FetchedGroup> fetch_group(const service::Service& service, const GroupWish& wish,
                                  const service::TakeInDefaults& defaults, const GroupWays& ways);

}  // namespace alongside::exchange
