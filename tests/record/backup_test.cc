// SPDX-License-Identifier: Apache-2.0
// A copy under load is a whole clinic of one moment; a damaged one is known.
#include "record/backup.h"

#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

#include "clinic.h"
#include "foundation/sql/sqlite.h"
#include "record/content.h"
#include "record/store.h"
#include "service/contribute.h"

namespace alongside::record {
namespace {

std::int64_t count_in(const std::string& folder, std::string_view statement) {
  sql::Database database = sql::Database::only_reading(sql::sqlite_file(data_file(folder)));
  return database.read([&](const sql::Reading& r) { return r.integer(statement, {}); });
}

void turn_a_bit(const std::string& path, std::uint64_t place) {
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  file.seekg(static_cast<std::streamoff>(place / 8));
  const int byte = file.get();
  file.seekp(static_cast<std::streamoff>(place / 8));
  file.put(static_cast<char>(byte ^ (1 << (place % 8))));
}

}  // namespace

TEST(Backup, under_load_holds_all_that_was_acknowledged_before_it_began) {
  testing::Clinic clinic(testing::Where::in_a_file);
  testing::TemporaryFolder elsewhere;
  std::atomic<std::int64_t> acknowledged{0};
  std::atomic<bool> over{false};
  std::vector<std::thread> threads;
  for (int t = 0; t < 3; ++t)
    threads.emplace_back([&, t] {
      for (int i = 0; !over; ++i)
        if (service::check_in(clinic.service, t == 0 ? clinic.bo : clinic.amina,
                              {"", "", {}, "line"}, std::to_string(t) + "-" + std::to_string(i)))
          ++acknowledged;
    });
  for (int round = 0; round < 5; ++round) {
    std::this_thread::sleep_for(std::chrono::milliseconds(30));
    const std::int64_t before = acknowledged;
    clinic.clock.move_to({clinic.clock.now().utc_ms + 2000});
    const std::string backup = back_up(clinic.folder.path(), elsewhere.path(), clinic.clock.now());
    const std::int64_t kept = count_in(backup, "SELECT count(*) FROM check_ins");
    EXPECT_GE(kept, before);
    EXPECT_EQ(kept, count_in(backup, "SELECT count(*) FROM history WHERE act = 'check_in'"));
    EXPECT_EQ(kept, count_in(backup, "SELECT count(*) FROM answered"));
    const auto heads = heads_of({backup});
    EXPECT_TRUE(verify_clinic({backup}, heads).findings.empty());
    // The copy's end is a link of the clinic's own chain.
    EXPECT_TRUE(verify_history({clinic.folder.path()}, heads).findings.empty());
  }
  over = true;
  for (std::thread& thread : threads) thread.join();
}

TEST(Backup, restored_it_is_the_clinic_again) {
  testing::Clinic clinic(testing::Where::in_a_file);
  clinic.walking_aim();
  std::ofstream(clinic.folder.path() + "/alongside.toml") << "port = 8090\n";
  testing::TemporaryFolder elsewhere;
  const std::string backup = back_up(clinic.folder.path(), elsewhere.path(), clinic.clock.now());
  const std::string again = elsewhere.path() + "/again";
  restore(backup, again + "/");  // As completion writes it.
  EXPECT_TRUE(std::filesystem::exists(again + "/alongside.toml"));
  Store store(again, std::nullopt, clinic.clock);
  const service::Service service{store, clinic.clock, clinic.randomness};
  EXPECT_TRUE(service::check_in(service, clinic.amina, {"", "", {}, "Here again"}, "k").accepted());
  EXPECT_THROW(restore(backup, again), BrokenMachine);
  EXPECT_THROW(restore(elsewhere.path(), elsewhere.path() + "/new"), BrokenMachine);
  EXPECT_FALSE(std::filesystem::exists(elsewhere.path() + "/new"));
}

TEST(Backup, a_single_turned_bit_is_known_before_anything_is_restored) {
  testing::Clinic clinic(testing::Where::in_a_file);
  clinic.walking_aim();
  testing::TemporaryFolder elsewhere;
  const std::string backup = back_up(clinic.folder.path(), elsewhere.path(), clinic.clock.now());
  const std::uint64_t bits = std::filesystem::file_size(data_file(backup)) * 8;
  SeededRandomness chance(5);
  for (int i = 0; i < 20; ++i) {
    const std::uint64_t place = chance.below(bits);
    turn_a_bit(data_file(backup), place);
    EXPECT_THROW(restore(backup, elsewhere.path() + "/new"), BrokenMachine);
    turn_a_bit(data_file(backup), place);
  }
  restore(backup, elsewhere.path() + "/new");
}

TEST(Backup, damage_in_a_clinic_is_found_or_touches_nothing_that_was_said) {
  testing::Clinic clinic(testing::Where::in_a_file);
  clinic.walking_aim();
  testing::TemporaryFolder elsewhere;
  const std::string backup = back_up(clinic.folder.path(), elsewhere.path(), clinic.clock.now());
  const auto said = [](const std::string& folder) {
    sql::Database database = sql::Database::only_reading(sql::sqlite_file(data_file(folder)));
    return database.read([](const sql::Reading& reading) {
      std::string all;
      for (const PartAt& at : parts_there(reading, {1})) all += content_hash(reading, {1}, at);
      return all;
    });
  };
  const std::string whole = said(backup);
  const std::uint64_t bits = std::filesystem::file_size(data_file(backup)) * 8;
  SeededRandomness chance(6);
  int found = 0;
  for (int i = 0; i < 150; ++i) {
    const std::uint64_t place = chance.below(bits);
    turn_a_bit(data_file(backup), place);
    try {
      const bool wrong = !verify_clinic({backup}).findings.empty();
      if (wrong) ++found;
      if (!wrong) {
        EXPECT_EQ(said(backup), whole) << place;
      }
    } catch (const BrokenMachine&) {
      ++found;
    }
    turn_a_bit(data_file(backup), place);
  }
  EXPECT_GT(found, 5);
}

TEST(CopyToTry, what_is_done_to_it_stays_in_it) {
  testing::Clinic clinic(testing::Where::in_a_file);
  const std::string people = "SELECT count(*) FROM persons WHERE home_id = 1";
  const std::int64_t before = count_in(clinic.folder.path(), people);
  std::string where;
  {
    const CopyToTry copy(clinic.folder.path());
    where = copy.folder();
    EXPECT_EQ(count_in(where, people), before);
    StillClock clock(clinic.clock.now());
    Store store(where, std::nullopt, clock);
    store.database().write([](sql::Writing& writing) {
      writing.execute("UPDATE persons SET name = 'Another' WHERE home_id = 1", {});
    });
  }
  EXPECT_FALSE(std::filesystem::exists(where));
  EXPECT_EQ(count_in(clinic.folder.path(), people + " AND name = 'Another'"), 0);
}

TEST(CopyToTry, an_empty_folder_and_one_left_behind_do) {
  testing::TemporaryFolder folder;
  std::filesystem::create_directory(folder.path() + "/trying");
  std::ofstream(folder.path() + "/trying/left") << "of a run that was killed";
  const CopyToTry copy(folder.path());
  EXPECT_TRUE(std::filesystem::is_empty(copy.folder()));
}

}  // namespace alongside::record
