// SPDX-License-Identifier: Apache-2.0
// One writing connection for everybody: acts that wait together share one commit, and with it one
// fsync. Each is answered when it is durable; one that fails is undone alone.
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "foundation/sql/writers.h"

namespace alongside::sql {

/// Whichever waiting caller finds nobody at work carries out all that wait, itself included, as
/// savepoints of one transaction. There is no thread of its own, and a caller who is alone commits
/// at once. Safe from several threads; an act must not start another one inside itself.
class GroupCommit final : public WriteQueue {
 public:
  GroupCommit(std::unique_ptr<Connection> connection, Reserve* reserve,
              std::size_t acts_in_a_commit_max);

  /// Throws what the act threw (undone alone), or BrokenMachine when the commit failed: then no act
  /// of the group was kept. On a full disk the reserve is given up for the acts that account; the
  /// others get OutOfRoom.
  void carry_out(const Act& act) override;

 private:
  enum class Turn { waits, leads, over };
  /// One caller, on its own stack; woken alone, so that finishing a group wakes nobody in vain.
  struct Waiting {
    explicit Waiting(const Act& of) : act(of) {}
    /// Sleeps until it leads or is over.
    Turn sleep();
    void wake(Turn to);
    const Act& act;
    std::exception_ptr error;

   private:
    std::mutex mutex_;
    std::condition_variable changed_;
    Turn turn_ = Turn::waits;
  };
  using Group = std::vector<Waiting*>;
  enum class Attempt { committed, again };

  /// True when nobody leads: the caller does from now on.
  bool queued_first(Waiting& waiting);
  /// Those who shared the last commit are likely back soon: waits for as many, at most as long as
  /// a commit takes. A caller who is alone never waits.
  void await_the_usual();
  /// From the front of the queue; the leader is its first.
  Group next_group();
  void hand_over();
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
  std::deque<Waiting*> queue_;
  bool led_ = false;
  // The leader's own, handed on with the lead.
  std::size_t usual_ = 1;
  std::chrono::steady_clock::duration commit_took_{};
};

}  // namespace alongside::sql
