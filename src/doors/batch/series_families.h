// SPDX-License-Identifier: Apache-2.0
// One function a family of charts: takes its columns and options, writes points, phases, summary
// and warnings. The names of columns are those of tests/reference/spc.
#pragma once

#include "doors/batch/series_request.h"
#include "foundation/base/json.h"

namespace alongside::batch {

/// Charts of one series in phases with Anhøj's rules: families qic and pbc.
void chart_by_phases(const SeriesRequest& request, JsonWriter& out);
void chart_by_nhs_rules(const SeriesRequest& request, JsonWriter& out);
void chart_by_textbook(const SeriesRequest& request, JsonWriter& out);
void chart_cusum(const SeriesRequest& request, JsonWriter& out);
void chart_ewma(const SeriesRequest& request, JsonWriter& out);
void chart_bernoulli(const SeriesRequest& request, JsonWriter& out);
void chart_risk_adjusted(const SeriesRequest& request, JsonWriter& out);
void chart_stable_shifts(const SeriesRequest& request, JsonWriter& out);
void chart_funnel(const SeriesRequest& request, JsonWriter& out);

/// Families without phases or warnings.
inline void no_more(JsonWriter& out) {
  out.key("phases").begin_array().end_array();
  out.key("warnings").begin_array().end_array();
}

/// The option, or `otherwise`; refused where it is not above zero.
inline double above_zero(const SeriesRequest& request, std::string_view option, double otherwise) {
  const double value = request.number_or(option, otherwise);
  if (!(value > 0))
    throw SeriesFault{"not_above_zero", "\"" + std::string(option) + "\" is above zero."};
  return value;
}

/// "name":[…] over i = 0 … n-1.
template <class At>
void column(JsonWriter& out, std::string_view name, std::size_t n, At at) {
  out.key(name).begin_array();
  for (std::size_t i = 0; i < n; ++i) {
    if constexpr (std::is_same_v<decltype(at(i)), bool>)
      out.boolean(at(i));
    else if constexpr (std::is_same_v<decltype(at(i)), double>)
      out.number(at(i));
    else if constexpr (std::is_convertible_v<decltype(at(i)), std::string_view>)
      out.text(at(i));
    else
      out.integer(static_cast<std::int64_t>(at(i)));
  }
  out.end_array();
}

}  // namespace alongside::batch
