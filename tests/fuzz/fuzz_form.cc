// SPDX-License-Identifier: Apache-2.0
// Forms and cookies: what is read is UTF-8 and bounded.
#include "foundation/base/expect.h"
#include "foundation/base/text.h"
#include "foundation/http/request.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (const auto fields = alongside::http::Fields::parse(text)) {
    alongside::expect(fields->pairs().size() <= alongside::http::fields_max, "fields are bounded");
    for (const auto& [name, value] : fields->pairs())
      alongside::expect(alongside::is_utf8(name) && alongside::is_utf8(value), "fields are text");
  }
  alongside::http::Request request;
  request.headers["cookie"] = std::string(text);
  request.cookie("alongside_session");
  return 0;
}
