// SPDX-License-Identifier: Apache-2.0
// Asks other systems, and only those that were named (research/security.md, section 5): no
// redirects, nothing inside a private network unless it was said so, everything bounded.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "foundation/http/request.h"

namespace alongside::http {

/// "https://ehr.example:8443" of an address: scheme, name in small letters, port where it is not
/// the scheme's own. Empty where it is none over https (or over http on this very machine), or
/// names a user.
std::string origin_of(std::string_view address);

struct ClientLimits {
  long connect_seconds = 5;
  long answer_seconds = 20;
  long file_seconds = 0;  ///< none: a file may come as long as it comes; a standstill ends it
  std::size_t body_bytes_max = 16ULL * 1024 * 1024;
  std::uint64_t file_bytes_max = 64ULL * 1024 * 1024 * 1024;
};

struct Outgoing {
  Method method = Method::get;
  std::string address;
  std::vector<std::pair<std::string, std::string>> headers = {};
  std::string body = {};
};

struct Fetched {
  int status = 0;
  std::map<std::string, std::string, std::less<>> headers;  ///< names in small letters
  std::string body;

  std::string_view header(std::string_view name) const;
};

enum class FetchFault {
  not_named,    ///< no origin that this client may ask
  not_reached,  ///< no such name, nobody there, cut off, or a private network
  not_trusted,  ///< its certificate does not hold
  too_slow,
  too_large,
};
/// "not_reached" and so on, for a log.
std::string_view code_of(FetchFault fault);

using FetchResult = std::variant<Fetched, FetchFault>;

/// Safe from several threads.
class Client {
 public:
  /// `origins` as origin_of writes them. `private_networks`: whether they may stand in one.
  explicit Client(std::vector<std::string> origins, bool private_networks = false,
                  ClientLimits limits = {});

  bool may_ask(std::string_view address) const;
  FetchResult ask(const Outgoing& request) const;
  /// The body of a 200 goes into a new file at `path`, which only its owner may read.
  FetchResult fetch(const Outgoing& request, const std::string& path) const;

 private:
  std::vector<std::string> origins_;
  bool private_networks_;
  ClientLimits limits_;
};

}  // namespace alongside::http
