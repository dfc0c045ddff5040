// SPDX-License-Identifier: Apache-2.0
// Codes, and what may stand as a correction and as its answer.
#include "coproduction/correction.h"

#include <charconv>

#include "foundation/base/text.h"

namespace alongside {
namespace {

template <class Kind>
struct Name {
  Kind kind;
  std::string_view code;
};
constexpr std::array about_names = {Name<CorrectionAbout>{CorrectionAbout::identity, "identity"},
                                    Name<CorrectionAbout>{CorrectionAbout::agreement, "agreement"},
                                    Name<CorrectionAbout>{CorrectionAbout::read_back, "read_back"},
                                    Name<CorrectionAbout>{CorrectionAbout::judgement, "judgement"},
                                    Name<CorrectionAbout>{CorrectionAbout::visit, "visit"},
                                    Name<CorrectionAbout>{CorrectionAbout::other, "other"}};
constexpr std::array answer_names = {
    Name<CorrectionAnswer>{CorrectionAnswer::waiting, "waiting"},
    Name<CorrectionAnswer>{CorrectionAnswer::put_right, "put_right"},
    Name<CorrectionAnswer>{CorrectionAnswer::seen_differently, "seen_differently"}};

template <class Kind, std::size_t count>
std::string_view code_in(const std::array<Name<Kind>, count>& names, Kind kind) {
  for (const auto& name : names)
    if (name.kind == kind) return name.code;
  return {};
}

template <class Kind, std::size_t count>
std::optional<Kind> kind_in(const std::array<Name<Kind>, count>& names, std::string_view code) {
  for (const auto& name : names)
    if (name.code == code) return name.kind;
  return std::nullopt;
}

}  // namespace

std::string_view code_of(CorrectionAbout about) { return code_in(about_names, about); }
std::optional<CorrectionAbout> correction_about_from(std::string_view code) {
  return kind_in(about_names, code);
}
std::string_view code_of(CorrectionAnswer answer) { return code_in(answer_names, answer); }
std::optional<CorrectionAnswer> correction_answer_from(std::string_view code) {
  return kind_in(answer_names, code);
}

Outcome<Correction> correction_from(const CorrectionDraft& draft) {
  std::vector<Fault> faults;
  Correction correction;
  const std::string_view typed = draft.about;
  const std::size_t dot = typed.find('.');
  const auto about = correction_about_from(typed.substr(0, dot));
  bool clear = about.has_value() &&
               (*about == CorrectionAbout::agreement) == (dot != std::string_view::npos);
  if (clear && dot != std::string_view::npos) {
    const std::string_view digits = typed.substr(dot + 1);
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), correction.agreement);
    clear = error == std::errc() && end == digits.data() + digits.size();
  }
  if (!clear) faults.push_back({"correction.about_missing", "about"});
  correction.about = about.value_or(CorrectionAbout::other);
  std::string words = tidied(draft.words);
  if (words.empty()) faults.push_back({"correction.words_missing", "words"});
  if (characters(words) > correction_words_characters_max)
    faults.push_back({"correction.words_long", "words"});
  correction.words = Private(std::move(words));
  if (!faults.empty()) return Refusal(std::move(faults));
  return correction;
}

Outcome<CorrectionAnswered> correction_answered_from(const CorrectionAnswerDraft& draft) {
  std::vector<Fault> faults;
  const auto answer = correction_answer_from(draft.answer);
  if (!answer || *answer == CorrectionAnswer::waiting)
    faults.push_back({"correction.answer_missing", "answer"});
  CorrectionAnswered answered{answer.value_or(CorrectionAnswer::waiting), tidied(draft.reason)};
  if (answered.answer == CorrectionAnswer::seen_differently && answered.reason.empty())
    faults.push_back({"correction.reason_missing", "reason"});
  if (characters(answered.reason) > correction_words_characters_max)
    faults.push_back({"correction.words_long", "reason"});
  if (!faults.empty()) return Refusal(std::move(faults));
  return answered;
}

}  // namespace alongside
