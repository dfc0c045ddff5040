// SPDX-License-Identifier: Apache-2.0
// Compares a path with a pattern, part by part.
#include "foundation/http/router.h"

#include "foundation/base/text.h"

namespace alongside::http {

bool path_fits(std::string_view pattern, std::string_view path, PathParts& parts) {
  const auto wanted = split(pattern, '/');
  const auto given = split(path, '/');
  if (wanted.size() != given.size()) return false;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (wanted[i].starts_with('{') && wanted[i].ends_with('}')) {
      std::string part = percent_decoded(given[i], Plus::is_plus);
      if (part.empty() || !is_utf8(part)) return false;
      parts[std::string(wanted[i].substr(1, wanted[i].size() - 2))] = std::move(part);
    } else if (wanted[i] != given[i]) {
      return false;
    }
  }
  return true;
}

bool form_holds(std::string_view members, std::string_view name) {
  while (!members.empty()) {
    const std::size_t space = std::min(members.find(' '), members.size());
    const std::string_view member = members.substr(0, space);
    members.remove_prefix(std::min(space + 1, members.size()));
    if (member == name) return true;
    if (member.ends_with('*') && name.starts_with(member.substr(0, member.size() - 1))) return true;
  }
  return false;
}

}  // namespace alongside::http
