// SPDX-License-Identifier: Apache-2.0
// A transaction for each act, tried again when two of them met.
#include "foundation/sql/writers.h"

#include <chrono>
#include <thread>

namespace alongside::sql {

void wait_before_retry(int attempt) {
  std::this_thread::sleep_for(std::chrono::milliseconds(5) * (1 << attempt));
}

void WriterPool::carry_out(const Act& act) {
  for (int attempt = 1;; ++attempt) {
    try {
      return try_once(act);
    } catch (const EngineBusy&) {
      if (attempt == write_tries_max) throw;
      wait_before_retry(attempt);
    }
  }
}

void WriterPool::try_once(const Act& act) {
  std::unique_ptr<Connection> connection = borrowed();
  try {
    connection->begin_writing();
    Writing writing(*connection);
    if (act.run(writing) == Verdict::keep)
      connection->commit();
    else
      connection->roll_back();
  } catch (...) {
    connection->roll_back();
    give_back(std::move(connection));
    throw;
  }
  give_back(std::move(connection));
}

std::unique_ptr<Connection> WriterPool::borrowed() {
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      std::unique_ptr<Connection> connection = std::move(idle_.back());
      idle_.pop_back();
      return connection;
    }
  }
  return engine_.connect(Access::writing);
}

void WriterPool::give_back(std::unique_ptr<Connection> connection) {
  const std::lock_guard lock(mutex_);
  // One that is lost tells that the others, idle for longer, are lost too.
  if (!connection->usable()) return idle_.clear();
  idle_.push_back(std::move(connection));
}

}  // namespace alongside::sql
