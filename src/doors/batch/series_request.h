// SPDX-License-Identifier: Apache-2.0
// The parts of a request for a chart, checked as they are taken.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/base/json_value.h"
#include "foundation/statistics/control_limits.h"
#include "foundation/statistics/series.h"

namespace alongside::batch {

/// Why a series cannot be charted. `row` counts from 1; 0: no single one.
struct SeriesFault {
  std::string code;
  std::string message;
  std::size_t row = 0;
};

/// Times of a series as keys that sort, and as they were written.
struct Times {
  std::vector<double> keys;  ///< NaN: missing
  std::vector<const JsonValue*> written;
  bool categories = false;  ///< text that is no date: no order, no runs
};

/// Every getter throws SeriesFault for what has the wrong type.
class SeriesRequest {
 public:
  explicit SeriesRequest(const JsonValue& root);

  std::string_view family() const { return family_; }
  std::string_view profile() const { return profile_; }
  std::string_view chart() const { return chart_; }
  const JsonValue* name() const { return root_.member("name"); }

  /// A column of numbers; null is missing. Empty when it is absent and not needed.
  std::vector<double> numbers(std::string_view column, bool needed = true) const;
  std::vector<std::string> texts(std::string_view column) const;
  Times times(std::size_t rows) const;
  const JsonValue* input(std::string_view column) const;

  std::optional<double> number(std::string_view option) const;
  double number_or(std::string_view option, double otherwise) const;
  bool flag_or(std::string_view option, bool otherwise) const;
  std::string text_or(std::string_view option, std::string_view otherwise) const;
  /// Whole numbers from 1; anything else is refused with `code`.
  std::vector<std::size_t> indices(std::string_view option, std::string_view code) const;
  std::vector<std::string> option_texts(std::string_view option) const;
  std::optional<std::size_t> count(std::string_view option, std::string_view code) const;

 private:
  const JsonValue* option(std::string_view name) const;
  const JsonValue& root_;
  std::string family_, profile_, chart_;
};

/// What a kind of chart demands of its values: counts not below zero, not more than their size,
/// times above zero. Throws SeriesFault with the row.
void check_values(statistics::ChartKind kind, const std::vector<double>& y,
                  const std::vector<double>& n);
void same_length(std::size_t a, std::size_t b, std::string_view what);

}  // namespace alongside::batch
