// SPDX-License-Identifier: Apache-2.0
// Numbers of a project's own measures: typed, pasted or sent as a file. They are added and never
// overwritten; of two for one day the later entry holds.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/base/clock.h"
#include "foundation/base/outcome.h"
#include "foundation/base/quantity.h"
#include "improvement/chart.h"

namespace alongside {

struct MeasureNumber {
  std::int64_t entry = 0;  ///< counts up with each number that is entered
  Day day = {};
  Proportion share = {};         ///< of a share or rate; a count is out of 1
  std::int64_t value_milli = 0;  ///< of a value, in thousandths
  bool taken_out = false;        ///< from this entry on the day has no number
  std::string entered_by = {};
  Instant entered_at = {};

  bool says_the_same(const MeasureNumber& other) const {
    return share == other.share && value_milli == other.value_milli && taken_out == other.taken_out;
  }
};

struct MeasureNumberDraft {
  std::string day = {}, count = {}, of = {}, value = {};
};
/// Refused beside the fields: "number.day" (day), "number.day_ahead", "number.count" (a whole
/// number from 0), "number.of" (a whole number from 1), "number.more_than_of" (count, of shares),
/// "number.value".
Outcome<MeasureNumber> number_from(const MeasureNumberDraft& draft, CountedAs counted, Day today);

/// What is wrong with a row of a table.
struct NumberFault {
  std::size_t line = 0;     ///< of the text, from 1
  std::string key = {};     ///< words key, as above, or "number.twice"
  std::string column = {};  ///< as it is called in the table
};
/// All rows, or every reason why not.
struct NumbersRead {
  std::vector<MeasureNumber> numbers;  ///< in order of their days
  std::vector<NumberFault> faults;
  std::string not_a_table;  ///< a sentence in English, where the whole text cannot be read
  std::string time_name, count_name, of_name;  ///< the columns that were taken
  std::size_t without_number = 0;              ///< rows whose cells are empty: missing, not zero
};
constexpr std::size_t numbers_at_once_max = 5'000;
/// Columns are found as `alongside chart` finds them (improvement/chart_table.h).
NumbersRead numbers_from(std::string_view text, CountedAs counted, Day today);

/// What holds of all entries, in order of days; as it was at `as_of`, where that is given.
std::vector<MeasureNumber> holding(const std::vector<MeasureNumber>& entries,
                                   std::optional<Instant> as_of = std::nullopt);

/// A day whose number is another than it was.
struct NumberChange {
  Day day;
  std::optional<MeasureNumber> before;
  std::optional<MeasureNumber> after;
};
std::vector<NumberChange> changed_since(const std::vector<MeasureNumber>& entries, Instant then);

/// CSV as numbers_from and `alongside chart` read it, the definition above it behind #.
std::string table_of(const Measure& measure, const std::vector<MeasureNumber>& numbers);

/// `numbers` as `holding` gives them. Between months, and between days that lie whole weeks apart,
/// times without a number are missing points.
std::vector<SeriesPoint> series_of(const std::vector<MeasureNumber>& numbers, CountedAs counted);

}  // namespace alongside
