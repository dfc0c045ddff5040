// SPDX-License-Identifier: Apache-2.0
// The 110 reference cases, through the same door as anybody's series; and series that come in
// broken.
#include "doors/batch/series.h"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <limits>
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
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// tests/reference/spc/README.md, "Tolerance".
class Comparison {
 public:
  explicit Comparison(const JsonValue& expected, double relative) : relative_(relative) {
    double high = -std::numeric_limits<double>::infinity();
    double low = std::numeric_limits<double>::infinity();
    double size = 0;
    const JsonValue* points = expected.member("points");
    const auto over = [&](std::string_view name, auto take) {
      const JsonValue* column = points == nullptr ? nullptr : points->member(name);
      if (column == nullptr) return;
      for (const JsonValue& item : column->items)
        if (const auto number = item.number()) take(*number);
    };
    over("ucl", [&](double v) { high = std::max(high, v); });
    over("lcl", [&](double v) { low = std::min(low, v); });
    if (!(high >= low))
      for (const char* name : {"y", "statistic", "ratio"})
        over(name, [&](double v) {
          high = std::max(high, v);
          low = std::min(low, v);
        });
    for (const char* name : {"y", "cl", "statistic", "ratio"})
      over(name, [&](double v) { size = std::max(size, std::abs(v)); });
    absolute_ = relative * std::max(0.0, high - low) + 1e-13 * size;
  }

  bool same(std::string_view column, const JsonValue& want, const JsonValue& got) const {
    if (want.kind == Kind::array || want.kind == Kind::object)
      return same_within(column, want, got);
    if (want.kind != Kind::number) return want.kind == got.kind && want.text == got.text;
    const auto number = got.number();
    if (!number) return false;
    static const std::set<std::string_view> on_the_scale = {"cl",    "lcl", "ucl",      "lcl95",
                                                            "ucl95", "y",   "statistic"};
    const double difference = std::abs(*want.number() - *number);
    if (on_the_scale.contains(column)) return difference <= absolute_;
    return difference <= 1e-12 ||
           difference <= relative_ * std::max(std::abs(*want.number()), std::abs(*number));
  }

 private:
  bool same_within(std::string_view column, const JsonValue& want, const JsonValue& got) const {
    if (want.items.size() != got.items.size()) return false;
    for (std::size_t i = 0; i < want.items.size(); ++i)
      if (!same(column, want.items[i], got.items[i])) return false;
    for (const auto& [name, inner] : want.members) {
      const JsonValue* other = got.member(name);
      if (other == nullptr || !same(name, inner, *other)) return false;
    }
    return true;
  }
  double relative_;
  double absolute_ = 0;
};

void compare(const JsonValue& reference, const JsonValue& result) {
  const JsonValue* expected = reference.member("engine_expected");
  if (expected == nullptr) expected = reference.member("expected");
  if (expected->member("error") != nullptr) {
    EXPECT_NE(result.member("error"), nullptr);
    return;
  }
  ASSERT_EQ(result.member("error"), nullptr) << result.at("/error/message")->text;
  const JsonValue* tolerance = reference.member("tolerance");
  const Comparison comparison(*expected, tolerance == nullptr ? 1e-9 : *tolerance->number());
  for (const char* section : {"points", "summary"}) {
    const JsonValue* wanted = expected->member(section);
    if (wanted == nullptr) continue;
    for (const auto& [name, want] : wanted->members) {
      const JsonValue* got = result.member(section)->member(name);
      ASSERT_NE(got, nullptr) << section << " " << name;
      EXPECT_TRUE(comparison.same(name, want, *got)) << section << " " << name;
    }
  }
  const JsonValue* phases = expected->member("phases");
  if (phases != nullptr) {
    EXPECT_TRUE(comparison.same("phases", *phases, *result.member("phases")));
  }
}

}  // namespace

TEST(Series, equals_the_reference_cases) {
  int cases = 0;
  JsonReader reader;
  for (const auto& entry :
       std::filesystem::directory_iterator(ALONGSIDE_SOURCE "/tests/reference/spc/cases")) {
    SCOPED_TRACE(entry.path().stem().string());
    const std::string text = text_of(entry.path());
    compare(parsed(text), parsed(charted(reader, text)));
    ++cases;
  }
  EXPECT_EQ(cases, 110);
}

TEST(Series, a_bad_line_is_an_error_of_that_line_alone) {
  std::istringstream in(
      "{\"name\":\"a\",\"family\":\"qic\",\"chart\":\"i\",\"inputs\":{\"y\":[1,2,3]}}\n"
      "{\"name\":\"b\",\n"
      "\n"
      "{\"name\":\"c\",\"family\":\"qic\",\"chart\":\"p\",\"inputs\":{\"y\":[1,5],\"n\":[9,4]}}\n"
      "{\"name\":\"d\",\"family\":\"qic\",\"chart\":\"run\",\"inputs\":{\"y\":[]}}\n");
  std::ostringstream out;
  EXPECT_EQ(chart_lines(in, out), 2);
  const std::string answered = out.str();
  const auto lines = split(answered, '\n');
  ASSERT_EQ(lines.size(), 5U);
  EXPECT_EQ(parsed(std::string(lines[0])).member("name")->text, "a");
  EXPECT_EQ(parsed(std::string(lines[1])).at("/error/code")->text, "not_json");
  EXPECT_EQ(parsed(std::string(lines[2])).at("/error/code")->text, "count_over_size");
  EXPECT_EQ(parsed(std::string(lines[2])).at("/error/row")->text, "2");
  EXPECT_EQ(parsed(std::string(lines[3])).member("name")->text, "d");
}

TEST(Series, many_lines_come_back_in_their_order) {
  std::ostringstream lines;
  for (int i = 0; i < 3000; ++i)
    lines << "{\"name\":\"" << i << "\",\"family\":\"qic\",\"chart\":\"i\",\"inputs\":{\"y\":[1,2,"
          << i << "]}}\n";
  std::istringstream in(lines.str());
  std::ostringstream out;
  EXPECT_EQ(chart_lines(in, out), 0);
  const std::string answered = out.str();
  const auto answers = split(answered, '\n');
  for (int i = 0; i < 3000; i += 37)
    EXPECT_TRUE(answers[static_cast<std::size_t>(i)].starts_with("{\"name\":\"" +
                                                                 std::to_string(i) + "\""));
}

}  // namespace alongside::batch
