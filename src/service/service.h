// SPDX-License-Identifier: Apache-2.0
// What every act is given: the data, the time and chance. Most general first.
#pragma once

#include "foundation/base/clock.h"
#include "foundation/base/random.h"
#include "record/store.h"

namespace alongside::service {

/// References, so that tests and the example clinic pass their own time and chance.
struct Service {
  record::Store& store;
  const Clock& clock;
  Randomness& randomness;

  sql::Database& database() const { return store.database(); }
  Instant now() const { return clock.now(); }
  /// The disk is full: records can be read, nothing new is kept.
  bool out_of_room() const { return store.database().tight(); }
  /// An example clinic, where nothing is about anybody real.
  bool example() const { return store.kind() == record::ClinicKind::example; }
};

}  // namespace alongside::service
