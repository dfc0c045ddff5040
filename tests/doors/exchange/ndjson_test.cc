// SPDX-License-Identifier: Apache-2.0
// Lines as they come: CRLF, byte order marks, no end, gzip.
#include "doors/exchange/ndjson.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <fstream>

#include "clinic.h"

namespace alongside::exchange {
namespace {

std::vector<std::string> lines_of(const std::string& path, bool* cut = nullptr) {
  LineReader reader(path);
  std::vector<std::string> lines;
  for (Line line; reader.next(line);) lines.emplace_back(line.text);
  if (cut != nullptr) *cut = reader.cut_short();
  return lines;
}

}  // namespace

TEST(LineReader, reads_plain_files) {
  testing::TemporaryFolder folder;
  const std::string path = folder.path() + "/a.ndjson";
  std::ofstream(path, std::ios::binary) << "\xEF\xBB\xBF{1}\r\n\n{2}";
  EXPECT_EQ(lines_of(path), (std::vector<std::string>{"{1}", "", "{2}"}));
  EXPECT_THROW(LineReader(folder.path() + "/none"), std::runtime_error);
}

TEST(LineReader, reads_gzip_and_knows_when_it_is_cut_short) {
  testing::TemporaryFolder folder;
  const std::string path = folder.path() + "/a.ndjson.gz";
  gzFile file = gzopen(path.c_str(), "wb");
  for (int i = 0; i < 5000; ++i) {
    const std::string line = "{\"n\":" + std::to_string(i * 7919 % 10007) + "}\n";
    gzwrite(file, line.data(), static_cast<unsigned>(line.size()));
  }
  gzclose(file);
  bool cut = true;
  EXPECT_EQ(lines_of(path, &cut).size(), 5000U);
  EXPECT_FALSE(cut);
  std::filesystem::resize_file(path, std::filesystem::file_size(path) / 2);
  EXPECT_LT(lines_of(path, &cut).size(), 5000U);
  EXPECT_TRUE(cut);
}

}  // namespace alongside::exchange
