// SPDX-License-Identifier: Apache-2.0
// Kinds of answers and the headers of every one.
#include "foundation/http/response.h"

#include "foundation/base/gzip.h"

namespace alongside::http {

Response Response::html(int status, std::string body) {
  Response response{status, {}, std::move(body), {}};
  response.with("Content-Type", "text/html; charset=utf-8");
  return response;
}

Response Response::text(int status, std::string body) {
  Response response{status, {}, std::move(body), {}};
  response.with("Content-Type", "text/plain; charset=utf-8");
  return response;
}

Response Response::events(std::function<std::optional<std::string>()> watch) {
  Response response{200, {}, {}, std::move(watch)};
  // A proxy that gathers bytes would keep the news to itself.
  response.with("Content-Type", "text/event-stream").with("X-Accel-Buffering", "no");
  return response;
}

Response Response::see_other(std::string location) {
  Response response{303, {}, {}, {}};
  response.with("Location", std::move(location));
  return response;
}

Response Response::forever(std::string_view type, std::string_view bytes) {
  Response response{200, {}, std::string(bytes), {}};
  response.with("Content-Type", std::string(type));
  response.with("Cache-Control", "public, max-age=31536000, immutable");
  return response;
}

std::string_view Response::header(std::string_view name) const {
  for (const auto& [key, value] : headers)
    if (key == name) return value;
  return {};
}

void compress(Response& response, std::string_view accepted) {
  constexpr std::size_t worth_it = 600;
  const std::string_view type = response.header("Content-Type");
  if (!type.starts_with("text/") && type.find("json") == std::string_view::npos &&
      type.find("svg") == std::string_view::npos)
    return;
  if (response.watch) return;
  response.with("Vary", "Accept-Encoding");
  const bool asked = accepted.find("gzip") != std::string_view::npos &&
                     accepted.find("gzip;q=0") == std::string_view::npos;
  if (response.body.size() < worth_it || !asked) return;
  response.body = gzipped(response.body);
  response.with("Content-Encoding", "gzip");
}

std::string content_policy(std::string_view style_nonce, bool forms_lead_away) {
  std::string policy = "default-src 'none'; script-src 'self'; style-src 'self'";
  if (!style_nonce.empty()) policy.append(" 'nonce-").append(style_nonce).append("'");
  policy += "; font-src 'self'; img-src 'self' data:; connect-src 'self'";
  // Browsers hold it against every step that an answer leads on to, wherever a program goes next.
  if (!forms_lead_away) policy += "; form-action 'self'";
  return policy + "; base-uri 'none'; object-src 'none'";
}

const std::vector<std::pair<std::string, std::string>>& security_headers() {
  static const std::vector<std::pair<std::string, std::string>> headers = {
      {"Content-Security-Policy", content_policy() + "; frame-ancestors 'none'"},
      {"X-Content-Type-Options", "nosniff"},
      {"Referrer-Policy", "no-referrer"},
      {"Cross-Origin-Opener-Policy", "same-origin"},
      {"Cross-Origin-Resource-Policy", "same-origin"},
      {"Cache-Control", "no-store"},
  };
  return headers;
}

}  // namespace alongside::http
