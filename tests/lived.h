// SPDX-License-Identifier: Apache-2.0
// The small clinic after every act that there is took place, for tests of what acts leave behind.
#pragma once

#include "clinic.h"
#include "change/planned.h"
#include "made_up_clinics.h"
#include "service/agree.h"
#include "service/ask_number.h"
#include "service/choose_next_step.h"
#include "service/contribute.h"
#include "service/describe_life.h"
#include "service/describe_place.h"
#include "service/draw_drivers.h"
#include "service/hold_huddle.h"
#include "service/hold_visit.h"
#include "service/invite_to_prepare.h"
#include "service/learn_from_records.h"
#include "service/look_at_options.h"
#include "service/judge_attainment.h"
#include "service/keep_evidence.h"
#include "service/make_offer.h"
#include "service/measure_effort.h"
#include "service/measure_project.h"
#include "service/my_people.h"
#include "service/prepare.h"
#include "service/put_options_together.h"
#include "service/put_right.h"
#include "service/reflect.h"
#include "service/reserve_time.h"
#include "service/run_project.h"
#include "service/say_how_we_worked.h"
#include "service/say_joy.h"
#include "service/say_stuck.h"
#include "service/set_chart.h"
#include "service/support.h"
#include "service/take_value_passport.h"
#include "service/tell_finding.h"
#include "service/test_change.h"
#include "service/try_for_oneself.h"
#include "service/understand_aim.h"
#include "service/use_instruments.h"
#include "service/work_together.h"

namespace alongside::testing {

/// A clinic in which every act that there is took place.
struct LivedClinic : Clinic {
  explicit LivedClinic(Where where = Where::as_asked) : Clinic(where) {
    const Id<Aim> aim = walking_aim();
    const Id<Person> person = id_of(amina);
    const auto done = [](const auto& outcome) { expect(outcome.accepted(), "the act is right"); };
    done(service::state_aim(service, amina, {"Read again", "", "", "", ""}, once()));
    done(service::move_aim(service, amina, aim, Towards::last, once()));
    done(service::restate_aim(service, amina, aim, {"Walk far", "", "", "", ""}, once()));
    done(service::read_aim_back(service, lind, person, aim, "You want to walk", once()));
    done(service::answer_read_back(service, amina, aim, {"1", "yes", ""}, once()));
    const Id<Team> team = service::my_teams(service, lind).value().front().id;
    done(service::make_offer(service, lind, team, {"Hand course", "Six Tuesdays", "95"}, "",
                             once()));
    done(service::make_offer(service, lind, team,
                             {"Hand course", "Five", "", "A lift", "Sore hands",
                              "yoga-chronic-low-back-pain-zhu-2020", "walking"},
                             "1", once()));
    for (const std::string& sums : made_up_sums({"walking", 0.5, 400, "pain"}))
      done(service::take_in_sums(service, lind, team, sums, once()));
    done(service::take_out_sums(service, lind, team, "1", once()));
    done(service::learn_from_records(service, lind, team, once()));
    expect(!service::share_sums(service, lind, team, once()).accepted(), "nobody has lived it");
    done(service::put_options_together(service, lind, person, aim,
                                       {"pain", {{"1.1", "The bus is far"}}}, once()));
    done(service::look_at_options(service, amina, RecordOf::own(), aim));
    done(service::bring_to_visit(service, amina, aim, {{"1.1"}, "My evenings"}, once()));
    done(service::describe_life(service, amina, {"60", "Choir", "My sister"}, once()));
    done(service::agree(
        service, lind, person,
        {"conversation",
         "standardised",
         "The leaflet",
         {{"person", "Walk daily", "", "60", ""}, {"professional", "Call on Friday", "", "", ""}},
         {{"carry_on", "", "", "refused", "Not like this", ""},
          {"offered", "1.1", "", "chosen", "", "It suits"}},
         "no",
         "",
         "Every day is much",
         "It would help",
         "2026-12-24"},
        {aim.text()}, once()));
    done(service::check_in(service, amina, {aim.text(), "0", {"1.1"}, "Well"}, once()));
    done(service::tick_promise(service, lind, person, "1.2", once()));
    done(service::judge_attainment(service, lind, RecordOf::person(person), aim, "1", once()));
    done(service::hold_visit(service, lind, person, once(), "at_a_distance"));
    done(service::ask_number(service, amina, aim, {"How far?", "not", "far", "up"}, once()));
    done(service::invite_to_prepare(service, lind, person, once()));
    const RecordOf own = RecordOf::own();
    done(service::keep_preparation(service, amina, own,
                                   {{{PrepQuestion::matters}, "Warm hands"},
                                    {{PrepQuestion::still_right, 1}, "yes"},
                                    {{PrepQuestion::number, 0, 1}, "3"},
                                    {{PrepQuestion::illness}, "2"},
                                    {{PrepQuestion::write_down}, "yes"}},
                                   once()));
    done(service::send_preparation(service, amina, own, once()));
    for (const std::string line : {"number_1", "illness"})
      done(service::move_line(service, amina, own, line, service::LineMove::out, once()));
    done(service::set_wishes(service, amina, {"yes", "phone", "weekly", {"level", "number.1"}},
                             once()));
    done(service::check_in(service, amina, {"", "", {}, "", {{1, "4"}}, "3"}, once()));
    service::Caller ada;
    ada.home = {1};
    ada.name = "Ada";
    ada.administrator = true;
    done(service::switch_instrument_on(service, ada, "phq-2", {}));
    done(service::switch_instrument_on(service, ada, "gad-2", {}));
    done(service::answer_instrument(service, amina, "phq-2", {"1", "2"}, once()));
    done(service::look_into_alerts(service, lind, person, once()));
    done(service::switch_instrument_off(service, ada, "gad-2"));
    for (int i = 0; i < 6; ++i) service::count_effort(service, amina, {Screen::check_in, 12, 2});
    expect(effort_by_week(service::effort_counts(service, amina), Screen::check_in).size() == 1,
           "six uses of a week are shown");
    done(service::begin_own_trial(
        service, lind, person, aim,
        {"0", "2", "1", "5", "3", "0", "1", "Call 555 0199", "2026-11-25", "yes"}, once()));
    done(service::read_own_trials(service, amina, RecordOf::own()));
    done(service::stop_own_trial(service, amina, "1", "The bus", once()));
    done(service::say_stuck(service, amina, "1.1", {"money", "The bus"}, once()));
    done(service::no_longer_stuck(service, amina, "1", once()));
    done(service::choose_next_step(service, amina, aim, "easier", once()));
    done(service::stop_number(service, amina, aim, "1", once()));
    done(service::say_how_we_worked(service, amina, {"4", "3", "0", "4", "3", "0"}, once()));
    done(service::close_visit(service, lind, person,
                              {{{aim.text(), true, "1", "0"}}, true, "2026-12-24", true}, once()));
    done(service::write_aim_down(service, lind, person, "Sing again", once()));
    done(service::end_offer(service, lind, team, "1", once()));
    done(service::set_chart(service, lind, team, "aim_asked",
                            {"phase", "2026-05", "", "", "", "New door"}, once()));
    done(service::take_chart_setting_back(service, lind, team, "aim_asked", "1", once()));
    done(service::say_what_is_wrong(service, amina, {"agreement.1", "Not every day"}, once()));
    done(service::answer_correction(service, lind, person, "1",
                                    {{"seen_differently", "Let us see"}, "", ""}, once()));
    for (const std::string day : {"2026-11-26", "2026-11-27"})
      done(service::keep_time_free(service, lind, {day, "15:00", "20", "phone"}, once()));
    done(service::give_time(service, lind, person, "1", once()));
    done(service::drop_time(service, lind, "2", once()));
    const auto link = service::ask_for_support(service, amina, {"Holm", "plan", "30"}, once());
    done(service::take_on_support(service, holm, link.value()));
    done(service::read_learning(service, lind, team));
    done(service::keep_cards(service, lind, lines_of(shipped_evidence().front()), once()));
    done(service::answer_for_card(service, lind, shipped_evidence()[1].id, once()));
    done(service::end_card(service, lind, shipped_evidence()[1].id, once()));
    live_project(team);
    reflect_on_it(team);
    done(service::let_go_of_aim(service, amina, aim, once()));
    done(service::take_up_aim(service, amina, aim, once()));
  }

 private:
  /// Entries of a journal, an answer about joy, a passport.
  void reflect_on_it(const Id<Team>& team) {
    const auto done = [](const auto& outcome) { expect(outcome.accepted(), "the act is right"); };
    EntryDraft draft{"reflection", "2026-11-24", "Rain", "Wait", "", "", "5", "yes", "14"};
    done(service::write_entry(service, lind, draft, once()));
    draft.kind = "noticing";
    draft.thinking = "service";
    draft.where = "improving";
    done(service::change_entry(service, lind, {"1", "1"}, draft, once()));
    done(service::look_again(service, lind, "1", {"Sun", ""}, once()));
    done(service::move_entry(service, lind, "1", service::EntryMove::out, once()));
    done(service::move_entry(service, lind, "1", service::EntryMove::back, once()));
    done(service::say_joy(service, lind, team, "3", once()));
    PassportDraft passport;
    passport.as_of = "2026-11-24";
    passport.lines[0] = {"2", "1", "We talk", "Listen"};
    done(service::take_value_passport(service, lind, team, passport, "0", once()));
  }
  /// A project with a partner, from its first word to its end.
  void live_project(const Id<Team>& team) {
    const auto done = [](const auto& outcome) { expect(outcome.accepted(), "the act is right"); };
    done(service::describe_place(service, lind, team, {"Two rooms"}, "2026-11-24", once()));
    done(service::describe_place(service, lind, team, {"Three rooms"}, "2026-11-24", once()));
    const auto begun = service::begin_project(service, lind, team, "Aims first", once());
    const Id<Project> project = Id<Project>::parse(begun.value()).value();
    service.database().write([&](sql::Writing& writing) {
      record::add_login(writing, "bo.ek", {1}, {bo.user_no}, "none", record::LoginKind::real);
      record::append_history(writing, {{1}, {0}, "Alongside", "other"},
                             record::About::parts({}, {{record::PartKind::users}}), {"join", ""},
                             clock.now());
    });
    done(service::ask_to_join_project(service, lind, project, "bo.ek", once()));
    done(service::answer_project(service, bo, project, service::JoinAnswer::yes, once()));
    CharterWords charter{"Aims first", "team", "Less pain"};
    charter[static_cast<std::size_t>(CharterField::aim)] = "Get there on foot";
    done(service::save_charter(service, bo, project, charter, "1", once()));
    done(service::check_place_again(service, bo, project, {"no", "One more chair"}, once()));
    done(service::put_driver(service, bo, project, {"Asked", "", "driver", ""}, "", "", once()));
    done(service::put_driver(service, bo, project, {"Text", "1", "change", ""}, "", "", once()));
    done(service::put_driver(service, bo, project, {"Texts", "1", "change", ""}, "2", "1", once()));
    done(service::put_driver(service, bo, project, {"Card", "1", "change", ""}, "", "", once()));
    done(service::take_driver_out(service, bo, project, "3", once()));
    done(service::take_measure(service, lind, project, "aim_asked", once()));
    done(service::end_measure(service, lind, project, "1", once()));
    done(service::define_measure(service, bo, project,
                                 {"Asked before",
                                  "process",
                                  "person",
                                  "share",
                                  "",
                                  "more",
                                  "People asked",
                                  "People who came",
                                  "",
                                  "",
                                  "",
                                  {"aim"}},
                                 "", once()));
    done(service::enter_numbers(service, bo, project, "2", "day,asked,of\n2026-10-01,3,4\n",
                                once()));
    done(service::enter_number(service, bo, project, "2", {"2026-11-01", "4", "5", ""}, once()));
    done(service::take_number_out(service, bo, project, "2", "2026-11-01", once()));
    done(service::set_project_chart(service, bo, project, "2",
                                    {"note", "2026-10", "", "", "", "Rain"}, once()));
    done(service::take_project_setting_back(service, bo, project, "2", "1", once()));
    OwnMeasureDraft counted{"Rated soon", "process", "person", "", "", "more"};
    counted.counts = "aim_rated";
    counted.days = "60";
    done(service::define_recorded_measure(service, lind, project, counted, once()));
    done(service::begin_huddle(service, bo, team, once()));
    done(service::note_in_huddle(service, bo, team,
                                 {"decision", "Call them", "Grace", "2026-12-01"}, once()));
    done(service::end_huddle_note(service, lind, team, "1", once()));
    done(service::close_huddle(service, lind, team, {"6", "1"}, once()));
    TestDraft plan = good_plan();
    plan.idea = plan.measure = "2";
    done(service::plan_test(service, bo, project, plan, {}, once()));
    plan.size = "5";
    done(service::plan_test(service, bo, project, plan, {"1", "1"}, once()));
    done(service::lock_prediction(service, bo, project, {"1", "2"}, once()));
    for (int i = 0; i < 2; ++i)
      done(service::note_datum(service, bo, project, "1", {"2026-11-24", "4", "5", "", "Rain"},
                               once()));
    done(service::take_datum_back(service, bo, project, "1", "2", once()));
    done(service::study_test(service, lind, project, "1", "It works", once()));
    done(service::decide_test(service, lind, project, "1", {"adapt", "At noon"}, once()));
    done(service::tell_finding(
        service, bo, project,
        {"partly", "Two rooms", "Time to think", "4 of 5", "Rain", "", "2", "1", ""}, once()));
    done(service::approve_finding(service, lind, project, "1", once()));
    done(service::end_finding(service, bo, project, "1", once()));
    done(service::end_project(service, lind, project, {"Enough", "Dr Lind, monthly"}, once()));
    done(service::take_project_up(service, lind, project, once()));
    done(service::ask_to_join_project(service, lind, project, "bo.ek", once()));
    done(service::leave_project(service, bo, project, std::to_string(bo.user_no), once()));
  }
};

}  // namespace alongside::testing
