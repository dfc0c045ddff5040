// SPDX-License-Identifier: Apache-2.0
// Folders, and manifests of bulk exports.
#include "doors/exchange/import_files.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "doors/exchange/ndjson.h"
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

bool is_document(const std::string& name) {
  return name.ends_with(".json") || name.ends_with(".json.gz");
}

/// A resource, or a Bundle of some; anything else in JSON is not for us.
bool holds_resource(const files::path& path) {
  const std::string text = text_of(path.string());
  constexpr int depth_of_resources = 64;
  const auto read = JsonReader().read(text, depth_of_resources);
  const JsonValue* value = std::get_if<JsonValue>(&read);
  // What cannot be read may be a resource that was cut off: then the import says so.
  if (value == nullptr) return text.find(R"("resourceType")") != std::string::npos;
  return value->member("resourceType") != nullptr;
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

/// "https://ehr.example/r4" of "https://ehr.example/r4/Group/7/$export?_type=Goal".
std::string base_of(const std::string& request) {
  const std::size_t end = std::min(
      {request.find("/Group/"), request.find("/Patient/$export"), request.find("/$export")});
  return end == std::string::npos ? std::string() : request.substr(0, end);
}

std::string words_at(const JsonValue& value, std::string_view pointer) {
  const JsonValue* found = value.at(pointer);
  return found == nullptr ? std::string() : found->text;
}

/// The files of one list of a manifest. `below`: ours may lie in a folder of that name.
std::vector<IncomingFile> listed_in(const files::path& manifest, const JsonValue* list,
                                    const std::string& below) {
  std::vector<IncomingFile> found;
  if (list == nullptr) return found;
  for (const JsonValue& one : list->items) {
    const std::string url = words_at(one, "/url");
    const std::string name = file_of(url);
    if (name.empty() || name == "." || name == "..")
      throw std::runtime_error(manifest.string() + " names an output without a file");
    files::path path = manifest.parent_path();
    if (!below.empty() && url.find("/" + below + "/") != std::string::npos) path /= below;
    path /= name;
    if (std::ranges::find(found, path.string(), &IncomingFile::path) != found.end())
      throw std::runtime_error(manifest.string() + " names two outputs " + name +
                               ": one folder holds one file of that name");
    found.push_back({path.string(), whole_number(words_at(one, "/count")),
                     files::is_regular_file(path), words_at(one, "/extension/sha256")});
  }
  return found;
}

IncomingFiles named_in(const files::path& manifest) {
  const JsonValue read = manifest_in(manifest);
  IncomingFiles found;
  found.files = listed_in(manifest, read.member("output"), {});
  found.deleted = listed_in(manifest, read.member("deleted"), {});
  found.history = listed_in(manifest, read.at("/extension/history"), "history");
  found.latest = listed_in(manifest, read.at("/extension/latest"), "history");
  found.base = base_of(words_at(read, "/request"));
  found.as_of = instant_from_fhir(words_at(read, "/transactionTime"));
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
    if (entry.is_regular_file() && is_document(name) && holds_resource(entry.path()))
      found.files.push_back({entry.path().string(), {}, true, {}, true});
  }
  if (error) throw std::runtime_error("the folder cannot be read: " + folder.string());
  if (found.files.empty())
    throw std::runtime_error("there is no .ndjson, .ndjson.gz or .json file of resources in " +
                             folder.string());
  std::ranges::sort(found.files, {}, &IncomingFile::path);
  return found;
}

}  // namespace

IncomingFiles files_to_read(const std::string& path) {
  const files::path at(path);
  if (!files::exists(at)) throw std::runtime_error("there is no file or folder " + path);
  if (files::is_directory(at))
    return files::exists(at / manifest_name) ? named_in(at / manifest_name) : all_in(at);
  if (is_document(path) && holds_resource(at)) return {{{path, {}, true, {}, true}}};
  if (is_document(path)) return named_in(at);
  if (!has_lines(path) && !path.ends_with(rejected_end))
    throw std::runtime_error(path +
                             " is no .ndjson, .ndjson.gz or .json file, no manifest and no folder");
  return {{{path}}};
}

}  // namespace alongside::exchange
