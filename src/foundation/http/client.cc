// SPDX-License-Identifier: Apache-2.0
// libcurl, with all that it would do by itself turned off.
#include "foundation/http/client.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <memory>

#include "foundation/base/broken.h"
#include "foundation/base/expect.h"
#include "foundation/base/text.h"

namespace alongside::http {
namespace {

struct CloseEasy {
  void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
};
struct FreeList {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
struct FreeUrl {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
using Easy = std::unique_ptr<CURL, CloseEasy>;
using List = std::unique_ptr<curl_slist, FreeList>;
using ParsedUrl = std::unique_ptr<CURLU, FreeUrl>;

std::string part_of(CURLU* url, CURLUPart part) {
  char* text = nullptr;
  if (curl_url_get(url, part, &text, 0) != CURLUE_OK) return {};
  std::string said = text;
  curl_free(text);
  return said;
}

bool is_this_machine(std::string_view host) {
  return host == "127.0.0.1" || host == "[::1]" || host == "localhost";
}

/// Networks that are nobody's in the world (RFC 1918, 6598, 3927; 4193, 4291 for version 6).
bool is_private(const sockaddr& address) {
  if (address.sa_family == AF_INET) {
    const auto& four = reinterpret_cast<const sockaddr_in&>(address);
    const std::uint32_t ip = ntohl(four.sin_addr.s_addr);
    const auto within = [&](std::uint32_t net, int bits) {
      return ip >> (32 - bits) == net >> (32 - bits);
    };
    return within(0x00000000, 8) || within(0x0A000000, 8) || within(0x7F000000, 8) ||
           within(0x64400000, 10) || within(0xA9FE0000, 16) || within(0xAC100000, 12) ||
           within(0xC0A80000, 16) || within(0xE0000000, 3);
  }
  if (address.sa_family != AF_INET6) return true;
  const in6_addr& six = reinterpret_cast<const sockaddr_in6&>(address).sin6_addr;
  const std::array<std::uint8_t, 2> head = {six.s6_addr[0], six.s6_addr[1]};
  return (head[0] & 0xFE) == 0xFC || (head[0] == 0xFE && (head[1] & 0xC0) == 0x80) ||
         head[0] == 0xFF || IN6_IS_ADDR_LOOPBACK(&six) || IN6_IS_ADDR_UNSPECIFIED(&six) ||
         IN6_IS_ADDR_V4MAPPED(&six) || IN6_IS_ADDR_V4COMPAT(&six);
}

/// What one question gathers.
struct Gathering {
  Fetched fetched;
  std::size_t body_bytes_max = 0;
  bool too_large = false;
  int file = -1;
  std::uint64_t file_bytes = 0;
  std::uint64_t file_bytes_max = 0;
  CURL* curl = nullptr;
};

std::size_t take_header(char* bytes, std::size_t, std::size_t count, void* into) {
  auto& gathering = *static_cast<Gathering*>(into);
  const std::string_view line(bytes, count);
  if (line.starts_with("HTTP/")) gathering.fetched.headers.clear();
  const std::size_t colon = line.find(':');
  if (colon != std::string_view::npos && gathering.fetched.headers.size() < header_fields_max)
    gathering.fetched.headers[lower_ascii(line.substr(0, colon))] = tidied(line.substr(colon + 1));
  return count;
}

bool written(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t done = ::write(file, bytes.data(), bytes.size());
    if (done <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(done));
  }
  return true;
}

std::size_t take_body(char* bytes, std::size_t, std::size_t count, void* into) {
  auto& gathering = *static_cast<Gathering*>(into);
  long status = 0;
  curl_easy_getinfo(gathering.curl, CURLINFO_RESPONSE_CODE, &status);
  if (gathering.file >= 0 && status == 200) {
    gathering.file_bytes += count;
    gathering.too_large = gathering.file_bytes > gathering.file_bytes_max;
    return !gathering.too_large && written(gathering.file, {bytes, count}) ? count : 0;
  }
  gathering.too_large = gathering.fetched.body.size() + count > gathering.body_bytes_max;
  if (gathering.too_large) return 0;
  gathering.fetched.body.append(bytes, count);
  return count;
}

curl_socket_t open_outside(void*, curlsocktype, curl_sockaddr* address) {
  if (is_private(address->addr)) return CURL_SOCKET_BAD;
  return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

FetchFault fault_of(CURLcode code, const Gathering& gathering) {
  if (gathering.too_large) return FetchFault::too_large;
  switch (code) {
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CACERT_BADFILE:
      return FetchFault::not_trusted;
    case CURLE_OPERATION_TIMEDOUT:
      return FetchFault::too_slow;
    case CURLE_FILESIZE_EXCEEDED:
      return FetchFault::too_large;
    default:
      return FetchFault::not_reached;
  }
}

void set_method(CURL* curl, const Outgoing& request) {
  if (request.method == Method::post || request.method == Method::put) {
    curl_easy_setopt(curl, CURLOPT_POST, 1L);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, request.body.data());
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE,
                     static_cast<curl_off_t>(request.body.size()));
  }
  if (request.method == Method::put) curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, "PUT");
  if (request.method == Method::remove) curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, "DELETE");
}

List header_list(const Outgoing& request) {
  // Without these two libcurl would ask first whether it may send, and name a type of its own.
  curl_slist* list = curl_slist_append(nullptr, "Expect:");
  list = curl_slist_append(list, "User-Agent: Alongside");
  for (const auto& [name, value] : request.headers) {
    const std::string line = name + ": " + value;
    list = curl_slist_append(list, line.c_str());
  }
  return List(list);
}

FetchResult carried_out(const Outgoing& request, const ClientLimits& limits, bool anywhere,
                        int file) {
  static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
  expect(started == CURLE_OK, "libcurl starts");
  const Easy curl(curl_easy_init());
  expect(curl != nullptr, "libcurl has room");
  Gathering gathering;
  gathering.body_bytes_max = limits.body_bytes_max;
  gathering.file_bytes_max = limits.file_bytes_max;
  gathering.file = file;
  gathering.curl = curl.get();
  const List headers = header_list(request);
  curl_easy_setopt(curl.get(), CURLOPT_URL, request.address.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, "http,https");
  // A proxy would look names up by itself, past the check of where they lead.
  curl_easy_setopt(curl.get(), CURLOPT_PROXY, "");
  curl_easy_setopt(curl.get(), CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl.get(), CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  curl_easy_setopt(curl.get(), CURLOPT_CONNECTTIMEOUT, limits.connect_seconds);
  curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT,
                   file < 0 ? limits.answer_seconds : limits.file_seconds);
  curl_easy_setopt(curl.get(), CURLOPT_LOW_SPEED_LIMIT, 1L);
  curl_easy_setopt(curl.get(), CURLOPT_LOW_SPEED_TIME, 60L);
  curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(curl.get(), CURLOPT_HEADERFUNCTION, take_header);
  curl_easy_setopt(curl.get(), CURLOPT_HEADERDATA, &gathering);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, take_body);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &gathering);
  if (!anywhere) curl_easy_setopt(curl.get(), CURLOPT_OPENSOCKETFUNCTION, open_outside);
  set_method(curl.get(), request);
  const CURLcode code = curl_easy_perform(curl.get());
  if (code != CURLE_OK) return fault_of(code, gathering);
  long status = 0;
  curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
  gathering.fetched.status = static_cast<int>(status);
  return std::move(gathering.fetched);
}

bool no_line_breaks(const Outgoing& request) {
  return std::ranges::all_of(request.headers, [](const auto& header) {
    return (header.first + header.second).find_first_of("\r\n") == std::string::npos;
  });
}

}  // namespace

std::string origin_of(std::string_view address) {
  const ParsedUrl url(curl_url());
  if (url == nullptr ||
      curl_url_set(url.get(), CURLUPART_URL, std::string(address).c_str(), 0) != CURLUE_OK)
    return {};
  const std::string scheme = part_of(url.get(), CURLUPART_SCHEME);
  const std::string host = lower_ascii(part_of(url.get(), CURLUPART_HOST));
  const std::string port = part_of(url.get(), CURLUPART_PORT);
  if (host.empty() || !part_of(url.get(), CURLUPART_USER).empty()) return {};
  if (scheme != "https" && !(scheme == "http" && is_this_machine(host))) return {};
  std::string origin = scheme;
  origin += "://";
  origin += host;
  if (port.empty() || (scheme == "https" && port == "443") || (scheme == "http" && port == "80"))
    return origin;
  origin += ':';
  return origin += port;
}

std::string_view Fetched::header(std::string_view name) const {
  const auto found = headers.find(name);
  return found == headers.end() ? std::string_view() : std::string_view(found->second);
}

std::string_view code_of(FetchFault fault) {
  switch (fault) {
    case FetchFault::not_named:
      return "not_named";
    case FetchFault::not_reached:
      return "not_reached";
    case FetchFault::not_trusted:
      return "not_trusted";
    case FetchFault::too_slow:
      return "too_slow";
    case FetchFault::too_large:
      return "too_large";
  }
  return "";
}

Client::Client(std::vector<std::string> origins, bool private_networks, ClientLimits limits)
    : origins_(std::move(origins)), private_networks_(private_networks), limits_(limits) {}

bool Client::may_ask(std::string_view address) const {
  const std::string origin = origin_of(address);
  return !origin.empty() && std::ranges::find(origins_, origin) != origins_.end();
}

FetchResult Client::ask(const Outgoing& request) const {
  if (!may_ask(request.address) || !no_line_breaks(request)) return FetchFault::not_named;
  const bool anywhere = private_networks_ || origin_of(request.address).starts_with("http://");
  return carried_out(request, limits_, anywhere, -1);
}

FetchResult Client::fetch(const Outgoing& request, const std::string& path) const {
  if (!may_ask(request.address) || !no_line_breaks(request)) return FetchFault::not_named;
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (file < 0) throw BrokenMachine("a file that another system sends cannot be made");
  const bool anywhere = private_networks_ || origin_of(request.address).starts_with("http://");
  auto result = carried_out(request, limits_, anywhere, file);
  if (::close(file) != 0) throw BrokenMachine("a file that another system sent cannot be kept");
  return result;
}

}  // namespace alongside::http
