// SPDX-License-Identifier: Apache-2.0
// Corrections, to rows and back.
#include "record/corrections.h"

namespace alongside::record {

using sql::Reading;
using sql::Row;
using sql::Writing;

std::vector<Correction> corrections(const Reading& reading, const PersonAccess& access) {
  return reading.all(
      "SELECT c.correction_no, c.about, c.number, c.words, c.said_ms, c.answer, c.reason, "
      "coalesce(p.name, ''), c.answered_ms FROM corrections c LEFT JOIN professionals p "
      "ON p.home_id = c.home_id AND p.professional_no = c.answered_by "
      "WHERE c.home_id = ?1 AND c.person_no = ?2 ORDER BY c.correction_no DESC",
      {access.home(), access.number()}, [](const Row& row) {
        Correction correction;
        correction.number = row.integer(0);
        correction.about = correction_about_from(row.text(1)).value_or(CorrectionAbout::other);
        correction.agreement = row.integer(2);
        correction.words = Private(std::string(row.text(3)));
        correction.said_at = {row.integer(4)};
        correction.answer = correction_answer_from(row.text(5)).value_or(CorrectionAnswer::waiting);
        correction.reason = Private(std::string(row.text(6)));
        correction.answered_by = std::string(row.text(7));
        if (const auto at = row.maybe_integer(8)) correction.answered_at = Instant{*at};
        return correction;
      });
}

std::int64_t add_correction(Writing& writing, const PersonAccess& access,
                            const Correction& correction, Instant now) {
  const std::int64_t number = writing.integer(
      "SELECT coalesce(max(correction_no), 0) + 1 FROM corrections WHERE home_id = ?1 "
      "AND person_no = ?2",
      {access.home(), access.number()});
  writing.execute(
      "INSERT INTO corrections (home_id, person_no, correction_no, about, number, words, said_ms, "
      "answer, reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'waiting', '')",
      {access.home(), access.number(), number, code_of(correction.about), correction.agreement,
       correction.words.disclose(), now.utc_ms});
  access.touch({PartKind::correction, number});
  return number;
}

bool answer_correction(Writing& writing, const PersonAccess& access, std::int64_t number,
                       const CorrectionAnswered& answered, ProfessionalNo by, Instant now) {
  access.touch({PartKind::correction, number});
  return writing.execute(
             "UPDATE corrections SET answer = ?4, reason = ?5, answered_by = ?6, answered_ms = ?7 "
             "WHERE home_id = ?1 AND person_no = ?2 AND correction_no = ?3 AND answer = 'waiting'",
             {access.home(), access.number(), number, code_of(answered.answer), answered.reason,
              by.value, now.utc_ms}) > 0;
}

void put_identity_right(Writing& writing, const PersonAccess& access, std::string_view name,
                        std::string_view family_name, std::optional<Day> born) {
  const auto day = born ? std::optional(born->number) : std::nullopt;
  writing.execute(
      "UPDATE persons SET name = ?3, family_name = CASE WHEN name = ?3 THEN family_name ELSE ?4 "
      "END, born_day = coalesce(?5, born_day) WHERE home_id = ?1 AND person_no = ?2",
      {access.home(), access.number(), name, family_name, sql::optional(day)});
  writing.execute("UPDATE users SET name = ?3 WHERE home_id = ?1 AND person_no = ?2",
                  {access.home(), access.number(), name});
  access.touch({PartKind::person});
  access.touch({PartKind::users});
}

}  // namespace alongside::record
