// SPDX-License-Identifier: Apache-2.0
// What is said before a test of change begins: why it should work, what is seen, what will happen
// and how sure that is, how large, how long, when it stops, who backs it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/base/clock.h"
#include "foundation/base/outcome.h"

namespace alongside {

/// How what is seen becomes a number. share: so many out of so many, told out of 100. number: a
/// value each time, such as minutes.
enum class SeenAs { share, number };
std::string_view code_of(SeenAs seen);

/// What is said beforehand. more, less, same: against how it is now. between: from low to high.
enum class Predicted { more, less, same, between };
inline constexpr std::array predictions = {Predicted::more, Predicted::less, Predicted::same,
                                           Predicted::between};
std::string_view code_of(Predicted predicted);

struct TestPlan {
  std::string title = {};
  std::string hypothesis = {};  ///< why it should work: the theory
  std::int64_t idea = 0;        ///< the change idea of the driver diagram; 0: none
  std::int64_t measure = 0;     ///< of the project, on whose chart the test stands; 0: none
  std::string what = {};        ///< what is seen: "visits where the aim was written down"
  SeenAs seen = SeenAs::share;
  std::optional<std::int64_t> now_milli = {};  ///< how it is now, in thousandths; of 100 for shares
  Predicted predicted = Predicted::more;
  std::int64_t low_milli = 0, high_milli = 0;  ///< of `between`
  std::int64_t confidence = 0;                 ///< how sure, 0 to 100
  std::int64_t size = 0;                       ///< how many people, visits or times are meant
  Day begins = {}, ends = {};
  std::string stop_rule = {};          ///< when it stops at once
  std::int64_t minutes_of_people = 0;  ///< work that it asks of those who test
  std::string sponsor = {};            ///< who backs it
  std::string who = {};                ///< who does it
  std::string supplies = {};           ///< what is needed; may be empty
  std::string permission = {};         ///< who said that it may be done; may be empty
  std::int64_t follows = 0;            ///< the test that this one grew out of; 0: none
};

struct TestDraft {
  std::string title = {}, hypothesis = {}, idea = {}, measure = {}, what = {}, seen = {}, now = {},
              predicted = {}, low = {}, high = {}, confidence = {}, size = {}, begins = {},
              ends = {}, stop_rule = {}, hours = {}, sponsor = {}, who = {}, supplies = {},
              permission = {}, follows = {};
};
constexpr std::size_t test_title_characters_max = 80;
constexpr std::size_t test_words_characters_max = 400;
constexpr std::int64_t test_size_max = 100'000;
constexpr std::int64_t test_days_max = 366;

/// What may be referred to.
struct AroundTest {
  std::vector<std::int64_t> ideas, measures, tests;
};
/// Numbers as people write them, with a decimal point or comma and three decimals at most. Refused
/// beside the fields, all at once: "test.words_missing" (title, hypothesis, what, stop_rule,
/// sponsor, who), "test.long", "test.choose" (seen, predicted), "test.number" (now, low, high),
/// "test.now_missing" (now) where a direction is predicted, "test.range" (high) where high is under
/// low, "test.of_100" where a share lies outside 0 to 100, "test.confidence", "test.size",
/// "test.hours", "test.day" (begins, ends), "test.ends_before" and "test.too_long" (ends),
/// "test.unknown" (idea, measure, follows).
Outcome<TestPlan> plan_from(const TestDraft& draft, const AroundTest& around);

}  // namespace alongside
