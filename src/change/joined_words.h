// SPDX-License-Identifier: Apache-2.0
// What two people wrote on the same version of a form, put together.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace alongside {

/// A field that one of them changed takes that change; `both`: they changed it differently, and
/// `mine` stands in the words.
template <std::size_t count>
struct JoinedWords {
  std::array<std::string, count> words = {};
  std::vector<std::size_t> both;  ///< places of fields
};

template <std::size_t count>
JoinedWords<count> joined_words(const std::array<std::string, count>& base,
                                const std::array<std::string, count>& theirs,
                                const std::array<std::string, count>& mine) {
  JoinedWords<count> joined;
  for (std::size_t i = 0; i < count; ++i) {
    const bool they_changed = theirs[i] != base[i];
    const bool i_changed = mine[i] != base[i];
    joined.words[i] = i_changed ? mine[i] : theirs[i];
    if (they_changed && i_changed && theirs[i] != mine[i]) joined.both.push_back(i);
  }
  return joined;
}

}  // namespace alongside
