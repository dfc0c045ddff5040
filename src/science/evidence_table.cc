// SPDX-License-Identifier: Apache-2.0
// Each row on its own: one that is no card leaves the others whole.
#include "science/evidence_table.h"

#include <algorithm>
#include <set>

#include "foundation/base/text.h"

namespace alongside {
namespace {

std::string cell(const std::string& words) {
  // A cell that a spreadsheet would work out as a formula is words here.
  if (words.find_first_of(",\"\r\n") == std::string::npos) return words;
  std::string quoted = "\"";
  for (const char c : words) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

std::string row(const std::vector<std::string>& cells) {
  std::string line;
  for (const std::string& words : cells) {
    if (!line.empty() || &words != &cells.front()) line += ',';
    line += cell(words);
  }
  return line + "\r\n";
}

}  // namespace

CardsRead cards_from(const TextTable& table) {
  CardsRead read;
  if (table.rows.empty()) return read;
  const auto& names = table.rows.front();
  for (const std::string& name : names)
    if (std::ranges::find(evidence_fields(), one_line(name)) == evidence_fields().end()) {
      read.faults.push_back({table.lines.front(), one_line(name).substr(0, 40),
                             "is no field of a card: the first row names them"});
      return read;
    }
  std::set<std::string> ids;
  for (std::size_t i = 1; i < table.rows.size(); ++i) {
    const auto& cells = table.rows[i];
    const std::size_t line = table.lines[i];
    if (cells.size() > names.size()) {
      read.faults.push_back({line, "", "has more cells than there are columns"});
      continue;
    }
    std::vector<std::pair<std::string, std::string>> given;
    for (std::size_t column = 0; column < cells.size(); ++column)
      given.emplace_back(one_line(names[column]), one_line(cells[column]));
    auto card = evidence_card_of(given);
    if (const auto* fault = std::get_if<CardFault>(&card))
      read.faults.push_back({line, fault->field, fault->reason});
    else if (!ids.insert(std::get<EvidenceCard>(card).id).second)
      read.faults.push_back({line, "id", "stands in a row before"});
    else
      read.cards.push_back(std::get<EvidenceCard>(std::move(card)));
  }
  return read;
}

std::string table_of(const std::vector<EvidenceCard>& cards) {
  std::string text = row(evidence_fields());
  for (const EvidenceCard& card : cards) {
    const auto said = fields_of(card);
    std::vector<std::string> cells;
    for (const std::string& name : evidence_fields()) {
      const auto found = std::ranges::find(said, name, &std::pair<std::string, std::string>::first);
      cells.push_back(found == said.end() ? std::string() : found->second);
    }
    text += row(cells);
  }
  return text;
}

}  // namespace alongside
