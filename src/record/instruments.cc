// SPDX-License-Identifier: Apache-2.0
// Switches and answers.
#include "record/instruments.h"

#include <charconv>
#include <cmath>

#include "foundation/base/text.h"

namespace alongside::record {
namespace {

using sql::Reading;
using sql::Row;
using sql::Writing;

std::string text_of(const std::vector<std::optional<std::int64_t>>& answers) {
  std::string text;
  for (const auto& answer : answers)
    text += (text.empty() ? "" : " ") + (answer ? std::to_string(*answer) : std::string("-"));
  return text;
}

std::vector<std::optional<std::int64_t>> answers_in(std::string_view text) {
  std::vector<std::optional<std::int64_t>> answers;
  for (const std::string_view part : split(text, ' ')) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), value);
    answers.push_back(error == std::errc() && end == part.data() + part.size()
                          ? std::optional(value)
                          : std::nullopt);
  }
  return answers;
}

}  // namespace

std::vector<InstrumentOn> instruments_on(const Reading& reading, HomeNo home) {
  return reading.all(
      "SELECT instrument, permission, who_answers, hours, set_by, set_ms FROM instruments_on "
      "WHERE home_id = ?1 AND ended_ms IS NULL ORDER BY instrument",
      {home.value}, [](const Row& row) {
        return InstrumentOn{
            std::string(row.text(0)),
            {std::string(row.text(1)), std::string(row.text(2)), std::string(row.text(3))},
            std::string(row.text(4)),
            {row.integer(5)}};
      });
}

void switch_on(Writing& writing, const AdministratorAccess& access, HomeNo home,
               const Instrument& instrument, const SwitchOn& by, std::string_view set_by,
               Instant now) {
  switch_off(writing, access, home, instrument.id, now);
  writing.execute(
      "INSERT INTO instruments_on (home_id, instrument, switch_no, version, permission, "
      "who_answers, hours, set_by, set_ms) SELECT ?1, ?2, coalesce(max(switch_no), 0) + 1, ?3, ?4, "
      "?5, ?6, ?7, ?8 FROM instruments_on WHERE home_id = ?1 AND instrument = ?2",
      {home.value, instrument.id, instrument.version, by.permission, by.who_answers, by.hours,
       set_by, now.utc_ms});
}

void switch_off(Writing& writing, const AdministratorAccess&, HomeNo home,
                std::string_view instrument, Instant now) {
  writing.execute(
      "UPDATE instruments_on SET ended_ms = ?3 WHERE home_id = ?1 AND instrument = ?2 "
      "AND ended_ms IS NULL",
      {home.value, instrument, now.utc_ms});
}

std::vector<InstrumentAnswered> instrument_answers(const Reading& reading,
                                                   const PersonAccess& access) {
  return reading.all(
      "SELECT instrument, answers, score_milli, alerted, answered_ms, seen_ms "
      "FROM instrument_answers "
      "WHERE home_id = ?1 AND person_no = ?2 ORDER BY answer_no DESC",
      {access.home(), access.number()}, [](const Row& row) {
        InstrumentAnswered answered;
        answered.instrument = std::string(row.text(0));
        answered.answers = answers_in(row.text(1));
        if (const auto milli = row.maybe_integer(2))
          answered.score = static_cast<double>(*milli) / 1000;
        answered.alerted = row.integer(3) != 0;
        answered.answered_at = {row.integer(4)};
        answered.looked_into = !row.null(5);
        return answered;
      });
}

std::int64_t add_instrument_answer(Writing& writing, const PersonAccess& access,
                                   const Instrument& instrument, const InstrumentAnswered& answered,
                                   Instant now) {
  const std::int64_t number = writing.integer(
      "SELECT coalesce(max(answer_no), 0) + 1 FROM instrument_answers "
      "WHERE home_id = ?1 AND person_no = ?2",
      {access.home(), access.number()});
  const auto milli =
      answered.score
          ? std::optional(static_cast<std::int64_t>(std::llround(*answered.score * 1000)))
          : std::nullopt;
  writing.execute(
      "INSERT INTO instrument_answers (home_id, person_no, answer_no, instrument, version, "
      "answers, score_milli, alerted, answered_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
      {access.home(), access.number(), number, instrument.id, instrument.version,
       text_of(answered.answers), sql::optional(milli), answered.alerted ? 1 : 0, now.utc_ms});
  access.touch({PartKind::instrument_answer, number});
  return number;
}

void look_into_alerts(Writing& writing, const PersonAccess& access, ProfessionalNo by,
                      Instant now) {
  const auto open = writing.all(
      "SELECT answer_no FROM instrument_answers WHERE home_id = ?1 AND person_no = ?2 "
      "AND alerted = 1 AND seen_ms IS NULL",
      {access.home(), access.number()}, [](const Row& row) { return row.integer(0); });
  for (const std::int64_t answer : open) access.touch({PartKind::instrument_answer, answer});
  writing.execute(
      "UPDATE instrument_answers SET seen_by = ?3, seen_ms = ?4 WHERE home_id = ?1 "
      "AND person_no = ?2 AND alerted = 1 AND seen_ms IS NULL",
      {access.home(), access.number(), by.value, now.utc_ms});
}

}  // namespace alongside::record
