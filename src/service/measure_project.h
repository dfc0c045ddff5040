// SPDX-License-Identifier: Apache-2.0
// Whoever works in a project says what it measures, and enters its numbers.
#pragma once

#include <string>
#include <string_view>

#include "change/measure_numbers.h"
#include "change/own_measure.h"
#include "change/project.h"
#include "service/caller.h"
#include "service/service.h"

namespace alongside::service {

constexpr std::size_t measures_of_a_project_max = 30;

/// One of the shipped measures. Refused: "measure.unknown" (standard), "measure.already"
/// (standard), "measure.too_many" (standard).
Outcome<std::string> take_measure(const Service& service, const Caller& caller,
                                  const Id<Project>& project, std::string_view standard,
                                  std::string_view once);
/// Answers the measure's number. `number` empty: a new one; else its next version, as long as it is
/// counted as before where numbers stand ("own_measure.counted_stays", counted). Refused beside the
/// fields of own_measure_from, "measure.too_many" (name).
Outcome<std::string> define_measure(const Service& service, const Caller& caller,
                                    const Id<Project>& project, const OwnMeasureDraft& draft,
                                    std::string_view number, std::string_view once);
/// Over what is recorded, by the team's members; answers its number. Refused beside the fields of
/// recorded_measure_from, "measure.too_many" (name). To count otherwise is another measure.
Outcome<std::string> define_recorded_measure(const Service& service, const Caller& caller,
                                             const Id<Project>& project,
                                             const OwnMeasureDraft& draft, std::string_view once);
/// Its numbers stay in the record.
Outcome<std::string> end_measure(const Service& service, const Caller& caller,
                                 const Id<Project>& project, std::string_view number,
                                 std::string_view once);

/// Of an own measure. Refused beside the fields of number_from.
Outcome<std::string> enter_number(const Service& service, const Caller& caller,
                                  const Id<Project>& project, std::string_view measure,
                                  const MeasureNumberDraft& draft, std::string_view once);
/// All of a table, or none: "numbers.not_read" (table); why, numbers_from says. Answers how many.
/// Days whose number is already the same are not entered again.
Outcome<std::string> enter_numbers(const Service& service, const Caller& caller,
                                   const Id<Project>& project, std::string_view measure,
                                   std::string_view table, std::string_view once);
/// `day` as "2026-11-01".
Outcome<std::string> take_number_out(const Service& service, const Caller& caller,
                                     const Id<Project>& project, std::string_view measure,
                                     std::string_view day, std::string_view once);

}  // namespace alongside::service
