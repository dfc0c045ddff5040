// SPDX-License-Identifier: Apache-2.0
// One Measure, and what it said month by month.
#include "doors/exchange/measure_reports.h"

#include "doors/exchange/fhir_writer.h"

namespace alongside::exchange {
namespace {

constexpr std::string_view terminology = "http://terminology.hl7.org/CodeSystem/";

std::string_view scoring_of(CountedAs counted) {
  switch (counted) {
    case CountedAs::share:
      return "proportion";
    case CountedAs::rate:
      return "ratio";
    case CountedAs::count:
      return "cohort";
    case CountedAs::value:
      return "continuous-variable";
  }
  return "proportion";
}

/// FHIR knows no output, balancing or cost: those are codes of our own.
Code type_of(MeasureKind kind) {
  const std::string standard = std::string(terminology) + "measure-type";
  switch (kind) {
    case MeasureKind::structure:
    case MeasureKind::process:
    case MeasureKind::outcome:
      return {standard, code_of(kind)};
    case MeasureKind::experience:
      return {standard, "patient-reported-outcome"};
    case MeasureKind::output:
    case MeasureKind::balancing:
    case MeasureKind::cost:
      return own_code("measure-type", code_of(kind));
  }
  return own_code("measure-type", code_of(kind));
}

class Bundle {
 public:
  Bundle(const Measure& measure, Instant counted_at)
      : measure_(measure), counted_at_(counted_at), url_(url_of(measure.id)) {
    json_.begin_object().key("resourceType").text("Bundle").key("type").text("collection");
    json_.key("timestamp").text(iso_utc(counted_at)).key("entry").begin_array();
  }
  std::string take() && {
    json_.end_array().end_object();
    return std::move(json_).take();
  }

  void write_measure(std::string_view query) {
    begin("Measure", id_of(measure_.id));
    json_.key("url").text(url_).key("version").text(std::to_string(measure_.version));
    json_.key("name").text(name_of(measure_.id));
    json_.key("title").text(measure_.name.empty() ? measure_.id : measure_.name);
    json_.key("status").text("active").key("description").text(lines_of(measure_));
    concept_of("scoring",
               {std::string(terminology) + "measure-scoring", scoring_of(measure_.counted)});
    json_.key("type").begin_array();
    codeable(type_of(measure_.kind));
    json_.end_array();
    notation();
    json_.key("group").begin_array().begin_object().key("population").begin_array();
    for (const std::string_view population : populations()) {
      json_.begin_object();
      concept_of("code", {std::string(terminology) + "measure-population", population});
      json_.key("criteria").begin_object().key("description").text(counted_words(population));
      json_.key("language").text("application/sql").key("expression").text(query).end_object();
      json_.end_object();
    }
    json_.end_array().end_object().end_array();
    end();
  }

  void write_report(const ReportedTeam& team, const MonthCount& month) {
    begin("MeasureReport", id_of(measure_.id) + "-" + std::to_string(++reports_));
    json_.key("status").text("complete").key("type").text("summary");
    json_.key("measure").text(url_ + "|" + std::to_string(measure_.version));
    json_.key("date").text(iso_utc(counted_at_));
    json_.key("reporter").begin_object().key("display").text(team.site + ": " + team.team);
    json_.end_object().key("period").begin_object();
    json_.key("start").text(month.month.first_day().iso());
    json_.key("end").text(month.month.plus(1).first_day().plus(-1).iso()).end_object();
    notation();
    json_.key("group").begin_array().begin_object();
    if (month.share.of == 0)
      missing();
    else
      counts(month);
    json_.end_object().end_array();
    end();
  }

 private:
  static std::string id_of(std::string id) {
    for (char& c : id)
      if (c == '_') c = '-';
    return id;
  }
  static std::string url_of(const std::string& id) {
    return std::string(fhir_base) + "Measure/" + id_of(id);
  }
  /// FHIR's names are of letters and digits, and begin with a capital.
  static std::string name_of(const std::string& id) {
    std::string name;
    bool capital = true;
    for (const char c : id) {
      if (c == '_') {
        capital = true;
        continue;
      }
      const bool small = c >= 'a' && c <= 'z';
      name += capital && small ? static_cast<char>(c - 'a' + 'A') : c;
      capital = false;
    }
    return name;
  }

  void begin(std::string_view type, const std::string& id) {
    json_.begin_object().key("fullUrl").text(std::string(fhir_base) + std::string(type) + "/" + id);
    json_.key("resource").begin_object().key("resourceType").text(type).key("id").text(id);
  }
  void end() { json_.end_object().end_object(); }
  void codeable(const Code& code) {
    json_.begin_object().key("coding").begin_array().begin_object();
    json_.key("system").text(code.system).key("code").text(code.code);
    json_.end_object().end_array().end_object();
  }
  void concept_of(std::string_view key, const Code& code) {
    json_.key(key);
    codeable(code);
  }
  void notation() {
    concept_of("improvementNotation", {std::string(terminology) + "measure-improvement-notation",
                                       measure_.better == Better::more ? "increase" : "decrease"});
  }
  std::vector<std::string_view> populations() const {
    if (measure_.counted == CountedAs::value || measure_.counted == CountedAs::count)
      return {"measure-population"};
    return {"denominator", "numerator"};
  }
  std::string counted_words(std::string_view population) const {
    if (population == "numerator")
      return measure_.numerator.empty() ? "Rows of the query whose value is 1" : measure_.numerator;
    return measure_.denominator.empty()
               ? "Rows of the query: a unit once a month, and once it may be counted"
               : measure_.denominator;
  }
  void population(std::string_view code, std::int64_t count) {
    json_.begin_object();
    concept_of("code", {std::string(terminology) + "measure-population", code});
    json_.key("count").integer(count).end_object();
  }
  void counts(const MonthCount& month) {
    json_.key("population").begin_array();
    if (populations().size() == 1) {
      population("measure-population",
                 measure_.counted == CountedAs::count ? month.share.count : month.share.of);
    } else {
      population("denominator", month.share.of);
      population("numerator", month.share.count);
    }
    json_.end_array();
    if (measure_.counted == CountedAs::count) return;
    const double score = month.value.value_or(static_cast<double>(month.share.count) /
                                              static_cast<double>(month.share.of));
    json_.key("measureScore").begin_object().key("value").number(score).end_object();
  }
  void missing() {
    json_.key("extension")
        .begin_array()
        .begin_object()
        .key("url")
        .text("http://hl7.org/fhir/StructureDefinition/data-absent-reason");
    json_.key("valueCode").text("not-applicable").end_object().end_array();
  }

  const Measure& measure_;
  Instant counted_at_;
  std::string url_;
  JsonWriter json_;
  std::int64_t reports_ = 0;
};

}  // namespace

std::string measure_bundle(const Measure& measure, std::string_view query,
                           const std::vector<ReportedTeam>& teams, Instant counted_at) {
  Bundle bundle(measure, counted_at);
  bundle.write_measure(query);
  for (const ReportedTeam& team : teams)
    for (const MonthCount& month : team.months) bundle.write_report(team, month);
  return std::move(bundle).take();
}

}  // namespace alongside::exchange
