// SPDX-License-Identifier: Apache-2.0
// Written JSON is well formed and escaped.
#include "foundation/base/json.h"

#include <gtest/gtest.h>

namespace alongside {

TEST(JsonWriter, writes_nested_content_with_escapes) {
  JsonWriter json;
  json.begin_object()
      .key("a")
      .begin_array()
      .integer(1)
      .text("q\"\n\x01")
      .boolean(true)
      .begin_object()
      .end_object();
  json.end_array().key("b").text("å").end_object();
  EXPECT_EQ(std::move(json).take(), "{\"a\":[1,\"q\\\"\\n\\u0001\",true,{}],\"b\":\"å\"}");
}

}  // namespace alongside
