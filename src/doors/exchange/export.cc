// SPDX-License-Identifier: Apache-2.0
// A file is named in the manifest only when it is whole, and the manifest comes last.
#include "doors/exchange/export.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <stdexcept>

#include "doors/exchange/own_resources.h"
#include "doors/exchange/resource.h"
#include "foundation/base/json.h"
#include "foundation/base/secret.h"
#include "foundation/fhir/content.h"
#include "foundation/fhir/definitions.h"
#include "service/move_resources.h"

namespace alongside::exchange {
namespace {

namespace files = std::filesystem;
using service::ResourceSeen;

constexpr std::int64_t lines_between_reports = 20'000;

/// Lines of one file, counted and digested as they are written.
class Lines {
 public:
  Lines(const std::string& folder, std::string name) : name_(std::move(name)) {
    const files::path path = files::path(folder) / name_;
    files::create_directories(path.parent_path());
    out_.open(path, std::ios::trunc | std::ios::binary);
    if (!out_) throw std::runtime_error("a file cannot be made in " + folder);
  }
  void add(std::string line) {
    line += '\n';
    digest_.add(line);
    out_ << line;
    ++count_;
  }
  void close() {
    out_.close();
    if (!out_) throw std::runtime_error(name_ + " cannot be written: is the disk full?");
    sum_ = digest_.finish();
  }
  const std::string& name() const { return name_; }
  std::int64_t count() const { return count_; }
  const std::string& sum() const { return sum_; }

 private:
  std::string name_;
  std::ofstream out_;
  Sha256 digest_;
  std::string sum_;
  std::int64_t count_ = 0;
};

class Export {
 public:
  Export(std::string folder, const ExportWish& wish,
         const std::function<void(const std::string&, std::int64_t)>& progress)
      : folder_(std::move(folder)), wish_(wish), progress_(progress) {}

  void write(service::ResourceView& view) {
    if (wish_.person.empty()) {
      for (const std::string_view type : fhir::resource_types())
        view.each({type}, [&](const ResourceSeen& one) { take(view, one); });
    } else {
      write_person(view);
    }
    if (wish_.whole) view.each_older([&](const ResourceSeen& one) { take_older(view, one); });
    finish();
  }

  const std::vector<ExportedFile>& report() const { return report_; }

 private:
  struct Entry {
    std::string type;
    std::unique_ptr<Lines> lines;
  };

  void write_person(service::ResourceView& view) {
    const bool typed = wish_.person.find('/') != std::string::npos;
    const std::string person = typed ? wish_.person : "Patient/" + wish_.person;
    service::Sought sought{""};
    sought.about = view.references_of(person);
    sought.about_them_only = true;
    std::map<std::pair<std::string, std::string>, service::ResourceVersion> found;
    view.each(sought, [&](const ResourceSeen& one) {
      found[{std::string(one.type), std::string(one.id)}] = {
          std::string(one.type),   std::string(one.id), one.version, one.at, false,
          std::string(one.content)};
    });
    if (found.empty()) throw std::runtime_error("nobody came in as " + person);
    for (const auto& [place, one] : found) {
      kept_.insert(place);
      take(view, {one.type, one.id, one.version, one.at, false, one.content});
    }
  }

  void take(service::ResourceView& view, const ResourceSeen& one) {
    view.hand_out(one.type, one.id, one.content);
    newest_ = std::max(newest_, one.at);
    Lines& lines = file_of(current_, one.type, std::string(one.type) + ".ndjson");
    lines.add(fhir::on_one_line(one.content));
    if (lines.count() % lines_between_reports == 0) progress_(lines.name(), lines.count());
    if (!wish_.whole) return;
    const auto said = said_time(one.content);
    if (one.version == 1 && said == one.at) return;
    JsonWriter json;
    json.begin_object().key("type").text(one.type).key("id").text(one.id);
    json.key("versionId").text(std::to_string(one.version));
    json.key("lastUpdated").text(iso_utc(one.at)).end_object();
    file_of(latest_, "", "history/latest.ndjson").add(std::move(json).take());
  }

  void take_older(service::ResourceView& view, const ResourceSeen& one) {
    if (!wish_.person.empty() && !kept_.contains({std::string(one.type), std::string(one.id)}))
      return;
    newest_ = std::max(newest_, one.at);
    const std::string version = std::to_string(one.version);
    if (!one.deleted) {
      view.hand_out(one.type, one.id, one.content);
      file_of(older_, one.type, "history/" + std::string(one.type) + ".ndjson")
          .add(fhir::with_version(fhir::on_one_line(one.content), version, iso_utc(one.at)));
      return;
    }
    JsonWriter json;
    json.begin_object().key("resourceType").text("Bundle").key("meta").begin_object();
    json.key("versionId").text(version).key("lastUpdated").text(iso_utc(one.at)).end_object();
    json.key("type").text("transaction").key("entry").begin_array().begin_object();
    json.key("request").begin_object().key("method").text("DELETE");
    json.key("url").text(std::string(one.type) + "/" + std::string(one.id));
    json.end_object().end_object().end_array().end_object();
    // One that lives again was deleted for a while: that is history.
    const auto now = view.now(one.type, one.id);
    if (now && now->deleted && now->version == one.version)
      file_of(deleted_, "Bundle", "deleted.ndjson").add(std::move(json).take());
    else
      file_of(interrupted_, "Bundle", "history/deleted.ndjson").add(std::move(json).take());
  }

  std::optional<Instant> said_time(std::string_view content) {
    auto read = reader_.read(content, depth_max);
    const JsonValue* resource = std::get_if<JsonValue>(&read);
    const JsonValue* time = resource == nullptr ? nullptr : resource->at("/meta/lastUpdated");
    return time == nullptr ? std::nullopt : instant_from_fhir(time->text);
  }

  /// Resources come type by type, so the last file is the one.
  Lines& file_of(std::vector<Entry>& entries, std::string_view type, const std::string& name) {
    if (entries.empty() || entries.back().type != type)
      entries.push_back({std::string(type), std::make_unique<Lines>(folder_, name)});
    return *entries.back().lines;
  }

  void write_list(JsonWriter& json, std::string_view key, std::vector<Entry>& entries) {
    json.key(key).begin_array();
    for (Entry& entry : entries) {
      Lines& lines = *entry.lines;
      lines.close();
      report_.push_back({lines.name(), lines.count()});
      json.begin_object();
      if (!entry.type.empty()) json.key("type").text(entry.type);
      json.key("url").text("./" + lines.name()).key("count").integer(lines.count());
      json.key("extension").begin_object().key("sha256").text(lines.sum()).end_object();
      json.end_object();
    }
    json.end_array();
  }

  void finish() {
    JsonWriter json;
    json.begin_object().key("transactionTime").text(iso_utc(newest_));
    json.key("request").text("alongside export").key("requiresAccessToken").boolean(false);
    write_list(json, "output", current_);
    write_list(json, "deleted", deleted_);
    json.key("error").begin_array().end_array();
    if (wish_.whole) {
      json.key("extension").begin_object();
      for (Entry& entry : interrupted_) older_.push_back(std::move(entry));
      write_list(json, "history", older_);
      write_list(json, "latest", latest_);
      json.end_object();
    }
    json.end_object();
    const files::path path = files::path(folder_) / "./manifest.json";
    std::ofstream file(path, std::ios::trunc | std::ios::binary);
    file << std::move(json).take() << '\n';
    file.close();
    if (!file) throw std::runtime_error("the manifest cannot be written: is the disk full?");
  }

  std::string folder_;
  const ExportWish& wish_;
  const std::function<void(const std::string&, std::int64_t)>& progress_;
  JsonReader reader_;
  Instant newest_;
  std::vector<Entry> current_, older_, interrupted_, deleted_, latest_;
  std::set<std::pair<std::string, std::string>> kept_;
  std::vector<ExportedFile> report_;
};

}  // namespace

std::vector<ExportedFile> export_clinic(
    const service::Service& service, const std::string& folder, const ExportWish& wish,
    const std::function<void(const std::string&, std::int64_t)>& progress) {
  std::error_code error;
  if (files::exists(folder) && !files::is_empty(folder, error))
    throw std::runtime_error(folder + " holds something already: name a new folder");
  files::create_directories(folder);
  OwnResources(service).bring_up_to_date();
  service::LookAccount account;
  return service::look_at_resources(service, service::owner_of_data(), account,
                                    [&](service::ResourceView& view) {
                                      Export out(folder, wish, progress);
                                      out.write(view);
                                      return out.report();
                                    });
}

void index_all(const service::Service& service) {
  constexpr std::int64_t at_once = 1000;
  ResourceReader reader;
  for (;;) {
    std::vector<service::OlderResource> found;
    for (service::ResourceVersion& one : service::without_index(service, at_once)) {
      const bool known = reader.read_again(one.content);
      found.push_back({std::move(one), known && reader.restricted(),
                       known ? reader.codes() : std::string("*")});
    }
    if (found.empty()) return;
    service::put_in_index(service, found);
  }
}

}  // namespace alongside::exchange
