// SPDX-License-Identifier: Apache-2.0
// A definition of one's own over what is recorded: of the visits, aims or agreements of a month,
// those of which something holds within so many days. Put together from facts with names, so that
// the sentence and the query that counts cannot come apart.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace alongside {

/// What is counted one by one.
enum class RecordedUnit { visit, aim, agreement };

/// What may hold of a unit. The first three hold of every one. Each is of one unit:
/// visit_aim_said: what matters was said, confirmed or read back in the days before the visit, or
/// in it. visit_prepared: the person sent something in the days before. visit_agreed: an agreement
/// was made in it or in the days after. visit_again: they met again in the days after.
/// aim_agreed: an agreement cites the aim. aim_rated: the person said how far they are.
/// aim_reached: they said as hoped for or better. agreement_person_did, agreement_we_did: one side
/// did some of its part. agreement_reached: the person said of one of its aims that it is as hoped
/// for or better. agreement_stuck: they said that something gets in the way.
enum class RecordedFact {
  visit,
  aim,
  agreement,
  visit_aim_said,
  visit_prepared,
  visit_agreed,
  visit_again,
  aim_agreed,
  aim_rated,
  aim_reached,
  agreement_person_did,
  agreement_we_did,
  agreement_reached,
  agreement_stuck
};
inline constexpr std::array recorded_facts = {RecordedFact::visit,
                                              RecordedFact::aim,
                                              RecordedFact::agreement,
                                              RecordedFact::visit_aim_said,
                                              RecordedFact::visit_prepared,
                                              RecordedFact::visit_agreed,
                                              RecordedFact::visit_again,
                                              RecordedFact::aim_agreed,
                                              RecordedFact::aim_rated,
                                              RecordedFact::aim_reached,
                                              RecordedFact::agreement_person_did,
                                              RecordedFact::agreement_we_did,
                                              RecordedFact::agreement_reached,
                                              RecordedFact::agreement_stuck};
std::string_view code_of(RecordedFact fact);
std::optional<RecordedFact> recorded_fact_from(std::string_view code);
RecordedUnit unit_of(RecordedFact fact);
/// Holds of every unit, and needs no days.
bool holds_of_all(RecordedFact fact);
/// Looks back from the unit; the others look ahead, and a unit counts once its days are over.
bool looks_back(RecordedFact fact);
/// Says what it did for the person; the others say what was done.
bool says_what_it_did(RecordedFact fact);

constexpr std::int64_t recorded_days_max = 365;

struct FactWithin {
  RecordedFact fact = RecordedFact::visit;
  std::int64_t days = 0;  ///< 1 to recorded_days_max; 0 where it holds of all
  bool operator==(const FactWithin&) const = default;
};
/// "aim_rated 90"; "visit" alone.
std::string words_of(const FactWithin& fact);
/// Empty for what is none: an unknown fact, days where none belong, or too few, or too many.
std::optional<FactWithin> fact_within_from(std::string_view words);

struct OverRecords {
  FactWithin counts = {};
  std::optional<FactWithin> without = {};  ///< units of which this holds are left out
  bool operator==(const OverRecords&) const = default;
};

}  // namespace alongside
