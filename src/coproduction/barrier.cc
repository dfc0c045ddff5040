// SPDX-License-Identifier: Apache-2.0
// Kinds of barriers, and what may stand as one.
#include "coproduction/barrier.h"

#include "foundation/base/text.h"

namespace alongside {
namespace {

struct Name {
  BarrierKind kind;
  std::string_view code;
};
constexpr std::array names = {
    Name{BarrierKind::time, "time"},     Name{BarrierKind::money, "money"},
    Name{BarrierKind::travel, "travel"}, Name{BarrierKind::body, "body"},
    Name{BarrierKind::worry, "worry"},   Name{BarrierKind::unclear, "unclear"},
    Name{BarrierKind::others, "others"}, Name{BarrierKind::care, "care"},
    Name{BarrierKind::other, "other"}};

}  // namespace

std::string_view code_of(BarrierKind kind) {
  for (const Name& name : names)
    if (name.kind == kind) return name.code;
  return {};
}

std::optional<BarrierKind> barrier_kind_from(std::string_view code) {
  for (const Name& name : names)
    if (name.code == code) return name.kind;
  return std::nullopt;
}

Outcome<Barrier> barrier_from(const BarrierDraft& draft) {
  std::vector<Fault> faults;
  Barrier barrier;
  const auto kind = barrier_kind_from(draft.kind);
  if (!kind) faults.push_back({"barrier.kind_missing", "kind"});
  barrier.kind = kind.value_or(BarrierKind::other);
  std::string words = tidied(draft.words);
  if (characters(words) > barrier_words_characters_max)
    faults.push_back({"barrier.words_long", "words"});
  barrier.words = Private(std::move(words));
  if (!faults.empty()) return Refusal(std::move(faults));
  return barrier;
}

}  // namespace alongside
