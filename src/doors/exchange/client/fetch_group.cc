// SPDX-License-Identifier: Apache-2.0
// Kick-off, wait, manifest, files; only when every file lies here whole does the import begin.
#include "doors/exchange/client/fetch_group.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "doors/exchange/client/smart.h"
#include "foundation/base/broken.h"
#include "foundation/base/json.h"
#include "foundation/base/json_value.h"
#include "foundation/base/text.h"
#include "foundation/http/client.h"
#include "service/fetched_groups.h"

namespace alongside::exchange {
namespace {

namespace files = std::filesystem;

constexpr std::int64_t seconds_of_a_wait_max = 300;
constexpr std::int64_t key_seconds_left_min = 30;
constexpr int manifest_depth_max = 16;
constexpr int status_ready = 200;
constexpr int status_accepted = 202;
constexpr int status_too_many = 429;
constexpr int status_busy = 503;

/// One of a manifest's files, as it lies here.
struct File {
  std::string list;  ///< "output" or "deleted"
  std::string type;
  std::string address;
  std::string name;
};

std::string text_member(const JsonValue& object, std::string_view name) {
  const JsonValue* member = object.member(name);
  return member != nullptr && member->is(JsonValue::Kind::text) ? member->text : std::string();
}

class Fetch {
 public:
  Fetch(const service::Service& service, const GroupWish& wish, const GroupWays& ways)
      : service_(service), wish_(wish), ways_(ways), client_(client_for(wish.system)) {}

  /// Where the files lie; `until` is set.
  Outcome<FetchedGroup> files() {
    TRY(doors_, smart_doors(client_, wish_.system.address));
    CHECK(renew_key());
    FetchedGroup fetched;
    if (!wish_.all)
      fetched.since =
          service::group_fetched_until(service_, wish_.system.id, wish_.group).value_or("");
    TRY(const std::string status, begun(fetched.since));
    TRY(const JsonValue manifest, ready(status));
    fetched.until = text_member(manifest, "transactionTime");
    if (!instant_from_fhir(fetched.until)) return Refusal("fetch.no_manifest");
    TRY(const std::vector<File> named, named_in(manifest));
    const JsonValue* locked = manifest.member("requiresAccessToken");
    with_key_to_files_ = locked != nullptr && locked->text == "true";
    const JsonValue* errors = manifest.member("error");
    fetched.left_out = errors != nullptr && !errors->items.empty();
    for (const File& file : named) {
      CHECK(fetched_whole(file));
    }
    write_manifest(manifest, named);
    // The other system may forget the files now.
    static_cast<void>(client_.ask({http::Method::remove, status, with_key()}));
    return fetched;
  }

 private:
  std::vector<std::pair<std::string, std::string>> with_key() const {
    return {{"Authorization", "Bearer " + key_.key}};
  }

  Outcome<Done> renew_key() {
    if (!key_.key.empty() &&
        key_.until.utc_ms - service_.now().utc_ms > key_seconds_left_min * ms_a_second)
      return Done{};
    const Asker asker{client_, wish_.system, ways_.key, service_.randomness, service_.now()};
    auto key =
        key_for_ourselves(asker, doors_, doors_.second_version ? "system/*.rs" : "system/*.read");
    if (!key && key.refusal().key() == "launch.refused") return Refusal("fetch.no_key");
    TRY(key_, std::move(key));
    return Done{};
  }

  /// Where to ask how far it is.
  Outcome<std::string> begun(const std::string& since) {
    std::string address =
        wish_.system.address + "/Group/" + percent_encoded(wish_.group) + "/$export";
    if (!since.empty()) address += "?_since=" + percent_encoded(since);
    for (std::int64_t waited = 0; waited < group_hours_max * ms_an_hour / ms_a_second;) {
      auto headers = with_key();
      headers.emplace_back("Accept", "application/fhir+json");
      headers.emplace_back("Prefer", "respond-async");
      const auto result = client_.ask({http::Method::get, address, std::move(headers)});
      const auto* answer = std::get_if<http::Fetched>(&result);
      if (answer == nullptr) return Refusal("launch.not_reached");
      if (answer->status == status_accepted) {
        std::string status(answer->header("content-location"));
        if (!client_.may_ask(status)) return Refusal("launch.odd");
        ways_.say("The other system begins.");
        return status;
      }
      if (answer->status != status_too_many && answer->status != status_busy)
        return Refusal("fetch.refused");
      waited += pause(*answer);
      CHECK(renew_key());
    }
    return Refusal("fetch.too_slow");
  }

  /// As long as it asks us to; answers the seconds.
  std::int64_t pause(const http::Fetched& answer) {
    const auto asked = whole_number(answer.header("retry-after"));
    const std::int64_t seconds = std::clamp(asked.value_or(seconds_between_questions),
                                            std::int64_t{1}, seconds_of_a_wait_max);
    ways_.wait(seconds);
    return seconds;
  }

  Outcome<JsonValue> ready(const std::string& status) {
    for (std::int64_t waited = 0; waited < group_hours_max * ms_an_hour / ms_a_second;) {
      CHECK(renew_key());
      auto headers = with_key();
      headers.emplace_back("Accept", "application/json");
      const auto result = client_.ask({http::Method::get, status, std::move(headers)});
      const auto* answer = std::get_if<http::Fetched>(&result);
      if (answer == nullptr) return Refusal("launch.not_reached");
      if (answer->status == status_ready) return manifest_of(answer->body);
      if (answer->status != status_accepted && answer->status != status_too_many &&
          answer->status != status_busy)
        return Refusal("fetch.refused");
      ways_.say("The other system makes the files ready.");
      waited += pause(*answer);
    }
    return Refusal("fetch.too_slow");
  }

  static Outcome<JsonValue> manifest_of(const std::string& body) {
    JsonReader reader;
    if (!is_utf8(body)) return Refusal("fetch.no_manifest");
    auto read = reader.read(body, manifest_depth_max);
    auto* manifest = std::get_if<JsonValue>(&read);
    if (manifest == nullptr || manifest->member("output") == nullptr)
      return Refusal("fetch.no_manifest");
    return std::move(*manifest);
  }

  Outcome<std::vector<File>> named_in(const JsonValue& manifest) const {
    std::vector<File> named;
    for (const std::string_view list : {"output", "deleted"}) {
      const JsonValue* entries = manifest.member(list);
      if (entries == nullptr) continue;
      for (const JsonValue& entry : entries->items) {
        const std::string address = text_member(entry, "url");
        if (!client_.may_ask(address)) return Refusal("launch.odd");
        // Of its type only what a file may be called; the number makes it one of its kind.
        std::string type = text_member(entry, "type");
        std::erase_if(type,
                      [](char c) { return !((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')); });
        named.push_back(
            {std::string(list), type, address,
             std::to_string(named.size() + 1) + "." + first_characters(type, 60) + ".ndjson"});
      }
    }
    return named;
  }

  Outcome<Done> fetched_whole(const File& file) {
    CHECK(renew_key());
    ways_.say("Fetching " + file.name);
    // A key goes only where one is asked for.
    auto headers = with_key_to_files_ ? with_key() : decltype(with_key()){};
    headers.emplace_back("Accept", "application/fhir+ndjson");
    const auto result = client_.fetch({http::Method::get, file.address, std::move(headers)},
                                      wish_.files + "/" + file.name);
    const auto* answer = std::get_if<http::Fetched>(&result);
    if (answer == nullptr || answer->status != status_ready) return Refusal("fetch.file");
    return Done{};
  }

  void write_manifest(const JsonValue& manifest, const std::vector<File>& named) const {
    JsonWriter json;
    json.begin_object();
    for (const std::string_view member : {"transactionTime", "request"})
      json.key(member).text(text_member(manifest, member));
    for (const std::string_view list : {"output", "deleted"}) {
      json.key(list).begin_array();
      for (const File& file : named)
        if (file.list == list)
          json.begin_object().key("type").text(file.type).key("url").text(file.name).end_object();
      json.end_array();
    }
    json.end_object();
    std::ofstream file(wish_.files + "/manifest.json", std::ios::binary | std::ios::trunc);
    file << std::move(json).take() << '\n';
    if (!file.flush()) throw OutOfRoom("what came from another system cannot be kept");
  }

  const service::Service& service_;
  const GroupWish& wish_;
  const GroupWays& ways_;
  http::Client client_;
  SmartDoors doors_;
  SmartKey key_;
  bool with_key_to_files_ = true;
};

}  // namespace

service::RecordSystem system_named(const service::Service& service, const std::string& name) {
  for (service::RecordSystem& system : service::record_systems(service))
    if (system.name == name || system.address == name) return std::move(system);
  throw std::runtime_error("no record system is called \"" + name +
                           "\"; an administrator names it under Record systems");
}

Outcome<FetchedGroup> fetch_group(const service::Service& service, const GroupWish& wish,
                                  const service::TakeInDefaults& defaults, const GroupWays& ways) {
  files::create_directories(wish.files);
  files::permissions(wish.files, files::perms::owner_all);
  TRY(FetchedGroup fetched, Fetch(service, wish, ways).files());
  fetched.report = import_folders(service, {wish.files}, wish.errors, defaults, ways.progress);
  if (!fetched.report.incomplete() && !fetched.left_out)
    service::note_group_fetched(service, wish.system.id, wish.group, fetched.until);
  return fetched;
}

}  // namespace alongside::exchange
