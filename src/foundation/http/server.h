// SPDX-License-Identifier: Apache-2.0
// Sockets, timeouts and limits; a handler is a plain function from Request to Response.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "foundation/base/log.h"
#include "foundation/http/request.h"
#include "foundation/http/response.h"

namespace alongside::http {

struct ServerLimits {
  int header_seconds = 10;    ///< to send the head of a request
  int body_seconds = 30;      ///< to send the whole of it
  int write_seconds = 30;     ///< to take the answer
  int idle_seconds = 30;      ///< between two requests of one connection
  int watch_seconds = 300;    ///< of an event stream; browsers ask again by themselves
  int stop_seconds = 5;       ///< for answers under way when the server is told to stop
  int connections_max = 512;  ///< below the usual 1,024 descriptors, of which the data need some
  int connections_an_address_max = 64;  ///< not of this machine itself: there a proxy may stand
  /// Requests below this path that bring a key may have a larger body; empty: none.
  std::string_view large_bodies_under = {};
  std::size_t large_body_bytes_max = body_bytes_max;
};

/// Called from `threads` threads at once. What it throws becomes a 500 without details.
using Handler = std::function<Response(const Request&)>;

class Server {
 public:
  /// Listens at once. Throws std::runtime_error with the reason when the port cannot be had.
  Server(const std::string& address, std::uint16_t port, int threads, Handler handler, Log& log,
         ServerLimits limits = {});
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  std::uint16_t port() const;
  /// Serves until SIGINT, SIGTERM or stop(); answers under way are finished first.
  void run();
  /// From any thread.
  void stop();

 private:
  class Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace alongside::http
