// SPDX-License-Identifier: Apache-2.0
// Three pieces of improvement work of the example clinic: one that came out well, one that changed
// nothing yet, one that was given up. Chance of its own, so that the two years stay as they were.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "change/charter.h"
#include "change/project.h"
#include "change/test_plan.h"
#include "foundation/base/random.h"
#include "service/caller.h"
#include "service/service.h"

namespace alongside::cli {

struct OwnMeasureIdea;
struct TestIdea;

/// Days are counted from the beginning of the two years, day 0 being `first_day`.
class LivedProjects {
 public:
  LivedProjects(const service::Service& service, Day first_day, std::uint64_t seed)
      : service_(service), first_day_(first_day), chance_(seed) {}

  /// The team's colleagues who work on it; nothing happens without a team.
  void begin_with(std::vector<service::Caller> members, const Id<Team>& team);
  /// What is due on that day, by the clock as it stands.
  void live_day(std::int64_t day);
  /// Somebody who can sign in by now is asked to take part in the first, and says yes.
  void ask_partner(const service::Caller& partner, const std::string& login);

 private:
  struct Event {
    std::int64_t day;
    std::function<void()> happens;
  };
  /// One project while it is lived.
  struct Lived {
    std::optional<Id<Project>> id;
    std::map<std::string, std::string> measures;  ///< by name: the number
  };
  void on(std::int64_t day, std::function<void()> happens);
  void plan_aims_first();
  void measure_aims_first();
  void test_aims_first();
  void plan_call_backs();
  void test_call_backs();
  void plan_film();
  void charter(Lived& lived, const CharterWords& charter);
  void driver(Lived& lived, const std::string& words, const std::string& under, bool idea);
  void own_measure(Lived& lived, const OwnMeasureIdea& idea);
  void share(Lived& lived, const std::string& measure, std::int64_t day, std::int64_t of,
             double chance);
  void value(Lived& lived, const std::string& measure, std::int64_t day, double middle,
             double spread);
  void run_test(Lived& lived, const TestIdea& idea);
  std::string once();
  double unit();
  std::string iso(std::int64_t day) const { return first_day_.plus(day).iso(); }
  const service::Caller& member(std::size_t i) const { return members_[i % members_.size()]; }

  const service::Service& service_;
  Day first_day_;
  SeededRandomness chance_;
  std::vector<service::Caller> members_;
  std::optional<Id<Team>> team_;
  std::vector<Event> events_;
  Lived aims_first_, call_backs_, film_;
};

}  // namespace alongside::cli
