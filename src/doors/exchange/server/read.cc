// SPDX-License-Identifier: Apache-2.0
// Read, vread and history.
#include "doors/exchange/server/read.h"

#include <array>

#include "foundation/base/json.h"
#include "foundation/base/text.h"

namespace alongside::exchange {
namespace {

constexpr std::array<std::string_view, 7> weekdays = {"Mon", "Tue", "Wed", "Thu",
                                                      "Fri", "Sat", "Sun"};
constexpr std::array<std::string_view, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::string two(std::int64_t number) {
  return number < 10 ? "0" + std::to_string(number) : std::to_string(number);
}

Reply none() {
  return refusal(404, "not-found", "There is no such resource here. Look at its type and its id.");
}

Reply gone(const service::ResourceVersion& version) {
  Reply reply = refusal(410, "deleted", "This resource was deleted.");
  reply.version = version.version;
  reply.at = version.at;
  return reply;
}

/// The program has this version already.
bool has_it(const Ask& ask, const service::ResourceVersion& version) {
  if (!ask.if_none_match.empty())
    return ask.if_none_match == "*" || version_in(ask.if_none_match) == version.version;
  const auto since = instant_from_http(ask.if_modified_since);
  constexpr std::int64_t ms_a_second = 1000;
  return since && version.at.utc_ms / ms_a_second * ms_a_second <= since->utc_ms;
}

void write_entry(JsonWriter& json, const Ask& ask, const service::ResourceVersion& version,
                 bool first) {
  const std::string place = version.type + "/" + version.id;
  json.begin_object().key("fullUrl").text(ask.base + "/" + place);
  if (!version.deleted) json.key("resource").written(as_served(version));
  json.key("request").begin_object();
  json.key("method").text(version.deleted ? "DELETE" : first ? "POST" : "PUT");
  json.key("url").text(first ? version.type : place).end_object();
  json.key("response").begin_object();
  json.key("status").text(version.deleted ? "204" : first ? "201" : "200");
  json.key("etag").text(etag_of(version.version)).key("lastModified").text(iso_utc(version.at));
  json.end_object().end_object();
}

}  // namespace

std::optional<std::int64_t> version_in(std::string_view etag) {
  if (etag.starts_with("W/")) etag.remove_prefix(2);
  if (etag.size() >= 2 && etag.front() == '"' && etag.back() == '"')
    etag = etag.substr(1, etag.size() - 2);
  return whole_number(etag);
}

std::string etag_of(std::int64_t version) {
  std::string etag = "W/\"";
  etag += std::to_string(version);
  etag += '"';
  return etag;
}

std::string http_date(Instant at) {
  const Day day = Zone::utc().day_of(at);
  const std::int64_t seconds = (at.utc_ms - day.number * ms_a_day) / 1000;
  std::string text(weekdays[day.weekday() - 1]);
  text += ", ";
  text += two(day.day_of_month());
  text += ' ';
  text += months[day.month() - 1];
  text += ' ';
  text += std::to_string(day.year());
  text += ' ';
  text += two(seconds / 3600);
  text += ':';
  text += two(seconds / 60 % 60);
  text += ':';
  text += two(seconds % 60);
  text += " GMT";
  return text;
}

std::optional<Instant> instant_from_http(std::string_view text) {
  constexpr std::size_t whole = 29;  // "Tue, 24 Nov 2026 09:00:00 GMT"
  if (text.size() != whole) return std::nullopt;
  const std::string_view month = text.substr(8, 3);
  std::string number;
  for (std::size_t i = 0; i < months.size(); ++i)
    if (months[i] == month) number = two(static_cast<std::int64_t>(i) + 1);
  if (number.empty()) return std::nullopt;
  std::string iso(text.substr(12, 4));
  iso += '-';
  iso += number;
  iso += '-';
  iso += text.substr(5, 2);
  iso += 'T';
  iso += text.substr(17, 8);
  iso += 'Z';
  return instant_from_fhir(iso);
}

Reply read_resource(Desk& desk, const Ask& ask, const http::PathParts& parts) {
  return desk.look([&](service::ResourceView& view) {
    const auto found = view.now(parts.at("type"), parts.at("id"));
    if (!found) return none();
    if (found->deleted) return gone(*found);
    if (has_it(ask, *found)) return Reply{304, {}, {}, found->version, found->at};
    view.hand_out(found->type, found->id, found->content);
    return answered_with(*found);
  });
}

Reply read_version(Desk& desk, const Ask&, const http::PathParts& parts) {
  return desk.look([&](service::ResourceView& view) {
    const auto asked = whole_number(parts.at("version"));
    for (const auto& one : view.versions(parts.at("type"), parts.at("id"))) {
      if (one.version != asked) continue;
      if (one.deleted) return gone(one);
      view.hand_out(one.type, one.id, one.content);
      return answered_with(one);
    }
    return none();
  });
}

Reply read_history(Desk& desk, const Ask& ask, const http::PathParts& parts) {
  return desk.look([&](service::ResourceView& view) {
    const auto versions = view.versions(parts.at("type"), parts.at("id"));
    if (versions.empty()) return none();
    JsonWriter json;
    json.begin_object().key("resourceType").text("Bundle").key("type").text("history");
    json.key("total").integer(static_cast<std::int64_t>(versions.size()));
    json.key("entry").begin_array();
    for (const auto& one : versions) {
      if (!one.deleted) view.hand_out(one.type, one.id, one.content);
      write_entry(json, ask, one, one.version == 1);
    }
    json.end_array().end_object();
    return Reply{200, std::move(json).take()};
  });
}

}  // namespace alongside::exchange
