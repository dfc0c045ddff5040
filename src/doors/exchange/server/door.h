// SPDX-License-Identifier: Apache-2.0
// The door of FHIR: from a request to an answer, for programs that hold a key.
#pragma once

#include <string>

#include "doors/exchange/own_resources.h"
#include "doors/exchange/server/bulk_export.h"
#include "doors/exchange/server/desk.h"
#include "doors/exchange/server/oauth.h"
#include "foundation/base/log.h"
#include "foundation/http/response.h"

namespace alongside::exchange {

constexpr std::size_t fhir_body_bytes_max = 16ULL * 1024 * 1024;

/// Safe from several threads.
class FhirDoor {
 public:
  /// `keys`: where whoever owns the data folder leaves keys (token_file.h). `public_address` may be
  /// empty: then as the request says.
  /// `exports`: a folder of its own for what programs fetch later. `signer`: for id tokens.
  FhirDoor(const service::Service& service, service::TakeInDefaults defaults, std::string keys,
           std::string exports, std::string public_address, Log& log, Signer signer)
      : service_(service),
        defaults_(std::move(defaults)),
        keys_(std::move(keys)),
        public_address_(std::move(public_address)),
        log_(log),
        signer_(std::move(signer)),
        own_(service_),
        exports_(service_, std::move(exports)) {}

  /// Whether a path is this door's.
  static bool is_for(std::string_view path);
  http::Response answer(const http::Request& request);

 private:
  http::Response served(const http::Request& request, std::string_view& pattern);
  http::Response routed(const http::Request& request, std::string_view& pattern);
  http::Response key_answer(const http::Request& request, std::string_view& pattern);
  std::string base_of(const http::Request& request) const;
  std::optional<service::Program> program_of(const http::Request& request) const;

  service::Service service_;
  service::TakeInDefaults defaults_;
  std::string keys_;
  std::string public_address_;
  Log& log_;
  Signer signer_;
  service::LookAccount account_;
  OwnResources own_;
  BulkExports exports_;
};

}  // namespace alongside::exchange
