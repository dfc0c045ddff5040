// SPDX-License-Identifier: Apache-2.0
// Bytes of any kind are walked within their bounds; of JSON nothing but version and time changes.
#include <cstdlib>

#include "doors/exchange/resource.h"
#include "foundation/fhir/content.h"

using namespace alongside;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  const auto called = fhir::called(text);
  for (const std::string_view one : fhir::members_of_each(text, "entry", "resource"))
    if (!one.empty() && (one.data() < text.data() || one.data() + one.size() > text.data() + size))
      std::abort();
  const auto nothing = [](std::string_view, const std::string&) { return std::nullopt; };
  if (fhir::with_texts(text, nothing) != text) std::abort();
  const std::string versioned = fhir::with_version(text, "3", "2026-01-01T00:00:00Z");
  exchange::ResourceReader reader;
  if (!reader.read_again(text) || text.find('\\') != std::string_view::npos) return 0;
  // A member that stands twice is refused by the reader, so each stands once here.
  if (called && (called->type != reader.type() || called->id != reader.id())) std::abort();
  const std::string hash = reader.content_hash();
  const JsonValue* meta = reader.root().member("meta");
  if (meta != nullptr && !meta->is(JsonValue::Kind::object)) return 0;
  if (!reader.read_again(versioned) || reader.content_hash() != hash) std::abort();
  if (!reader.read_again(fhir::without_version(versioned)) || reader.content_hash() != hash)
    std::abort();
  return 0;
}
