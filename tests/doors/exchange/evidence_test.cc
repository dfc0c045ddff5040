// SPDX-License-Identifier: Apache-2.0
// Cards go to FHIR and come back the same; what others wrote is read as far as it goes.
#include "doors/exchange/evidence.h"

#include <gtest/gtest.h>

#include "science/evidence_table.h"

namespace alongside::exchange {
namespace {

CardsRead read_back(const std::string& fhir) {
  const auto table = table_from(evidence_table_from(fhir).value());
  return cards_from(std::get<TextTable>(table));
}

}  // namespace

TEST(Evidence, every_card_comes_back_as_it_was) {
  const auto& shipped = shipped_evidence();
  const CardsRead back = read_back(evidence_bundle(shipped));
  EXPECT_TRUE(back.faults.empty());
  ASSERT_EQ(back.cards.size(), shipped.size());
  for (std::size_t i = 0; i < shipped.size(); ++i)
    EXPECT_EQ(fields_of(back.cards[i]), fields_of(shipped[i])) << shipped[i].id;
}

TEST(Evidence, judgements_by_domain_minutes_and_reviewer_come_back) {
  EvidenceCard card = shipped_evidence().front();
  card.certainty = EvidenceCertainty::very_low;
  card.domains = {"high", "suspected", "very serious"};
  card.minutes_per_week = 90;
  card.money = "Bus fare, \"about\" 4 a week, or nothing";
  card.reviewer = "Dr Lind";
  card.level = 90;
  const CardsRead back = read_back(evidence_bundle({card}));
  ASSERT_EQ(back.cards.size(), 1U);
  EXPECT_EQ(fields_of(back.cards.front()), fields_of(card));
}

// As Evidence Based Medicine on FHIR writes it: words and codes of other systems, an interval with
// a level in parts of one, nothing of ours.
TEST(Evidence, of_others_is_read_and_says_what_is_missing) {
  const CardsRead read = read_back(
      R"({"resourceType":"Evidence","id":"e1","status":"active","citeAsMarkdown":"Author 2020",
      "variableDefinition":[
       {"description":"Adults with pain","variableRole":{"coding":[{"code":"population"}]}},
       {"description":"Walking","variableRole":{"coding":[{"code":"exposure"}]}},
       {"description":"Usual care","variableRole":{"coding":[{"code":"referenceExposure"}]}},
       {"description":"Falls","variableRole":{"coding":[{"code":"measuredVariable"}]}}],
      "statistic":[{"statisticType":{"coding":[{"display":"Relative Risk","code":"C93152"}]},
       "quantity":{"value":0.80},"sampleSize":{"numberOfStudies":3,"numberOfParticipants":411},
       "attributeEstimate":[{"level":0.95,"range":{"low":{"value":0.7},"high":{"value":0.9}}}]}],
      "certainty":[{"type":{"text":"Overall certainty"},"rating":{"coding":[{"code":"moderate"}],"text":"Moderate"}}]})");
  EXPECT_TRUE(read.cards.empty());
  ASSERT_FALSE(read.faults.empty());
  EXPECT_EQ(read.faults.front().field, "aim");
  const std::string table = *evidence_table_from(
      R"({"resourceType":"Evidence","id":"e1","statistic":[{"statisticType":{"text":"Standardised mean difference"},
      "quantity":{"value":-0.5},"attributeEstimate":[{"level":0.9,"range":{"low":{"value":-0.7},"high":{"value":-0.3}}}]}]})");
  EXPECT_NE(table.find("\"standardised mean difference\",\"-0.5\",\"-0.7 to -0.3\",\"90\""),
            std::string::npos)
      << table;
}

TEST(Evidence, what_holds_none_is_refused) {
  EXPECT_FALSE(evidence_table_from("{"));
  EXPECT_FALSE(evidence_table_from("[]"));
  EXPECT_FALSE(evidence_table_from(
      R"({"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Goal"}}]})"));
}

}  // namespace alongside::exchange
