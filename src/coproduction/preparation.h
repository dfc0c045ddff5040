// SPDX-License-Identifier: Apache-2.0
// What a person says before they meet: one open question first, then what belongs to their aims and
// their days. What was not asked, what got no answer and a zero are three different things.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aim/aim.h"
#include "aim/number.h"
#include "foundation/base/clock.h"
#include "foundation/base/outcome.h"
#include "foundation/base/privacy.h"

namespace alongside {

/// In the order in which they are asked. `still_right`, `new_words` are asked for each aim,
/// `number` for each of its numbers, `concern` three times. Burdens are 0 none to 4 very much, one
/// question for illness and one for care (Batalden 2018: both are to be made small).
enum class PrepQuestion {
  matters,
  still_right,
  new_words,
  number,
  concern,
  illness,
  care,
  minutes,
  commitments,
  strengths,
  helpers,
  write_down
};
std::string_view code_of(PrepQuestion question);
std::optional<PrepQuestion> prep_question_from(std::string_view code);

/// Answers to `still_right`.
constexpr std::array<std::string_view, 3> still_right_codes = {"yes", "changed", "over"};
constexpr std::int64_t burden_max = 4;
constexpr std::int64_t concerns_max = 3;
constexpr std::size_t aims_asked_max = 3;
constexpr std::size_t preparation_characters_max = 600;
constexpr std::size_t concern_characters_max = 200;

/// One question as it is put.
struct PrepAsked {
  PrepQuestion question = PrepQuestion::matters;
  std::int64_t aim = 0;    ///< of `still_right` and `new_words`: the aim's number; else 0
  std::int64_t place = 0;  ///< of `concern`: 1 to 3; of `number`: its number; else 0
  auto operator<=>(const PrepAsked&) const = default;
};

/// The questions for somebody with these aims: the first aims_asked_max that are held, and the
/// numbers that are still asked. Whoever may let others write something down is asked
/// `write_down` until they answered.
std::vector<PrepAsked> questions_for(const std::vector<const Aim*>& held,
                                     const std::vector<AimNumber>& numbers, bool ask_write_down);

struct PrepLine {
  PrepAsked asked;
  std::optional<Private<std::string>> answer;  ///< nothing: no answer
  bool taken_out = false;                      ///< by the person; nobody else sees it
  /// What others may see: an answer that stands.
  const std::string* shown() const { return answer && !taken_out ? &answer->disclose() : nullptr; }
};

/// Whether somebody asked, and what came: never a number by itself.
enum class PrepState { not_asked, no_answer, answered };

/// Who wrote it for whom. The person's own also when they came by an invitation.
enum class PrepWriter { person, supporter, professional };
std::string_view code_of(PrepWriter writer);
std::optional<PrepWriter> prep_writer_from(std::string_view code);

struct Preparation {
  std::int64_t number = 0;
  PrepWriter writer = PrepWriter::person;
  std::string writer_name;  ///< a supporter's or a professional's
  Instant begun_at;
  std::optional<Instant> sent_at;
  std::vector<PrepLine> lines;  ///< one for each question that was put

  const PrepLine* line(const PrepAsked& asked) const;
  /// As somebody else sees it.
  PrepState state_of(const PrepAsked& asked) const;
  /// The answer that others may see, or nothing.
  const std::string* shown(const PrepAsked& asked) const;
};

/// An answer as it was typed, for one question. Empty: no answer.
struct PrepTyped {
  PrepAsked asked;
  std::string text;
};
/// "still_right_2_0": the field of a question on a form.
std::string field_of(const PrepAsked& asked);

/// Refused, each beside its field: text over its limit, an unknown code, a number out of range.
/// Nothing is required. New words without "changed" count as changed.
Outcome<std::vector<PrepLine>> prep_lines_from(const std::vector<PrepTyped>& typed);

}  // namespace alongside
