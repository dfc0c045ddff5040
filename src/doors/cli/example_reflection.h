// SPDX-License-Identifier: Apache-2.0
// What the example's first team thinks about its work: joy month by month, a journal, a value
// passport each quarter. Chance of its own.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "foundation/base/random.h"
#include "service/caller.h"
#include "service/service.h"

namespace alongside::cli {

class LivedReflection {
 public:
  LivedReflection(const service::Service& service, Day first_day, std::uint64_t seed)
      : service_(service), first_day_(first_day), chance_(seed) {}

  /// The team's colleagues; nothing happens without a team.
  void begin_with(std::vector<service::Caller> members, const Id<Team>& team);
  /// What is due on that day, counted from `first_day`, by the clock as it stands.
  void live_day(std::int64_t day);

 private:
  void say_joy();
  void write_journal(std::int64_t day);
  void take_passport(std::int64_t day);
  std::string once();

  const service::Service& service_;
  Day first_day_;
  SeededRandomness chance_;
  std::vector<service::Caller> members_;
  std::optional<Id<Team>> team_;
  std::int64_t next_joy_ = 12, next_passport_ = 140;
  std::size_t written_ = 0;
  std::int64_t passports_ = 0;
};

}  // namespace alongside::cli
