// SPDX-License-Identifier: Apache-2.0
// OpenSSL's keys behind our own names.
#include "foundation/jose/signing_key.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include "foundation/base/base64.h"
#include "foundation/base/expect.h"
#include "foundation/base/json.h"

namespace alongside::jose {
namespace {

constexpr int bits_of_a_fresh_key = 3072;
constexpr int bits_min = 2048;

std::string bytes_of(const EVP_PKEY* key, const char* name) {
  BIGNUM* number = nullptr;
  expect(EVP_PKEY_get_bn_param(key, name, &number) == 1, "a key has its numbers");
  std::string bytes(static_cast<std::size_t>(BN_num_bytes(number)), '\0');
  BN_bn2bin(number, reinterpret_cast<unsigned char*>(bytes.data()));
  BN_free(number);
  return bytes;
}

std::string_view name_of(Algorithm algorithm) {
  return algorithm == Algorithm::rs256 ? "RS256" : "RS384";
}

std::string digest_of(std::string_view bytes) {
  std::string digest(EVP_MAX_MD_SIZE, '\0');
  unsigned int length = 0;
  expect(EVP_Digest(bytes.data(), bytes.size(), reinterpret_cast<unsigned char*>(digest.data()),
                    &length, EVP_sha256(), nullptr) == 1,
         "a digest is made");
  digest.resize(length);
  return digest;
}

}  // namespace

struct SigningKey::Inside {
  explicit Inside(EVP_PKEY* made) : key(made) {}
  Inside(const Inside&) = delete;
  Inside& operator=(const Inside&) = delete;
  ~Inside() { EVP_PKEY_free(key); }

  EVP_PKEY* key;
};

std::optional<Algorithm> algorithm_from(std::string_view name) {
  if (name == "RS256") return Algorithm::rs256;
  if (name == "RS384") return Algorithm::rs384;
  if (name == "ES256") return Algorithm::es256;
  if (name == "ES384") return Algorithm::es384;
  return std::nullopt;
}

SigningKey::SigningKey(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
SigningKey::SigningKey(SigningKey&&) noexcept = default;
SigningKey& SigningKey::operator=(SigningKey&&) noexcept = default;
SigningKey::~SigningKey() = default;

SigningKey SigningKey::fresh() {
  EVP_PKEY* key = EVP_RSA_gen(bits_of_a_fresh_key);
  expect(key != nullptr, "a key is made");
  return SigningKey(std::make_unique<Inside>(key));
}

std::optional<SigningKey> SigningKey::from_pem(const std::string& pem) {
  BIO* bytes = BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()));
  // An empty password: an encrypted key is refused and never asked about at a terminal.
  char none[] = "";
  EVP_PKEY* key = PEM_read_bio_PrivateKey(bytes, nullptr, nullptr, none);
  BIO_free(bytes);
  if (key == nullptr) return std::nullopt;
  auto inside = std::make_unique<Inside>(key);
  if (EVP_PKEY_get_base_id(key) != EVP_PKEY_RSA || EVP_PKEY_get_bits(key) < bits_min)
    return std::nullopt;
  return SigningKey(std::move(inside));
}

std::string SigningKey::pem() const {
  BIO* bytes = BIO_new(BIO_s_mem());
  expect(PEM_write_bio_PKCS8PrivateKey(bytes, inside_->key, nullptr, nullptr, 0, nullptr,
                                       nullptr) == 1,
         "a key can be written");
  char* text = nullptr;
  const long length = BIO_get_mem_data(bytes, &text);
  std::string pem(text, static_cast<std::size_t>(length));
  BIO_free(bytes);
  return pem;
}

std::string SigningKey::id() const {
  // RFC 7638, section 3: the required members alone, in the order of their letters.
  JsonWriter members;
  members.begin_object();
  members.key("e").text(base64url(bytes_of(inside_->key, OSSL_PKEY_PARAM_RSA_E)));
  members.key("kty").text("RSA");
  members.key("n").text(base64url(bytes_of(inside_->key, OSSL_PKEY_PARAM_RSA_N)));
  members.end_object();
  return base64url(digest_of(std::move(members).take()));
}

std::string SigningKey::public_set(Algorithm algorithm) const {
  JsonWriter set;
  set.begin_object().key("keys").begin_array();
  set.begin_object().key("kty").text("RSA").key("use").text("sig");
  set.key("alg").text(name_of(algorithm)).key("kid").text(id());
  set.key("n").text(base64url(bytes_of(inside_->key, OSSL_PKEY_PARAM_RSA_N)));
  set.key("e").text(base64url(bytes_of(inside_->key, OSSL_PKEY_PARAM_RSA_E))).end_object();
  set.end_array().end_object();
  return std::move(set).take();
}

std::string SigningKey::signed_claims(std::string_view claims, Algorithm algorithm) const {
  expect(algorithm == Algorithm::rs256 || algorithm == Algorithm::rs384, "an RSA key signs as RSA");
  JsonWriter header;
  header.begin_object().key("alg").text(name_of(algorithm));
  header.key("typ").text("JWT").key("kid").text(id()).end_object();
  std::string signed_text = base64url(std::move(header).take());
  signed_text += '.';
  signed_text += base64url(claims);
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  const EVP_MD* digest = algorithm == Algorithm::rs256 ? EVP_sha256() : EVP_sha384();
  const auto* bytes = reinterpret_cast<const unsigned char*>(signed_text.data());
  std::size_t length = 0;
  bool good = EVP_DigestSignInit(context, nullptr, digest, nullptr, inside_->key) == 1 &&
              EVP_DigestSign(context, nullptr, &length, bytes, signed_text.size()) == 1;
  std::string signature(length, '\0');
  good = good && EVP_DigestSign(context, reinterpret_cast<unsigned char*>(signature.data()),
                                &length, bytes, signed_text.size()) == 1;
  EVP_MD_CTX_free(context);
  expect(good, "claims are signed");
  signature.resize(length);
  signed_text += '.';
  signed_text += base64url(signature);
  return signed_text;
}

}  // namespace alongside::jose
