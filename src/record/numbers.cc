// SPDX-License-Identifier: Apache-2.0
// Numbers with their answers, burdens, wishes.
#include "record/numbers.h"

namespace alongside::record {
namespace {

using sql::Reading;
using sql::Row;
using sql::Writing;

std::string_view code_of(BurdenKind kind) {
  return kind == BurdenKind::illness ? "illness" : "care";
}

sql::Parameter where_said(std::int64_t preparation) {
  return preparation == 0 ? sql::Parameter(std::monostate{}) : sql::Parameter(preparation);
}

AimNumber number_from(const Row& row) {
  AimNumber number;
  number.number = row.integer(0);
  number.aim = row.integer(1);
  number.question = {Private(std::string(row.text(2))), Private(std::string(row.text(3))),
                     Private(std::string(row.text(4))),
                     heading_from(row.text(5)).value_or(Heading::down)};
  number.asked = row.null(6);
  return number;
}

}  // namespace

std::vector<AimNumber> numbers(const Reading& reading, const PersonAccess& access) {
  auto found = reading.all(
      "SELECT number_no, aim_no, words, at_zero, at_ten, heading, stopped_ms FROM numbers "
      "WHERE home_id = ?1 AND person_no = ?2 ORDER BY number_no",
      {access.home(), access.number()}, number_from);
  reading.each(
      "SELECT number_no, answer, said_ms FROM number_answers WHERE home_id = ?1 AND person_no = ?2 "
      "ORDER BY number_no, said_ms, answer_no",
      {access.home(), access.number()}, [&](const Row& row) {
        for (AimNumber& number : found)
          if (number.number == row.integer(0))
            number.answers.push_back({row.integer(1), {row.integer(2)}});
      });
  return found;
}

std::int64_t add_number(Writing& writing, const PersonAccess& access, std::int64_t aim,
                        const NumberQuestion& question, Instant now) {
  const std::int64_t number = writing.integer(
      "SELECT coalesce(max(number_no), 0) + 1 FROM numbers WHERE home_id = ?1 AND person_no = ?2",
      {access.home(), access.number()});
  writing.execute(
      "INSERT INTO numbers (home_id, person_no, number_no, aim_no, words, at_zero, at_ten, "
      "heading, stated_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
      {access.home(), access.number(), number, aim, question.words.disclose(),
       question.at_zero.disclose(), question.at_ten.disclose(),
       alongside::code_of(question.heading), now.utc_ms});
  access.touch({PartKind::number, number});
  return number;
}

void stop_number(Writing& writing, const PersonAccess& access, std::int64_t number, Instant now) {
  access.touch({PartKind::number, number});
  writing.execute(
      "UPDATE numbers SET stopped_ms = ?4 WHERE home_id = ?1 AND person_no = ?2 "
      "AND number_no = ?3 AND stopped_ms IS NULL",
      {access.home(), access.number(), number, now.utc_ms});
}

void add_number_answer(Writing& writing, const PersonAccess& access, std::int64_t number,
                       std::int64_t value, std::int64_t preparation, Instant said) {
  const std::int64_t answer_no = writing.integer(
      "SELECT coalesce(max(answer_no), 0) + 1 FROM number_answers "
      "WHERE home_id = ?1 AND person_no = ?2 AND number_no = ?3",
      {access.home(), access.number(), number});
  writing.execute(
      "INSERT INTO number_answers (home_id, person_no, number_no, answer_no, answer, said_ms, "
      "preparation_no) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
      {access.home(), access.number(), number, answer_no, value, said.utc_ms,
       where_said(preparation)});
  access.touch({PartKind::number_answer, number, answer_no});
}

void take_back_number_answers(Writing& writing, const PersonAccess& access, std::int64_t number,
                              Instant since) {
  const auto known = writing.all(
      "SELECT answer_no FROM number_answers WHERE home_id = ?1 AND person_no = ?2 "
      "AND number_no = ?3 AND preparation_no IS NOT NULL AND said_ms >= ?4",
      {access.home(), access.number(), number, since.utc_ms},
      [](const Row& row) { return row.integer(0); });
  for (const std::int64_t answer : known) access.touch({PartKind::number_answer, number, answer});
  writing.execute(
      "DELETE FROM number_answers WHERE home_id = ?1 AND person_no = ?2 AND number_no = ?3 "
      "AND preparation_no IS NOT NULL AND said_ms >= ?4",
      {access.home(), access.number(), number, since.utc_ms});
}

std::vector<Burden> burdens(const Reading& reading, const PersonAccess& access) {
  return reading.all(
      "SELECT kind, answer, said_ms FROM burdens WHERE home_id = ?1 AND person_no = ?2 "
      "ORDER BY said_ms, burden_no",
      {access.home(), access.number()}, [](const Row& row) {
        return Burden{row.text(0) == "illness" ? BurdenKind::illness : BurdenKind::care,
                      row.integer(1),
                      {row.integer(2)}};
      });
}

void add_burden(Writing& writing, const PersonAccess& access, BurdenKind kind, std::int64_t value,
                std::int64_t preparation, Instant said) {
  const std::int64_t number = writing.integer(
      "SELECT coalesce(max(burden_no), 0) + 1 FROM burdens WHERE home_id = ?1 AND person_no = ?2",
      {access.home(), access.number()});
  writing.execute(
      "INSERT INTO burdens (home_id, person_no, burden_no, kind, answer, said_ms, preparation_no) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
      {access.home(), access.number(), number, code_of(kind), value, said.utc_ms,
       where_said(preparation)});
  access.touch({PartKind::burden, number});
}

void take_back_burdens(Writing& writing, const PersonAccess& access, BurdenKind kind,
                       Instant since) {
  const auto known = writing.all(
      "SELECT burden_no FROM burdens WHERE home_id = ?1 AND person_no = ?2 AND kind = ?3 "
      "AND preparation_no IS NOT NULL AND said_ms >= ?4",
      {access.home(), access.number(), code_of(kind), since.utc_ms},
      [](const Row& row) { return row.integer(0); });
  for (const std::int64_t burden : known) access.touch({PartKind::burden, burden});
  writing.execute(
      "DELETE FROM burdens WHERE home_id = ?1 AND person_no = ?2 AND kind = ?3 "
      "AND preparation_no IS NOT NULL AND said_ms >= ?4",
      {access.home(), access.number(), code_of(kind), since.utc_ms});
}

Wishes wishes(const Reading& reading, const PersonAccess& access) {
  Wishes held;
  reading.each(
      "SELECT kind, choice FROM wishes WHERE home_id = ?1 AND person_no = ?2 ORDER BY wish_no",
      {access.home(), access.number()}, [&](const Row& row) {
        if (const auto kind = wish_kind_from(row.text(0))) take_wish(held, *kind, row.text(1));
      });
  return held;
}

void add_wish(Writing& writing, const PersonAccess& access, WishKind kind, std::string_view choice,
              Instant now) {
  access.touch({PartKind::wishes});
  writing.execute(
      "INSERT INTO wishes (home_id, person_no, wish_no, kind, choice, said_ms) "
      "SELECT ?1, ?2, coalesce(max(wish_no), 0) + 1, ?3, ?4, ?5 FROM wishes "
      "WHERE home_id = ?1 AND person_no = ?2",
      {access.home(), access.number(), alongside::code_of(kind), choice, now.utc_ms});
}

}  // namespace alongside::record
