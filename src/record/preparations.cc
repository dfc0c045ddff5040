// SPDX-License-Identifier: Apache-2.0
// Preparations and their lines.
#include "record/preparations.h"

#include <algorithm>

namespace alongside::record {
namespace {

using sql::Reading;
using sql::Row;
using sql::Writing;

constexpr std::string_view columns =
    "SELECT preparation_no, writer, writer_name, begun_ms, sent_ms, writer_user "
    "FROM preparations WHERE home_id = ?1 AND person_no = ?2 ";

Preparation preparation_from(const Row& row) {
  Preparation made;
  made.number = row.integer(0);
  made.writer = prep_writer_from(row.text(1)).value_or(PrepWriter::person);
  made.writer_name = std::string(row.text(2));
  made.begun_at = {row.integer(3)};
  if (const auto sent = row.maybe_integer(4)) made.sent_at = Instant{*sent};
  return made;
}

void fill_lines(const Reading& reading, const PersonAccess& access, Preparation& preparation) {
  reading.each(
      "SELECT question, aim_no, place, answer, taken_out FROM preparation_lines "
      "WHERE home_id = ?1 AND person_no = ?2 AND preparation_no = ?3 ORDER BY line_no",
      {access.home(), access.number(), preparation.number}, [&](const Row& row) {
        PrepLine line;
        line.asked = {prep_question_from(row.text(0)).value_or(PrepQuestion::matters),
                      row.integer(1), row.integer(2)};
        if (!row.null(3)) line.answer = Private(std::string(row.text(3)));
        line.taken_out = row.integer(4) != 0;
        preparation.lines.push_back(std::move(line));
      });
}

std::optional<Preparation> filled(const Reading& reading, const PersonAccess& access,
                                  std::optional<Preparation> found) {
  if (found) fill_lines(reading, access, *found);
  return found;
}

}  // namespace

std::optional<Preparation> preparation_begun(const Reading& reading, const PersonAccess& access,
                                             const PrepOwner& owner) {
  return filled(
      reading, access,
      reading.first(
          std::string(columns) + "AND writer = ?3 AND writer_user = ?4 AND sent_ms IS NULL "
                                 "ORDER BY preparation_no DESC LIMIT 1",
          {access.home(), access.number(), code_of(owner.writer), owner.user}, preparation_from));
}

std::optional<Preparation> preparation_sent(const Reading& reading, const PersonAccess& access,
                                            const PrepOwner& owner, Instant since) {
  return filled(
      reading, access,
      reading.first(
          std::string(columns) + "AND writer = ?3 AND writer_user = ?4 AND sent_ms >= ?5 "
                                 "ORDER BY preparation_no DESC LIMIT 1",
          {access.home(), access.number(), code_of(owner.writer), owner.user, since.utc_ms},
          preparation_from));
}

std::vector<Preparation> preparations_sent(const Reading& reading, const PersonAccess& access,
                                           Instant since) {
  std::vector<Preparation> found;
  std::vector<std::pair<PrepWriter, std::int64_t>> writers;
  reading.each(std::string(columns) + "AND sent_ms >= ?3 ORDER BY preparation_no DESC",
               {access.home(), access.number(), since.utc_ms}, [&](const Row& row) {
                 Preparation made = preparation_from(row);
                 const std::pair writer{made.writer, row.integer(5)};
                 if (std::ranges::find(writers, writer) != writers.end()) return;
                 writers.push_back(writer);
                 found.push_back(std::move(made));
               });
  for (Preparation& preparation : found) fill_lines(reading, access, preparation);
  std::stable_partition(found.begin(), found.end(),
                        [](const Preparation& made) { return made.writer == PrepWriter::person; });
  return found;
}

std::vector<Preparation> all_preparations(const Reading& reading, const PersonAccess& access) {
  auto found = reading.all(std::string(columns) +
                               "AND (sent_ms IS NOT NULL OR writer = 'person') "
                               "ORDER BY preparation_no",
                           {access.home(), access.number()}, preparation_from);
  for (Preparation& preparation : found) fill_lines(reading, access, preparation);
  return found;
}

std::int64_t begin_preparation(Writing& writing, const PersonAccess& access, const PrepOwner& owner,
                               Instant now) {
  const std::int64_t number = writing.integer(
      "SELECT coalesce(max(preparation_no), 0) + 1 FROM preparations "
      "WHERE home_id = ?1 AND person_no = ?2",
      {access.home(), access.number()});
  writing.execute(
      "INSERT INTO preparations (home_id, person_no, preparation_no, writer, writer_user, "
      "writer_name, begun_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
      {access.home(), access.number(), number, code_of(owner.writer), owner.user, owner.name,
       now.utc_ms});
  access.touch({PartKind::preparation, number});
  return number;
}

void set_lines(Writing& writing, const PersonAccess& access, std::int64_t preparation,
               const std::vector<PrepLine>& lines) {
  access.touch({PartKind::preparation, preparation});
  writing.execute(
      "DELETE FROM preparation_lines WHERE home_id = ?1 AND person_no = ?2 "
      "AND preparation_no = ?3",
      {access.home(), access.number(), preparation});
  std::int64_t line_no = 0;
  for (const PrepLine& line : lines)
    writing.execute(
        "INSERT INTO preparation_lines (home_id, person_no, preparation_no, line_no, question, "
        "aim_no, place, answer, taken_out) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        {access.home(), access.number(), preparation, ++line_no, code_of(line.asked.question),
         line.asked.aim, line.asked.place,
         line.answer ? sql::Parameter(std::string_view(line.answer->disclose()))
                     : sql::Parameter(std::monostate{}),
         line.taken_out ? 1 : 0});
}

void take_out_line(Writing& writing, const PersonAccess& access, std::int64_t preparation,
                   const PrepAsked& asked, bool out) {
  access.touch({PartKind::preparation, preparation});
  writing.execute(
      "UPDATE preparation_lines SET taken_out = ?7 WHERE home_id = ?1 AND person_no = ?2 "
      "AND preparation_no = ?3 AND question = ?4 AND aim_no = ?5 AND place = ?6",
      {access.home(), access.number(), preparation, code_of(asked.question), asked.aim, asked.place,
       out ? 1 : 0});
}

void send_preparation(Writing& writing, const PersonAccess& access, std::int64_t preparation,
                      Instant now) {
  access.touch({PartKind::preparation, preparation});
  writing.execute(
      "UPDATE preparations SET sent_ms = ?4 WHERE home_id = ?1 AND person_no = ?2 "
      "AND preparation_no = ?3 AND sent_ms IS NULL",
      {access.home(), access.number(), preparation, now.utc_ms});
}

}  // namespace alongside::record
