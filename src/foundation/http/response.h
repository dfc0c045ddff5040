// SPDX-License-Identifier: Apache-2.0
// What is answered; safe headers are there without asking.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace alongside::http {

struct Response {
  int status = 200;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
  /// Where it is there, the answer goes on as an event stream (WHATWG HTML, 9.2): it is asked about
  /// once a second, from the server's threads, and what it says is sent when it is new; nothing
  /// ends the stream.
  std::function<std::optional<std::string>()> watch = {};

  static Response html(int status, std::string body);
  static Response text(int status, std::string body);
  /// An event stream whose only data is `watch`'s word for how things stand.
  static Response events(std::function<std::optional<std::string>()> watch);
  /// After a change: 303, so that a reload asks for the page and does not send the form again.
  static Response see_other(std::string location);
  /// A file that never changes under its address: kept by the browser for a year.
  static Response forever(std::string_view type, std::string_view bytes);

  Response& with(std::string name, std::string value) {
    headers.emplace_back(std::move(name), std::move(value));
    return *this;
  }
  std::string_view header(std::string_view name) const;
};

/// Gzips a body of words that is worth it, for whoever accepts that.
void compress(Response& response, std::string_view accepted);

/// What a page may load and run: from here alone, nothing inline but a style with `style_nonce`,
/// if there is one. `forms_lead_away`: a form's answer may send
/// the browser on to elsewhere.
std::string content_policy(std::string_view style_nonce = "", bool forms_lead_away = false);

/// Added to each answer that does not say otherwise: nothing from elsewhere is loaded, nothing
/// inline runs, nothing about a person is kept by caches or told to other sites.
const std::vector<std::pair<std::string, std::string>>& security_headers();

}  // namespace alongside::http
