// SPDX-License-Identifier: Apache-2.0
// What is refused before anybody reads it, and what becomes of the rest.
#include "foundation/http/wire.h"

#include <iterator>

#include "foundation/base/text.h"
#include "foundation/http/message.h"
#include "foundation/http/server.h"

namespace alongside::http {
namespace {

Method method_of(wire::verb verb) {
  switch (verb) {
    case wire::verb::get:
      return Method::get;
    case wire::verb::head:
      return Method::head;
    case wire::verb::post:
      return Method::post;
    default:
      return Method::other;
  }
}

}  // namespace

void limit(Parser& parser) {
  parser.header_limit(static_cast<std::uint32_t>(2 * headers_bytes_max));  // head_in is exact.
  parser.body_limit(body_bytes_max);
}

int fault_of_head(const wire::request_header<>& head) {
  if (std::distance(head.begin(), head.end()) > static_cast<std::ptrdiff_t>(header_fields_max))
    return 431;
  if (head.count(wire::field::host) != 1 && head.version() >= 11) return 400;
  if (head.count(wire::field::content_length) > 1) return 400;
  if (head[wire::field::content_length].find(',') != beast::string_view::npos) return 400;
  const auto coding = head[wire::field::transfer_encoding];
  if (!coding.empty() && !beast::iequals(coding, "chunked")) return 501;
  if (head.count(wire::field::content_encoding) > 0) return 415;
  if (head.target().size() > target_bytes_max) return 414;
  return 0;
}

Head head_in(std::string_view bytes) {
  const std::size_t end = bytes.find("\r\n\r\n");
  if (std::min(end, bytes.size()) + (end == std::string_view::npos ? 0 : 4) > headers_bytes_max)
    return Head::too_long;
  if (end == std::string_view::npos) return Head::part;
  const std::string_view head = bytes.substr(0, end);
  const bool folded =
      head.find("\r\n ") != std::string_view::npos || head.find("\r\n\t") != std::string_view::npos;
  return folded ? Head::folded : Head::whole;
}

int status_of_error(const beast::error_code& error) {
  if (error == wire::error::body_limit) return 413;
  if (error == wire::error::header_limit) return 431;
  if (error == beast::error::timeout) return 408;
  return 400;
}

std::optional<Request> request_from(const wire::request<wire::string_body>& message,
                                    std::string peer) {
  Request request;
  request.method = method_of(message.method());
  request.peer = std::move(peer);
  const std::string_view target(message.target().data(), message.target().size());
  const std::size_t question = target.find('?');
  request.path = std::string(target.substr(0, question));
  if (question != std::string_view::npos) {
    auto query = Fields::parse(target.substr(question + 1));
    if (!query) return std::nullopt;
    request.query = std::move(*query);
  }
  for (const auto& field : message)
    request.headers[lower_ascii({field.name_string().data(), field.name_string().size()})] =
        std::string(field.value());
  if (request.header("content-type").starts_with("application/x-www-form-urlencoded")) {
    auto form = Fields::parse(message.body());
    if (!form) return std::nullopt;
    request.form = std::move(*form);
  }
  return request;
}

wire::response<wire::string_body> wire_response(Response response, unsigned version,
                                                bool keep_alive, bool without_body) {
  wire::response<wire::string_body> message;
  message.version(version);
  message.result(static_cast<unsigned>(response.status));
  for (auto& [name, value] : security_headers())
    if (response.header(name).empty()) message.set(name, value);
  for (auto& [name, value] : response.headers) message.insert(name, value);
  message.keep_alive(keep_alive);
  const std::size_t size = response.body.size();
  if (!without_body) message.body() = std::move(response.body);
  message.content_length(size);
  return message;
}

std::variant<Request, int> message_from(std::string_view bytes) {
  const Head head = head_in(bytes);
  if (head == Head::too_long) return 431;
  if (head != Head::whole) return 400;
  Parser parser;
  limit(parser);
  beast::error_code error;
  const std::size_t used = parser.put(boost::asio::buffer(bytes.data(), bytes.size()), error);
  if (error) return status_of_error(error);
  if (const int fault = fault_of_head(parser.get())) return fault;
  for (bytes.remove_prefix(used); !parser.is_done() && !bytes.empty();) {
    const std::size_t more = parser.put(boost::asio::buffer(bytes.data(), bytes.size()), error);
    if (error) return status_of_error(error);
    if (more == 0) break;
    bytes.remove_prefix(more);
  }
  if (!parser.is_done()) return 400;
  auto request = request_from(parser.get(), "");
  if (!request) return 400;
  return *std::move(request);
}

}  // namespace alongside::http
