// SPDX-License-Identifier: Apache-2.0
// The list of those who may be asked stands in the database, with its history.
#include "service/record_systems.h"

#include <algorithm>

#include "foundation/base/text.h"
#include "service/act.h"

namespace alongside::service {
namespace {

std::string without_slash(std::string_view address) {
  std::string text = one_line(address);
  while (text.ends_with('/')) text.pop_back();
  return text;
}

bool is_address(std::string_view text) {
  constexpr std::string_view alone[] = {"http://127.0.0.1:", "http://localhost:", "http://[::1]:"};
  const bool here = std::ranges::any_of(
      alone, [&](std::string_view beginning) { return text.starts_with(beginning); });
  const bool plain = std::ranges::all_of(text, [](char c) { return c > ' ' && c < '\x7f'; });
  return (here || text.starts_with("https://")) && plain &&
         text.size() <= system_address_bytes_max &&
         text.find_first_of("@?#\\") == std::string_view::npos &&
         text.find_first_not_of('/', text.find("//")) != std::string_view::npos;
}

Outcome<RecordSystem> system_from(const RecordSystemDraft& draft) {
  RecordSystem system;
  system.name = one_line(draft.name);
  system.address = without_slash(draft.address);
  system.client_id = one_line(draft.client_id);
  system.signs = draft.signs;
  system.private_network = draft.private_network;
  std::vector<Fault> faults;
  if (system.name.empty() || characters(system.name) > system_name_characters_max)
    faults.push_back({"system.name_missing", "name"});
  if (!is_address(system.address)) faults.push_back({"system.address_odd", "address"});
  if (system.client_id.empty() || system.client_id.size() > system_address_bytes_max)
    faults.push_back({"system.client_missing", "client_id"});
  const std::string lines = tidied(draft.also);
  for (const std::string_view line : split(std::string_view(lines), '\n')) {
    if (one_line(line).empty()) continue;
    system.also.push_back(without_slash(line));
    if (!is_address(system.also.back())) faults.push_back({"system.address_odd", "also"});
  }
  if (!faults.empty()) return Refusal(std::move(faults));
  return system;
}

void account(const Service& service, sql::Writing& writing, const Caller& caller,
             std::string_view act, const RecordSystem& system) {
  record::append_history(writing, actor_of(caller), record::About::parts(std::nullopt, {}),
                         {act, system.address}, service.now());
}

}  // namespace

std::vector<RecordSystem> record_systems(const Service& service) {
  return service.database().read(
      [](const sql::Reading& reading) { return record::record_systems(reading); });
}

std::optional<RecordSystem> record_system_at(const Service& service, std::string_view address) {
  const std::string asked = without_slash(address);
  for (RecordSystem& system : record_systems(service))
    if (system.address == asked) return std::move(system);
  return std::nullopt;
}

Outcome<std::vector<RecordSystem>> named_record_systems(const Service& service,
                                                        const Caller& caller) {
  CHECK(Permission::to_administer(caller));
  return record_systems(service);
}

Outcome<Done> name_record_system(const Service& service, const Caller& caller,
                                 const RecordSystemDraft& draft) {
  TRY(const AdministratorAccess access, Permission::to_administer(caller));
  TRY(RecordSystem system, system_from(draft));
  system.id = uuid_v7(service.now(), service.randomness);
  return service.database().write([&](sql::Writing& writing) -> Outcome<Done> {
    record::hold_home(writing, caller.home);
    const auto known = record::record_systems(writing);
    if (known.size() >= systems_max) return Refusal("system.too_many", "name");
    if (std::ranges::any_of(known,
                            [&](const RecordSystem& one) { return one.address == system.address; }))
      return Refusal("system.known", "address");
    // Whoever fetches a group says the name.
    if (std::ranges::any_of(known,
                            [&](const RecordSystem& one) { return one.name == system.name; }))
      return Refusal("system.name_known", "name");
    record::add_record_system(writing, access, system, service.now());
    account(service, writing, caller, "name_record_system", system);
    return Done{};
  });
}

Outcome<Done> end_record_system(const Service& service, const Caller& caller, std::string_view id) {
  TRY(const AdministratorAccess access, Permission::to_administer(caller));
  return service.database().write([&](sql::Writing& writing) -> Outcome<Done> {
    record::hold_home(writing, caller.home);
    for (const RecordSystem& system : record::record_systems(writing)) {
      if (system.id != id) continue;
      record::remove_record_system(writing, access, id);
      account(service, writing, caller, "end_record_system", system);
      return Done{};
    }
    return Refusal("permission.not_found");
  });
}

}  // namespace alongside::service
