// SPDX-License-Identifier: Apache-2.0
// Text as people write it: UTF-8 in any script, trimmed, counted in characters, escaped for URLs.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace alongside {

/// True for well-formed UTF-8 (RFC 3629: no surrogates, nothing over-long) without NUL.
bool is_utf8(std::string_view text);
/// Code points in well-formed UTF-8: what a limit on letters is measured in.
std::size_t characters(std::string_view text);
/// Without white space at either end, line breaks as \n, and no control characters but \n and tab.
std::string tidied(std::string_view text);
/// The same on one line: every run of white space becomes one space.
std::string one_line(std::string_view text);
/// ASCII letters to lower case; all else as it is. For sign-in names.
std::string lower_ascii(std::string_view text);
/// For comparing words as people do: small letters of every script, without marks such as accents.
std::string folded(std::string_view text);
/// The first `count` characters, never half of one.
std::string first_characters(std::string_view text, std::size_t count);
/// "42", "-3"; nothing for an empty text, for signs of any other kind, and past 64 bits.
std::optional<std::int64_t> whole_number(std::string_view text);
/// The parts look into `text`, so a temporary string does not compile.
std::vector<std::string_view> split(std::string_view text, char at);
template <class Temporary>
requires std::same_as<Temporary, std::string> std::vector<std::string_view> split(Temporary&& text,
                                                                                  char at)
= delete;

/// For one part of a path or one value of a query (RFC 3986: all but unreserved is encoded).
std::string percent_encoded(std::string_view text);
/// The reverse; `plus_is_space` for forms. Broken escapes stay as they are.
enum class Plus { is_plus, is_space };
std::string percent_decoded(std::string_view text, Plus plus);

}  // namespace alongside
