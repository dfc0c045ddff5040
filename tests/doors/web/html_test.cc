// SPDX-License-Identifier: Apache-2.0
// Whatever people write, it stays text.
#include "doors/web/html.h"

#include <gtest/gtest.h>

namespace alongside::web {

TEST(Html, escapes_text_and_attributes) {
  const std::string nasty = "<script>alert('x')</script>\"&";
  const Html html = h::p(cls("a"), value(nasty), Text(nasty), h::br());
  EXPECT_EQ(html.markup(),
            "<p class=\"a\" value=\"&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&amp;\">"
            "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&amp;<br></p>");
}

TEST(Html, leaves_absent_attributes_out) {
  EXPECT_EQ(h::input(Attribute("checked", true), Attribute("disabled", false)).markup(),
            "<input checked>");
}

TEST(Url, encodes_what_it_did_not_write) {
  EXPECT_EQ(Url("/people").part("a/b?c").then("/agree").with("q", "x&y").with("p", "1").text(),
            "/people/a%2Fb%3Fc/agree?q=x%26y&p=1");
}

}  // namespace alongside::web
