// SPDX-License-Identifier: Apache-2.0
// The server against good, bad and broken requests, over a real socket on loopback.
#include "foundation/http/server.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <thread>

namespace alongside::http {
namespace {

class Running {
 public:
  Running()
      : log_(clock_, nullptr),
        server_(
            "127.0.0.1", 0, 2,
            [](const Request& request) {
              if (request.path == "/throw") throw std::runtime_error("inside");
              return Response::text(200, request.path + "|" + std::string(request.form.value("a")));
            },
            log_, ServerLimits{1, 1, 1, 1, 1, 16}),
        thread_([this] { server_.run(); }) {}
  ~Running() {
    server_.stop();
    thread_.join();
  }

  /// Sends bytes and reads until the other side closes or says nothing for a while.
  std::string answer(const std::string& bytes) {
    const int connection = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(server_.port());
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    EXPECT_EQ(::connect(connection, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
    const timeval patience{2, 0};
    ::setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    (void)!::send(connection, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    std::string text;
    char block[4096];
    for (ssize_t got = 0; (got = ::recv(connection, block, sizeof block, 0)) > 0;)
      text.append(block, static_cast<std::size_t>(got));
    ::close(connection);
    return text;
  }

 private:
  SystemClock clock_;
  Log log_;
  Server server_;
  std::thread thread_;
};

std::string get(const std::string& more) {
  return "GET / HTTP/1.1\r\nConnection: close\r\n" + more + "\r\n";
}
std::string post(const std::string& headers, const std::string& body) {
  return "POST /p HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: "
         "application/x-www-form-urlencoded\r\n" +
         headers + "\r\n" + body;
}

}  // namespace

TEST(Server, answers_with_safe_headers) {
  Running running;
  const std::string text = running.answer(get("Host: a\r\n"));
  EXPECT_TRUE(text.starts_with("HTTP/1.1 200"));
  EXPECT_NE(text.find("Content-Security-Policy"), std::string::npos);
  EXPECT_NE(text.find("/|"), std::string::npos);
  EXPECT_NE(running.answer(post("Content-Length: 5\r\n", "a=b+c")).find("/p|b c"),
            std::string::npos);
}

TEST(Server, a_fault_inside_tells_nothing_and_the_next_request_is_served) {
  Running running;
  const std::string text =
      running.answer("GET /throw HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  EXPECT_TRUE(text.starts_with("HTTP/1.1 500"));
  EXPECT_EQ(text.find("inside"), std::string::npos);
  EXPECT_TRUE(running.answer(get("Host: a\r\n")).starts_with("HTTP/1.1 200"));
}

TEST(Server, refuses_what_could_be_read_in_two_ways) {
  Running running;
  const std::vector<std::string> bad = {
      get(""),
      get("Host: a\r\nHost: b\r\n"),
      post("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"),
      post("Content-Length: 3\r\nContent-Length: 4\r\n", "a=b"),
      post("Content-Length: 3, 3\r\n", "a=b"),
      post("Content-Length: +3\r\n", "a=b"),
      post("Transfer-Encoding: xchunked\r\n", ""),
      post("Content-Encoding: gzip\r\nContent-Length: 3\r\n", "a=b"),
      post("Content-Length: 5\r\n", "a=%FF"),
      "GET / HTTP/1.1\nHost: a\n\n",
      "nonsense\r\n\r\n",
      get("Host: a\r\nX: a\\0b\r\n\x01: y\r\n")};
  for (const std::string& request : bad) {
    const std::string text = running.answer(request);
    EXPECT_FALSE(text.starts_with("HTTP/1.1 2")) << request;
  }
  EXPECT_TRUE(running.answer(get("Host: a\r\n")).starts_with("HTTP/1.1 200"));
}

TEST(Server, keeps_its_limits) {
  Running running;
  EXPECT_TRUE(running.answer(get("Host: a\r\nX: " + std::string(headers_bytes_max, 'x') + "\r\n"))
                  .starts_with("HTTP/1.1 431"));
  EXPECT_TRUE(running.answer(post("Content-Length: 99999999\r\n", "")).starts_with("HTTP/1.1 413"));
  EXPECT_TRUE(
      running
          .answer("GET /" + std::string(target_bytes_max + 1, 'x') + " HTTP/1.1\r\nHost: a\r\n\r\n")
          .starts_with("HTTP/1.1 414"));
}

TEST(Server, lets_go_of_somebody_who_says_nothing) {
  Running running;
  EXPECT_EQ(running.answer("GET / HTTP/1.1\r\nHos"), "");
}

TEST(Server, says_why_a_port_cannot_be_had) {
  const SystemClock clock;
  Log log(clock, nullptr);
  const auto handler = [](const Request&) { return Response::text(200, ""); };
  Server first("127.0.0.1", 0, 1, handler, log);
  EXPECT_THROW(Server("127.0.0.1", first.port(), 1, handler, log), std::runtime_error);
  EXPECT_THROW(Server("not an address", 0, 1, handler, log), std::runtime_error);
}

}  // namespace alongside::http
