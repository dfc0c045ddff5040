// SPDX-License-Identifier: Apache-2.0
// One pass to check and store, then one to link.
#include "doors/exchange/import.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>
#include <set>
#include <stdexcept>

#include "doors/exchange/clinic.h"
#include "doors/exchange/import_files.h"
#include "doors/exchange/ndjson.h"
#include "doors/exchange/resource.h"
#include "foundation/base/json.h"
#include "foundation/base/text.h"

namespace alongside::exchange {
namespace {

namespace files = std::filesystem;

constexpr std::size_t resources_a_transaction = 1000;
constexpr std::int64_t lines_between_reports = 2000;

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
    LineReader lines(file.path);
    Line line;
    while (lines.next(line)) {
      ++report_.lines;
      take_line(line, error_files);
      if (waiting_.size() == resources_a_transaction) keep(error_files);
      if (report_.lines % lines_between_reports == 0) progress_(report_.file, report_.lines);
    }
    keep(error_files);
    report_.incomplete = lines.cut_short() || (file.lines && *file.lines != report_.lines &&
                                               *file.lines != report_.lines - report_.ignored);
    return report_;
  }

  /// Who has come in meanwhile may be whom these waited for.
  void take_what_waited() {
    for (const std::string& content : service::resources_that_wait(service_)) link(content);
  }

  /// What was said by an identifier is resolved now that all has been read.
  service::IncomingClinic clinic() {
    const auto resolved = service::resolved_references(service_, conditional_);
    for (const auto& [reference, meant] : resolved) conditional_.erase(reference);
    return std::move(collector_).collected(resolved);
  }
  /// None or several have the identifier.
  const std::set<std::string>& unresolved() const { return conditional_; }

 private:
  void take_line(const Line& line, ErrorFiles& error_files) {
    if (!line.too_long && one_line(line.text).empty()) {
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
                        reader_.last_updated(), std::string(line.text), reader_.identifiers()});
    waiting_conditional_.push_back(reader_.conditional_references());
    waiting_lines_.push_back(line.number);
    waiting_links_.push_back(ClinicCollector::links(reader_));
  }

  void keep(ErrorFiles& error_files) {
    if (waiting_.empty()) return;
    const auto arrivals = service::take_in_resources(service_, waiting_);
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
    collector_.take(reader_, as_before);
  }

  const service::Service& service_;
  const std::function<void(const std::string&, std::int64_t)>& progress_;
  ResourceReader reader_;
  ClinicCollector collector_;
  std::set<std::string> conditional_;
  FileReport report_;
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
    for (const IncomingFile& file : found[i].files) report.files.push_back(import.take(file, part));
    report.deletions += found[i].deletions;
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
