// SPDX-License-Identifier: Apache-2.0
// One list says which field of a card stands where in an Evidence.
#include "doors/exchange/evidence.h"

#include <algorithm>
#include <map>

#include "doors/exchange/fhir_writer.h"
#include "foundation/base/json.h"
#include "foundation/base/json_value.h"
#include "foundation/base/text.h"

namespace alongside::exchange {
namespace {

using Fields = std::map<std::string, std::string, std::less<>>;

constexpr int depth_max = 40;

/// Effects by the codes of R4's effect-estimate-type, and by the words that R5 and EBMonFHIR show.
struct Effect {
  EffectScale scale;
  std::string_view code;
  std::string_view words;
};
/// "standardized mean difference" before "mean difference", which is in it.
constexpr Effect effects[] = {
    {EffectScale::standardised_mean_difference, "absolute-SMD", "standardized mean difference"},
    {EffectScale::mean_difference, "absolute-MeanDiff", "mean difference"},
    {EffectScale::odds_ratio, "relative-OR", "odds ratio"},
    {EffectScale::risk_ratio, "relative-RR", "relative risk"},
    {EffectScale::rate_ratio, "relative-rate", "rate ratio"},
    {EffectScale::risk_difference, "absolute-ARD", "risk difference"}};

struct Variable {
  std::string_view field;
  std::string_view role;
};
constexpr Variable variables[] = {{"people", "population"},
                                  {"action", "exposure"},
                                  {"compared with", "referenceExposure"},
                                  {"outcome", "measuredVariable"}};

/// Beside FHIR's elements.
constexpr std::string_view own_fields[] = {"aim",       "where",          "better",
                                           "counts of", "minutes a week", "money",
                                           "source",    "second source",  "second kind"};
constexpr std::pair<std::string_view, std::string_view> domains[] = {
    {"risk of bias", "RiskOfBias"},
    {"publication bias", "PublicationBias"},
    {"indirectness", "Indirectness"}};

std::string own_url(std::string_view field) {
  std::string name(field);
  std::ranges::replace(name, ' ', '-');
  return std::string(fhir_base) + "StructureDefinition/evidence-" + name;
}

/// A concept with one code and its words.
void concept_of(JsonWriter& json, std::string_view key, std::string_view code,
                std::string_view words) {
  json.key(key).begin_object().key("coding").begin_array().begin_object();
  json.key("code").text(code).key("display").text(words).end_object().end_array();
  json.key("text").text(words).end_object();
}

class Written {
 public:
  Written(JsonWriter& json, const EvidenceCard& card) : json_(json), card_(card) {
    for (auto& [name, value] : fields_of(card)) fields_[name] = value;
  }

  void write() {
    json_.begin_object().key("resourceType").text("Evidence").key("id").text(card_.id);
    extensions();
    json_.key("version").text(std::to_string(card_.version));
    json_.key("title").text(card_.action + ": " + card_.outcome);
    json_.key("citeAsMarkdown").text(card_.citation).key("status").text("active");
    json_.key("date").text(card_.checked.iso());
    json_.key("lastReviewDate").text(card_.checked.iso());
    if (!card_.reviewer.empty())
      json_.key("reviewer")
          .begin_array()
          .begin_object()
          .key("name")
          .text(card_.reviewer)
          .end_object()
          .end_array();
    if (!card_.note.empty())
      json_.key("note")
          .begin_array()
          .begin_object()
          .key("text")
          .text(card_.note)
          .end_object()
          .end_array();
    write_variables();
    statistic();
    certainty();
    json_.end_object();
  }

 private:
  void extensions() {
    json_.key("extension").begin_array();
    for (const std::string_view field : own_fields)
      if (const auto value = fields_.find(field); value != fields_.end())
        extension(field, value->second);
    extension("review by", card_.review_by.iso());
    json_.end_array();
  }
  void extension(std::string_view field, const std::string& value) {
    json_.begin_object()
        .key("url")
        .text(own_url(field))
        .key("valueString")
        .text(value)
        .end_object();
  }
  void write_variables() {
    json_.key("variableDefinition").begin_array();
    for (const Variable& one : variables) {
      json_.begin_object().key("description").text(fields_[std::string(one.field)]);
      concept_of(json_, "variableRole", one.role, one.role);
      json_.end_object();
    }
    json_.end_array();
  }
  void quantity(double value) {
    json_.begin_object().key("value").number(value);
    if (!card_.unit.empty()) json_.key("unit").text(card_.unit);
    json_.end_object();
  }
  void statistic() {
    const auto effect = std::ranges::find(effects, card_.scale, &Effect::scale);
    json_.key("statistic").begin_array().begin_object();
    concept_of(json_, "statisticType", effect->code, effect->words);
    json_.key("quantity");
    quantity(card_.estimate);
    if (card_.studies || card_.participants) {
      json_.key("sampleSize").begin_object();
      if (card_.studies) json_.key("numberOfStudies").integer(*card_.studies);
      if (card_.participants) json_.key("numberOfParticipants").integer(*card_.participants);
      json_.end_object();
    }
    json_.key("attributeEstimate").begin_array().begin_object();
    concept_of(json_, "type", "C53324", "Confidence interval");
    json_.key("level").number(card_.level / 100).key("range").begin_object();
    json_.key("low");
    quantity(card_.low);
    json_.key("high");
    quantity(card_.high);
    json_.end_object().end_object().end_array().end_object().end_array();
  }
  void rated(std::string_view type, const std::string& rating) {
    std::string code = rating;
    std::ranges::replace(code, ' ', '-');
    json_.begin_object();
    concept_of(json_, "type", type, type);
    concept_of(json_, "rating", code, rating);
  }
  void certainty() {
    std::vector<std::pair<std::string_view, std::string>> judged;
    for (const auto& [field, type] : domains)
      if (const auto value = fields_.find(field); value != fields_.end())
        judged.emplace_back(type, value->second);
    if (card_.certainty == EvidenceCertainty::not_stated && judged.empty()) return;
    json_.key("certainty").begin_array();
    if (card_.certainty != EvidenceCertainty::not_stated) {
      rated("Overall", std::string(name_of(card_.certainty)));
      json_.end_object();
    }
    for (const auto& [type, value] : judged) {
      rated(type, value);
      json_.end_object();
    }
    json_.end_array();
  }

  JsonWriter& json_;
  const EvidenceCard& card_;
  Fields fields_;
};

const std::vector<JsonValue>& list(const JsonValue& object, std::string_view name) {
  static const std::vector<JsonValue> none;
  const JsonValue* found = object.member(name);
  return found != nullptr && found->is(JsonValue::Kind::array) ? found->items : none;
}

/// A text or a number at a place, as it was written; empty without one.
std::string at(const JsonValue& object, std::string_view pointer) {
  const JsonValue* found = object.at(pointer);
  const bool fits =
      found != nullptr && (found->is(JsonValue::Kind::text) || found->is(JsonValue::Kind::number));
  return fits ? found->text : std::string();
}

/// All that a concept says, in small letters: its text, and codes and displays of its codings.
std::string said_by(const JsonValue* words) {
  if (words == nullptr) return {};
  std::string all = at(*words, "/text");
  for (const JsonValue& coding : list(*words, "coding"))
    all += " | " + at(coding, "/code") + " | " + at(coding, "/display");
  all = lower_ascii(all);
  for (std::size_t s = all.find("standardised"); s != std::string::npos;
       s = all.find("standardised"))
    all.replace(s, 12, "standardized");
  for (std::size_t r = all.find("risk ratio"); r != std::string::npos; r = all.find("risk ratio"))
    all.replace(r, 10, "relative risk");
  return all;
}

bool says(const std::string& all, std::string_view wanted) {
  return all.find(lower_ascii(wanted)) != std::string::npos;
}

std::string percent(const std::string& level) {
  JsonReader reader;
  const auto read = reader.read(level, 1);
  const auto* number = std::get_if<JsonValue>(&read);
  const double share = number != nullptr ? number->number().value_or(0.95) : 0.95;
  JsonWriter out;
  out.number(share <= 1 ? share * 100 : share);
  return std::move(out).take();
}

void take_extensions(const JsonValue& evidence, Fields& fields) {
  for (const JsonValue& extension : list(evidence, "extension")) {
    const std::string url = at(extension, "/url");
    for (const std::string_view field : own_fields)
      if (url == own_url(field)) fields[std::string(field)] = at(extension, "/valueString");
    if (url == own_url("review by")) fields["review by"] = at(extension, "/valueString");
  }
}

void take_statistic(const JsonValue& evidence, Fields& fields) {
  const auto& statistics = list(evidence, "statistic");
  if (statistics.empty()) return;
  const JsonValue& statistic = statistics.front();
  const std::string type = said_by(statistic.member("statisticType"));
  for (const Effect& effect : effects)
    if (says(type, effect.code) || says(type, effect.words)) {
      fields["scale"] = name_of(effect.scale);
      break;
    }
  fields["estimate"] = at(statistic, "/quantity/value");
  fields["unit"] = at(statistic, "/quantity/unit");
  fields["studies"] = at(statistic, "/sampleSize/numberOfStudies");
  fields["participants"] = at(statistic, "/sampleSize/numberOfParticipants");
  for (const JsonValue& estimate : list(statistic, "attributeEstimate")) {
    const std::string low = at(estimate, "/range/low/value");
    const std::string high = at(estimate, "/range/high/value");
    if (low.empty() || high.empty()) continue;
    fields["interval"] = low + " to " + high;
    if (const std::string level = at(estimate, "/level"); !level.empty())
      fields["level"] = percent(level);
    break;
  }
}

void take_certainty(const JsonValue& evidence, Fields& fields) {
  for (const JsonValue& one : list(evidence, "certainty")) {
    const std::string type = said_by(one.member("type"));
    std::string rating = said_by(one.member("rating"));
    std::ranges::replace(rating, '-', ' ');
    const std::string_view word = std::string_view(rating).substr(0, rating.find(" |"));
    if (says(type, "overall")) fields["certainty"] = word;
    for (const auto& [field, domain] : domains)
      if (says(type, domain)) fields[std::string(field)] = word;
  }
}

Fields fields_from(const JsonValue& evidence) {
  Fields fields;
  take_extensions(evidence, fields);
  fields["id"] = at(evidence, "/id");
  fields["version"] = at(evidence, "/version");
  fields["citation"] = at(evidence, "/citeAsMarkdown");
  fields["checked"] = at(evidence, "/lastReviewDate");
  fields["reviewer"] = at(evidence, "/reviewer/0/name");
  fields["note"] = at(evidence, "/note/0/text");
  for (const JsonValue& one : list(evidence, "variableDefinition")) {
    const std::string role = said_by(one.member("variableRole"));
    // "exposure" is in "referenceExposure" too.
    for (const Variable& variable : variables)
      if (says(role, variable.role) &&
          (variable.role != "exposure" || !says(role, "referenceExposure")))
        fields[std::string(variable.field)] = at(one, "/description");
  }
  take_statistic(evidence, fields);
  take_certainty(evidence, fields);
  return fields;
}

std::string cell(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

bool is_evidence(const JsonValue& value) { return at(value, "/resourceType") == "Evidence"; }

}  // namespace

std::string evidence_bundle(const std::vector<EvidenceCard>& cards) {
  JsonWriter json;
  json.begin_object().key("resourceType").text("Bundle").key("type").text("collection");
  if (!cards.empty()) {
    json.key("entry").begin_array();
    for (const EvidenceCard& card : cards) {
      json.begin_object().key("resource");
      Written(json, card).write();
      json.end_object();
    }
    json.end_array();
  }
  json.end_object();
  return std::move(json).take();
}

std::optional<std::string> evidence_table_from(std::string_view text) {
  JsonReader reader;
  const auto read = reader.read(text, depth_max);
  const JsonValue* top = std::get_if<JsonValue>(&read);
  if (top == nullptr) return std::nullopt;
  std::vector<Fields> rows;
  if (is_evidence(*top)) rows.push_back(fields_from(*top));
  for (const JsonValue& entry : list(*top, "entry"))
    if (const JsonValue* resource = entry.member("resource");
        resource != nullptr && is_evidence(*resource))
      rows.push_back(fields_from(*resource));
  if (rows.empty()) return std::nullopt;
  std::string table;
  for (const std::string& name : evidence_fields())
    table += (table.empty() ? "" : ",") + cell(name);
  for (Fields& row : rows) {
    table += "\r\n";
    bool first = true;
    for (const std::string& name : evidence_fields()) {
      table += (first ? "" : ",") + cell(row[name]);
      first = false;
    }
  }
  return table + "\r\n";
}

}  // namespace alongside::exchange
