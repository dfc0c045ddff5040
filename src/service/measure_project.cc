// SPDX-License-Identifier: Apache-2.0
// Definitions and numbers of a project.
#include "service/measure_project.h"

#include <algorithm>

#include "foundation/base/text.h"
#include "record/people.h"
#include "record/project_measures.h"
#include "service/act.h"

namespace alongside::service {
namespace {

Change changed(const ProjectAccess& access, std::string answer) {
  return {std::move(answer), "project " + std::to_string(access.number())};
}

Outcome<record::ProjectMeasure> measure_numbered(const sql::Reading& reading,
                                                 const ProjectAccess& access,
                                                 std::string_view number) {
  for (auto& measure : record::project_measures(reading, access))
    if (std::to_string(measure.number) == number) return std::move(measure);
  return Refusal("permission.not_found");
}

/// Only numbers of its own are typed; the others are counted.
Outcome<record::ProjectMeasure> own_numbered(const sql::Reading& reading,
                                             const ProjectAccess& access, std::string_view number) {
  TRY(auto measure, measure_numbered(reading, access, number));
  if (!measure.measure.typed()) return Refusal("permission.not_found");
  return measure;
}

Day today_at(const Service& service, const sql::Reading& reading, HomeNo home) {
  return Zone::named(record::site(reading, home)->zone).value().day_of(service.now());
}

/// Without those that say what holds already.
std::vector<MeasureNumber> news_in(const sql::Reading& reading, const ProjectAccess& access,
                                   std::int64_t measure, std::vector<MeasureNumber> numbers) {
  const auto held = holding(record::measure_numbers(reading, access, measure));
  std::erase_if(numbers, [&](const MeasureNumber& number) {
    const auto before = std::ranges::find(held, number.day, &MeasureNumber::day);
    return before != held.end() && before->says_the_same(number);
  });
  return numbers;
}

}  // namespace

Outcome<std::string> take_measure(const Service& service, const Caller& caller,
                                  const Id<Project>& project, std::string_view standard,
                                  std::string_view once) {
  return change_project(
      service, caller, project, {"take_measure", once},
      [&](sql::Writing& writing, const ProjectAccess& access) -> Outcome<Change> {
        const auto& all = standard_measures();
        const auto asked = std::ranges::find(all, standard, &Measure::id);
        if (asked == all.end()) return Refusal("measure.unknown", "standard");
        const auto there = record::project_measures(writing, access);
        if (there.size() >= measures_of_a_project_max)
          return Refusal("measure.too_many", "standard");
        for (const auto& measure : there)
          if (measure.measure.id == standard) return Refusal("measure.already", "standard");
        return changed(access, std::to_string(record::put_measure(
                                   writing, access, 0, *asked, {caller.user_no}, service.now())));
      });
}

Outcome<std::string> define_measure(const Service& service, const Caller& caller,
                                    const Id<Project>& project, const OwnMeasureDraft& draft,
                                    std::string_view number, std::string_view once) {
  return change_project(
      service, caller, project, {"define_measure", once},
      [&](sql::Writing& writing, const ProjectAccess& access) -> Outcome<Change> {
        std::int64_t known = 0;
        std::optional<CountedAs> counted;
        if (!number.empty()) {
          TRY(const auto before, own_numbered(writing, access, number));
          known = before.number;
          if (!record::measure_numbers(writing, access, known).empty())
            counted = before.measure.counted;
        } else if (record::project_measures(writing, access).size() >= measures_of_a_project_max) {
          return Refusal("measure.too_many", "name");
        }
        TRY(Measure measure, own_measure_from(draft));
        if (counted && *counted != measure.counted)
          return Refusal("own_measure.counted_stays", "counted");
        measure.id = "new";
        return changed(access,
                       std::to_string(record::put_measure(writing, access, known, measure,
                                                          {caller.user_no}, service.now())));
      });
}

Outcome<std::string> define_recorded_measure(const Service& service, const Caller& caller,
                                             const Id<Project>& project,
                                             const OwnMeasureDraft& draft, std::string_view once) {
  return change_project(
      service, caller, project, {"define_recorded_measure", once},
      [&](sql::Writing& writing, const ProjectAccess& access) -> Outcome<Change> {
        // Two definitions side by side may tell one person: for those who see records anyway.
        if (!access.of_the_team()) return Refusal("permission.not_found");
        if (record::project_measures(writing, access).size() >= measures_of_a_project_max)
          return Refusal("measure.too_many", "name");
        TRY(Measure measure, recorded_measure_from(draft));
        measure.id = "new";
        return changed(access, std::to_string(record::put_measure(
                                   writing, access, 0, measure, {caller.user_no}, service.now())));
      });
}

Outcome<std::string> end_measure(const Service& service, const Caller& caller,
                                 const Id<Project>& project, std::string_view number,
                                 std::string_view once) {
  return change_project(service, caller, project, {"end_measure", once},
                        [&](sql::Writing& writing, const ProjectAccess& access) -> Outcome<Change> {
                          TRY(const auto measure, measure_numbered(writing, access, number));
                          record::end_measure(writing, access, measure.number, service.now());
                          return changed(access, "");
                        });
}

Outcome<std::string> enter_number(const Service& service, const Caller& caller,
                                  const Id<Project>& project, std::string_view measure,
                                  const MeasureNumberDraft& draft, std::string_view once) {
  return change_project(
      service, caller, project, {"enter_number", once},
      [&](sql::Writing& writing, const ProjectAccess& access) -> Outcome<Change> {
        TRY(const auto own, own_numbered(writing, access, measure));
        TRY(const MeasureNumber number,
            number_from(draft, own.measure.counted, today_at(service, writing, caller.home)));
        record::add_numbers(writing, access, own.number,
                            news_in(writing, access, own.number, {number}), {caller.user_no},
                            service.now());
        return changed(access, "1");
      });
}

Outcome<std::string> enter_numbers(const Service& service, const Caller& caller,
                                   const Id<Project>& project, std::string_view measure,
                                   std::string_view table, std::string_view once) {
  return change_project(
      service, caller, project, {"enter_numbers", once},
      [&](sql::Writing& writing, const ProjectAccess& access) -> Outcome<Change> {
        TRY(const auto own, own_numbered(writing, access, measure));
        NumbersRead read =
            numbers_from(table, own.measure.counted, today_at(service, writing, caller.home));
        if (!read.not_a_table.empty() || !read.faults.empty() || read.numbers.empty())
          return Refusal("numbers.not_read", "table");
        const auto news = news_in(writing, access, own.number, std::move(read.numbers));
        record::add_numbers(writing, access, own.number, news, {caller.user_no}, service.now());
        return changed(access, std::to_string(news.size()));
      });
}

Outcome<std::string> take_number_out(const Service& service, const Caller& caller,
                                     const Id<Project>& project, std::string_view measure,
                                     std::string_view day, std::string_view once) {
  return change_project(
      service, caller, project, {"take_number_out", once},
      [&](sql::Writing& writing, const ProjectAccess& access) -> Outcome<Change> {
        TRY(const auto own, own_numbered(writing, access, measure));
        const auto held = holding(record::measure_numbers(writing, access, own.number));
        const auto asked = Day::from_iso(day);
        if (!asked || std::ranges::find(held, *asked, &MeasureNumber::day) == held.end())
          return Refusal("permission.not_found");
        MeasureNumber gone;
        gone.day = *asked;
        gone.taken_out = true;
        record::add_numbers(writing, access, own.number, {gone}, {caller.user_no}, service.now());
        return changed(access, "");
      });
}

}  // namespace alongside::service
