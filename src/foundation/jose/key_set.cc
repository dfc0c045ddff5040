// SPDX-License-Identifier: Apache-2.0
// From a JWK's members to OpenSSL's keys.
#include "foundation/jose/key_set.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

#include <algorithm>

#include "foundation/base/base64.h"
#include "foundation/base/json_value.h"

namespace alongside::jose {
namespace {

constexpr int rsa_bits_min = 2048;
constexpr int rsa_bits_max = 8192;

template <auto release>
struct Release {
  template <class Held>
  void operator()(Held* held) const {
    release(held);
  }
};
using Number = std::unique_ptr<BIGNUM, Release<BN_free>>;
using PublicKey = std::unique_ptr<EVP_PKEY, Release<EVP_PKEY_free>>;
using Builder = std::unique_ptr<OSSL_PARAM_BLD, Release<OSSL_PARAM_BLD_free>>;
using Parameters = std::unique_ptr<OSSL_PARAM, Release<OSSL_PARAM_free>>;
using Context = std::unique_ptr<EVP_PKEY_CTX, Release<EVP_PKEY_CTX_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Release<EVP_MD_CTX_free>>;
using EcSignature = std::unique_ptr<ECDSA_SIG, Release<ECDSA_SIG_free>>;

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

Number number_of(std::string_view bytes) {
  return Number(BN_bin2bn(bytes_of(bytes), static_cast<int>(bytes.size()), nullptr));
}

std::string text_member(const JsonValue& key, std::string_view name) {
  const JsonValue* member = key.member(name);
  return member != nullptr && member->is(JsonValue::Kind::text) ? member->text : std::string();
}

PublicKey made(const char* kind, OSSL_PARAM_BLD* builder) {
  const Parameters parameters(OSSL_PARAM_BLD_to_param(builder));
  const Context context(EVP_PKEY_CTX_new_from_name(nullptr, kind, nullptr));
  EVP_PKEY* key = nullptr;
  if (parameters == nullptr || context == nullptr || EVP_PKEY_fromdata_init(context.get()) != 1 ||
      EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get()) != 1)
    return nullptr;
  return PublicKey(key);
}

PublicKey rsa_key(const JsonValue& said) {
  constexpr std::size_t bytes_max = rsa_bits_max / 8;
  const auto modulus = from_base64url(text_member(said, "n"));
  const auto exponent = from_base64url(text_member(said, "e"));
  if (!modulus || !exponent || modulus->size() > bytes_max || exponent->empty() ||
      exponent->size() > sizeof(std::uint64_t))
    return nullptr;
  const Number n = number_of(*modulus);
  const Number e = number_of(*exponent);
  if (BN_num_bits(n.get()) < rsa_bits_min) return nullptr;
  const Builder builder(OSSL_PARAM_BLD_new());
  OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get());
  OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get());
  return made("RSA", builder.get());
}

/// How many bytes a coordinate has; 0 for another curve.
std::size_t coordinate_bytes(std::string_view curve) {
  if (curve == "P-256") return 32;
  if (curve == "P-384") return 48;
  return 0;
}

PublicKey curve_key(const JsonValue& said) {
  const std::string curve = text_member(said, "crv");
  const auto x = from_base64url(text_member(said, "x"));
  const auto y = from_base64url(text_member(said, "y"));
  const std::size_t size = coordinate_bytes(curve);
  if (size == 0 || !x || !y || x->size() != size || y->size() != size) return nullptr;
  const std::string point = "\x04" + *x + *y;
  const Builder builder(OSSL_PARAM_BLD_new());
  OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, curve.c_str(), 0);
  OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(),
                                   point.size());
  return made("EC", builder.get());
}

/// RFC 7518, section 3.4, writes r and s one after the other; OpenSSL reads them in DER.
std::string in_der(std::string_view signature) {
  const std::size_t half = signature.size() / 2;
  const EcSignature both(ECDSA_SIG_new());
  ECDSA_SIG_set0(both.get(), number_of(signature.substr(0, half)).release(),
                 number_of(signature.substr(half)).release());
  std::string der(static_cast<std::size_t>(i2d_ECDSA_SIG(both.get(), nullptr)), '\0');
  auto* into = reinterpret_cast<unsigned char*>(der.data());
  i2d_ECDSA_SIG(both.get(), &into);
  return der;
}

}  // namespace

struct KeySet::Inside {
  struct Key {
    std::string id;
    std::string curve;  ///< empty: RSA
    PublicKey key;
  };
  std::vector<Key> keys;
};

KeySet::KeySet(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
KeySet::KeySet(KeySet&&) noexcept = default;
KeySet& KeySet::operator=(KeySet&&) noexcept = default;
KeySet::~KeySet() = default;

std::optional<KeySet> KeySet::parse(std::string_view json) {
  constexpr int depth_max = 8;
  JsonReader reader;
  const auto read = reader.read(json, depth_max);
  const auto* set = std::get_if<JsonValue>(&read);
  const JsonValue* keys = set == nullptr ? nullptr : set->member("keys");
  if (keys == nullptr || !keys->is(JsonValue::Kind::array)) return std::nullopt;
  auto inside = std::make_unique<Inside>();
  for (const JsonValue& said : keys->items) {
    if (inside->keys.size() == keys_max) break;
    const std::string use = text_member(said, "use");
    if (!use.empty() && use != "sig") continue;
    const std::string kind = text_member(said, "kty");
    PublicKey key = kind == "RSA" ? rsa_key(said) : kind == "EC" ? curve_key(said) : nullptr;
    if (key == nullptr) continue;
    inside->keys.push_back({text_member(said, "kid"),
                            kind == "EC" ? text_member(said, "crv") : std::string(),
                            std::move(key)});
  }
  return KeySet(std::move(inside));
}

bool KeySet::signed_by_one(std::string_view id, Algorithm algorithm, std::string_view text,
                           std::string_view signature) const {
  const std::string_view curve = algorithm == Algorithm::es256   ? "P-256"
                                 : algorithm == Algorithm::es384 ? "P-384"
                                                                 : "";
  if (!curve.empty() && signature.size() != 2 * coordinate_bytes(curve)) return false;
  const bool longer = algorithm == Algorithm::rs384 || algorithm == Algorithm::es384;
  const std::string asked = curve.empty() ? std::string(signature) : in_der(signature);
  return std::ranges::any_of(inside_->keys, [&](const Inside::Key& one) {
    if ((!id.empty() && one.id != id) || one.curve != curve) return false;
    const DigestContext context(EVP_MD_CTX_new());
    return EVP_DigestVerifyInit(context.get(), nullptr, longer ? EVP_sha384() : EVP_sha256(),
                                nullptr, one.key.get()) == 1 &&
           EVP_DigestVerify(context.get(), bytes_of(asked), asked.size(), bytes_of(text),
                            text.size()) == 1;
  });
}

bool KeySet::has(std::string_view id) const {
  return std::ranges::any_of(inside_->keys, [&](const auto& one) { return one.id == id; });
}

std::size_t KeySet::size() const { return inside_->keys.size(); }

}  // namespace alongside::jose
