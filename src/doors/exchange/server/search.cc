// SPDX-License-Identifier: Apache-2.0
// The store narrows by person or identifier; bytes without a trace of a code are passed over; what
// is left is read and asked.
#include "doors/exchange/server/search.h"

#include "doors/exchange/server/routes.h"

#include <algorithm>
#include <set>

#include "foundation/base/json.h"
#include "foundation/base/text.h"

namespace alongside::exchange {
namespace {

using service::ResourceSeen;
using service::ResourceVersion;
using service::ResourceView;
using service::Sought;

/// No more than a word: anything longer may be what somebody wrote.
bool is_name(std::string_view name) {
  constexpr std::size_t longest = 40;
  return name.size() <= longest && std::ranges::all_of(name, [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
         });
}

struct Hit {
  std::vector<std::string> keys;
  std::string id;
  std::int64_t version = 0;
};

/// Whom a criterion names, as others may refer to them; empty: it does not narrow to people.
std::vector<std::string> people_in(const ResourceView& view, const fhir::Criterion& criterion) {
  if (criterion.parameter().kind != fhir::ParameterKind::reference || !criterion.plain()) return {};
  std::vector<std::string> people;
  for (std::string value : criterion.values()) {
    if (criterion.parameter().name == "patient" && value.find('/') == std::string::npos)
      value.insert(0, "Patient/");
    if (!value.starts_with("Patient/")) return {};
    for (std::string& reference : view.references_of(value)) people.push_back(std::move(reference));
  }
  return people;
}

/// Codes that can be looked for as they are; empty where one cannot.
std::vector<std::string> codes_in(const fhir::Criterion& criterion) {
  std::vector<std::string> codes;
  for (const std::string& value : criterion.values()) {
    const std::size_t bar = value.find('|');
    codes.push_back(bar == std::string::npos ? value : value.substr(bar + 1));
    if (codes.back().empty() || codes.back().find_first_of(" \\|") != std::string::npos) return {};
  }
  return codes;
}

/// Where to look for what answers.
Sought narrowed(const ResourceView& view, const SearchAsk& ask) {
  Sought sought{ask.type};
  for (const fhir::Criterion& criterion : ask.criteria) {
    if (sought.about.empty()) sought.about = people_in(view, criterion);
    if (criterion.parameter().path == ask.type + ".code" && criterion.plain())
      sought.codes = codes_in(criterion);
    const bool one = criterion.parameter().path == ask.type + ".identifier" && criterion.plain() &&
                     criterion.values().size() == 1;
    if (!one) continue;
    const std::string& value = criterion.values().front();
    const std::size_t bar = value.find('|');
    const std::string code = bar == std::string::npos ? value : value.substr(bar + 1);
    if (code.empty() || bar == 0 || value.find('\\') != std::string::npos) continue;
    sought.with =
        service::Identifier{bar == std::string::npos ? std::string() : value.substr(0, bar), code};
  }
  if (sought.with) sought.about.clear();
  return sought;
}

bool has_trace(std::string_view content, const std::vector<fhir::Criterion>& criteria) {
  for (const fhir::Criterion& criterion : criteria) {
    if (criterion.traces().empty()) continue;
    const bool any = std::ranges::any_of(criterion.traces(), [&](const std::string& trace) {
      return content.find(trace) != std::string_view::npos;
    });
    // Letters may be written as \u0041.
    if (!any && content.find("\\u") == std::string_view::npos) return false;
  }
  return true;
}

std::vector<std::string> keys_of(const JsonValue& resource, const SearchAsk& ask) {
  std::vector<std::string> keys;
  for (const SearchAsk::Order& order : ask.order)
    keys.push_back(fhir::sort_key(resource, *order.parameter));
  return keys;
}

/// What has no value comes last, whichever way.
bool comes_before(const Hit& left, const Hit& right, const SearchAsk& ask) {
  for (std::size_t i = 0; i < ask.order.size(); ++i) {
    const std::string& one = left.keys[i];
    const std::string& other = right.keys[i];
    if (one == other) continue;
    if (one.empty() || other.empty()) return other.empty();
    return ask.order[i].descending ? other < one : one < other;
  }
  return left.id < right.id;
}

/// Others may refer by an identifier to what a search names by its id.
void know_other_names(const ResourceView& view, SearchAsk& ask) {
  for (fhir::Criterion& criterion : ask.criteria) {
    if (criterion.parameter().kind != fhir::ParameterKind::reference) continue;
    for (std::string value : criterion.values()) {
      if (criterion.parameter().name == "patient" && value.find('/') == std::string::npos)
        value.insert(0, "Patient/");
      auto names = view.references_of(value);
      names.erase(names.begin());
      criterion.or_written(std::move(names));
    }
  }
}

/// Looks at each candidate once. One reader for all.
class Search {
 public:
  Search(const ResourceView& view, const SearchAsk& ask) : view_(view), ask_(ask) {
    constexpr std::string_view time = "_lastUpdated";
    for (const fhir::Criterion& criterion : ask.criteria)
      asks_time_ |= criterion.parameter().name == time;
    for (const SearchAsk::Order& order : ask.order) asks_time_ |= order.parameter->name == time;
  }

  std::vector<Hit> hits(const std::vector<std::string>& only_about = {}) {
    std::vector<Hit> found;
    Sought sought = narrowed(view_, ask_);
    if (!only_about.empty()) {
      sought.with.reset();
      sought.about = only_about;
      sought.about_them_only = true;
    }
    const auto take = [&](const ResourceSeen& one) {
      if (!has_trace(one.content, ask_.criteria)) return;
      if (ask_.criteria.empty() && ask_.order.empty()) {
        found.push_back({{}, std::string(one.id), one.version});
        return;
      }
      auto hit = asks_time_ ? looked_at(as_served(one)) : looked_at(one.content);
      if (!hit) return;
      hit->id = one.id;
      hit->version = one.version;
      found.push_back(*std::move(hit));
    };
    const auto ids = only_about.empty() ? ids_named() : std::nullopt;
    if (!ids) {
      view_.each(sought, take);
    } else {
      for (const std::string& id : *ids) {
        const auto now = view_.now(ask_.type, id);
        if (now && !now->deleted)
          take({now->type, now->id, now->version, now->at, false, now->content});
      }
    }
    std::ranges::sort(
        found, [&](const Hit& left, const Hit& right) { return comes_before(left, right, ask_); });
    return found;
  }

  /// The place after the last one of the page before, as it was then.
  std::size_t begin(const std::vector<Hit>& hits) {
    if (ask_.after.empty()) return 0;
    const std::size_t at = ask_.after.rfind('@');
    Hit last{{}, ask_.after.substr(0, at), 0};
    const auto version = at == std::string::npos
                             ? std::nullopt
                             : whole_number(std::string_view(ask_.after).substr(at + 1));
    for (const ResourceVersion& one : view_.versions(ask_.type, last.id)) {
      if (one.version != version || one.deleted) continue;
      auto read = reader_.read(asks_time_ ? as_served(one) : one.content, depth_max);
      if (const JsonValue* resource = std::get_if<JsonValue>(&read))
        last.keys = keys_of(*resource, ask_);
    }
    last.keys.resize(ask_.order.size());
    const auto next = std::ranges::upper_bound(hits, last, [&](const Hit& left, const Hit& right) {
      return comes_before(left, right, ask_);
    });
    return static_cast<std::size_t>(next - hits.begin());
  }

 private:
  std::optional<Hit> looked_at(std::string_view content) {
    auto read = reader_.read(content, depth_max);
    const JsonValue* resource = std::get_if<JsonValue>(&read);
    if (resource == nullptr) return std::nullopt;
    const bool all = std::ranges::all_of(ask_.criteria, [&](const fhir::Criterion& criterion) {
      return criterion.holds(*resource);
    });
    if (!all) return std::nullopt;
    return Hit{keys_of(*resource, ask_), {}, 0};
  }

  /// Of "_id", in their order.
  std::optional<std::set<std::string>> ids_named() const {
    for (const fhir::Criterion& criterion : ask_.criteria)
      if (criterion.parameter().name == "_id" && criterion.plain())
        return std::set<std::string>(criterion.values().begin(), criterion.values().end());
    return std::nullopt;
  }

  const ResourceView& view_;
  const SearchAsk& ask_;
  bool asks_time_ = false;  ///< of the version, which stands beside the bytes
  JsonReader reader_;
};

/// What comes along with the page: each once.
class Page {
 public:
  Page(ResourceView& view, const SearchAsk& ask, const std::string& base)
      : view_(view), ask_(ask), base_(base) {}

  void add_match(ResourceVersion version) { add(std::move(version), "match"); }

  void add_along() {
    // Each round looks at what the one before brought; only what iterates goes on.
    std::size_t from = 0;
    for (bool first = true; from < entries_.size(); first = false) {
      const std::size_t until = entries_.size();
      for (; from < until; ++from) {
        const ResourceVersion version = entries_[from].version;
        for (const SearchAsk::Along& along : ask_.include)
          if (first || along.iterate) include(version, along);
        for (const SearchAsk::Along& along : ask_.revinclude)
          if (first || along.iterate) revinclude(version, along);
      }
      from = until;
    }
  }

  void write(JsonWriter& json) {
    for (const Entry& entry : entries_) {
      view_.hand_out(entry.version.type, entry.version.id, entry.version.content);
      json.begin_object();
      json.key("fullUrl").text(base_ + "/" + entry.version.type + "/" + entry.version.id);
      json.key("resource").written(as_served(entry.version));
      json.key("search").begin_object().key("mode").text(entry.mode).end_object();
      json.end_object();
    }
  }

 private:
  struct Entry {
    ResourceVersion version;
    std::string_view mode;
  };

  void add(ResourceVersion version, std::string_view mode) {
    if (known_.emplace(version.type + "/" + version.id).second)
      entries_.push_back({std::move(version), mode});
  }

  void include(const ResourceVersion& from, const SearchAsk::Along& along) {
    if (from.type != along.source ||
        !view_.program().scopes.allow(along.source, service::Interaction::read))
      return;
    auto read = reader_.read(from.content, depth_max);
    const JsonValue* resource = std::get_if<JsonValue>(&read);
    if (resource == nullptr) return;
    for (const JsonValue* value : fhir::values_at(*resource, along.parameter->path)) {
      const JsonValue* said = value->member("reference");
      const auto reference = local(said == nullptr ? value->text : said->text);
      const std::size_t slash = reference.find('/');
      if (slash == std::string::npos) continue;
      const std::string type = reference.substr(0, slash);
      if (!along.target.empty() && along.target != type) continue;
      if (!view_.program().scopes.allow(type, service::Interaction::read)) continue;
      auto found = view_.now(type, reference.substr(slash + 1));
      if (found && !found->deleted) add(*std::move(found), "include");
    }
  }

  /// "Goal/7" of whatever way it was written; empty for what is not here.
  std::string local(std::string reference) const {
    if (const auto meant = view_.resolved(reference)) return *meant;
    if (reference.starts_with(base_ + "/")) reference.erase(0, base_.size() + 1);
    if (reference.find(':') != std::string::npos) return {};
    return reference.substr(0, reference.find("/_history/"));
  }

  void revinclude(const ResourceVersion& to, const SearchAsk::Along& along) {
    if (!along.target.empty() && along.target != to.type) return;
    if (!view_.program().scopes.allow(along.source, service::Interaction::search)) return;
    SearchAsk asked;
    asked.type = along.source;
    std::string fault;
    auto criterion = fhir::Criterion::read(*along.parameter, "", to.type + "/" + to.id, fault);
    if (!criterion) return;
    asked.criteria.push_back(*std::move(criterion));
    know_other_names(view_, asked);
    for (const Hit& hit : Search(view_, asked).hits()) {
      auto found = view_.now(asked.type, hit.id);
      if (found && !found->deleted) add(*std::move(found), "include");
    }
  }

  ResourceView& view_;
  const SearchAsk& ask_;
  const std::string& base_;
  JsonReader reader_;
  std::vector<Entry> entries_;
  std::set<std::string> known_;
};

std::string address(const Ask& ask, const std::string& place, const http::Fields& used,
                    const std::string& after) {
  std::string url = ask.base + "/" + place;
  char between = '?';
  const auto add = [&](std::string_view name, std::string_view value) {
    url += between;
    url += percent_encoded(name);
    url += '=';
    url += percent_encoded(value);
    between = '&';
  };
  for (const auto& [name, value] : used.pairs()) add(name, value);
  if (!after.empty()) add("_after", after);
  return url;
}

void write_links(JsonWriter& json, const Ask& ask, const std::string& place, const SearchAsk& asked,
                 const std::string& next) {
  json.key("link").begin_array();
  const auto link = [&](std::string_view relation, const std::string& after) {
    json.begin_object().key("relation").text(relation);
    json.key("url").text(address(ask, place, asked.used, after)).end_object();
  };
  link("self", asked.after);
  if (!next.empty()) link("next", next);
  json.end_array();
}

void write_unknown(JsonWriter& json, const SearchAsk& asked) {
  if (asked.unknown.empty()) return;
  std::vector<Issue> issues;
  for (const std::string& name : asked.unknown)
    issues.push_back({"not-supported", "",
                      asked.type + " is not sought by " +
                          (is_name(name) ? name : std::string("one of the names given")) +
                          " here: the answer is as if it were not there."});
  json.begin_object().key("resource").written(outcome_of("warning", issues));
  json.key("search").begin_object().key("mode").text("outcome").end_object().end_object();
}

Reply searched(Desk& desk, const Ask& ask, const std::string& place, const std::string& type,
               const std::string& person) {
  Reply fault;
  auto asked = search_from(type, ask.query, fault);
  if (!asked) return fault;
  if (!asked->unknown.empty() && ask.prefer.find("handling=strict") != std::string::npos)
    return refusal(400, "not-supported",
                   type + " is not sought by one of the names given. /metadata lists them.");
  return desk.look([&](ResourceView& view) {
    know_other_names(view, *asked);
    Search search(view, *asked);
    const auto hits =
        search.hits(person.empty() ? std::vector<std::string>() : view.references_of(person));
    const std::size_t begin = search.begin(hits);
    const std::size_t end =
        asked->only_count ? begin
                          : std::min(hits.size(), begin + static_cast<std::size_t>(asked->count));
    std::string next;
    if (!asked->only_count && end < hits.size() && end > begin)
      next = hits[end - 1].id + "@" + std::to_string(hits[end - 1].version);
    JsonWriter json;
    json.begin_object().key("resourceType").text("Bundle").key("type").text("searchset");
    json.key("total").integer(static_cast<std::int64_t>(hits.size()));
    write_links(json, ask, place, *asked, next);
    if (end > begin || !asked->unknown.empty()) {
      json.key("entry").begin_array();
      Page page(view, *asked, ask.base);
      for (std::size_t i = begin; i < end; ++i)
        if (auto version = view.now(type, hits[i].id)) page.add_match(*std::move(version));
      page.add_along();
      page.write(json);
      write_unknown(json, *asked);
      json.end_array();
    }
    json.end_object();
    return Reply{200, std::move(json).take()};
  });
}

}  // namespace

Reply search_type(Desk& desk, const Ask& ask, const http::PathParts& parts) {
  return searched(desk, ask, parts.at("type"), parts.at("type"), "");
}

Reply search_compartment(Desk& desk, const Ask& ask, const http::PathParts& parts) {
  const std::string person = "Patient/" + parts.at("id");
  return searched(desk, ask, person + "/" + parts.at("type"), parts.at("type"), person);
}

IdsFound ids_that_answer(const ResourceView& view, const std::string& type,
                         const http::Fields& criteria) {
  // Whoever asks which one it is must be allowed to seek.
  if (auto refused = not_allowed(view.program(), type, service::Interaction::search))
    return {{}, refused};
  Reply fault;
  auto asked = search_from(type, criteria, fault);
  if (!asked) return {{}, fault};
  if (!asked->unknown.empty() || asked->criteria.empty())
    return {{},
            refusal(412, "not-supported",
                    "A condition must name what this type is sought by. /metadata lists it.")};
  know_other_names(view, *asked);
  IdsFound found;
  for (Hit& hit : Search(view, *asked).hits()) found.ids.push_back(std::move(hit.id));
  return found;
}

IdsFound ids_that_answer(const ResourceView& view, const std::string& type,
                         std::string_view criteria) {
  // Some clients send "Patient?identifier=7", or a leading question mark.
  criteria.remove_prefix(criteria.find('?') == std::string_view::npos ? 0 : criteria.find('?') + 1);
  const auto fields = http::Fields::parse(criteria);
  if (!fields) return {{}, refusal(400, "invalid", "The criteria cannot be read.")};
  return ids_that_answer(view, type, *fields);
}

}  // namespace alongside::exchange
