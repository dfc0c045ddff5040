// SPDX-License-Identifier: Apache-2.0
// Builds HTML from typed pieces: text is always escaped, addresses are always ours, and there is no
// way to write script or style into a page (tests/must_not_compile).
#pragma once

#include <concepts>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/drawing/svg.h"

namespace alongside::web {

/// Words or data to be read by people; escaped when it becomes part of a page.
class Text {
 public:
  explicit Text(std::string words) : words_(std::move(words)) {}
  const std::string& words() const { return words_; }

 private:
  std::string words_;
};

/// An address inside this product. Parts that are not written in the program are percent-encoded.
class Url {
 public:
  template <std::size_t size>
  explicit Url(const char (&path)[size]) : text_(path) {}
  /// One more part: Url("/aims").part(id).
  Url& part(std::string_view piece);
  template <std::size_t size>
  Url& then(const char (&path)[size]) {
    text_ += path;
    return *this;
  }
  /// ?name=value, then &name=value.
  Url& with(std::string_view name, std::string_view value);
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

class Sheet;

/// Finished markup. Only the functions of this file make it.
class Html {
 public:
  Html() = default;
  Html(const Text& text);
  explicit Html(const drawing::Drawing& drawing) : markup_(drawing.markup) {}
  const std::string& markup() const { return markup_; }
  bool empty() const { return markup_.empty(); }
  Html& operator+=(const Html& more) {
    markup_ += more.markup_;
    return *this;
  }

 private:
  friend class Tag;
  friend Html raw_icon(std::string_view markup);
  friend std::string document(const Html& html);
  friend Html style_within(const Sheet& sheet, std::string_view nonce);
  std::string markup_;
};

/// A name written in the program, and a value that is escaped.
class Attribute {
 public:
  template <std::size_t size>
  Attribute(const char (&name)[size], std::string_view value) : name_(name), value_(value) {}
  /// Present or absent, such as checked.
  template <std::size_t size>
  Attribute(const char (&name)[size], bool present) : name_(name), flag_(true), present_(present) {}
  void append_to(std::string& out) const;

 private:
  std::string_view name_;
  std::string value_;
  bool flag_ = false;
  bool present_ = true;
};

template <std::size_t size>
Attribute cls(const char (&names)[size]) {
  return {"class", std::string_view(names)};
}
inline Attribute cls_of(std::string_view names) { return {"class", names}; }
inline Attribute id(std::string_view name) { return {"id", name}; }
inline Attribute name(std::string_view text) { return {"name", text}; }
inline Attribute value(std::string_view text) { return {"value", text}; }
inline Attribute for_(std::string_view text) { return {"for", text}; }
inline Attribute type(std::string_view text) { return {"type", text}; }
inline Attribute href(const Url& url) { return {"href", url.text()}; }
inline Attribute src(const Url& url) { return {"src", url.text()}; }
inline Attribute action(const Url& url) { return {"action", url.text()}; }
inline Attribute labelled_by(std::string_view text) { return {"aria-labelledby", text}; }
inline Attribute label(const Text& text) { return {"aria-label", text.words()}; }
inline Attribute hidden_from_readers() { return {"aria-hidden", std::string_view("true")}; }

/// An element by its name. Attributes come among the parts; the rest are children in order.
class Tag {
 public:
  enum class Kind { normal, empty };
  template <std::size_t size>
  explicit constexpr Tag(const char (&name)[size], Kind kind = Kind::normal)
      : name_(name), kind_(kind) {}

  template <class... Parts>
  Html operator()(const Parts&... parts) const {
    Html html;
    std::string& out = html.markup_;
    out += '<';
    out += name_;
    (attribute(out, parts), ...);
    out += '>';
    if (kind_ == Kind::empty) return html;
    (child(out, parts), ...);
    out += "</";
    out += name_;
    out += '>';
    return html;
  }

 private:
  static void attribute(std::string& out, const Attribute& part) { part.append_to(out); }
  static void attribute(std::string& out, const std::vector<Attribute>& parts) {
    for (const Attribute& part : parts) part.append_to(out);
  }
  static void attribute(std::string&, const Html&) {}
  static void attribute(std::string&, const Text&) {}
  static void attribute(std::string&, const std::vector<Html>&) {}
  static void child(std::string&, const Attribute&) {}
  static void child(std::string&, const std::vector<Attribute>&) {}
  static void child(std::string& out, const Html& part) { out += part.markup_; }
  static void child(std::string& out, const Text& part) { out += Html(part).markup_; }
  static void child(std::string& out, const std::vector<Html>& parts) {
    for (const Html& part : parts) out += part.markup_;
  }

  std::string_view name_;
  Kind kind_;
};

namespace h {
inline constexpr Tag a{"a"}, article{"article"}, aside{"aside"}, b{"b"}, body{"body"},
    button{"button"}, code{"code"}, details{"details"}, div{"div"}, dl{"dl"}, dt{"dt"}, dd{"dd"},
    em{"em"}, fieldset{"fieldset"}, figcaption{"figcaption"}, figure{"figure"}, footer{"footer"},
    form{"form"}, h1{"h1"}, h2{"h2"}, h3{"h3"}, h4{"h4"}, head{"head"}, header{"header"},
    html{"html"}, i{"i"}, label{"label"}, legend{"legend"}, li{"li"}, main{"main"}, nav{"nav"},
    ol{"ol"}, option{"option"}, p{"p"}, pre{"pre"}, section{"section"}, select{"select"},
    span{"span"}, strong{"strong"}, summary{"summary"}, table{"table"}, tbody{"tbody"}, td{"td"},
    textarea{"textarea"}, th{"th"}, thead{"thead"}, time{"time"}, title{"title"}, tr{"tr"},
    ul{"ul"}, script{"script"};
inline constexpr Tag br{"br", Tag::Kind::empty}, input{"input", Tag::Kind::empty},
    link{"link", Tag::Kind::empty}, meta{"meta", Tag::Kind::empty}, hr{"hr", Tag::Kind::empty};
}  // namespace h

/// Pieces one after another.
template <class... Parts>
Html together(const Parts&... parts) {
  Html html;
  ((html += Html(parts)), ...);
  return html;
}

/// The only style that stands within a page; the page's policy names `nonce`.
Html style_within(const Sheet& sheet, std::string_view nonce);

/// The whole page, with its doctype.
std::string document(const Html& html);

}  // namespace alongside::web
