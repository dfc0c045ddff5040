// SPDX-License-Identifier: Apache-2.0
// Checked as an import checks, kept as it came but for id, version and time.
#include "doors/exchange/server/write.h"

#include "doors/exchange/clinic.h"
#include "doors/exchange/server/read.h"
#include "doors/exchange/server/rules.h"
#include "doors/exchange/server/search.h"
#include "foundation/fhir/content.h"
#include "foundation/fhir/primitive.h"

namespace alongside::exchange {
namespace {

using service::Arrival;
using service::ResourceWork;

Reply not_reached() {
  return refusal(404, "not-found", "There is no such resource here. Look at its type and its id.");
}

Reply several() {
  return refusal(412, "multiple-matches",
                 "Several resources answer these criteria. Say which by its id.");
}

/// Of a body that is no resource of that type; `id`: what it will be called.
std::optional<Reply> fault_of_body(ResourceReader& reader, const std::string& type,
                                   const std::string& content) {
  const auto issues = reader.read(content);
  if (reader.type().empty() && !issues.empty()) return refusal(400, issues);
  if (reader.type() != type)
    return refusal(400, "invalid", "The resource is of another type than its address says.",
                   "resourceType");
  if (!issues.empty()) return refusal(422, issues);
  return std::nullopt;
}

/// What links people, teams, visits and aims takes effect at once, also for what waited for it.
template <class Take>
void link_with(ResourceWork& work, ResourceReader& reader, Take first) {
  ClinicCollector collector;
  std::map<std::string, std::string> resolved;
  const auto resolve = [&] {
    for (const std::string& reference : reader.conditional_references())
      if (const auto meant = work.resolved(reference)) resolved[reference] = *meant;
  };
  resolve();
  first(collector);
  for (const std::string& content : work.waiting()) {
    if (!reader.read_again(content)) continue;
    resolve();
    collector.take(reader);
  }
  work.link(std::move(collector).collected(resolved));
}

void link(ResourceWork& work, ResourceReader& reader) {
  if (!ClinicCollector::links(reader)) return;
  link_with(work, reader, [&](ClinicCollector& collector) { collector.take(reader); });
}

/// `content` has its id. 201 or 200.
Reply put(ResourceWork& work, ResourceReader& reader, std::string content) {
  const auto before = work.now(reader.type(), reader.id());
  if (!work.may_put(reader.type(), reader.id(), content)) return not_reached();
  const auto said = before && !before->deleted ? std::optional(before->content) : std::nullopt;
  if (const auto issue = broken_rule(reader, work.program(), said)) return refusal(422, {*issue});
  service::IncomingResource incoming{reader.type(),
                                     reader.id(),
                                     reader.content_hash(),
                                     std::nullopt,
                                     fhir::without_version(content),
                                     reader.identifiers(),
                                     reader.restricted(),
                                     reader.codes()};
  const std::string type = reader.type();
  const std::string id = reader.id();
  const Arrival arrival = work.put(incoming);
  if (arrival == Arrival::erased)
    return refusal(422, "business-rule",
                   "The person had their record erased. Nothing about them is kept again.");
  if (arrival != Arrival::unchanged) link(work, reader);
  const auto now = work.now(type, id);
  // Somebody who writes may not see what is for the person alone.
  Reply reply = now ? answered_with(*now) : Reply{200, {}, {}, 1, work.time()};
  reply.status = arrival == Arrival::created ? 201 : 200;
  reply.location = type + "/" + id + "/_history/" + std::to_string(reply.version);
  return reply;
}

/// The current one, as the answer to a create that need not be.
Reply there_already(ResourceWork& work, const std::string& type, const std::string& id) {
  const auto now = work.now(type, id);
  if (!now) return not_reached();
  Reply reply = answered_with(*now);
  if (work.program().scopes.allow(type, service::Interaction::read))
    work.hand_out(type, id, now->content);
  else
    reply.body.clear();
  reply.location = type + "/" + id + "/_history/" + std::to_string(reply.version);
  return reply;
}

Reply update_in(ResourceWork& work, const Ask& ask, const std::string& type,
                const std::string& id) {
  if (!fhir::is_id(id))
    return refusal(400, "value", "An id has 1 to 64 letters, digits, hyphens and dots.");
  ResourceReader reader;
  if (const auto fault = fault_of_body(reader, type, ask.body)) return *fault;
  if (reader.id() != id)
    return refusal(400, "invalid", "The id in the resource is not the one in its address.",
                   type + ".id");
  const auto before = work.now(type, id);
  if (!ask.if_match.empty()) {
    const bool same = before && !before->deleted &&
                      (ask.if_match == "*" || version_in(ask.if_match) == before->version);
    if (!same)
      return refusal(412, "conflict",
                     "The resource has changed meanwhile. Read it again, and bring your change to "
                     "what it says now.");
  }
  return put(work, reader, ask.body);
}

Reply create_in(ResourceWork& work, const Ask& ask, const std::string& type) {
  if (!ask.if_none_exist.empty()) {
    const auto found = ids_that_answer(work, type, ask.if_none_exist);
    if (found.refused) return *found.refused;
    if (found.ids.size() > 1) return several();
    if (found.ids.size() == 1) return there_already(work, type, found.ids.front());
  }
  ResourceReader reader;
  // Whatever id came, ours counts; what is no object is said to be none.
  const std::string content =
      reader.is_object(ask.body) ? fhir::with_id(ask.body, work.fresh_id()) : ask.body;
  if (const auto fault = fault_of_body(reader, type, content)) return *fault;
  return put(work, reader, content);
}

}  // namespace

Reply create_resource(Desk& desk, const Ask& ask, const http::PathParts& parts) {
  return desk.change([&](ResourceWork& work) { return create_in(work, ask, parts.at("type")); });
}

Reply update_resource(Desk& desk, const Ask& ask, const http::PathParts& parts) {
  return desk.change(
      [&](ResourceWork& work) { return update_in(work, ask, parts.at("type"), parts.at("id")); });
}

Reply update_where(Desk& desk, const Ask& ask, const http::PathParts& parts) {
  const std::string& type = parts.at("type");
  return desk.change([&](ResourceWork& work) -> Reply {
    const auto found = ids_that_answer(work, type, ask.query);
    if (found.refused) return *found.refused;
    if (found.ids.size() > 1) return several();
    ResourceReader reader;
    const bool named = reader.is_object(ask.body) && reader.has("/id");
    if (found.ids.empty() && !named) return create_in(work, ask, type);
    Ask asked = ask;
    const std::string id = found.ids.empty() ? reader.at("/id").value_or("") : found.ids.front();
    if (!named) asked.body = fhir::with_id(ask.body, id);
    return update_in(work, asked, type, id);
  });
}

Reply delete_resource(Desk& desk, const Ask& ask, const http::PathParts& parts) {
  const std::string& type = parts.at("type");
  const std::string& id = parts.at("id");
  return desk.change([&](ResourceWork& work) -> Reply {
    const auto before = work.now(type, id);
    if (!before || before->deleted) return {204};
    if (!ask.if_match.empty() && version_in(ask.if_match) != before->version)
      return refusal(412, "conflict", "The resource has changed meanwhile. Read it again.");
    ResourceReader reader;
    const bool known = reader.read_again(before->content);
    if (known)
      if (const auto issue = may_not_be_deleted(reader, work.program()))
        return refusal(422, {*issue});
    const bool gone = work.remove(type, id);
    if (gone && known && ClinicCollector::links(reader))
      link_with(work, reader, [&](ClinicCollector& collector) { collector.take_out(reader); });
    return {204};
  });
}

Reply delete_where(Desk& desk, const Ask& ask, const http::PathParts& parts) {
  const std::string& type = parts.at("type");
  return desk.change([&](ResourceWork& work) -> Reply {
    const auto found = ids_that_answer(work, type, ask.query);
    if (found.refused) return *found.refused;
    if (found.ids.size() > 1) return several();
    if (found.ids.empty()) return {204};
    Desk within(desk.parts(), work);
    return delete_resource(within, ask, {{"type", type}, {"id", found.ids.front()}});
  });
}

}  // namespace alongside::exchange
