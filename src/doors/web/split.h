// SPDX-License-Identifier: Apache-2.0
// A team's measure split by age, by kind of response, by degree of shared work.
#pragma once

#include "doors/web/asking.h"
#include "doors/web/html.h"

namespace alongside::web {

http::Response split_page(const Asking& asking);
/// Links to the ways to split a measure.
Html split_links(const Asking& asking, const Url& of_the_measure);

}  // namespace alongside::web
