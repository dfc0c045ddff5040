// SPDX-License-Identifier: Apache-2.0
// Two ways to write, after the engine: one connection whose acts share a commit, or several, each
// act in a transaction of its own.
#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "foundation/sql/database.h"

namespace alongside::sql {

class WriteQueue {
 public:
  virtual ~WriteQueue() = default;
  /// Returns when the act is durable, or undone because it said so; throws what the act threw.
  /// Engines that are busy are tried again here and only here: an act may run more than once.
  virtual void carry_out(const Act& act) = 0;
};

/// For an engine with many writers, which groups commits itself. Safe from several threads.
class WriterPool final : public WriteQueue {
 public:
  explicit WriterPool(Engine& engine) : engine_(engine) {}
  void carry_out(const Act& act) override;

 private:
  std::unique_ptr<Connection> borrowed();
  void give_back(std::unique_ptr<Connection> connection);
  void try_once(const Act& act);

  Engine& engine_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Connection>> idle_;
};

/// Sleeps longer each time; the engine's trouble passes in milliseconds or not at all.
void wait_before_retry(int attempt);
constexpr int write_tries_max = 8;

}  // namespace alongside::sql
