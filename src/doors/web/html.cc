// SPDX-License-Identifier: Apache-2.0
// Escapes, and nothing else.
#include "doors/web/html.h"

#include "doors/web/style.h"
#include "foundation/base/text.h"

namespace alongside::web {
namespace {

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
}

}  // namespace

Url& Url::part(std::string_view piece) {
  text_ += '/';
  text_ += percent_encoded(piece);
  return *this;
}

Url& Url::with(std::string_view key, std::string_view text) {
  text_ += text_.find('?') == std::string::npos ? '?' : '&';
  text_ += percent_encoded(key) + "=" + percent_encoded(text);
  return *this;
}

Html::Html(const Text& text) { append_escaped(markup_, text.words()); }

void Attribute::append_to(std::string& out) const {
  if (!present_) return;
  out += ' ';
  out += name_;
  if (flag_) return;
  out += "=\"";
  append_escaped(out, value_);
  out += '"';
}

Html style_within(const Sheet& sheet, std::string_view nonce) {
  Html html;
  html.markup_ = "<style nonce=\"" + drawing::escaped(nonce) + "\">" + sheet.rules() + "</style>";
  return html;
}

std::string document(const Html& html) { return "<!doctype html>\n" + html.markup_; }

}  // namespace alongside::web
