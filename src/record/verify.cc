// SPDX-License-Identifier: Apache-2.0
// Walks the history once and then every part once.
#include "record/verify.h"

#include <map>

#include "foundation/base/text.h"
#include "record/content.h"
#include "record/people.h"
#include "record/resources.h"

namespace alongside::record {
namespace {

using sql::Reading;
using sql::Row;

/// What the latest entry says a part holds.
using Vouched = std::map<PartAt, std::string>;

std::string text_at(const Row& row, int column) { return std::string(row.text(column)); }
std::string number_at(const Row& row, int column) { return std::to_string(row.integer(column)); }

ChainedEntry entry_from(const Row& row) {
  return {number_at(row, 0), number_at(row, 1), number_at(row, 2), text_at(row, 3),
          text_at(row, 4),   text_at(row, 5),   text_at(row, 6),   number_at(row, 7),
          text_at(row, 8),   text_at(row, 9),   text_at(row, 10)};
}

std::string home_words(HomeNo home) { return "home " + std::to_string(home.value); }

std::string words_for(HomeNo home, const PartAt& at) {
  const std::string whose = at.person ? ", person " + std::to_string(at.person->value) : "";
  return home_words(home) + whose + ", " + text_of(at.part);
}

/// One home's chain, entry by entry.
class Walk {
 public:
  Walk(const Reading& reading, HomeNo home, Verified& verified)
      : reading_(reading), home_(home), verified_(verified) {}

  Vouched run(const Head& end, std::span<const Head> earlier) {
    reading_.each(
        "SELECT entry_no, at_ms, user_no, actor_name, actor_side, actor_role, relation, "
        "coalesce(person_no, 0), act, what, content, hash FROM history WHERE home_id = ?1 "
        "ORDER BY entry_no",
        {home_.value}, [&](const Row& row) { take(row, earlier); });
    if (end.number != last_ || end.hash != hash_)
      say("the chain ends at entry " + std::to_string(last_) + ", not at " +
          std::to_string(end.number));
    for (const Head& head : earlier)
      if (head.home == home_ && head.number > last_)
        say("entries after " + std::to_string(last_) + " were cut off");
    return std::move(vouched_);
  }

 private:
  void take(const Row& row, std::span<const Head> earlier) {
    ++verified_.entries;
    const ChainedEntry entry = entry_from(row);
    const std::int64_t number = row.integer(0);
    const std::string kept = text_at(row, 11);
    if (number != last_ + 1) say("entries are missing before entry " + entry.number);
    if (kept != chained(hash_, entry)) say("entry " + entry.number + " is not as it was written");
    for (const Head& head : earlier)
      if (head.home == home_ && head.number == number && head.hash != kept)
        say("entry " + entry.number + " is not the one that was noted outside");
    last_ = number;
    hash_ = kept;
    vouch(entry);
  }

  /// The lines "aim 2 <fingerprint>".
  void vouch(const ChainedEntry& entry) {
    if (entry.act == erase_act) {
      const PersonNo gone{std::stoll(entry.person)};
      std::erase_if(vouched_, [&](const auto& each) { return each.first.person == gone; });
    }
    for (const std::string_view line : split(entry.content, '\n')) {
      const std::size_t space = line.rfind(' ');
      if (space == std::string_view::npos) continue;
      const auto part = part_from(line.substr(0, space));
      if (!part) {
        say("entry " + entry.number + " speaks of a part that is none");
        continue;
      }
      const bool of_a_home = part->kind >= PartKind::site;
      const PersonNo person{std::stoll(entry.person)};
      vouched_[{of_a_home ? std::nullopt : std::optional(person), *part}] = line.substr(space + 1);
    }
  }

  void say(std::string what) {
    verified_.findings.push_back({home_words(home_) + ": " + std::move(what)});
  }

  const Reading& reading_;
  HomeNo home_;
  Verified& verified_;
  Vouched vouched_;
  std::int64_t last_ = 0;
  std::string hash_;
};

void check_parts(const Reading& reading, HomeNo home, const Vouched& vouched, Verified& verified) {
  for (const auto& [at, fingerprint] : vouched) {
    ++verified.parts;
    if (content_hash(reading, home, at) != fingerprint)
      verified.findings.push_back({words_for(home, at) + " is not as its history says"});
  }
  for (const PartAt& at : parts_there(reading, home))
    if (!vouched.contains(at))
      verified.findings.push_back({words_for(home, at) + " is in no history"});
}

template <class Check>
Verified verified_homes(const Reading& reading, std::span<const Head> earlier, Check check) {
  Verified verified;
  std::map<HomeNo, Head> ends;
  for (const Site& site : sites(reading)) ends[site.home] = {site.home, 0, ""};
  for (const Head& head : earlier) ends.try_emplace(head.home, Head{head.home, 0, ""});
  for (Head& head : history_heads(reading)) ends[head.home] = head;
  for (const auto& [home, end] : ends)
    check(home, Walk(reading, home, verified).run(end, earlier), verified);
  return verified;
}

}  // namespace

Verified verify_chain(const Reading& reading, std::span<const Head> earlier) {
  return verified_homes(reading, earlier, [](HomeNo, const Vouched&, Verified&) {});
}

Verified verify_all(const Reading& reading, std::span<const Head> earlier) {
  Verified verified =
      verified_homes(reading, earlier, [&](HomeNo home, const Vouched& vouched, Verified& found) {
        check_parts(reading, home, vouched, found);
      });
  verified.resources = each_resource_as_it_came(reading, [&](std::string_view type) {
    verified.findings.push_back({"an imported " + std::string(type) + " is not as it came in"});
  });
  return verified;
}

}  // namespace alongside::record
