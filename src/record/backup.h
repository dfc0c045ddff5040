// SPDX-License-Identifier: Apache-2.0
// A copy of a clinic that is known to be whole, and a clinic out of such a copy.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "foundation/base/clock.h"
#include "record/measures.h"
#include "record/verify.h"

namespace alongside::record {

/// A clinic's or a backup's folder, or with `database` a PostgreSQL URL.
struct ClinicAt {
  std::string folder;
  std::string database = {};
};

/// Looks at everything and changes nothing; a server may run beside. Throws BrokenMachine when
/// there is no clinic or it is of another version.
Verified verify_clinic(const ClinicAt& at, std::span<const Head> earlier = {});
/// The same of the history's chains alone.
Verified verify_history(const ClinicAt& at, std::span<const Head> earlier = {});
std::vector<Head> heads_of(const ClinicAt& at);

/// A team's months of one measure, of a clinic's last `months`, as its charts have them.
struct CountedTeam {
  std::string site, team;
  std::vector<MonthCount> months;
};
/// Of every team of every site; beside a running server, too.
std::vector<CountedTeam> count_clinic(const ClinicAt& at, const Measure& measure,
                                      std::int64_t months, Instant now);

/// Copies the clinic as it is at one moment into a new folder inside `into`, beside a running
/// server; looks at the copy as verify_clinic does; answers the folder. Throws BrokenMachine, and
/// leaves no folder, when the copy is not whole.
std::string back_up(const std::string& folder, const std::string& into, Instant now);

/// Makes a new clinic folder out of a backup, byte for byte. Throws BrokenMachine when the backup
/// is not what was backed up, or when there is something in `folder` already; then nothing is
/// there.
void restore(const std::string& backup, const std::string& folder);

/// A copy of a clinic inside its own folder ("trying/"), to try something on; gone with this
/// object, and so is one that was left by a process that was killed. Of a folder that holds no
/// clinic yet an empty one. A server may run beside. Throws BrokenMachine where it cannot be made.
class CopyToTry {
 public:
  explicit CopyToTry(const std::string& folder);
  ~CopyToTry();
  CopyToTry(const CopyToTry&) = delete;
  CopyToTry& operator=(const CopyToTry&) = delete;
  const std::string& folder() const { return folder_; }

 private:
  std::string folder_;
};

}  // namespace alongside::record
