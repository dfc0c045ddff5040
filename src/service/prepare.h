// SPDX-License-Identifier: Apache-2.0
// A person gets ready for a visit: alone, by a code without an account, with somebody they asked,
// or on paper that a professional copies. Nobody else sees a word before it is sent.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "aim/number.h"
#include "context/circumstances.h"
#include "context/site.h"
#include "coproduction/preparation.h"
#include "coproduction/wishes.h"
#include "service/caller.h"
#include "service/permission.h"
#include "service/service.h"

namespace alongside::service {

struct PreparationView {
  Relation relation = Relation::self;
  Person person;
  Site site;
  std::vector<Aim> aims;  ///< held, in their order
  std::vector<AimNumber> numbers;
  std::vector<PrepAsked> questions;     ///< what is asked now
  std::optional<Preparation> begun;     ///< not sent yet
  std::optional<Preparation> sent;      ///< since the last visit
  std::optional<Circumstances> life;    ///< as it was said before; nothing for a supporter
  std::vector<Professional> care_team;  ///< who will see it

  /// The one being written, or the one that was sent.
  const Preparation* shown() const { return begun ? &*begun : sent ? &*sent : nullptr; }
};

/// Accounted for as a look at "preparation". A supporter needs the scope to change.
Outcome<PreparationView> read_preparation(const Service& service, const Caller& caller,
                                          const RecordOf& whose);

/// Keeps what is there so far. Answers that are not typed count as no answer. Refused like
/// prep_lines_from. Lines that were taken out stay out while their answer is the same.
/// `typed` gives what stands in the field of that name; empty: nothing.
using TypedIn = std::function<std::string(const std::string& field)>;
Outcome<std::string> keep_preparation(const Service& service, const Caller& caller,
                                      const RecordOf& whose, const TypedIn& typed,
                                      std::string_view once);
Outcome<std::string> keep_preparation(const Service& service, const Caller& caller,
                                      const RecordOf& whose, const std::vector<PrepTyped>& typed,
                                      std::string_view once);

/// Takes a line out, or puts it back: before it is sent, and after. `line` is its field_of. What a
/// sent line had changed in numbers and burdens goes with it.
enum class LineMove { out, back };
Outcome<std::string> move_line(const Service& service, const Caller& caller, const RecordOf& whose,
                               std::string_view line, LineMove move, std::string_view once);

/// The team sees it from now on. What the person said is done: an aim is confirmed, restated, or
/// stated when they had none; numbers, burdens and wishes are kept; a changed life is a new
/// version. A supporter's is shown under their name and changes nothing. Refused:
/// "prepare.nothing_yet" when no line would be shown, aim.words_too_long when the first aim is too
/// long (field "matters").
Outcome<std::string> send_preparation(const Service& service, const Caller& caller,
                                      const RecordOf& whose, std::string_view once);

}  // namespace alongside::service
