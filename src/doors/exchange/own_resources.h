// SPDX-License-Identifier: Apache-2.0
// What people said and agreed here, as resources beside those that came in: kept up to date before
// a program reads or everything goes out.
#pragma once

#include <mutex>
#include <string>
#include <vector>

#include "service/show_own.h"

namespace alongside::exchange {

/// One person's, each a whole resource, about the Patient under which they came in. Empty where
/// they came in as something else.
std::vector<std::string> own_resources_of(const service::Everything& all, Instant now);

/// Brings all that changed up to date. Safe from several threads; quick where nothing happened.
class OwnResources {
 public:
  explicit OwnResources(const service::Service& service) : service_(service) {}
  void bring_up_to_date();

 private:
  void show(PersonKey person);

  service::Service service_;
  std::mutex mutex_;
  std::vector<service::Head> heads_;
};

}  // namespace alongside::exchange
