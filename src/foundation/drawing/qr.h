// SPDX-License-Identifier: Apache-2.0
// A QR code (ISO/IEC 18004) for a letter: black on white in every mode, so that cameras read it.
#pragma once

#include <string_view>

#include "foundation/drawing/svg.h"

namespace alongside::drawing {

/// Error correction M: it may lose 15 in 100 and is still read. `title` says in words what it is.
/// Must be at most 300 bytes of text.
Drawing qr_code(std::string_view text, std::string_view title);

}  // namespace alongside::drawing
