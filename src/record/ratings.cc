// SPDX-License-Identifier: Apache-2.0
// Where each side saw an aim, and when.
#include "record/ratings.h"

#include "foundation/base/expect.h"

namespace alongside::record {
namespace {

std::int64_t next_rating(const sql::Reading& reading, const PersonAccess& access, AimNo aim) {
  return reading.integer(
      "SELECT coalesce(max(rating_no), 0) + 1 FROM ratings "
      "WHERE home_id = ?1 AND person_no = ?2 AND aim_no = ?3",
      {access.home(), access.number(), aim.value});
}

/// The levels' words as they stand now go with the rating.
void insert_rating(sql::Writing& writing, const PersonAccess& access, AimNo aim, Side side,
                   std::optional<ProfessionalNo> by, Level level, Instant rated,
                   const sql::Parameter& source, std::optional<ProfessionalNo> written_by = {}) {
  const std::int64_t number = next_rating(writing, access, aim);
  writing.execute(
      "INSERT INTO ratings (home_id, person_no, aim_no, rating_no, side, professional_no, level, "
      "scale_no, rated_ms, source_reference, written_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, "
      "(SELECT max(l.scale_no) FROM aim_levels l WHERE l.home_id = ?1 AND l.person_no = ?2 "
      "AND l.aim_no = ?3), ?8, ?9, ?10)",
      {access.home(), access.number(), aim.value, number, code_of(side),
       sql::optional(by ? std::optional(by->value) : std::nullopt), level.number(), rated.utc_ms,
       source, sql::optional(written_by ? std::optional(written_by->value) : std::nullopt)});
  access.touch({PartKind::rating, aim.value, number});
}

}  // namespace

std::map<AimNo, std::vector<Rating>> ratings(const sql::Reading& reading,
                                             const PersonAccess& access) {
  std::map<AimNo, std::vector<Rating>> found;
  reading.each(
      "SELECT r.aim_no, r.side, p.name, r.level, r.rated_ms, l.words, w.name, l.baseline, "
      "r.source_reference "
      "FROM ratings r "
      "LEFT JOIN professionals p ON p.home_id = r.home_id "
      "AND p.professional_no = r.professional_no LEFT JOIN professionals w "
      "ON w.home_id = r.home_id AND w.professional_no = r.written_by LEFT JOIN aim_levels l ON "
      "l.home_id = r.home_id "
      "AND l.person_no = r.person_no AND l.aim_no = r.aim_no AND l.scale_no = r.scale_no "
      "AND l.level = r.level "
      "WHERE r.home_id = ?1 AND r.person_no = ?2 ORDER BY r.aim_no, r.rated_ms, r.rating_no",
      {access.home(), access.number()}, [&](const sql::Row& row) {
        found[{row.integer(0)}].push_back(
            {side_from(row.text(1)).value_or(Side::person),
             row.null(2) ? std::string() : std::string(row.text(2)),
             Level::from(row.integer(3)).value(),
             {row.integer(4)},
             Private(row.null(5) ? std::string() : std::string(row.text(5))),
             row.null(6) ? std::string() : std::string(row.text(6)),
             row.maybe_integer(7) == -2 ? Baseline::lowest : Baseline::below_attained,
             !row.null(8)});
      });
  return found;
}

void write_down_rating(sql::Writing& writing, const PersonAccess& access, AimNo aim, Level level,
                       ProfessionalNo written_by, Instant now) {
  insert_rating(writing, access, aim, Side::person, std::nullopt, level, now, std::monostate{},
                written_by);
}

void add_rating(sql::Writing& writing, const PersonAccess& access, AimNo aim, Side side,
                std::optional<ProfessionalNo> by, Level level, Instant now) {
  expect((side == Side::professional) == by.has_value(), "a professional's rating has a name");
  insert_rating(writing, access, aim, side, by, level, now, std::monostate{});
}

bool take_in_rating(sql::Writing& writing, const PersonAccess& access, AimNo aim,
                    std::string_view source, Level level, Instant rated) {
  const auto same = writing.integer(
      "SELECT count(*) FROM ratings WHERE home_id = ?1 AND person_no = ?2 AND aim_no = ?3 "
      "AND source_reference = ?4 AND level = ?5 AND rated_ms = ?6",
      {access.home(), access.number(), aim.value, source, level.number(), rated.utc_ms});
  if (same > 0) return false;
  take_back_rating(writing, access, source);
  insert_rating(writing, access, aim, Side::person, std::nullopt, level, rated, source);
  return true;
}

bool take_back_rating(sql::Writing& writing, const PersonAccess& access, std::string_view source) {
  const auto known = writing.first(
      "SELECT aim_no, rating_no FROM ratings WHERE home_id = ?1 AND person_no = ?2 "
      "AND source_reference = ?3",
      {access.home(), access.number(), source}, [](const sql::Row& row) {
        return Part{PartKind::rating, row.integer(0), row.integer(1)};
      });
  if (!known) return false;
  writing.execute(
      "DELETE FROM ratings WHERE home_id = ?1 AND person_no = ?2 AND source_reference = ?3",
      {access.home(), access.number(), source});
  access.touch(*known);
  return true;
}

}  // namespace alongside::record
