// SPDX-License-Identifier: Apache-2.0
// What stands in the way: said by the person when they are stuck, in a kind and in their words.
// Nobody is at fault; it is what a plan is changed for.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "foundation/base/clock.h"
#include "foundation/base/outcome.h"
#include "foundation/base/privacy.h"

namespace alongside {

enum class BarrierKind { time, money, travel, body, worry, unclear, others, care, other };
inline constexpr std::array barrier_kinds = {
    BarrierKind::time,   BarrierKind::money, BarrierKind::travel,
    BarrierKind::body,   BarrierKind::worry, BarrierKind::unclear,
    BarrierKind::others, BarrierKind::care,  BarrierKind::other};
std::string_view code_of(BarrierKind kind);
std::optional<BarrierKind> barrier_kind_from(std::string_view code);

constexpr std::size_t barrier_words_characters_max = 300;

struct BarrierDraft {
  std::string kind;
  std::string words;
};

struct Barrier {
  std::int64_t number = 0;
  std::int64_t agreement = 0;  ///< the action that is stuck
  std::int64_t action = 0;
  BarrierKind kind = BarrierKind::other;
  Private<std::string> words;  ///< may be empty
  Instant said_at;
  bool over = false;  ///< talked about in a visit, or no longer so
};

/// Refused: no kind ("barrier.kind_missing", field "kind"), words over their limit (field "words").
Outcome<Barrier> barrier_from(const BarrierDraft& draft);

}  // namespace alongside
