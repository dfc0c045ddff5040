// SPDX-License-Identifier: Apache-2.0
// What a person said to another system about their aims comes along: words, levels, ratings. A goal
// that nobody but a professional voiced is no aim.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "aim/aim.h"
#include "coproduction/person.h"
#include "record/aims.h"
#include "record/resources.h"
#include "service/permission.h"
#include "service/service.h"

namespace alongside::service {

enum class Voice { the_person, somebody_else };
/// Whether it still counts there: an error is taken back, the rest is kept as let go.
enum class Standing { holds, over, error };

struct IncomingAim {
  std::string reference;
  std::string content_hash;
  std::string person;
  Voice voice = Voice::somebody_else;
  Standing standing = Standing::holds;
  std::string words;
  std::optional<Horizon> horizon;
  LevelWords levels;  ///< all empty when it has none
  std::optional<Instant> stated;
};
/// The person's own; nobody else's judgement comes in as a rating.
struct IncomingRating {
  std::string reference;
  std::string content_hash;
  std::string person;
  std::string aim;
  Standing standing = Standing::holds;
  std::optional<Level> level;
  std::optional<Instant> rated;
};

struct TakenAims {
  std::int64_t aims = 0;      ///< came in now, or changed
  std::int64_t ratings = 0;   ///< came in now, or changed
  std::int64_t left_out = 0;  ///< said by the person, but with no words or far too many
};

/// Inside an import's transaction, person by person.
class AimsOfAPerson {
 public:
  AimsOfAPerson(const Service& service, sql::Writing& writing, PersonKey person)
      : service_(service), writing_(writing), access_(Permission::to_bring_in(person)) {}

  /// The same content again changes nothing; words that were said before are not said anew, and
  /// what the person stated here stays.
  void take(const IncomingAim& aim, TakenAims& taken);
  /// False when the aim has not come in: then the rating waits.
  bool take(const IncomingRating& rating, TakenAims& taken);

  const std::set<record::Part>& touched() const { return access_.touched(); }

 private:
  /// Written here and come back as it was.
  bool is_own(const std::string& reference, const std::string& content_hash) const;
  /// The aim of a reference: one that came in, or one that was said here.
  std::optional<record::SourcedAim> known_by(const std::string& reference) const;
  /// Keeps what the source says of the aim, and follows it when that changed there.
  void settle(AimNo number, const IncomingAim& incoming, const std::string& before);

  const Service& service_;
  sql::Writing& writing_;
  PersonAccess access_;
};

}  // namespace alongside::service
