// SPDX-License-Identifier: Apache-2.0
// Rows of identifiers, and references that say one.
#include "record/identifiers.h"

#include <algorithm>

namespace alongside::record {
namespace {

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

std::string decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool coded =
        text[i] == '%' && i + 2 < text.size() && hex(text[i + 1]) >= 0 && hex(text[i + 2]) >= 0;
    out += coded ? static_cast<char>(hex(text[i + 1]) * 16 + hex(text[i + 2])) : text[i];
    if (coded) i += 2;
  }
  return out;
}

}  // namespace

std::optional<ByIdentifier> by_identifier(std::string_view reference) {
  constexpr std::string_view asks = "?identifier=";
  const std::size_t at = reference.find(asks);
  if (at == 0 || at == std::string_view::npos) return std::nullopt;
  const std::string said = decoded(reference.substr(at + asks.size()));
  const std::size_t bar = said.find('|');
  ByIdentifier found{std::string(reference.substr(0, at)), std::nullopt, said};
  if (bar != std::string::npos) {
    found.system = said.substr(0, bar);
    found.value = said.substr(bar + 1);
  }
  return found.value.empty() ? std::nullopt : std::optional(std::move(found));
}

void set_identifiers(sql::Writing& writing, std::string_view type, std::string_view id,
                     std::span<const Identifier> identifiers) {
  writing.execute(
      "DELETE FROM resource_identifiers WHERE home_id = 0 AND type = ?1 AND resource_id = ?2",
      {type, id});
  add_identifiers(writing, type, id, identifiers);
}

void add_identifiers(sql::Writing& writing, std::string_view type, std::string_view id,
                     std::span<const Identifier> identifiers) {
  constexpr std::size_t bytes_max = 1000;
  for (const Identifier& one : identifiers) {
    if (one.system.size() + one.value.size() > bytes_max) continue;
    writing.execute(
        "INSERT INTO resource_identifiers (home_id, type, resource_id, system, value) "
        "VALUES (0, ?1, ?2, ?3, ?4) "
        "ON CONFLICT (home_id, type, resource_id, system, value) DO NOTHING",
        {type, id, one.system, one.value});
  }
}

std::vector<Identifier> identifiers_of(const sql::Reading& reading, std::string_view type,
                                       std::string_view id) {
  return reading.all(
      "SELECT system, value FROM resource_identifiers WHERE home_id = 0 AND type = ?1 "
      "AND resource_id = ?2 ORDER BY system, value",
      {type, id}, [](const sql::Row& row) {
        return Identifier{std::string(row.text(0)), std::string(row.text(1))};
      });
}

std::vector<std::string> references_of(const sql::Reading& reading, const std::string& reference) {
  std::vector<std::string> references = {reference};
  const std::size_t slash = reference.find('/');
  if (slash == std::string::npos) return references;
  const std::string type = reference.substr(0, slash);
  const auto own = identifiers_of(reading, type, reference.substr(slash + 1));
  for (const Identifier& one : own)
    if (ids_with(reading, {type, one.system, one.value}).size() == 1)
      references.push_back(type + "?identifier=" + one.system + "|" + one.value);
  for (const Identifier& one : own)
    if (ids_with(reading, {type, std::nullopt, one.value}).size() == 1)
      references.push_back(type + "?identifier=" + one.value);
  return references;
}

std::vector<std::string> ids_with(const sql::Reading& reading, const ByIdentifier& asked) {
  // In no order: one would lead SQLite along the other index, over all of the type.
  std::vector<std::string> ids;
  const auto take = [&](const sql::Row& row) {
    if (ids.size() < 2 && std::ranges::find(ids, row.text(0)) == ids.end())
      ids.emplace_back(row.text(0));
  };
  if (asked.system)
    reading.each(
        "SELECT resource_id FROM resource_identifiers WHERE home_id = 0 AND type = ?1 "
        "AND value = ?2 AND system = ?3",
        {asked.type, asked.value, *asked.system}, take);
  else
    reading.each(
        "SELECT resource_id FROM resource_identifiers WHERE home_id = 0 AND type = ?1 "
        "AND value = ?2",
        {asked.type, asked.value}, take);
  std::ranges::sort(ids);
  return ids;
}

}  // namespace alongside::record
