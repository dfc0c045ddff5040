// SPDX-License-Identifier: Apache-2.0
// Cards as the lines they are read from.
#include "record/evidence.h"

namespace alongside::record {

using sql::Reading;
using sql::Row;
using sql::Writing;

std::vector<EvidenceCard> cards_kept(const Reading& reading, HomeNo home) {
  std::vector<EvidenceCard> cards;
  reading.each(
      "SELECT content FROM evidence_cards WHERE home_id = ?1 AND ended_ms IS NULL ORDER BY card_id",
      {home.value}, [&](const Row& row) {
        auto read = evidence_card_from(row.text(0));
        if (auto* card = std::get_if<EvidenceCard>(&read)) cards.push_back(std::move(*card));
      });
  return cards;
}

std::int64_t keep_card(Writing& writing, HomeNo home, EvidenceCard card, std::string_view kept_by,
                       Instant now) {
  const std::int64_t before = writing.integer(
      "SELECT coalesce(max(version_no), 0) FROM evidence_cards WHERE home_id = ?1 AND card_id = ?2",
      {home.value, card.id});
  card.version = std::max(card.version, before + 1);
  end_card(writing, home, card.id, now);
  writing.execute(
      "INSERT INTO evidence_cards (home_id, card_id, version_no, content, kept_by, kept_ms) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
      {home.value, card.id, card.version, lines_of(card), kept_by, now.utc_ms});
  return card.version;
}

void end_card(Writing& writing, HomeNo home, std::string_view card, Instant now) {
  writing.execute(
      "UPDATE evidence_cards SET ended_ms = ?3 WHERE home_id = ?1 AND card_id = ?2 "
      "AND ended_ms IS NULL",
      {home.value, card, now.utc_ms});
}

}  // namespace alongside::record
