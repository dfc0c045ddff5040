// SPDX-License-Identifier: Apache-2.0
// What a person says is wrong in their record, and what their professionals answer. Both stay
// beside what they are about; neither is ever written over.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "coproduction/person.h"
#include "foundation/base/clock.h"
#include "foundation/base/outcome.h"
#include "foundation/base/privacy.h"

namespace alongside {

/// What others wrote; one's own words are changed where they are said. `identity`: the name or the
/// day of birth. `read_back`: how an aim was understood. `judgement`: where a professional sees an
/// aim.
enum class CorrectionAbout { identity, agreement, read_back, judgement, visit, other };
inline constexpr std::array corrections_about = {
    CorrectionAbout::identity,  CorrectionAbout::agreement, CorrectionAbout::read_back,
    CorrectionAbout::judgement, CorrectionAbout::visit,     CorrectionAbout::other};
std::string_view code_of(CorrectionAbout about);
std::optional<CorrectionAbout> correction_about_from(std::string_view code);

enum class CorrectionAnswer { waiting, put_right, seen_differently };
std::string_view code_of(CorrectionAnswer answer);
std::optional<CorrectionAnswer> correction_answer_from(std::string_view code);

constexpr std::size_t correction_words_characters_max = 500;
/// Within which an answer is due: one month (GDPR, article 12(3)).
constexpr std::int64_t correction_days = 30;

struct Correction {
  std::int64_t number = 0;
  CorrectionAbout about = CorrectionAbout::other;
  std::int64_t agreement = 0;  ///< which, when it is about one
  Private<std::string> words;
  Instant said_at;
  CorrectionAnswer answer = CorrectionAnswer::waiting;
  Private<std::string> reason;  ///< may be empty when it was put right
  std::string answered_by;      ///< the professional's name
  std::optional<Instant> answered_at;
};

/// `about` is a code; of an agreement it is followed by a dot and the number.
struct CorrectionDraft {
  std::string about;
  std::string words;
};
/// Refused: "correction.about_missing" (field "about"), no words or too many (field "words").
Outcome<Correction> correction_from(const CorrectionDraft& draft);

struct CorrectionAnswerDraft {
  std::string answer;
  std::string reason;
};
struct CorrectionAnswered {
  CorrectionAnswer answer;
  std::string reason;
};
/// Refused: neither answer ("correction.answer_missing", field "answer"); seen differently without
/// a reason, or a reason over its limit (field "reason").
Outcome<CorrectionAnswered> correction_answered_from(const CorrectionAnswerDraft& draft);

}  // namespace alongside
