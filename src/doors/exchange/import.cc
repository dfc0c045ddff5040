// SPDX-License-Identifier: Apache-2.0
// One pass to check and store, then one to link.
#include "doors/exchange/import.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <stdexcept>

#include "doors/exchange/clinic.h"
#include "doors/exchange/import_files.h"
#include "doors/exchange/ndjson.h"
#include "doors/exchange/resource.h"
#include "doors/exchange/spoken_aim.h"
#include "foundation/base/json.h"
#include "foundation/base/secret.h"
#include "foundation/base/text.h"
#include "foundation/fhir/content.h"
#include "foundation/fhir/definitions.h"
#include "foundation/fhir/primitive.h"
#include "service/move_resources.h"

namespace alongside::exchange {
namespace {

namespace files = std::filesystem;

constexpr std::size_t resources_a_transaction = 1000;
constexpr std::int64_t lines_between_reports = 2000;
constexpr std::size_t batch_bytes_max = 8ULL * 1024 * 1024;

std::string outcome_line(const std::string& file, std::int64_t line,
                         const std::vector<Issue>& issues) {
  JsonWriter json;
  json.begin_object().key("resourceType").text("OperationOutcome").key("issue").begin_array();
  for (const Issue& issue : issues) {
    json.begin_object().key("severity").text("error").key("code").text(issue.code);
    json.key("diagnostics").text(file + ", line " + std::to_string(line) + ": " + issue.reason);
    if (!issue.expression.empty())
      json.key("expression").begin_array().text(issue.expression).end_array();
    json.end_object();
  }
  json.end_array().end_object();
  return std::move(json).take() + "\n";
}

/// The two error files of one incoming file; made when the first line needs them.
class ErrorFiles {
 public:
  ErrorFiles(std::string folder, std::string file)
      : folder_(std::move(folder)), file_(std::move(file)) {
    // What an earlier import said about this file is over.
    files::remove(folder_ + "/" + file_ + ".errors.ndjson");
    files::remove(folder_ + "/" + file_ + ".rejected");
  }
  void add(std::int64_t line, std::string_view text, const std::vector<Issue>& issues) {
    if (!reasons_.is_open()) {
      files::create_directories(folder_);
      reasons_.open(folder_ + "/" + file_ + ".errors.ndjson", std::ios::trunc);
      rejected_.open(folder_ + "/" + file_ + ".rejected", std::ios::trunc | std::ios::binary);
    }
    reasons_ << outcome_line(file_, line, issues);
    rejected_ << text << '\n';
  }

 private:
  std::string folder_;
  std::string file_;
  std::ofstream reasons_;
  std::ofstream rejected_;
};

class Import {
 public:
  Import(const service::Service& service,
         const std::function<void(const std::string&, std::int64_t)>& progress)
      : service_(service), progress_(progress) {}

  /// `errors` is the folder for what this file's lines have wrong.
  FileReport take(const IncomingFile& file, const std::string& errors) {
    report_ = {};
    report_.file = files::path(file.path).filename().string();
    report_.incomplete = !file.there;
    if (!file.there) return report_;
    ErrorFiles error_files(errors, report_.file);
    if (file.document) return take_document(file, error_files);
    report_.incomplete = !file.sha256.empty() && sha256_of(file.path) != file.sha256;
    LineReader lines(file.path);
    Line line;
    while (lines.next(line)) {
      ++report_.lines;
      batch_bytes_ += line.text.size();
      batch_.push_back({std::string(line.text), line.number, line.too_long});
      if (batch_.size() == resources_a_transaction || batch_bytes_ > batch_bytes_max)
        take_batch(error_files);
      if (report_.lines % lines_between_reports == 0) progress_(report_.file, report_.lines);
    }
    take_batch(error_files);
    report_.incomplete |= lines.cut_short() || (file.lines && *file.lines != report_.lines &&
                                                *file.lines != report_.lines - report_.ignored);
    return report_;
  }

  /// From here on what comes is as of then, unless it says so itself.
  void as_of(std::optional<Instant> time, std::string base) {
    const Instant now = service_.now();
    as_of_ = std::min(time.value_or(now), now);
    base_ = std::move(base);
  }

  /// Answers how many were taken out.
  std::int64_t take_deleted(const IncomingFile& file) {
    std::int64_t count = 0;
    if (!file.there) return count;
    std::vector<service::GoneResource> gone;
    std::vector<service::OlderResource> before;
    LineReader lines(file.path);
    for (Line line; lines.next(line);) read_deleted(line.text, gone, before);
    for (const std::string& content : service::take_out_resources(service_, gone)) {
      ++count;
      if (reader_.read_again(content)) collector_.take_out(reader_);
    }
    service::keep_older_versions(service_, before);
    return count;
  }

  void take_history(const IncomingFile& file) {
    if (!file.there) return;
    std::vector<service::OlderResource> versions;
    LineReader lines(file.path);
    for (Line line; lines.next(line);) {
      std::vector<service::GoneResource> gone;
      read_deleted(line.text, gone, versions);
      if (!gone.empty() || !reader_.read_again(line.text)) continue;
      const auto number = whole_number(reader_.at("/meta/versionId").value_or(""));
      const auto at = reader_.last_updated();
      const fhir::Shape* shape = fhir::shape(reader_.type());
      const bool named = shape != nullptr && shape->resource && fhir::is_id(reader_.id());
      if (!number || !at || !named) continue;
      versions.push_back(
          {{reader_.type(), reader_.id(), *number, *at, false, fhir::without_version(line.text)},
           reader_.restricted()});
      if (versions.size() < resources_a_transaction) continue;
      service::keep_older_versions(service_, versions);
      versions.clear();
    }
    service::keep_older_versions(service_, versions);
  }

  void take_latest(const IncomingFile& file) {
    if (!file.there) return;
    std::vector<service::LatestIs> latest;
    LineReader lines(file.path);
    for (Line line; lines.next(line);) {
      if (!reader_.is_object(line.text)) continue;
      const auto number = whole_number(reader_.at("/versionId").value_or(""));
      const auto at = instant_from_fhir(reader_.at("/lastUpdated").value_or(""));
      if (!number || !at) continue;
      latest.push_back(
          {reader_.at("/type").value_or(""), reader_.at("/id").value_or(""), *number, *at});
      if (latest.size() < resources_a_transaction) continue;
      service::set_latest_versions(service_, latest);
      latest.clear();
    }
    service::set_latest_versions(service_, latest);
  }

  /// Who has come in meanwhile may be whom these waited for.
  void take_what_waited() {
    for (const std::string& content : service::resources_that_wait(service_)) link(content);
  }

  /// What was said by an identifier is resolved now that all has been read.
  service::IncomingClinic clinic() {
    const auto resolved = service::resolved_references(service_, conditional_);
    for (const auto& [reference, meant] : resolved) conditional_.erase(reference);
    return std::move(collector_).collected(resolved, base_);
  }
  /// None or several have the identifier.
  const std::set<std::string>& unresolved() const { return conditional_; }

 private:
  static std::string sha256_of(const std::string& path) {
    constexpr std::size_t piece = 1 << 20;
    std::ifstream file(path, std::ios::binary);
    std::string bytes(piece, '\0');
    Sha256 digest;
    while (file.read(bytes.data(), static_cast<std::streamsize>(bytes.size())) || file.gcount() > 0)
      digest.add(std::string_view(bytes).substr(0, static_cast<std::size_t>(file.gcount())));
    return digest.finish();
  }

  /// One resource, or the entries of a Bundle that is only a way to send some. An entry counts as a
  /// line.
  FileReport take_document(const IncomingFile& file, ErrorFiles& error_files) {
    std::string text = text_of(file.path);
    std::erase_if(text, [](char c) { return c == '\n' || c == '\r'; });
    const auto take_one = [&](std::string_view content) {
      take_line({content, ++report_.lines}, error_files);
      if (waiting_.size() == resources_a_transaction) keep(error_files);
    };
    if (!is_a_way_to_send(text)) {
      take_one(text);
    } else {
      const std::string put_right = with_ids(text);
      for (const std::string_view one : fhir::members_of_each(put_right, "entry", "resource"))
        take_one(one);
    }
    keep(error_files);
    return report_;
  }

  bool is_a_way_to_send(std::string_view text) {
    if (!reader_.is_object(text) || reader_.at("/resourceType") != "Bundle") return false;
    const auto type = reader_.at("/type");
    return type == "transaction" || type == "batch" || type == "collection" || type == "searchset";
  }

  /// References to a fullUrl become references to the entry; one without an id is called by its
  /// urn:uuid.
  std::string with_ids(const std::string& text) {
    constexpr std::string_view urn = "urn:uuid:";
    std::map<std::string, std::string> known;
    std::string bundle = text;
    const JsonValue* entries = reader_.root().member("entry");
    const auto bytes = fhir::members_of_each(text, "entry", "resource");
    std::size_t moved = 0;
    for (std::size_t i = 0; entries != nullptr && i < entries->items.size(); ++i) {
      const JsonValue* url = entries->items[i].member("fullUrl");
      const JsonValue* type = entries->items[i].at("/resource/resourceType");
      const JsonValue* id = entries->items[i].at("/resource/id");
      if (url == nullptr || type == nullptr || !url->text.starts_with(urn)) continue;
      const std::string called = id == nullptr ? url->text.substr(urn.size()) : id->text;
      known[url->text] = type->text + "/" + called;
      if (id != nullptr || i >= bytes.size() || bytes[i].empty()) continue;
      const std::string with_id = fhir::with_id(bytes[i], called);
      bundle.replace(static_cast<std::size_t>(bytes[i].data() - text.data()) + moved,
                     bytes[i].size(), with_id);
      moved += with_id.size() - bytes[i].size();
    }
    return fhir::with_texts(bundle, [&](std::string_view member, const std::string& said) {
      const auto found = member == "reference" ? known.find(said) : known.end();
      return found == known.end() ? std::nullopt : std::optional(found->second);
    });
  }

  /// A Bundle with a request for each: "DELETE Patient/7".
  void read_deleted(std::string_view text, std::vector<service::GoneResource>& gone,
                    std::vector<service::OlderResource>& before) {
    if (!reader_.is_object(text)) return;
    const JsonValue* entries = reader_.root().member("entry");
    if (entries == nullptr) return;
    const auto version = whole_number(reader_.at("/meta/versionId").value_or(""));
    const auto at = reader_.last_updated();
    for (const JsonValue& entry : entries->items) {
      const JsonValue* url = entry.at("/request/url");
      const JsonValue* method = entry.at("/request/method");
      if (url == nullptr || method == nullptr || method->text != "DELETE") continue;
      const std::size_t slash = url->text.rfind('/');
      const std::size_t begin = url->text.rfind('/', slash - 1);
      if (slash == std::string::npos || slash == 0) continue;
      const std::size_t type_at = begin == std::string::npos ? 0 : begin + 1;
      gone.push_back({url->text.substr(type_at, slash - type_at), url->text.substr(slash + 1)});
      if (version && at)
        before.push_back({{gone.back().type, gone.back().id, *version, *at, true, {}}, false});
    }
  }

  /// What is here already, byte for byte, was checked when it came: it is not read again, unless it
  /// came before in this batch as something else.
  void take_batch(ErrorFiles& error_files) {
    std::vector<service::ComingBytes> coming;
    for (const Held& held : batch_) {
      const auto called = fhir::called(held.text);
      coming.push_back(called ? service::ComingBytes{called->type, called->id, held.text}
                              : service::ComingBytes{});
    }
    const auto here = service::are_here(service_, coming);
    std::set<std::pair<std::string_view, std::string_view>> changing;
    for (std::size_t i = 0; i < batch_.size(); ++i) {
      const std::pair key(coming[i].type, coming[i].id);
      if (here[i] && !changing.contains(key)) {
        ++report_.unchanged;
        if (may_link(coming[i])) link(batch_[i].text, true);
        continue;
      }
      changing.insert(key);
      take_line({batch_[i].text, batch_[i].number, batch_[i].too_long}, error_files);
    }
    keep(error_files);
    batch_.clear();
    batch_bytes_ = 0;
  }

  /// Scores are a few among many observations: the code stands in their bytes. What refers by an
  /// identifier is looked into, whatever it is.
  static bool may_link(const service::ComingBytes& one) {
    if (one.bytes.find("?identifier=") != std::string_view::npos) return true;
    if (one.type != "Observation") return ClinicCollector::may_link(one.type);
    return one.bytes.find(score_by_the_person) != std::string_view::npos ||
           one.bytes.find("\\u") != std::string_view::npos;
  }

  void take_line(const Line& line, ErrorFiles& error_files) {
    if (!line.too_long && line.text.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos) {
      ++report_.ignored;
      return;
    }
    const auto issues =
        line.too_long ? std::vector<Issue>{{"structure", "", "The line is longer than 64 MB."}}
                      : reader_.read(line.text);
    if (!issues.empty()) {
      ++report_.rejected;
      error_files.add(line.number, line.text, issues);
      return;
    }
    waiting_.push_back({reader_.type(), reader_.id(), reader_.content_hash(),
                        reader_.last_updated(), std::string(line.text), reader_.identifiers(),
                        reader_.restricted(), reader_.codes()});
    waiting_conditional_.push_back(reader_.conditional_references());
    waiting_lines_.push_back(line.number);
    waiting_links_.push_back(ClinicCollector::links(reader_));
  }

  void keep(ErrorFiles& error_files) {
    if (waiting_.empty()) return;
    const auto arrivals = service::take_in_resources(service_, waiting_, as_of_);
    for (std::size_t i = 0; i < arrivals.size(); ++i) {
      switch (arrivals[i]) {
        case service::Arrival::created:
          ++report_.created;
          break;
        case service::Arrival::updated:
          ++report_.updated;
          break;
        case service::Arrival::unchanged:
          ++report_.unchanged;
          break;
        case service::Arrival::erased:
          ++report_.ignored;
          break;
        case service::Arrival::stale:
          ++report_.stale;
          error_files.add(waiting_lines_[i], waiting_[i].content,
                          {{"conflict", waiting_[i].type + ".meta.lastUpdated",
                            "A newer version of this resource is already here."}});
          break;
      }
      const bool kept =
          arrivals[i] != service::Arrival::stale && arrivals[i] != service::Arrival::erased;
      if (kept) conditional_.insert(waiting_conditional_[i].begin(), waiting_conditional_[i].end());
      if (kept && waiting_links_[i])
        link(waiting_[i].content, arrivals[i] == service::Arrival::unchanged);
    }
    waiting_.clear();
    waiting_links_.clear();
    waiting_conditional_.clear();
    waiting_lines_.clear();
  }

  /// After the store has said that it is no stale version: read again, for what it links.
  void link(std::string_view content, bool as_before = false) {
    if (!reader_.read_again(content)) return;
    for (std::string& reference : reader_.conditional_references())
      conditional_.insert(std::move(reference));
    if (ClinicCollector::links(reader_)) collector_.take(reader_, as_before);
  }

  const service::Service& service_;
  const std::function<void(const std::string&, std::int64_t)>& progress_;
  ResourceReader reader_;
  ClinicCollector collector_;
  std::set<std::string> conditional_;
  Instant as_of_;
  std::string base_;
  FileReport report_;
  struct Held {
    std::string text;
    std::int64_t number = 0;
    bool too_long = false;
  };
  std::vector<Held> batch_;
  std::size_t batch_bytes_ = 0;
  std::vector<service::IncomingResource> waiting_;
  std::vector<std::int64_t> waiting_lines_;
  std::vector<bool> waiting_links_;
  std::vector<std::vector<std::string>> waiting_conditional_;
};

}  // namespace

std::int64_t ImportReport::rejected() const {
  std::int64_t sum = 0;
  for (const FileReport& file : files) sum += file.rejected;
  return sum;
}

bool ImportReport::incomplete() const {
  return std::ranges::any_of(files, &FileReport::incomplete);
}

std::string report_json(const ImportReport& report) {
  JsonWriter json;
  json.begin_object().key("files").begin_array();
  for (const FileReport& file : report.files) {
    json.begin_object().key("file").text(file.file).key("lines").integer(file.lines);
    json.key("created").integer(file.created).key("updated").integer(file.updated);
    json.key("unchanged").integer(file.unchanged).key("stale").integer(file.stale);
    json.key("rejected").integer(file.rejected).key("ignored").integer(file.ignored);
    if (file.incomplete) json.key("incomplete").boolean(true);
    json.end_object();
  }
  json.end_array().key("deleted").integer(report.deleted).key("waiting").begin_array();
  for (const std::string& waits_for : report.taken.waiting) json.text(waits_for);
  json.end_array().end_object();
  return std::move(json).take();
}

ImportReport import_folders(const service::Service& service,
                            const std::vector<std::string>& folders, const std::string& errors,
                            const service::TakeInDefaults& defaults,
                            const std::function<void(const std::string&, std::int64_t)>& progress) {
  ImportReport report;
  Import import(service, progress);
  std::vector<IncomingFiles> found;  // All folders are looked into before any is read.
  for (const std::string& folder : folders) found.push_back(files_to_read(folder));
  for (std::size_t i = 0; i < found.size(); ++i) {
    const std::string part = found.size() == 1 ? errors : errors + "/" + std::to_string(i + 1);
    import.as_of(found[i].as_of, found[i].base);
    for (const IncomingFile& file : found[i].files) report.files.push_back(import.take(file, part));
    for (const IncomingFile& file : found[i].deleted) report.deleted += import.take_deleted(file);
    for (const IncomingFile& file : found[i].history) import.take_history(file);
    for (const IncomingFile& file : found[i].latest) import.take_latest(file);
  }
  import.take_what_waited();
  const service::IncomingClinic clinic = import.clinic();
  report.taken = service::take_in_clinic(service, clinic, defaults);
  std::set<std::string> waiting(report.taken.waiting.begin(), report.taken.waiting.end());
  waiting.insert(import.unresolved().begin(), import.unresolved().end());
  report.taken.waiting.assign(waiting.begin(), waiting.end());
  return report;
}

}  // namespace alongside::exchange
