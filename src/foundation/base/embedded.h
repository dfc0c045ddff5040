// SPDX-License-Identifier: Apache-2.0
// A file that the binary carries inside itself: migrations, words, measures, styles.
#pragma once

#include <string_view>

namespace alongside {

/// Name and bytes live as long as the program.
struct EmbeddedFile {
  std::string_view name;
  std::string_view bytes;
};

}  // namespace alongside
