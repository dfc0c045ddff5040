// SPDX-License-Identifier: Apache-2.0
// Routes of improvement work: whose project it is the policy decides (Permission::to_project).
#include "doors/web/charter.h"
#include "doors/web/chart_settings.h"
#include "doors/web/drivers.h"
#include "doors/web/findings.h"
#include "doors/web/huddle.h"
#include "doors/web/place.h"
#include "doors/web/project.h"
#include "doors/web/project_measures.h"
#include "doors/web/projects.h"
#include "doors/web/recorded_measure.h"
#include "doors/web/report.h"
#include "doors/web/routes.h"
#include "doors/web/slide.h"
#include "doors/web/split.h"
#include "doors/web/summary.h"
#include "doors/web/tests_of_change.h"

namespace alongside::web {
namespace {

using http::Method;
using Row = http::Route<PageHandler>;

constexpr std::string_view of_a_charter =
    "base name scale health_gain for_whom what how_much by aim science context improvement "
    "connecting contextualising testing";
constexpr std::string_view of_a_plan =
    "base follows title hypothesis idea measure what seen now predicted low high confidence size "
    "begins ends stop_rule hours sponsor who supplies permission";
constexpr std::string_view of_a_definition =
    "name kind perspective counted per better numerator denominator exclusions window source "
    "covers";
constexpr std::string_view of_a_recorded_measure =
    "name counts days without without_days kind perspective better source covers";
constexpr std::string_view of_a_report =
    "base abstract problem knowledge rationale aims context interventions study measures analysis "
    "ethics results summary interpretation limitations conclusions funding";
constexpr std::string_view reads_project = "reads project";
constexpr std::string_view writes_project = "writes project, history";

constexpr Row of_projects[] = {
    {Method::get, "/projects", who::signed_in, "Improvement work in which one takes part.",
     projects_page, "", "reads projects"},
    {Method::post, "/projects", who::professional, "Begins a project.", post_project, "name team",
     writes_project},
    {Method::get, "/projects/{project}", who::signed_in, "A project on one page.", project_page, "",
     reads_project},
    {Method::post, "/projects/{project}/answer", who::signed_in, "Says yes or no to taking part.",
     post_project_answer, "answer", "writes members, history"},
    {Method::get, "/projects/{project}/members", who::signed_in, "Who takes part in a project.",
     members_page, "", reads_project},
    {Method::post, "/projects/{project}/members", who::professional, "Asks somebody to take part.",
     post_member, "login", "writes members, history"},
    {Method::post, "/projects/{project}/leave", who::signed_in,
     "Ends that oneself or another takes part.", post_leave_project, "user",
     "writes members, history"},
    {Method::post, "/projects/{project}/end", who::professional, "Ends a project.",
     post_end_project, "why keeper", writes_project},
    {Method::post, "/projects/{project}/take-up", who::professional, "Takes a project up again.",
     post_take_project_up, "", writes_project},
    {Method::get, "/projects/{project}/charter", who::signed_in, "The form of a charter.",
     charter_page, "", reads_project},
    {Method::post, "/projects/{project}/charter", who::signed_in,
     "Writes a charter's next version.", post_charter, of_a_charter, writes_project},
    {Method::get, "/projects/{project}/charter/{version}", who::signed_in, "A charter as it was.",
     charter_version_page, "", reads_project},
    {Method::post, "/projects/{project}/place", who::signed_in,
     "Holds the plan against the place again.", post_place_check, "fits words", writes_project},
    {Method::get, "/projects/{project}/drivers", who::signed_in, "What the aim hangs on.",
     drivers_page, "", reads_project},
    {Method::post, "/projects/{project}/drivers", who::signed_in, "Puts in or changes a driver.",
     post_driver, "driver base kind words under measure", writes_project},
    {Method::post, "/projects/{project}/drivers/out", who::signed_in, "Takes a driver out.",
     post_take_driver_out, "driver", writes_project},
    {Method::get, "/projects/{project}/measures", who::signed_in, "What a project measures.",
     project_measures_page, "", reads_project},
    {Method::post, "/projects/{project}/measures", who::signed_in, "Takes a ready measure.",
     post_take_measure, "standard", writes_project},
    {Method::get, "/projects/{project}/measures/new", who::signed_in,
     "The form of a measure of one's own.", define_measure_page, "", reads_project},
    {Method::post, "/projects/{project}/measures/new", who::signed_in, "Defines a measure.",
     post_define_measure, of_a_definition, writes_project},
    {Method::get, "/projects/{project}/measures/counted", who::professional,
     "The form of a measure over what is recorded.", recorded_measure_page, "", reads_project},
    {Method::post, "/projects/{project}/measures/counted", who::professional,
     "Defines a measure over what is recorded.", post_recorded_measure, of_a_recorded_measure,
     writes_project},
    {Method::get, "/projects/{project}/measures/{measure}", who::signed_in,
     "One measure of a project.", project_measure_page, "", reads_project},
    {Method::get, "/projects/{project}/measures/{measure}/define", who::signed_in,
     "The form to change a definition.", define_measure_page, "", reads_project},
    {Method::post, "/projects/{project}/measures/{measure}/define", who::signed_in,
     "Changes a definition.", post_define_measure, of_a_definition, writes_project},
    {Method::get, "/projects/{project}/measures/{measure}/file", who::signed_in,
     "Definition and numbers as a file.", measure_file, "", reads_project},
    {Method::post, "/projects/{project}/measures/{measure}/end", who::signed_in, "Ends a measure.",
     post_end_measure, "", writes_project},
    {Method::post, "/projects/{project}/measures/{measure}/number", who::signed_in,
     "Enters a number.", post_measure_number, "day count of value", writes_project},
    {Method::post, "/projects/{project}/measures/{measure}/number/out", who::signed_in,
     "Takes a number out.", post_take_number_out, "day", writes_project},
    {Method::post, "/projects/{project}/measures/{measure}/numbers", who::signed_in,
     "Takes in a table of numbers.", post_measure_numbers, "table", writes_project},
    {Method::get, "/projects/{project}/measures/{measure}/decide/{kind}", who::signed_in,
     "The form of a decision about a chart.", decide_page, "", reads_project},
    {Method::post, "/projects/{project}/measures/{measure}/try", who::signed_in,
     "Shows a decision about a chart and keeps nothing.", post_try_chart,
     "kind month chart rules target reason", reads_project},
    {Method::post, "/projects/{project}/measures/{measure}/settings", who::signed_in,
     "Decides how a chart is read.", post_set_chart, "kind month chart rules target reason",
     "writes chart settings, history"},
    {Method::post, "/projects/{project}/measures/{measure}/settings/{setting}/withdraw",
     who::signed_in, "Takes a decision about a chart back.", post_take_chart_setting_back, "",
     "writes chart settings, history"},
    {Method::get, "/projects/{project}/measures/{measure}/versions/{version}", who::signed_in,
     "A chart with the decisions of then.", project_measure_version, "", reads_project},
    {Method::get, "/projects/{project}/tests/new", who::signed_in, "The form of a test of change.",
     plan_test_page, "", reads_project},
    {Method::post, "/projects/{project}/tests/new", who::signed_in, "Plans a test of change.",
     post_plan, of_a_plan, writes_project},
    {Method::get, "/projects/{project}/tests/{test}", who::signed_in, "One test of change.",
     test_page, "", reads_project},
    {Method::get, "/projects/{project}/tests/{test}/plan", who::signed_in,
     "The form of a plan that is not locked.", plan_test_page, "", reads_project},
    {Method::post, "/projects/{project}/tests/{test}/plan", who::signed_in, "Changes a plan.",
     post_plan, of_a_plan, writes_project},
    {Method::post, "/projects/{project}/tests/{test}/lock", who::signed_in, "Locks a prediction.",
     post_lock, "base", writes_project},
    {Method::post, "/projects/{project}/tests/{test}/data", who::signed_in, "Notes what is seen.",
     post_datum, "day count of value note", writes_project},
    {Method::post, "/projects/{project}/tests/{test}/data/back", who::signed_in,
     "Takes a datum back.", post_take_datum_back, "datum", writes_project},
    {Method::post, "/projects/{project}/tests/{test}/study", who::signed_in,
     "Says what was learnt.", post_study, "learnt", writes_project},
    {Method::post, "/projects/{project}/tests/{test}/act", who::signed_in,
     "Adopts, adapts or abandons.", post_decision, "decision reason", writes_project},
    {Method::get, "/projects/{project}/findings", who::signed_in, "What a project found.",
     findings_page, "", reads_project},
    {Method::post, "/projects/{project}/findings", who::signed_in, "Writes down what was found.",
     post_finding, "kind context mechanism outcome data story measure test action", writes_project},
    {Method::post, "/projects/{project}/findings/{finding}/approve", who::professional,
     "Lets a finding stand beside its option.", post_approve_finding, "", writes_project},
    {Method::post, "/projects/{project}/findings/{finding}/end", who::signed_in,
     "Takes a finding out.", post_end_finding, "", writes_project},
    {Method::get, "/projects/{project}/summary", who::signed_in,
     "One sheet for those who lead: where every measure stands.", project_summary_page, "",
     reads_project},
    {Method::get, "/projects/{project}/report", who::signed_in,
     "A project's report in the order of SQUIRE 2.0.", report_page, "", reads_project},
    {Method::get, "/projects/{project}/report/file", who::signed_in, "The same as one file.",
     report_file, "", reads_project},
    {Method::get, "/projects/{project}/report/words", who::signed_in,
     "The form for what only people can say in a report.", report_words_page, "", reads_project},
    {Method::post, "/projects/{project}/report/words", who::signed_in, "Writes a report.",
     post_report_words, of_a_report, writes_project},
    {Method::get, "/projects/{project}/measures/{measure}/slide.svg", who::signed_in,
     "A chart for slides, with the way back of its numbers.", project_slide, "", reads_project},
    {Method::get, "/projects/{project}/measures/{measure}/slide.png", who::signed_in,
     "The same as a picture.", project_picture, "", reads_project},
    {Method::get, "/teams/{team}/measures/{measure}/by/{split}", who::professional,
     "A team's measure split by age, by what was agreed or by how people met.", split_page, "",
     "reads counts"},
    {Method::get, "/projects/{project}/measures/{measure}/by/{split}", who::signed_in,
     "The same of a project's measure.", project_split_page, "", "reads project, counts"},
    {Method::get, "/teams/{team}/measures/{measure}/slide.svg", who::professional,
     "A team's chart for slides.", team_slide, "", "reads counts, chart settings"},
    {Method::get, "/teams/{team}/measures/{measure}/slide.png", who::professional,
     "The same as a picture.", team_picture, "", "reads counts, chart settings"},
    {Method::get, "/teams/{team}/huddle", who::signed_in, "The board of a huddle, without names.",
     huddle_page, "", "reads counts, charts, projects, huddles"},
    {Method::get, "/teams/{team}/huddle/events", who::signed_in,
     "A stream that says when the board changed, and nothing of what.", huddle_events, "",
     "reads counts"},
    {Method::post, "/teams/{team}/huddle/begin", who::signed_in, "Begins a huddle.",
     post_begin_huddle, "", "writes huddles, history"},
    {Method::post, "/teams/{team}/huddle/note", who::signed_in,
     "Writes down a decision, what is in the way, or what went well.", post_huddle_note,
     "kind words owner due", "writes huddles, history"},
    {Method::post, "/teams/{team}/huddle/note/done", who::signed_in, "Says that a note is done.",
     post_end_huddle_note, "note", "writes huddles, history"},
    {Method::post, "/teams/{team}/huddle/close", who::signed_in, "Ends a huddle.",
     post_close_huddle, "colleagues partners", "writes huddles, history"},
    {Method::get, "/teams/{team}/place", who::professional, "What a team's place is like.",
     place_page, "", "reads places"},
    {Method::post, "/teams/{team}/place", who::professional, "Describes a team's place.",
     post_place,
     "facet_place facet_staffing facet_process facet_technology facet_culture facet_community "
     "as_of",
     "writes places, history"},
};

}  // namespace

std::span<const http::Route<PageHandler>> routes_of_projects() { return of_projects; }

}  // namespace alongside::web
