// SPDX-License-Identifier: Apache-2.0
// Room on the disk that is given up when it is full, so that looking into records, which writes an
// entry for each look, goes on while nothing new is taken in.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>

namespace alongside::sql {

/// 16 MiB hold some 20,000 entries of looks.
constexpr std::int64_t reserve_bytes_standard = 16 * 1024 * 1024;

/// The file `reserve` in the data folder. Safe from several threads for `tight`; the rest is the
/// writer's alone.
class Reserve {
 public:
  /// `free_bytes` says how much the disk could still take; nothing means: ask the disk.
  explicit Reserve(std::string folder, std::int64_t bytes = reserve_bytes_standard,
                   std::function<std::int64_t()> free_bytes = {});

  /// True while the reserve has been given up: only what accounts for looks is written.
  bool tight() const { return tight_; }
  /// Frees the room. False when it was given up before: then there is none left at all.
  bool give_up();
  /// Takes the room back when the disk has twice as much again. False while it has not.
  bool take_back();

 private:
  bool make();

  std::string path_;
  std::int64_t bytes_;
  std::function<std::int64_t()> free_bytes_;
  std::atomic<bool> tight_{false};
};

}  // namespace alongside::sql
