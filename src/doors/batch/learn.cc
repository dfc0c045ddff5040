// SPDX-License-Identifier: Apache-2.0
// Which family of the specification a line asks for.
#include "doors/batch/learn.h"

#include <functional>
#include <map>

#include "doors/batch/learn_input.h"
#include "doors/batch/learn_model.h"
#include "doors/batch/learn_person.h"
#include "doors/batch/learn_rules.h"
#include "doors/batch/learn_science.h"
#include "doors/batch/lines.h"
#include "foundation/base/json.h"
#include "foundation/base/text.h"

namespace alongside::batch {
namespace {

constexpr int depth_max = 16;

using Family = std::function<void(const LearnInput&, JsonWriter&)>;

const std::map<std::string, Family, std::less<>>& families() {
  static const std::map<std::string, Family, std::less<>> all = {
      {"posterior_fixed_variance", learn_posterior},
      {"federated_equals_pooled", learn_federated},
      {"reml", learn_reml},
      {"eb_map", learn_eb_map},
      {"integrated", learn_integrated},
      {"scale", learn_scale},
      {"meta_analysis", learn_meta},
      {"meta_bayes", learn_meta_posterior},
      {"tau_grid", learn_tau_grid},
      {"science_prior", learn_science_prior},
      {"robust_mixture", learn_robust_mixture},
      {"evidence_weights", learn_evidence_weights},
      {"nof1_gls", learn_phases},
      {"nof1_bayes", learn_phase_posterior},
      {"nonoverlap", learn_nonoverlap},
      {"randomisation_test", learn_randomisation},
      {"gas", learn_goal_attainment},
      {"binary_logistic", learn_yes_no},
      {"binary_person_intercept", learn_yes_no_levels},
      {"federated_logistic", learn_yes_no_federated},
      {"status_rules", learn_status},
      {"missing_tipping", learn_tipping},
      {"ranking", learn_ranking},
      {"release_gate", learn_release_gate},
  };
  return all;
}

void write_id(JsonWriter& out, const JsonValue* root) {
  const JsonValue* id = root == nullptr ? nullptr : root->member("id");
  out.begin_object().key("id");
  if (id != nullptr && id->is(JsonValue::Kind::text))
    out.text(id->text);
  else if (id != nullptr && id->is(JsonValue::Kind::number))
    out.written(id->text);
  else
    out.null();
}

std::string error_line(const JsonValue* root, const LearnFault& fault) {
  JsonWriter out;
  write_id(out, root);
  out.key("error").begin_object().key("code").text(fault.code);
  out.key("message").text(fault.message).end_object().end_object();
  return std::move(out).take();
}

std::string answered(const JsonValue& root) {
  try {
    const LearnInput request(root, "request");
    if (request.text_or("spec", "learning/1") != "learning/1")
      throw LearnFault{"unknown_spec", "Only the specification learning/1 is known."};
    const auto family = families().find(request.text("family"));
    if (family == families().end()) throw LearnFault{"unknown_family", "This family is not known."};
    JsonWriter out;
    write_id(out, &root);
    out.key("result").begin_object();
    family->second(request.object("input"), out);
    out.end_object().end_object();
    return std::move(out).take();
  } catch (const LearnFault& fault) {
    return error_line(&root, fault);
  } catch (const std::exception&) {
    // Numbers at the edge of what a library can work out: this line's trouble alone.
    return error_line(&root,
                      {"not_computable", "These numbers are too large, too small or too few."});
  }
}

}  // namespace

std::string learnt(JsonReader& reader, std::string_view line) {
  if (!is_utf8(line)) return error_line(nullptr, {"not_json", "The line is not UTF-8 text."});
  const auto read = reader.read(line, depth_max);
  const JsonValue* root = std::get_if<JsonValue>(&read);
  if (root == nullptr || !root->is(JsonValue::Kind::object))
    return error_line(nullptr, {"not_json", "The line is no whole JSON object."});
  return answered(*root);
}

std::int64_t learn_lines(std::istream& in, std::ostream& out) {
  return answer_lines(in, out, learnt);
}

}  // namespace alongside::batch
