// SPDX-License-Identifier: Apache-2.0
// Room that is there when it is needed, and taken back when the disk has some again.
#include "foundation/sql/reserve.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "clinic.h"
#include "foundation/sql/sqlite.h"

namespace alongside::sql {
namespace {

constexpr std::int64_t room = 64 * 1024;

/// An engine whose disk is full while it says so: SQLite's own limit on the size of the file.
struct SmallDisk {
  testing::TemporaryFolder folder;
  std::int64_t free = 0;
  Database database{sqlite_file(folder.path() + "/n.db"),
                    std::make_unique<Reserve>(folder.path(), room, [this] { return free; })};
  SmallDisk() {
    database.write([](Writing& w) {
      w.execute("CREATE TABLE n (n INTEGER PRIMARY KEY, t TEXT) STRICT, WITHOUT ROWID");
    });
    pages(20);
  }
  /// Outside a transaction the limit holds from the next statement on.
  void pages(std::int64_t most) {
    database.write(
        [&](Writing& w) { w.integer("PRAGMA max_page_count = " + std::to_string(most), {}); },
        Urgency::account);
  }
  void add(std::int64_t n, Urgency urgency = Urgency::ordinary) {
    const std::string text(2000, 'x');
    database.write(
        [&](Writing& w) {
          w.execute("INSERT INTO n VALUES (?1, ?2)", {n, text});
        },
        urgency);
  }
  std::int64_t count() {
    return database.read([](const Reading& r) { return r.integer("SELECT count(*) FROM n", {}); });
  }
  bool reserve_there() const { return std::filesystem::exists(folder.path() + "/reserve"); }
};

}  // namespace

TEST(Reserve, is_real_room_and_not_a_hole) {
  testing::TemporaryFolder folder;
  const Reserve reserve(folder.path(), room);
  struct stat status {};
  ASSERT_EQ(::stat((folder.path() + "/reserve").c_str(), &status), 0);
  EXPECT_GE(status.st_blocks * 512, room);
  EXPECT_FALSE(reserve.tight());
}

TEST(Reserve, on_a_full_disk_acts_are_refused_and_looks_go_on) {
  SmallDisk disk;
  std::int64_t kept = 0;
  EXPECT_THROW(for (; kept < 1000; ++kept) disk.add(kept), OutOfRoom);
  EXPECT_EQ(disk.count(), kept);
  EXPECT_TRUE(disk.database.tight());
  EXPECT_FALSE(disk.reserve_there());
  disk.pages(40);  // What the reserve gave back.
  EXPECT_THROW(disk.add(2000), OutOfRoom);
  disk.add(3000, Urgency::account);
  EXPECT_EQ(disk.count(), kept + 1);
}

TEST(Reserve, writing_resumes_by_itself_when_there_is_room) {
  SmallDisk disk;
  std::int64_t kept = 0;
  EXPECT_THROW(for (; kept < 1000; ++kept) disk.add(kept), OutOfRoom);
  disk.free = 2 * room - 1;
  disk.pages(100);
  EXPECT_THROW(disk.add(5000), OutOfRoom);
  disk.free = 2 * room;
  disk.add(5000);
  EXPECT_EQ(disk.count(), kept + 1);
  EXPECT_FALSE(disk.database.tight());
  EXPECT_TRUE(disk.reserve_there());
}

TEST(Reserve, when_even_the_reserve_is_used_up_nothing_is_lost) {
  SmallDisk disk;
  std::int64_t kept = 0;
  EXPECT_THROW(for (; kept < 1000; ++kept) disk.add(kept, Urgency::account), OutOfRoom);
  EXPECT_EQ(disk.count(), kept);
  disk.pages(200);
  disk.add(7000, Urgency::account);
  EXPECT_EQ(disk.count(), kept + 1);
}

TEST(Reserve, a_full_disk_stops_no_start) {
  testing::TemporaryFolder folder;
  const StillClock clock({0});
  { const record::Store made(folder.path() + "/d", record::ClinicKind::own, clock); }
  std::filesystem::remove(folder.path() + "/d/reserve");
  std::filesystem::create_directory(folder.path() + "/d/reserve");  // It cannot be taken back.
  record::Store again(folder.path() + "/d", std::nullopt, clock);
  EXPECT_TRUE(again.database().tight());
  EXPECT_THROW(again.database().write([](Writing& w) { w.execute("DELETE FROM sessions"); }),
               OutOfRoom);
}

}  // namespace alongside::sql
