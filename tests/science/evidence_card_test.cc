// SPDX-License-Identifier: Apache-2.0
// Cards: those shipped are whole, and what is wrong with one is told by its field.
#include "science/evidence_card.h"

#include <gtest/gtest.h>

#include <set>

namespace alongside {
namespace {

std::string card(const std::string& instead = "", const std::string& of = "") {
  std::string text =
      "id: x\naim: sleep\naction: walk\ncompared with: nothing\npeople: adults\noutcome: sleep\n"
      "scale: odds ratio\nestimate: 1.5\ninterval: 1.1 to 2\nbetter: more\ncitation: A 2020\n"
      "source: https://a.example\nsecond source: https://b.example\nchecked: 2026-01-01\n"
      "review by: 2028-01-01\n";
  const std::size_t at = of.empty() ? std::string::npos : text.find("\n" + of + ":");
  if (at != std::string::npos) text.erase(at + 1, text.find('\n', at + 1) - at);
  return text + instead;
}

std::string fault_of(const std::string& text) {
  const auto read = evidence_card_from(text);
  const auto* fault = std::get_if<CardFault>(&read);
  return fault == nullptr ? "" : fault->field + " " + fault->reason;
}

}  // namespace

TEST(EvidenceCard, those_shipped_are_read_twice_and_have_two_sources) {
  std::set<std::string> ids;
  for (const EvidenceCard& one : shipped_evidence()) {
    SCOPED_TRACE(one.id);
    EXPECT_TRUE(ids.insert(one.id).second);
    EXPECT_FALSE(one.second_kind.empty());
    EXPECT_TRUE(one.reviewer.empty());  // Nobody's clinic has looked at them yet.
    EXPECT_TRUE(one.source.starts_with("http") && one.second_source.starts_with("http"));
    const auto again = evidence_card_of(fields_of(one));
    ASSERT_TRUE(std::holds_alternative<EvidenceCard>(again));
    EXPECT_EQ(fields_of(std::get<EvidenceCard>(again)), fields_of(one));
  }
  EXPECT_GE(ids.size(), 30U);
}

TEST(EvidenceCard, what_is_wrong_is_told_by_its_field) {
  EXPECT_EQ(fault_of(card()), "");
  EXPECT_EQ(fault_of(card("", "action")), "action is missing");
  EXPECT_EQ(fault_of(card("colour: red\n")), "colour is no field of a card");
  EXPECT_EQ(fault_of(card("aim: pain\n")), "aim stands twice");
  EXPECT_EQ(fault_of(card("estimate: high\n", "estimate")), "estimate is no number");
  EXPECT_EQ(fault_of(card("estimate: 3\n", "estimate")), "interval does not hold the estimate");
  EXPECT_EQ(fault_of(card("interval: 2 to 1\n", "interval")),
            "interval is not two rising numbers with \"to\" between them");
  EXPECT_EQ(fault_of(card("interval: -1 to 2\n", "interval")), "interval of a ratio is above 0");
  EXPECT_EQ(fault_of(card("scale: mean difference\n", "scale")),
            "unit is missing: a mean difference has one");
  EXPECT_EQ(fault_of(card("second source: https://a.example\n", "second source")),
            "second source is the first once more");
  EXPECT_EQ(fault_of(card("review by: 2025-01-01\n", "review by")),
            "review by lies before the day it was checked");
  EXPECT_EQ(fault_of(card("checked: yesterday\n", "checked")),
            "checked is no day such as 2026-11-22");
}

TEST(EvidenceCard, expires_after_its_day) {
  const auto read = std::get<EvidenceCard>(evidence_card_from(card()));
  EXPECT_FALSE(read.expired(Day::of(2028, 1, 1)));
  EXPECT_TRUE(read.expired(Day::of(2028, 1, 2)));
  EXPECT_TRUE(read.clear_of_none());
}

}  // namespace alongside
