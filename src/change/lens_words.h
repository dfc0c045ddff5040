// SPDX-License-Identifier: Apache-2.0
// Word lists by which a text is seen to count what is done, or to ask what it did for people; and
// words that blame, with gentler ones. Read from library/lens, which anybody can propose words for.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/base/embedded.h"
#include "foundation/base/outcome.h"

namespace alongside {

/// What a word tells: "output", "outcome", "experience", "structure", the codes of `Aspect`, or
/// "blame".
struct LensWord {
  std::string shows;
  std::string word;     ///< lower case, without its star
  bool begins = false;  ///< any ending fits
  std::string instead;  ///< of blame
};
struct LensList {
  std::string language;
  std::vector<LensWord> words;
};

/// Refused ("lens.unreadable", field: the line): a line that is none, a name that is not known, a
/// word of blame without "->".
Outcome<LensList> lens_list_from(std::string_view text);

namespace change {
/// library/lens as this binary carries it.
std::span<const EmbeddedFile> lens_library();
}  // namespace change

const std::vector<LensList>& lens_lists();

/// Where one of the words stands in a text, as whole words, whatever the case; in the text's order,
/// the longer of two that begin at one place. All languages: a set of measures is often mixed.
struct LensHit {
  const LensWord* word;
  std::string found;     ///< as it is written there
  std::size_t from = 0;  ///< byte
};
std::vector<LensHit> lens_hits(std::string_view text);

}  // namespace alongside
