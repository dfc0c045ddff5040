// SPDX-License-Identifier: Apache-2.0
// Folders, and manifests of bulk exports.
#include "doors/exchange/import_files.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "foundation/base/json_value.h"
#include "foundation/base/text.h"

namespace alongside::exchange {
namespace {

namespace files = std::filesystem;

constexpr std::string_view manifest_name = "./manifest.json";
constexpr std::string_view client_log = "log.ndjson";
/// What an import said about lines; the lines themselves come in again by their file.
constexpr std::string_view errors_end = ".errors.ndjson";
constexpr std::string_view rejected_end = ".rejected";
constexpr int manifest_depth_max = 16;

bool has_lines(const std::string& name) {
  return name.ends_with(".ndjson") || name.ends_with(".ndjson.gz");
}

JsonValue manifest_in(const files::path& path) {
  std::ifstream file(path);
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  auto read = JsonReader().read(text, manifest_depth_max);
  if (!std::holds_alternative<JsonValue>(read) ||
      std::get<JsonValue>(read).member("output") == nullptr)
    throw std::runtime_error(path.string() + " is no manifest of an export: it names no output");
  return std::get<JsonValue>(std::move(read));
}

/// "Patient.ndjson" of "https://a.example/files/Patient.ndjson?sig=1": never a way out of the
/// folder.
std::string file_of(const std::string& url) {
  const std::string plain = url.substr(0, url.find_first_of("?#"));
  return plain.substr(plain.rfind('/') + 1);
}

IncomingFiles named_in(const files::path& manifest) {
  const JsonValue read = manifest_in(manifest);
  IncomingFiles found;
  for (const JsonValue& one : read.member("output")->items) {
    const JsonValue* url = one.member("url");
    const std::string name = url == nullptr ? std::string() : file_of(url->text);
    if (name.empty() || name == "." || name == "..")
      throw std::runtime_error(manifest.string() + " names an output without a file");
    const files::path path = manifest.parent_path() / name;
    if (std::ranges::find(found.files, path.string(), &IncomingFile::path) != found.files.end())
      throw std::runtime_error(manifest.string() + " names two outputs " + name +
                               ": one folder holds one file of that name");
    const JsonValue* count = one.member("count");
    found.files.push_back({path.string(),
                           count == nullptr ? std::nullopt : whole_number(count->text),
                           files::is_regular_file(path)});
  }
  const JsonValue* deleted = read.member("deleted");
  found.deletions = deleted == nullptr ? 0 : static_cast<std::int64_t>(deleted->items.size());
  return found;
}

IncomingFiles all_in(const files::path& folder) {
  IncomingFiles found;
  std::error_code error;
  for (const auto& entry : files::directory_iterator(folder, error)) {
    const std::string name = entry.path().filename().string();
    if (entry.is_regular_file() && has_lines(name) && name != client_log &&
        !name.ends_with(errors_end))
      found.files.push_back({entry.path().string()});
  }
  if (error) throw std::runtime_error("the folder cannot be read: " + folder.string());
  if (found.files.empty())
    throw std::runtime_error("there is no .ndjson or .ndjson.gz file in " + folder.string());
  std::ranges::sort(found.files, {}, &IncomingFile::path);
  return found;
}

}  // namespace

IncomingFiles files_to_read(const std::string& path) {
  const files::path at(path);
  if (!files::exists(at)) throw std::runtime_error("there is no file or folder " + path);
  if (files::is_directory(at))
    return files::exists(at / manifest_name) ? named_in(at / manifest_name) : all_in(at);
  if (at.extension() == ".json") return named_in(at);
  if (!has_lines(path) && !path.ends_with(rejected_end))
    throw std::runtime_error(path + " is no .ndjson or .ndjson.gz file, no manifest and no folder");
  return {{{path}}, 0};
}

}  // namespace alongside::exchange
