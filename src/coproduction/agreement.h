// SPDX-License-Identifier: Apache-2.0
// Who does what, by when, and how much of a week it asks: a service is a relationship and an action
// (Batalden 2018). An agreement has contributors on both sides, or it is not an agreement.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "aim/aim.h"
#include "context/circumstances.h"
#include "coproduction/option.h"
#include "coproduction/person.h"
#include "foundation/base/clock.h"
#include "foundation/base/quantity.h"

namespace alongside {

struct Agreement;
using AgreementNo = Number<Agreement>;

/// Batalden M. et al. 2016: three degrees, each asking for more trust. None is better by itself.
enum class SharedWork { conversation, planning_together, doing_together };
/// Standard answers to common needs, customised to particular ones, flexible to emergent ones.
enum class ResponseKind { standardised, customised, flexible };

std::string_view code_of(SharedWork degree);
std::string_view code_of(ResponseKind kind);
std::optional<SharedWork> shared_work_from(std::string_view code);
std::optional<ResponseKind> response_kind_from(std::string_view code);
inline constexpr std::array shared_work_degrees = {
    SharedWork::conversation, SharedWork::planning_together, SharedWork::doing_together};
inline constexpr std::array response_kinds = {ResponseKind::standardised, ResponseKind::customised,
                                              ResponseKind::flexible};

constexpr std::size_t action_words_characters_max = 200;
constexpr std::size_t actions_max = 12;
constexpr std::int64_t action_days_ahead_max = 3 * 366;

/// As typed. A draft whose words are empty and whose other fields are too is skipped.
struct ActionDraft {
  std::string side;
  std::string words;
  std::string due;      ///< "2026-12-01", or empty
  std::string minutes;  ///< a week, or empty
  std::string owner;    ///< on the professional side: an identifier; empty: whoever records it
};
struct AgreementDraft {
  std::string shared_work;
  std::string response_kind;
  std::string note;  ///< what was made different and why, or which standard
  std::vector<ActionDraft> actions;
  std::vector<OptionDraft> options = {};
  std::string disturbs = {};      ///< "no" or "yes": whether it touches what must not be
  std::string disturbs_how = {};  ///< what it touches
  std::string persons_view = {};  ///< where the two see it differently
  std::string professionals_view = {};
  std::string look_again = {};  ///< "2026-12-01", or empty
};

/// What one side will do.
struct Action {
  std::int64_t number = 0;  ///< 1, 2, ... within its agreement
  Side side = Side::person;
  std::string owner;     ///< the professional's name; empty on the person's side
  std::string owner_id;  ///< as chosen on the form; service/agree finds out who it is
  std::optional<ProfessionalNo> owner_no;
  Private<std::string> words;
  std::optional<Day> due;
  std::optional<MinutesAWeek> minutes;  ///< missing is not zero
  std::optional<Day> last_done;         ///< the latest day it was ticked
  std::int64_t times_done = 0;
};

struct Agreement {
  /// Refused, each beside its field: an unknown degree or kind, a customised response that does not
  /// say what was changed, a standard one that does not say which standard (an offer that was
  /// chosen, or the note), options that options_from refuses, no action on a side, an action
  /// without words or with a date that is none, has passed, or lies over three years ahead. Fields
  /// of action i are "action_i_words" and so on.
  static Outcome<Agreement> from(const AgreementDraft& draft, Day today);

  AgreementNo number;
  SharedWork shared_work = SharedWork::conversation;
  ResponseKind response_kind = ResponseKind::standardised;
  Private<std::string> note;
  std::string standard;  ///< of a standard response: its name and version; empty: the note says it
  std::vector<Action> actions;
  std::vector<Option> options;
  std::optional<bool> disturbs;       ///< nothing: nobody asked
  Private<std::string> disturbs_how;  ///< what it touches
  Private<std::string> persons_view;
  Private<std::string> professionals_view;
  std::optional<Day> look_again;
  std::optional<Instant> kept_at;  ///< when they last said: the same as before
  std::vector<AimNo> aims;
  Instant agreed_at;
  std::string recorded_by;  ///< the professional's name

  /// The minutes a week that one side's actions ask together.
  MinutesAWeek asked_of(Side side) const;
  bool seen_differently() const {
    return !persons_view.disclose().empty() || !professionals_view.disclose().empty();
  }
};

/// Those that hold now: the newest for each aim that is held, newest first. `agreements` come
/// newest first.
std::vector<const Agreement*> current_agreements(const std::vector<Aim>& aims,
                                                 const std::vector<Agreement>& agreements);

/// "3.1": action 1 of agreement 3, on a form.
std::string action_key(const Agreement& agreement, const Action& action);

}  // namespace alongside
