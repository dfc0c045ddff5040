// SPDX-License-Identifier: Apache-2.0
// A manifest decides; a folder without one is read by its names.
#include "doors/exchange/import_files.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "clinic.h"

namespace alongside::exchange {
namespace {

struct Folder : testing::TemporaryFolder {
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(path() + "/" + name) << text;
  }
  std::vector<std::string> names(const std::string& below = "") const {
    std::vector<std::string> found;
    for (const IncomingFile& file : files_to_read(path() + below).files)
      found.push_back(std::filesystem::path(file.path).filename().string());
    return found;
  }
};

}  // namespace

TEST(ImportFiles, of_a_folder_are_read_by_name_without_a_client_s_log) {
  Folder folder;
  for (const char* name : {"Patient.ndjson", "Goal.ndjson.gz", "log.ndjson", "notes.txt",
                           "Goal.ndjson.errors.ndjson", "Goal.ndjson.rejected"})
    folder.write(name, "");
  EXPECT_EQ(folder.names(), (std::vector<std::string>{"Goal.ndjson.gz", "Patient.ndjson"}));
  EXPECT_EQ(folder.names("/Patient.ndjson"), (std::vector<std::string>{"Patient.ndjson"}));
  EXPECT_EQ(folder.names("/Goal.ndjson.rejected").size(), 1U);
  EXPECT_THROW(folder.names("/notes.txt"), std::runtime_error);
  EXPECT_THROW(folder.names("/nothing"), std::runtime_error);
}

TEST(ImportFiles, of_a_manifest_are_read_in_its_order_and_from_beside_it) {
  Folder folder;
  for (const char* name : {"Patient.ndjson", "Goal.ndjson", "More.ndjson"}) folder.write(name, "");
  folder.write("manifest.json",
               R"({"output":[{"type":"Patient","url":"https://a.example/f/Patient.ndjson?s=1",)"
               R"("count":3},{"type":"Goal","url":"../../etc/Goal.ndjson"},)"
               R"({"type":"Task","url":"Task.ndjson"}],"deleted":[{"type":"Bundle","url":"d"}]})");
  EXPECT_EQ(folder.names(),
            (std::vector<std::string>{"Patient.ndjson", "Goal.ndjson", "Task.ndjson"}));
  const IncomingFiles found = files_to_read(folder.path() + "/manifest.json");
  EXPECT_EQ(found.files[0].lines, 3);
  EXPECT_TRUE(found.files[1].there);
  EXPECT_FALSE(found.files[2].there);
  EXPECT_EQ(found.deleted.size(), 1U);
  folder.write("manifest.json",
               R"({"output":[{"url":"1/Patient.ndjson"},{"url":"2/Patient.ndjson"}]})");
  EXPECT_THROW(folder.names(), std::runtime_error);
  folder.write("manifest.json", "{}");
  EXPECT_THROW(folder.names(), std::runtime_error);
  folder.write("manifest.json", R"({"output":[{"type":"Patient","url":".."}]})");
  EXPECT_THROW(folder.names(), std::runtime_error);
}

}  // namespace alongside::exchange
