// SPDX-License-Identifier: Apache-2.0
// Is the data what it was when it was acknowledged? The chain of the history, and every part of
// every record against what the history says of it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "foundation/sql/database.h"
#include "record/history.h"

namespace alongside::record {

/// One thing that is not as it was. Names homes, entries, people's numbers and parts; never words.
struct Finding {
  std::string what;
};

struct Verified {
  std::int64_t entries = 0;
  std::int64_t parts = 0;
  std::int64_t resources = 0;  ///< imported, byte for byte
  std::vector<Finding> findings;
};

/// The chain of each home: numbers without a gap, each hash over the one before, the end where the
/// data say it is. `earlier` are ends that were kept outside: each must still be in its chain.
Verified verify_chain(const sql::Reading& reading, std::span<const Head> earlier = {});

/// The chain, and that each part holds what its latest entry says, and that there is no part that
/// no entry speaks of; and that imported resources are as they came in. Reads every record once.
Verified verify_all(const sql::Reading& reading, std::span<const Head> earlier = {});

}  // namespace alongside::record
