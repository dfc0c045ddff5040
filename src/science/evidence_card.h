// SPDX-License-Identifier: Apache-2.0
// Generalisable, science-informed practice: what a published review found, about whom, compared
// with what, and how sure it is. Read from library/evidence, plain text, or from a curator's table.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "foundation/base/clock.h"
#include "foundation/base/embedded.h"

namespace alongside {

/// On which scale an effect is told; ratios are above 0, 1 is no effect.
enum class EffectScale {
  mean_difference,
  standardised_mean_difference,
  odds_ratio,
  risk_ratio,
  rate_ratio,
  risk_difference  ///< of people, as a share
};
/// Grading of Recommendations Assessment, Development and Evaluation, as the source states it.
enum class EvidenceCertainty { not_stated, high, moderate, low, very_low };
/// Domains that a curator judged; empty text: nobody did.
struct EvidenceDomains {
  std::string risk_of_bias;      ///< low, some, high
  std::string publication_bias;  ///< undetected, suspected
  std::string indirectness;      ///< none, some, serious, very serious
};

struct EvidenceCard {
  std::string id;
  std::int64_t version = 1;
  std::string aim;  ///< what people want: pain, sleep, breathlessness, mood …
  std::string action;
  std::string compared_with;
  std::string people;  ///< who was studied
  std::string where;   ///< empty: not stated
  std::string outcome;
  EffectScale scale = EffectScale::standardised_mean_difference;
  double estimate = 0;
  double low = 0, high = 0;  ///< the interval
  double level = 95;         ///< its percent, above 0 and below 100
  std::string unit;          ///< of a mean difference
  bool higher_is_better = true;
  std::optional<std::int64_t> studies, participants;
  bool counts_of_whole_review = false;  ///< or of this outcome alone
  EvidenceCertainty certainty = EvidenceCertainty::not_stated;
  EvidenceDomains domains;
  std::optional<double> minutes_per_week;  ///< what it asks of a person
  std::string money;                       ///< what it costs, in words; empty: not stated
  std::string citation;
  std::string source;         ///< where the numbers were read
  std::string second_source;  ///< where they were read again
  std::string second_kind;    ///< how far that is another source
  Day checked;                ///< when both were read
  Day review_by;              ///< after this day the card is expired
  std::string reviewer;       ///< who answers for it here; empty: nobody yet
  std::string note;

  bool expired(Day today) const { return today > review_by; }
  /// Whether the interval leaves out no effect.
  bool clear_of_none() const;
};

/// What is wrong with a card: the field as it is named in the file, and why.
struct CardFault {
  std::string field;
  std::string reason;
};

/// Reads "name: value" lines; # begins a comment. Refused: a line that is none, a name that is none
/// or stands twice, a value that does not fit, an interval that does not hold the estimate, and
/// anything needed that is missing: id, aim, action, compared with, people, outcome, scale,
/// estimate, interval, better, citation, source, second source, checked, review by.
std::variant<EvidenceCard, CardFault> evidence_card_from(std::string_view text);

/// The same fields, name by name; a table has them as columns.
std::variant<EvidenceCard, CardFault> evidence_card_of(
    const std::vector<std::pair<std::string, std::string>>& fields);
/// As `evidence_card_of` reads them; only those that say something.
std::vector<std::pair<std::string, std::string>> fields_of(const EvidenceCard& card);
/// As `evidence_card_from` reads it.
std::string lines_of(const EvidenceCard& card);
/// Every name a field can have, in the order of a table's columns.
const std::vector<std::string>& evidence_fields();

/// The cards this program carries, by aim and id. Not clinical advice: each is to be reviewed by
/// who uses it.
const std::vector<EvidenceCard>& shipped_evidence();

namespace science {
/// library/evidence as this binary carries it.
std::span<const EmbeddedFile> evidence_library();
}  // namespace science

std::string_view name_of(EffectScale scale);
std::string_view name_of(EvidenceCertainty certainty);

}  // namespace alongside
