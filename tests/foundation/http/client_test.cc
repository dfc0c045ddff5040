// SPDX-License-Identifier: Apache-2.0
// Who may be asked, and what is bounded; against a server of our own on loopback.
#include "foundation/http/client.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

#include "foundation/http/server.h"

namespace alongside::http {
namespace {

class Other {
 public:
  Other()
      : log_(clock_, nullptr),
        server_(
            "127.0.0.1", 0, 2,
            [](const Request& request) {
              if (request.path == "/away")
                return Response::see_other("http://127.0.0.1:1/elsewhere");
              if (request.path == "/big") return Response::text(200, std::string(5000, 'a'));
              if (request.path == "/no") return Response::text(404, "there is nothing");
              std::string said(request.header("accept"));
              said += '|';
              said += request.form.value("a");
              said += '|';
              said += request.body;
              return Response::text(200, said).with("X-Said", "once");
            },
            log_),
        thread_([this] { server_.run(); }) {}
  ~Other() {
    server_.stop();
    thread_.join();
  }
  std::string origin() const { return "http://127.0.0.1:" + std::to_string(server_.port()); }

 private:
  SystemClock clock_;
  Log log_;
  Server server_;
  std::thread thread_;
};

std::string fault_of(const FetchResult& result) {
  const auto* fault = std::get_if<FetchFault>(&result);
  return fault == nullptr ? "none" : std::string(code_of(*fault));
}

TEST(Origin, IsSchemeNameAndPort) {
  EXPECT_EQ(origin_of("https://EHR.example/fhir/Patient?a=b#c"), "https://ehr.example");
  EXPECT_EQ(origin_of("https://ehr.example:443/"), "https://ehr.example");
  EXPECT_EQ(origin_of("https://ehr.example:8443"), "https://ehr.example:8443");
  EXPECT_EQ(origin_of("http://127.0.0.1:80/x"), "http://127.0.0.1");
  EXPECT_EQ(origin_of("http://[::1]:9/x"), "http://[::1]:9");
  for (const char* odd :
       {"http://ehr.example", "https://me@ehr.example", "https://me:word@ehr.example", "ftp://a.b",
        "file:///etc/passwd", "", "ehr.example", "https://", "https://ehr.example:99999",
        "http://127.0.0.1.evil.example"})
    EXPECT_EQ(origin_of(odd), "") << odd;
}

TEST(Client, AsksOnlyWhomItWasTold) {
  const Other other;
  const Client client({other.origin()});
  EXPECT_TRUE(client.may_ask(other.origin() + "/a/b"));
  EXPECT_EQ(fault_of(client.ask({Method::get, "https://ehr.example/"})), "not_named");
  EXPECT_EQ(fault_of(client.ask({Method::get, other.origin() + "@ehr.example/"})), "not_named");
  EXPECT_EQ(fault_of(client.ask({Method::get, other.origin() + "/", {{"A", "b\r\nC: d"}}})),
            "not_named");
  EXPECT_EQ(fault_of(Client({}).ask({Method::get, other.origin()})), "not_named");
}

TEST(Client, SendsAndReads) {
  const Other other;
  const Client client({other.origin()});
  const auto got = client.ask({Method::get, other.origin() + "/", {{"Accept", "a/b"}}});
  const auto* fetched = std::get_if<Fetched>(&got);
  ASSERT_NE(fetched, nullptr);
  EXPECT_EQ(fetched->status, 200);
  EXPECT_EQ(fetched->body, "a/b||");
  EXPECT_EQ(fetched->header("x-said"), "once");
  const auto sent = client.ask({Method::post,
                                other.origin() + "/",
                                {{"Content-Type", "application/x-www-form-urlencoded"}},
                                "a=%C3%A5"});
  EXPECT_EQ(std::get<Fetched>(sent).body, "*/*|å|");
  const auto put =
      client.ask({Method::put, other.origin() + "/", {{"Content-Type", "application/json"}}, "{}"});
  EXPECT_EQ(std::get<Fetched>(put).body, "*/*||{}");
}

TEST(Client, FollowsNobodyElsewhere) {
  const Other other;
  const auto got =
      Client({other.origin(), "http://127.0.0.1:1"}).ask({Method::get, other.origin() + "/away"});
  EXPECT_EQ(std::get<Fetched>(got).status, 303);
}

TEST(Client, HasItsLimits) {
  const Other other;
  ClientLimits limits;
  limits.body_bytes_max = 4999;
  const Client client({other.origin()}, false, limits);
  EXPECT_EQ(fault_of(client.ask({Method::get, other.origin() + "/big"})), "too_large");
  EXPECT_EQ(fault_of(Client({"http://127.0.0.1:1"}).ask({Method::get, "http://127.0.0.1:1/"})),
            "not_reached");
}

// A name that is told to be a machine of this network is not asked unless that was said.
TEST(Client, StaysOutOfPrivateNetworks) {
  EXPECT_EQ(fault_of(Client({"https://10.0.0.1"}).ask({Method::get, "https://10.0.0.1/"})),
            "not_reached");
  EXPECT_EQ(fault_of(Client({"https://localhost:1"}).ask({Method::get, "https://localhost:1/"})),
            "not_reached");
}

TEST(Client, WritesWhatComesIntoAFileForItsOwner) {
  const Other other;
  const Client client({other.origin()});
  const std::string path = testing::TempDir() + "/client_test_file";
  std::filesystem::remove(path);
  const auto got = client.fetch({Method::get, other.origin() + "/big"}, path);
  EXPECT_EQ(std::get<Fetched>(got).status, 200);
  EXPECT_EQ(std::filesystem::file_size(path), 5000u);
  struct stat about {};
  ASSERT_EQ(::stat(path.c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777, 0600u);
  const auto none = client.fetch({Method::get, other.origin() + "/no"}, path);
  EXPECT_EQ(std::get<Fetched>(none).status, 404);
  EXPECT_EQ(std::get<Fetched>(none).body, "there is nothing");
  EXPECT_EQ(std::filesystem::file_size(path), 0u);
  std::filesystem::remove(path);
}

}  // namespace
}  // namespace alongside::http
