// SPDX-License-Identifier: Apache-2.0
// Questionnaires with their licence: what may be shown, to whom it belongs, how it is scored. Read
// from library/instruments, plain text. One that needs a permission is never on without it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/base/embedded.h"
#include "foundation/base/outcome.h"
#include "improvement/measure.h"

namespace alongside {

enum class ItemKind { choice, days };  ///< one of the answers, or 0 to 30 days
enum class ScoreRule { none, sum, mean, unhealthy_days };

struct InstrumentItem {
  ItemKind kind = ItemKind::choice;
  std::string words;
};
struct InstrumentAnswer {
  std::int64_t value = 0;
  std::string words;
};
/// Answers to one another scored: the instrument's own test of its rule. Nothing: no score.
struct ScoreVector {
  std::vector<std::optional<std::int64_t>> answers;
  std::optional<double> score;
};

struct Instrument {
  std::string id;
  std::int64_t version = 1;
  std::string language;  ///< of its words; official translations come as files of their own
  std::string title;
  std::string holder;
  std::string licence;
  std::string notice;  ///< must be shown with it
  bool permission_needed = true;
  bool commercial_use = false;
  bool may_be_modified = false;
  bool may_be_translated = false;
  std::string checked;  ///< the day on which the licence was looked at
  std::string source;
  std::string score_code;  ///< LOINC
  Better better = Better::less;
  std::string recall;
  std::vector<InstrumentAnswer> answers;
  std::vector<InstrumentItem> items;  ///< none: an empty place
  ScoreRule rule = ScoreRule::none;
  std::size_t missing_max = 0;  ///< with more unanswered there is no score
  double low = 0;
  double high = 0;
  std::optional<double> meaningful_change;
  std::string meaningful_change_source;
  std::optional<std::size_t> alert_item;  ///< from 0; at alert_from or more somebody must answer
  std::int64_t alert_from = 1;
  std::vector<ScoreVector> vectors;
};

/// Reads "name: value" lines; # begins a comment. Refused (field = the line's name): a line that is
/// none, an unknown name or value, a missing id, title, holder or licence.
Outcome<Instrument> instrument_from(std::string_view text);

/// What somebody brings to switch one on.
struct SwitchOn {
  std::string permission;   ///< a reference to the permission: number, letter, date
  std::string who_answers;  ///< a named person
  std::string hours;        ///< when they do
};
/// The licence gate. Refused: an empty place ("instrument.no_items"), one that needs a permission
/// without a reference to it (field "permission"), one with an alert without a named person and
/// their hours (fields "who_answers", "hours").
Outcome<Done> may_switch_on(const Instrument& instrument, const SwitchOn& brought);

namespace improvement {
/// library/instruments as this binary carries it.
std::span<const EmbeddedFile> instrument_library();
}  // namespace improvement

/// All of them, in order of their titles.
const std::vector<Instrument>& instruments();
const Instrument* instrument_of(std::string_view id);

}  // namespace alongside
