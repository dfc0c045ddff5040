// SPDX-License-Identifier: Apache-2.0
// FHIR lines: a resource that is accepted has type, id and hash, and is accepted again the same.
#include "doors/exchange/clinic.h"
#include "doors/exchange/evidence.h"
#include "doors/exchange/resource.h"
#include "foundation/base/delimited.h"
#include "foundation/base/expect.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view line(reinterpret_cast<const char*>(data), size);
  if (const auto table = alongside::exchange::evidence_table_from(line))
    alongside::expect(std::holds_alternative<alongside::TextTable>(alongside::table_from(*table)),
                      "evidence of others is a table");
  alongside::exchange::ResourceReader reader;
  if (!reader.read(line).empty()) return 0;
  alongside::expect(!reader.type().empty() && !reader.id().empty(), "it has a type and an id");
  const std::string hash = reader.content_hash();
  alongside::exchange::ClinicCollector collector;
  collector.take(reader);
  std::move(collector).collected();
  alongside::expect(reader.read(line).empty() && reader.content_hash() == hash, "it stays itself");
  return 0;
}
