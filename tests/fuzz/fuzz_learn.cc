// SPDX-License-Identifier: Apache-2.0
// Any line as a case for the learning engine: it is answered or refused, in one line of JSON.
#include "doors/batch/learn.h"
#include "foundation/base/expect.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  static alongside::JsonReader reader;
  static alongside::JsonReader again;
  const std::string_view line(reinterpret_cast<const char*>(data), size);
  // A made-up network is as large as it is asked for: minutes, and nothing to find.
  if (line.find("scale") != std::string_view::npos) return 0;
  const std::string answer = alongside::batch::learnt(reader, line);
  alongside::expect(answer.find('\n') == std::string::npos, "an answer is one line");
  const auto read = again.read(answer, 32);
  const auto* value = std::get_if<alongside::JsonValue>(&read);
  alongside::expect(value != nullptr &&
                        (value->member("result") != nullptr) != (value->member("error") != nullptr),
                    "an answer has a result or an error");
  return 0;
}
