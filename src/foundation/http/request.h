// SPDX-License-Identifier: Apache-2.0
// What was asked: method, path, query, form and the few headers that matter, already bounded.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::http {

enum class Method { get, head, post, put, patch, remove, options, other };

/// Limits of one request; every one has a test (research/security.md, section 5).
constexpr std::size_t target_bytes_max = 8 * 1024;
constexpr std::size_t headers_bytes_max = 16 * 1024;
constexpr std::size_t header_fields_max = 100;
constexpr std::size_t body_bytes_max = 1024 * 1024;
constexpr std::size_t fields_max = 400;

/// Names and values of a query or a form, in the order they came; a name may come more than once.
class Fields {
 public:
  /// Reads application/x-www-form-urlencoded. Nothing when it is not UTF-8 or has over fields_max.
  static std::optional<Fields> parse(std::string_view encoded);
  void add(std::string name, std::string value) {
    pairs_.emplace_back(std::move(name), std::move(value));
  }
  /// The first value of that name, or empty.
  std::string_view value(std::string_view name) const;
  bool has(std::string_view name) const;
  std::vector<std::string_view> values(std::string_view name) const;
  const std::vector<std::pair<std::string, std::string>>& pairs() const { return pairs_; }

 private:
  std::vector<std::pair<std::string, std::string>> pairs_;
};

struct Request {
  Method method = Method::get;
  std::string path = "/";  ///< still percent-encoded; the router decodes its parts
  Fields query;
  Fields form;                                              ///< of a POST; empty otherwise
  std::string body;                                         ///< as it came, where it is no form
  std::map<std::string, std::string, std::less<>> headers;  ///< names in lower case
  std::string peer;  ///< the other side's address, without port

  std::string_view header(std::string_view name) const;
  /// The value of a cookie, or empty.
  std::string_view cookie(std::string_view name) const;
};

}  // namespace alongside::http
