// SPDX-License-Identifier: Apache-2.0
// A row a month, and values as digits.
#include "record/kept_counts.h"

#include <array>
#include <charconv>

namespace alongside::record {
namespace {

/// The shortest that gives the same number back.
std::string digits(std::optional<double> value) {
  if (!value) return {};
  std::array<char, 32> text{};
  return {text.data(), std::to_chars(text.data(), text.data() + text.size(), *value).ptr};
}

std::optional<double> number(std::string_view text) {
  double value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  return read.ec == std::errc() ? std::optional(value) : std::nullopt;
}

}  // namespace

std::optional<KeptCounts> kept_counts(const sql::Reading& reading, const KeptOf& of) {
  KeptCounts kept{};
  reading.each(
      "SELECT month_no, counted, out_of, value, kept_ms FROM kept_counts WHERE home_id = ?1 "
      "AND team_no = ?2 AND measure = ?3 ORDER BY month_no",
      {of.home, of.team, of.measure}, [&](const sql::Row& row) {
        kept.months.push_back(
            {Month{row.integer(0)}, {row.integer(1), row.integer(2)}, number(row.text(3))});
        kept.kept_at = {row.integer(4)};
      });
  return kept.months.empty() ? std::nullopt : std::optional(std::move(kept));
}

std::vector<Measure> recorded_measures_of_projects(const sql::Reading& reading,
                                                   const HuddleAccess& access) {
  std::vector<Measure> measures;
  reading.each(
      "SELECT m.content FROM project_measures m JOIN projects p ON p.home_id = m.home_id "
      "AND p.project_no = m.project_no WHERE m.home_id = ?1 AND p.team_no = ?2 "
      "AND m.ended_ms IS NULL AND p.ended_ms IS NULL AND m.standard = '' "
      "ORDER BY m.project_no, m.measure_no",
      {access.home(), access.team()}, [&](const sql::Row& row) {
        auto measure = measure_from(row.text(0));
        if (measure && measure.value().over_records) measures.push_back(std::move(measure.value()));
      });
  return measures;
}

void forget_kept_counts(sql::Writing& writing, const HuddleAccess& access) {
  writing.execute("DELETE FROM kept_counts WHERE home_id = ?1 AND team_no = ?2",
                  {access.home(), access.team()});
}

void keep_counts(sql::Writing& writing, const HuddleAccess& access, std::string_view measure,
                 const std::vector<MonthCount>& months, Instant now) {
  for (const MonthCount& month : months)
    writing.execute(
        "INSERT INTO kept_counts (home_id, team_no, measure, month_no, counted, out_of, value, "
        "kept_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        {access.home(), access.team(), measure, month.month.number, month.share.count,
         month.share.of, digits(month.value), now.utc_ms});
}

}  // namespace alongside::record
