// SPDX-License-Identifier: Apache-2.0
// One writing connection for everybody: acts that wait together share one commit, and with it one
// fsync. Each is answered when it is durable; one that fails is undone alone.
#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "foundation/sql/database.h"

namespace alongside::sql {

/// Whichever waiting caller finds nobody at work carries out all that wait, itself included, as
/// savepoints of one transaction. There is no thread of its own and no delay: a caller who is alone
/// commits at once. Safe from several threads; an act must not start another one inside itself.
class GroupCommit {
 public:
  GroupCommit(std::unique_ptr<Connection> connection, Reserve* reserve,
              std::size_t acts_in_a_commit_max);

  /// Returns when the act is durable, or undone because it said so. Throws what the act threw
  /// (undone alone), or BrokenMachine when the commit failed: then no act of the group was kept.
  /// On a full disk the reserve is given up for the acts that account; the others get OutOfRoom.
  /// An act may run more than once, each time after its earlier run was undone.
  void carry_out(const Act& act);

 private:
  struct Waiting {
    const Act& act;
    std::exception_ptr error;
    bool done = false;
  };
  using Group = std::vector<Waiting*>;
  enum class Attempt { committed, again };

  Group next_group();
  void lead(Group group);
  Attempt attempt(Group& group);
  /// Leaves in the group only what accounts; the others get the error.
  static void keep_back(Group& group, const std::exception_ptr& full);
  /// False when the engine gave up the whole transaction because of this act.
  bool run_alone(Waiting& waiting);
  static void fail(Group& group, const std::exception_ptr& error);

  std::unique_ptr<Connection> connection_;
  Reserve* reserve_;
  std::size_t acts_max_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Waiting*> queue_;
  bool led_ = false;
};

}  // namespace alongside::sql
