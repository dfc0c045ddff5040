// SPDX-License-Identifier: Apache-2.0
// One cycle of plan, do, study and act (Langley and others 2009). What will happen is said, and
// locked, before the first datum; study compares; act decides with a reason.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "change/test_plan.h"
#include "foundation/base/clock.h"
#include "foundation/base/outcome.h"
#include "foundation/base/quantity.h"

namespace alongside {

struct TestDatum {
  std::int64_t number = 0;
  Day day = {};
  Proportion share = {};         ///< of SeenAs::share
  std::int64_t value_milli = 0;  ///< of SeenAs::number
  std::string note = {};
  std::string noted_by = {};
  Instant noted_at = {};
  bool taken_back = false;  ///< stays in the record, counts no more
};

enum class Decision { adopt, adapt, abandon };
inline constexpr std::array decisions = {Decision::adopt, Decision::adapt, Decision::abandon};
std::string_view code_of(Decision decision);

/// planning: may be edited and takes no data. running: locked. studied: what was learnt is said.
/// decided: adopted, adapted or abandoned.
enum class TestStage { planning, running, studied, decided };
std::string_view code_of(TestStage stage);

struct TestOfChange {
  std::int64_t number = 0;
  std::int64_t version = 1;  ///< of the plan, while it may be edited
  TestPlan plan;
  std::string written_by = {};
  std::optional<Instant> locked_at = {};
  std::vector<TestDatum> data = {};
  std::string learnt = {};  ///< what was seen, what surprised
  std::optional<Instant> studied_at = {};
  std::optional<Decision> decision = {};
  std::string reason = {};
  std::optional<Instant> decided_at = {};

  TestStage stage() const;
};

struct DatumDraft {
  std::string day = {}, count = {}, of = {}, value = {}, note = {};
};
/// Invariant 4: a prediction is locked before the first datum of its test. Refused: without a lock
/// ("test.not_locked"), once it was decided ("test.is_over"), beside the fields "datum.day",
/// "datum.before_lock" (day: from before the prediction, as days are counted in `zone`),
/// "datum.day_ahead", "datum.count", "datum.of" (under 1, or under the count), "datum.value",
/// "test.long" (note), "datum.too_many".
Outcome<TestDatum> datum_from(const DatumDraft& draft, const TestOfChange& test, const Zone& zone,
                              Instant now);
constexpr std::size_t data_of_a_test_max = 400;

/// What the data say, out of 100 or as the mean, with the 95 % interval: Wilson 1927 for shares,
/// Student's t over the values for numbers (from two on).
struct Seen {
  std::int64_t data = 0;
  Proportion share = {};
  double estimate = 0;
  std::optional<double> low, high;
};
/// Nothing without data that count.
std::optional<Seen> seen_in(const TestOfChange& test);

/// By the 95 % interval. A direction: as_predicted or otherwise where all of the interval lies on
/// one side of the number of now, else unclear. A range: as_predicted where it holds the whole
/// interval, otherwise where it holds none of it, fits_so_far where it holds the estimate. `same`:
/// otherwise where the interval does not hold the number of now, else fits_so_far; that nothing
/// changes is never shown by few data. Without an interval (one number, or no spread) nothing is
/// certain.
enum class Compared { no_data, as_predicted, fits_so_far, otherwise, unclear };
Compared compared(const TestOfChange& test);

/// Refused: no data that count ("study.no_data"), a test that is not running or studied
/// ("study.not_now"), "study.words_missing" and "test.long" (learnt).
Outcome<std::string> learnt_from(std::string_view typed, const TestOfChange& test);

struct DecisionDraft {
  std::string decision = {}, reason = {};
};
struct Decided {
  Decision decision;
  std::string reason;
};
/// Refused: a test that was not studied, "act.not_now"; beside the fields "act.choose" (decision),
/// "act.reason_missing", "test.long" (reason).
Outcome<Decided> decision_from(const DecisionDraft& draft, const TestOfChange& test);

/// Cycles that grew out of one another, as they came; each test stands in exactly one ramp, two
/// that grew out of one cycle in the same.
std::vector<std::vector<const TestOfChange*>> ramps_of(const std::vector<TestOfChange>& tests);

}  // namespace alongside
