// SPDX-License-Identifier: Apache-2.0
// What a card says, in lines that a person reads from above.
#include "doors/cli/evidence.h"

#include <algorithm>
#include <cmath>
#include <sstream>
#include <stdexcept>

#include "foundation/base/json.h"
#include "science/evidence_table.h"

namespace alongside::cli {
namespace {

std::string number(double value) {
  std::ostringstream text;
  text << value;
  return text.str();
}

std::string effect_of(const EvidenceCard& card) {
  std::string text = std::string(name_of(card.scale)) + " " + number(card.estimate);
  if (!card.unit.empty()) text += " " + card.unit;
  text += " (" + number(card.low) + " to " + number(card.high) + ")";
  if (!card.clear_of_none()) text += ", which holds no effect";
  return text + "; " + (card.higher_is_better ? "more" : "less") + " is better";
}

std::string counts_of(const EvidenceCard& card) {
  std::string text;
  if (card.studies) text += std::to_string(*card.studies) + " studies";
  if (card.participants)
    text += (text.empty() ? "" : ", ") + std::to_string(*card.participants) + " people";
  if (!text.empty() && card.counts_of_whole_review) text += " in the whole review";
  return text.empty() ? "numbers of studies not stated" : text;
}

void tell(const EvidenceCard& card, Day today, std::ostream& out) {
  out << "  " << card.action << "\n";
  out << "    compared with: " << card.compared_with << "\n";
  out << "    who: " << card.people << (card.where.empty() ? "" : ". " + card.where) << "\n";
  out << "    " << card.outcome << ": " << effect_of(card) << "\n";
  out << "    " << counts_of(card) << "; certainty: " << name_of(card.certainty) << "\n";
  if (card.minutes_per_week)
    out << "    asks " << number(*card.minutes_per_week) << " minutes a week\n";
  out << "    " << card.citation << "\n";
  out << "    "
      << (card.reviewer.empty() ? "Nobody here answers for this card yet."
                                : "Answered for by " + card.reviewer + ".")
      << (card.expired(today) ? " EXPIRED: it was to be reviewed by " : " To be reviewed by ")
      << card.review_by.iso() << ". [" << card.id << "]\n\n";
}

void as_json(const std::vector<EvidenceCard>& cards, Day today, std::ostream& out) {
  JsonWriter json;
  json.begin_array();
  for (const EvidenceCard& card : cards) {
    json.begin_object();
    for (const auto& [name, value] : fields_of(card)) json.key(name).text(value);
    json.key("expired").boolean(card.expired(today)).end_object();
  }
  json.end_array();
  out << std::move(json).take() << "\n";
}

}  // namespace

std::vector<EvidenceCard> cards_of(const EvidenceOptions& options, std::string_view table,
                                   std::ostream& errors, std::int64_t& faults) {
  std::vector<EvidenceCard> cards = shipped_evidence();
  if (!table.empty()) {
    const auto rows = table_from(table);
    if (const auto* fault = std::get_if<TableFault>(&rows))
      throw std::runtime_error("line " + std::to_string(fault->line) + ": " + fault->reason);
    CardsRead read = cards_from(std::get<TextTable>(rows));
    for (const RowFault& fault : read.faults)
      errors << "line " << fault.line << ": " << fault.field << (fault.field.empty() ? "" : " ")
             << fault.reason << "\n";
    faults = static_cast<std::int64_t>(read.faults.size());
    cards = std::move(read.cards);
  }
  if (!options.aim.empty())
    std::erase_if(cards, [&](const EvidenceCard& card) { return card.aim != options.aim; });
  return cards;
}

std::int64_t list_evidence(const EvidenceOptions& options, std::string_view table, Day today,
                           std::ostream& out, std::ostream& errors) {
  if (options.fields) {
    for (const std::string& name : evidence_fields()) out << name << "\n";
    return 0;
  }
  std::int64_t faults = 0;
  const auto cards = cards_of(options, table, errors, faults);
  if (options.csv) {
    out << table_of(cards);
  } else if (options.json) {
    as_json(cards, today, out);
  } else {
    std::string aim;
    for (const EvidenceCard& card : cards) {
      if (card.aim != aim) out << (aim = card.aim) << "\n";
      tell(card, today, out);
    }
    if (cards.empty())
      out << "No card" << (options.aim.empty() ? "" : " for the aim " + options.aim) << ".\n";
    else
      out << cards.size() << " cards. Not clinical advice: review each before use.\n";
  }
  return faults;
}

}  // namespace alongside::cli
