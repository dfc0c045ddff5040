// SPDX-License-Identifier: Apache-2.0
// One walk over what speaks of the person; whom it names follows.
#include "doors/exchange/server/everything.h"

#include <algorithm>
#include <array>
#include <set>

#include "foundation/base/json.h"
#include "foundation/base/text.h"

namespace alongside::exchange {
namespace {

/// What may come along because it is named, though it is about nobody.
constexpr std::array<std::string_view, 6> named_along = {
    "Practitioner", "PractitionerRole", "Organization", "Location", "Questionnaire", "Medication"};

class Everything {
 public:
  Everything(service::ResourceView& view, const Ask& ask) : view_(view), ask_(ask) {
    const std::string types(ask.query.value("_type"));
    for (const std::string_view type : split(types, ','))
      if (!type.empty()) types_.emplace(type);
    since_ = instant_from_fhir(ask.query.value("_since"));
  }

  Reply of(const std::string& person) {
    json_.begin_object().key("resourceType").text("Bundle").key("type").text("searchset");
    json_.key("entry").begin_array();
    service::Sought sought{""};
    sought.about = view_.references_of(person);
    sought.about_them_only = true;
    view_.each(sought, [&](const service::ResourceSeen& one) {
      if (!view_.program().scopes.allow(one.type, service::Interaction::read)) return;
      note_named(one.content);
      write({std::string(one.type), std::string(one.id), one.version, one.at, false,
             std::string(one.content)});
    });
    // What is named may name something itself: a role its professional.
    for (bool more = true; more;) {
      const std::set<std::string> named = std::exchange(named_, {});
      more = !named.empty();
      for (const std::string& reference : named) follow(reference);
    }
    json_.end_array().end_object();
    return {200, std::move(json_).take()};
  }

 private:
  void write(const service::ResourceVersion& version) {
    const std::string place = version.type + "/" + version.id;
    if (!written_.insert(place).second) return;
    if (!types_.empty() && !types_.contains(version.type)) return;
    if (since_ && version.at < *since_) return;
    view_.hand_out(version.type, version.id, version.content);
    json_.begin_object().key("fullUrl").text(ask_.base + "/" + place);
    json_.key("resource").written(as_served(version)).end_object();
  }

  void follow(const std::string& reference) {
    const auto meant = view_.resolved(reference);
    const std::string place = meant.value_or(reference);
    const std::size_t slash = place.find('/');
    const std::string type = place.substr(0, slash);
    if (slash == std::string::npos || written_.contains(place)) return;
    if (std::ranges::find(named_along, type) == named_along.end()) return;
    if (!view_.program().scopes.allow(type, service::Interaction::read)) return;
    const auto found = view_.now(type, place.substr(slash + 1));
    if (!found || found->deleted) return;
    note_named(found->content);
    write(*found);
  }

  void note_named(std::string_view content) {
    auto read = reader_.read(content, depth_max);
    if (const JsonValue* resource = std::get_if<JsonValue>(&read)) note(*resource);
  }
  void note(const JsonValue& value) {
    for (const JsonValue& item : value.items) note(item);
    for (const JsonMember& member : value.members) {
      if (member.name == "reference") named_.insert(member.value.text);
      note(member.value);
    }
  }

  service::ResourceView& view_;
  const Ask& ask_;
  std::set<std::string> types_;
  std::optional<Instant> since_;
  JsonReader reader_;
  JsonWriter json_;
  std::set<std::string> written_;
  std::set<std::string> named_;
};

}  // namespace

Reply read_everything(Desk& desk, const Ask& ask, const http::PathParts& parts) {
  const std::string since(ask.query.value("_since"));
  if (!since.empty() && !instant_from_fhir(since))
    return refusal(400, "value", "_since is an instant such as 2026-11-24T09:00:00Z.");
  return desk.look([&](service::ResourceView& view) {
    const std::string& id = parts.at("id");
    const auto person = view.now("Patient", id);
    if (!person || person->deleted)
      return refusal(404, "not-found", "There is no such person here.");
    return Everything(view, ask).of("Patient/" + id);
  });
}

}  // namespace alongside::exchange
