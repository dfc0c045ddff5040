// SPDX-License-Identifier: Apache-2.0
// What somebody typed stays text: in an element, in an attribute, in an address.
#include "doors/web/html.h"
#include "foundation/base/expect.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace alongside;
  const std::string typed(reinterpret_cast<const char*>(data), size);
  const std::string empty =
      web::document(web::h::p(web::Attribute("title", std::string_view()), web::Text("")));
  const std::string page =
      web::document(web::h::p(web::Attribute("title", std::string_view(typed)), web::Text(typed)));
  const auto count = [](const std::string& text, char c) {
    std::size_t n = 0;
    for (const char each : text) n += each == c ? 1U : 0U;
    return n;
  };
  for (const char c : {'<', '>', '"'})
    expect(count(page, c) == count(empty, c), "nothing that was typed becomes markup");
  const std::string url = web::Url("/people").part(typed).text();
  expect(count(url, '/') == 2 && count(url, '?') == 0 && count(url, '#') == 0,
         "nothing that was typed becomes an address");
  return 0;
}
