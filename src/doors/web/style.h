// SPDX-License-Identifier: Apache-2.0
// The style sheet: all of it for most pages, kept by the browser for ever; and, for a page that has
// to stand at once on a slow network, the rules of that page alone.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace alongside::web {

/// Rules that only some pages load: those whose markup holds the class.
struct SheetOfSome {
  std::string_view file;
  std::string_view marker;
};
inline constexpr std::array sheets_of_some = {SheetOfSome{"options.css", "grid-opt"},
                                              SheetOfSome{"project.css", "project-page"}};

/// All other *.css of src/doors/web/assets in order of their names, without what CSS means the same
/// without.
const std::string& style_sheet();
/// One of sheets_of_some; empty for any other.
const std::string& style_of(std::string_view file);

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
