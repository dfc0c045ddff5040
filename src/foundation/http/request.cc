// SPDX-License-Identifier: Apache-2.0
// Forms, queries and cookies.
#include "foundation/http/request.h"

#include "foundation/base/text.h"

namespace alongside::http {

std::optional<Fields> Fields::parse(std::string_view encoded) {
  Fields fields;
  if (encoded.empty()) return fields;
  for (const std::string_view pair : split(encoded, '&')) {
    if (pair.empty()) continue;
    if (fields.pairs_.size() == fields_max) return std::nullopt;
    const std::size_t equals = pair.find('=');
    std::string name = percent_decoded(pair.substr(0, equals), Plus::is_space);
    std::string value = equals == std::string_view::npos
                            ? std::string()
                            : percent_decoded(pair.substr(equals + 1), Plus::is_space);
    if (!is_utf8(name) || !is_utf8(value)) return std::nullopt;
    fields.add(std::move(name), std::move(value));
  }
  return fields;
}

std::string_view Fields::value(std::string_view name) const {
  for (const auto& [key, value] : pairs_)
    if (key == name) return value;
  return {};
}

bool Fields::has(std::string_view name) const {
  for (const auto& [key, value] : pairs_)
    if (key == name) return true;
  return false;
}

std::vector<std::string_view> Fields::values(std::string_view name) const {
  std::vector<std::string_view> found;
  for (const auto& [key, value] : pairs_)
    if (key == name) found.push_back(value);
  return found;
}

std::string_view Request::header(std::string_view name) const {
  const auto found = headers.find(name);
  return found == headers.end() ? std::string_view() : std::string_view(found->second);
}

std::string_view Request::cookie(std::string_view name) const {
  for (std::string_view pair : split(header("cookie"), ';')) {
    while (pair.starts_with(' ')) pair.remove_prefix(1);
    const std::size_t equals = pair.find('=');
    if (equals != std::string_view::npos && pair.substr(0, equals) == name)
      return pair.substr(equals + 1);
  }
  return {};
}

}  // namespace alongside::http
