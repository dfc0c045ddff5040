// SPDX-License-Identifier: Apache-2.0
// Dirty files: what is good comes in, what is not is named, and nothing is lost.
#include "doors/exchange/import.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "clinic.h"

namespace alongside::exchange {
namespace {

std::string text_of(const std::string& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

const FileReport& report_of(const ImportReport& report, const std::string& file) {
  for (const FileReport& candidate : report.files)
    if (candidate.file == file) return candidate;
  throw std::runtime_error("no such file");
}

/// An empty clinic that files come into.
struct Import : ::testing::Test {
  testing::TemporaryFolder folder;
  StillClock clock{{0}};
  SeededRandomness randomness{1};
  record::Store store{folder.path() + "/data", record::ClinicKind::own, clock};
  service::Service service{store, clock, randomness};

  ImportReport take(const std::vector<std::string>& folders) {
    return import_folders(service, folders, folder.path() + "/errors", {"Clinic", "Etc/UTC"},
                          [](const std::string&, std::int64_t) {});
  }
};

}  // namespace

TEST_F(Import, a_bulk_export_is_whole_and_what_it_says_by_identifiers_is_linked) {
  for (int twice = 0; twice < 2; ++twice) {
    const auto report = take({ALONGSIDE_SOURCE "/tests/reference/fhir/smart-bulk-10-patients"});
    std::int64_t lines = 0;
    std::int64_t kept = 0;
    for (const FileReport& file : report.files) {
      lines += file.lines;
      kept += twice == 0 ? file.created : file.unchanged;
    }
    EXPECT_EQ(lines, 7160);
    EXPECT_EQ(kept, 7160);
    EXPECT_TRUE(report.taken.waiting.empty());
    EXPECT_GT(report.taken.professionals, 0);
  }
  store.database().read([](const sql::Reading& r) {
    EXPECT_EQ(r.integer("SELECT count(*) FROM visits WHERE professional_no IS NULL", {}), 0);
    return 0;
  });
}

TEST_F(Import, says_which_identifier_nobody_has) {
  std::ofstream(folder.path() + "/Observation.ndjson")
      << R"({"resourceType":"Observation","id":"o","status":"final","code":{"text":"c"},)"
      << R"("performer":[{"reference":"Organization?identifier=s|7"}]})"
      << "\n";
  const auto report = take({folder.path()});
  EXPECT_EQ(report.taken.waiting, (std::vector<std::string>{"Organization?identifier=s|7"}));
  EXPECT_EQ(report_json(report),
            R"({"files":[{"file":"Observation.ndjson","lines":1,"created":1,"updated":0,)"
            R"("unchanged":0,"stale":0,"rejected":0,"ignored":0}],"deleted":0,)"
            R"("waiting":["Organization?identifier=s|7"]})");
}

TEST_F(Import, gives_each_golden_line_its_outcome) {
  const std::string errors = folder.path() + "/errors";
  const auto report =
      import_folders(service, {ALONGSIDE_SOURCE "/tests/reference/import"}, errors,
                     {"Clinic", "Etc/UTC"}, [](const std::string&, std::int64_t) {});
  const FileReport& patients = report_of(report, "Patient.ndjson");
  EXPECT_EQ(patients.created, 2);
  EXPECT_EQ(patients.unchanged, 1);
  EXPECT_EQ(patients.updated, 1);
  EXPECT_EQ(patients.stale, 1);
  EXPECT_EQ(patients.ignored, 1);
  EXPECT_EQ(patients.rejected, 2);
  EXPECT_EQ(report_of(report, "Goal.ndjson").created, 3);
  EXPECT_EQ(report_of(report, "Goal.ndjson").rejected, 1);
  EXPECT_EQ(report_of(report, "Observation.ndjson").created, 2);
  EXPECT_EQ(report_of(report, "Observation.ndjson").rejected, 1);
  for (const FileReport& file : report.files)
    EXPECT_EQ(
        file.created + file.updated + file.unchanged + file.stale + file.rejected + file.ignored,
        file.lines)
        << file.file;
  // The stale version did not bring its name.
  store.database().read([](const sql::Reading& r) {
    EXPECT_EQ(r.integer("SELECT count(*) FROM persons WHERE name = 'Holm-Ek'", {}), 1);
    EXPECT_EQ(
        r.integer("SELECT count(*) FROM resources WHERE CAST(content AS TEXT) LIKE '%70.00%'", {}),
        1);
    return 0;
  });
  // What expected.json calls facts: only the Goal that the person voiced is an aim.
  store.database().read([](const sql::Reading& r) {
    const auto aims = r.all("SELECT source_reference FROM aims", {},
                            [](const sql::Row& row) { return std::string(row.text(0)); });
    EXPECT_EQ(aims, std::vector<std::string>{"Goal/b1"});
    EXPECT_EQ(r.integer("SELECT level FROM ratings WHERE side = 'person'", {}), 1);
    EXPECT_EQ(r.integer("SELECT count(*) FROM ratings", {}), 1);
    return 0;
  });
  EXPECT_EQ(report.taken.waiting, std::vector<std::string>{"Patient/zz"});
  const std::string reasons = text_of(errors + "/Patient.ndjson.errors.ndjson");
  EXPECT_NE(reasons.find("line 6"), std::string::npos);
  EXPECT_NE(reasons.find("Patient.birthDate"), std::string::npos);
  EXPECT_EQ(reasons.find("1950-13-01"), std::string::npos);  // No value from a record in an error.
  EXPECT_NE(text_of(errors + "/Patient.ndjson.rejected")
                .find("{\"resourceType\":\"Patient\",\"id\":\"a2\"\n"),
            std::string::npos);
}

TEST_F(Import, what_waited_is_linked_when_the_person_comes) {
  testing::Clinic clinic;
  const std::string files = clinic.folder.path() + "/files";
  const auto take = [&](const std::string& name, const std::string& line) {
    std::filesystem::remove_all(files);
    std::filesystem::create_directories(files);
    std::ofstream(files + "/" + name + ".ndjson") << line << "\n";
    return import_folders(clinic.service, {files}, clinic.folder.path() + "/errors",
                          {"Clinic", "Etc/UTC"}, [](const std::string&, std::int64_t) {});
  };
  const std::string person = R"({"reference":"Patient/new"})";
  const auto score =
      take("Observation",
           R"({"resourceType":"Observation","id":"s","status":"final","code":{"coding":[{"system":)"
           R"("http://loinc.org","code":"107334-5"}]},"focus":[{"reference":"Goal/g"}],)"
           R"("effectiveDateTime":"2026-02-01","valueCodeableConcept":{"coding":[{"system":)"
           R"("http://loinc.org","code":"LA34481-4"}]},"subject":)" +
               person + R"(,"performer":[)" + person + "]}");
  EXPECT_EQ(score.taken.waiting, std::vector<std::string>{"Patient/new"});
  const auto came = take("Patient", R"({"resourceType":"Patient","id":"new"})");
  EXPECT_EQ(came.taken.waiting, std::vector<std::string>{"Goal/g"});
  const auto goal = take("Goal", R"({"resourceType":"Goal","id":"g","lifecycleStatus":"active",)"
                                 R"("description":{"text":"See the sea"},"subject":)" +
                                     person + R"(,"expressedBy":)" + person + "}");
  EXPECT_TRUE(goal.taken.waiting.empty());
  EXPECT_EQ(goal.taken.aims.aims, 1);
  EXPECT_EQ(goal.taken.aims.ratings, 1);
}

TEST_F(Import, twice_changes_nothing) {
  const std::vector<std::string> folders = {ALONGSIDE_SOURCE "/examples/clinic",
                                            ALONGSIDE_SOURCE "/examples/synthea-r4"};
  const auto state = [&] {
    return store.database().read([](const sql::Reading& r) {
      return r.integer(
          "SELECT 1000000 * (SELECT count(*) FROM persons) + (SELECT count(*) FROM visits) + 100 * "
          "(SELECT count(*) FROM professionals) "
          "+ (SELECT sum(length(name)) FROM persons) + (SELECT count(*) FROM team_serves) + "
          "(SELECT sum(since_ms) FROM team_serves)",
          {});
    });
  };
  const auto first = take(folders);
  const auto before = state();
  const auto second = take(folders);
  EXPECT_EQ(state(), before);
  EXPECT_EQ(first.rejected(), 0);
  EXPECT_EQ(first.taken.people, 200);
  EXPECT_EQ(first.taken.sites, 2);
  for (const FileReport& file : second.files) EXPECT_EQ(file.unchanged, file.lines) << file.file;
}

TEST_F(Import, an_empty_folder_is_said_to_be_one) {
  testing::Clinic clinic;
  EXPECT_THROW(import_folders(clinic.service, {clinic.folder.path() + "/none"}, "", {},
                              [](const std::string&, std::int64_t) {}),
               std::runtime_error);
}

}  // namespace alongside::exchange
