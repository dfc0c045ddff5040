// SPDX-License-Identifier: Apache-2.0
// Reads PO files and fills in sentences.
#include "foundation/words/catalogue.h"

#include <charconv>
#include <optional>

#include "foundation/base/expect.h"
#include "foundation/base/text.h"

namespace alongside::words {
namespace {

/// The text between the first and last quote of a PO line, with its escapes resolved.
std::optional<std::string> quoted(std::string_view line) {
  const std::size_t open = line.find('"');
  const std::size_t close = line.rfind('"');
  if (open == std::string_view::npos || close == open) return std::nullopt;
  std::string text;
  for (std::size_t i = open + 1; i < close; ++i) {
    if (line[i] == '\\' && i + 1 < close) {
      ++i;
      text += line[i] == 'n' ? '\n' : line[i] == 't' ? '\t' : line[i];
    } else {
      text += line[i];
    }
  }
  return text;
}

std::optional<PluralRule> plural_rule_of(std::string_view header) {
  if (header.find("plural=(n != 1);") != std::string_view::npos) return PluralRule::not_one_is_many;
  if (header.find("plural=(n > 1);") != std::string_view::npos)
    return PluralRule::above_one_is_many;
  if (header.find("plural=0;") != std::string_view::npos) return PluralRule::always_one;
  return std::nullopt;
}

/// Collects one message after another and files it when the next begins.
class PoReader {
 public:
  void take(std::string_view line, std::size_t number) {
    if (line.empty()) return finish();
    if (line.front() == '#') return;
    const auto text = quoted(line);
    if (!text) return fault(number, "a line needs its text in quotes");
    if (line.starts_with("msgid_plural")) {
      at_ = Part::plural_id;
    } else if (line.starts_with("msgid")) {
      finish();
      at_ = Part::id;
      key_ = *text;
      line_ = number;
    } else if (line.starts_with("msgstr")) {
      at_ = Part::translation;
      texts_.push_back(*text);
    } else if (line.front() == '"') {
      if (at_ == Part::id) key_ += *text;
      if (at_ == Part::translation) texts_.back() += *text;
    } else {
      fault(number, "a line begins with msgid, msgstr, a quote or #");
    }
  }
  PoFile done() && {
    finish();
    return std::move(file_);
  }

 private:
  enum class Part { nothing, id, plural_id, translation };

  void fault(std::size_t number, std::string_view what) {
    file_.faults.push_back("line " + std::to_string(number) + ": " + std::string(what));
  }
  void finish() {
    if (at_ == Part::nothing) return;
    if (texts_.empty()) {
      fault(line_, "a message has no msgstr");
    } else if (key_.empty()) {
      if (texts_.front().find("Plural-Forms:") != std::string::npos) {
        const auto rule = plural_rule_of(texts_.front());
        if (rule) file_.plural_rule = *rule;
        if (!rule) fault(line_, "the Plural-Forms header is one this program does not know");
      }
    } else if (!file_.messages.emplace(key_, Message{texts_, line_}).second) {
      fault(line_, "a key stands twice");
    }
    at_ = Part::nothing;
    key_.clear();
    texts_.clear();
  }

  PoFile file_;
  Part at_ = Part::nothing;
  std::string key_;
  std::vector<std::string> texts_;
  std::size_t line_ = 0;
};

std::string filled(std::string_view sentence, Values values, std::string_view count) {
  std::string text;
  for (std::size_t at = 0; at < sentence.size();) {
    const std::size_t open = sentence.find('{', at);
    const std::size_t close = open == std::string_view::npos ? open : sentence.find('}', open);
    text += sentence.substr(at, open - at);
    if (close == std::string_view::npos) {
      if (open != std::string_view::npos) text += sentence.substr(open);
      return text;
    }
    const std::string_view name = sentence.substr(open + 1, close - open - 1);
    bool known = false;
    for (const auto& [key, value] : values) {
      if (key == name && !known) {
        text += value;
        known = true;
      }
    }
    if (!known && name == "n") text += count;
    if (!known && name != "n") text += sentence.substr(open, close - open + 1);
    at = close + 1;
  }
  return text;
}

std::size_t form_for(PluralRule rule, std::int64_t count) {
  switch (rule) {
    case PluralRule::always_one:
      return 0;
    case PluralRule::not_one_is_many:
      return count != 1 ? 1 : 0;
    case PluralRule::above_one_is_many:
      return count > 1 ? 1 : 0;
  }
  return 0;
}

}  // namespace

PoFile po_from(std::string_view text) {
  PoReader reader;
  std::size_t number = 0;
  for (std::string_view line : split(text, '\n')) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    reader.take(line, ++number);
  }
  return std::move(reader).done();
}

void Language::add(const PoFile& file) {
  plural_rule_ = file.plural_rule;
  for (const auto& [key, message] : file.messages) messages_.emplace(key, message);
}

std::string Language::say(std::string_view key, Values values) const {
  const auto found = messages_.find(key);
  if (found == messages_.end()) return "[" + std::string(key) + "]";
  return filled(found->second.texts.front(), values, {});
}

std::string Language::say_count(std::string_view key, std::int64_t count, Values values) const {
  const auto found = messages_.find(key);
  if (found == messages_.end()) return "[" + std::string(key) + "]";
  const std::size_t form = form_for(plural_rule_, count);
  const auto& texts = found->second.texts;
  return filled(texts[std::min(form, texts.size() - 1)], values, std::to_string(count));
}

std::vector<std::string> Language::keys() const {
  std::vector<std::string> keys;
  for (const auto& [key, message] : messages_) keys.push_back(key);
  return keys;
}

Languages::Languages() {
  for (const EmbeddedFile& file : catalogues()) {
    const std::string code(file.name.substr(0, file.name.find('/')));
    const PoFile po = po_from(file.bytes);
    expect(po.faults.empty(), "the words in the binary can be read");
    languages_.try_emplace(code, code).first->second.add(po);
  }
  expect(languages_.contains("en"), "English is always there");
}

const Language& Languages::in(std::string_view code) const {
  const auto found = languages_.find(code);
  return found != languages_.end() ? found->second : languages_.find("en")->second;
}

std::string_view Languages::preferred(std::string_view header, std::string_view otherwise) const {
  std::string_view best = otherwise;
  int best_weight = 0;
  for (const std::string_view item : split(header, ',')) {
    const auto parts = split(item, ';');
    const std::string range = lower_ascii(one_line(parts.front()));
    int weight = 1000;
    if (parts.size() > 1) {
      const std::string quality = one_line(parts[1]);
      if (quality.starts_with("q=0")) {
        weight = 0;
        if (quality.size() > 4)
          std::from_chars(quality.data() + 4, quality.data() + quality.size(), weight);
        for (std::size_t digits = quality.size(); digits > 4 && digits < 7; ++digits) weight *= 10;
      }
    }
    const auto found = languages_.find(range.substr(0, range.find('-')));
    if (found != languages_.end() && weight > best_weight) {
      best = found->second.code();
      best_weight = weight;
    }
  }
  return best;
}

}  // namespace alongside::words
