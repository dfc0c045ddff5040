// SPDX-License-Identifier: Apache-2.0
// Small questions about a request.
#include "doors/web/asking.h"

#include <charconv>

namespace alongside::web {

std::string_view Asking::part(std::string_view name) const {
  const auto found = parts.find(name);
  return found == parts.end() ? std::string_view() : std::string_view(found->second);
}

std::int64_t Asking::page_number() const {
  constexpr std::int64_t pages_max = 100'000;
  const std::string_view text = request.query.value("page");
  std::int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number >= 0 && number <= pages_max ? number : 0;
}

const Fault* FormState::fault_of(std::string_view field) const {
  for (const Fault& fault : faults)
    if (fault.field == field) return &fault;
  return nullptr;
}

std::string FormState::value(std::string_view field, std::string_view otherwise) const {
  return std::string(came_back() ? asking.typed(field) : otherwise);
}

bool is_not_found(const Refusal& refusal) { return refusal.key() == "permission.not_found"; }

}  // namespace alongside::web
