// SPDX-License-Identifier: Apache-2.0
// One walk over the bytes: strings, and which objects they lie in.
#include "record/mention.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "record/identifiers.h"

namespace alongside::record {
namespace {

constexpr std::string_view nobody = R"({"display":"erased"})";
constexpr std::string_view no_narrative =
    R"({"status":"empty","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\"></div>"})";

struct Range {
  std::size_t at = 0;
  std::size_t end = 0;
};

/// The person whom a string refers to, or nothing.
std::optional<std::string> person_in(std::string_view text) {
  if (const auto asked = by_identifier(text); asked && asked->type == "Patient")
    return "Patient?identifier=" + (asked->system ? *asked->system + "|" : std::string()) +
           asked->value;
  static constexpr std::string_view type = "Patient/";
  const std::size_t at = text.rfind(type);
  if (at == std::string_view::npos || (at > 0 && text[at - 1] != '/')) return std::nullopt;
  const std::string_view id = text.substr(at + type.size());
  return std::string(type) + std::string(id.substr(0, id.find('/')));
}

/// The members of a resource that say whom it is about.
bool is_subject(std::string_view member) {
  static constexpr std::array members = {std::string_view("subject"), std::string_view("patient"),
                                         std::string_view("beneficiary"), std::string_view("for"),
                                         std::string_view("individual")};
  return std::ranges::find(members, member) != members.end();
}

std::optional<char> ascii_of(std::string_view four) {
  constexpr unsigned beyond_ascii = 128;
  unsigned code = 0;
  const auto [end, error] = std::from_chars(four.data(), four.data() + four.size(), code, 16);
  if (error != std::errc() || end != four.data() + four.size() || code >= beyond_ascii)
    return std::nullopt;
  return static_cast<char>(code);
}

/// A string with the escapes of a slash and of any ASCII letter undone: what a reader of JSON sees.
std::string plain(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      out += text[i];
      continue;
    }
    const bool coded = text[i + 1] == 'u' && i + 6 <= text.size();
    const auto letter = coded ? ascii_of(text.substr(i + 2, 4)) : std::nullopt;
    if (letter) {
      out += *letter;
      i += 5;
    } else {
      if (text[i + 1] != '/') out += '\\';
      out += text[++i];
    }
  }
  return out;
}

/// Walks JSON once and keeps what refers to people.
class Walk {
 public:
  explicit Walk(std::string_view json) : json_(json) {}

  bool run() {
    for (std::size_t i = 0; i < json_.size(); ++i) {
      const char c = json_[i];
      if (c == '"') {
        const std::size_t end = end_of_string(i);
        if (end == std::string_view::npos) return false;
        take_string({i + 1, end});
        i = end;
      } else if (c == '{' || c == '[') {
        open(i, c);
      } else if (c == '}' || c == ']') {
        if (open_.empty()) return false;
        close(i + 1);
      } else if (c == ',') {
        if (!open_.empty()) open_.back().value_follows = false;
      } else if (c == ':') {
        if (!open_.empty()) open_.back().value_follows = true;
      }
    }
    return open_.empty();
  }

  std::vector<Mention> found;
  std::vector<Range> narratives;

 private:
  struct Open {
    std::size_t at;
    bool object;
    bool value_follows = false;
    std::string_view key = {};
    std::optional<std::size_t> mention = {};
  };

  std::size_t end_of_string(std::size_t quote) const {
    for (std::size_t i = quote + 1; i < json_.size(); ++i) {
      if (json_[i] == '\\')
        ++i;
      else if (json_[i] == '"')
        return i;
    }
    return std::string_view::npos;
  }

  void open(std::size_t at, char c) { open_.push_back({at, c == '{'}); }

  void close(std::size_t end) {
    const Open closed = open_.back();
    open_.pop_back();
    if (!closed.object) return;
    if (closed.mention) found[*closed.mention].object_end = end;
    // The resource's own narrative, and those of what it contains.
    if (!open_.empty() && open_.back().object && open_.back().key == "text" &&
        json_.substr(closed.at, end - closed.at).find("\"div\"") != std::string_view::npos)
      narratives.push_back({closed.at, end});
  }

  void take_string(Range range) {
    if (open_.empty()) return;
    const std::string_view text = json_.substr(range.at, range.end - range.at);
    Open& in = open_.back();
    if (in.object && !in.value_follows) {
      in.key = text;
      return;
    }
    const bool refers =
        in.object && (in.key == "reference" || (in.key.find('\\') != std::string_view::npos &&
                                                plain(in.key) == "reference"));
    const auto person = refers ? person_in(plain(text)) : std::nullopt;
    if (!person) return;
    in.mention = found.size();
    found.push_back({*person, is_subject(plain(open_.front().key)), in.at, 0});
  }

  std::string_view json_;
  std::vector<Open> open_;
};

}  // namespace

std::vector<Mention> mentions(std::string_view json) {
  Walk walk(json);
  if (!walk.run()) return {};
  return std::move(walk.found);
}

bool is_about(std::string_view type, std::string_view id, std::string_view reference,
              const std::vector<Mention>& all) {
  if (std::string(type) + "/" + std::string(id) == reference) return true;
  const auto them = [&](const Mention& mention) { return mention.reference == reference; };
  return std::ranges::any_of(
             all, [&](const Mention& mention) { return them(mention) && mention.as_subject; }) ||
         (!all.empty() && std::ranges::all_of(all, them) && type != "Group" && type != "CareTeam");
}

std::vector<SpokenOf> spoken_of(std::string_view type, std::string_view id, std::string_view json) {
  const auto all = mentions(json);
  std::vector<SpokenOf> spoken;
  if (type == "Patient") spoken.push_back({"Patient/" + std::string(id), true});
  for (const Mention& mention : all)
    if (std::ranges::find(spoken, mention.reference, &SpokenOf::reference) == spoken.end())
      spoken.push_back({mention.reference, is_about(type, id, mention.reference, all)});
  return spoken;
}

std::string without(std::string_view json, std::string_view reference) {
  Walk walk(json);
  if (!walk.run()) return std::string(json);
  struct Change {
    Range range;
    std::string_view by;
  };
  std::vector<Change> changes;
  for (const Mention& mention : walk.found)
    if (mention.reference == reference)
      changes.push_back({{mention.object_at, mention.object_end}, nobody});
  if (changes.empty()) return std::string(json);
  for (const Range& narrative : walk.narratives) changes.push_back({narrative, no_narrative});
  std::ranges::sort(changes, {}, [](const Change& change) { return change.range.at; });
  std::string text;
  std::size_t done = 0;
  for (const Change& change : changes) {
    if (change.range.at < done) continue;  // Inside one that went.
    text += json.substr(done, change.range.at - done);
    text += change.by;
    done = change.range.end;
  }
  return text + std::string(json.substr(done));
}

}  // namespace alongside::record
