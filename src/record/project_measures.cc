// SPDX-License-Identifier: Apache-2.0
// Definitions as the lines they are read from; numbers one after another.
#include "record/project_measures.h"

#include <algorithm>

namespace alongside::record {

using sql::Reading;
using sql::Row;
using sql::Writing;

namespace {

std::string id_of(const ProjectAccess& access, std::int64_t measure) {
  return "p" + std::to_string(access.number()) + "m" + std::to_string(measure);
}

std::optional<Measure> measure_in(std::string_view standard, std::string_view content) {
  if (standard.empty()) {
    const auto read = measure_from(content);
    return read ? std::optional(read.value()) : std::nullopt;
  }
  const auto& all = standard_measures();
  const auto found = std::ranges::find(all, standard, &Measure::id);
  return found == all.end() ? std::nullopt : std::optional(*found);
}

}  // namespace

std::vector<ProjectMeasure> project_measures(const Reading& reading, const ProjectAccess& access) {
  std::vector<ProjectMeasure> measures;
  reading.each(
      "SELECT measure_no, standard, content FROM project_measures WHERE home_id = ?1 "
      "AND project_no = ?2 AND ended_ms IS NULL ORDER BY measure_no",
      {access.home(), access.number()}, [&](const Row& row) {
        if (auto measure = measure_in(row.text(1), row.text(2)))
          measures.push_back({row.integer(0), std::move(*measure)});
      });
  return measures;
}

std::int64_t put_measure(Writing& writing, const ProjectAccess& access, std::int64_t number,
                         const Measure& measure, UserNo written_by, Instant now) {
  if (number == 0)
    number = writing.integer(
        "SELECT coalesce(max(measure_no), 0) + 1 FROM project_measures WHERE home_id = ?1 "
        "AND project_no = ?2",
        {access.home(), access.number()});
  const std::int64_t version = writing.integer(
      "SELECT coalesce(max(version_no), 0) + 1 FROM project_measures WHERE home_id = ?1 "
      "AND project_no = ?2 AND measure_no = ?3",
      {access.home(), access.number(), number});
  Measure kept = measure;
  if (kept.own()) {
    kept.id = id_of(access, number);
    kept.version = version;
  }
  end_measure(writing, access, number, now);
  writing.execute(
      "INSERT INTO project_measures (home_id, project_no, measure_no, version_no, standard, "
      "content, written_by, written_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
      {access.home(), access.number(), number, version, kept.own() ? "" : kept.id,
       kept.own() ? lines_of(kept) : "", written_by.value, now.utc_ms});
  return number;
}

void end_measure(Writing& writing, const ProjectAccess& access, std::int64_t measure, Instant now) {
  writing.execute(
      "UPDATE project_measures SET ended_ms = ?4 WHERE home_id = ?1 AND project_no = ?2 "
      "AND measure_no = ?3 AND ended_ms IS NULL",
      {access.home(), access.number(), measure, now.utc_ms});
  access.touch({PartKind::project, access.number()});
}

std::vector<MeasureNumber> measure_numbers(const Reading& reading, const ProjectAccess& access,
                                           std::int64_t measure) {
  return reading.all(
      "SELECT n.entry_no, n.number_day, n.counted, n.out_of, n.value_milli, n.taken_out, "
      "coalesce((SELECT u.name FROM users u WHERE u.home_id = ?1 AND u.user_no = n.entered_by), "
      "''), n.entered_ms FROM measure_numbers n WHERE n.home_id = ?1 AND n.project_no = ?2 "
      "AND n.measure_no = ?3 ORDER BY n.entry_no",
      {access.home(), access.number(), measure}, [](const Row& row) {
        MeasureNumber number;
        number.entry = row.integer(0);
        number.day = {row.integer(1)};
        number.share = {row.integer(2), row.integer(3)};
        number.value_milli = row.integer(4);
        number.taken_out = row.integer(5) == 1;
        number.entered_by = row.text(6);
        number.entered_at = {row.integer(7)};
        return number;
      });
}

void add_numbers(Writing& writing, const ProjectAccess& access, std::int64_t measure,
                 const std::vector<MeasureNumber>& numbers, UserNo entered_by, Instant now) {
  std::int64_t entry = writing.integer(
      "SELECT coalesce(max(entry_no), 0) FROM measure_numbers WHERE home_id = ?1 "
      "AND project_no = ?2 AND measure_no = ?3",
      {access.home(), access.number(), measure});
  for (const MeasureNumber& number : numbers)
    writing.execute(
        "INSERT INTO measure_numbers (home_id, project_no, measure_no, entry_no, number_day, "
        "counted, out_of, value_milli, taken_out, entered_by, entered_ms) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        {access.home(), access.number(), measure, ++entry, number.day.number, number.share.count,
         number.share.of, number.value_milli, number.taken_out ? 1 : 0, entered_by.value,
         now.utc_ms});
  access.touch({PartKind::project_numbers, access.number(), measure});
}

}  // namespace alongside::record
