// SPDX-License-Identifier: Apache-2.0
// Invented words and numbers; every one of them goes through the product's own acts.
#include "doors/cli/example_projects.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "change/charter.h"
#include "service/describe_place.h"
#include "service/draw_drivers.h"
#include "service/measure_project.h"
#include "service/run_project.h"
#include "service/tell_finding.h"
#include "service/test_change.h"

namespace alongside::cli {

struct OwnMeasureIdea {
  std::string name, kind, perspective, counted, better, numerator, denominator;
  std::vector<std::string> covers;
};

struct TestIdea {
  std::int64_t begins, days;
  TestDraft draft;
  std::string measure;  ///< by name
  std::int64_t data = 4, of = 10;
  double seen = 50;  ///< of 100, or the number itself
  std::string learnt, decision, reason;
};

namespace {

struct CharterIdea {
  CharterField field;
  std::string_view words;
};
constexpr CharterIdea aims_first_charter[] = {
    {CharterField::name, "Aims first"},
    {CharterField::health_gain, "Breath and strength to do what matters to people"},
    {CharterField::for_whom, "Everybody who comes for a visit"},
    {CharterField::what, "Visits start from the patient’s own aim"},
    {CharterField::how_much, "from 38 to 70 of 100 visits"},
    {CharterField::aim, "Do the thing that matters to me by 12 weeks"},
    {CharterField::science,
     "People who were asked beforehand came to plans that they kept more often. Small "
     "studies, other countries."},
    {CharterField::context, "Two nurses, visits of 40 minutes, a clerk who can send texts"},
    {CharterField::improvement,
     "More visits with an aim said or read back; nobody feels pushed; clinics do not run "
     "late"},
    {CharterField::connecting,
     "We talked about a form, a call and a text; a form was too much for many"},
    {CharterField::contextualising, "The clerk sends the text; who has no phone gets a card"},
    {CharterField::testing, "Ten days at first, one nurse, then everybody"},
};
constexpr CharterIdea call_backs_charter[] = {
    {CharterField::name, "Called back the same day"},
    {CharterField::health_gain, "Less worry and fewer bad days while waiting for an answer"},
    {CharterField::for_whom, "People who leave a message"},
    {CharterField::what, "An answer within a working day"},
    {CharterField::how_much, "from 26 to 8 hours"},
    {CharterField::aim, "I want to know today whether I have to worry"},
    {CharterField::context, "One phone, which rings all morning"},
    {CharterField::improvement, "Hours from message to call; how worried people were"},
    {CharterField::testing, "One afternoon a week first"},
};
constexpr CharterIdea film_charter[] = {
    {CharterField::name, "A film about breathing exercises"},
    {CharterField::health_gain, "Breath for the stairs"},
    {CharterField::for_whom, "People who came to the breathing course"},
    {CharterField::what, "Exercises go on after the course"},
    {CharterField::how_much, "from 40 to 60 of 100"},
    {CharterField::aim, "Climb to my flat without stopping"},
    {CharterField::science, "Exercises help breath a little, for who goes on with them"},
    {CharterField::context, "Many share a phone with somebody else"},
};

CharterWords words_of(std::span<const CharterIdea> ideas, const std::string& by) {
  CharterWords charter;
  charter[static_cast<std::size_t>(CharterField::scale)] = "team";
  charter[static_cast<std::size_t>(CharterField::by)] = by;
  for (const CharterIdea& idea : ideas) charter[static_cast<std::size_t>(idea.field)] = idea.words;
  return charter;
}

void done(const Outcome<std::string>& outcome) {
  expect(outcome.accepted(), "what the example's projects do is right");
}

}  // namespace

std::string LivedProjects::once() { return uuid_v7(service_.now(), chance_); }

double LivedProjects::unit() { return static_cast<double>(chance_.below(1'000'000)) / 1'000'000; }

void LivedProjects::on(std::int64_t day, std::function<void()> happens) {
  events_.push_back({day, std::move(happens)});
}

void LivedProjects::begin_with(std::vector<service::Caller> members, const Id<Team>& team) {
  members_ = std::move(members);
  team_ = team;
  on(20, [this] {
    done(service::describe_place(
        service_, member(0), *team_,
        {"Two rooms and a waiting room without a window",
         "Two nurses, four doctors, a clerk until noon", "Visits of 40 minutes, letters by post",
         "Text messages can be sent by the clerk",
         "People say what they think at lunch, less so in meetings",
         "Half of those who come care for somebody else. The bus goes hourly."},
        iso(20), once()));
  });
  plan_aims_first();
  plan_call_backs();
  plan_film();
  std::ranges::stable_sort(events_, {}, &Event::day);
}

void LivedProjects::live_day(std::int64_t day) {
  while (!events_.empty() && events_.front().day <= day) {
    const Event event = std::move(events_.front());
    events_.erase(events_.begin());
    event.happens();
  }
}

void LivedProjects::charter(Lived& lived, const CharterWords& charter) {
  const auto begun = service::begin_project(service_, member(0), *team_, charter[0], once());
  lived.id = Id<Project>::parse(begun.value()).value();
  done(service::save_charter(service_, member(0), *lived.id, charter, "1", once()));
}

void LivedProjects::driver(Lived& lived, const std::string& words, const std::string& under,
                           bool idea) {
  done(service::put_driver(service_, member(1), *lived.id,
                           {words, under, idea ? "change" : "driver", ""}, "", "", once()));
}

void LivedProjects::own_measure(Lived& lived, const OwnMeasureIdea& idea) {
  OwnMeasureDraft draft;
  draft.name = idea.name;
  draft.kind = idea.kind;
  draft.perspective = idea.perspective;
  draft.counted = idea.counted;
  draft.better = idea.better;
  draft.numerator = idea.numerator;
  draft.denominator = idea.denominator;
  draft.covers = idea.covers;
  lived.measures[idea.name] =
      service::define_measure(service_, member(1), *lived.id, draft, "", once()).value();
}

void LivedProjects::share(Lived& lived, const std::string& measure, std::int64_t day,
                          std::int64_t of, double chance) {
  std::int64_t count = 0;
  for (std::int64_t i = 0; i < of; ++i) count += unit() < chance ? 1 : 0;
  done(service::enter_number(service_, member(2), *lived.id, lived.measures.at(measure),
                             {iso(day), std::to_string(count), std::to_string(of), ""}, once()));
}

void LivedProjects::value(Lived& lived, const std::string& measure, std::int64_t day, double middle,
                          double spread) {
  const double drawn = middle + spread * (unit() + unit() + unit() - 1.5);
  const std::string number = std::to_string(std::lround(drawn * 10) / 10) + "." +
                             std::to_string(std::labs(std::lround(drawn * 10)) % 10);
  done(service::enter_number(service_, member(2), *lived.id, lived.measures.at(measure),
                             {iso(day), "", "", number}, once()));
}

void LivedProjects::run_test(Lived& lived, const TestIdea& idea) {
  on(idea.begins, [this, &lived, idea] {
    TestDraft draft = idea.draft;
    draft.begins = iso(idea.begins);
    draft.ends = iso(idea.begins + idea.days);
    if (!idea.measure.empty()) draft.measure = lived.measures.at(idea.measure);
    const std::string number =
        service::plan_test(service_, member(0), *lived.id, draft, {}, once()).value();
    done(service::lock_prediction(service_, member(0), *lived.id, {number, "1"}, once()));
    for (std::int64_t i = 0; i < idea.data; ++i) {
      const std::int64_t day = idea.begins + (i + 1) * idea.days / (idea.data + 1);
      on(day, [this, &lived, idea, number, day] {
        DatumDraft datum{iso(day), "", "", "", ""};
        if (idea.draft.seen == "share") {
          std::int64_t count = 0;
          for (std::int64_t k = 0; k < idea.of; ++k) count += unit() * 100 < idea.seen ? 1 : 0;
          datum.count = std::to_string(count);
          datum.of = std::to_string(idea.of);
        } else {
          datum.value = std::to_string(std::lround(idea.seen + 4 * (unit() - 0.5)));
        }
        done(service::note_datum(service_, member(1), *lived.id, number, datum, once()));
      });
    }
    if (!idea.learnt.empty())
      on(idea.begins + idea.days, [this, &lived, idea, number] {
        done(service::study_test(service_, member(1), *lived.id, number, idea.learnt, once()));
        done(service::decide_test(service_, member(0), *lived.id, number,
                                  {idea.decision, idea.reason}, once()));
      });
    std::ranges::stable_sort(events_, {}, &Event::day);
  });
}

void LivedProjects::plan_aims_first() {
  on(180, [this] {
    charter(aims_first_, words_of(aims_first_charter, iso(820)));
    driver(aims_first_, "People know the question before they come", "0", false);
    driver(aims_first_, "There is time to talk about it", "0", false);
    driver(aims_first_, "Text the day before", "1", true);
    driver(aims_first_, "A card in the waiting room", "1", true);
    driver(aims_first_, "The nurse begins with the aim", "2", true);
    aims_first_.measures["aim"] =
        service::take_measure(service_, member(0), *aims_first_.id, "aim_asked", once()).value();
    aims_first_.measures["attained"] =
        service::take_measure(service_, member(0), *aims_first_.id, "aim_attained", once()).value();
    own_measure(aims_first_, {"Felt heard",
                              "experience",
                              "person",
                              "share",
                              "more",
                              "People who say that they were heard",
                              "People who answered a card",
                              {"relationship", "preference"}});
    own_measure(aims_first_, {"Clinic runs late, minutes",
                              "balancing",
                              "organisation",
                              "value",
                              "less",
                              "Minutes late at the last visit of the day",
                              "",
                              {"burden"}});
    own_measure(aims_first_, {"I did good work today",
                              "balancing",
                              "professional",
                              "share",
                              "more",
                              "Colleagues who say yes",
                              "Colleagues who answered, never fewer than 5",
                              {"joy"}});
  });
  measure_aims_first();
  test_aims_first();
}

void LivedProjects::measure_aims_first() {
  for (std::int64_t day = 190; day < 725; day += 14)
    on(day, [this, day] {
      share(aims_first_, "Felt heard", day, 18 + day % 7, day < 350 ? 0.58 : 0.82);
      value(aims_first_, "Clinic runs late, minutes", day, day < 360 ? 14 : 17, 6);
      share(aims_first_, "I did good work today", day, 6, 0.7);
    });
}

void LivedProjects::test_aims_first() {
  TestIdea text;
  text.begins = 250;
  text.days = 14;
  text.measure = "aim";
  text.draft = {"Text the day before",
                "A day to think helps",
                "3",
                "",
                "visits with an aim said",
                "share",
                "38",
                "more",
                "",
                "",
                "60",
                "10",
                "",
                "",
                "Somebody is upset by the text",
                "2",
                "The head nurse",
                "The clerk and one nurse",
                "",
                "",
                ""};
  text.seen = 44;
  text.learnt = "Sent in the morning it was forgotten by the visit";
  text.decision = "adapt";
  text.reason = "Send it at 6 pm, and have a card as well";
  run_test(aims_first_, text);
  TestIdea card = text;
  card.begins = 330;
  card.days = 28;
  card.draft.title = "Text at 6 pm and a card";
  card.draft.size = "40";
  card.draft.follows = "1";
  card.draft.predicted = "between";
  card.draft.low = "60";
  card.draft.high = "80";
  card.draft.permission = "The head of the clinic";
  card.of = 12;
  card.seen = 71;
  card.learnt = "People brought the card. Two wrote more than one aim, and that was fine.";
  card.decision = "adopt";
  card.reason = "It holds, and nobody minds. The clinic runs a little later: next we look at that.";
  run_test(aims_first_, card);
  TestIdea nurse = text;
  nurse.begins = 702;
  nurse.days = 40;
  nurse.draft.title = "The nurse begins with the aim";
  nurse.draft.idea = "5";
  nurse.draft.now = "74";
  nurse.draft.confidence = "50";
  nurse.data = 2;
  nurse.seen = 76;
  nurse.learnt = "";
  run_test(aims_first_, nurse);
  on(715, [this] {
    done(service::tell_finding(
        service_, member(0), *aims_first_.id,
        {"worked", "A clerk who can send texts, and visits of 40 minutes",
         "Who is asked the day before has thought by the time they come",
         "More visits begin with what matters; the clinic runs a little later",
         "From 38 to about 74 of 100 visits", "", "1", "2", ""},
        once()));
  });
}

void LivedProjects::plan_call_backs() {
  on(400, [this] {
    charter(call_backs_, words_of(call_backs_charter, iso(780)));
    driver(call_backs_, "Somebody has time to call", "0", false);
    driver(call_backs_, "The message says what it is about", "0", false);
    driver(call_backs_, "An hour kept free after lunch", "1", true);
    driver(call_backs_, "Three questions on the answering machine", "2", true);
    own_measure(call_backs_, {"Hours until the call",
                              "process",
                              "organisation",
                              "value",
                              "less",
                              "Hours from message to call, the middle one of the week",
                              "",
                              {"burden"}});
    own_measure(call_backs_, {"Calls made",
                              "output",
                              "organisation",
                              "count",
                              "more",
                              "Calls made in the week",
                              "",
                              {}});
  });
  for (std::int64_t day = 406; day < 728; day += 7)
    on(day, [this, day] {
      value(call_backs_, "Hours until the call", day, 26, 14);
      done(service::enter_number(
          service_, member(1), *call_backs_.id, call_backs_.measures.at("Calls made"),
          {iso(day), std::to_string(28 + chance_.below(15)), "", ""}, once()));
    });
  test_call_backs();
}

void LivedProjects::test_call_backs() {
  TestIdea hour;
  hour.begins = 480;
  hour.days = 28;
  hour.measure = "Hours until the call";
  hour.draft = {"An hour kept free after lunch",
                "A fixed time is kept when others are not",
                "3",
                "",
                "hours until the call, of that week",
                "number",
                "26",
                "less",
                "",
                "",
                "70",
                "4",
                "",
                "",
                "Visits are moved for it",
                "6",
                "The head of the clinic",
                "Two nurses",
                "",
                "",
                ""};
  hour.seen = 25;
  hour.learnt = "The hour was taken by other things three weeks of four";
  hour.decision = "adapt";
  hour.reason = "Somebody from another room takes the hour";
  run_test(call_backs_, hour);
  TestIdea again = hour;
  again.begins = 600;
  again.draft.title = "The hour, by somebody from another room";
  again.draft.follows = "1";
  again.draft.size = "6";
  again.seen = 27;
  again.learnt = "They did not know the people who called";
  again.decision = "abandon";
  again.reason = "Not here, with one phone. Next we try the three questions.";
  run_test(call_backs_, again);
}

void LivedProjects::plan_film() {
  on(60, [this] {
    charter(film_, words_of(film_charter, iso(300)));
    driver(film_, "People remember how it goes", "0", false);
    driver(film_, "A film of three minutes", "1", true);
    own_measure(film_, {"Still doing the exercises",
                        "process",
                        "person",
                        "share",
                        "more",
                        "People who did them on four days or more of the week before",
                        "People who were called four weeks after the course",
                        {"burden"}});
  });
  for (std::int64_t day = 75; day < 260; day += 14)
    on(day, [this, day] { share(film_, "Still doing the exercises", day, 12, 0.4); });
  TestIdea watch;
  watch.begins = 130;
  watch.days = 42;
  watch.measure = "Still doing the exercises";
  watch.draft = {"The film by text",
                 "Seeing it again brings it back",
                 "2",
                 "",
                 "people who still do the exercises",
                 "share",
                 "40",
                 "between",
                 "55",
                 "70",
                 "80",
                 "12",
                 "",
                 "",
                 "It costs people money",
                 "20",
                 "The therapist",
                 "Two therapists",
                 "A film",
                 "The head of the clinic",
                 ""};
  watch.seen = 40;
  watch.of = 8;
  watch.learnt = "Few opened it. Those who did had their own phone and were doing well before.";
  watch.decision = "abandon";
  watch.reason = "Not suitable here: who would need it most shares a phone";
  run_test(film_, watch);
  on(261, [this] {
    done(service::tell_finding(
        service_, member(1), *film_.id,
        {"not_suitable", "Many share a phone with somebody else",
         "Who would need it most does not open it",
         "Few saw the film, and those were doing well before", "Of 12 who got it, 5 opened it",
         "One woman watched it at her daughter's, a month later",
         film_.measures.at("Still doing the exercises"), "1", ""},
        once()));
  });
  on(262, [this] {
    done(service::end_project(service_, member(0), *film_.id,
                              {"The film reached those who needed it least. Written down, so that "
                               "nobody makes it again.",
                               "The therapists ask about exercises each quarter"},
                              once()));
  });
}

void LivedProjects::ask_partner(const service::Caller& partner, const std::string& login) {
  if (!aims_first_.id) return;
  done(service::ask_to_join_project(service_, member(0), *aims_first_.id, login, once()));
  done(service::answer_project(service_, partner, *aims_first_.id, service::JoinAnswer::yes,
                               once()));
}

}  // namespace alongside::cli
