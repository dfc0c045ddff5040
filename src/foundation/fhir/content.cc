// SPDX-License-Identifier: Apache-2.0
// A walk over the members of one object; what they hold is passed over by its brackets.
#include "foundation/fhir/content.h"

#include <algorithm>
#include <vector>

namespace alongside::fhir {
namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

std::size_t past_space(std::string_view json, std::size_t at) {
  while (at < json.size() && is_space(json[at])) ++at;
  return at;
}

/// `at` is an opening quote; answers what follows the closing one.
std::size_t past_string(std::string_view json, std::size_t at) {
  for (++at; at < json.size() && json[at] != '"'; ++at)
    if (json[at] == '\\') ++at;
  return std::min(at + 1, json.size());
}

std::size_t past_value(std::string_view json, std::size_t at) {
  if (at < json.size() && json[at] == '"') return past_string(json, at);
  int depth = 0;
  while (at < json.size()) {
    const char c = json[at];
    if (c == '"') {
      at = past_string(json, at);
      continue;
    }
    if (c == '{' || c == '[') ++depth;
    if (c == '}' || c == ']') --depth;
    if (depth < 0 || (depth == 0 && (c == ',' || is_space(c)))) return at;
    ++at;
    if (depth == 0 && (c == '}' || c == ']')) return at;
  }
  return at;
}

std::vector<MemberBytes> members_of(std::string_view json) {
  std::vector<MemberBytes> members;
  std::size_t at = json.find('{');
  if (at == std::string_view::npos) return members;
  for (++at;;) {
    at = past_space(json, at);
    if (at >= json.size() || json[at] != '"') return members;
    MemberBytes member;
    member.at = at;
    at = past_string(json, at);
    member.name = json.substr(member.at + 1, at - member.at - 2);
    at = past_space(json, at);
    member.value_at = past_space(json, std::min(at + 1, json.size()));
    member.end = at = past_value(json, member.value_at);
    members.push_back(member);
    at = past_space(json, at);
    if (at >= json.size() || json[at] != ',') return members;
    ++at;
  }
}

/// The object without the members of those names.
std::string without(std::string_view json, const std::vector<std::string_view>& names) {
  const auto members = members_of(json);
  std::string out(json);
  for (std::size_t i = members.size(); i-- > 0;) {
    if (std::ranges::find(names, members[i].name) == names.end()) continue;
    // With the comma after it, or the one before where it is the last that is left.
    std::size_t from = members[i].at;
    std::size_t until = past_space(out, members[i].end);
    if (until < out.size() && out[until] == ',') {
      until = past_space(out, until + 1);
    } else {
      until = members[i].end;
      const std::size_t before = out.find_last_not_of(" \n\r\t", from - 1);
      if (before != std::string::npos && out[before] == ',') from = before;
    }
    out.erase(from, until - from);
  }
  return out;
}

/// The object with the member's value in the place where it stood, or after `after`, or first.
std::string placed(std::string_view json, std::string_view name, std::string_view value,
                   const std::vector<std::string_view>& after) {
  const auto members = members_of(json);
  std::string out(json);
  const auto found = std::ranges::find(members, name, &MemberBytes::name);
  if (found != members.end())
    return out.replace(found->value_at, found->end - found->value_at, value);
  std::string member = "\"";
  member += name;
  member += "\":";
  member += value;
  for (const std::string_view before : after) {
    const auto place = std::ranges::find(members, before, &MemberBytes::name);
    if (place == members.end()) continue;
    member.insert(0, ",");
    return out.insert(place->end, member);
  }
  if (!members.empty()) member += ',';
  return out.insert(out.find('{') + 1, member);
}

std::string_view value_of(std::string_view json, std::string_view name) {
  for (const MemberBytes& member : members_of(json))
    if (member.name == name) return json.substr(member.value_at, member.end - member.value_at);
  return {};
}

}  // namespace

std::optional<Called> called(std::string_view json) {
  Called found;
  std::size_t at = past_space(json, 0);
  if (at >= json.size() || json[at] != '{') return std::nullopt;
  for (++at;;) {
    at = past_space(json, at);
    if (at >= json.size() || json[at] != '"') return std::nullopt;
    const std::size_t name_end = past_string(json, at);
    if (name_end < at + 2) return std::nullopt;
    const std::string_view name = json.substr(at + 1, name_end - at - 2);
    at = past_space(json, name_end);
    if (at >= json.size() || json[at] != ':') return std::nullopt;
    at = past_space(json, at + 1);
    const std::size_t end = past_value(json, at);
    const bool text = at < json.size() && json[at] == '"' && end >= at + 2;
    if (text && name == "resourceType") found.type = json.substr(at + 1, end - at - 2);
    if (text && name == "id") found.id = json.substr(at + 1, end - at - 2);
    if (!found.type.empty() && !found.id.empty()) return found;
    at = past_space(json, end);
    if (at >= json.size() || json[at] != ',') return std::nullopt;
    ++at;
  }
}

std::string with_id(std::string_view json, std::string_view id) {
  std::string quoted = "\"";
  quoted += id;
  quoted += '"';
  return placed(json, "id", quoted, {"resourceType"});
}

std::string with_member(std::string_view json, std::string_view name, std::string_view value) {
  return placed(json, name, value, {"id", "resourceType"});
}

std::string with_version(std::string_view json, std::string_view version,
                         std::string_view last_updated) {
  std::string meta = without(value_of(json, "meta"), {"versionId", "lastUpdated"});
  if (!meta.starts_with('{')) meta = "{}";
  std::string said = "\"versionId\":\"";
  said += version;
  said += "\",\"lastUpdated\":\"";
  said += last_updated;
  said += '"';
  if (!members_of(meta).empty()) said += ',';
  meta.insert(1, said);
  return placed(json, "meta", meta, {"id", "resourceType"});
}

std::vector<std::string_view> members_of_each(std::string_view json, std::string_view list,
                                              std::string_view member) {
  std::vector<std::string_view> found;
  const std::string_view items = value_of(json, list);
  std::size_t at = items.find('[');
  if (at == std::string_view::npos) return found;
  for (++at;;) {
    at = past_space(items, at);
    if (at >= items.size() || items[at] == ']') return found;
    const std::size_t end = past_value(items, at);
    found.push_back(value_of(items.substr(at, end - at), member));
    at = past_space(items, end);
    if (at >= items.size() || items[at] != ',') return found;
    ++at;
  }
}

std::string on_one_line(std::string_view json) {
  std::string line(json);
  std::erase_if(line, [](char c) { return c == '\n' || c == '\r'; });
  return line;
}

std::string with_texts(std::string_view json,
                       const std::function<std::optional<std::string>(
                           std::string_view member, const std::string& text)>& instead) {
  std::string out;
  std::string_view name;
  std::size_t done = 0;
  for (std::size_t at = json.find('"'); at < json.size(); at = json.find('"', at)) {
    const std::size_t end = past_string(json, at);
    const std::string_view text = json.substr(at + 1, end - at - 2);
    const std::size_t next = past_space(json, end);
    if (next < json.size() && json[next] == ':') {
      name = text;
      at = end;
      continue;
    }
    std::string plain(text);
    for (std::size_t slash = plain.find("\\/"); slash != std::string::npos;
         slash = plain.find("\\/", slash + 1))
      plain.erase(slash, 1);
    if (const auto other =
            plain.find('\\') == std::string::npos ? instead(name, plain) : std::nullopt) {
      out += json.substr(done, at + 1 - done);
      out += *other;
      done = end - 1;
    }
    at = end;
  }
  out += json.substr(done);
  return out;
}

std::string without_version(std::string_view json) {
  const std::string_view meta = value_of(json, "meta");
  if (!meta.starts_with('{')) return std::string(json);
  const std::string left = without(meta, {"versionId", "lastUpdated"});
  if (members_of(left).empty()) return without(json, {"meta"});
  return placed(json, "meta", left, {});
}

}  // namespace alongside::fhir
