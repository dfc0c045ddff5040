// SPDX-License-Identifier: Apache-2.0
// What somebody typed cannot become markup, nor an address, nor the name of an attribute.
#include <string>

#include "doors/web/html.h"

using namespace alongside::web;

Html act(const std::string& typed) {
#ifdef RIGHT
  return h::a(href(Url("/people").part(typed)), Text(typed));
#else
  return h::a(href(Url(typed)), Attribute(typed, typed), Html(typed));
#endif
}
