// SPDX-License-Identifier: Apache-2.0
// What is gzipped is read again, byte for byte.
#include "foundation/base/gzip.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "foundation/base/random.h"

namespace alongside {
namespace {

std::string read_again(const std::string& bytes) {
  const std::string path = std::filesystem::temp_directory_path() / "alongside-gzip-test";
  std::ofstream(path, std::ios::binary) << bytes;
  GzipFile file(path);
  std::string all;
  for (std::string block; file.read(block);) all += block;
  EXPECT_EQ(file.cut_short(), false);
  std::filesystem::remove(path);
  return all;
}

}  // namespace

TEST(Gzip, gives_the_same_bytes_back) {
  SeededRandomness chance(3);
  std::string noise(100'000, '\0');
  for (char& c : noise) c = static_cast<char>(chance.below(256));
  for (const std::string& bytes :
       {std::string(), std::string("a"), std::string(300'000, 'x'), noise})
    EXPECT_EQ(read_again(gzipped(bytes)), bytes) << bytes.size();
}

TEST(Gzip, words_become_smaller) {
  std::string words;
  for (int i = 0; i < 200; ++i) words += "<li>What matters to you, number " + std::to_string(i);
  EXPECT_LT(gzipped(words).size(), words.size() / 5);
}

TEST(Gzip, a_plain_file_is_read_as_it_is) { EXPECT_EQ(read_again("plain\n"), "plain\n"); }

}  // namespace alongside
