// SPDX-License-Identifier: Apache-2.0
// HL7 FHIR R4, "RESTful API", 3.1.0.11: DELETE, POST, PUT and PATCH, GET, in that order. References
// between entries by urn:uuid are put right in the bytes before any entry is kept.
#include "doors/exchange/server/transaction.h"

#include <algorithm>
#include <map>
#include <set>

#include "doors/exchange/server/read.h"
#include "doors/exchange/server/routes.h"
#include "doors/exchange/server/search.h"
#include "doors/exchange/server/write.h"
#include "foundation/base/json.h"
#include "foundation/base/text.h"
#include "foundation/fhir/content.h"

namespace alongside::exchange {
namespace {

using service::ResourceWork;

struct Entry {
  std::string full_url;
  std::string method;
  std::string url;
  Ask ask;
  std::string id = {};  ///< under which it will be kept, where its url does not say so
  bool there = false;   ///< a POST that is not needed
};

std::string text_at(const JsonValue& value, std::string_view pointer) {
  const JsonValue* found = value.at(pointer);
  return found == nullptr ? std::string() : found->text;
}

http::Method method_of(std::string_view name) {
  if (name == "GET") return http::Method::get;
  if (name == "HEAD") return http::Method::head;
  if (name == "POST") return http::Method::post;
  if (name == "PUT") return http::Method::put;
  if (name == "PATCH") return http::Method::patch;
  if (name == "DELETE") return http::Method::remove;
  return http::Method::other;
}

/// Rules by which entries are carried out; what has none comes last.
int turn_of(const Entry& entry) {
  if (entry.method == "DELETE") return 0;
  if (entry.method == "POST") return 1;
  if (entry.method == "PUT" || entry.method == "PATCH") return 2;
  return 3;
}

Reply bad_entry(std::size_t index, std::string_view words) {
  return refusal(400, "invalid", words, "Bundle.entry[" + std::to_string(index) + "]");
}

std::string type_of(const Entry& entry) {
  return entry.url.substr(0, entry.url.find_first_of("/?"));
}

/// The entries as they were sent, their resources byte for byte.
std::optional<Reply> read_entries(const Ask& ask, const JsonValue& bundle,
                                  std::vector<Entry>& entries) {
  const JsonValue* said = bundle.member("entry");
  if (said == nullptr) return std::nullopt;
  if (said->items.size() > entries_max)
    return refusal(413, "too-costly", "A Bundle has at most 5,000 entries here.");
  const auto resources = fhir::members_of_each(ask.body, "entry", "resource");
  for (std::size_t i = 0; i < said->items.size(); ++i) {
    const JsonValue& one = said->items[i];
    Entry entry{text_at(one, "/fullUrl"),
                text_at(one, "/request/method"),
                text_at(one, "/request/url"),
                {}};
    if (entry.method.empty() || entry.url.empty())
      return bad_entry(i, "An entry says its request: a method and a url.");
    entry.ask.method = method_of(entry.method);
    entry.ask.base = ask.base;
    entry.ask.if_match = text_at(one, "/request/ifMatch");
    entry.ask.if_none_match = text_at(one, "/request/ifNoneMatch");
    entry.ask.if_none_exist = text_at(one, "/request/ifNoneExist");
    if (i < resources.size()) entry.ask.body = resources[i];
    if (entry.url.starts_with(ask.base + "/")) entry.url.erase(0, ask.base.size() + 1);
    if (type_of(entry).empty()) return bad_entry(i, "The url of an entry begins with a type.");
    const std::size_t question = entry.url.find('?');
    if (question != std::string::npos) {
      auto query = http::Fields::parse(std::string_view(entry.url).substr(question + 1));
      if (!query) return bad_entry(i, "The url of an entry cannot be read.");
      entry.ask.query = std::move(*query);
    }
    entries.push_back(std::move(entry));
  }
  return std::nullopt;
}

/// "Goal/7" of each address by which entries know each other.
class References {
 public:
  /// Ids are given out before anything is kept, so that entries may refer to each other in any
  /// order.
  std::optional<Reply> give_ids(ResourceWork& work, std::vector<Entry>& entries) {
    for (std::size_t i = 0; i < entries.size(); ++i) {
      Entry& entry = entries[i];
      if (auto fault = give_id(work, entry)) return fault;
      if (entry.full_url.empty()) continue;
      std::string meant = entry.id.empty() ? entry.url : type_of(entry) + "/" + entry.id;
      if (!known_.emplace(entry.full_url, std::move(meant)).second)
        return bad_entry(i, "Two entries have the same fullUrl.");
    }
    return std::nullopt;
  }

  /// Of a text in the bytes: another one to stand there, or nothing. What refers by criteria that
  /// nobody or several answer is noted.
  std::optional<std::string> instead_of(ResourceWork& work, std::string_view member,
                                        const std::string& text) {
    const bool refers = member == "reference" || member == "url" || member == "uri" ||
                        member == "valueUri" || member == "valueUrl" || member == "valueCanonical";
    const auto found = known_.find(text);
    if (refers && found != known_.end()) return found->second;
    if (member != "reference") return std::nullopt;
    const std::size_t question = text.find('?');
    if (question == std::string::npos || text.find(':') < question) return std::nullopt;
    const auto ids = ids_that_answer(work, text.substr(0, question), text.substr(question + 1));
    if (!ids.refused && ids.ids.size() == 1)
      return text.substr(0, question) + "/" + ids.ids.front();
    unanswered_ = true;
    return std::nullopt;
  }
  bool unanswered() const { return unanswered_; }

 private:
  static std::optional<Reply> give_id(ResourceWork& work, Entry& entry) {
    const bool makes = entry.method == "POST" && entry.url == type_of(entry);
    const bool updates = entry.method == "PUT" && entry.url.find('?') != std::string::npos;
    if (!makes && !updates) return std::nullopt;
    const bool asks = updates || !entry.ask.if_none_exist.empty();
    if (asks) {
      const auto found = updates ? ids_that_answer(work, type_of(entry), entry.ask.query)
                                 : ids_that_answer(work, type_of(entry), entry.ask.if_none_exist);
      if (found.refused) return *found.refused;
      entry.there = found.ids.size() == 1;
      if (entry.there) entry.id = found.ids.front();
      if (found.ids.size() > 1) return std::nullopt;  // Refused in its turn.
    }
    ResourceReader reader;
    if (!entry.there && updates && reader.is_object(entry.ask.body))
      entry.id = reader.at("/id").value_or("");
    if (entry.id.empty()) entry.id = work.fresh_id();
    return std::nullopt;
  }

  std::map<std::string, std::string> known_;
  bool unanswered_ = false;
};

/// The same no, said of an entry.
Reply placed(Reply reply, std::size_t index) {
  for (Issue& issue : reply.issues) {
    if (!issue.expression.empty()) issue.reason = issue.expression + ": " + issue.reason;
    issue.expression = "Bundle.entry[" + std::to_string(index) + "].resource";
  }
  return refusal(reply.status, reply.issues);
}

void write_reply(JsonWriter& json, const Reply& reply) {
  json.begin_object();
  if (!reply.refused() && !reply.body.empty()) json.key("resource").written(reply.body);
  json.key("response").begin_object().key("status").text(std::to_string(reply.status));
  if (!reply.location.empty()) json.key("location").text(reply.location);
  if (reply.version > 0)
    json.key("etag").text(etag_of(reply.version)).key("lastModified").text(iso_utc(reply.at));
  if (reply.refused() && !reply.body.empty()) json.key("outcome").written(reply.body);
  json.end_object().end_object();
}

Reply answer_of(std::string_view type, const std::vector<Reply>& replies) {
  JsonWriter json;
  json.begin_object().key("resourceType").text("Bundle").key("type").text(type);
  if (!replies.empty()) {
    json.key("entry").begin_array();
    for (const Reply& reply : replies) write_reply(json, reply);
    json.end_array();
  }
  json.end_object();
  return {200, std::move(json).take()};
}

/// Under the id that was given out, so that others can refer to it already.
Reply carry_out(Desk& desk, Entry& entry) {
  const bool makes = entry.method == "POST" && !entry.there;
  if (entry.id.empty() || (entry.method == "POST" && entry.there))
    return perform(desk, entry.ask, entry.url);
  const auto interaction = makes ? service::Interaction::create : service::Interaction::update;
  if (const auto refused = not_allowed(desk.program(), type_of(entry), interaction))
    return *refused;
  entry.ask.body = fhir::with_id(entry.ask.body, entry.id);
  return update_resource(desk, entry.ask, {{"type", type_of(entry)}, {"id", entry.id}});
}

/// The first fault ends it; its place is told.
Reply transaction(ResourceWork& work, const ServerParts& parts, std::vector<Entry> entries) {
  References references;
  if (auto fault = references.give_ids(work, entries)) return *fault;
  std::set<std::string> changed;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    Entry& entry = entries[i];
    if (entry.ask.if_none_exist.empty() && entry.method != "POST" && entry.method != "GET" &&
        !changed.insert(entry.url).second)
      return bad_entry(i, "Two entries change the same resource.");
    entry.ask.body =
        fhir::with_texts(entry.ask.body, [&](std::string_view member, const std::string& text) {
          return references.instead_of(work, member, text);
        });
    if (references.unanswered())
      return bad_entry(i, "A reference by criteria is answered by none or by several.");
  }
  std::vector<std::size_t> order(entries.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return turn_of(entries[i]); });
  Desk desk(parts, work);
  std::vector<Reply> replies(entries.size());
  for (const std::size_t i : order) {
    replies[i] = carry_out(desk, entries[i]);
    if (!replies[i].refused()) continue;
    return placed(replies[i], i);
  }
  return answer_of("transaction-response", replies);
}

}  // namespace

Reply carry_out_bundle(Desk& desk, const Ask& ask, const http::PathParts&) {
  if (desk.in_transaction()) return refusal(400, "invalid", "A Bundle holds no other Bundle.");
  ResourceReader reader;
  if (!reader.is_object(ask.body)) return refusal(400, "structure", "The body is no JSON object.");
  const std::string type = reader.at("/type").value_or("");
  if (reader.at("/resourceType") != "Bundle" || (type != "transaction" && type != "batch"))
    return refusal(400, "invalid", "Send a Bundle of type transaction or batch to this address.",
                   "Bundle.type");
  std::vector<Entry> entries;
  if (auto fault = read_entries(ask, reader.root(), entries)) return *fault;
  if (type == "transaction")
    return desk.change(
        [&](ResourceWork& work) { return transaction(work, desk.parts(), entries); });
  std::vector<Reply> replies;
  for (Entry& entry : entries) replies.push_back(perform(desk, entry.ask, entry.url));
  return answer_of("batch-response", replies);
}

}  // namespace alongside::exchange
