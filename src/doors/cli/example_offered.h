// SPDX-License-Identifier: Apache-2.0
// What the teams of the example clinic offer, which options they put side by side, and what other
// made-up clinics shared: chance of its own, so that the rest of the two years stays as it was.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "aim/aim.h"
#include "doors/cli/example.h"
#include "foundation/base/random.h"
#include "service/caller.h"
#include "service/service.h"

namespace alongside::cli {

class OfferedThings {
 public:
  OfferedThings(const service::Service& service, const std::vector<OfferIdea>& ideas,
                std::uint64_t seed)
      : service_(service), ideas_(ideas), chance_(seed) {}

  /// A team writes down what it offers.
  void offer(const service::Caller& member, const Id<Team>& team);
  /// Sums of eight made-up clinics, and a first release.
  void join_network(const service::Caller& member, const Id<Team>& team);
  void learn(const service::Caller& member, const Id<Team>& team);

  struct Choice {
    std::vector<OptionDraft> options;
    double adds = 0;        ///< what it adds to the made-up life
    bool standard = false;  ///< an offer was chosen
  };
  /// The team puts options side by side, the person may look and bring them, and one is chosen.
  Choice choose(const service::Caller& professional, const service::Caller& person,
                const Id<Person>& whose, const Id<Aim>& aim, const std::string& theme);

 private:
  bool happens(double probability);
  std::string once();
  std::vector<const Offer*> fitting(const std::vector<Offer>& offers, const std::string& theme);
  double adds_of(const Offer& offer) const;

  const service::Service& service_;
  const std::vector<OfferIdea>& ideas_;
  SeededRandomness chance_;
};

}  // namespace alongside::cli
