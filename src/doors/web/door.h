// SPDX-License-Identifier: Apache-2.0
// The web door: from a request to a page.
#pragma once

#include <string_view>
#include <vector>

#include "doors/web/routes.h"
#include "foundation/base/log.h"
#include "foundation/base/settings.h"
#include "foundation/words/catalogue.h"
#include "service/service.h"

namespace alongside::web {

/// Safe from several threads.
class Door {
 public:
  Door(const service::Service& service, const Settings& settings, Log& log, BundleOf as_bundle,
       service::OtherRecords* others = nullptr)
      : service_(service),
        settings_(settings),
        log_(log),
        as_bundle_(std::move(as_bundle)),
        others_(others) {}
  http::Response answer(const http::Request& request);

 private:
  http::Response routed(const http::Request& request, std::string_view& pattern);

  service::Service service_;
  Settings settings_;
  Log& log_;
  BundleOf as_bundle_;
  service::OtherRecords* others_;
  words::Languages languages_;
};

}  // namespace alongside::web
