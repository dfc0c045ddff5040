// SPDX-License-Identifier: Apache-2.0
// By libsodium, whose reading takes no other spelling of the same bytes.
#include "foundation/base/base64.h"

#include <sodium.h>

namespace alongside {
namespace {

std::string written(std::string_view bytes, int variant) {
  std::string letters(sodium_base64_encoded_len(bytes.size(), variant), '\0');
  sodium_bin2base64(letters.data(), letters.size(),
                    reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), variant);
  letters.pop_back();  // The zero at its end.
  return letters;
}

}  // namespace

std::string base64(std::string_view bytes) {
  return written(bytes, sodium_base64_VARIANT_ORIGINAL);
}

std::string base64url(std::string_view bytes) {
  return written(bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

namespace {

std::optional<std::string> read_as(std::string_view letters, int variant) {
  std::string bytes(letters.size(), '\0');
  std::size_t length = 0;
  const char* end = nullptr;
  if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(),
                        letters.data(), letters.size(), nullptr, &length, &end, variant) != 0 ||
      end != letters.data() + letters.size())
    return std::nullopt;
  bytes.resize(length);
  return bytes;
}

}  // namespace

std::optional<std::string> from_base64(std::string_view letters) {
  return read_as(letters, sodium_base64_VARIANT_ORIGINAL);
}

std::optional<std::string> from_base64url(std::string_view letters) {
  return read_as(letters, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

}  // namespace alongside
