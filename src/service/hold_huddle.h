// SPDX-License-Identifier: Apache-2.0
// A team and its partners meet for a quarter of an hour: the board is there by itself.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "change/huddle.h"
#include "change/project.h"
#include "change/test_of_change.h"
#include "service/caller.h"
#include "service/read_chart.h"
#include "service/service.h"

namespace alongside::service {

/// A measure that shows a new sign; of a project, or of the team's own page.
struct NewSign {
  std::optional<Project> project;
  std::int64_t number = 0;  ///< of the measure, in the project
  MeasuredChart chart;
};
/// A test that is on, with its project.
struct TestGoingOn {
  Project project;
  TestOfChange test;
};
struct HuddleView {
  Team team;
  std::string zone;
  bool of_the_team = false;
  std::optional<Huddle> huddle;  ///< the one that is on, or was last
  HuddleCounts counts;
  std::vector<HuddleNote> notes;  ///< that stand, and that ended since the last huddle
  std::vector<NewSign> signs;
  std::vector<TestGoingOn> tests;
  std::string mark = {};  ///< as huddle_mark had it when this was read
};
/// Of the team, and of those who work in one of its projects.
Outcome<HuddleView> read_huddle(const Service& service, const Caller& caller, const Id<Team>& team);

/// A word that changes when the board does; for screens that wait for news.
Outcome<std::string> huddle_mark(const Service& service, const Caller& caller,
                                 const Id<Team>& team);

/// One that is on stays the same.
Outcome<std::string> begin_huddle(const Service& service, const Caller& caller,
                                  const Id<Team>& team, std::string_view once);
/// "huddle.too_many" (words), beside the fields of huddle_note_from.
Outcome<std::string> note_in_huddle(const Service& service, const Caller& caller,
                                    const Id<Team>& team, const HuddleNoteDraft& draft,
                                    std::string_view once);
Outcome<std::string> end_huddle_note(const Service& service, const Caller& caller,
                                     const Id<Team>& team, std::string_view note,
                                     std::string_view once);
/// Of the huddle that is on; refused beside the fields of attendance_from.
Outcome<std::string> close_huddle(const Service& service, const Caller& caller,
                                  const Id<Team>& team, const AttendanceDraft& draft,
                                  std::string_view once);

}  // namespace alongside::service
