// SPDX-License-Identifier: Apache-2.0
// How eliciting aims goes in one professional's own visits, told to them alone: a mirror and not a
// mark, and nothing beside which a colleague's could be put.
#pragma once

#include <cstdint>

namespace alongside {

struct Eliciting {
  std::int64_t visits = 0;            ///< held in the time
  std::int64_t asked = 0;             ///< of them, with an aim stated, confirmed or read back (A1)
  std::int64_t read_back = 0;         ///< aims read back that the person answered
  std::int64_t understood = 0;        ///< of them, "yes, that is it"
  std::int64_t soon = 0;              ///< aims for the near future among those visits' people
  std::int64_t long_term = 0;         ///< aims for the long run
  std::int64_t in_their_writing = 0;  ///< aims that people wrote down themselves
  std::int64_t written_down = 0;      ///< aims that a professional wrote down in their words
};
/// Fewer visits than this say little, and could be about few people.
constexpr std::int64_t eliciting_visits_min = 10;
constexpr std::int64_t eliciting_days = 365;

}  // namespace alongside
