// SPDX-License-Identifier: Apache-2.0
// Another record system as stories know it: it has one person open, and shows a goal.
#pragma once

#include "service/launch.h"
#include "service/show_own.h"

namespace alongside::testing {

class OtherSystem final : public service::OtherRecords {
 public:
  explicit OtherSystem(const service::Service& service) : service_(service) {}

  void opens(service::LaunchedPerson person) { person_ = std::move(person); }
  Outcome<service::LaunchStep> begin(const service::LaunchAsked&) override { return over(); }
  Outcome<service::LaunchStep> come_back(const service::LaunchReturn&) override { return over(); }
  Outcome<service::Launched> look(std::string_view, const service::Caller&) override {
    if (!person_) return over();
    return service::Launched{{"1", "North Hospital", "https://north.example/fhir", "us", {}},
                             *person_,
                             {{"Goal", {"HbA1c below 53"}, 3, true}, {"CareTeam", {}, 0, false}},
                             "identity",
                             true};
  }
  Outcome<std::int64_t> keep(std::string_view) override {
    service::IncomingClinic incoming;
    incoming.people = {{person_->reference, person_->name, person_->family_name, person_->born,
                        false, "Organization/n"}};
    service::take_in_clinic(service_, incoming, {"Clinic", "Europe/Stockholm"});
    return 1;
  }
  Outcome<service::SentThere> send(std::string_view, const service::Everything&,
                                   std::string_view document) override {
    return service::SentThere{0, !document.empty()};
  }
  void end(std::string_view) override { person_.reset(); }
  std::string public_keys() override { return "{}"; }

 private:
  static Refusal over() { return Refusal("launch.over"); }

  service::Service service_;
  std::optional<service::LaunchedPerson> person_;
};

}  // namespace alongside::testing
