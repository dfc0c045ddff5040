// SPDX-License-Identifier: Apache-2.0
// The table of contents of the web door, in one place: what there is, for whom, what a form may
// hold, what is read and written. The router, the docs and the authorisation matrix are made of it.
#include "doors/web/routes.h"

#include <span>

#include "doors/web/account.h"
#include "doors/web/break_glass.h"
#include "doors/web/chart_settings.h"
#include "doors/web/check_in.h"
#include "doors/web/corrections.h"
#include "doors/web/effort.h"
#include "doors/web/evidence.h"
#include "doors/web/follow_up.h"
#include "doors/web/how_we_worked.h"
#include "doors/web/instruments.h"
#include "doors/web/invitation.h"
#include "doors/web/learning.h"
#include "doors/web/my_aims.h"
#include "doors/web/my_data.h"
#include "doors/web/my_plan.h"
#include "doors/web/numbers.h"
#include "doors/web/offers.h"
#include "doors/web/own_trial.h"
#include "doors/web/page.h"
#include "doors/web/patterns.h"
#include "doors/web/people.h"
#include "doors/web/prepare.h"
#include "doors/web/reserve.h"
#include "doors/web/sharing.h"
#include "doors/web/sign_in.h"
#include "doors/web/style.h"
#include "doors/web/supporters.h"
#include "doors/web/supporting.h"
#include "doors/web/summary.h"
#include "doors/web/team.h"
#include "doors/web/today.h"
#include "doors/web/together.h"
#include "doors/web/what_could_help.h"

namespace alongside::web {
namespace {

using http::Method;

http::Response asset_file(const Asking& asking) {
  const std::string_view wanted = asking.part("file");
  if (asking.part("fingerprint") != assets_fingerprint()) return http::Response::text(404, "");
  if (wanted == "alongside.css")
    return http::Response::forever("text/css; charset=utf-8", style_sheet());
  if (!style_of(wanted).empty())
    return http::Response::forever("text/css; charset=utf-8", style_of(wanted));
  for (const EmbeddedFile& file : assets()) {
    if (file.name != wanted || file.name.ends_with(".css")) continue;
    if (wanted.ends_with(".woff2")) return http::Response::forever("font/woff2", file.bytes);
    if (wanted.ends_with(".svg")) return http::Response::forever("image/svg+xml", file.bytes);
    if (wanted.ends_with(".js"))
      return http::Response::forever("text/javascript; charset=utf-8", bare_script(file.bytes));
  }
  return http::Response::text(404, "");
}

http::Response health(const Asking&) { return http::Response::text(200, "ok\n"); }

using Row = http::Route<PageHandler>;

/// Whatever the way in, the questions are the same.
constexpr std::string_view answers =
    "matters still_right_* new_words_* number_* concern_* illness care minutes commitments "
    "strengths helpers write_down then";
constexpr std::string_view of_the_preview = "line then";
constexpr std::string_view reads_questions = "reads aims, numbers, preparation; writes history";
constexpr std::string_view writes_draft = "writes preparation, history";
constexpr std::string_view writes_sent =
    "writes preparation, aims, numbers, burdens, circumstances, wishes, history";

constexpr Row of_everybody[] = {
    {Method::get, "/", who::anyone, "To the caller's own first page.", home, "", ""},
    {Method::get, "/health", who::anyone, "Says that the server answers.", health, "", ""},
    {Method::get, "/patterns", who::anyone, "Every part of the interface.", patterns_page, "", ""},
    {Method::get, "/assets/{fingerprint}/{file}", who::anyone, "Style, script, fonts.", asset_file,
     "", ""},
    {Method::get, "/sw.js", who::anyone, "Keeps the check-in on a phone.", service_worker, "", ""},
    {Method::get, "/sign-in", who::anyone, "The form to sign in.", sign_in_page, "",
     "reads example sign-ins"},
    {Method::post, "/sign-in", who::anyone, "Signs in.", post_sign_in, "login password then",
     "reads sign-ins; writes sessions, failures"},
    {Method::post, "/sign-out", who::signed_in, "Ends the session.", post_sign_out, "",
     "writes sessions"},
    {Method::post, "/language", who::anyone, "Chooses English or Swedish.", post_language,
     "language back", "writes language"},
    {Method::get, "/account", who::signed_in, "Help, password, signing out.", account_page, "",
     "reads sessions"},
    {Method::post, "/account/password", who::signed_in, "Changes one's own password.",
     post_password, "password new_password again", "writes sign-ins, sessions, history"},
    {Method::post, "/account/elsewhere", who::signed_in, "Ends one's other sessions.",
     post_sign_out_elsewhere, "", "writes sessions"},
    {Method::get, "/effort", who::signed_in, "What using the product costs, by week.", effort_page,
     "", "reads counts of effort"},
    {Method::post, "/effort", who::signed_in, "Counts seconds and taps of a screen.", post_effort,
     "screen seconds taps", "writes counts of effort"},
    {Method::post, "/effort/switch", who::signed_in, "Turns the counting off, or on.",
     post_effort_switch, "count", ""},
    {Method::get, "/evidence", who::signed_in, "What published reviews found.", evidence_page, "",
     "reads evidence cards"},
    {Method::post, "/evidence", who::professional, "Keeps evidence cards of the clinic's own.",
     post_cards, "cards about", "writes evidence cards, history"},
    {Method::post, "/evidence/answer", who::professional, "Answers for an evidence card.",
     post_answer_for_card, "card about", "writes evidence cards, history"},
    {Method::post, "/evidence/end", who::professional, "Takes a card of the clinic's own out.",
     post_end_card, "card about", "writes evidence cards, history"},
    {Method::get, "/judgements", who::signed_in, "What the engine takes for granted.",
     judgements_page, "", ""},
    {Method::get, "/erased", who::anyone, "What stays after an erasure, and why.", erased_page, "",
     ""},
    {Method::get, "/join/{token}", who::anyone, "The form for an invitation.", join_page, "",
     "reads invitations"},
    {Method::post, "/join/{token}", who::anyone, "Uses an invitation.", post_join,
     "name clinic login password again", "writes sign-ins, history"},
};

constexpr Row of_a_person[] = {
    {Method::get, "/me", who::person, "The person's own page.", my_page, "",
     "reads record; writes history"},
    {Method::get, "/me/aims/new", who::person, "The form for a new aim.", new_aim_page, "", ""},
    {Method::post, "/me/aims/new", who::person, "States an aim.", post_new_aim,
     "words horizon situation importance confidence", "writes aims, history"},
    {Method::get, "/me/aims/{aim}", who::person, "One aim of one's own.", aim_page, "",
     "reads record; writes history"},
    {Method::get, "/me/aims/{aim}/restate", who::person, "The form to say an aim anew.",
     restate_page, "", "reads record; writes history"},
    {Method::post, "/me/aims/{aim}/restate", who::person, "Restates an aim.", post_restate,
     "words horizon situation importance confidence", "writes aims, history"},
    {Method::get, "/me/aims/{aim}/levels", who::person, "The form for an aim's levels.",
     levels_page, "", "reads record; writes history"},
    {Method::post, "/me/aims/{aim}/levels", who::person, "Says an aim's levels.", post_levels,
     "level_* lowest", "writes aims, history"},
    {Method::post, "/me/aims/{aim}/move", who::person, "Changes the order of aims.", post_move,
     "towards", "writes aims, history"},
    {Method::post, "/me/aims/{aim}/let-go", who::person, "Lets an aim go.", post_let_go, "",
     "writes aims, history"},
    {Method::post, "/me/aims/{aim}/take-up", who::person, "Takes an aim up again.", post_take_up,
     "", "writes aims, history"},
    {Method::post, "/me/aims/{aim}/answer", who::person, "Answers a reading-back.", post_answer,
     "number understood correction", "writes aims, history"},
    {Method::post, "/me/aims/{aim}/rate", who::person, "Judges where an aim is.", post_own_rating,
     "level", "writes ratings, history"},
    {Method::get, "/me/aims/{aim}/numbers", who::person, "The form for a number of an aim.",
     number_page, "", "reads record; writes history"},
    {Method::post, "/me/aims/{aim}/numbers", who::person, "Asks a number with an aim.", post_number,
     "number_words at_zero at_ten heading", "writes numbers, history"},
    {Method::post, "/me/aims/{aim}/numbers/stop", who::person, "Stops asking a number.",
     post_stop_number, "number", "writes numbers, history"},
    {Method::get, "/me/prepare", who::person, "Getting ready for a visit.", prepare_page, "",
     reads_questions},
    {Method::post, "/me/prepare", who::person, "Keeps one's answers.", post_prepare, answers,
     writes_draft},
    {Method::get, "/me/prepare/preview", who::person, "What the team will see.",
     prepare_preview_page, "", reads_questions},
    {Method::post, "/me/prepare/preview", who::person, "Takes a line out, or sends.",
     post_prepare_preview, of_the_preview, writes_sent},
    {Method::get, "/me/check-in", who::person, "The check-in.", check_in_page, "",
     "reads record; writes history"},
    {Method::post, "/me/check-in", who::person, "Checks in.", post_check_in,
     "aim level done line number_* care said",
     "writes check-ins, ratings, numbers, burdens, deeds, history"},
    {Method::get, "/me/check-in/saved", who::person, "What comes after a check-in.",
     check_in_saved_page, "", "reads record; writes history"},
    {Method::get, "/me/how-we-worked", who::person, "Confidential questions after a visit.",
     how_we_worked_page, "", "reads visits"},
    {Method::post, "/me/how-we-worked", who::person, "Says how working together was.",
     post_how_we_worked, "asked understood shaped fits who_does could_say",
     "writes answers about the relationship, which nobody reads one by one, and history"},
    {Method::get, "/me/questions", who::person, "Questionnaires that are on.", questions_page, "",
     "reads answers; writes history"},
    {Method::get, "/me/questions/{instrument}", who::person, "The form of a questionnaire.",
     instrument_page, "", "reads answers; writes history"},
    {Method::post, "/me/questions/{instrument}", who::person, "Answers a questionnaire.",
     post_instrument, "item_*", "writes answers, history"},
    {Method::get, "/me/together", who::person, "How one wants to work together.", together_page, "",
     "reads record; writes history"},
    {Method::post, "/me/together", who::person, "Says how one wants to work together.",
     post_together, "write_down reach_by rhythm asks", "writes wishes, history"},
    {Method::get, "/me/stuck", who::person, "The form to say what stands in the way.", stuck_page,
     "", "reads record; writes history"},
    {Method::post, "/me/stuck", who::person, "Says what stands in the way.", post_stuck,
     "action kind words", "writes barriers, history"},
    {Method::post, "/me/barriers/{barrier}/over", who::person, "It no longer stands in the way.",
     post_no_longer_stuck, "", "writes barriers, history"},
    {Method::post, "/me/aims/{aim}/next-step", who::person,
     "Chooses what to do about an aim that is not attained.", post_next_step, "step",
     "writes aims, history"},
    {Method::get, "/me/help", who::person, "Aims for which options stand side by side.", help_page,
     "", "reads record; writes history"},
    {Method::get, "/me/help/{aim}", who::person, "Options for an aim side by side.", options_page,
     "", "reads record, releases; writes history"},
    {Method::post, "/me/help/{aim}", who::person, "Says what to talk about.", post_options,
     "talk matters_most", "writes options, history"},
    {Method::get, "/me/trials", who::person, "Trials of one's own, day by day.", trials_page, "",
     "reads record; writes history"},
    {Method::get, "/me/trials/{trial}/calendar.ics", who::person,
     "Reminders for one's own calendar.", trial_calendar, "", "reads record; writes history"},
    {Method::post, "/me/trials/{trial}/stop", who::person, "Stops a trial of one's own.",
     post_stop_trial, "why", "writes trials, history"},
    {Method::get, "/me/plan", who::person, "Who is doing what.", plan_page, "",
     "reads record; writes history"},
    {Method::get, "/me/sheet", who::person, "What was said at the last visit.", my_sheet_page, "",
     "reads record; writes history"},
    {Method::get, "/me/life", who::person, "The form about a person's life.", life_page, "",
     "reads record; writes history"},
    {Method::post, "/me/life", who::person, "Describes a person's life.", post_life,
     "minutes_to_spare commitments helpers strengths", "writes circumstances, history"},
    {Method::get, "/me/sharing", who::person, "Who looked and who changed.", sharing_page, "",
     "reads history"},
    {Method::get, "/me/data", who::person, "What one can do about one's own record.", my_data_page,
     "", ""},
    {Method::get, "/me/everything", who::person, "Everything about oneself, to print.",
     everything_page, "", "reads record, imported resources; writes history"},
    {Method::get, "/me/everything.json", who::person, "The same as a FHIR bundle.", everything_file,
     "", "reads record, imported resources; writes history"},
    {Method::get, "/me/wrong", who::person, "The form to say what is wrong.", wrong_page, "",
     "reads record; writes history"},
    {Method::post, "/me/wrong", who::person, "Says what is wrong.", post_wrong, "about words",
     "writes corrections, history"},
    {Method::get, "/me/erase", who::person, "The form to erase one's own record.", erase_page, "",
     ""},
    {Method::post, "/me/erase", who::person, "Erases one's own record.", post_erase,
     "understood password", "writes everything of the person, history"},
    {Method::get, "/me/supporters/new", who::person, "The form to ask for support.",
     new_supporter_page, "", ""},
    {Method::post, "/me/supporters/new", who::person, "Makes a link for a supporter.",
     post_new_supporter, "called scope days", "writes supporters, history"},
    {Method::post, "/me/supporters/{supporter}/end", who::person, "Ends somebody's support.",
     post_end_support, "", "writes supporters, history"},
};

constexpr Row of_guests[] = {
    {Method::get, "/prepare", who::anyone, "The form for an invitation's code.", code_page, "", ""},
    {Method::post, "/prepare", who::anyone, "Looks for a code.", post_code, "code",
     "reads visit invitations"},
    {Method::get, "/prepare/{code}", who::anyone, "Getting ready by a code, without an account.",
     prepare_page, "", reads_questions},
    {Method::post, "/prepare/{code}/enter", who::anyone, "Enters with the year of birth.",
     post_enter, "year", "writes guest sessions"},
    {Method::post, "/prepare/{code}", who::anyone, "Keeps a guest's answers.", post_prepare,
     answers, writes_draft},
    {Method::get, "/prepare/{code}/preview", who::anyone, "What the team will see of a guest's.",
     prepare_preview_page, "", reads_questions},
    {Method::post, "/prepare/{code}/preview", who::anyone, "Takes a line out, or sends.",
     post_prepare_preview, of_the_preview, writes_sent},
};

constexpr Row of_supporters[] = {
    {Method::get, "/support/{token}", who::anyone, "The form for a supporter's link.",
     support_link_page, "", "reads supporters"},
    {Method::post, "/support/{token}", who::anyone, "Makes a sign-in for a supporter.",
     post_join_as_supporter, "name login password again", "writes sign-ins, supporters, history"},
    {Method::post, "/support/{token}/as-myself", who::signed_in, "Takes support on as oneself.",
     post_take_on_support, "", "writes supporters, history"},
    {Method::get, "/supporting", who::signed_in, "Those who asked for one's support.",
     supporting_page, "", "reads names; writes history"},
    {Method::get, "/supporting/{person}", who::signed_in, "What a supporter may see.",
     supported_page, "", "reads record within the scope; writes history"},
    {Method::get, "/supporting/{person}/prepare", who::signed_in, "Getting ready for somebody.",
     prepare_page, "", reads_questions},
    {Method::post, "/supporting/{person}/prepare", who::signed_in, "Keeps answers for somebody.",
     post_prepare, answers, writes_draft},
    {Method::get, "/supporting/{person}/prepare/preview", who::signed_in,
     "What the team will see of a supporter's.", prepare_preview_page, "", reads_questions},
    {Method::post, "/supporting/{person}/prepare/preview", who::signed_in,
     "Takes a line out, or sends.", post_prepare_preview, of_the_preview, writes_draft},
    {Method::post, "/supporting/{person}/tick", who::signed_in, "Ticks for the person.",
     post_tick_for, "action", "writes deeds, history"},
};

constexpr Row of_people_served[] = {
    {Method::get, "/people", who::professional, "The people of one's teams.", people_page, "",
     "reads names, first aims; writes history"},
    {Method::post, "/people/search", who::professional, "Finds people by name.", post_people_search,
     "name", "reads names, first aims; writes history"},
    {Method::get, "/people/times", who::professional, "The form to keep a time free.",
     new_time_page, "", ""},
    {Method::post, "/people/times", who::professional, "Keeps a time free.", post_new_time,
     "day time minutes way", "writes reserved times, history"},
    {Method::post, "/people/times/{time}/drop", who::professional,
     "No longer keeps a time free that nobody has.", post_drop_time, "",
     "writes reserved times, history"},
    {Method::get, "/people/emergency", who::professional, "The form for an emergency.",
     break_glass_page, "", ""},
    {Method::post, "/people/emergency", who::professional, "Opens a record in an emergency.",
     post_break_glass, "name born reason password", "writes openings, history"},
    {Method::post, "/people/{person}/openings/{opening}", who::professional,
     "Says that an emergency was looked into.", post_review_break_glass, "",
     "writes openings, history"},
    {Method::get, "/people/{person}", who::professional, "One person's shared page.", person_page,
     "", "reads record; writes history"},
    {Method::post, "/people/{person}/invite", who::professional,
     "Makes a letter with a code to get ready.", post_invite_to_prepare, "",
     "reads names; writes visit invitations, history"},
    {Method::get, "/people/{person}/prepare", who::professional, "The form to copy a paper form.",
     prepare_page, "", reads_questions},
    {Method::post, "/people/{person}/prepare", who::professional, "Copies a paper form.",
     post_prepare, answers, writes_draft},
    {Method::get, "/people/{person}/prepare/preview", who::professional, "What was copied.",
     prepare_preview_page, "", reads_questions},
    {Method::post, "/people/{person}/prepare/preview", who::professional,
     "Takes a line out, or keeps the copy.", post_prepare_preview, of_the_preview, writes_sent},
    {Method::get, "/people/{person}/prepare/paper", who::professional, "The questions on paper.",
     prepare_paper_page, "", reads_questions},
    {Method::get, "/people/{person}/today", who::professional, "The visit, one screen for both.",
     today_page, "", "reads record; writes history"},
    {Method::post, "/people/{person}/today", who::professional, "Closes a visit.", post_today,
     "right level_* view_* same_plan next_day",
     "writes visits, aims, ratings, agreements, planned visits, history"},
    {Method::post, "/people/{person}/aims", who::professional,
     "Writes down what the person says matters, when they let others do that.", post_write_aim_down,
     "words", "writes aims, history"},
    {Method::get, "/people/{person}/sheet", who::professional, "What was said, to take along.",
     sheet_page, "", "reads record; writes history"},
    {Method::post, "/people/{person}/visit", who::professional, "Notes a visit.", post_visit,
     "mode", "writes visits, history"},
    {Method::post, "/people/{person}/alerts", who::professional,
     "Says that an answer that asks for help was looked into.", post_look_into_alerts, "",
     "writes answers, history"},
    {Method::get, "/people/{person}/corrections/{correction}", who::professional,
     "The form to answer what somebody says is wrong.", correction_page, "",
     "reads record; writes history"},
    {Method::post, "/people/{person}/corrections/{correction}", who::professional,
     "Answers what somebody says is wrong.", post_correction, "answer reason name born",
     "writes corrections, names, history"},
    {Method::post, "/people/{person}/plan-visit", who::professional, "Plans the next visit.",
     post_plan_visit, "next_day", "writes planned visits, history"},
    {Method::post, "/people/{person}/give-time", who::professional,
     "Gives one of one's free times.", post_give_time, "time",
     "writes reserved times, planned visits, history"},
    {Method::post, "/people/{person}/tick", who::professional, "Ticks a promise as done.",
     post_tick, "action", "writes deeds, history"},
    {Method::get, "/people/{person}/options/{aim}", who::professional,
     "Options for an aim, and the form to put them together.", put_together_page, "",
     "reads record, releases; writes history"},
    {Method::post, "/people/{person}/options/{aim}", who::professional,
     "Puts options together for an aim.", post_put_together, "theme offers may_not_fit_*",
     "writes options, history"},
    {Method::get, "/people/{person}/trial/{aim}", who::professional,
     "Trials for an aim, and the form to plan one.", plan_trial_page, "",
     "reads record; writes history"},
    {Method::post, "/people/{person}/trial/{aim}", who::professional, "Plans a trial together.",
     post_plan_trial, "a b number block_days pairs washout_a washout_b stop_rule begins suits",
     "writes trials, history"},
    {Method::get, "/people/{person}/agree", who::professional, "The form for an agreement.",
     agree_page, "", "reads record; writes history"},
    {Method::post, "/people/{person}/agree", who::professional, "Records an agreement.", post_agree,
     "aims shared_work response_kind note action_* option_* disturbs disturbs_how persons_view "
     "professionals_view look_again",
     "writes agreements, history"},
    {Method::post, "/people/{person}/aims/{aim}/read-back", who::professional, "Reads an aim back.",
     post_read_back, "as_understood", "writes aims, history"},
    {Method::post, "/people/{person}/aims/{aim}/rate", who::professional,
     "Rates beside the person.", post_rating_beside, "level", "writes ratings, history"},
};

constexpr Row of_teams[] = {
    {Method::get, "/teams", who::professional, "The teams of a professional.", teams_page, "",
     "reads teams"},
    {Method::get, "/teams/{team}", who::professional, "A team's measures over time.", team_page, "",
     "reads counts"},
    {Method::get, "/teams/{team}/measures/{measure}", who::professional,
     "Where a number comes from.", measure_page, "", "reads counts, chart settings"},
    {Method::get, "/teams/{team}/learning", who::professional, "What the clinic's model knows.",
     learning_page, "", "reads counts, releases, predictions"},
    {Method::post, "/teams/{team}/learning/release", who::professional, "Fits the model anew.",
     post_learn, "", "reads ratings, agreements; writes releases, history"},
    {Method::post, "/teams/{team}/learning/sums", who::professional,
     "Takes in sums that another clinic shared.", post_sums, "sums", "writes releases, history"},
    {Method::post, "/teams/{team}/learning/sums/end", who::professional,
     "Takes another clinic's sums out.", post_end_sums, "number", "writes releases, history"},
    {Method::post, "/teams/{team}/learning/share", who::professional,
     "Sums of this clinic that may leave it.", post_share_sums, "",
     "reads ratings, agreements; writes history"},
    {Method::get, "/teams/{team}/offers", who::professional, "What a team offers.", offers_page, "",
     "reads offers"},
    {Method::post, "/teams/{team}/offers", who::professional,
     "Offers something, or a new version of it.", post_offer,
     "name what_it_asks minutes asks_of_others could_go_wrong evidence action offer",
     "writes offers, history"},
    {Method::post, "/teams/{team}/offers/end", who::professional, "Stops offering something.",
     post_end_offer, "offer", "writes offers, history"},
    {Method::get, "/teams/{team}/summary", who::professional, "Where all measures stand.",
     team_summary_page, "", "reads counts, chart settings"},
    {Method::get, "/teams/{team}/measures/{measure}/versions/{version}", who::professional,
     "A chart as its decisions stood in an earlier version.", measure_page, "",
     "reads counts, chart settings"},
    {Method::get, "/teams/{team}/measures/{measure}/decide/{kind}", who::professional,
     "The form for one kind of decision about a chart.", decide_page, "",
     "reads counts, chart settings"},
    {Method::post, "/teams/{team}/measures/{measure}/try", who::professional,
     "Draws a chart as a decision would have it; keeps nothing.", post_try_chart,
     "kind month chart rules target reason", "reads counts, chart settings"},
    {Method::post, "/teams/{team}/measures/{measure}/settings", who::professional,
     "Decides how a chart is read.", post_set_chart, "kind month chart rules target reason",
     "writes chart settings, history"},
    {Method::post, "/teams/{team}/measures/{measure}/settings/{setting}/withdraw",
     who::professional, "Takes such a decision back.", post_take_chart_setting_back, "",
     "writes chart settings, history"},
};

constexpr Row of_an_administrator[] = {
    {Method::get, "/admin", who::administrator, "Who can sign in.", admin_page, "",
     "reads names, sign-ins"},
    {Method::get, "/admin/instruments", who::administrator, "Questionnaires with their licences.",
     instruments_page, "", "reads switches"},
    {Method::post, "/admin/instruments/{instrument}/on", who::administrator,
     "Switches a questionnaire on, with its permission.", post_instrument_on,
     "permission who_answers hours", "writes switches, history"},
    {Method::post, "/admin/instruments/{instrument}/off", who::administrator,
     "Switches a questionnaire off.", post_instrument_off, "", "writes switches, history"},
    {Method::post, "/admin/search", who::administrator, "Finds people to invite.",
     post_admin_search, "name", "reads names, sign-ins"},
    {Method::post, "/admin/invite", who::administrator, "Makes a link for one person.", post_invite,
     "home side number", "writes invitations, history"},
};

}  // namespace

const std::vector<http::Route<PageHandler>>& routes() {
  static const std::vector<Row> table = [] {
    std::vector<Row> all;
    for (const std::span<const Row> part :
         {std::span<const Row>(of_everybody), std::span<const Row>(of_a_person),
          routes_of_projects(), routes_of_reflection(), std::span<const Row>(of_guests),
          std::span<const Row>(of_supporters), std::span<const Row>(of_people_served),
          std::span<const Row>(of_teams), std::span<const Row>(of_an_administrator),
          routes_of_record_systems()})
      all.insert(all.end(), part.begin(), part.end());
    return all;
  }();
  return table;
}

}  // namespace alongside::web
