// SPDX-License-Identifier: Apache-2.0
// The server against good, bad and broken requests, over a real socket on loopback.
#include "foundation/http/server.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <thread>

#include "foundation/base/random.h"

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
              if (request.path == "/odd")
                return Response::text(200, "")
                    .with("X-Odd", "a\r\nX-Injected: b")
                    .with("X-Even", "c");
              if (request.path == "/events") {
                auto times = std::make_shared<int>(0);
                return Response::events([times]() -> std::optional<std::string> {
                  ++*times;
                  if (*times == 4) return std::nullopt;
                  return *times < 3 ? "one" : "two";
                });
              }
              return Response::text(200, request.path + "|" + std::string(request.form.value("a")));
            },
            log_, ServerLimits{1, 1, 1, 1, 10, 1, 16, 8}),
        thread_([this] { server_.run(); }) {}
  ~Running() {
    server_.stop();
    thread_.join();
  }

  int connected() {
    const int connection = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(server_.port());
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    EXPECT_EQ(::connect(connection, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
    const timeval patience{20, 0};  // the server closes; this only ends a test that has failed
    ::setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    return connection;
  }

  /// Sends bytes and reads until the other side closes or says nothing for a while.
  std::string answer(const std::string& bytes) {
    const int connection = connected();
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

TEST(Server, no_header_begins_another) {
  Running running;
  const std::string text =
      running.answer("GET /odd HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  EXPECT_EQ(text.find("X-Injected"), std::string::npos) << text;
  EXPECT_NE(text.find("X-Even: c"), std::string::npos);
}

TEST(Server, an_event_stream_says_what_is_new_and_ends_when_nothing_more_may_be_told) {
  Running running;
  const std::string text = running.answer("GET /events HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_NE(text.find("Content-Type: text/event-stream"), std::string::npos) << text;
  EXPECT_EQ(text.find("Content-Length"), std::string::npos);
  EXPECT_TRUE(text.ends_with("\r\n\r\ndata: one\n\ndata: two\n\n")) << text;
  EXPECT_TRUE(running.answer(get("Host: a\r\n")).starts_with("HTTP/1.1 200"));
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

TEST(Server, takes_what_is_just_within_each_limit_and_refuses_one_more) {
  Running running;
  const auto status = [&](const std::string& request) {
    const std::string text = running.answer(request);
    return text.size() < 12 ? std::string("none") : text.substr(9, 3);
  };
  const auto with_target = [](std::size_t bytes) {
    return "GET /" + std::string(bytes - 1, 'x') +
           " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
  };
  EXPECT_EQ(status(with_target(target_bytes_max - 1)), "200");
  EXPECT_EQ(status(with_target(target_bytes_max)), "200");
  EXPECT_EQ(status(with_target(target_bytes_max + 1)), "414");
  const auto with_fields = [](std::size_t count) {
    std::string fields = "Host: a\r\n";
    for (std::size_t i = 2; i < count; ++i) fields += "X" + std::to_string(i) + ": 1\r\n";
    return get(fields);  // get() adds one.
  };
  EXPECT_EQ(status(with_fields(header_fields_max - 1)), "200");
  EXPECT_EQ(status(with_fields(header_fields_max)), "200");
  EXPECT_EQ(status(with_fields(header_fields_max + 1)), "431");
  const auto with_head = [](std::size_t bytes) {
    const std::string around = get("Host: a\r\nX: \r\n");
    return get("Host: a\r\nX: " + std::string(bytes - around.size(), 'x') + "\r\n");
  };
  EXPECT_EQ(status(with_head(headers_bytes_max - 1)), "200");
  EXPECT_EQ(status(with_head(headers_bytes_max)), "200");
  EXPECT_EQ(status(with_head(headers_bytes_max + 1)), "431");
  const auto with_body = [](std::size_t bytes) {
    return post("Content-Length: " + std::to_string(bytes) + "\r\n",
                "a=" + std::string(bytes - 2, 'x'));
  };
  EXPECT_EQ(status(with_body(body_bytes_max - 1)), "200");
  EXPECT_EQ(status(with_body(body_bytes_max)), "200");
  EXPECT_EQ(status(with_body(body_bytes_max + 1)), "413");
  const auto with_members = [](std::size_t count) {
    std::string body;
    for (std::size_t i = 0; i < count; ++i) body += "a=1&";
    return post("Content-Length: " + std::to_string(body.size()) + "\r\n", body);
  };
  EXPECT_EQ(status(with_members(fields_max - 1)), "200");
  EXPECT_EQ(status(with_members(fields_max)), "200");
  EXPECT_EQ(status(with_members(fields_max + 1)), "400");
  EXPECT_EQ(status(post("Content-Length: 4294967296\r\n", "")), "413");
  EXPECT_EQ(status(post("Content-Length: 18446744073709551616\r\n", "")), "400");
  EXPECT_EQ(status(post("Content-Length: -1\r\n", "")), "400");
}

TEST(Server, of_ten_thousand_broken_requests_none_is_served_and_the_next_good_one_is) {
  Running running;
  SeededRandomness chance(17);
  const auto bytes = [&](std::size_t most) {
    std::string text;
    for (std::uint64_t i = chance.below(most); i > 0; --i)
      text += static_cast<char>(chance.below(256));
    return text;
  };
  const std::vector<std::string> lines = {"Content-Length: 3\r\nContent-Length: 4\r\n",
                                          "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n",
                                          "Transfer-Encoding: chunked, chunked\r\n",
                                          "Transfer-Encoding: \x0b"
                                          "chunked\r\n",
                                          "Content-Length: 0x3\r\n",
                                          "Content-Length : 3\r\n",
                                          "X: a\r\n b\r\nHost: c\r\n",
                                          "Content-Encoding: br\r\n",
                                          "Host: b\r\n",
                                          " X: y\r\n",
                                          "X\r\n",
                                          ": x\r\n",
                                          "X: a\rb\r\n"};
  constexpr int rounds = 10'000;
  constexpr int in_one_connection = 50;
  for (int round = 0; round < rounds; round += in_one_connection) {
    std::string broken;
    switch (chance.below(4)) {
      case 0:
        broken = bytes(200);
        if (broken.starts_with("GET ")) broken.clear();
        break;
      case 1:
        broken = "GET " + bytes(20) + " HTTP/1." + std::to_string(2 + chance.below(8)) + "\r\n\r\n";
        break;
      case 2:
        broken = post(lines[chance.below(lines.size())], "a=b");
        break;
      default:
        broken = post("Transfer-Encoding: chunked\r\n", "ffffffffffffffff1\r\n" + bytes(50));
        break;
    }
    // After a broken one the connection is closed: what follows on it is not even looked at.
    std::string all = broken + "\r\n\r\n";
    for (int i = 1; i < in_one_connection; ++i) all += get("Host: smuggled\r\n");
    const std::string text = running.answer(all);
    EXPECT_EQ(text.find("HTTP/1.1 2"), std::string::npos) << broken;
  }
  EXPECT_TRUE(running.answer(get("Host: a\r\n")).starts_with("HTTP/1.1 200"));
}

TEST(Server, lets_go_of_somebody_who_says_nothing) {
  Running running;
  EXPECT_EQ(running.answer("GET / HTTP/1.1\r\nHos"), "");
}

TEST(Server, serves_others_while_slow_ones_hold_their_connections) {
  Running running;
  std::vector<int> slow;
  for (int i = 0; i < 8; ++i) {
    slow.push_back(running.connected());
    const std::string part =
        i % 2 == 0 ? "GET / HTTP/1.1\r\nHos" : post("Content-Length: 9\r\n", "a");
    (void)!::send(slow.back(), part.data(), part.size(), MSG_NOSIGNAL);
  }
  for (int i = 0; i < 20; ++i)
    EXPECT_TRUE(running.answer(get("Host: a\r\n")).starts_with("HTTP/1.1 200"));
  for (const int connection : slow) {
    char byte = 0;
    EXPECT_GE(::recv(connection, &byte, 1, 0), 0);  // Let go: an end, or a refusal, within 2 s.
    ::close(connection);
  }
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
