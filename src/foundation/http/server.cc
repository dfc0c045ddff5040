// SPDX-License-Identifier: Apache-2.0
// The only file that sees Boost: Beast reads and writes, coroutines on one thread keep the
// connections, handlers run on a small pool. Nothing with captures or braces stands inside a
// `co_await` expression: g++ 12.2 would destroy it twice.
#include "foundation/http/server.h"

#define BOOST_ASIO_DISABLE_AWAITABLE_FRAME_RECYCLING
#include <boost/asio/bind_executor.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <chrono>
#include <map>
#include <optional>
#include <stdexcept>

#include "foundation/base/text.h"
#include "foundation/http/message.h"

namespace alongside::http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace wire = boost::beast::http;
using asio::ip::tcp;
using Parser = wire::request_parser<wire::string_body>;
using Seconds = std::chrono::seconds;

constexpr std::size_t read_bytes = 4096;
constexpr int quiet_seconds_max = 15;  ///< of an event stream, before it shows that it is there

/// An answer on its way, and what keeps it going.
struct Answer {
  wire::response<wire::string_body> message;
  std::function<std::optional<std::string>()> watch = {};
};

/// Why a well-formed head is still refused: what Beast leaves to its user.
int fault_of_head(const wire::request_header<>& head) {
  if (std::distance(head.begin(), head.end()) > static_cast<std::ptrdiff_t>(header_fields_max))
    return 431;
  if (head.count(wire::field::host) != 1 && head.version() >= 11) return 400;
  if (head.count(wire::field::content_length) > 1) return 400;
  if (head[wire::field::content_length].find(',') != beast::string_view::npos) return 400;
  const auto coding = head[wire::field::transfer_encoding];
  if (!coding.empty() && !beast::iequals(coding, "chunked")) return 501;
  if (head.count(wire::field::content_encoding) > 0) return 415;
  if (head.target().size() > target_bytes_max) return 414;
  return 0;
}

/// What stands in the buffer of a request's head.
enum class Head { part, whole, folded, too_long };

/// Looked at before it is parsed: Beast joins a folded line to the one before, which proxies may
/// read as a line of its own (RFC 9112, 5.2).
Head head_in(std::string_view bytes) {
  const std::size_t end = bytes.find("\r\n\r\n");
  if (std::min(end, bytes.size()) + (end == std::string_view::npos ? 0 : 4) > headers_bytes_max)
    return Head::too_long;
  if (end == std::string_view::npos) return Head::part;
  const std::string_view head = bytes.substr(0, end);
  const bool folded =
      head.find("\r\n ") != std::string_view::npos || head.find("\r\n\t") != std::string_view::npos;
  return folded ? Head::folded : Head::whole;
}

void limit(Parser& parser) {
  parser.header_limit(static_cast<std::uint32_t>(2 * headers_bytes_max));  // head_in is exact.
  parser.body_limit(body_bytes_max);
}

int status_of_error(const beast::error_code& error) {
  if (error == wire::error::body_limit) return 413;
  if (error == wire::error::header_limit) return 431;
  if (error == beast::error::timeout) return 408;
  return 400;
}

Method method_of(wire::verb verb) {
  switch (verb) {
    case wire::verb::get:
      return Method::get;
    case wire::verb::head:
      return Method::head;
    case wire::verb::post:
      return Method::post;
    case wire::verb::put:
      return Method::put;
    case wire::verb::patch:
      return Method::patch;
    case wire::verb::delete_:
      return Method::remove;
    case wire::verb::options:
      return Method::options;
    default:
      return Method::other;
  }
}

/// Nothing when the query or the form is not what its type says.
std::optional<Request> request_from(const wire::request<wire::string_body>& message,
                                    std::string peer) {
  Request request;
  request.method = method_of(message.method());
  request.peer = std::move(peer);
  const std::string_view target(message.target().data(), message.target().size());
  const std::size_t question = target.find('?');
  request.path = std::string(target.substr(0, question));
  if (question != std::string_view::npos) {
    auto query = Fields::parse(target.substr(question + 1));
    if (!query) return std::nullopt;
    request.query = std::move(*query);
  }
  for (const auto& field : message)
    request.headers[lower_ascii({field.name_string().data(), field.name_string().size()})] =
        std::string(field.value());
  if (request.header("content-type").starts_with("application/x-www-form-urlencoded")) {
    auto form = Fields::parse(message.body());
    if (!form) return std::nullopt;
    request.form = std::move(*form);
  } else {
    request.body = message.body();
  }
  return request;
}

wire::response<wire::string_body> wire_response(Response response, unsigned version,
                                                bool keep_alive, bool without_body) {
  wire::response<wire::string_body> message;
  message.version(version);
  message.result(static_cast<unsigned>(response.status));
  for (auto& [name, value] : security_headers())
    if (response.header(name).empty()) message.set(name, value);
  // What would end the line ends nothing: such a header is left out.
  for (auto& [name, value] : response.headers)
    if (value.find_first_of(std::string_view("\r\n\0", 3)) == std::string::npos)
      message.insert(name, value);
  message.keep_alive(keep_alive);
  const std::size_t size = response.body.size();
  if (!without_body) message.body() = std::move(response.body);
  message.content_length(size);
  return message;
}

}  // namespace

std::variant<Request, int> message_from(std::string_view bytes) {
  const Head head = head_in(bytes);
  if (head == Head::too_long) return 431;
  if (head != Head::whole) return 400;
  Parser parser;
  limit(parser);
  beast::error_code error;
  const std::size_t used = parser.put(boost::asio::buffer(bytes.data(), bytes.size()), error);
  if (error) return status_of_error(error);
  if (const int fault = fault_of_head(parser.get())) return fault;
  for (bytes.remove_prefix(used); !parser.is_done() && !bytes.empty();) {
    const std::size_t more = parser.put(boost::asio::buffer(bytes.data(), bytes.size()), error);
    if (error) return status_of_error(error);
    if (more == 0) break;
    bytes.remove_prefix(more);
  }
  if (!parser.is_done()) return 400;
  auto request = request_from(parser.get(), "");
  if (!request) return 400;
  return *std::move(request);
}

class Server::Inside {
 public:
  Inside(const std::string& address, std::uint16_t port, int threads, Handler handler, Log& log,
         ServerLimits limits)
      : handler_(std::move(handler)),
        log_(log),
        limits_(limits),
        pool_(static_cast<std::size_t>(threads)),
        acceptor_(io_),
        signals_(io_),
        last_call_(io_) {
    beast::error_code error;
    const auto ip = asio::ip::make_address(address, error);
    if (error) throw std::runtime_error("\"" + address + "\" is not an address to listen on");
    const tcp::endpoint endpoint(ip, port);
    acceptor_.open(endpoint.protocol());
    acceptor_.set_option(asio::socket_base::reuse_address(true));
    acceptor_.bind(endpoint, error);
    if (error)
      throw std::runtime_error("port " + std::to_string(port) + " on " + address +
                               " cannot be used: " + error.message());
    acceptor_.listen(asio::socket_base::max_listen_connections);
  }

  std::uint16_t port() const { return acceptor_.local_endpoint().port(); }

  void run() {
    signals_.add(SIGINT);
    signals_.add(SIGTERM);
    signals_.async_wait([this](const beast::error_code& error, int) {
      if (!error) begin_to_stop();
    });
    asio::co_spawn(io_, accept(), asio::detached);
    io_.run();
    pool_.join();
  }

  void stop() {
    asio::post(io_, [this] { begin_to_stop(); });
  }

 private:
  void begin_to_stop() {
    if (stopping_) return;
    stopping_ = true;
    log_.write("stopping");
    acceptor_.close();
    signals_.cancel();
    if (busy_ == 0) return io_.stop();
    last_call_.expires_after(Seconds(limits_.stop_seconds));
    last_call_.async_wait([this](const beast::error_code&) { io_.stop(); });
  }

  asio::awaitable<void> accept() {
    while (!stopping_) {
      beast::error_code error;
      auto token = asio::redirect_error(asio::use_awaitable, error);
      tcp::socket socket = co_await acceptor_.async_accept(token);
      if (error && !stopping_) co_await a_moment();
      if (error || connections_ >= limits_.connections_max || crowded(socket)) continue;
      asio::co_spawn(io_, serve(beast::tcp_stream(std::move(socket))), asio::detached);
    }
  }

  /// True when the other side holds as many connections as one address may.
  bool crowded(const tcp::socket& socket) const {
    beast::error_code unknown;
    const auto address = socket.remote_endpoint(unknown).address();
    if (unknown) return true;
    const auto known = by_address_.find(address.to_string());
    return !address.is_loopback() && known != by_address_.end() &&
           known->second >= limits_.connections_an_address_max;
  }

  /// When no more sockets can be had, trying again at once would only burn the processor.
  asio::awaitable<void> a_moment() {
    asio::steady_timer timer(io_, std::chrono::milliseconds(100));
    co_await timer.async_wait(asio::use_awaitable);
  }

  asio::awaitable<void> serve(beast::tcp_stream stream) {
    ++connections_;
    beast::error_code unknown;
    const std::string from = stream.socket().remote_endpoint(unknown).address().to_string();
    ++by_address_[from];
    try {
      beast::flat_buffer buffer(headers_bytes_max + body_bytes_max);
      bool again = true;
      for (bool first = true; again && !stopping_; first = false) {
        stream.expires_after(Seconds(first ? limits_.header_seconds : limits_.idle_seconds));
        again = co_await serve_one(stream, buffer);
      }
      beast::error_code ignored;
      stream.socket().shutdown(tcp::socket::shutdown_send, ignored);
    } catch (const std::exception&) {
      // The other side went away in the middle; there is nobody to tell.
    }
    --connections_;
    if (--by_address_[from] == 0) by_address_.erase(from);
  }

  /// One request and its answer; false when the connection ends here.
  asio::awaitable<bool> serve_one(beast::tcp_stream& stream, beast::flat_buffer& buffer) {
    Parser parser;
    limit(parser);
    beast::error_code error;
    auto token = asio::redirect_error(asio::use_awaitable, error);
    int fault = co_await fault_while_reading_head(stream, buffer, parser);
    if (fault < 0) co_return false;
    if (fault == 0 && beast::iequals(parser.get()[wire::field::expect], "100-continue")) {
      wire::response<wire::empty_body> go_on(wire::status::continue_, parser.get().version());
      co_await wire::async_write(stream, go_on, token);
    }
    if (fault == 0) {
      stream.expires_after(Seconds(limits_.body_seconds));
      co_await wire::async_read(stream, buffer, parser, token);
      if (error) fault = status_of_error(error);
    }
    ++busy_;
    const bool keep = fault == 0 && !stopping_ && parser.get().keep_alive();
    Answer answer;
    if (fault == 0) {
      answer = co_await answered(parser, stream, keep);
    } else {
      answer.message = refused(fault);
    }
    stream.expires_after(Seconds(limits_.write_seconds));
    if (answer.watch) {
      wire::response_serializer<wire::string_body> head(answer.message);
      co_await wire::async_write_header(stream, head, token);
    } else {
      co_await wire::async_write(stream, answer.message, token);
    }
    --busy_;
    if (stopping_ && busy_ == 0) io_.stop();
    if (answer.watch && !error) co_await watched(stream, answer);
    co_return keep && !error && !answer.watch;
  }

  /// What is new, until the other side leaves, nothing more may be told, or it is time to ask
  /// again.
  asio::awaitable<void> watched(beast::tcp_stream& stream, const Answer& answer) {
    const auto until = std::chrono::steady_clock::now() + Seconds(limits_.watch_seconds);
    asio::steady_timer pause(io_);
    std::string last;
    int quiet = 0;
    beast::error_code error;
    auto token = asio::redirect_error(asio::use_awaitable, error);
    while (!error && !stopping_ && std::chrono::steady_clock::now() < until) {
      auto on_pool = asio::bind_executor(pool_.get_executor(), asio::use_awaitable);
      co_await asio::post(on_pool);
      const std::optional<std::string> mark = asked(answer);
      auto back = asio::bind_executor(io_.get_executor(), asio::use_awaitable);
      co_await asio::post(back);
      if (!mark) break;
      std::string line;
      if (*mark != last) line = "data: " + *mark + "\n\n";
      if (line.empty() && ++quiet >= quiet_seconds_max) line = ":\n\n";
      last = *mark;
      if (!line.empty()) {
        quiet = 0;
        stream.expires_after(Seconds(limits_.write_seconds));
        const auto bytes = asio::buffer(line);
        co_await asio::async_write(stream, bytes, token);
      }
      pause.expires_after(Seconds(1));
      if (!error) co_await pause.async_wait(token);
    }
  }

  /// Nothing where asking broke: the stream ends, and the browser asks again.
  std::optional<std::string> asked(const Answer& answer) {
    try {
      return answer.watch();
    } catch (const std::exception& fault) {
      log_.write("fault", {{"what", std::string_view(fault.what())}});
      return std::nullopt;
    }
  }

  /// 0 when the head is read and right, a status when it is refused, -1 when the other side left or
  /// said nothing in time.
  asio::awaitable<int> fault_while_reading_head(beast::tcp_stream& stream,
                                                beast::flat_buffer& buffer, Parser& parser) {
    beast::error_code error;
    auto token = asio::redirect_error(asio::use_awaitable, error);
    for (;;) {
      const auto data = buffer.data();
      const Head head =
          head_in(std::string_view(static_cast<const char*>(data.data()), data.size()));
      if (head == Head::too_long) co_return 431;
      if (head == Head::folded) co_return 400;
      if (head == Head::whole) {
        if (may_be_large(data)) parser.body_limit(limits_.large_body_bytes_max);
        const std::size_t used = parser.put(data, error);
        buffer.consume(used);
        co_return error ? status_of_error(error) : fault_of_head(parser.get());
      }
      const auto room = buffer.prepare(read_bytes);
      const std::size_t got = co_await stream.async_read_some(room, token);
      if (error) co_return -1;
      buffer.commit(got);
    }
  }

  /// Only for whoever shows a key: the others cannot make the machine hold what they send.
  bool may_be_large(const asio::const_buffer& data) const {
    const std::string_view head(static_cast<const char*>(data.data()), data.size());
    const std::size_t target = head.find(' ') + 1;
    if (limits_.large_bodies_under.empty() ||
        !head.substr(target).starts_with(limits_.large_bodies_under))
      return false;
    return lower_ascii(head.substr(0, head.find("\r\n\r\n"))).find("\r\nauthorization:") !=
           std::string::npos;
  }

  static wire::response<wire::string_body> refused(int status) {
    return wire_response(Response::text(status, "This request cannot be read.\n"), 11, false,
                         false);
  }

  /// Runs the handler on the pool and comes back to the connections' thread.
  asio::awaitable<Answer> answered(Parser& parser, beast::tcp_stream& stream, bool keep) {
    beast::error_code unknown;
    const auto endpoint = stream.socket().remote_endpoint(unknown);
    std::string peer = unknown ? std::string() : endpoint.address().to_string();
    const auto message = parser.release();
    const bool head = message.method() == wire::verb::head;
    std::optional<Request> request = request_from(message, std::move(peer));
    Answer answer;
    if (!request) {
      answer.message = refused(400);
      co_return answer;
    }
    auto on_pool = asio::bind_executor(pool_.get_executor(), asio::use_awaitable);
    co_await asio::post(on_pool);
    Response response = handled(*request);
    compress(response, request->header("accept-encoding"));
    auto back = asio::bind_executor(io_.get_executor(), asio::use_awaitable);
    co_await asio::post(back);
    if (!head) answer.watch = std::move(response.watch);
    const bool ends = static_cast<bool>(answer.watch);
    answer.message =
        wire_response(std::move(response), message.version(), keep && !ends, head || ends);
    if (ends) answer.message.erase(wire::field::content_length);
    co_return answer;
  }

  Response handled(const Request& request) {
    try {
      return handler_(request);
    } catch (const std::exception& error) {
      log_.write("fault", {{"what", std::string_view(error.what())}});
      return Response::text(500,
                            "Something broke on our side. Nothing was saved. Please try again.\n");
    }
  }

  Handler handler_;
  Log& log_;
  ServerLimits limits_;
  asio::io_context io_{1};
  asio::thread_pool pool_;
  tcp::acceptor acceptor_;
  asio::signal_set signals_;
  asio::steady_timer last_call_;
  std::map<std::string, int> by_address_;
  bool stopping_ = false;  // These belong to the one thread of io_.
  int busy_ = 0;
  int connections_ = 0;
};

Server::Server(const std::string& address, std::uint16_t port, int threads, Handler handler,
               Log& log, ServerLimits limits)
    : inside_(std::make_unique<Inside>(address, port, threads, std::move(handler), log, limits)) {}
Server::~Server() = default;
std::uint16_t Server::port() const { return inside_->port(); }
void Server::run() { inside_->run(); }
void Server::stop() { inside_->stop(); }

}  // namespace alongside::http
