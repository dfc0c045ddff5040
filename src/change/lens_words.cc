// SPDX-License-Identifier: Apache-2.0
// Word lists, and finding their words in a text.
#include "change/lens_words.h"

#include <algorithm>
#include <array>

#include "foundation/base/text.h"
#include "improvement/measure.h"

namespace alongside {
namespace {

constexpr std::string_view arrow = "->";

bool is_known(std::string_view shows) {
  static constexpr std::array<std::string_view, 5> kinds = {"output", "outcome", "experience",
                                                            "structure", "blame"};
  return std::ranges::find(kinds, shows) != kinds.end() ||
         std::ranges::any_of(aspects, [&](Aspect aspect) { return code_of(aspect) == shows; });
}

/// Letters of the two languages in lower case, byte for byte: "Å" and "å" are as long as one
/// another.
std::string lowered(std::string_view text) {
  std::string lower = lower_ascii(text);
  for (std::size_t i = 0; i + 1 < lower.size(); ++i) {
    const bool two_bytes = static_cast<unsigned char>(lower[i]) == 0xC3U;
    const auto second = static_cast<unsigned char>(lower[i + 1]);
    if (two_bytes && second >= 0x80U && second <= 0x9EU && second != 0x97U)
      lower[i + 1] = static_cast<char>(second + 0x20U);
  }
  return lower;
}

bool is_letter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80U || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
}

LensWord word_from(std::string_view shows, std::string_view text) {
  LensWord word;
  word.shows = shows;
  std::string written = lowered(one_line(text));
  if (written.ends_with('*')) {
    word.begins = true;
    written.pop_back();
  }
  word.word = std::move(written);
  return word;
}

Outcome<Done> take_line(LensList& list, std::string_view shows, const std::string& value) {
  if (!is_known(shows)) return Refusal("lens.unreadable", std::string(shows));
  if (shows == "blame") {
    const std::size_t at = value.find(arrow);
    if (at == std::string::npos) return Refusal("lens.unreadable", value);
    LensWord word = word_from(shows, std::string_view(value).substr(0, at));
    word.instead = one_line(std::string_view(value).substr(at + arrow.size()));
    list.words.push_back(std::move(word));
    return Done{};
  }
  for (const std::string_view part : split(value, ','))
    if (!one_line(part).empty()) list.words.push_back(word_from(shows, part));
  return Done{};
}

std::vector<LensList> read_library() {
  std::vector<LensList> lists;
  for (const EmbeddedFile& file : change::lens_library())
    lists.push_back(lens_list_from(file.bytes).value());
  return lists;
}

/// How many bytes of `lower` from `from` are the word; 0: it does not stand there.
std::size_t fits_at(std::string_view lower, std::size_t from, const LensWord& word) {
  if (lower.substr(from, word.word.size()) != word.word) return 0;
  if (from > 0 && is_letter(lower[from - 1])) return 0;
  std::size_t past = from + word.word.size();
  if (!word.begins && past < lower.size() && is_letter(lower[past])) return 0;
  while (word.begins && past < lower.size() && is_letter(lower[past])) ++past;
  return past - from;
}

}  // namespace

Outcome<LensList> lens_list_from(std::string_view text) {
  LensList list;
  for (const std::string_view raw : split(text, '\n')) {
    const std::string line = one_line(raw);
    if (line.empty() || line.starts_with('#')) continue;
    const std::size_t colon = line.find(':');
    if (colon == std::string::npos) return Refusal("lens.unreadable", line);
    const std::string name = line.substr(0, colon);
    const std::string value = one_line(line.substr(colon + 1));
    if (name == "language") {
      list.language = value;
      continue;
    }
    CHECK(take_line(list, name, value));
  }
  if (list.language.empty()) return Refusal("lens.unreadable", "language");
  return list;
}

const std::vector<LensList>& lens_lists() {
  static const std::vector<LensList> lists = read_library();
  return lists;
}

std::vector<LensHit> lens_hits(std::string_view text) {
  const std::string lower = lowered(text);
  std::vector<LensHit> hits;
  for (std::size_t from = 0; from < lower.size();) {
    std::size_t longest = 0;
    const LensWord* best = nullptr;
    for (const LensList& list : lens_lists())
      for (const LensWord& word : list.words) {
        const std::size_t length = fits_at(lower, from, word);
        if (length > longest) {
          longest = length;
          best = &word;
        }
      }
    if (best != nullptr) hits.push_back({best, std::string(text.substr(from, longest)), from});
    from += std::max<std::size_t>(longest, 1);
  }
  return hits;
}

}  // namespace alongside
