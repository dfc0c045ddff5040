// SPDX-License-Identifier: Apache-2.0
// Any line as a request for a chart: it is charted or refused, and the answer is one line of JSON.
#include "doors/batch/series.h"
#include "foundation/base/expect.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  static alongside::JsonReader reader;
  static alongside::JsonReader again;
  const std::string_view line(reinterpret_cast<const char*>(data), size);
  const std::string answer = alongside::batch::charted(reader, line);
  alongside::expect(answer.find('\n') == std::string::npos, "an answer is one line");
  const auto read = again.read(answer, 32);
  const auto* value = std::get_if<alongside::JsonValue>(&read);
  alongside::expect(value != nullptr &&
                        (value->member("points") != nullptr) != (value->member("error") != nullptr),
                    "an answer has points or an error");
  return 0;
}
