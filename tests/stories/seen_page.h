// SPDX-License-Identifier: Apache-2.0
// A page as somebody sees it: its words, links, forms, fields by label and buttons by name.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/base/text.h"

namespace alongside::stories {

struct SeenField {
  std::string name, type, value, label, id;
  bool chosen = false;
};
struct SeenButton {
  std::string name, value, words;
  std::string to;  ///< empty: where the form goes
};
struct SeenForm {
  std::string to;
  std::vector<SeenField> fields;
  std::vector<SeenButton> buttons;
};
struct SeenLink {
  std::string to, words;
};

struct SeenPage {
  std::string words;
  std::vector<SeenForm> forms;
  std::vector<SeenLink> links;
  static SeenPage of(std::string_view markup);
};

/// Reads the regular markup that doors/web/html makes.
class PageReader {
 public:
  SeenPage read(std::string_view markup) {
    while (!markup.empty()) {
      const std::size_t open = markup.find('<');
      text(markup.substr(0, open));
      if (open == std::string_view::npos) break;
      const std::size_t close = markup.find('>', open);
      tag(markup.substr(open + 1, close - open - 1));
      markup.remove_prefix(close + 1);
    }
    for (SeenForm& form : page_.forms)
      for (SeenField& field : form.fields)
        if (const auto found = labels_.find(field.id); found != labels_.end())
          field.label = one_line(found->second);
    page_.words = one_line(page_.words);
    return std::move(page_);
  }

 private:
  static std::string plain(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
      static constexpr std::pair<std::string_view, char> entities[] = {
          {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}};
      bool known = false;
      for (const auto& [entity, sign] : entities)
        if (text.substr(i).starts_with(entity)) {
          out += sign;
          i += entity.size() - 1;
          known = true;
          break;
        }
      if (!known) out += text[i];
    }
    return out;
  }

  void text(std::string_view raw) {
    const std::string words = plain(raw);
    if (hidden_ == 0) page_.words += words;
    for (std::string* into : collecting_) *into += words;
  }

  static std::map<std::string, std::string> attributes(std::string_view tag) {
    std::map<std::string, std::string> found;
    std::size_t at = tag.find(' ');
    while (at != std::string_view::npos && at < tag.size()) {
      const std::size_t begin = at + 1;
      const std::size_t end = tag.find_first_of("= ", begin);
      const std::string name(tag.substr(begin, end - begin));
      if (end != std::string_view::npos && tag[end] == '=') {
        const std::size_t quote = tag.find('"', end + 2);
        found[name] = plain(tag.substr(end + 2, quote - end - 2));
        at = quote + 1;
      } else {
        found[name] = "yes";
        at = end;
      }
    }
    return found;
  }

  void tag(std::string_view raw) {
    const std::string name(raw.substr(0, raw.find(' ')));
    if (name == "br" || name == "/p" || name == "/li" || name == "/h1" || name == "/h2" ||
        name == "/h3" || name == "/td" || name == "/th" || name == "/label" || name == "/button" ||
        name == "/span" || name == "/b" || name == "/a" || name == "/dd" || name == "/dt" ||
        name == "/legend")
      text(" ");
    if (name == "title" || name == "desc" || name == "script" || name == "select") ++hidden_;
    if (name == "/title" || name == "/desc" || name == "/script" || name == "/select") --hidden_;
    auto has = attributes(raw);
    if (name == "form") page_.forms.push_back({has["action"], {}, {}});
    if (name == "label") collecting_.push_back(&labels_[has["for"]]);
    if (name == "/label" && !collecting_.empty()) collecting_.pop_back();
    if (name == "a") {
      page_.links.push_back({has["href"], ""});
      link_.clear();
      collecting_.push_back(&link_);
    }
    if (name == "/a") {
      collecting_.pop_back();
      page_.links.back().words = one_line(link_);
    }
    if (!page_.forms.empty()) in_form(name, has);
  }

  void in_form(const std::string& name, std::map<std::string, std::string>& has) {
    SeenForm& form = page_.forms.back();
    if (name == "input")
      form.fields.push_back(
          {has["name"], has["type"], has["value"], "", has["id"], has.contains("checked")});
    if (name == "textarea" || name == "select") {
      form.fields.push_back({has["name"], name, "", "", has["id"], false});
      area_.clear();
      if (name == "textarea") collecting_.push_back(&area_);
    }
    if (name == "/textarea") {
      collecting_.pop_back();
      form.fields.back().value = area_.starts_with('\n') ? area_.substr(1) : area_;
    }
    if (name == "option" && has.contains("selected")) form.fields.back().value = has["value"];
    if (name == "button") {
      form.buttons.push_back({has["name"], has["value"], "", has["formaction"]});
      button_.clear();
      collecting_.push_back(&button_);
    }
    if (name == "/button") {
      collecting_.pop_back();
      form.buttons.back().words = one_line(button_);
    }
  }

  SeenPage page_;
  std::map<std::string, std::string> labels_;
  std::vector<std::string*> collecting_;
  std::string link_, button_, area_;
  int hidden_ = 0;
};

inline SeenPage SeenPage::of(std::string_view markup) { return PageReader().read(markup); }

}  // namespace alongside::stories
