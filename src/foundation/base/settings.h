// SPDX-License-Identifier: Apache-2.0
// The catalogue of settings: name, default, one sentence each; read from alongside.toml.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/base/outcome.h"

namespace alongside {

/// Everything that a site can choose. Each has a sentence in `settings_catalogue()`.
struct Settings {
  std::string address = "127.0.0.1";
  std::int64_t port = 8080;               ///< 0 lets the machine choose one
  std::string zone = "Europe/Stockholm";  ///< IANA name: days and months are counted there
  std::string language = "en";            ///< for people who have not chosen
  std::int64_t threads = 16;              ///< 1 to 64: pages made at once
  std::string public_address;             ///< http(s)://name[:port], or empty: as the browser says

  /// Whether people come by an encrypted connection, which ends at a proxy before this server.
  bool encrypted() const { return public_address.starts_with("https://"); }
};

struct SettingEntry {
  std::string_view name;
  std::string_view standard;
  std::string_view sentence;
};
/// For `alongside help settings` and docs/reference/settings.md, which a test compares.
const std::vector<SettingEntry>& settings_catalogue();

/// What is wrong with a settings file, for the person who wrote it: names the setting and the line.
struct SettingsFault {
  std::string message;
};
/// Reads TOML over the defaults. Refused in `faults`: unknown names, wrong types, values out of
/// range.
Settings settings_from(std::string_view toml, std::vector<SettingsFault>& faults);

}  // namespace alongside
