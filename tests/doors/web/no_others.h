// SPDX-License-Identifier: Apache-2.0
// A world without other record systems, for tests of who may use which page.
#pragma once

#include "service/launch.h"

namespace alongside::web {

class NoOthers final : public service::OtherRecords {
 public:
  Outcome<service::LaunchStep> begin(const service::LaunchAsked&) override {
    return Refusal("launch.unknown");
  }
  Outcome<service::LaunchStep> come_back(const service::LaunchReturn&) override { return over(); }
  Outcome<service::Launched> look(std::string_view, const service::Caller&) override {
    return over();
  }
  Outcome<std::int64_t> keep(std::string_view) override { return over(); }
  Outcome<service::SentThere> send(std::string_view, const service::Everything&,
                                   std::string_view) override {
    return over();
  }
  void end(std::string_view) override {}
  std::string public_keys() override { return "{}"; }

 private:
  static Refusal over() { return Refusal("launch.over"); }
};

}  // namespace alongside::web
