// SPDX-License-Identifier: Apache-2.0
// A project as those who work in it see it: nothing on it is about one person.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "change/balance.h"
#include "change/charter.h"
#include "change/driver.h"
#include "change/fidelity.h"
#include "change/finding.h"
#include "change/measure_numbers.h"
#include "change/project.h"
#include "context/site.h"
#include "record/places.h"
#include "service/caller.h"
#include "service/read_chart.h"
#include "service/service.h"

namespace alongside::service {

using record::PlaceCheck;

struct ProjectChart {
  std::int64_t number = 0;  ///< of the measure, in the project
  MeasuredChart chart;
  std::vector<MeasureNumber> entries = {};  ///< of an own measure
};

struct ProjectView {
  Project project;
  Site site;
  bool of_the_team = false;
  std::int64_t user = 0;  ///< who looks
  Charter charter = {};
  std::vector<Charter> versions = {};  ///< newest first, without their words
  std::vector<ProjectMember> members = {};
  std::optional<PlaceProfile> place = {};  ///< the newest
  std::optional<PlaceCheck> check = {};    ///< of the newest place
  std::vector<Facet> place_changed = {};   ///< since the version before
  std::vector<Driver> drivers = {};
  std::vector<ProjectChart> measures = {};
  std::vector<TestOfChange> tests = {};
  Balance balance = {};
  std::vector<Kept> fidelity = {};
  std::vector<Awaited> awaited = {};  ///< before a first test
  std::vector<Slot> empty = {};       ///< of the charter's seven
  std::vector<Finding> findings = {};
  /// The team's options, by the name under which the network counts them and by their own.
  std::vector<std::pair<std::string, std::string>> actions = {};
};

Outcome<ProjectView> read_project(const Service& service, const Caller& caller,
                                  const Id<Project>& project);
/// One chart of a project, looked at so (read_chart.h).
struct ProjectChartView {
  Project project;
  std::string zone;
  ProjectChart measure;
};
Outcome<ProjectChartView> read_project_chart(const Service& service, const Caller& caller,
                                             const Id<Project>& project, std::string_view measure,
                                             const ChartLook& look);
/// As it was in that version; "permission.not_found" where there is none.
Outcome<Charter> read_charter(const Service& service, const Caller& caller,
                              const Id<Project>& project, std::int64_t version);

/// What a first test of the project waits for.
std::vector<Awaited> awaited_by(const sql::Reading& reading, const ProjectAccess& access);

}  // namespace alongside::service
