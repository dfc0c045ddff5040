// SPDX-License-Identifier: Apache-2.0
// Drafts, lines taken out, and what sending does.
#include "service/prepare.h"

#include <algorithm>

#include "foundation/base/text.h"
#include "record/agreements.h"
#include "record/aims.h"
#include "record/numbers.h"
#include "record/people.h"
#include "record/preparations.h"
#include "service/act.h"

namespace alongside::service {
namespace {

using record::PrepOwner;

/// Who writes follows from how the record was reached and cannot be chosen.
PrepOwner owner_of(const Caller& caller, const PersonAccess& access) {
  switch (access.relation()) {
    case Relation::supporter:
      return {PrepWriter::supporter, caller.user_no, caller.name};
    case Relation::team_member:
      return {PrepWriter::professional, caller.user_no, caller.name};
    default:
      return {};
  }
}

std::vector<const Aim*> held(const std::vector<Aim>& aims) {
  std::vector<const Aim*> found;
  for (const Aim& aim : aims)
    if (aim.state == AimState::held) found.push_back(&aim);
  return found;
}

/// Whatever was sent before the last visit has been talked about.
Instant since_last_visit(const sql::Reading& reading, const PersonAccess& access) {
  return record::last_visit(reading, access).value_or(Instant{0});
}

std::vector<PrepAsked> asked_of(const sql::Reading& reading, const PersonAccess& access,
                                const std::vector<Aim>& aims,
                                const std::vector<AimNumber>& numbers) {
  // Whoever holds a code, or a pen, is not for sure the person: only their own page asks it.
  const bool ask_write_down =
      access.relation() == Relation::self && !record::wishes(reading, access).write_down;
  auto asked = questions_for(held(aims), numbers, ask_write_down);
  // A copy of paper adds lines, and never new words for an aim that is there.
  if (access.relation() == Relation::team_member)
    std::erase_if(asked,
                  [](const PrepAsked& one) { return one.question == PrepQuestion::new_words; });
  // Words around somebody's life are theirs to say.
  if (access.relation() == Relation::supporter)
    std::erase_if(asked, [](const PrepAsked& one) {
      return one.question == PrepQuestion::minutes || one.question == PrepQuestion::strengths ||
             one.question == PrepQuestion::new_words;
    });
  return asked;
}

PreparationView view_of(const sql::Reading& reading, const Caller& caller,
                        const PersonAccess& access) {
  PreparationView view{access.relation(),
                       record::person(reading, access),
                       *record::site(reading, access.person().home),
                       record::aims(reading, access),
                       record::numbers(reading, access),
                       {},
                       {},
                       {},
                       {},
                       record::care_team(reading, access)};
  std::erase_if(view.aims, [](const Aim& aim) { return aim.state != AimState::held; });
  view.questions = asked_of(reading, access, view.aims, view.numbers);
  const PrepOwner owner = owner_of(caller, access);
  view.begun = record::preparation_begun(reading, access, owner);
  view.sent = record::preparation_sent(reading, access, owner, since_last_visit(reading, access));
  if (access.relation() != Relation::supporter) view.life = record::circumstances(reading, access);
  return view;
}

/// A line that was out stays out as long as it says the same.
void keep_out(std::vector<PrepLine>& lines, const std::optional<Preparation>& before) {
  if (!before) return;
  for (PrepLine& line : lines) {
    const PrepLine* was = before->line(line.asked);
    if (was != nullptr && was->taken_out && was->answer == line.answer) line.taken_out = true;
  }
}

/// What a sent line does, beyond being read.
class Effects {
 public:
  Effects(const Service& service, sql::Writing& writing, const PersonAccess& access,
          const Preparation& preparation, const std::optional<Preparation>& before,
          std::optional<ProfessionalNo> copied_by)
      : copied_by_(copied_by),
        service_(service),
        writing_(writing),
        access_(access),
        preparation_(preparation),
        before_(before) {}

  Outcome<Done> run() {
    const std::vector<Aim> aims = record::aims(writing_, access_);
    for (const PrepLine& line : preparation_.lines) {
      const std::string* answer = line.shown();
      if (answer == nullptr || said_before(line)) continue;
      CHECK(apply(line.asked, *answer, aims));
    }
    keep_life();
    return Done{};
  }

 private:
  bool said_before(const PrepLine& line) const {
    const std::string* earlier = before_ ? before_->shown(line.asked) : nullptr;
    return earlier != nullptr && *earlier == line.answer->disclose();
  }

  Outcome<Done> apply(const PrepAsked& asked, const std::string& answer,
                      const std::vector<Aim>& aims) {
    switch (asked.question) {
      case PrepQuestion::matters:
        return first_aim(answer, aims);
      case PrepQuestion::still_right:
        if (answer == "yes" && holds(aims, asked.aim))
          record::add_confirmation(writing_, access_, {asked.aim}, copied_by_, service_.now());
        return Done{};
      case PrepQuestion::new_words:
        return restate(asked.aim, answer, aims);
      case PrepQuestion::number:
        record::add_number_answer(writing_, access_, asked.place, *number_value_from(answer),
                                  preparation_.number, service_.now());
        return Done{};
      case PrepQuestion::illness:
      case PrepQuestion::care:
        record::add_burden(writing_, access_,
                           asked.question == PrepQuestion::illness ? record::BurdenKind::illness
                                                                   : record::BurdenKind::care,
                           answer[0] - '0', preparation_.number, service_.now());
        return Done{};
      case PrepQuestion::write_down:
        record::add_wish(writing_, access_, WishKind::write_down, answer, service_.now());
        return Done{};
      default:
        return Done{};
    }
  }

  static bool holds(const std::vector<Aim>& aims, std::int64_t number) {
    return std::ranges::any_of(aims, [&](const Aim& aim) {
      return aim.number.value == number && aim.state == AimState::held;
    });
  }

  /// Somebody without an aim who says what matters has said their first one.
  Outcome<Done> first_aim(const std::string& words, const std::vector<Aim>& aims) {
    if (!held(aims).empty()) return Done{};
    const auto statement = AimStatement::from({words, "", "", "", ""});
    if (!statement) return Refusal(statement.refusal().key(), "matters");
    record::add_aim(writing_, access_, Id<Aim>::make(service_.now(), service_.randomness),
                    statement.value(), service_.now(), copied_by_);
    return Done{};
  }

  /// The rest of what they said of that aim stands as it was.
  Outcome<Done> restate(std::int64_t number, const std::string& words,
                        const std::vector<Aim>& aims) {
    for (const Aim& aim : aims) {
      if (aim.number.value != number || aim.state != AimState::held || aim.words() == words)
        continue;
      AimStatement statement = aim.statement();
      statement.words = Private(words);
      record::add_version(writing_, access_, aim.number, statement, service_.now());
    }
    return Done{};
  }

  /// What this preparation says of a life and the one before did not: an older word stays behind a
  /// newer one that was said elsewhere.
  const std::string* said_now(PrepQuestion question) const {
    const PrepLine* line = preparation_.line({question});
    return line == nullptr || line->shown() == nullptr || said_before(*line) ? nullptr
                                                                             : line->shown();
  }

  void take_over(PrepQuestion question, Private<std::string>& words, bool& changed) const {
    const std::string* said = said_now(question);
    if (said == nullptr || *said == words.disclose()) return;
    words = Private(*said);
    changed = true;
  }

  void keep_life() {
    Circumstances life = record::circumstances(writing_, access_).value_or(Circumstances{});
    bool changed = false;
    take_over(PrepQuestion::commitments, life.commitments, changed);
    take_over(PrepQuestion::strengths, life.strengths, changed);
    take_over(PrepQuestion::helpers, life.helpers, changed);
    if (const std::string* typed = said_now(PrepQuestion::minutes)) {
      const auto minutes = minutes_a_week_from(*typed);
      changed |= minutes != life.to_spare;
      life.to_spare = minutes;
    }
    if (changed) record::add_circumstances(writing_, access_, life, service_.now());
  }

  std::optional<ProfessionalNo> copied_by_;  // who copied paper; nothing when the person wrote
  const Service& service_;
  sql::Writing& writing_;
  const PersonAccess& access_;
  const Preparation& preparation_;
  const std::optional<Preparation>& before_;
};

std::string numbered(std::int64_t preparation) {
  return "preparation " + std::to_string(preparation);
}

void forget_words(Private<std::string>& words, const std::string& said, bool& changed) {
  if (words.disclose() != said) return;
  words = Private(std::string());
  changed = true;
}

/// What was said of a life in that line is no longer current, unless it was said anew elsewhere.
void take_back_life(sql::Writing& writing, const PersonAccess& access, const PrepLine& line,
                    Instant now) {
  auto life = record::circumstances(writing, access);
  if (!life || !line.answer) return;
  const std::string& said = line.answer->disclose();
  bool changed = false;
  if (line.asked.question == PrepQuestion::commitments)
    forget_words(life->commitments, said, changed);
  if (line.asked.question == PrepQuestion::strengths) forget_words(life->strengths, said, changed);
  if (line.asked.question == PrepQuestion::helpers) forget_words(life->helpers, said, changed);
  if (line.asked.question == PrepQuestion::minutes && life->to_spare == minutes_a_week_from(said)) {
    life->to_spare.reset();
    changed = true;
  }
  if (changed) record::add_circumstances(writing, access, *life, now);
}

/// What a line that is taken out had left elsewhere, in this preparation or an earlier one of the
/// same visit.
void take_back(const Service& service, sql::Writing& writing, const PersonAccess& access,
               const PrepLine& line) {
  const Instant since = since_last_visit(writing, access);
  const Instant now = service.now();
  switch (line.asked.question) {
    case PrepQuestion::number:
      return record::take_back_number_answers(writing, access, line.asked.place, since);
    case PrepQuestion::illness:
      return record::take_back_burdens(writing, access, record::BurdenKind::illness, since);
    case PrepQuestion::care:
      return record::take_back_burdens(writing, access, record::BurdenKind::care, since);
    case PrepQuestion::write_down:
      return record::add_wish(writing, access, WishKind::write_down, "no", now);
    default:
      return take_back_life(writing, access, line, now);
  }
}

/// A line that others saw before, and that is not to be seen in what is sent now.
void take_back_what_went(const Service& service, sql::Writing& writing, const PersonAccess& access,
                         const Preparation& preparation, const std::optional<Preparation>& before) {
  if (!before) return;
  for (const PrepLine& line : before->lines)
    if (line.shown() != nullptr && preparation.shown(line.asked) == nullptr)
      take_back(service, writing, access, line);
}

}  // namespace

Outcome<PreparationView> read_preparation(const Service& service, const Caller& caller,
                                          const RecordOf& whose) {
  // Whoever may only look has nothing to write here.
  CHECK(service.database().read([&](const sql::Reading& reading) {
    return Permission::to_record(reading, caller, whose, Doing::change, service.now());
  }));
  return look_into_record(service, caller, whose, {"look", "preparation"},
                          [&](const sql::Reading& reading, const PersonAccess& access) {
                            return view_of(reading, caller, access);
                          });
}

Outcome<std::string> keep_preparation(const Service& service, const Caller& caller,
                                      const RecordOf& whose, const TypedIn& typed,
                                      std::string_view once) {
  return change_record(service, caller, whose, {"prepare", once},
                       [&](sql::Writing& writing, const PersonAccess& access) -> Outcome<Change> {
                         const PreparationView view = view_of(writing, caller, access);
                         std::vector<PrepTyped> answers;
                         for (const PrepAsked& asked : view.questions)
                           answers.push_back({asked, typed(field_of(asked))});
                         TRY(std::vector<PrepLine> lines, prep_lines_from(answers));
                         keep_out(lines, view.begun ? view.begun : view.sent);
                         const std::int64_t number =
                             view.begun
                                 ? view.begun->number
                                 : record::begin_preparation(
                                       writing, access, owner_of(caller, access), service.now());
                         record::set_lines(writing, access, number, lines);
                         return Change{std::to_string(number), numbered(number)};
                       });
}

Outcome<std::string> keep_preparation(const Service& service, const Caller& caller,
                                      const RecordOf& whose, const std::vector<PrepTyped>& typed,
                                      std::string_view once) {
  return keep_preparation(
      service, caller, whose,
      [&](const std::string& field) {
        for (const PrepTyped& one : typed)
          if (field_of(one.asked) == field) return one.text;
        return std::string();
      },
      once);
}

Outcome<std::string> move_line(const Service& service, const Caller& caller, const RecordOf& whose,
                               std::string_view line, LineMove move, std::string_view once) {
  return change_record(service, caller, whose, {"prepare", once},
                       [&](sql::Writing& writing, const PersonAccess& access) -> Outcome<Change> {
                         const PreparationView view = view_of(writing, caller, access);
                         const Preparation* preparation = view.shown();
                         if (preparation == nullptr) return Refusal("permission.not_found");
                         for (const PrepLine& known : preparation->lines) {
                           if (field_of(known.asked) != line) continue;
                           // What was sent and taken out comes back by being sent again.
                           if (preparation->sent_at && move == LineMove::back) continue;
                           record::take_out_line(writing, access, preparation->number, known.asked,
                                                 move == LineMove::out);
                           if (preparation->sent_at && access.relation() != Relation::supporter)
                             take_back(service, writing, access, known);
                           return Change{"", numbered(preparation->number)};
                         }
                         return Refusal("permission.not_found");
                       });
}

Outcome<std::string> send_preparation(const Service& service, const Caller& caller,
                                      const RecordOf& whose, std::string_view once) {
  return change_record(
      service, caller, whose, {"send_preparation", once},
      [&](sql::Writing& writing, const PersonAccess& access) -> Outcome<Change> {
        const PreparationView view = view_of(writing, caller, access);
        if (!view.begun) return Refusal("prepare.nothing_yet");
        const auto says = [](const PrepLine& line) { return line.shown() != nullptr; };
        if (std::ranges::none_of(view.begun->lines, says)) return Refusal("prepare.nothing_yet");
        record::send_preparation(writing, access, view.begun->number, service.now());
        if (access.relation() != Relation::supporter) {
          const auto copied_by =
              access.relation() == Relation::team_member ? caller.professional : std::nullopt;
          take_back_what_went(service, writing, access, *view.begun, view.sent);
          CHECK(Effects(service, writing, access, *view.begun, view.sent, copied_by).run());
        }
        return Change{std::to_string(view.begun->number), numbered(view.begun->number)};
      });
}

}  // namespace alongside::service
