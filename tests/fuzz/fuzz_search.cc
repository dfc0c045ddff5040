// SPDX-License-Identifier: Apache-2.0
// A search is read or refused, a refusal never repeats what was sent, and asking twice answers
// alike.
#include <cstdlib>

#include "doors/exchange/server/search.h"

using namespace alongside;

namespace {

const JsonValue& observation() {
  static const JsonValue read = [] {
    JsonReader reader;
    return std::get<JsonValue>(reader.read(
        R"({"resourceType":"Observation","id":"o","status":"final","code":{"coding":[{"system":"http://loinc.org",
        "code":"8480-6"}],"text":"Å"},"subject":{"reference":"Patient?identifier=urn:a|7"},"focus":[{"reference":"Goal/g"}],
        "effectivePeriod":{"start":"2026-01-01"},"valueQuantity":{"value":5.40,"unit":"mm","code":"mm"}})",
        16));
  }();
  return read;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  const auto query = http::Fields::parse(text);
  if (!query) return 0;
  exchange::Reply fault;
  const auto asked = exchange::search_from("Observation", *query, fault);
  if (!asked) {
    if (fault.status != 400 || fault.body.empty()) std::abort();
    return 0;
  }
  if (asked->count < 0 || asked->count > exchange::count_max) std::abort();
  for (const fhir::Criterion& criterion : asked->criteria) {
    if (criterion.holds(observation()) != criterion.holds(observation())) std::abort();
    if (criterion.values().empty()) std::abort();
  }
  for (const auto& order : asked->order) fhir::sort_key(observation(), *order.parameter);
  exchange::Reply again;
  if (!exchange::search_from("Observation", asked->used, again)) std::abort();
  return 0;
}
