// SPDX-License-Identifier: Apache-2.0
// One small file a key, named by its digest, readable for its owner alone, gone once it was taken
// in.
#include "doors/exchange/server/token_file.h"

#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "foundation/base/json.h"
#include "foundation/base/json_value.h"
#include "foundation/base/secret.h"
#include "foundation/base/text.h"

namespace alongside::exchange {
namespace {

namespace files = std::filesystem;

constexpr std::string_view owner = "The owner of the data";

std::string path_of(const std::string& folder, const std::string& digest) {
  return folder + "/" + digest + ".json";
}

std::optional<service::AccessToken> token_in(const std::string& path, const std::string& digest) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  JsonReader reader;
  constexpr int depth = 4;
  auto read = reader.read(text, depth);
  const JsonValue* said = std::get_if<JsonValue>(&read);
  if (said == nullptr) return std::nullopt;
  const auto words = [&](std::string_view member) {
    const JsonValue* value = said->member(member);
    return value == nullptr ? std::string() : value->text;
  };
  const auto issued = instant_from_fhir(words("issued"));
  const auto expires = instant_from_fhir(words("expires"));
  if (!issued || !expires) return std::nullopt;
  return service::AccessToken{
      digest, std::string(owner), words("scope"), words("patient"), *issued, *expires};
}

}  // namespace

std::string keys_folder(const std::string& data) { return data + "/keys"; }

Outcome<std::string> leave_token(const std::string& folder, const TokenWish& wish, Instant now,
                                 Randomness& randomness) {
  const auto scopes = service::Scopes::parse(wish.scope);
  if (!scopes) return Refusal("token.scope");
  if (scopes->of_one_person() && wish.patient.empty()) return Refusal("token.patient");
  if (wish.minutes < 1 || wish.minutes > service::token_minutes_max)
    return Refusal("token.minutes");
  std::string key = fresh_token(randomness);
  const bool typed = wish.patient.empty() || wish.patient.find('/') != std::string::npos;
  JsonWriter json;
  json.begin_object().key("scope").text(wish.scope);
  json.key("patient").text(typed ? wish.patient : "Patient/" + wish.patient);
  json.key("issued").text(iso_utc(now));
  json.key("expires").text(iso_utc({now.utc_ms + wish.minutes * ms_a_minute})).end_object();
  files::create_directories(folder);
  files::permissions(folder, files::perms::owner_all);
  const std::string path = path_of(folder, sha256(key));
  const std::string unfinished = path + ".new";
  {
    std::ofstream file(unfinished, std::ios::trunc | std::ios::binary);
    file << std::move(json).take() << '\n';
    if (!file.flush()) throw std::runtime_error("a key cannot be left in " + folder);
  }
  files::permissions(unfinished, files::perms::owner_read | files::perms::owner_write);
  files::rename(unfinished, path);
  return key;
}

bool take_in_token(const service::Service& service, const std::string& folder,
                   std::string_view key) {
  constexpr std::size_t longest = 200;
  if (folder.empty() || key.empty() || key.size() > longest) return false;
  const std::string digest = sha256(key);
  const std::string path = path_of(folder, digest);
  const auto token = token_in(path, digest);
  if (!token) return false;
  const bool kept = service::let_in(service, *token).accepted();
  std::error_code gone;
  files::remove(path, gone);
  return kept;
}

}  // namespace alongside::exchange
