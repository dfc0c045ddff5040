// SPDX-License-Identifier: Apache-2.0
// The learning engine against its reference cases, by the rule of
// tests/reference/learning/compare.py.
#include "doors/batch/learn.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "foundation/base/text.h"

namespace alongside::batch {
namespace {

using Kind = JsonValue::Kind;

JsonValue parsed(const std::string& text) {
  JsonReader reader;
  auto read = reader.read(text, 32);
  return std::get<JsonValue>(std::move(read));
}

std::string text_of(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  std::ranges::replace(text, '\n', ' ');
  return text;
}

/// What other methods give, shown for comparison and not asked of us.
const std::set<std::string, std::less<>> not_checked = {
    "lme4", "exact_mean", "exact_sd", "exact_log_evidence", "plug_in", "metafor_reml", "laplace"};

struct Allowance {
  double absolute = 0;
  double relative = 0;
};

class Comparison {
 public:
  explicit Comparison(const JsonValue& tolerance) : tolerance_(tolerance) {}

  void same(const JsonValue& want, const JsonValue* got, std::vector<std::string> way,
            const JsonValue* spread = nullptr) const {
    const std::string where = named(way);
    if (want.is(Kind::null)) return;
    ASSERT_NE(got, nullptr) << where;
    if (want.is(Kind::object)) {
      for (const auto& [name, value] : want.members) {
        if (not_checked.contains(name)) continue;
        const JsonValue* beside = name == "mean"          ? want.member("sd")
                                  : name == "effect_mean" ? want.member("effect_sd")
                                                          : nullptr;
        auto further = way;
        further.push_back(name);
        same(value, got->member(name), std::move(further), beside);
      }
    } else if (want.is(Kind::array)) {
      ASSERT_EQ(want.items.size(), got->items.size()) << where;
      for (std::size_t i = 0; i < want.items.size(); ++i) {
        auto further = way;
        further.push_back(std::to_string(i));
        const bool listed = spread != nullptr && i < spread->items.size();
        same(want.items[i], &got->items[i], std::move(further),
             listed ? &spread->items[i] : nullptr);
      }
    } else if (want.is(Kind::number)) {
      const auto number = got->number();
      ASSERT_TRUE(number) << where;
      const double wanted = *want.number();
      const Allowance allowed = allowance(way, spread);
      EXPECT_LE(std::abs(*number - wanted),
                allowed.absolute + (allowed.relative + 1e-15) * std::abs(wanted))
          << where << " " << *number << " " << wanted;
    } else {
      EXPECT_EQ(want.text, got->text) << where;
    }
  }

 private:
  static std::string named(const std::vector<std::string>& way) {
    std::string all;
    for (const std::string& part : way) all += "." + part;
    return all;
  }
  double of(const std::string& name) const {
    const JsonValue* found = tolerance_.member(name);
    return found == nullptr ? 0 : found->number().value_or(0);
  }
  bool has(const std::string& name) const { return tolerance_.member(name) != nullptr; }

  Allowance allowance(const std::vector<std::string>& way, const JsonValue* spread) const {
    if (has("exact")) return {};
    for (auto key = way.rbegin(); key != way.rend(); ++key) {
      std::vector<std::string> names = {*key};
      if (*key == "posterior_sd") names.push_back("sd");
      if (*key == "blup") names.push_back("mean");
      if (key->starts_with("p_")) names.push_back("p");
      for (const std::string& name : names) {
        if (!has(name + "_abs") && !has(name + "_rel") && !has(name + "_abs_in_sd")) continue;
        const double in_sd = spread != nullptr && spread->is(Kind::number)
                                 ? of(name + "_abs_in_sd") * std::abs(*spread->number())
                                 : 0;
        return {of(name + "_abs") + in_sd, of(name + "_rel")};
      }
    }
    return {has("abs") ? of("abs") : 1e-3, has("rel") ? of("rel") : 1e-3};
  }

  const JsonValue& tolerance_;
};

}  // namespace

TEST(Learn, equals_the_reference_cases) {
  int cases = 0;
  JsonReader reader;
  for (const auto& entry :
       std::filesystem::directory_iterator(ALONGSIDE_SOURCE "/tests/reference/learning/cases")) {
    SCOPED_TRACE(entry.path().stem().string());
    const std::string text = text_of(entry.path());
    const JsonValue reference = parsed(text);
    const JsonValue answer = parsed(learnt(reader, text));
    ASSERT_NE(answer.member("result"), nullptr) << answer.at("/error/message")->text;
    Comparison(*reference.member("tolerance"))
        .same(*reference.member("expected"), answer.member("result"), {});
    ++cases;
  }
  EXPECT_EQ(cases, 42);
}

TEST(Learn, a_bad_line_is_an_error_of_that_line_alone) {
  std::istringstream in(R"({"id":"a","family":"missing_tipping","input":{"items":[]}})"
                        "\n{\"id\":\n\n"
                        R"({"id":"b","family":"nothing","input":{}})"
                        "\n"
                        R"({"id":7,"family":"gas","spec":"learning/2","input":{}})"
                        "\n"
                        R"({"id":"c","family":"gas","input":{"items":[{"goals":[]}]}})"
                        "\n");
  std::ostringstream out;
  EXPECT_EQ(learn_lines(in, out), 4);
  const std::string answers = out.str();
  const auto lines = split(answers, '\n');
  ASSERT_EQ(lines.size(), 6U);
  EXPECT_EQ(lines[0], R"({"id":"a","result":{"items":[]}})");
  EXPECT_EQ(parsed(std::string(lines[1])).at("/error/code")->text, "not_json");
  EXPECT_EQ(parsed(std::string(lines[2])).at("/error/code")->text, "unknown_family");
  EXPECT_EQ(parsed(std::string(lines[3])).at("/error/code")->text, "unknown_spec");
  EXPECT_EQ(parsed(std::string(lines[3])).member("id")->text, "7");
  EXPECT_EQ(parsed(std::string(lines[4])).at("/error/message")->text,
            "request.input.items.1.goals has no goal.");
}

}  // namespace alongside::batch
