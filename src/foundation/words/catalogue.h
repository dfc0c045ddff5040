// SPDX-License-Identifier: Apache-2.0
// Every sentence the product says, by language, read from gettext PO files with monolingual keys.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/base/embedded.h"

namespace alongside::words {

/// One message of a PO file: its key and one text, or one text for each plural form.
struct Message {
  std::vector<std::string> texts;
  std::size_t line = 0;
};

/// Which of the plural forms a number takes, by the Plural-Forms header of the language.
enum class PluralRule { always_one, not_one_is_many, above_one_is_many };

struct PoFile {
  PluralRule plural_rule = PluralRule::not_one_is_many;
  std::map<std::string, Message, std::less<>> messages;
  std::vector<std::string> faults;  ///< What is wrong, with its line, for the translator.
};
/// Reads what msgfmt reads: msgid, msgid_plural, msgstr, msgstr[n], continued strings and comments.
/// Never throws; a faulty message is left out and named in `faults`.
PoFile po_from(std::string_view text);

/// {name} in a sentence is replaced by its value.
using Values = std::initializer_list<std::pair<std::string_view, std::string_view>>;

/// The sentences of one language. Const after loading: safe from several threads.
class Language {
 public:
  explicit Language(std::string code) : code_(std::move(code)) {}
  void add(const PoFile& file);

  std::string_view code() const { return code_; }
  bool has(std::string_view key) const { return messages_.contains(key); }
  /// A missing key is shown as itself in brackets, so that a tester sees it; tidy refuses it
  /// earlier.
  std::string say(std::string_view key, Values values = {}) const;
  /// The form for `count`; {n} is the count itself.
  std::string say_count(std::string_view key, std::int64_t count, Values values = {}) const;
  std::vector<std::string> keys() const;

 private:
  std::string code_;
  PluralRule plural_rule_ = PluralRule::not_one_is_many;
  std::map<std::string, Message, std::less<>> messages_;
};

/// The words that this binary carries: words/<language>/*.po.
std::span<const EmbeddedFile> catalogues();

class Languages {
 public:
  /// From the binary. Breaks a promise when a file has faults: the tidy test finds them first.
  Languages();
  /// The language with this code, or English.
  const Language& in(std::string_view code) const;
  bool has(std::string_view code) const { return languages_.contains(code); }
  /// The best of an Accept-Language header (RFC 9110, 12.5.4), or `otherwise`.
  std::string_view preferred(std::string_view accept_language, std::string_view otherwise) const;

 private:
  std::map<std::string, Language, std::less<>> languages_;
};

}  // namespace alongside::words
