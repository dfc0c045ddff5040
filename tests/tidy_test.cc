// SPDX-License-Identifier: Apache-2.0
// Keeps the tree as src/MODULES and docs/decisions say: directions, sizes, names, words, mirrored
// tests. A planted violation of each rule is caught by a test of its own.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>

#include "foundation/base/text.h"
#include "improvement/measure.h"
#include "foundation/words/catalogue.h"

namespace alongside::tidy {
namespace {

namespace files = std::filesystem;

const std::string root = ALONGSIDE_SOURCE;
constexpr std::size_t columns_max = 100;
constexpr std::size_t file_lines_max = 500;
constexpr std::size_t function_lines_max = 70;

struct File {
  std::string path;  // from the root, such as "src/aim/aim.h"
  std::string text;
};

std::vector<File> tree(const std::string& folder, const std::set<std::string>& extensions) {
  std::vector<File> found;
  for (const auto& entry : files::recursive_directory_iterator(root + "/" + folder)) {
    const std::string path = files::relative(entry.path(), root);
    if (!entry.is_regular_file() || !extensions.contains(entry.path().extension()) ||
        path.find("node_modules") != std::string::npos)
      continue;
    std::ifstream file(entry.path());
    found.push_back(
        {path, {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()}});
  }
  return found;
}

std::vector<File> sources() { return tree("src", {".h", ".cc"}); }

std::map<std::string, std::set<std::string>> modules() {
  std::ifstream file(root + "/src/MODULES");
  std::map<std::string, std::set<std::string>> allowed;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    const std::size_t colon = line.find(':');
    std::set<std::string> may;
    const std::string names = one_line(line.substr(colon + 1));
    for (const std::string_view word : split(names, ' '))
      if (!word.empty()) may.emplace(word);
    allowed[line.substr(0, colon)] = may;
  }
  return allowed;
}

std::string module_of(const std::string& path) { return files::path(path).parent_path(); }

/// Includes of ours that the file's module may not make; the composing file alongside.cc sees all.
std::vector<std::string> forbidden_includes(
    const File& file, const std::map<std::string, std::set<std::string>>& allowed) {
  std::vector<std::string> wrong;
  if (file.path == "src/alongside.cc") return wrong;
  const std::string module = module_of(file.path.substr(4));
  static const std::regex include("#include \"([^\"]+)\"");
  for (auto at = std::sregex_iterator(file.text.begin(), file.text.end(), include);
       at != std::sregex_iterator(); ++at) {
    const std::string other = module_of((*at)[1]);
    const auto may = allowed.find(module);
    if (may == allowed.end() || (other != module && !may->second.contains(other)))
      wrong.push_back(file.path + " includes " + std::string((*at)[1]));
  }
  return wrong;
}

/// Modules that reach themselves through what they may include.
bool has_cycle(const std::map<std::string, std::set<std::string>>& allowed) {
  std::set<std::string> done;
  for (bool progress = true; progress;) {
    progress = false;
    for (const auto& [module, may] : allowed)
      if (!done.contains(module) &&
          std::includes(done.begin(), done.end(), may.begin(), may.end())) {
        done.insert(module);
        progress = true;
      }
  }
  return done.size() != allowed.size();
}

/// From the first line of a definition at the margin to its closing brace at the margin.
std::vector<std::string> long_functions(const File& file) {
  static const std::regex no_function(
      "^(class|struct|namespace|enum|using|#|//|template|extern|\\})");
  std::vector<std::string> wrong;
  std::size_t number = 0;
  std::size_t begun = 0;
  for (const std::string_view line : split(file.text, '\n')) {
    ++number;
    const bool at_margin = !line.empty() && line.front() != ' ';
    if (at_margin && line.find('(') != std::string_view::npos &&
        !std::regex_search(std::string(line), no_function))
      begun = number;
    if (line == "}" && begun != 0 && number - begun > function_lines_max)
      wrong.push_back(file.path + ":" + std::to_string(begun) + " has " +
                      std::to_string(number - begun) + " lines");
    if (line.starts_with('}') || (at_margin && line.ends_with(';'))) begun = 0;
  }
  return wrong;
}

/// Words of the house: what may not be written, and what to write instead.
const std::vector<std::pair<std::regex, std::string>>& banned() {
  static const std::vector<std::pair<std::regex, std::string>> list = {
      {std::regex("\\bshared_ptr\\b"), "a value or unique_ptr"},
      {std::regex("\\bnew [A-Z]\\w*[({]"), "make_unique or a value"},
      {std::regex("\\bstd::regex\\b"), "a small parser"},
      {std::regex("\\b(TODO|FIXME|XXX)\\b(?!\\(#)"), "an issue's number beside it"},
      {std::regex("\\bnon-compliant\\b|\\bnon-adherent\\b"), "no blame"},
      {std::regex("co_await[^;]*\\[[A-Za-z_=]"),
       "a named lambda before the co_await (g++ 12.2 destroys it twice)"},
      {std::regex("co_await[^;]*\\{"),
       "a named value before the co_await (g++ 12.2 destroys it twice)"},
      {std::regex("\\?[^;:]*co_await|:[^;:]*co_await[^;]*;.*\\?"),
       "if and else around the co_await"},
  };
  return list;
}

std::string without_comments(const std::string& text) {
  std::string code;
  for (const std::string_view line : split(text, '\n'))
    if (!one_line(line).starts_with("//")) code += std::string(line) + "\n";
  return code;
}

std::vector<std::string> banned_words(const File& file) {
  std::vector<std::string> wrong;
  const std::string code = without_comments(file.text);
  for (const auto& [pattern, instead] : banned())
    if (std::regex_search(code, pattern)) wrong.push_back(file.path + ": write " + instead);
  if (file.text.find("system_clock::now") != std::string::npos &&
      file.path != "src/foundation/base/clock.cc")
    wrong.push_back(file.path + ": ask the Clock you were given");
  if (file.text.find("using namespace") != std::string::npos && file.path != "src/alongside.cc")
    wrong.push_back(file.path + ": name what you use");
  return wrong;
}

/// A third-party header and the one module whose .cc files may see it.
const std::map<std::string, std::string>& homes_of_libraries() {
  static const std::map<std::string, std::string> homes = {
      {"<boost/asio", "src/foundation/http/"},
      {"<boost/beast", "src/foundation/http/"},
      {"<boost/math/", "src/foundation/statistics/"},
      {"<Eigen/", "src/foundation/inference/"},
      {"<sqlite3.h>", "src/foundation/sql/"},
      {"<simdjson.h>", "src/foundation/base/"},
      {"<utf8proc.h>", "src/foundation/base/"},
      {"<zlib.h>", "src/foundation/base/"},
      {"<librsvg/", "src/foundation/drawing/"},
      {"<sodium.h>", "src/foundation/base/"},
      {"<toml++/", "src/foundation/base/"},
      {"<CLI/", "src/doors/cli/"},
      {"<curl/", "src/foundation/http/"},
      {"<openssl/", "src/foundation/jose/"},
      {"<date/", "src/foundation/base/"}};
  return homes;
}

std::vector<std::string> strayed_libraries(const File& file) {
  std::vector<std::string> wrong;
  for (const auto& [header, home] : homes_of_libraries())
    if (file.text.find("#include " + header) != std::string::npos &&
        (!file.path.starts_with(home) || file.path.ends_with(".h")))
      wrong.push_back(file.path + " includes " + header);
  return wrong;
}

std::string all_of(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

template <class Rule>
std::string broken(const std::vector<File>& tree, Rule rule) {
  std::vector<std::string> wrong;
  for (const File& file : tree) {
    const auto here = rule(file);
    wrong.insert(wrong.end(), here.begin(), here.end());
  }
  return all_of(wrong);
}

std::set<std::string> keys_in_code() {
  std::set<std::string> keys;
  static const std::regex key("\"([a-z_]+\\.[a-z_0-9]+)\"");
  static const std::regex file_name("\\.(css|sql|js|svg|db|toml|woff2|gz|ndjson|rejected|txt)$");
  for (const File& file : sources()) {
    // It speaks to programs: it may not look into foundation/words, and names charts as R does.
    if (file.path.starts_with("src/doors/batch/series")) continue;
    for (auto at = std::sregex_iterator(file.text.begin(), file.text.end(), key);
         at != std::sregex_iterator(); ++at)
      if (!std::regex_search(std::string((*at)[1]), file_name)) keys.insert((*at)[1]);
  }
  return keys;
}

}  // namespace

TEST(Tidy, modules_look_only_where_MODULES_allows) {
  const auto allowed = modules();
  EXPECT_FALSE(has_cycle(allowed));
  EXPECT_EQ(broken(sources(), [&](const File& file) { return forbidden_includes(file, allowed); }),
            "");
  // The laws of the architecture, whatever MODULES says.
  for (const char* noun : {"aim", "context"})
    for (const char* other : {"aim", "context", "science"})
      EXPECT_TRUE(std::string(noun) == other || !allowed.at(noun).contains(other));
  for (const char* door : {"doors/web", "doors/exchange", "doors/batch", "doors/cli"})
    for (const char* hidden :
         {"record", "foundation/sql", "doors/web", "doors/exchange", "doors/batch", "doors/cli"})
      EXPECT_FALSE(allowed.at(door).contains(hidden)) << door << " " << hidden;
}

TEST(Tidy, catches_a_planted_violation_of_each_rule) {
  const auto allowed = modules();
  EXPECT_EQ(forbidden_includes({"src/aim/aim.cc", "#include \"record/aims.h\"\n"}, allowed).size(),
            1U);
  EXPECT_EQ(forbidden_includes({"src/doors/web/x.cc", "#include \"foundation/sql/database.h\"\n"},
                               allowed)
                .size(),
            1U);
  EXPECT_EQ(forbidden_includes({"src/util/x.cc", "#include \"aim/aim.h\"\n"}, allowed).size(), 1U);
  EXPECT_TRUE(has_cycle({{"a", {"b"}}, {"b", {"a"}}}));
  std::string body = "void f() {\n";
  for (std::size_t i = 0; i < function_lines_max + 1; ++i) body += "  g();\n";
  EXPECT_EQ(long_functions({"src/x.cc", body + "}\n"}).size(), 1U);
  EXPECT_EQ(banned_words({"src/x.cc", "std::shared_ptr<int> p; // TODO later"}).size(), 2U);
  EXPECT_EQ(banned_words({"src/x.cc", "co_await f([x] { });"}).size(), 2U);
  EXPECT_EQ(strayed_libraries({"src/record/x.cc", "#include <sqlite3.h>\n"}).size(), 1U);
}

TEST(Tidy, every_module_has_a_readme_and_every_file_its_purpose) {
  for (const auto& [module, may] : modules())
    EXPECT_TRUE(files::exists(root + "/src/" + module + "/README.md")) << module;
  EXPECT_EQ(
      broken(tree("src", {".h", ".cc", ".css", ".js"}),
             [](const File& file) {
               const auto lines = split(file.text, '\n');
               const bool licence =
                   lines[0].find("SPDX-License-Identifier: Apache-2.0") != std::string_view::npos;
               const bool purpose = lines.size() > 1 && lines[1].size() > 20 &&
                                    (lines[1].starts_with("// ") || lines[1].starts_with("/* "));
               return licence && purpose
                          ? std::vector<std::string>{}
                          : std::vector<std::string>{file.path + " does not say what it is for"};
             }),
      "");
}

TEST(Tidy, files_and_functions_are_small_and_lines_short) {
  EXPECT_EQ(
      broken(sources(),
             [](const File& file) {
               std::vector<std::string> wrong = long_functions(file);
               const auto lines = split(file.text, '\n');
               if (lines.size() > file_lines_max)
                 wrong.push_back(file.path + " has " + std::to_string(lines.size()) + " lines");
               for (std::size_t i = 0; i < lines.size(); ++i)
                 if (characters(lines[i]) > columns_max)
                   wrong.push_back(file.path + ":" + std::to_string(i + 1) + " is too wide");
               return wrong;
             }),
      "");
}

TEST(Tidy, banned_words_and_strayed_libraries_are_absent) {
  EXPECT_EQ(broken(sources(), banned_words), "");
  EXPECT_EQ(broken(sources(), strayed_libraries), "");
}

TEST(Tidy, every_source_has_its_mirrored_test_or_a_story) {
  std::string covered;
  for (const File& story : tree("tests/stories", {".story"}))
    for (const std::string_view line : split(story.text, '\n'))
      if (line.starts_with("covers:")) covered += std::string(line) + " ";
  EXPECT_EQ(broken(tree("src", {".cc"}),
                   [&](const File& file) {
                     const std::string name = file.path.substr(4, file.path.size() - 7);
                     const bool mirrored = files::exists(root + "/tests/" + name + "_test.cc") ||
                                           covered.find(" " + name + " ") != std::string::npos;
                     return mirrored || name == "alongside"
                                ? std::vector<std::string>{}
                                : std::vector<std::string>{name + " has no test"};
                   }),
            "");
}

TEST(Tidy, every_key_of_words_is_there_and_used_in_both_languages) {
  const words::Languages languages;
  const auto used = keys_in_code();
  for (const char* code : {"en", "sv"})
    for (const std::string& key : used)
      EXPECT_TRUE(key == "app.direction_rtl" || languages.in(code).has(key)) << code << " " << key;
  for (const std::string& key : languages.in("en").keys()) {
    const bool of_a_measure = std::ranges::any_of(standard_measures(), [&](const Measure& one) {
      return key.starts_with("measure." + one.id + ".");
    });
    EXPECT_TRUE(used.contains(key) || of_a_measure) << key << " is not used";
  }
}

TEST(Tidy, pages_hold_no_prose) {
  static const std::regex prose("(Text\\(\"[^\"]*[A-Za-z]{2,}|style=)");
  EXPECT_EQ(broken(tree("src/doors/web", {".cc"}),
                   [](const File& file) {
                     return std::regex_search(file.text, prose)
                                ? std::vector<std::string>{file.path + " holds prose or style"}
                                : std::vector<std::string>{};
                   }),
            "");
}

TEST(Tidy, settings_are_documented) {
  std::ifstream file(root + "/docs/reference/settings.md");
  const std::string page{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  for (const char* name : {"address", "port", "zone", "language", "threads"})
    EXPECT_NE(page.find("`" + std::string(name) + "`"), std::string::npos) << name;
}

}  // namespace alongside::tidy
