// SPDX-License-Identifier: Apache-2.0
// Numbers in, and the series that they make.
#include "change/measure_numbers.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "foundation/base/delimited.h"
#include "foundation/base/text.h"
#include "foundation/statistics/series.h"
#include "improvement/chart_table.h"

namespace alongside {
namespace {

constexpr double milli = 1000;
constexpr double count_max = 1e12;
constexpr std::int64_t week_days = 7;

bool is_sized(CountedAs counted) {
  return counted == CountedAs::share || counted == CountedAs::rate;
}

bool is_whole(double value) { return value == std::floor(value) && std::abs(value) <= count_max; }

/// What a row or a form holds, checked in the one way.
std::string_view fault_of(CountedAs counted, double count, double of) {
  if (counted == CountedAs::value) {
    const double scaled = count * milli;
    const bool kept = std::abs(count) <= count_max && std::abs(scaled - std::round(scaled)) < 1e-6;
    return kept ? "" : "number.value";
  }
  if (!is_whole(count) || count < 0) return "number.count";
  if (!is_sized(counted)) return "";
  if (!is_whole(of) || of < 1) return "number.of";
  if (counted == CountedAs::share && count > of) return "number.more_than_of";
  return "";
}

MeasureNumber number_of(Day day, CountedAs counted, double count, double of) {
  MeasureNumber number;
  number.day = day;
  if (counted == CountedAs::value)
    number.value_milli = std::llround(count * milli);
  else
    number.share = {static_cast<std::int64_t>(count),
                    is_sized(counted) ? static_cast<std::int64_t>(of) : 1};
  return number;
}

/// Takes the rows of a table that was read, one after another.
class RowsTaken {
 public:
  RowsTaken(const ChartTable& table, CountedAs counted, Day today)
      : table_(table), counted_(counted), today_(today) {
    read_.time_name = table.x_name;
    read_.count_name = table.y_name;
    read_.of_name = is_sized(counted) ? table.n_name : "";
  }

  NumbersRead take() && {
    for (std::size_t i = 0; i < table_.keys.size(); ++i) row(i);
    if (!read_.faults.empty()) read_.numbers.clear();
    std::ranges::sort(read_.numbers, {}, &MeasureNumber::day);
    return std::move(read_);
  }

 private:
  void say(std::size_t i, std::string_view key, const std::string& column) {
    read_.faults.push_back({table_.lines[i], std::string(key), column});
  }

  void row(std::size_t i) {
    const Day day{static_cast<std::int64_t>(std::floor(table_.keys[i]))};
    const double count = table_.y[i];
    const double of = table_.n.empty() ? 1 : table_.n[i];
    if (day > today_) return say(i, "number.day_ahead", table_.x_name);
    if (statistics::is_missing(count) || (is_sized(counted_) && statistics::is_missing(of))) {
      ++read_.without_number;
      return;
    }
    const std::string_view fault = fault_of(counted_, count, of);
    if (!fault.empty()) return say(i, fault, fault == "number.of" ? table_.n_name : table_.y_name);
    if (!days_.emplace(day, i).second) return say(i, "number.twice", table_.x_name);
    read_.numbers.push_back(number_of(day, counted_, count, of));
  }

  const ChartTable& table_;
  CountedAs counted_;
  Day today_;
  std::map<Day, std::size_t> days_;
  NumbersRead read_;
};

NumbersRead refused(std::string sentence) {
  NumbersRead read;
  read.not_a_table = std::move(sentence);
  return read;
}

/// As they are called; three columns that are not called anything: day, count, out of how many.
std::variant<ChartTable, ChartTableFault> columns_of(const TextTable& table, CountedAs counted) {
  auto read = chart_table(table, {});
  const auto* columns = std::get_if<ChartTable>(&read);
  const bool three =
      std::ranges::all_of(table.rows, [](const auto& row) { return row.size() == 3; });
  if (is_sized(counted) && three && (columns == nullptr || columns->n.empty())) {
    ColumnsAsked in_order;
    in_order.x = "1";
    in_order.y = "2";
    in_order.n = "3";
    return chart_table(table, in_order);
  }
  return read;
}

/// How far the next point of a series lies after this one: a month, or so many weeks, of which all
/// others are a multiple.
struct Step {
  enum class Kind { none, days, month };
  Kind kind = Kind::none;
  std::int64_t days = 0;
};
Step step_of(const std::vector<MeasureNumber>& numbers) {
  if (numbers.size() < 3) return {};
  if (std::ranges::all_of(numbers,
                          [](const MeasureNumber& one) { return one.day.day_of_month() == 1; }))
    return {Step::Kind::month, 0};
  std::int64_t days = numbers[1].day.number - numbers[0].day.number;
  for (std::size_t i = 2; i < numbers.size(); ++i)
    days = std::min(days, numbers[i].day.number - numbers[i - 1].day.number);
  const bool whole_weeks = days > 0 && days % week_days == 0;
  const bool all = whole_weeks && std::ranges::all_of(numbers, [&](const MeasureNumber& one) {
                     return (one.day.number - numbers.front().day.number) % days == 0;
                   });
  return all ? Step{Step::Kind::days, days} : Step{};
}

Day after(Day day, Step step) {
  return step.kind == Step::Kind::month ? Month::of(day).plus(1).first_day() : day.plus(step.days);
}

}  // namespace

Outcome<MeasureNumber> number_from(const MeasureNumberDraft& draft, CountedAs counted, Day today) {
  std::vector<Fault> faults;
  const auto day = Day::from_iso(one_line(draft.day));
  if (!day) faults.push_back({"number.day", "day"});
  if (day && *day > today) faults.push_back({"number.day_ahead", "day"});
  const bool value = counted == CountedAs::value;
  const auto count = number_in(value ? draft.value : draft.count, ';');
  const auto of = is_sized(counted) ? number_in(draft.of, ';') : std::optional(1.0);
  if (!count)
    faults.push_back(value ? Fault{"number.value", "value"} : Fault{"number.count", "count"});
  if (!of) faults.push_back({"number.of", "of"});
  if (count && of) {
    const std::string fault(fault_of(counted, *count, *of));
    if (!fault.empty())
      faults.push_back({fault, fault == "number.of" ? "of" : value ? "value" : "count"});
  }
  if (!faults.empty()) return Refusal(std::move(faults));
  return number_of(*day, counted, *count, *of);
}

NumbersRead numbers_from(std::string_view text, CountedAs counted, Day today) {
  const auto table = table_from(text);
  if (const auto* fault = std::get_if<TableFault>(&table))
    return refused("Line " + std::to_string(fault->line) + ": " + fault->reason);
  const auto read = columns_of(std::get<TextTable>(table), counted);
  if (const auto* fault = std::get_if<ChartTableFault>(&read)) return refused(fault->message);
  const ChartTable& columns = std::get<ChartTable>(read);
  if (!columns.dated) return refused("The first column must hold days or months.");
  if (columns.keys.size() > numbers_at_once_max)
    return refused("That is more than " + std::to_string(numbers_at_once_max) + " rows.");
  if (is_sized(counted) && columns.n.empty())
    return refused("A column with what it is out of is missing.");
  return RowsTaken(columns, counted, today).take();
}

std::vector<MeasureNumber> holding(const std::vector<MeasureNumber>& entries,
                                   std::optional<Instant> as_of) {
  std::map<Day, const MeasureNumber*> latest;
  for (const MeasureNumber& entry : entries) {
    if (as_of && entry.entered_at > *as_of) continue;
    const MeasureNumber*& held = latest[entry.day];
    if (held == nullptr || held->entry < entry.entry) held = &entry;
  }
  std::vector<MeasureNumber> numbers;
  for (const auto& [day, number] : latest)
    if (!number->taken_out) numbers.push_back(*number);
  return numbers;
}

std::vector<NumberChange> changed_since(const std::vector<MeasureNumber>& entries, Instant then) {
  std::map<Day, NumberChange> days;
  for (const MeasureNumber& number : holding(entries, then))
    days.try_emplace(number.day, NumberChange{number.day, {}, {}}).first->second.before = number;
  for (const MeasureNumber& number : holding(entries))
    days.try_emplace(number.day, NumberChange{number.day, {}, {}}).first->second.after = number;
  std::vector<NumberChange> changes;
  for (const auto& [day, change] : days)
    if (!change.before || !change.after || !change.before->says_the_same(*change.after))
      changes.push_back(change);
  return changes;
}

std::string table_of(const Measure& measure, const std::vector<MeasureNumber>& numbers) {
  std::string text;
  const std::string lines = lines_of(measure);
  for (const std::string_view line : split(lines, '\n'))
    if (!line.empty()) text += "# " + std::string(line) + "\n";
  const bool value = measure.counted == CountedAs::value;
  text += value ? "day,value\n" : is_sized(measure.counted) ? "day,count,of\n" : "day,count\n";
  for (const MeasureNumber& number : numbers) {
    text += number.day.iso() + ",";
    if (value) {
      const std::int64_t size = std::abs(number.value_milli);
      std::string decimals = std::to_string(1000 + size % 1000).substr(1);
      while (!decimals.empty() && decimals.back() == '0') decimals.pop_back();
      text += (number.value_milli < 0 ? "-" : "") + std::to_string(size / 1000) +
              (decimals.empty() ? "" : "." + decimals) + "\n";
      continue;
    }
    text += std::to_string(number.share.count);
    if (is_sized(measure.counted)) text += "," + std::to_string(number.share.of);
    text += "\n";
  }
  return text;
}

std::vector<SeriesPoint> series_of(const std::vector<MeasureNumber>& numbers, CountedAs counted) {
  const Step step = step_of(numbers);
  std::vector<SeriesPoint> series;
  for (const MeasureNumber& number : numbers) {
    while (step.kind != Step::Kind::none && !series.empty() &&
           after(series.back().day, step) < number.day)
      series.push_back({after(series.back().day, step), {}, {}});
    SeriesPoint point{number.day, {}, {}};
    if (counted == CountedAs::value)
      point.value = static_cast<double>(number.value_milli) / milli;
    else
      point.share = number.share;
    series.push_back(point);
  }
  return series;
}

}  // namespace alongside
