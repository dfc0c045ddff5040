// SPDX-License-Identifier: Apache-2.0
// A pair of RSA keys of one's own, with which claims are signed (RFC 7515).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace alongside::jose {

enum class Algorithm { rs256, rs384, es256, es384 };
/// "RS256" and so on; nothing for any other, "none" among them.
std::optional<Algorithm> algorithm_from(std::string_view name);

/// Not for several threads at once while it is moved; signing is.
class SigningKey {
 public:
  /// 3,072 bits, by OpenSSL's own chance: keys are never made of a seed.
  static SigningKey fresh();
  /// Of PEM (PKCS #8); nothing where it holds no RSA key of 2,048 bits or more.
  static std::optional<SigningKey> from_pem(const std::string& pem);
  SigningKey(SigningKey&&) noexcept;
  SigningKey& operator=(SigningKey&&) noexcept;
  ~SigningKey();

  std::string pem() const;
  /// Its thumbprint (RFC 7638): the same for the same key.
  std::string id() const;
  /// {"keys": […]} with the public half, for signatures of that algorithm (rs256 or rs384).
  std::string public_set(Algorithm algorithm = Algorithm::rs384) const;
  /// `claims`: a JSON object. `algorithm`: rs256 or rs384.
  std::string signed_claims(std::string_view claims, Algorithm algorithm) const;

 private:
  struct Inside;
  explicit SigningKey(std::unique_ptr<Inside> inside);
  std::unique_ptr<Inside> inside_;
};

}  // namespace alongside::jose
