// SPDX-License-Identifier: Apache-2.0
// Leader and followers (group commit: Gawlick and Kinkade 1985, for IMS Fast Path).
#include "foundation/sql/group_commit.h"

#include <chrono>
#include <thread>

namespace alongside::sql {
namespace {

using Duration = std::chrono::steady_clock::duration;
/// However slow the last commit was.
constexpr Duration await_max = std::chrono::milliseconds(2);

}  // namespace

GroupCommit::GroupCommit(std::unique_ptr<Connection> connection, Reserve* reserve,
                         std::size_t acts_in_a_commit_max)
    : connection_(std::move(connection)), reserve_(reserve), acts_max_(acts_in_a_commit_max) {}

GroupCommit::Turn GroupCommit::Waiting::sleep() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return turn_ != Turn::waits; });
  return turn_;
}

void GroupCommit::Waiting::wake(Turn to) {
  // Under the lock: the sleeper may return, and end this object, as soon as it is let go.
  const std::lock_guard lock(mutex_);
  turn_ = to;
  changed_.notify_one();
}

void GroupCommit::carry_out(const Act& act) {
  Waiting mine(act);
  if (queued_first(mine) || mine.sleep() == Turn::leads) {
    await_the_usual();
    const Group group = next_group();
    lead(group);
    usual_ = group.size();
    hand_over();
    for (Waiting* waiting : group)
      if (waiting != &mine) waiting->wake(Turn::over);
  }
  if (mine.error) std::rethrow_exception(mine.error);
}

bool GroupCommit::queued_first(Waiting& waiting) {
  const std::lock_guard lock(mutex_);
  queue_.push_back(&waiting);
  if (led_) return false;
  led_ = true;
  return true;
}

void GroupCommit::await_the_usual() {
  const auto until = std::chrono::steady_clock::now() + std::min<Duration>(commit_took_, await_max);
  const auto enough = [&] {
    const std::lock_guard lock(mutex_);
    return queue_.size() >= std::min(usual_, acts_max_);
  };
  while (!enough() && std::chrono::steady_clock::now() < until) std::this_thread::yield();
}

GroupCommit::Group GroupCommit::next_group() {
  const std::lock_guard lock(mutex_);
  const std::size_t count = std::min(queue_.size(), acts_max_);
  const auto end = queue_.begin() + static_cast<std::ptrdiff_t>(count);
  Group group(queue_.begin(), end);
  queue_.erase(queue_.begin(), end);
  return group;
}

void GroupCommit::hand_over() {
  const std::lock_guard lock(mutex_);
  if (queue_.empty())
    led_ = false;
  else
    queue_.front()->wake(Turn::leads);
}

void GroupCommit::lead(Group group) {
  if (reserve_ != nullptr && reserve_->tight() && !reserve_->take_back())
    keep_back(group, std::make_exception_ptr(OutOfRoom("the disk is full")));
  for (int tries = 1; !group.empty();) {
    try {
      if (attempt(group) == Attempt::committed) return;
    } catch (const EngineBusy&) {
      connection_->roll_back();
      if (tries == write_tries_max) return fail(group, std::current_exception());
      wait_before_retry(tries++);
    } catch (const OutOfRoom&) {
      connection_->roll_back();
      const bool room = reserve_ != nullptr && reserve_->give_up();
      if (!room) return fail(group, std::current_exception());
      keep_back(group, std::current_exception());
    } catch (...) {
      connection_->roll_back();
      return fail(group, std::current_exception());
    }
  }
}

GroupCommit::Attempt GroupCommit::attempt(Group& group) {
  connection_->begin_writing();
  for (auto at = group.begin(); at != group.end(); ++at) {
    (*at)->error = nullptr;
    if (run_alone(**at)) continue;
    // What the others did in this transaction is gone with it: they run again without this one.
    group.erase(at);
    return Attempt::again;
  }
  const auto begun = std::chrono::steady_clock::now();
  connection_->commit();
  commit_took_ = std::chrono::steady_clock::now() - begun;
  return Attempt::committed;
}

bool GroupCommit::run_alone(Waiting& waiting) {
  Writing writing(*connection_);
  connection_->set_savepoint();
  try {
    if (waiting.act.run(writing) == Verdict::undo) connection_->undo_to_savepoint();
  } catch (const EngineBusy&) {
    throw;
  } catch (const OutOfRoom&) {
    throw;
  } catch (...) {
    waiting.error = std::current_exception();
    if (!connection_->in_transaction()) return false;
    connection_->undo_to_savepoint();
  }
  connection_->release_savepoint();
  return true;
}

void GroupCommit::keep_back(Group& group, const std::exception_ptr& full) {
  std::erase_if(group, [&](Waiting* waiting) {
    if (waiting->act.urgency == Urgency::account) return false;
    waiting->error = full;
    return true;
  });
}

void GroupCommit::fail(Group& group, const std::exception_ptr& error) {
  for (Waiting* waiting : group) waiting->error = error;
}

}  // namespace alongside::sql
