// SPDX-License-Identifier: Apache-2.0
// A whole request from its bytes: taken, or refused with the status the server answers.
#include "foundation/http/message.h"

#include <gtest/gtest.h>

namespace alongside::http {
namespace {

int status_of(std::string_view bytes) {
  const auto message = message_from(bytes);
  const int* status = std::get_if<int>(&message);
  return status == nullptr ? 0 : *status;
}

}  // namespace

TEST(Message, takes_a_form_in_chunks_and_its_cookie) {
  const auto message = message_from(
      "POST /a?b=c HTTP/1.1\r\nHost: x\r\nCookie: one=1; two=2\r\n"
      "Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n"
      "5\r\nline=\r\n4\r\nWell\r\n0\r\n\r\n");
  const auto& request = std::get<Request>(message);
  EXPECT_EQ(request.path, "/a");
  EXPECT_EQ(request.query.value("b"), "c");
  EXPECT_EQ(request.form.value("line"), "Well");
  EXPECT_EQ(request.cookie("two"), "2");
}

TEST(Message, refuses_what_two_readers_could_read_differently) {
  EXPECT_EQ(status_of("GET / HTTP/1.1\r\nHost: a\r\nX: 1\r\n 2\r\n\r\n"), 400);
  EXPECT_EQ(status_of("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"), 400);
  EXPECT_EQ(status_of("GET / HTTP/1.1\r\n\r\n"), 400);
  EXPECT_EQ(status_of("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n"
                      "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
            400);
  EXPECT_EQ(status_of("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n"), 501);
  EXPECT_EQ(status_of("POST / HTTP/1.1\r\nHost: a\r\nContent-Encoding: gzip\r\n"
                      "Content-Length: 0\r\n\r\n"),
            415);
  EXPECT_EQ(status_of("GET / HTTP/1.1\r\nHost: a\r\n"), 400);
  EXPECT_EQ(status_of("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc"), 400);
  EXPECT_EQ(
      status_of("GET /" + std::string(target_bytes_max, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n"),
      414);
  EXPECT_EQ(status_of("GET / HTTP/1.1\r\nHost: " + std::string(headers_bytes_max, 'a')), 431);
}

}  // namespace alongside::http
