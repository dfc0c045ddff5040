// SPDX-License-Identifier: Apache-2.0
// Reads alongside.toml; the only file that sees toml++.
#include "foundation/base/settings.h"

// The library asserts on bad keys before its own check refuses them with line and reason.
#define TOML_ASSERT(condition) static_cast<void>(0)
#include <toml++/toml.h>

#include <algorithm>
#include <sstream>

#include "foundation/base/clock.h"
#include "foundation/base/text.h"

namespace alongside {
namespace {

std::string at_line(const toml::node& node) {
  return " (line " + std::to_string(node.source().begin.line) + ")";
}

void take_text(const toml::key& key, const toml::node& node, std::string& into,
               std::vector<SettingsFault>& faults) {
  if (const auto value = node.value<std::string>()) {
    into = *value;
  } else {
    faults.push_back({std::string(key.str()) + " must be text in quotes" + at_line(node)});
  }
}

void take_number(const toml::key& key, const toml::node& node, std::int64_t low, std::int64_t high,
                 std::int64_t& into, std::vector<SettingsFault>& faults) {
  const auto value = node.value_exact<std::int64_t>();
  if (value && *value >= low && *value <= high) {
    into = *value;
  } else {
    faults.push_back({std::string(key.str()) + " must be a whole number from " +
                      std::to_string(low) + " to " + std::to_string(high) + at_line(node)});
  }
}

/// http or https, a name or a number of a machine, perhaps a port; nothing after it.
bool names_a_site(std::string_view address) {
  const std::size_t scheme = address.find("://");
  if (scheme == std::string_view::npos) return false;
  if (address.substr(0, scheme) != "https" && address.substr(0, scheme) != "http") return false;
  const std::string_view site = address.substr(scheme + 3);
  return !site.empty() && std::ranges::all_of(site, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == ':' ||
           c == '[' || c == ']';
  });
}

void take(const toml::key& key, const toml::node& node, Settings& settings,
          std::vector<SettingsFault>& faults) {
  if (key == "address") {
    take_text(key, node, settings.address, faults);
  } else if (key == "port") {
    take_number(key, node, 0, 65'535, settings.port, faults);
  } else if (key == "zone") {
    take_text(key, node, settings.zone, faults);
    if (!Zone::named(settings.zone))
      faults.push_back({"zone is not a time zone this machine knows" + at_line(node)});
  } else if (key == "language") {
    take_text(key, node, settings.language, faults);
    if (settings.language != "en" && settings.language != "sv")
      faults.push_back({"language must be \"en\" or \"sv\"" + at_line(node)});
  } else if (key == "threads") {
    take_number(key, node, 1, 64, settings.threads, faults);
  } else if (key == "public_address") {
    take_text(key, node, settings.public_address, faults);
    if (!settings.public_address.empty() && !names_a_site(settings.public_address))
      faults.push_back(
          {"public_address must be \"https://\" and a name, without a path, such as "
           "https://clinic.example" +
           at_line(node)});
  } else {
    faults.push_back({std::string(key.str()) + " is not a setting" + at_line(node)});
  }
}

/// The lines without their comments. No setting has a letter beyond ASCII, and Debian's toml++ 3.0
/// stops the program on some of them and on control characters (tests/fuzz/corpus/settings).
std::string plain_lines(std::string_view text, std::vector<SettingsFault>& faults) {
  std::string plain;
  int number = 0;
  for (const std::string_view line : split(text, '\n')) {
    ++number;
    const std::string_view code = line.substr(0, line.find('#'));
    const bool plainly = std::ranges::all_of(
        code, [](char c) { return (c >= ' ' && c <= '~') || c == '\t' || c == '\r'; });
    if (!plainly)
      faults.push_back({"a setting has plain letters only (line " + std::to_string(number) + ")"});
    plain += std::string(code) + "\n";
  }
  return plain;
}

}  // namespace

const std::vector<SettingEntry>& settings_catalogue() {
  static const std::vector<SettingEntry> entries = {
      {"address", "127.0.0.1", "The address the server listens on. Only this machine by default."},
      {"port", "8080", "The port the server listens on. 0 lets the machine choose one."},
      {"zone", "Europe/Stockholm", "The time zone in which days and months are counted."},
      {"language", "en", "The language for people who have not chosen one: en or sv."},
      {"threads", "16",
       "How many pages are made at the same time, 1 to 64. Most of them wait for the disk."},
      {"public_address", "",
       "Where people reach the clinic, such as https://clinic.example: for letters, links and "
       "cookies. Empty: as their browser says."},
  };
  return entries;
}

Settings settings_from(std::string_view text, std::vector<SettingsFault>& faults) {
  Settings settings;
  const std::string plain = plain_lines(text, faults);
  if (!faults.empty()) return settings;
  try {
    const toml::table table = toml::parse(plain);
    for (const auto& [key, node] : table) take(key, node, settings, faults);
  } catch (const toml::parse_error& error) {
    std::ostringstream message;
    message << error.description() << " (line " << error.source().begin.line << ")";
    faults.push_back({message.str()});
  }
  return settings;
}

}  // namespace alongside
