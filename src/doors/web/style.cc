// SPDX-License-Identifier: Apache-2.0
// Keeps of a style sheet what one page can use.
#include "doors/web/style.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "doors/web/page.h"
#include "foundation/base/text.h"

namespace alongside::web {
namespace {

/// What CSS means the same without.
constexpr std::pair<std::string_view, std::string_view> needless[] = {
    {": ", ":"}, {" {", "{"}, {"{ ", "{"}, {" }", "}"}, {"; ", ";"}, {", ", ","}, {";}", "}"}};

void replace_all(std::string& text, std::string_view wide, std::string_view narrow) {
  for (std::size_t at = text.find(wide); at != std::string::npos; at = text.find(wide, at))
    text.replace(at, wide.size(), narrow);
}

void insert_after(std::string& text, std::string_view place, const std::string& more) {
  for (std::size_t at = text.find(place); at != std::string::npos; at = text.find(place, at))
    text.insert(at += place.size(), more);
}

/// A style sheet without its indents, line ends and whole-line comments: a third of its weight.
std::string without_indents(std::string_view sheet) {
  std::string bare;
  for (const std::string_view line : split(sheet, '\n')) {
    const std::string tidy_line = one_line(line);
    if (!tidy_line.starts_with("/*")) bare += tidy_line;
  }
  for (const auto& [wide, narrow] : needless) replace_all(bare, wide, narrow);
  return bare;
}

bool is_of_some(std::string_view file) {
  return std::ranges::find(sheets_of_some, file, &SheetOfSome::file) != sheets_of_some.end();
}

using Classes = std::set<std::string_view, std::less<>>;

/// What alongside.js gives to elements of a check-in.
constexpr std::string_view given_by_script[] = {"tiny", "muted", "done"};

Classes classes_in(std::string_view markup) {
  Classes found(std::begin(given_by_script), std::end(given_by_script));
  constexpr std::string_view before = "class=\"";
  for (std::size_t at = markup.find(before); at != std::string_view::npos;
       at = markup.find(before, at)) {
    at += before.size();
    for (const std::string_view one : split(markup.substr(at, markup.find('"', at) - at), ' '))
      found.insert(one);
  }
  return found;
}

bool begins_a_name(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool in_a_name(char c) { return begins_a_name(c) || (c >= '0' && c <= '9') || c == '-'; }

/// Whether every class that a selector asks for stands in the page.
bool can_touch(std::string_view selector, const Classes& classes) {
  for (std::size_t at = selector.find('.'); at != std::string_view::npos;
       at = selector.find('.', at)) {
    ++at;
    if (at == selector.size() || !begins_a_name(selector[at])) continue;
    std::size_t end = at;
    while (end < selector.size() && in_a_name(selector[end])) ++end;
    if (!classes.contains(selector.substr(at, end - at))) return false;
  }
  return true;
}

/// The place of the bracket that closes the one at `open`.
std::size_t closing(std::string_view sheet, std::size_t open) {
  std::size_t depth = 0;
  for (std::size_t at = open; at < sheet.size(); ++at) {
    if (sheet[at] == '{') ++depth;
    if (sheet[at] == '}' && --depth == 0) return at;
  }
  return sheet.size();
}

std::string touching(std::string_view selectors, const Classes& classes) {
  std::string kept;
  for (const std::string_view selector : split(selectors, ',')) {
    if (!can_touch(selector, classes)) continue;
    if (!kept.empty()) kept += ',';
    kept += selector;
  }
  return kept;
}

void take_rules(std::string_view sheet, const Classes& classes, std::string& kept) {
  for (std::size_t at = 0; at < sheet.size();) {
    const std::size_t open = sheet.find('{', at);
    if (open == std::string_view::npos) return;
    const std::size_t end = closing(sheet, open);
    const std::string_view head = sheet.substr(at, open - at);
    const std::string_view body = sheet.substr(open + 1, end - open - 1);
    at = end + 1;
    if (head == "@font-face") {
      if (body.find("AS UI") == std::string_view::npos) continue;
      kept.append(head).append("{").append(body).append("}");
    } else if (head.starts_with("@")) {
      std::string inner;
      take_rules(body, classes, inner);
      if (!inner.empty()) kept.append(head).append("{").append(inner).append("}");
    } else if (const std::string selectors = touching(head, classes); !selectors.empty()) {
      kept.append(selectors).append("{").append(body).append("}");
    }
  }
}

}  // namespace

const std::string& style_sheet() {
  static const std::string sheet = [] {
    std::string all;
    for (const EmbeddedFile& file : assets())
      if (file.name.ends_with(".css") && !is_of_some(file.name)) all += without_indents(file.bytes);
    return all;
  }();
  return sheet;
}

const std::string& style_of(std::string_view file) {
  static const std::map<std::string, std::string, std::less<>> sheets = [] {
    std::map<std::string, std::string, std::less<>> some{{"", ""}};
    for (const EmbeddedFile& asset : assets())
      if (is_of_some(asset.name)) some.emplace(asset.name, without_indents(asset.bytes));
    return some;
  }();
  const auto found = sheets.find(file);
  return found == sheets.end() ? sheets.at("") : found->second;
}

Sheet sheet_for(std::string_view markup) {
  std::string rules;
  take_rules(style_sheet(), classes_in(markup), rules);
  // Within a page, the addresses of faces are those of the page.
  insert_after(rules, "url(", Url("/assets").part(assets_fingerprint()).text() + "/");
  return Sheet(std::move(rules));
}

}  // namespace alongside::web
