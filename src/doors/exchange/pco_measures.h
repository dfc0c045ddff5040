// SPDX-License-Identifier: Apache-2.0
// The two measures of HL7's Person-Centered Outcomes guide 1.0.0 (hl7.fhir.us.pco, STU 1): Goal
// Identification and Goal Follow-Up, counted over FHIR resources as its logic says.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/base/clock.h"
#include "foundation/base/json_value.h"
#include "service/service.h"

namespace alongside::exchange {

/// Both days belong to it.
struct PcoPeriod {
  Day begin;
  Day end;
};
/// The guide's parameter "Follow-Up Interval", in weeks after a goal's start; both ends belong.
struct PcoFollowUp {
  int from_weeks = 2;
  int until_weeks = 26;
};

/// Of people. The guide's denominator is its initial population: it leaves "complex care need"
/// open.
struct PcoCounts {
  std::int64_t initial_population = 0;  ///< 18 years or older on the first day, for certain
  std::int64_t identified = 0;          ///< numerator of Goal Identification
  std::int64_t followed_up = 0;         ///< numerator of Goal Follow-Up
};

/// Takes resources in any order, then counts. What is marked entered-in-error, and what carries a
/// modifierExtension, is passed over. Days are those that stand in the resources, as written; a
/// time of less than a day ("2024-05") is no day.
///
/// A PCO goal has a start day and (a category of the guide's own three, or of its twelve domains,
/// or it addresses a What Matters observation). It counts where it began in the period, has goal
/// attainment scaling (the extension, target 107332-9 or a score) or a PROM as target, and is a
/// goal of a care plan. Identified: a score of it before the follow-up begins; followed up: a score
/// of it during the follow-up; both in the period.
class PcoMeasures {
 public:
  void take(const JsonValue& resource);
  PcoCounts counted(const PcoPeriod& period, const PcoFollowUp& follow_up = {}) const;

 private:
  struct Goal {
    std::string person;
    Day start;
    bool by_category = false;
    bool scaled = false;  ///< by what it says itself
    std::vector<std::string> addresses;
  };
  struct Score {
    bool scaling = false;  ///< goal attainment scaling; else a PROM
    Day day;
  };
  void take_goal(const JsonValue& goal);
  void take_observation(const JsonValue& observation);
  bool counts(const std::string& id, const Goal& goal, const PcoPeriod& period) const;

  std::map<std::string, Day> latest_birth_;  ///< the last day on which they may be born
  std::map<std::string, Goal> goals_;
  std::map<std::string, std::vector<Score>> scores_;  ///< by goal
  std::set<std::string> planned_;                     ///< goals of care plans
  std::set<std::string> what_matters_;                ///< observations
};

/// Over all resources of a clinic; nobody is looked at.
PcoCounts pco_counts(const service::Service& service, const PcoPeriod& period);
/// For people: what was counted, and of how many.
std::string pco_text(const PcoCounts& counts, const PcoPeriod& period);
/// A Bundle of two summary MeasureReports.
std::string pco_reports(const PcoCounts& counts, const PcoPeriod& period, Instant now);

}  // namespace alongside::exchange
