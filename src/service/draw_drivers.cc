// SPDX-License-Identifier: Apache-2.0
// Drivers put in, changed, taken out.
#include "service/draw_drivers.h"

#include <algorithm>

#include "foundation/base/text.h"
#include "record/drivers.h"
#include "record/project_measures.h"
#include "service/act.h"

namespace alongside::service {

Outcome<std::string> put_driver(const Service& service, const Caller& caller,
                                const Id<Project>& project, const DriverDraft& draft,
                                std::string_view number, std::string_view base,
                                std::string_view once) {
  return change_project(
      service, caller, project, {"put_driver", once},
      [&](sql::Writing& writing, const ProjectAccess& access) -> Outcome<Change> {
        const auto there = record::drivers(writing, access);
        std::int64_t changed = 0;
        if (!number.empty()) {
          changed = whole_number(number).value_or(0);
          const auto before = std::ranges::find(there, changed, &Driver::number);
          if (before == there.end()) return Refusal("permission.not_found");
          if (std::to_string(before->version) != base) return Refusal("driver.meanwhile", "words");
        }
        std::vector<std::int64_t> measures;
        for (const auto& measure : record::project_measures(writing, access))
          measures.push_back(measure.number);
        TRY(const Driver driver, driver_from(draft, there, measures, changed));
        const auto made =
            record::put_driver(writing, access, driver, {caller.user_no}, service.now());
        return Change{std::to_string(made), "project " + std::to_string(access.number())};
      });
}

Outcome<std::string> take_driver_out(const Service& service, const Caller& caller,
                                     const Id<Project>& project, std::string_view number,
                                     std::string_view once) {
  return change_project(service, caller, project, {"take_driver_out", once},
                        [&](sql::Writing& writing, const ProjectAccess& access) -> Outcome<Change> {
                          const auto there = record::drivers(writing, access);
                          const auto asked = whole_number(number).value_or(0);
                          if (std::ranges::find(there, asked, &Driver::number) == there.end())
                            return Refusal("permission.not_found");
                          for (const std::int64_t one : with_what_hangs_on(there, asked))
                            record::take_driver_out(writing, access, one, service.now());
                          return Change{"", "project " + std::to_string(access.number())};
                        });
}

}  // namespace alongside::service
