// SPDX-License-Identifier: Apache-2.0
// What one interaction of FHIR asks, what it is answered, and where it reads and writes: by itself,
// or as one of many in a transaction.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "doors/exchange/resource.h"
#include "foundation/http/request.h"
#include "foundation/http/router.h"
#include "service/resource_work.h"

namespace alongside::exchange {

/// From a request, or from an entry of a Bundle.
struct Ask {
  http::Method method = http::Method::get;
  http::Fields query;
  std::string body;
  std::string if_match;
  std::string if_none_match;
  std::string if_none_exist;
  std::string if_modified_since;
  std::string prefer;
  std::string base;  ///< "https://clinic.example/fhir"
};

struct Reply {
  int status = 200;
  std::string body = {};      ///< a resource, or an OperationOutcome from 400 on; may be empty
  std::string location = {};  ///< of what was made, below the base
  std::int64_t version = 0;   ///< 0: the answer is about none
  Instant at = {};
  std::vector<Issue> issues = {};  ///< why not, from 400 on
  std::string media = {};          ///< empty: FHIR's JSON
  std::vector<std::pair<std::string, std::string>> headers = {};

  bool refused() const { return status >= 400; }
};

class BulkExports;

/// What the server stands on; outlives every desk.
struct ServerParts {
  const service::Service& service;
  const service::TakeInDefaults& defaults;
  service::LookAccount& account;
  BulkExports& exports;
};

/// One program at one request. `look` and `change` run on a state or in a transaction of their own,
/// or within the one that is open.
class Desk {
 public:
  Desk(const ServerParts& parts, const service::Program& program)
      : parts_(parts), program_(program) {}
  Desk(const ServerParts& parts, service::ResourceWork& open)
      : parts_(parts), program_(open.program()), open_(&open) {}

  const service::Program& program() const { return program_; }
  const ServerParts& parts() const { return parts_; }
  bool in_transaction() const { return open_ != nullptr; }

  /// `body(service::ResourceView&) -> Reply`
  template <class Body>
  Reply look(Body body) {
    if (open_ != nullptr) return body(*open_);
    return service::look_at_resources(parts_.service, program_, parts_.account, body);
  }
  /// `body(service::ResourceWork&) -> Reply`; what it refuses leaves nothing behind.
  template <class Body>
  Reply change(Body body) {
    if (open_ != nullptr) return body(*open_);
    return service::change_resources(parts_.service, program_, parts_.defaults,
                                     [&](service::ResourceWork& work) {
                                       Reply reply = body(work);
                                       if (reply.refused()) work.undo();
                                       return reply;
                                     });
  }

 private:
  const ServerParts& parts_;
  const service::Program& program_;
  service::ResourceWork* open_ = nullptr;
};

using FhirHandler = Reply (*)(Desk&, const Ask&, const http::PathParts&);

/// The bytes with the server's version and time in them.
std::string as_served(const service::ResourceVersion& version);
std::string as_served(const service::ResourceSeen& seen);
/// 200 with its version.
Reply answered_with(const service::ResourceVersion& version);

/// An OperationOutcome. `code` is of FHIR's issue-type; words never say what somebody sent.
Reply refusal(int status, std::string_view code, std::string_view words,
              std::string_view expression = {});
Reply refusal(int status, const std::vector<Issue>& issues);
std::string outcome_of(std::string_view severity, const std::vector<Issue>& issues);

}  // namespace alongside::exchange
