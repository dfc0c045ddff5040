// SPDX-License-Identifier: Apache-2.0
// Requests and responses as Beast holds them. Only the .cc files of this module include it.
#pragma once

#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "foundation/http/request.h"
#include "foundation/http/response.h"

namespace alongside::http {

namespace beast = boost::beast;
namespace wire = boost::beast::http;
using Parser = wire::request_parser<wire::string_body>;

/// A parser with the limits of this door.
void limit(Parser& parser);

/// What stands in the buffer of a request's head.
enum class Head { part, whole, folded, too_long };
/// Looked at before it is parsed: Beast joins a folded line to the one before, which proxies may
/// read as a line of its own (RFC 9112, 5.2).
Head head_in(std::string_view bytes);

/// Why a well-formed head is still refused: what Beast leaves to its user. 0: it is not.
int fault_of_head(const wire::request_header<>& head);
int status_of_error(const beast::error_code& error);

/// Nothing when the query or the form is not what its type says.
std::optional<Request> request_from(const wire::request<wire::string_body>& message,
                                    std::string peer);
wire::response<wire::string_body> wire_response(Response response, unsigned version,
                                                bool keep_alive, bool without_body);

}  // namespace alongside::http
