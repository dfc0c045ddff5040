// SPDX-License-Identifier: Apache-2.0
// Power cuts, replayed: SQLite writes through a file layer that remembers every write and every
// sync. A cut at a random moment keeps what was synced and, of what was not, a random part, torn
// at 512-byte sectors. The clinic then opened must hold every act that was acknowledged.
//   alongside_power_loss STATES [SEED]
// A control run writes with synchronous=NORMAL and must be caught losing acts. What it cannot show:
// disks that lie about a sync, and sectors larger than 512 bytes that tear.
#include <sqlite3.h>

#include <cstdio>
#include <cstring>
#include <fstream>
#include <map>
#include <memory>
#include <thread>

#include "clinic.h"
#include "record/verify.h"
#include "service/contribute.h"

namespace {

using namespace alongside;

constexpr std::size_t sector_bytes = 512;

/// One thing that was done to a file, in order over all files.
struct Step {
  enum class Kind { write, truncate, sync, remove } kind;
  std::string file;
  std::int64_t offset = 0;
  std::string bytes;
};

/// What the layer saw. One writer at a time writes here, but readers open files beside it.
struct Tape {
  std::mutex mutex;
  std::vector<Step> steps;
  void add(Step step) {
    const std::lock_guard lock(mutex);
    steps.push_back(std::move(step));
  }
  std::size_t length() {
    const std::lock_guard lock(mutex);
    return steps.size();
  }
};

// SQLite asks for plain functions, so the tape and the layer below stand here, in this program
// only.
Tape* tape = nullptr;
sqlite3_vfs* below = nullptr;
sqlite3* latest_opened = nullptr;

struct TapedFile {
  sqlite3_file base;
  std::string* name;  ///< nothing for temporary files
  sqlite3_file* inner() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};
TapedFile* taped(sqlite3_file* file) { return reinterpret_cast<TapedFile*>(file); }

int close_file(sqlite3_file* file) {
  const int code = taped(file)->inner()->pMethods->xClose(taped(file)->inner());
  delete taped(file)->name;
  return code;
}
int read_file(sqlite3_file* file, void* into, int amount, sqlite3_int64 offset) {
  sqlite3_file* inner = taped(file)->inner();
  return inner->pMethods->xRead(inner, into, amount, offset);
}
int write_file(sqlite3_file* file, const void* bytes, int amount, sqlite3_int64 offset) {
  if (taped(file)->name != nullptr)
    tape->add({Step::Kind::write,
               *taped(file)->name,
               offset,
               {static_cast<const char*>(bytes), static_cast<std::size_t>(amount)}});
  sqlite3_file* inner = taped(file)->inner();
  return inner->pMethods->xWrite(inner, bytes, amount, offset);
}
int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
  if (taped(file)->name != nullptr) tape->add({Step::Kind::truncate, *taped(file)->name, size, {}});
  sqlite3_file* inner = taped(file)->inner();
  return inner->pMethods->xTruncate(inner, size);
}
int sync_file(sqlite3_file* file, int) {
  if (taped(file)->name != nullptr) tape->add({Step::Kind::sync, *taped(file)->name, 0, {}});
  return SQLITE_OK;  // The tape is the disk of this test; the real one need not wait.
}
int size_of_file(sqlite3_file* file, sqlite3_int64* size) {
  sqlite3_file* inner = taped(file)->inner();
  return inner->pMethods->xFileSize(inner, size);
}
int lock_file(sqlite3_file* file, int level) {
  sqlite3_file* inner = taped(file)->inner();
  return inner->pMethods->xLock(inner, level);
}
int unlock_file(sqlite3_file* file, int level) {
  sqlite3_file* inner = taped(file)->inner();
  return inner->pMethods->xUnlock(inner, level);
}
int reserved_file(sqlite3_file* file, int* answer) {
  sqlite3_file* inner = taped(file)->inner();
  return inner->pMethods->xCheckReservedLock(inner, answer);
}
int control_file(sqlite3_file* file, int what, void* argument) {
  sqlite3_file* inner = taped(file)->inner();
  return inner->pMethods->xFileControl(inner, what, argument);
}
int sector_of_file(sqlite3_file*) { return static_cast<int>(sector_bytes); }
int traits_of_file(sqlite3_file*) { return 0; }  // Promise nothing: no atomic, no safe append.
int map_shared(sqlite3_file* file, int page, int size, int extend, void volatile** out) {
  sqlite3_file* inner = taped(file)->inner();
  return inner->pMethods->xShmMap(inner, page, size, extend, out);
}
int lock_shared(sqlite3_file* file, int offset, int count, int flags) {
  sqlite3_file* inner = taped(file)->inner();
  return inner->pMethods->xShmLock(inner, offset, count, flags);
}
void barrier_shared(sqlite3_file* file) {
  sqlite3_file* inner = taped(file)->inner();
  inner->pMethods->xShmBarrier(inner);
}
int unmap_shared(sqlite3_file* file, int remove) {
  sqlite3_file* inner = taped(file)->inner();
  return inner->pMethods->xShmUnmap(inner, remove);
}

const sqlite3_io_methods methods = {2,
                                    close_file,
                                    read_file,
                                    write_file,
                                    truncate_file,
                                    sync_file,
                                    size_of_file,
                                    lock_file,
                                    unlock_file,
                                    reserved_file,
                                    control_file,
                                    sector_of_file,
                                    traits_of_file,
                                    map_shared,
                                    lock_shared,
                                    barrier_shared,
                                    unmap_shared,
                                    nullptr,
                                    nullptr};

int open_file(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out) {
  std::memset(file, 0, sizeof(TapedFile));
  const int code = below->xOpen(below, name, taped(file)->inner(), flags, out);
  if (taped(file)->inner()->pMethods == nullptr) return code;
  file->pMethods = &methods;
  const bool kept =
      name != nullptr &&
      (flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL)) != 0;
  taped(file)->name =
      kept ? new std::string(std::filesystem::path(name).filename().string()) : nullptr;
  return code;
}
int delete_file(sqlite3_vfs*, const char* name, int sync) {
  tape->add({Step::Kind::remove, std::filesystem::path(name).filename().string(), 0, {}});
  return below->xDelete(below, name, sync);
}

/// The file layer of this process from now on; the real one stays below it.
void lay_tape_under_sqlite() {
  below = sqlite3_vfs_find(nullptr);
  static sqlite3_vfs layer = *below;
  layer.zName = "taped";
  layer.szOsFile = static_cast<int>(sizeof(TapedFile)) + below->szOsFile;
  layer.pNext = nullptr;
  layer.xOpen = open_file;
  layer.xDelete = delete_file;
  sqlite3_vfs_register(&layer, 1);
}

int remember_opened(sqlite3* db, char**, const sqlite3_api_routines*) {
  if (latest_opened == nullptr) latest_opened = db;
  return SQLITE_OK;
}

/// A file as the disk has it after a cut.
class Platter {
 public:
  void write(std::int64_t offset, std::string_view bytes) {
    const auto end = static_cast<std::size_t>(offset) + bytes.size();
    if (content_.size() < end) content_.resize(end, '\0');
    content_.replace(static_cast<std::size_t>(offset), bytes.size(), bytes);
  }
  void resize(std::int64_t size) { content_.resize(static_cast<std::size_t>(size), '\0'); }
  const std::string& content() const { return content_; }

 private:
  std::string content_;
};

/// Some of the sectors that a write covers reach the disk, each for itself.
void write_torn(Platter& platter, const Step& step, SeededRandomness& chance) {
  for (std::size_t at = 0; at < step.bytes.size(); at += sector_bytes)
    if (chance.below(2) == 0)
      platter.write(step.offset + static_cast<std::int64_t>(at),
                    std::string_view(step.bytes).substr(at, sector_bytes));
}

using Disk = std::map<std::string, Platter>;

/// The disk after a cut just before step `cut`. Each file keeps what was synced; later writes reach
/// it or not, in any combination. Truncation and removal are kept in order with the syncs.
Disk after_a_cut(const std::vector<Step>& steps, std::size_t cut, SeededRandomness& chance) {
  std::map<std::string, std::size_t> synced;
  for (std::size_t i = 0; i < cut; ++i)
    if (steps[i].kind != Step::Kind::write) synced[steps[i].file] = i;
  const bool nothing = chance.below(4) == 0;  // Now and then no unsynced write at all.
  const bool all = !nothing && chance.below(4) == 0;
  Disk disk;
  for (std::size_t i = 0; i < cut; ++i) {
    const Step& step = steps[i];
    Platter& platter = disk[step.file];
    const auto until = synced.find(step.file);
    const bool safe = until != synced.end() && i <= until->second;
    if (step.kind == Step::Kind::truncate) platter.resize(step.offset);
    if (step.kind == Step::Kind::remove) platter.resize(0);
    if (step.kind != Step::Kind::write) continue;
    if (safe || all)
      platter.write(step.offset, step.bytes);
    else if (!nothing)
      write_torn(platter, step, chance);
  }
  return disk;
}

struct Acknowledged {
  std::string line;
  std::size_t at;  ///< steps on the tape when it was answered
};

struct Recording {
  std::vector<Step> steps;
  std::vector<Acknowledged> acknowledged;
  std::size_t begun = 0;  ///< cuts before this are before the first act
};

enum class Syncing { full, normal };

/// A clinic lives through some hundred check-ins of four threads, with checkpoints in between.
Recording recorded(Syncing syncing, int acts) {
  Tape recording;
  tape = &recording;
  latest_opened = nullptr;
  Recording result;
  {
    testing::Clinic clinic;
    if (syncing == Syncing::normal)
      sqlite3_exec(latest_opened, "PRAGMA synchronous=NORMAL", nullptr, nullptr, nullptr);
    sqlite3_exec(latest_opened, "PRAGMA wal_autocheckpoint=40", nullptr, nullptr, nullptr);
    result.begun = recording.length();
    std::mutex mutex;
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
      threads.emplace_back([&, t] {
        for (int i = 0; i < acts / 4; ++i) {
          const std::string line = "line " + std::to_string(t) + "-" + std::to_string(i);
          const service::Caller& who = t % 2 == 0 ? clinic.amina : clinic.bo;
          if (!service::check_in(clinic.service, who, {"", "", {}, line}, "once-" + line)) continue;
          const std::lock_guard lock(mutex);
          result.acknowledged.push_back({line, recording.length()});
        }
      });
    for (std::thread& thread : threads) thread.join();
    result.steps = recording.steps;
  }
  return result;
}

enum class Found { whole, lost, broken };

/// Opens what the cut left and looks for every act that had been acknowledged by then.
Found look_at(const Disk& disk, const Recording& recording, std::size_t cut) {
  const testing::TemporaryFolder folder;
  for (const auto& [name, platter] : disk)
    if (!platter.content().empty())
      std::ofstream(folder.path() + "/" + name, std::ios::binary) << platter.content();
  try {
    const StillClock clock({0});
    sql::Database database(sql::sqlite_file(folder.path() + "/alongside.db"));
    std::map<std::string, int> lines;
    const bool sound = database.read([&](const sql::Reading& reading) {
      reading.each("SELECT line FROM check_ins", {},
                   [&](const sql::Row& row) { ++lines[std::string(row.text(0))]; });
      const auto count = [&](std::string_view statement) { return reading.integer(statement, {}); };
      std::string verdict;
      reading.each("PRAGMA integrity_check", {},
                   [&](const sql::Row& row) { verdict += std::string(row.text(0)); });
      return verdict == "ok" && record::verify_all(reading).findings.empty() &&
             count("SELECT count(*) FROM check_ins") ==
                 count("SELECT count(*) FROM history WHERE act = 'check_in'") &&
             count("SELECT count(*) FROM check_ins") == count("SELECT count(*) FROM answered");
    });
    if (!sound) return Found::broken;
    for (const auto& [line, times] : lines)
      if (times != 1) return Found::broken;
    for (const Acknowledged& act : recording.acknowledged)
      if (act.at <= cut && !lines.contains(act.line)) return Found::lost;
    return Found::whole;
  } catch (const BrokenMachine&) {
    return Found::broken;
  }
}

struct Count {
  int states = 0;
  int lost = 0;
  int broken = 0;
};

Count cut_often(const Recording& recording, int states, std::uint64_t seed) {
  Tape ignored;
  tape = &ignored;
  SeededRandomness chance(seed);
  Count count;
  const std::size_t span = recording.steps.size() - recording.begun;
  for (; count.states < states; ++count.states) {
    const std::size_t cut = recording.begun + chance.below(span + 1);
    const Found found = look_at(after_a_cut(recording.steps, cut, chance), recording, cut);
    if (found == Found::lost) ++count.lost;
    if (found == Found::broken) ++count.broken;
    ignored.steps.clear();
  }
  return count;
}

}  // namespace

int main(int count, char** words) {
  const int states = count > 1 ? std::atoi(words[1]) : 1000;
  const std::uint64_t seed = count > 2 ? std::strtoull(words[2], nullptr, 10) : 20261122;
  lay_tape_under_sqlite();
  sqlite3_auto_extension(reinterpret_cast<void (*)()>(remember_opened));
  const Recording full = recorded(Syncing::full, 200);
  const Count kept = cut_often(full, states, seed);
  const Recording normal = recorded(Syncing::normal, 200);
  const Count control = cut_often(normal, std::max(50, states / 10), seed);
  std::printf("%d power cuts over %zu acknowledged acts: %d lost acts, %d broken\n", kept.states,
              full.acknowledged.size(), kept.lost, kept.broken);
  std::printf("control, synchronous=NORMAL: %d of %d cuts lost acts, %d broken\n", control.lost,
              control.states, control.broken);
  const bool right =
      kept.lost == 0 && kept.broken == 0 && control.lost > 0 && full.acknowledged.size() == 200;
  std::printf("%d passed, %d failed\n", right ? 1 : 0, right ? 0 : 1);
  return right ? 0 : 1;
}
