// SPDX-License-Identifier: Apache-2.0
// The style sheet: all of it for most pages, kept by the browser for ever; and, for a page that has
// to stand at once on a slow network, the rules of that page alone.
#pragma once

#include <string>
#include <string_view>

namespace alongside::web {

/// The rules of option pages, which are the only ones that load them.
inline constexpr std::string_view options_sheet = "options.css";

/// All other *.css of src/doors/web/assets in order of their names, without what CSS means the same
/// without.
const std::string& style_sheet();
const std::string& style_of_options();

/// Rules to stand within a page. Only `sheet_for` makes one, so that no page writes its own.
class Sheet {
 public:
  const std::string& rules() const { return rules_; }

 private:
  friend Sheet sheet_for(std::string_view markup);
  explicit Sheet(std::string rules) : rules_(std::move(rules)) {}
  std::string rules_;
};

/// Of the style sheet, the rules that can touch `markup`: those of elements, and those whose
/// classes all stand in it or are given by script while somebody checks in. The face of a person's
/// own words (20 kB) stays away; the system's serif stands in.
Sheet sheet_for(std::string_view markup);

}  // namespace alongside::web
