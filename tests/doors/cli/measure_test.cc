// SPDX-License-Identifier: Apache-2.0
// The command line and the page say the same, to the last bit.
#include "doors/cli/measure.h"

#include <gtest/gtest.h>

#include <sstream>

#include "lived.h"
#include "record/backup.h"
#include "service/count_again.h"
#include "service/read_chart.h"
#include "service/read_project.h"
#include "service/run_project.h"

namespace alongside::cli {
namespace {

std::vector<MeasuredTeam> counted(const testing::Clinic& clinic, const Measure& measure) {
  std::vector<MeasuredTeam> teams;
  for (auto& team : record::count_clinic({clinic.folder.path()}, measure, 24, clinic.service.now()))
    teams.push_back({team.site, team.team, team.months});
  return teams;
}

}  // namespace

TEST(Measure, counts_as_the_page_counts_bit_for_bit) {
  testing::LivedClinic clinic(testing::Where::in_a_file);
  const Id<Team> team = service::my_teams(clinic.service, clinic.lind).value().front().id;
  int values = 0;
  for (const bool from_sums : {false, true}) {
    if (from_sums) service::count_all_again(clinic.service, [](std::int64_t) {});
    for (const Measure& measure : standard_measures()) {
      const auto page =
          service::read_measure(clinic.service, clinic.lind, team, measure.id, {}).value();
      const auto months = counted(clinic, measure).front().months;
      for (const ChartPoint& point : page.charts.front().reading.points)
        for (const MonthCount& month : months) {
          if (month.month != point.month) continue;
          EXPECT_EQ(month.share, point.share) << measure.id;
          EXPECT_EQ(month.value, measure.counted == CountedAs::value ? point.value : std::nullopt);
          if (month.share.of > 0) ++values;
        }
    }
  }
  EXPECT_GT(values, 5);
}

TEST(Measure, of_one_s_own_is_counted_from_a_file_as_its_page_counts_it) {
  testing::LivedClinic clinic(testing::Where::in_a_file);
  const auto projects = service::my_projects(clinic.service, clinic.lind).projects;
  const auto view = service::read_project(clinic.service, clinic.lind, projects.front().id).value();
  const auto on_page = std::ranges::find_if(view.measures, [](const service::ProjectChart& one) {
    return one.chart.measure.over_records.has_value();
  });
  ASSERT_NE(on_page, view.measures.end());
  const Measure from_file = measure_in("ours.measure", lines_of(on_page->chart.measure));
  EXPECT_EQ(record::query_text(from_file), on_page->chart.query);
  EXPECT_FALSE(counted(clinic, from_file).empty());
}

TEST(Measure, says_which_months_late_data_changed) {
  const Measure measure = measure_named("A1");
  MeasureOptions options;
  options.json = true;
  std::vector<MeasuredTeam> teams = {
      {"North", "Joints", {{{671}, {1, 3}, {}}, {{672}, {0, 0}, {}}, {{673}, {2, 2}, {}}}}};
  std::ostringstream before;
  tell_measure(options, measure, "SELECT 1", teams, before);
  std::ostringstream same;
  tell_changes({}, measure, before.str(), teams, same);
  const std::string head =
      "site,team,month,before_counted,before_of,before_value,counted,of,value\n";
  EXPECT_EQ(same.str(), head);
  teams[0].months[0].share = {2, 4};
  teams[0].months[1].share = {1, 1};
  std::ostringstream late;
  tell_changes({}, measure, before.str(), teams, late);
  EXPECT_EQ(late.str(), head +
                            "North,Joints,2025-12,1,3,0.3333333333333333,2,4,0.5\n"
                            "North,Joints,2026-01,,,,1,1,1\n");
  EXPECT_THROW(tell_changes({}, measure_named("A3"), before.str(), teams, late),
               std::runtime_error);
  EXPECT_THROW(tell_changes({}, measure, "{", teams, late), std::runtime_error);
}

TEST(Measure, a_file_that_counts_nothing_says_which_line) {
  const auto said = [](std::string_view lines) -> std::string {
    try {
      measure_in("ours.measure", lines);
    } catch (const std::runtime_error& error) {
      return error.what();
    }
    return {};
  };
  EXPECT_NE(said("id: a\nname: A\n").find("counts:"), std::string::npos);
  EXPECT_NE(said("id: a\nname: A\ncounts: aims 3\n").find("\"counts\""), std::string::npos);
  EXPECT_NE(said("id: a\nquery: aim_asked.sql\n").find("shipped"), std::string::npos);
}

TEST(Measure, is_written_as_a_table_and_missing_is_missing) {
  Measure measure = measure_named("A1");
  EXPECT_EQ(measure.id, "aim_asked");
  const std::vector<MeasuredTeam> teams = {
      {"North, south", "Joints", {{{671}, {1, 3}, {}}, {{672}, {0, 0}, {}}}}};
  std::ostringstream table;
  tell_measure({}, measure, "SELECT 1", teams, table);
  EXPECT_EQ(table.str(),
            "site,team,month,counted,of,value\n\"North, south\",Joints,2025-12,1,3,"
            "0.3333333333333333\n\"North, south\",Joints,2026-01,,,\n");
  MeasureOptions options;
  options.json = true;
  std::ostringstream json;
  tell_measure(options, measure, "SELECT 1", teams, json);
  EXPECT_NE(json.str().find("\"query\":\"SELECT 1\""), std::string::npos);
  EXPECT_NE(json.str().find("{\"month\":\"2026-01\"}"), std::string::npos) << json.str();
  EXPECT_NE(json.str().find("0.3333333333333333"), std::string::npos);
}

TEST(Measure, an_unknown_one_or_team_is_told_with_what_there_is) {
  EXPECT_THROW(measure_named("nothing"), std::runtime_error);
  MeasureOptions options;
  options.team = "Nobody's";
  std::ostringstream out;
  EXPECT_THROW(tell_measure(options, measure_named("aim_asked"), "", {}, out), std::runtime_error);
  list_measures(out);
  EXPECT_NE(out.str().find("A13\tjoy\tbalancing"), std::string::npos);
}

}  // namespace alongside::cli
