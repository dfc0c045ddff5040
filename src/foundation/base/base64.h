// SPDX-License-Identifier: Apache-2.0
// Bytes as letters: base64 (RFC 4648, section 4) and its form for addresses (section 5).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace alongside {

/// With padding.
std::string base64(std::string_view bytes);
/// Letters that an address may hold, without padding.
std::string base64url(std::string_view bytes);
/// Nothing for other letters, padding that is missing or too much, and bits left over.
std::optional<std::string> from_base64(std::string_view letters);
/// Nothing for other letters, padding, white space, or bits left over.
std::optional<std::string> from_base64url(std::string_view letters);

}  // namespace alongside
