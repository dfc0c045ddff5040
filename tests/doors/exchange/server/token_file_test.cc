// SPDX-License-Identifier: Apache-2.0
// Keys left in the data folder.
#include "doors/exchange/server/token_file.h"

#include <filesystem>

#include "doors/exchange/server/served.h"

namespace alongside::exchange {
namespace {

namespace files = std::filesystem;

class TokenFile : public Served {
 protected:
  Outcome<std::string> leave(const TokenWish& wish) {
    return leave_token(folder, wish, clinic.service.now(), clinic.randomness);
  }
  std::string folder = keys_folder(clinic.folder.path());
};

}  // namespace

TEST_F(TokenFile, holds_no_key_and_is_for_its_owner_alone) {
  const std::string key = leave({"system/*.rs"}).value();
  int found = 0;
  for (const auto& file : files::directory_iterator(folder)) {
    ++found;
    EXPECT_EQ(file.path().string().find(key), std::string::npos);
    EXPECT_EQ(files::status(file).permissions(),
              files::perms::owner_read | files::perms::owner_write);
  }
  EXPECT_EQ(found, 1);
  EXPECT_EQ(files::status(folder).permissions(), files::perms::owner_all);
  as(key);
  EXPECT_EQ(get("Patient/a").status, 200);
  EXPECT_TRUE(files::is_empty(folder)) << "taken in";
}

TEST_F(TokenFile, a_key_for_one_person_stands_in_their_history) {
  const std::int64_t before = count(clinic.bo, "let_program_in");
  as(key_for("patient/*.rs", "a"));
  get("Patient/a");
  EXPECT_EQ(count(clinic.amina, "let_program_in"), 1);
  EXPECT_EQ(count(clinic.bo, "let_program_in"), before);
}

TEST_F(TokenFile, says_what_is_wrong_with_a_wish) {
  EXPECT_EQ(leave({"everything"}).refusal().key(), "token.scope");
  EXPECT_EQ(leave({"system/*.srd"}).refusal().key(), "token.scope");
  EXPECT_EQ(leave({"patient/*.rs"}).refusal().key(), "token.patient");
  EXPECT_EQ(leave({"system/*.rs", "", 0}).refusal().key(), "token.minutes");
  EXPECT_EQ(leave({"system/*.rs", "", 1441}).refusal().key(), "token.minutes");
}

TEST_F(TokenFile, one_that_ran_out_lets_nobody_in) {
  as(leave({"system/*.rs", "", 1}).value());
  clinic.clock.move_to({clinic.clock.now().utc_ms + 2 * ms_a_minute});
  EXPECT_EQ(get("Patient/a").status, 401);
}

TEST_F(TokenFile, a_file_that_was_changed_by_hand_lets_nobody_in) {
  const std::string key = leave({"system/*.rs"}).value();
  for (const auto& file : files::directory_iterator(folder)) files::resize_file(file, 20);
  as(key);
  EXPECT_EQ(get("Patient/a").status, 401);
}

}  // namespace alongside::exchange
