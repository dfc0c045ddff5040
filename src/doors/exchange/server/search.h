// SPDX-License-Identifier: Apache-2.0
// Search over one type: criteria, order, pages, and what comes along.
#pragma once

#include "doors/exchange/server/desk.h"
#include "foundation/fhir/search.h"

namespace alongside::exchange {

constexpr std::int64_t count_standard = 50;
constexpr std::int64_t count_max = 1000;

/// One search, read and checked.
struct SearchAsk {
  struct Order {
    const fhir::SearchParameter* parameter;
    bool descending;
  };
  struct Along {
    std::string source;  ///< type
    const fhir::SearchParameter* parameter;
    std::string target;  ///< type; empty: all
    bool iterate;
  };
  std::string type;
  std::vector<fhir::Criterion> criteria;
  std::vector<Order> order;
  std::vector<Along> include;
  std::vector<Along> revinclude;
  std::int64_t count = count_standard;
  bool only_count = false;
  std::string after;                 ///< "id@version" of the last one on the page before
  std::vector<std::string> unknown;  ///< names that mean nothing here
  http::Fields used;                 ///< for the link to this page
};
/// `fault`: why it cannot be read.
std::optional<SearchAsk> search_from(const std::string& type, const http::Fields& query,
                                     Reply& fault);

Reply search_type(Desk& desk, const Ask& ask, const http::PathParts& parts);
/// /Patient/[id]/[type]: only what is about that person.
Reply search_compartment(Desk& desk, const Ask& ask, const http::PathParts& parts);

/// For conditional interactions: criteria that mean nothing are refused, no page is turned.
struct IdsFound {
  std::vector<std::string> ids;
  std::optional<Reply> refused;
};
IdsFound ids_that_answer(const service::ResourceView& view, const std::string& type,
                         const http::Fields& criteria);
IdsFound ids_that_answer(const service::ResourceView& view, const std::string& type,
                         std::string_view criteria);

}  // namespace alongside::exchange
