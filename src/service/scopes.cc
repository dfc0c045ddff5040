// SPDX-License-Identifier: Apache-2.0
// context/Type.letters, several between spaces.
#include "service/scopes.h"

#include <algorithm>

#include "foundation/base/text.h"

namespace alongside::service {
namespace {

constexpr std::string_view all_letters = "cruds";

/// Of the first version or the second; empty for anything else. The letters keep their order.
std::string letters_of(std::string_view said) {
  if (said == "*") return std::string(all_letters);
  if (said == "read") return "rs";
  if (said == "write") return "cud";
  std::size_t next = 0;
  for (const char letter : said) {
    const std::size_t at = all_letters.find(letter);
    if (at == std::string_view::npos || at < next) return {};
    next = at + 1;
  }
  return std::string(said);
}

bool is_type(std::string_view type) {
  return type == "*" || (!type.empty() && std::ranges::all_of(type, [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
         }));
}

}  // namespace

std::optional<Scopes> Scopes::parse(std::string_view text) {
  Scopes scopes;
  for (const std::string_view word : split(text, ' ')) {
    const std::size_t slash = word.find('/');
    const std::string_view context = word.substr(0, slash);
    if (context != "patient" && context != "user" && context != "system") continue;
    if (slash == std::string_view::npos) return std::nullopt;
    const std::size_t dot = word.find('.', slash);
    if (dot == std::string_view::npos) return std::nullopt;
    const std::string_view type = word.substr(slash + 1, dot - slash - 1);
    std::string letters = letters_of(word.substr(dot + 1));
    if (!is_type(type) || letters.empty()) return std::nullopt;
    scopes.scopes_.push_back({std::string(context), std::string(type), std::move(letters)});
  }
  if (scopes.scopes_.empty()) return std::nullopt;
  return scopes;
}

bool Scopes::allow(std::string_view type, Interaction interaction) const {
  const char letter = all_letters[static_cast<std::size_t>(interaction)];
  return std::ranges::any_of(scopes_, [&](const Scope& scope) {
    return (scope.type == "*" || scope.type == type) &&
           scope.letters.find(letter) != std::string::npos;
  });
}

bool Scopes::of_one_person() const {
  return !scopes_.empty() && std::ranges::all_of(scopes_, [](const Scope& scope) {
    return scope.context == "patient";
  });
}

}  // namespace alongside::service
