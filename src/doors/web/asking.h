// SPDX-License-Identifier: Apache-2.0
// One request on its way to a page: who asks, in which language, for what; and the words to answer
// in.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "doors/web/html.h"
#include "foundation/base/settings.h"
#include "foundation/http/request.h"
#include "foundation/http/response.h"
#include "foundation/http/router.h"
#include "foundation/words/catalogue.h"
#include "service/service.h"
#include "service/sign_in.h"

namespace alongside::service {
class OtherRecords;
struct Everything;
}  // namespace alongside::service

namespace alongside::web {

/// A whole record as a file for other systems; the exchange door writes it, and doors never see
/// each other.
using BundleOf = std::function<std::string(const service::Everything&, Instant)>;

/// Lives as long as one request. Pages read it and change nothing in it.
struct Asking {
  const service::Service& service;
  const Settings& settings;
  const http::Request& request;
  const words::Language& language;
  const std::optional<service::SignedIn>& signed_in;
  const http::PathParts& parts;
  const BundleOf& as_bundle;
  bool example = false;
  service::OtherRecords* others = nullptr;  ///< none in tests that need none

  /// Only behind a route for people who are signed in.
  const service::Caller& caller() const { return signed_in->caller; }
  Text say(std::string_view key, words::Values values = {}) const {
    return Text(language.say(key, values));
  }
  Text say_count(std::string_view key, std::int64_t count, words::Values values = {}) const {
    return Text(language.say_count(key, count, values));
  }
  std::string_view part(std::string_view name) const;
  std::string_view typed(std::string_view name) const { return request.form.value(name); }
  std::string once() const { return std::string(typed("once")); }
  Instant now() const { return service.now(); }
  /// Page number of ?page=, from 0.
  std::int64_t page_number() const;
};

/// What was wrong with a form that came back, or nothing on its first showing. Typed values are
/// taken from the request again, so that nothing is lost.
struct FormState {
  const Asking& asking;
  std::vector<Fault> faults;

  bool came_back() const { return !faults.empty(); }
  const Fault* fault_of(std::string_view field) const;
  /// What was typed, when the form came back; else `otherwise`.
  std::string value(std::string_view field, std::string_view otherwise = {}) const;
};

/// Fits a refusal to a page: 404 for what is not found, 422 for a form that has to be mended.
bool is_not_found(const Refusal& refusal);

}  // namespace alongside::web
