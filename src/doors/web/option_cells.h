// SPDX-License-Identifier: Apache-2.0
// The cells of the option page: each number in words beside its picture, with its range and its
// source.
#pragma once

#include "doors/web/asking.h"
#include "doors/web/html.h"
#include "service/look_at_options.h"

namespace alongside::web {

/// "A", "B" … in the order of the columns.
std::string letter_of(std::size_t place);
Text option_name(const Asking& asking, const service::OptionColumn& column);

Html research_cell(const Asking& asking, const service::OptionsView& view, std::size_t place);
Html network_cell(const Asking& asking, const service::OptionsView& view, std::size_t place);
Html own_cell(const Asking& asking, const service::OptionsView& view, std::size_t place);
Html minutes_cell(const Asking& asking, const service::OptionsView& view, std::size_t place);

/// Of 100 people, whole.
int of_100(double share);

}  // namespace alongside::web
