// SPDX-License-Identifier: Apache-2.0
// A search a type, page after page, each with its limit.
#include "doors/exchange/client/shown_there.h"

#include <array>

#include "doors/exchange/clinic.h"
#include "doors/exchange/resource.h"
#include "foundation/base/text.h"
#include "foundation/fhir/content.h"

namespace alongside::exchange {
namespace {

struct Searched {
  std::string_view type;
  std::string_view more = {};
};
/// research/fhir.md, section 5 (b).
constexpr std::array searched = {
    Searched{"Goal"},
    Searched{"CarePlan"},
    Searched{"Condition"},
    Searched{"MedicationRequest"},
    Searched{"Observation", "&category=survey,vital-signs,laboratory&_sort=-date"},
    Searched{"CareTeam"},
    Searched{"RelatedPerson"}};
constexpr int pages_max = 10;
constexpr std::size_t bytes_max = 8ULL * 1024 * 1024;  // of one person
constexpr std::size_t line_characters_max = 160;

http::Outgoing reading(std::string address, const SmartKey& key) {
  return {http::Method::get,
          std::move(address),
          {{"Accept", "application/fhir+json"}, {"Authorization", "Bearer " + key.key}}};
}

std::string text_at(const JsonValue& value, std::string_view pointer) {
  const JsonValue* found = value.at(pointer);
  return found != nullptr && found->is(JsonValue::Kind::text) ? found->text : std::string();
}

/// Of a CodeableConcept: its words, or those of its first code.
std::string concept_at(const JsonValue& value, const std::string& pointer) {
  for (const char* member : {"/text", "/coding/0/display", "/coding/0/code"})
    if (std::string said = text_at(value, pointer + member); !said.empty()) return said;
  return {};
}

std::string value_of(const JsonValue& observation) {
  if (const JsonValue* quantity = observation.member("valueQuantity")) {
    const JsonValue* number = quantity->member("value");
    const std::string unit = text_at(*quantity, "/unit");
    if (number == nullptr) return {};
    return unit.empty() ? number->text : number->text + " " + unit;
  }
  if (std::string words = text_at(observation, "/valueString"); !words.empty()) return words;
  return concept_at(observation, "/valueCodeableConcept");
}

/// The address of the page after this one; empty on the last.
std::string next_of(const JsonValue& bundle) {
  const JsonValue* links = bundle.member("link");
  if (links == nullptr) return {};
  for (const JsonValue& link : links->items)
    if (text_at(link, "/relation") == "next") return text_at(link, "/url");
  return {};
}

class Reader {
 public:
  Reader(const http::Client& client, const std::string& base, const SmartKey& key)
      : client_(client), base_(base), key_(key) {}

  Outcome<ReadThere> read() {
    const auto result =
        client_.ask(reading(base_ + "/Patient/" + percent_encoded(key_.patient), key_));
    const auto* fetched = std::get_if<http::Fetched>(&result);
    if (fetched == nullptr) return Refusal("launch.not_reached");
    const std::string line = fhir::on_one_line(fetched->body);
    if (fetched->status != 200 || !is_utf8(line) || !reader_.read(line).empty() ||
        reader_.type() != "Patient" || reader_.id() != key_.patient)
      return Refusal("launch.refused");
    ClinicCollector collector;
    collector.take(reader_);
    auto clinic = std::move(collector).collected();
    if (clinic.people.empty()) return Refusal("launch.refused");
    const auto& person = clinic.people.front();
    read_.person = {person.reference, person.name, person.family_name, person.born,
                    reader_.identifiers()};
    read_.resources.push_back(line);
    for (const Searched& one : searched)
      read_.shown.push_back(reached_ ? read_type(one)
                                     : service::ShownThere{std::string(one.type), {}, 0, false});
    return std::move(read_);
  }

 private:
  service::ShownThere read_type(const Searched& wanted) {
    service::ShownThere shown{std::string(wanted.type), {}, 0, true};
    std::string address = base_ + "/" + std::string(wanted.type) +
                          "?patient=" + percent_encoded(key_.patient) + "&_count=100" +
                          std::string(wanted.more);
    for (int page = 0; page < pages_max && !address.empty() && bytes_ < bytes_max; ++page) {
      const auto result = client_.ask(reading(std::move(address), key_));
      const auto* fetched = std::get_if<http::Fetched>(&result);
      if (fetched == nullptr || fetched->status != 200 || !is_utf8(fetched->body) ||
          !reader_.is_object(fetched->body)) {
        shown.read = page > 0;
        // Whoever does not answer once is not asked six times more.
        reached_ = fetched != nullptr;
        return shown;
      }
      // A page of somebody who was not named is not asked for: the client refuses it.
      address = next_of(reader_.root());
      take_page(fhir::on_one_line(fetched->body), shown);
      if (static_cast<std::size_t>(shown.count) >= resources_a_type_max) break;
    }
    return shown;
  }

  void take_page(const std::string& bundle, service::ShownThere& shown) {
    for (const std::string_view one : fhir::members_of_each(bundle, "entry", "resource")) {
      // Entries of another type say how the search went, or came along.
      if (!reader_.is_object(one) || text_at(reader_.root(), "/resourceType") != shown.type)
        continue;
      if (static_cast<std::size_t>(shown.count) >= resources_a_type_max) return;
      if (text_at(reader_.root(), "/status") == "entered-in-error" || !is_about_them()) continue;
      ++shown.count;
      // Who is on which team here is not for a launch to say.
      if (shown.type != "CareTeam") read_.resources.emplace_back(one);
      bytes_ += one.size();
      const std::string line = in_a_line(reader_.root());
      if (!line.empty() && shown.lines.size() < lines_shown_a_type) shown.lines.push_back(line);
    }
  }

  /// Whatever was asked for: what is about somebody else is neither shown nor kept.
  bool is_about_them() const {
    std::string about = text_at(reader_.root(), "/subject/reference");
    if (about.empty()) about = text_at(reader_.root(), "/patient/reference");
    if (about.starts_with(base_ + "/")) about.erase(0, base_.size() + 1);
    return about == "Patient/" + key_.patient;
  }

  const http::Client& client_;
  const std::string& base_;
  const SmartKey& key_;
  ResourceReader reader_;
  ReadThere read_;
  std::size_t bytes_ = 0;
  bool reached_ = true;
};

}  // namespace

std::string in_a_line(const JsonValue& resource) {
  const std::string type = text_at(resource, "/resourceType");
  std::string line;
  if (type == "Goal") line = text_at(resource, "/description/text");
  if (type == "Goal" && line.empty()) line = concept_at(resource, "/description");
  if (type == "CarePlan" || type == "CareTeam")
    for (const char* member : {"/title", "/name", "/description"})
      if (line.empty()) line = text_at(resource, member);
  if (line.empty() && (type == "CarePlan" || type == "CareTeam"))
    line = concept_at(resource, "/category/0");
  if (type == "Condition") line = concept_at(resource, "/code");
  if (type == "MedicationRequest") line = concept_at(resource, "/medicationCodeableConcept");
  if (type == "Observation") {
    line = concept_at(resource, "/code");
    const std::string value = value_of(resource);
    if (!value.empty()) line += ": " + value;
  }
  if (type == "RelatedPerson") {
    line = text_at(resource, "/name/0/text");
    if (line.empty())
      line = text_at(resource, "/name/0/given/0") + " " + text_at(resource, "/name/0/family");
    const std::string relation = concept_at(resource, "/relationship/0");
    if (!relation.empty()) line += " (" + relation + ")";
  }
  return first_characters(one_line(line), line_characters_max);
}

Outcome<ReadThere> read_there(const http::Client& client, const std::string& base,
                              const SmartKey& key) {
  return Reader(client, base, key).read();
}

}  // namespace alongside::exchange
