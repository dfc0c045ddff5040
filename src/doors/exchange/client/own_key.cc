// SPDX-License-Identifier: Apache-2.0
// Written whole under another name first: a half key would lock the clinic out everywhere.
#include "doors/exchange/client/own_key.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace alongside::exchange {
namespace {

namespace files = std::filesystem;

void keep(const std::string& path, const std::string& pem) {
  const std::string unfinished = path + ".new";
  {
    std::ofstream file(unfinished, std::ios::trunc | std::ios::binary);
    files::permissions(unfinished, files::perms::owner_read | files::perms::owner_write);
    file << pem;
    if (!file.flush()) throw std::runtime_error("the clinic's key cannot be kept in " + path);
  }
  files::rename(unfinished, path);
}

}  // namespace

jose::SigningKey own_key(const std::string& data) {
  const std::string path = data + "/signing-key.pem";
  std::ifstream file(path, std::ios::binary);
  if (files::exists(path)) {
    // Never in place of one that only cannot be read now: others know it.
    const std::string pem((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    auto key = jose::SigningKey::from_pem(pem);
    if (!key) throw std::runtime_error(path + " holds no RSA key");
    return *std::move(key);
  }
  jose::SigningKey key = jose::SigningKey::fresh();
  keep(path, key.pem());
  return key;
}

}  // namespace alongside::exchange
