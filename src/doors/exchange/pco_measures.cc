// SPDX-License-Identifier: Apache-2.0
// The guide's CQL ("PCO Goals", "Baseline Scores Before Follow-Up Period", "Follow-Up Scores During
// Measurement Period"), definition by definition.
#include "doors/exchange/pco_measures.h"

#include <algorithm>
#include <array>

#include "doors/exchange/own_resources.h"
#include "doors/exchange/resource.h"
#include "foundation/base/json.h"
#include "foundation/base/text.h"
#include "service/move_resources.h"

namespace alongside::exchange {
namespace {

constexpr std::string_view concepts =
    "http://hl7.org/fhir/us/pco/CodeSystem/pco-concepts-temporary";
constexpr std::string_view domains =
    "http://hl7.org/fhir/us/pco/CodeSystem/pco-goal-domains-temporary";
constexpr std::string_view scaling_extension =
    "http://hl7.org/fhir/us/pco/StructureDefinition/pco-goal-attainment-scaling";
constexpr std::string_view loinc = "http://loinc.org";

using std::string_view_literals::operator""sv;
constexpr std::array concept_codes = {"person-centered"sv, "what-matters"sv, "well-being"sv};
constexpr std::array domain_codes = {"housing"sv,
                                     "access-to-services"sv,
                                     "caregiver-needs"sv,
                                     "end-of-life"sv,
                                     "independence"sv,
                                     "legal"sv,
                                     "managing-conditions"sv,
                                     "medication-management"sv,
                                     "improving-health-and-wellness"sv,
                                     "physical-function"sv,
                                     "social-functioning"sv,
                                     "emotional-and-mental-health"sv};
/// The value set goal-attainment-scaling-score.
constexpr std::array scaling_codes = {"107332-9"sv, "107333-7"sv, "107334-5"sv, "107331-1"sv};
/// The value set prom-target-measures, 34 codes of LOINC.
constexpr std::array prom_codes = {
    "70274-6"sv, "44261-6"sv, "77854-8"sv, "77848-0"sv, "89921-1"sv, "77862-1"sv, "81531-6"sv,
    "71965-8"sv, "92149-4"sv, "77864-7"sv, "77851-4"sv, "77850-6"sv, "91614-8"sv, "77856-3"sv,
    "77865-4"sv, "91721-1"sv, "77855-5"sv, "92391-2"sv, "92329-2"sv, "92418-3"sv, "92448-0"sv,
    "77859-7"sv, "92266-6"sv, "92305-2"sv, "77849-8"sv, "92213-8"sv, "89676-1"sv, "71969-0"sv,
    "71971-6"sv, "71955-9"sv, "71957-5"sv, "71959-1"sv, "71961-7"sv, "71963-3"sv};
constexpr int adult_years = 18;
constexpr int days_a_week = 7;

std::string_view text_at(const JsonValue& value, std::string_view pointer) {
  const JsonValue* found = value.at(pointer);
  return found != nullptr && found->is(JsonValue::Kind::text) ? std::string_view(found->text)
                                                              : std::string_view();
}

const std::vector<JsonValue>& list_at(const JsonValue& value, std::string_view member) {
  static const std::vector<JsonValue> none;
  const JsonValue* found = value.member(member);
  return found == nullptr ? none : found->items;
}

template <class Codes>
bool has_code(const JsonValue& said, std::string_view system, const Codes& codes) {
  return std::ranges::any_of(list_at(said, "coding"), [&](const JsonValue& coding) {
    return text_at(coding, "/system") == system &&
           std::ranges::find(codes, text_at(coding, "/code")) != codes.end();
  });
}

template <class Codes>
bool any_has_code(const JsonValue& resource, std::string_view member, std::string_view system,
                  const Codes& codes) {
  return std::ranges::any_of(list_at(resource, member),
                             [&](const JsonValue& one) { return has_code(one, system, codes); });
}

/// "Goal/7" of whatever ends so, where it is of that type.
std::string referred(const JsonValue& reference, std::string_view type) {
  const auto parts = split(text_at(reference, "/reference"), '/');
  if (parts.size() < 2 || parts[parts.size() - 2] != type) return {};
  return std::string(parts.back());
}

/// The day as it stands there; nothing for a month or a year.
std::optional<Day> day_in(std::string_view time) {
  constexpr std::size_t letters_of_a_day = 10;
  return Day::from_iso(time.substr(0, letters_of_a_day));
}

/// Of "1950" the last day of the year: nobody is counted as older than they may be.
std::optional<Day> latest_day(std::string_view date) {
  const auto parts = split(date, '-');
  const auto year = whole_number(parts.front());
  if (!year) return std::nullopt;
  const int of_year = static_cast<int>(*year);
  if (parts.size() == 1) return Day::of(of_year, 12, 31);
  const auto month = whole_number(parts[1]);
  if (parts.size() > 2 || !month || *month < 1 || *month > 12) return day_in(date);
  const auto of_month = static_cast<unsigned>(*month);
  const Day next = of_month == 12 ? Day::of(of_year + 1, 1, 1) : Day::of(of_year, of_month + 1, 1);
  return Day{next.number - 1};
}

bool is_adult(Day born, Day on) {
  const int year = born.year() + adult_years;
  const unsigned month = born.month();
  const unsigned day = born.day_of_month();
  // Whoever was born on 29 February is a year older on 1 March where there is none.
  const bool no_such_day =
      month == 2 && day == 29 && !Day::from_iso(std::to_string(year) + "-02-29");
  return (no_such_day ? Day::of(year, 3, 1) : Day::of(year, month, day)) <= on;
}

bool within(Day day, const PcoPeriod& period) { return period.begin <= day && day <= period.end; }

}  // namespace

void PcoMeasures::take(const JsonValue& resource) {
  if (text_at(resource, "/status") == "entered-in-error" ||
      text_at(resource, "/lifecycleStatus") == "entered-in-error" ||
      resource.member("modifierExtension") != nullptr)
    return;
  const std::string_view type = text_at(resource, "/resourceType");
  if (type == "Patient") {
    if (const auto born = latest_day(text_at(resource, "/birthDate")))
      latest_birth_.insert_or_assign(std::string(text_at(resource, "/id")), *born);
  } else if (type == "Goal") {
    take_goal(resource);
  } else if (type == "CarePlan") {
    for (const JsonValue& goal : list_at(resource, "goal"))
      if (std::string id = referred(goal, "Goal"); !id.empty()) planned_.insert(std::move(id));
  } else if (type == "Observation") {
    take_observation(resource);
  }
}

void PcoMeasures::take_goal(const JsonValue& said) {
  const auto start = day_in(text_at(said, "/startDate"));
  const JsonValue* subject = said.member("subject");
  if (!start || subject == nullptr) return;
  Goal goal{referred(*subject, "Patient"), *start, false, false, {}};
  goal.by_category = any_has_code(said, "category", concepts, concept_codes) ||
                     any_has_code(said, "category", domains, domain_codes);
  goal.scaled = std::ranges::any_of(list_at(said, "extension"), [](const JsonValue& extension) {
    return text_at(extension, "/url") == scaling_extension;
  });
  for (const JsonValue& target : list_at(said, "target")) {
    const JsonValue* measure = target.member("measure");
    if (measure == nullptr) continue;
    goal.scaled |= has_code(*measure, loinc, std::array{"107332-9"sv}) ||
                   has_code(*measure, loinc, prom_codes);
  }
  for (const JsonValue& one : list_at(said, "addresses"))
    goal.addresses.push_back(referred(one, "Observation"));
  goals_.insert_or_assign(std::string(text_at(said, "/id")), std::move(goal));
}

void PcoMeasures::take_observation(const JsonValue& observation) {
  const JsonValue* code = observation.member("code");
  if (code == nullptr) return;
  if (any_has_code(observation, "category", concepts, std::array{"what-matters"sv}))
    what_matters_.emplace(text_at(observation, "/id"));
  const bool scaling = has_code(*code, loinc, scaling_codes);
  if (!scaling && !has_code(*code, loinc, prom_codes)) return;
  const auto day = day_in(text_at(observation, "/effectiveDateTime"));
  if (!day) return;
  for (const JsonValue& focus : list_at(observation, "focus"))
    if (const std::string goal = referred(focus, "Goal"); !goal.empty())
      scores_[goal].push_back({scaling, *day});
}

bool PcoMeasures::counts(const std::string& id, const Goal& goal, const PcoPeriod& period) const {
  const auto scores = scores_.find(id);
  const bool scaled = goal.scaled || (scores != scores_.end() &&
                                      std::ranges::any_of(scores->second, &Score::scaling));
  const bool matters =
      goal.by_category || std::ranges::any_of(goal.addresses, [&](const std::string& one) {
        return what_matters_.contains(one);
      });
  return matters && scaled && planned_.contains(id) && within(goal.start, period);
}

PcoCounts PcoMeasures::counted(const PcoPeriod& period, const PcoFollowUp& follow_up) const {
  std::set<std::string> identified;
  std::set<std::string> followed;
  for (const auto& [id, goal] : goals_) {
    const auto scores = scores_.find(id);
    if (scores == scores_.end() || !counts(id, goal, period)) continue;
    const Day from{goal.start.number + follow_up.from_weeks * days_a_week};
    const Day until{goal.start.number + follow_up.until_weeks * days_a_week};
    for (const Score& score : scores->second) {
      if (!within(score.day, period)) continue;
      if (score.day < from) identified.insert(goal.person);
      if (from <= score.day && score.day <= until) followed.insert(goal.person);
    }
  }
  PcoCounts counts;
  for (const auto& [person, born] : latest_birth_) {
    if (!is_adult(born, period.begin)) continue;
    ++counts.initial_population;
    if (identified.contains(person)) ++counts.identified;
    if (followed.contains(person)) ++counts.followed_up;
  }
  return counts;
}

namespace {

void write_population(JsonWriter& json, std::string_view code, std::int64_t count) {
  json.begin_object().key("code").begin_object().key("coding").begin_array().begin_object();
  json.key("system").text("http://terminology.hl7.org/CodeSystem/measure-population");
  json.key("code").text(code).end_object().end_array().end_object();
  json.key("count").integer(count).end_object();
}

void write_report(JsonWriter& json, std::string_view name, const PcoCounts& counts,
                  std::int64_t numerator, const PcoPeriod& period, Instant now) {
  json.begin_object().key("resource").begin_object();
  json.key("resourceType").text("MeasureReport");
  json.key("status").text("complete").key("type").text("summary");
  std::string measure = "http://hl7.org/fhir/us/pco/Measure/";
  json.key("measure").text(measure += name).key("date").text(iso_utc(now));
  json.key("period").begin_object().key("start").text(period.begin.iso());
  json.key("end").text(period.end.iso()).end_object();
  json.key("group").begin_array().begin_object().key("population").begin_array();
  write_population(json, "initial-population", counts.initial_population);
  write_population(json, "denominator", counts.initial_population);
  write_population(json, "numerator", numerator);
  json.end_array();
  if (counts.initial_population > 0)
    json.key("measureScore")
        .begin_object()
        .key("value")
        .number(static_cast<double>(numerator) / static_cast<double>(counts.initial_population))
        .end_object();
  json.end_object().end_array().end_object().end_object();
}

}  // namespace

PcoCounts pco_counts(const service::Service& service, const PcoPeriod& period) {
  OwnResources(service).bring_up_to_date();
  PcoMeasures measures;
  JsonReader reader;
  service::LookAccount account;
  // Counted over all, and nobody is looked at: no resource leaves.
  service::look_at_resources(
      service, service::owner_of_data(), account, [&](service::ResourceView& view) {
        for (const std::string_view type : {"Patient"sv, "Goal"sv, "CarePlan"sv, "Observation"sv})
          view.each({type}, [&](const service::ResourceSeen& one) {
            const auto read = reader.read(one.content, depth_max);
            if (const auto* value = std::get_if<JsonValue>(&read)) measures.take(*value);
          });
        return true;
      });
  return measures.counted(period);
}

std::string pco_text(const PcoCounts& counts, const PcoPeriod& period) {
  const auto line = [&](std::string_view name, std::int64_t numerator) {
    std::string text(name);
    text += ": " + std::to_string(numerator) + " of " + std::to_string(counts.initial_population);
    if (counts.initial_population > 0) {
      constexpr std::int64_t percent = 100;
      text += ", " +
              std::to_string((numerator * percent + counts.initial_population / 2) /
                             counts.initial_population) +
              " %";
    }
    return text + "\n";
  };
  return "HL7 Person-Centered Outcomes 1.0.0, " + period.begin.iso() + " to " + period.end.iso() +
         ", people of 18 years or more\n" +
         line("Goal Identification (a goal of their own, scaled, in a plan, with a first score)",
              counts.identified) +
         line("Goal Follow-Up (a score 2 to 26 weeks after it began)", counts.followed_up);
}

std::string pco_reports(const PcoCounts& counts, const PcoPeriod& period, Instant now) {
  JsonWriter json;
  json.begin_object().key("resourceType").text("Bundle").key("type").text("collection");
  json.key("entry").begin_array();
  write_report(json, "GoalIdentificationMeasure", counts, counts.identified, period, now);
  write_report(json, "GoalFollowUpMeasure", counts, counts.followed_up, period, now);
  json.end_array().end_object();
  return std::move(json).take();
}

}  // namespace alongside::exchange
