// SPDX-License-Identifier: Apache-2.0
// Cards as a table, a card a row and a field a column: how a curator brings and takes them.
#pragma once

#include <string>
#include <vector>

#include "foundation/base/delimited.h"
#include "science/evidence_card.h"

namespace alongside {

struct RowFault {
  std::size_t line = 0;  ///< of the file, from 1
  std::string field;     ///< empty: the whole row
  std::string reason;
};

/// The rows that are cards, and what is wrong with the rest; the first row names the fields.
struct CardsRead {
  std::vector<EvidenceCard> cards;
  std::vector<RowFault> faults;
};
CardsRead cards_from(const TextTable& table);

/// With commas (RFC 4180), every field a column; cards_from reads it back to the same cards.
std::string table_of(const std::vector<EvidenceCard>& cards);

}  // namespace alongside
