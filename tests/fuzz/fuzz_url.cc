// SPDX-License-Identifier: Apache-2.0
// Whatever a person writes: escaped once, it comes back; as a path part, it is the same part.
#include "doors/web/html.h"
#include "foundation/base/expect.h"
#include "foundation/base/text.h"
#include "foundation/http/router.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const alongside::web::Html html = alongside::web::h::p(alongside::web::Text(text));
  const std::string inside = html.markup().substr(3, html.markup().size() - 7);
  alongside::expect(inside.find('<') == std::string::npos, "text brings no tag");
  alongside::http::PathParts parts;
  if (!text.empty() && alongside::is_utf8(text)) {
    const bool fits =
        alongside::http::path_fits("/a/{part}", alongside::web::Url("/a").part(text).text(), parts);
    alongside::expect(fits && parts["part"] == text, "a part of a path comes back");
  }
  alongside::tidied(text);
  alongside::one_line(text);
  return 0;
}
