// SPDX-License-Identifier: Apache-2.0
// Whatever comes through the wire: it is refused with a status, or it becomes a request whose parts
// are what the limits say, and its cookies are found as they were sent.
#include "foundation/base/expect.h"
#include "foundation/base/text.h"
#include "foundation/http/message.h"
#include "foundation/http/server.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using alongside::expect;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto message = alongside::http::message_from(bytes);
  if (const int* status = std::get_if<int>(&message)) {
    expect(*status >= 400 && *status < 600, "a refusal has its status");
    return 0;
  }
  const auto& request = std::get<alongside::http::Request>(message);
  expect(request.path.size() <= alongside::http::target_bytes_max, "the target has its limit");
  expect(request.headers.size() <= alongside::http::header_fields_max,
         "and the fields have theirs");
  for (const auto& [name, value] : request.headers) {
    expect(name == alongside::lower_ascii(name), "a field's name is folded");
    expect(value.find_first_of("\r\n") == std::string::npos, "no line hides in a field");
  }
  for (const auto& [name, value] : request.form.pairs())
    expect(alongside::is_utf8(name) && alongside::is_utf8(value), "a form is text");
  const std::string_view cookie = request.cookie("alongside_session");
  expect(cookie.empty() || request.header("cookie").find(cookie) != std::string_view::npos,
         "a cookie is what was sent");
  expect(cookie.find(';') == std::string_view::npos, "a cookie ends where the next begins");
  return 0;
}
