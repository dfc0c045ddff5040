// SPDX-License-Identifier: Apache-2.0
// Out and in again, byte for byte.
#include "doors/exchange/export.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include "doors/exchange/import.h"
#include "doors/exchange/resource.h"
#include "doors/exchange/server/served.h"
#include "foundation/base/text.h"

namespace alongside::exchange {
namespace {

namespace files = std::filesystem;

std::map<std::string, std::string> bytes_in(const std::string& folder) {
  std::map<std::string, std::string> bytes;
  for (const auto& entry : files::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    bytes[files::relative(entry.path(), folder)] = text.str();
  }
  return bytes;
}

/// A clinic in a folder of its own, with nothing in it.
struct Empty {
  testing::TemporaryFolder folder;
  StillClock clock{{testing::tuesday_morning().utc_ms + 90 * ms_a_day}};
  SeededRandomness randomness{3};
  record::Store store{folder.path() + "/data", record::ClinicKind::own, clock};
  service::Service service{store, clock, randomness};
};

ImportReport import(const service::Service& service, const std::string& from,
                    const std::string& errors) {
  return import_folders(service, {from}, errors, {"Clinic", "Europe/Stockholm"},
                        [](const std::string&, std::int64_t) {});
}
void take_out(const service::Service& service, const std::string& folder, const ExportWish& wish) {
  export_clinic(service, folder, wish, [](const std::string&, std::int64_t) {});
}

class ExportTest : public Served {
 protected:
  void live() {
    put("Goal/g", goal("g", "a", R"(,"startDate":"2026-01-01")"));
    clinic.clock.move_to({clinic.clock.now().utc_ms + ms_a_minute});
    put("Goal/g", goal("g", "a", R"(,"startDate":"2026-01-02")"));
    put("Goal/h", goal("h", "b"));
    ask(http::Method::remove, "Goal/h");
    put("Goal/again", goal("again", "a"));
    ask(http::Method::remove, "Goal/again");
    put("Goal/again", goal("again", "a"));
    put("Observation/o",
        R"({"resourceType":"Observation","id":"o","status":"final","code":{"text":"å\\u00e5"},"valueQuantity":{"value":1.0e3}})");
    put("Basic/r",
        R"({"resourceType":"Basic","id":"r","meta":{"security":[{"system":"http://terminology.hl7.org/CodeSystem/v3-Confidentiality","code":"R"}]},"code":{"text":"x"},"subject":{"reference":"Patient/a"}})");
  }
  testing::TemporaryFolder folder;
};

}  // namespace

TEST_F(ExportTest, comes_back_byte_for_byte_with_all_that_was) {
  live();
  take_out(clinic.service, folder.path() + "/one", {true, ""});
  Empty other;
  const auto report = import(other.service, folder.path() + "/one", folder.path() + "/errors");
  EXPECT_EQ(report.rejected(), 0);
  EXPECT_FALSE(report.incomplete());
  take_out(other.service, folder.path() + "/two", {true, ""});
  EXPECT_EQ(bytes_in(folder.path() + "/one"), bytes_in(folder.path() + "/two"));
  import(other.service, folder.path() + "/one", folder.path() + "/errors");
  take_out(other.service, folder.path() + "/three", {true, ""});
  EXPECT_EQ(bytes_in(folder.path() + "/one"), bytes_in(folder.path() + "/three"))
      << "twice the same";
  const auto files = bytes_in(folder.path() + "/one");
  EXPECT_TRUE(files.contains("history/Goal.ndjson"));
  EXPECT_TRUE(files.contains("deleted.ndjson"));
  EXPECT_TRUE(files.contains("Basic.ndjson")) << "what is for the person alone belongs to them";
}

TEST_F(ExportTest, without_history_it_is_a_bulk_export_of_today) {
  live();
  take_out(clinic.service, folder.path() + "/one", {});
  const auto files = bytes_in(folder.path() + "/one");
  EXPECT_FALSE(files.contains("deleted.ndjson"));
  EXPECT_EQ(files.at("Goal.ndjson"),
            goal("again", "a") + "\n" + goal("g", "a", R"(,"startDate":"2026-01-02")") + "\n");
  Empty other;
  import(other.service, folder.path() + "/one", folder.path() + "/errors");
  take_out(other.service, folder.path() + "/two", {});
  EXPECT_EQ(files, bytes_in(folder.path() + "/two"));
}

TEST_F(ExportTest, of_one_person_holds_nothing_about_another) {
  put("Goal/g", goal("g", "a"));
  put("Goal/h", goal("h", "b"));
  take_out(clinic.service, folder.path() + "/one", {false, "a"});
  const auto files = bytes_in(folder.path() + "/one");
  EXPECT_EQ(files.at("Goal.ndjson"), goal("g", "a") + "\n");
  EXPECT_EQ(files.at("Patient.ndjson").find("Bo"), std::string::npos);
  EXPECT_THROW(take_out(clinic.service, folder.path() + "/two", {false, "none"}),
               std::runtime_error);
  EXPECT_THROW(take_out(clinic.service, folder.path() + "/one", {}), std::runtime_error);
}

TEST_F(ExportTest, a_file_that_is_not_as_its_manifest_says_is_told) {
  put("Goal/g", goal("g", "a"));
  take_out(clinic.service, folder.path() + "/one", {});
  std::ofstream(folder.path() + "/one/Goal.ndjson") << goal("g", "b") << "\n";
  Empty other;
  EXPECT_TRUE(
      import(other.service, folder.path() + "/one", folder.path() + "/errors").incomplete());
}

/// Equal: the same members, texts and digits; meta.versionId and meta.lastUpdated apart.
TEST_F(ExportTest, published_examples_come_out_as_they_went_in) {
  for (const char* set :
       {"mapping-examples", "pco-ig/examples/jones", "pco-ig/examples/lopez", "us-core-examples"}) {
    const std::string from = std::string(ALONGSIDE_SOURCE) + "/tests/reference/fhir/" + set;
    Empty other;
    const auto report = import(other.service, from, folder.path() + "/errors");
    std::int64_t kept = 0;
    for (const FileReport& file : report.files) kept += file.created;
    const std::string out = other.folder.path() + "/out";
    take_out(other.service, out, {});
    std::map<std::string, std::string> hashes;
    ResourceReader reader;
    for (const auto& [name, bytes] : bytes_in(out)) {
      if (!name.ends_with(".ndjson")) continue;
      for (const std::string_view line : split(bytes, '\n'))
        if (reader.read_again(line))
          hashes[reader.type() + "/" + reader.id()] = reader.content_hash();
    }
    EXPECT_EQ(kept, static_cast<std::int64_t>(hashes.size())) << set;
    std::int64_t found = 0;
    for (const auto& [name, bytes] : bytes_in(from)) {
      if (!name.ends_with(".json") || !reader.read_again(bytes)) continue;
      const auto came = hashes.find(reader.type() + "/" + reader.id());
      if (came == hashes.end()) continue;  // Refused: the import's own test names them.
      ++found;
      EXPECT_EQ(came->second, reader.content_hash()) << set << " " << name;
    }
    EXPECT_GT(found, 14) << set;
    EXPECT_TRUE(found == 65 || std::string_view(set) != "mapping-examples");
  }
}

TEST_F(ExportTest, a_history_that_was_made_up_does_no_harm) {
  put("Goal/g", goal("g", "a"));
  take_out(clinic.service, folder.path() + "/one", {true, ""});
  files::create_directories(folder.path() + "/one/history");
  std::ofstream(folder.path() + "/one/history/Goal.ndjson")
      << R"({"resourceType":"../../x","id":"g","meta":{"versionId":"1","lastUpdated":"2020-01-01T00:00:00Z"}})"
      << "\n"
      << R"({"resourceType":"Goal","id":"g","id":"h","meta":{"versionId":"1","lastUpdated":"2020-01-01T00:00:00Z"}})"
      << "\n"
      << R"({"resourceType":"Goal","id":"g","meta":{"versionId":"7","lastUpdated":"2020-01-01T00:00:00Z"}})"
      << "\n";
  std::ifstream in(folder.path() + "/one/manifest.json");
  std::stringstream text;
  text << in.rdbuf();
  std::string manifest = text.str();
  const std::string none = R"("history":[])";
  ASSERT_NE(manifest.find(none), std::string::npos);
  manifest.replace(manifest.find(none), none.size(),
                   R"("history":[{"type":"Goal","url":"./history/Goal.ndjson"}])");
  std::ofstream(folder.path() + "/one/manifest.json") << manifest;
  Empty other;
  import(other.service, folder.path() + "/one", folder.path() + "/errors");
  take_out(other.service, folder.path() + "/two", {true, ""});
  EXPECT_FALSE(files::exists(folder.path() + "/x.ndjson"));
  std::vector<service::IncomingResource> next = {
      {"Goal", "g", "other", std::nullopt, goal("g", "a", R"(,"startDate":"2026")")}};
  EXPECT_EQ(service::take_in_resources(other.service, next, other.clock.now()).front(),
            service::Arrival::updated);
}

TEST_F(ExportTest, what_came_in_before_there_was_an_index_is_put_into_it) {
  put("Goal/g", goal("g", "a"));
  clinic.service.database().write([](sql::Writing& w) {
    w.execute("DELETE FROM resource_people WHERE home_id = 0");
    w.execute("UPDATE resources SET indexed = 0 WHERE home_id = 0");
  });
  EXPECT_TRUE(entries(get("Goal?patient=a")).empty());
  index_all(clinic.service);
  EXPECT_EQ(entries(get("Goal?patient=a")).size(), 1U);
}

}  // namespace alongside::exchange
