// SPDX-License-Identifier: Apache-2.0
// Lines of a preparation in words.
#include "doors/web/prepared.h"

#include <array>

#include "doors/web/parts.h"

namespace alongside::web {
namespace {

const Aim* aim_of(const PreparedAbout& about, std::int64_t number) {
  for (const Aim& aim : about.aims)
    if (aim.number.value == number) return &aim;
  return nullptr;
}

const AimNumber* number_of(const PreparedAbout& about, std::int64_t number) {
  for (const AimNumber& candidate : about.numbers)
    if (candidate.number == number) return &candidate;
  return nullptr;
}

std::string aim_words(const PreparedAbout& about, std::int64_t number) {
  const Aim* aim = aim_of(about, number);
  return aim == nullptr ? std::string() : aim->words();
}

constexpr std::array<std::string_view, 3> concern_keys = {"prepare.concern_1", "prepare.concern_2",
                                                          "prepare.concern_3"};
constexpr std::array<std::string_view, 5> burden_keys = {"prepare.burden_0", "prepare.burden_1",
                                                         "prepare.burden_2", "prepare.burden_3",
                                                         "prepare.burden_4"};

std::string_view still_right_key(std::string_view code) {
  if (code == "yes") return "prepare.said_yes";
  if (code == "changed") return "prepare.said_changed";
  return "prepare.said_over";
}

bool own_words(PrepQuestion question) {
  return question == PrepQuestion::matters || question == PrepQuestion::new_words ||
         question == PrepQuestion::concern || question == PrepQuestion::commitments ||
         question == PrepQuestion::strengths || question == PrepQuestion::helpers;
}

/// "No answer" is said of what somebody could have answered; new words go with their question.
bool counts_as_asked(const PrepLine& line) {
  return line.asked.question != PrepQuestion::new_words &&
         line.asked.question != PrepQuestion::write_down &&
         !(line.asked.question == PrepQuestion::concern && line.asked.place > 1);
}

}  // namespace

Text burden_words(const Asking& asking, std::int64_t value) {
  return asking.say(burden_keys[static_cast<std::size_t>(value)]);
}

Text question_words(const Asking& asking, const PreparedAbout& about, const PrepAsked& asked) {
  switch (asked.question) {
    case PrepQuestion::matters:
      return asking.say("prepare.matters");
    case PrepQuestion::still_right:
      return asking.say("prepare.still_right", {{"aim", aim_words(about, asked.aim)}});
    case PrepQuestion::new_words:
      return asking.say("prepare.new_words");
    case PrepQuestion::number: {
      const AimNumber* number = number_of(about, asked.place);
      return Text(number == nullptr ? std::string() : number->question.words.disclose());
    }
    case PrepQuestion::concern:
      return asking.say(concern_keys[static_cast<std::size_t>(asked.place - 1)]);
    case PrepQuestion::illness:
      return asking.say("prepare.illness");
    case PrepQuestion::care:
      return asking.say("prepare.care");
    case PrepQuestion::minutes:
      return asking.say("life.minutes_label");
    case PrepQuestion::commitments:
      return asking.say("life.commitments_label");
    case PrepQuestion::strengths:
      return asking.say("life.strengths_label");
    case PrepQuestion::helpers:
      return asking.say("life.helpers_label");
    case PrepQuestion::write_down:
      return asking.say("prepare.write_down");
  }
  return Text({});
}

Html answer_words(const Asking& asking, const PreparedAbout& about, const PrepAsked& asked,
                  const std::string& answer) {
  switch (asked.question) {
    case PrepQuestion::still_right:
      return h::b(asking.say(still_right_key(answer)));
    case PrepQuestion::number: {
      const AimNumber* number = number_of(about, asked.place);
      if (number == nullptr) return h::b(Text(answer));
      return together(
          h::b(asking.say("number.of_ten", {{"n", answer}})), Text(" "),
          h::span(cls("small muted"),
                  asking.say("number.ends", {{"zero", number->question.at_zero.disclose()},
                                             {"ten", number->question.at_ten.disclose()}})));
    }
    case PrepQuestion::illness:
    case PrepQuestion::care:
      return h::b(burden_words(asking, answer[0] - '0'));
    case PrepQuestion::minutes:
      return h::b(asking.say_count("life.minutes", std::stoll(answer)));
    case PrepQuestion::write_down:
      return h::b(asking.say(answer == "yes" ? "form.yes" : "form.no"));
    default:
      return voice(answer);
  }
}

Html prepared_lines(const Asking& asking, const PreparedAbout& about,
                    const Preparation& preparation,
                    const std::function<Html(const PrepLine&)>& beside) {
  std::vector<Html> items;
  std::vector<Html> unanswered;
  for (const PrepLine& line : preparation.lines) {
    const std::string* answer = line.shown();
    if (answer == nullptr) {
      if (counts_as_asked(line))
        unanswered.push_back(h::li(question_words(asking, about, line.asked)));
      continue;
    }
    const Html question = h::span(cls("small muted"), question_words(asking, about, line.asked));
    items.push_back(
        h::li(h::div(question, h::br(),
                     h::span(cls_of(own_words(line.asked.question) ? "said own" : "said"),
                             answer_words(asking, about, line.asked, *answer))),
              beside(line)));
  }
  Html open;
  if (!unanswered.empty())
    open = h::details(cls("data"), h::summary(asking.say("prepare.no_answer")),
                      h::ul(cls("looks small"), unanswered));
  return together(
      items.empty() ? h::p(asking.say("prepare.no_line")) : h::ul(cls("prepared"), items), open);
}

}  // namespace alongside::web
