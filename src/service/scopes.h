// SPDX-License-Identifier: Apache-2.0
// What a program may do, as SMART App Launch 2.0 writes it: "system/*.cruds patient/Goal.rs".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::service {

enum class Interaction { create, read, update, remove, search };

class Scopes {
 public:
  Scopes() = default;
  /// Separated by spaces. The first version's words mean the same ("read": rs, "write": cud, "*":
  /// all). What is no scope over resources ("openid", "launch") is passed over. Nothing where one
  /// over resources cannot be read or is narrowed by a query, which is not kept here; and for none.
  static std::optional<Scopes> parse(std::string_view text);

  bool allow(std::string_view type, Interaction interaction) const;
  /// Whether every one is over what is about one person ("patient/").
  bool of_one_person() const;
  bool empty() const { return scopes_.empty(); }

 private:
  struct Scope {
    std::string context;  ///< "patient", "user" or "system"
    std::string type;     ///< "*": all
    std::string letters;  ///< of "cruds"
  };
  std::vector<Scope> scopes_;
};

}  // namespace alongside::service
