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

}  // namespace alongside::http
