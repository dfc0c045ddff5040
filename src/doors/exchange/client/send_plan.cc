// SPDX-License-Identifier: Apache-2.0
// Aims first, then what is done for them, then the plan that names both by their new ids.
#include "doors/exchange/client/send_plan.h"

#include <algorithm>
#include <array>
#include <map>

#include "doors/exchange/own_resources.h"
#include "doors/exchange/resource.h"
#include "foundation/base/base64.h"
#include "foundation/base/json.h"
#include "foundation/base/secret.h"
#include "foundation/base/text.h"
#include "foundation/fhir/content.h"

namespace alongside::exchange {
namespace {

constexpr std::string_view sent_by = "urn:alongside:sent";
constexpr std::array in_order = {std::string_view("Goal"), std::string_view("ServiceRequest"),
                                 std::string_view("CarePlan")};

class Sender {
 public:
  Sender(const http::Client& client, const std::string& base, const SmartKey& key,
         const std::set<std::string>& of_theirs)
      : client_(client), base_(base), key_(key), of_theirs_(of_theirs) {}

  Outcome<service::SentThere> send(const service::Everything& all, std::string_view document,
                                   Instant now) {
    sort_out(all, now);
    if (by_type_.empty()) return Refusal("launch.nothing_to_send");
    const bool all_three = key_.allows("Goal", 'c') && key_.allows("ServiceRequest", 'c') &&
                           key_.allows("CarePlan", 'c');
    for (const std::string_view type : in_order)
      if (all_three || (type == "Goal" && key_.allows(type, 'c'))) send_type(type);
    // A plan that the system does not take as one is there to be read, at least.
    if (!all_three && key_.allows("DocumentReference", 'c'))
      sent_.document =
          put("DocumentReference", document_of(document, all.source, now), sha256(document))
              .has_value();
    if (!reached_) return Refusal("launch.not_reached");
    if (sent_.resources == 0 && !sent_.document) return Refusal("launch.takes_nothing");
    return sent_;
  }

 private:
  void sort_out(const service::Everything& all, Instant now) {
    for (std::string& one : own_resources_of(all, now)) {
      if (!reader_.read_again(one) || reader_.restricted()) continue;
      if (std::ranges::find(in_order, reader_.type()) == in_order.end()) continue;
      by_type_[reader_.type()].push_back({reader_.id(), std::move(one)});
    }
  }

  void send_type(std::string_view type) {
    for (auto& [id, resource] : by_type_[std::string(type)]) {
      const std::string here = std::string(type) + "/" + id;
      const std::string sent = with_new_references(resource);
      // What they wrote stays as they wrote it.
      if (of_theirs_.contains(here)) continue;
      const auto there = put(type, sent, id);
      if (!there) continue;
      ids_[here] = *there;
      ++sent_.resources;
    }
  }

  /// What was sent before bears another id there.
  std::string with_new_references(const std::string& resource) const {
    return fhir::with_texts(
        resource,
        [&](std::string_view member, const std::string& text) -> std::optional<std::string> {
          if (member != "reference") return std::nullopt;
          const auto known = ids_.find(text);
          return known == ids_.end() ? std::nullopt : std::optional(known->second);
        });
  }

  std::optional<std::string> change(const std::string& there, const std::string& resource) {
    const std::string type = there.substr(0, there.find('/'));
    if (!key_.allows(type, 'u')) return std::nullopt;
    if (!ask(http::Method::put, there, fhir::without_version(resource), {})) return std::nullopt;
    return there;
  }

  /// Its id there: "Goal/17"; nothing where it was not taken.
  std::optional<std::string> put(std::string_view type, const std::string& resource,
                                 const std::string& id) {
    const std::string identifier = std::string(sent_by) + "|" + id;
    const std::string body = with_identifier(resource, id);
    const auto made = ask(http::Method::post, std::string(type), body,
                          {{"If-None-Exist", "identifier=" + percent_encoded(identifier)}});
    if (!made) return std::nullopt;
    std::string there = place_of(*made, type);
    if (there.empty()) return std::nullopt;
    if (made->status == 201 || !key_.allows(type, 'u')) return there;
    return change(there, fhir::with_id(body, there.substr(there.find('/') + 1)));
  }

  std::optional<http::Fetched> ask(http::Method method, const std::string& place,
                                   const std::string& body,
                                   std::vector<std::pair<std::string, std::string>> headers) {
    headers.emplace_back("Content-Type", "application/fhir+json");
    headers.emplace_back("Accept", "application/fhir+json");
    headers.emplace_back("Authorization", "Bearer " + key_.key);
    auto result = client_.ask({method, base_ + "/" + place, std::move(headers), body});
    auto* fetched = std::get_if<http::Fetched>(&result);
    if (fetched == nullptr) {
      reached_ = false;
      return std::nullopt;
    }
    if (fetched->status != 200 && fetched->status != 201) return std::nullopt;
    return std::move(*fetched);
  }

  /// Of an answer's Location, or of what it holds.
  std::string place_of(const http::Fetched& answer, std::string_view type) {
    const std::string location(answer.header("location"));
    const std::size_t at = location.rfind(std::string(type) + "/");
    if (at != std::string::npos) {
      const std::size_t id = at + type.size() + 1;
      return location.substr(at, location.find('/', id) - at);
    }
    if (!is_utf8(answer.body) || !reader_.is_object(answer.body)) return {};
    const auto id = reader_.at("/id");
    return id ? std::string(type) + "/" + *id : std::string();
  }

  static std::string with_identifier(const std::string& resource, const std::string& id) {
    JsonWriter identifier;
    identifier.begin_array().begin_object().key("system").text(sent_by);
    identifier.key("value").text(id).end_object().end_array();
    return fhir::without_version(
        fhir::with_member(resource, "identifier", std::move(identifier).take()));
  }

  static std::string document_of(std::string_view words, const std::string& person, Instant now) {
    JsonWriter json;
    json.begin_object().key("resourceType").text("DocumentReference").key("id").text("plan");
    json.key("status").text("current");
    json.key("type").begin_object().key("coding").begin_array().begin_object();
    json.key("system").text("http://loinc.org").key("code").text("18776-5");
    json.key("display").text("Plan of care note").end_object().end_array().end_object();
    json.key("subject").begin_object().key("reference").text(person).end_object();
    json.key("date").text(iso_utc(now));
    json.key("content").begin_array().begin_object().key("attachment").begin_object();
    json.key("contentType").text("text/plain; charset=utf-8");
    json.key("data").text(base64(words)).end_object().end_object().end_array();
    json.end_object();
    return std::move(json).take();
  }

  const http::Client& client_;
  const std::string& base_;
  const SmartKey& key_;
  const std::set<std::string>& of_theirs_;
  ResourceReader reader_;
  std::map<std::string, std::vector<std::pair<std::string, std::string>>, std::less<>> by_type_;
  std::map<std::string, std::string> ids_;
  service::SentThere sent_;
  bool reached_ = true;
};

}  // namespace

bool takes_plan(const SmartKey& key) {
  return key.allows("Goal", 'c') || key.allows("DocumentReference", 'c');
}

Outcome<service::SentThere> send_plan(const http::Client& client, const std::string& base,
                                      const SmartKey& key, const service::Everything& all,
                                      std::string_view document,
                                      const std::set<std::string>& of_theirs, Instant now) {
  return Sender(client, base, key, of_theirs).send(all, document, now);
}

}  // namespace alongside::exchange
