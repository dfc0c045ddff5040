// SPDX-License-Identifier: Apache-2.0
// Which family a request belongs to, and many requests at once.
#include "doors/batch/series.h"

#include "doors/batch/lines.h"
#include "doors/batch/series_families.h"
#include "foundation/base/json.h"
#include "foundation/base/text.h"

namespace alongside::batch {
namespace {

constexpr int depth_max = 16;

void write_name(JsonWriter& out, const JsonValue* name) {
  out.key("name");
  if (name != nullptr && name->is(JsonValue::Kind::text))
    out.text(name->text);
  else
    out.null();
}

std::string error_line(const JsonValue* name, const SeriesFault& fault) {
  JsonWriter out;
  out.begin_object();
  write_name(out, name);
  out.key("error").begin_object();
  out.key("code").text(fault.code).key("message").text(fault.message).key("row");
  if (fault.row > 0)
    out.integer(static_cast<std::int64_t>(fault.row));
  else
    out.null();
  out.end_object().end_object();
  return std::move(out).take();
}

using Family = void (*)(const SeriesRequest&, JsonWriter&);

Family family_of(std::string_view name) {
  if (name == "qic" || name == "pbc") return chart_by_phases;
  if (name == "mdc") return chart_by_nhs_rules;
  if (name == "qcc") return chart_by_textbook;
  if (name == "cusum") return chart_cusum;
  if (name == "ewma") return chart_ewma;
  if (name == "bchart") return chart_bernoulli;
  if (name == "racusum") return chart_risk_adjusted;
  if (name == "autospc") return chart_stable_shifts;
  if (name == "funnel") return chart_funnel;
  throw SeriesFault{"unknown_family", "This family of charts is not known."};
}

std::string charted_value(const JsonValue& root) {
  try {
    const SeriesRequest request(root);
    JsonWriter out;
    out.begin_object();
    write_name(out, request.name());
    family_of(request.family())(request, out);
    out.end_object();
    return std::move(out).take();
  } catch (const SeriesFault& fault) {
    return error_line(root.member("name"), fault);
  } catch (const std::exception&) {
    // Numbers at the edge of what a library can work out: this line's trouble alone.
    return error_line(root.member("name"),
                      {"not_computable", "These numbers are too large, too small or too few."});
  }
}

}  // namespace

std::string charted(JsonReader& reader, std::string_view line) {
  if (!is_utf8(line)) return error_line(nullptr, {"not_json", "The line is not UTF-8 text."});
  const auto read = reader.read(line, depth_max);
  const JsonValue* root = std::get_if<JsonValue>(&read);
  if (root == nullptr || !root->is(JsonValue::Kind::object))
    return error_line(nullptr, {"not_json", "The line is no whole JSON object."});
  return charted_value(*root);
}

std::int64_t chart_lines(std::istream& in, std::ostream& out) {
  return answer_lines(in, out, charted);
}

}  // namespace alongside::batch
