// SPDX-License-Identifier: Apache-2.0
// The frame around every page: head, top bar, tabs, example banner, foot.
#pragma once

#include <span>
#include <string>

#include "doors/web/asking.h"
#include "doors/web/html.h"
#include "foundation/base/embedded.h"

namespace alongside::web {

/// Which entry of the navigation is the current one. While somebody is checking in, the bottom of a
/// phone belongs to the Save button and shows no tabs.
enum class Place {
  none,
  my_aims,
  prepare,
  check_in,
  checking_in,
  options,
  plan,
  sharing,
  people,
  team,
  projects,
  supporting,
  admin
};

/// A whole page. `title` goes into the browser's tab; the page brings its own h1.
http::Response page(const Asking& asking, int status, const Text& title, Place place,
                    const Html& main);

/// A page to keep as one file: its style within it, nothing to load, nothing to press.
std::string page_as_file(const Asking& asking, const Text& title, const Html& main);

/// The page for what is not there or not permitted: the same words and the same weight, whatever
/// the reason.
http::Response not_found(const Asking& asking);

/// src/doors/web/assets as this binary carries it.
std::span<const EmbeddedFile> assets();
/// The first characters of a digest over all assets: part of their addresses, so that they may be
/// kept for ever.
const std::string& assets_fingerprint();
Url asset(std::string_view file_name);
/// A script without its indents and whole-line comments.
std::string bare_script(std::string_view script);

/// The whole address of a page here, to be given to somebody.
std::string address_here(const Asking& asking, const Url& path);

constexpr std::int64_t a_year = 31'536'000;  ///< seconds

struct Cookie {
  std::string_view name;
  std::string_view value;
  std::string_view path = "/";
  std::int64_t seconds = -1;  ///< kept so long; 0 ends it now; below 0: until the browser closes
};
/// What Set-Cookie says: out of reach of scripts and of other sites, and never sent unencrypted
/// where people come by an encrypted connection.
std::string cookie_text(const Settings& settings, const Cookie& cookie);

/// Hidden fields of every form: the session's token, and a key that makes a second sending
/// harmless.
Html form_keys(const Asking& asking);
/// A form that posts to `to`, with its keys.
template <class... Parts>
Html post_form(const Asking& asking, const Url& to, const Parts&... parts) {
  return h::form(Attribute("method", std::string_view("post")), action(to), form_keys(asking),
                 parts...);
}

}  // namespace alongside::web
