// SPDX-License-Identifier: Apache-2.0
// Reads measure definitions.
#include "improvement/measure.h"

#include <algorithm>
#include <charconv>

#include "foundation/base/text.h"

namespace alongside {
namespace {

Outcome<Done> take(Measure& measure, const std::string& name, const std::string& value) {
  if (name == "id") {
    measure.id = value;
  } else if (name == "code") {
    measure.code = value;
  } else if (name == "version") {
    const auto [end, error] =
        std::from_chars(value.data(), value.data() + value.size(), measure.version);
    if (error != std::errc() || end != value.data() + value.size())
      return Refusal("measure.unreadable", name);
  } else if (name == "family") {
    if (value == "elicited")
      measure.family = Family::elicited;
    else if (value == "addressed")
      measure.family = Family::addressed;
    else if (value == "attained")
      measure.family = Family::attained;
    else
      return Refusal("measure.unreadable", name);
  } else if (name == "better") {
    if (value != "more" && value != "less") return Refusal("measure.unreadable", name);
    measure.better = value == "more" ? Better::more : Better::less;
  } else if (name == "query") {
    measure.query = value;
  } else if (name == "source") {
    measure.source = value;
  } else {
    return Refusal("measure.unreadable", name);
  }
  return Done{};
}

std::vector<Measure> read_library() {
  std::vector<Measure> measures;
  for (const EmbeddedFile& file : improvement::measure_library())
    measures.push_back(measure_from(file.bytes).value());
  std::ranges::sort(measures, {}, &Measure::code);
  return measures;
}

}  // namespace

Outcome<Measure> measure_from(std::string_view text) {
  Measure measure;
  for (const std::string_view line : split(text, '\n')) {
    const std::string tidy_line = one_line(line);
    if (tidy_line.empty() || tidy_line.starts_with('#')) continue;
    const std::size_t colon = tidy_line.find(':');
    if (colon == std::string::npos) return Refusal("measure.unreadable", tidy_line);
    CHECK(take(measure, tidy_line.substr(0, colon), one_line(tidy_line.substr(colon + 1))));
  }
  if (measure.id.empty()) return Refusal("measure.unreadable", "id");
  if (measure.code.empty()) return Refusal("measure.unreadable", "code");
  if (measure.query.empty()) return Refusal("measure.unreadable", "query");
  return measure;
}

const std::vector<Measure>& standard_measures() {
  static const std::vector<Measure> measures = read_library();
  return measures;
}

std::string_view code_of(Family family) {
  switch (family) {
    case Family::elicited:
      return "elicited";
    case Family::addressed:
      return "addressed";
    case Family::attained:
      return "attained";
  }
  return {};
}

}  // namespace alongside
