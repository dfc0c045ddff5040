// SPDX-License-Identifier: Apache-2.0
// Cards as a table and back; a row that is none leaves the others whole.
#include "science/evidence_table.h"

#include <gtest/gtest.h>

namespace alongside {

TEST(EvidenceTable, what_goes_out_comes_back_the_same) {
  const std::string text = table_of(shipped_evidence());
  const auto table = table_from(text);
  const CardsRead read = cards_from(std::get<TextTable>(table));
  EXPECT_TRUE(read.faults.empty()) << read.faults.front().field << read.faults.front().reason;
  ASSERT_EQ(read.cards.size(), shipped_evidence().size());
  for (std::size_t i = 0; i < read.cards.size(); ++i)
    EXPECT_EQ(fields_of(read.cards[i]), fields_of(shipped_evidence()[i]));
  EXPECT_EQ(table_of(read.cards), text);
}

TEST(EvidenceTable, a_row_that_is_no_card_is_told_by_line_and_field) {
  std::string text = table_of({shipped_evidence()[0], shipped_evidence()[1]});
  const std::string id = shipped_evidence()[1].id;
  text.replace(text.find(id), id.size(), "");
  text += text.substr(text.find('\n') + 1, text.find('\n', text.find('\n') + 1) - text.find('\n'));
  const auto table = table_from(text);
  const CardsRead read = cards_from(std::get<TextTable>(table));
  EXPECT_EQ(read.cards.size(), 1U);
  ASSERT_EQ(read.faults.size(), 2U);
  EXPECT_EQ(read.faults[0].line, 3U);
  EXPECT_EQ(read.faults[0].field, "id");
  EXPECT_EQ(read.faults[1].reason, "stands in a row before");
}

TEST(EvidenceTable, another_table_is_told_once) {
  const auto table = table_from("name;value\na;1\nb;2\n");
  const CardsRead read = cards_from(std::get<TextTable>(table));
  ASSERT_EQ(read.faults.size(), 1U);
  EXPECT_EQ(read.faults[0].field, "name");
  EXPECT_EQ(read.faults[0].line, 1U);
}

}  // namespace alongside
