// SPDX-License-Identifier: Apache-2.0
// Which other record systems may open this one: an administrator names them, and nobody else is
// ever asked over the network.
#pragma once

#include <string>
#include <vector>

#include "foundation/base/outcome.h"
#include "record/record_systems.h"
#include "service/caller.h"
#include "service/service.h"

namespace alongside::service {

using record::RecordSystem;

constexpr std::size_t system_name_characters_max = 80;
constexpr std::size_t system_address_bytes_max = 300;
constexpr std::size_t systems_max = 20;

/// As it was typed.
struct RecordSystemDraft {
  std::string name;
  std::string address;
  std::string client_id;
  std::string also;  ///< one address a line
  bool signs = false;
  bool private_network = false;
};

/// For the doors: who may be asked.
std::vector<RecordSystem> record_systems(const Service& service);
/// Nothing where nobody named that address; a slash at its end is no difference.
std::optional<RecordSystem> record_system_at(const Service& service, std::string_view address);

/// Administrators.
Outcome<std::vector<RecordSystem>> named_record_systems(const Service& service,
                                                        const Caller& caller);
/// Refused beside the fields: no or too long a name ("system.name"), an address that is not https
/// (or http on this very machine; "system.address"), one that is there ("system.known",
/// "system.name_known"), no client
/// id ("system.client_id"), an odd line among the others ("system.also"); and over systems_max
/// ("system.too_many").
Outcome<Done> name_record_system(const Service& service, const Caller& caller,
                                 const RecordSystemDraft& draft);
Outcome<Done> end_record_system(const Service& service, const Caller& caller, std::string_view id);

}  // namespace alongside::service
