// SPDX-License-Identifier: Apache-2.0
// A measure split by age, by kind of response, by degree of shared work, by how people met.
#pragma once

#include "doors/web/asking.h"
#include "doors/web/html.h"

namespace alongside::web {

http::Response split_page(const Asking& asking);
/// Of a project's set, as those who work in it see it.
http::Response project_split_page(const Asking& asking);
/// Links to the ways to split a measure.
Html split_links(const Asking& asking, const Url& of_the_measure);

}  // namespace alongside::web
