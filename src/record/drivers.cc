// SPDX-License-Identifier: Apache-2.0
// Drivers get versions; what was said before stays.
#include "record/drivers.h"

namespace alongside::record {

using sql::Reading;
using sql::Row;
using sql::Writing;

namespace {

DriverKind kind_in(std::string_view code) {
  for (const DriverKind kind : {DriverKind::primary, DriverKind::secondary})
    if (code_of(kind) == code) return kind;
  return DriverKind::change;
}

}  // namespace

std::vector<Driver> drivers(const Reading& reading, const ProjectAccess& access) {
  return reading.all(
      "SELECT driver_no, version_no, kind, under_no, words, measure_no FROM drivers "
      "WHERE home_id = ?1 AND project_no = ?2 AND ended_ms IS NULL ORDER BY driver_no",
      {access.home(), access.number()}, [](const Row& row) {
        return Driver{row.integer(0), row.integer(1),           kind_in(row.text(2)),
                      row.integer(3), std::string(row.text(4)), row.integer(5)};
      });
}

std::int64_t put_driver(Writing& writing, const ProjectAccess& access, const Driver& driver,
                        UserNo written_by, Instant now) {
  std::int64_t number = driver.number;
  if (number == 0)
    number = writing.integer(
        "SELECT coalesce(max(driver_no), 0) + 1 FROM drivers WHERE home_id = ?1 "
        "AND project_no = ?2",
        {access.home(), access.number()});
  const std::int64_t version = writing.integer(
      "SELECT coalesce(max(version_no), 0) + 1 FROM drivers WHERE home_id = ?1 "
      "AND project_no = ?2 AND driver_no = ?3",
      {access.home(), access.number(), number});
  take_driver_out(writing, access, number, now);
  writing.execute(
      "INSERT INTO drivers (home_id, project_no, driver_no, version_no, kind, under_no, words, "
      "measure_no, written_by, written_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
      {access.home(), access.number(), number, version, code_of(driver.kind), driver.under,
       driver.words, driver.measure, written_by.value, now.utc_ms});
  return number;
}

void take_driver_out(Writing& writing, const ProjectAccess& access, std::int64_t driver,
                     Instant now) {
  writing.execute(
      "UPDATE drivers SET ended_ms = ?4 WHERE home_id = ?1 AND project_no = ?2 "
      "AND driver_no = ?3 AND ended_ms IS NULL",
      {access.home(), access.number(), driver, now.utc_ms});
  access.touch({PartKind::project, access.number()});
}

}  // namespace alongside::record
