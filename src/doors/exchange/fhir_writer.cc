// SPDX-License-Identifier: Apache-2.0
// Small pieces, each one element of FHIR.
#include "doors/exchange/fhir_writer.h"

#include <array>

namespace alongside::exchange {
namespace {

/// From -2 to +2.
constexpr std::array<std::string_view, 5> level_codes = {"LA34484-8", "LA34483-0", "LA34481-4",
                                                         "LA34480-6", "LA34479-8"};

std::string full_url(std::string_view type, std::string_view id) {
  return std::string(fhir_base) + std::string(type) + "/" + std::string(id);
}

}  // namespace

Code own_code(std::string_view set, std::string_view code) {
  return {std::string(fhir_base) + "CodeSystem/" + std::string(set), code};
}

Code level_code(Level level) {
  return {std::string(loinc), level_codes[static_cast<std::size_t>(level.number() + 2)]};
}

std::string numbered(std::string_view noun, std::int64_t number) {
  return std::string(noun) + "-" + std::to_string(number);
}

FhirWriter::FhirWriter(std::string person_id, Instant now)
    : FhirWriter(std::move(person_id), now, std::string()) {}

FhirWriter::FhirWriter(std::string person_id, Instant now, std::string suffix)
    : person_id_(std::move(person_id)), suffix_(std::move(suffix)), now_(now) {
  json_.begin_object();
  text("resourceType", "Bundle");
  text("type", "collection");
  text("timestamp", iso_utc(now));
  json_.key("entry").begin_array();
}

std::string FhirWriter::take() && {
  json_.end_array().end_object();
  return std::move(json_).take();
}

void FhirWriter::begin(std::string_view type, std::string_view id) {
  const std::string called = id_of(id);
  json_.begin_object();
  text("fullUrl", full_url(type, called));
  json_.key("resource").begin_object();
  text("resourceType", type);
  text("id", called);
}

std::string FhirWriter::id_of(std::string_view called) const {
  constexpr std::size_t uuid = 36;
  std::string id(called);
  if (suffix_.empty() || (id.size() == uuid && id[8] == '-')) return id;
  id += '-';
  id += suffix_;
  return id;
}

void FhirWriter::end() { json_.end_object().end_object(); }

void FhirWriter::received(std::string_view type, std::string_view id, std::string_view content) {
  json_.begin_object();
  text("fullUrl", full_url(type, id));
  json_.key("resource").written(content).end_object();
}

void FhirWriter::coding(const Code& code) {
  json_.begin_object();
  text("system", code.system);
  text("code", code.code);
  json_.end_object();
}

void FhirWriter::concept_of(std::string_view key, const Code& code, std::string_view words) {
  json_.key(key).begin_object().key("coding").begin_array();
  coding(code);
  json_.end_array();
  if (!words.empty()) text("text", words);
  json_.end_object();
}

void FhirWriter::concepts(std::string_view key, const std::vector<Code>& codes) {
  if (codes.empty()) return;
  json_.key(key).begin_array();
  for (const Code& code : codes) {
    json_.begin_object().key("coding").begin_array();
    coding(code);
    json_.end_array().end_object();
  }
  json_.end_array();
}

void FhirWriter::words(std::string_view key, std::string_view value) {
  json_.key(key).begin_object();
  text("text", value);
  json_.end_object();
}

void FhirWriter::refer(std::string_view key, std::string_view reference) {
  json_.key(key).begin_object();
  text("reference", reference);
  json_.end_object();
}

void FhirWriter::references(std::string_view key, const std::vector<std::string>& references) {
  if (references.empty()) return;
  json_.key(key).begin_array();
  for (const std::string& reference : references) {
    json_.begin_object();
    text("reference", reference);
    json_.end_object();
  }
  json_.end_array();
}

void FhirWriter::named(std::string_view key, std::string_view name) {
  json_.key(key).begin_object();
  text("display", name);
  json_.end_object();
}

void FhirWriter::performed_by(std::string_view name) {
  json_.key("performer").begin_array().begin_object();
  text("display", name);
  json_.end_object().end_array();
}

void FhirWriter::notes(const std::vector<Note>& notes) {
  if (notes.empty()) return;
  json_.key("note").begin_array();
  for (const Note& note : notes) {
    json_.begin_object();
    if (!note.author.empty()) text("authorString", note.author);
    if (!note.time.empty()) text("time", note.time);
    text("text", note.text);
    json_.end_object();
  }
  json_.end_array();
}

void FhirWriter::minutes_a_week(std::string_view key, std::int64_t value) {
  json_.key(key).begin_object().key("value").integer(value);
  text("unit", "min/wk");
  text("system", "http://unitsofmeasure.org");
  text("code", "min/wk");
  json_.end_object();
}

void FhirWriter::observation(std::string_view id, std::string_view category,
                             std::optional<Instant> at) {
  begin("Observation", id);
  text("status", "final");
  concepts("category", {{"http://terminology.hl7.org/CodeSystem/observation-category", category}});
  subject();
  if (at) text("effectiveDateTime", iso_utc(*at));
}

void FhirWriter::said(std::string_view id, std::string_view category, const Code& code,
                      std::string_view value, std::optional<Instant> at) {
  if (value.empty()) return;
  observation(id, category, at);
  concept_of("code", code);
  performed_by_person();
  text("valueString", value);
  end();
}

}  // namespace alongside::exchange
