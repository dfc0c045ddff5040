// SPDX-License-Identifier: Apache-2.0
// Each sign differs from every other without its colour.
#include "foundation/drawing/icons.h"

#include <gtest/gtest.h>

#include <regex>
#include <set>

namespace alongside::drawing {

TEST(Icons, differ_in_form_and_not_in_colour_alone) {
  const std::regex colour("var\\([^)]*\\)");
  std::set<std::string> forms;
  const auto add = [&](const Drawing& drawing) {
    forms.insert(std::regex_replace(drawing.markup, colour, ""));
  };
  for (const VariationSign sign :
       {VariationSign::usual, VariationSign::better_up, VariationSign::better_down,
        VariationSign::worse_up, VariationSign::worse_down, VariationSign::up, VariationSign::down})
    add(draw(sign, "i", "words"));
  for (const AssuranceSign sign :
       {AssuranceSign::reached, AssuranceSign::not_reached, AssuranceSign::sometimes})
    add(draw(sign, "i", "words"));
  EXPECT_EQ(forms.size(), 10U);
}

}  // namespace alongside::drawing
