// SPDX-License-Identifier: Apache-2.0
// Questions before a visit, and what may stand as an answer.
#include "coproduction/preparation.h"

#include <algorithm>

#include "context/circumstances.h"
#include "foundation/base/text.h"

namespace alongside {
namespace {

struct Name {
  PrepQuestion question;
  std::string_view code;
};
constexpr std::array names = {Name{PrepQuestion::matters, "matters"},
                              Name{PrepQuestion::still_right, "still_right"},
                              Name{PrepQuestion::new_words, "new_words"},
                              Name{PrepQuestion::number, "number"},
                              Name{PrepQuestion::concern, "concern"},
                              Name{PrepQuestion::illness, "illness"},
                              Name{PrepQuestion::care, "care"},
                              Name{PrepQuestion::minutes, "minutes"},
                              Name{PrepQuestion::commitments, "commitments"},
                              Name{PrepQuestion::strengths, "strengths"},
                              Name{PrepQuestion::helpers, "helpers"},
                              Name{PrepQuestion::write_down, "write_down"}};

std::size_t characters_max_of(PrepQuestion question) {
  switch (question) {
    case PrepQuestion::new_words:
      return aim_words_characters_max;
    case PrepQuestion::concern:
      return concern_characters_max;
    default:
      return preparation_characters_max;
  }
}

/// Empty when the answer may stand, else the words key.
std::string_view fault_in(const PrepAsked& asked, const std::string& text) {
  switch (asked.question) {
    case PrepQuestion::still_right:
      return std::ranges::find(still_right_codes, text) == still_right_codes.end()
                 ? "prepare.choose_one"
                 : "";
    case PrepQuestion::number:
      return number_value_from(text) ? "" : "prepare.choose_one";
    case PrepQuestion::illness:
    case PrepQuestion::care:
      return text.size() == 1 && text[0] >= '0' && text[0] <= '0' + burden_max
                 ? ""
                 : "prepare.choose_one";
    case PrepQuestion::minutes:
      return minutes_a_week_from(text) ? "" : "circumstances.minutes_unclear";
    case PrepQuestion::write_down:
      return text == "yes" || text == "no" ? "" : "prepare.choose_one";
    default:
      return characters(text) > characters_max_of(asked.question) ? "prepare.too_long" : "";
  }
}

/// Somebody who wrote new words wants a change, whether or not they pressed that as well.
void settle_new_words(std::vector<PrepLine>& lines) {
  for (const PrepLine& words : lines) {
    if (words.asked.question != PrepQuestion::new_words || !words.answer) continue;
    for (PrepLine& line : lines)
      if (line.asked.question == PrepQuestion::still_right && line.asked.aim == words.asked.aim)
        line.answer = Private(std::string("changed"));
  }
}

}  // namespace

std::string_view code_of(PrepQuestion question) {
  for (const Name& name : names)
    if (name.question == question) return name.code;
  return {};
}

std::optional<PrepQuestion> prep_question_from(std::string_view code) {
  for (const Name& name : names)
    if (name.code == code) return name.question;
  return std::nullopt;
}

std::string_view code_of(PrepWriter writer) {
  switch (writer) {
    case PrepWriter::person:
      return "person";
    case PrepWriter::supporter:
      return "supporter";
    case PrepWriter::professional:
      return "professional";
  }
  return {};
}

std::optional<PrepWriter> prep_writer_from(std::string_view code) {
  for (const PrepWriter writer :
       {PrepWriter::person, PrepWriter::supporter, PrepWriter::professional})
    if (code_of(writer) == code) return writer;
  return std::nullopt;
}

std::vector<PrepAsked> questions_for(const std::vector<const Aim*>& held,
                                     const std::vector<AimNumber>& numbers, bool ask_write_down) {
  std::vector<PrepAsked> asked{{PrepQuestion::matters}};
  for (std::size_t i = 0; i < held.size() && i < aims_asked_max; ++i) {
    const std::int64_t aim = held[i]->number.value;
    asked.push_back({PrepQuestion::still_right, aim});
    asked.push_back({PrepQuestion::new_words, aim});
    for (const AimNumber& number : numbers)
      if (number.aim == aim && number.asked)
        asked.push_back({PrepQuestion::number, 0, number.number});
  }
  for (std::int64_t place = 1; place <= concerns_max; ++place)
    asked.push_back({PrepQuestion::concern, 0, place});
  for (const PrepQuestion question :
       {PrepQuestion::illness, PrepQuestion::care, PrepQuestion::minutes, PrepQuestion::commitments,
        PrepQuestion::strengths, PrepQuestion::helpers})
    asked.push_back({question});
  if (ask_write_down) asked.push_back({PrepQuestion::write_down});
  return asked;
}

const PrepLine* Preparation::line(const PrepAsked& asked) const {
  for (const PrepLine& candidate : lines)
    if (candidate.asked == asked) return &candidate;
  return nullptr;
}

PrepState Preparation::state_of(const PrepAsked& asked) const {
  const PrepLine* found = line(asked);
  if (found == nullptr) return PrepState::not_asked;
  return found->shown() == nullptr ? PrepState::no_answer : PrepState::answered;
}

const std::string* Preparation::shown(const PrepAsked& asked) const {
  const PrepLine* found = line(asked);
  return found == nullptr ? nullptr : found->shown();
}

std::string field_of(const PrepAsked& asked) {
  std::string field(code_of(asked.question));
  if (asked.aim != 0) field += "_" + std::to_string(asked.aim);
  if (asked.place != 0) field += "_" + std::to_string(asked.place);
  return field;
}

Outcome<std::vector<PrepLine>> prep_lines_from(const std::vector<PrepTyped>& typed) {
  std::vector<PrepLine> lines;
  std::vector<Fault> faults;
  for (const PrepTyped& entry : typed) {
    const bool many_lines = entry.asked.question != PrepQuestion::concern &&
                            entry.asked.question != PrepQuestion::minutes;
    std::string text = many_lines ? tidied(entry.text) : one_line(entry.text);
    PrepLine line{entry.asked, std::nullopt, false};
    if (!text.empty()) {
      const std::string_view fault = fault_in(entry.asked, text);
      if (!fault.empty()) faults.push_back({std::string(fault), field_of(entry.asked)});
      line.answer = Private(std::move(text));
    }
    lines.push_back(std::move(line));
  }
  if (!faults.empty()) return Refusal(std::move(faults));
  settle_new_words(lines);
  return lines;
}

}  // namespace alongside
